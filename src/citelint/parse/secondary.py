"""The fields of articles, books, chapters, news, pages, reports and unreported cases."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Field, Kind
from citelint.model.span import Span
from citelint.parse.draft import Draft
from citelint.parse.fields import dated, fields, of
from citelint.parse.lead import authorship, case_name, stripped

_TRAILING_PAGE = re.compile(
    r"(?:,\s*|\s+)((?:\*?\d[\d,]*|[ivxlc]+)(?:[-–]\d+|[-–][ivxlc]+)?(?:\s?n\.\s?\d+)?(?:,\s\d+(?:[-–]\d+)?)*)$"
)
_VERSUS = re.compile(r"\sv\.?\s|^(?:In re|Ex parte)\s")
_COURT_PAPER = re.compile(
    r"\b(?:Complaint|Brief|Motion|Petition|Transcript|Order|Decl(?:aration)?\.?|Memorandum in|Mem\. in|Opinion|Answer|"
    r"Reply|Compl\.|Pet\.|Tr\.|Br\.|Indictment|Affidavit)\b"
)
_HEARING = re.compile(
    r"\bHearings?\b|\bH\.R\.\s|\bS\.\s\d|\bH\.R\.\sRep|\bS\.\sRep|\bAssemb\.\sB|\bS\.B\.|\bH\.B\.|\bA\.B\.|"
    r"\bReg\. Sess\."
)
_TREATY = re.compile(r"\b(?:Treaty|Convention|Covenant|Protocol|U\.N\.T\.S|T\.I\.A\.S|U\.S\.T\.|Agreement Between)\b")
_ORDER = re.compile(r"\bExec(?:utive|\.)\sOrder\b|\bExec\. Order\b|\bProclamation\sNo")


def article(found: dict[str, Any], draft: Draft, text: str, lead: Span) -> None:
    """Fill in the fields of what a volume and a periodical, or a volume and a book's title, locate."""
    assert draft.anchor is not None
    children = {p[0]: p for p in reversed(draft.anchor[3])}
    for part in draft.anchor[3]:
        if part[0] == "DATED" and draft.date is None:
            dated(found, part, text)
    found["kind"] = Kind.ARTICLE
    found["volume"] = of(text, Span(*children["VOLUME"][1:3]))
    name = Span(*children["PERIODICAL"][1:3])
    if "page" in children:
        found["page"] = of(text, Span(*children["page"][1:3]))
    collected = re.search(r",\s+in\s*$|^in\s*$", text[lead.start : children["VOLUME"][1]])
    if collected:
        found["kind"] = Kind.CHAPTER
        lead = stripped(text, lead.start, lead.start + collected.start())
    if lead.start == lead.end and "," in name.of(text):
        writing = authorship(text, name.start, name.end)
        found.update(kind=Kind.BOOK, authors=fields(text, writing.authors), pincite=found.pop("page", None))
        if writing.rest:
            found["title"] = of(text, Span(writing.rest[0].start, writing.rest[-1].end))
        found["lead"] = of(text, name)
        return
    found["reporter"] = of(text, name)
    if "U.N.T.S" in name.of(text) or "T.I.A.S" in name.of(text) or name.of(text).rstrip(".") == "U.S.T":
        found["kind"] = Kind.TREATY
        found["title"] = of(text, lead)
        return
    written(found, text, lead)


def written(found: dict[str, Any], text: str, lead: Span) -> None:
    """Read authors and title from the words before a locator."""
    writing = authorship(text, lead.start, lead.end)
    found["authors"] = fields(text, writing.authors)
    if writing.institution is not None:
        found["institution"] = of(text, writing.institution)
    rest = list(writing.rest)
    while len(rest) > 1 and rest[0].of(text) in (
        "Note",
        "Comment",
        "Book Review",
        "Essay",
        "Case Comment",
        "Recent Case",
        "Editorial",
        "Opinion",
        "Op-Ed",
        "Review",
        "Commentary",
    ):
        rest.pop(0)
    if rest:
        found["title"] = of(text, Span(rest[0].start, rest[-1].end))


def other(found: dict[str, Any], draft: Draft, text: str, lead: Span) -> None:
    """Fill in the fields of books, chapters, news, pages and reports: all that a date, a URL or nothing locates."""
    from citelint.tables.institutions import looks_institutional
    from citelint.tables.outlets import is_outlet

    words = lead.of(text)
    if match := re.search(r",\s+in\s+(?=[A-Z“\d])", words):
        chapter(found, text, lead, match)
        return
    writing = authorship(text, lead.start, lead.end)
    found["authors"] = fields(text, writing.authors)
    if writing.institution is not None:
        found["institution"] = of(text, writing.institution)
    rest = list(writing.rest)
    if rest and _VERSUS.search(rest[0].of(text)) and not writing.authors and not writing.institution:
        unreported(found, draft, text, rest)
        return
    bare_date = draft.date is not None and text[draft.date[1] + 1 : draft.date[2] - 1].isdigit()
    if rest and (page := _TRAILING_PAGE.search(text[rest[0].start : lead.end])) and draft.date is not None:
        begin = rest[0].start + page.start(1)
        found["pincite"] = Field(Span(begin, rest[0].start + page.end(1)), page[1])
        cut = rest[0].start + page.start()
        rest = [stripped(text, s.start, min(s.end, cut)) for s in rest if s.start < cut]
    place = rest[-1] if len(rest) > 1 else None
    if place is not None and not (is_outlet(place.of(text)) or found.get("url") or not bare_date or draft.date is None):
        place = place if looks_institutional(place.of(text)) and len(place.of(text).split()) < 8 else None
    if place is not None:
        rest = rest[:-1]
    if rest:
        found["title"] = of(text, Span(rest[0].start, rest[-1].end))
    news = place is not None and (
        is_outlet(place.of(text)) or (not bare_date and draft.date is not None and bool(writing.authors))
    )
    if _HEARING.search(words):
        found["kind"] = Kind.LEGISLATIVE
    elif _ORDER.search(words):
        found["kind"] = Kind.REGULATION
    elif _TREATY.search(words) and not writing.authors:
        found["kind"] = Kind.TREATY
    elif draft.anchor is None:
        found["kind"] = Kind.OTHER
    elif news:
        found["kind"] = Kind.NEWS
    elif found.get("institution") or (found["authors"] and bare_date and found.get("url")):
        found["kind"] = Kind.REPORT
    elif found.get("url"):
        found["kind"] = Kind.WEB
    else:
        found["kind"] = Kind.BOOK if bare_date or found["authors"] else Kind.OTHER
    if place is not None:
        found["reporter" if news else "institution"] = (
            found.get("institution") if (not news and found.get("institution")) else of(text, place)
        )


def chapter(found: dict[str, Any], text: str, lead: Span, match: re.Match[str]) -> None:
    """Fill in the fields of a piece in a collection: "Author, Title, in Collection 93"."""
    found["kind"] = Kind.CHAPTER
    written(found, text, stripped(text, lead.start, lead.start + match.start()))
    book = stripped(text, lead.start + match.end(), lead.end)
    if page := re.search(r"\s(\*?\d+)((?:,\s[\d–-]+)*)$", book.of(text)):
        begin = book.start + page.start(1)
        found["page"] = Field(Span(begin, begin + len(page[1])), page[1])
        if page[2]:
            found["pincite"] = of(text, Span(begin + len(page[1]), book.end))
        book = stripped(text, book.start, book.start + page.start())
    found["reporter"] = of(text, book)


def unreported(found: dict[str, Any], draft: Draft, text: str, rest: list[Span]) -> None:
    """Fill in the fields of a case without a reporter, or of a paper filed in one."""
    _, parties = case_name(text, rest[0].start, rest[0].end)
    found["parties"] = fields(text, parties)
    paper = next((s for s in rest[1:] if _COURT_PAPER.search(s.of(text))), None)
    found["kind"] = Kind.COURT_DOCUMENT if paper is not None else Kind.CASE
    if paper is not None:
        found["title"] = of(text, paper)
