"""The fields of articles, books, chapters, news, pages, reports and unreported cases."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Field, Kind
from citelint.model.span import Span
from citelint.parse.draft import Draft
from citelint.parse.fields import as_printed, dated, fields, of
from citelint.parse.lead import DESIGNATIONS, authorship, stripped

_FIRST_PAGE = re.compile(r"\s(\*?\d+(?:[–-]\d+)?)((?:,\s[\d–-]+|\s(?:&\s)?n\.\d+)*)$")
_IN_COLLECTION = re.compile(r",\s+in$|^in$")
_SPECIAL = re.compile(r"\s\(special issue\)$", re.I)
_CUT = re.compile(r"[.’']|Review|Journal")
_HEAD = re.compile(r"(?:J|Rev|Q|Bull|L|LJ|Review|Journal)\.?$", re.I)
_HOUSE = re.compile(
    r"\b(?:Ctr|Center|Centre|Inst|Institute|Dep[’']t|Off|Office|Comm[’']n|Ass[’']n|Found|Org|Univ|Sch|Council|Bureau)\b",
    re.I,
)
"""Words of a house that publishes, where no word says that a name is a periodical's."""
_YEAR_VOLUME = re.compile(r"(?:19|20)\d\d")


def is_periodical(name: str) -> bool:
    """Tell whether a name between volume and page is that of a periodical, by the tables or by its shape."""
    from citelint.tables.journals import is_journal, looks_like_journal

    if is_journal(name):
        return True
    return looks_like_journal(name) and bool(_CUT.search(name)) and bool(_HEAD.search(name) or not _HOUSE.search(name))


def article(found: dict[str, Any], draft: Draft, text: str, lead: Span) -> None:
    """Fill in the fields of what a volume and a periodical, or a volume and a book's title, locate."""

    assert draft.anchor is not None
    children = {p[0]: p for p in reversed(draft.anchor[3])}
    for part in draft.anchor[3]:
        if part[0] in ("DATED", "ISSUE_DATE") and draft.date is None:
            dated(found, part, text)
    found["kind"] = Kind.ARTICLE
    found["volume"] = as_printed(text, children["VOLUME"])
    name = Span(*children["PERIODICAL"][1:3])
    if "page" in children:
        found["page"] = as_printed(text, children["page"])
    words = text[lead.start : children["VOLUME"][1]].rstrip()
    collected = _IN_COLLECTION.search(words) if words.endswith("in") else None
    if collected is not None:
        found["kind"] = Kind.CHAPTER
        lead = stripped(text, lead.start, lead.start + collected.start())
    section = children.get("section")
    if section is not None:
        found["pincite"] = of(text, Span(section[1], draft.anchor[2]))
    if lead.start == lead.end and section is not None and "," not in name.of(text):
        found.update(kind=Kind.BOOK, title=of(text, name), lead=of(text, name))
        return
    if lead.start == lead.end and "," in name.of(text):
        writing = authorship(text, name.start, name.end)
        found.update(
            kind=Kind.BOOK, authors=fields(text, writing.authors), pincite=found.pop("page", None) or found["pincite"]
        )
        if writing.rest:
            found["title"] = of(text, Span(writing.rest[0].start, writing.rest[-1].end))
        found["lead"] = of(text, name)
        return
    comma = name.of(text).rfind(", ")
    if comma > 0 and any(part[0] == "ISSUE_DATE" for part in draft.anchor[3]):
        # "Moss, Pleas Denied in 14 Cases, Dale Times, May 3, 2010, at A1": the number is a word of the title.
        found.update(kind=Kind.NEWS, volume=None, reporter=of(text, Span(name.start + comma + 2, name.end)))
        written(found, text, Span(lead.start, name.start + comma))
        return
    found["reporter"] = of(text, name)
    if special := _SPECIAL.search(name.of(text)):
        found["reporter"] = of(text, Span(name.start, name.start + special.start()))
    if found.get("year") is None and _YEAR_VOLUME.fullmatch(found["volume"].value):
        found["year"] = found["volume"]
    written(found, text, lead)
    if (
        found.get("title") is None
        and found["authors"]
        and not collected
        and "." not in name.of(text)
        and not is_periodical(name.of(text))
    ):
        # "Moss & Stone, 1 Theory of Doors 12 (1996)": a volume of a book
        page = found.pop("page", None)
        found.update(
            kind=Kind.BOOK, title=found.pop("reporter"), pincite=page if found["pincite"] is None else found["pincite"]
        )


def written(found: dict[str, Any], text: str, lead: Span) -> None:
    """Read authors and title from the words before a locator that names the periodical itself."""
    writing = authorship(text, lead.start, lead.end)
    found["authors"] = fields(text, writing.authors)
    rest = list(writing.rest)
    if writing.institution is not None:
        if writing.authors:
            rest.insert(0, writing.institution)
        else:
            found["institution"] = of(text, writing.institution)
    while len(rest) > 1 and rest[0].of(text) in DESIGNATIONS:
        if not writing.authors:
            found["institution"] = of(text, rest[0])
        rest.pop(0)
    if rest:
        found["title"] = of(text, Span(rest[0].start, rest[-1].end))


def chapter(found: dict[str, Any], text: str, lead: Span, match: re.Match[str]) -> None:
    """Fill in the fields of a piece in a collection: "Author, Title, in Collection 93"."""
    found["kind"] = Kind.CHAPTER
    written(found, text, stripped(text, lead.start, lead.start + match.start()))
    book = stripped(text, lead.start + match.end(), lead.end)
    if page := _FIRST_PAGE.search(book.of(text)):
        begin = book.start + page.start(1)
        found["page"] = Field(Span(begin, begin + len(page[1])), page[1])
        if page[2]:
            found["pincite"] = of(text, Span(begin + len(page[1]), book.end))
        book = stripped(text, book.start, book.start + page.start())
    found["reporter"] = of(text, book)
