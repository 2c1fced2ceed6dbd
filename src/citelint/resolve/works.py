"""Which full citations cite the same work.

Every citation gives a few keys (volume, reporter and page; author and title; a URL ...), and citations that share one
cite one work. Keys are looked up in a dict: no citation is compared with another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citelint.model.citation import Citation, Field, Kind
from citelint.model.document import Document
from citelint.model.names import surname
from citelint.resolve.fold import Words, bare, fold

CODES = frozenset({Kind.STATUTE, Kind.REGULATION, Kind.CONSTITUTION, Kind.RULE})
"""Kinds whose sections are cited one by one out of one body of law."""

_YEARLY = frozenset({Kind.BOOK, Kind.REPORT, Kind.WEB, Kind.NEWS, Kind.LEGISLATIVE, Kind.OTHER, Kind.COURT_DOCUMENT})
"""Kinds of which a later year under the same title is another work (editions, annual reports)."""

_LONG_TITLE = 8
"""Of how many words a title is that no two works of one year share."""

_DOCKET = re.compile(r"(?<=No\. )[\w:.‑–-]*\d[\w:‑–-]*")
_PARALLEL = re.compile(r"(\d+)\s+([^\d\s][^,;]*?)\s+(\d+)")
_BASE_SECTION = re.compile(r"[0-9]+[\w.:–-]*|[ivxlcdmIVXLCDM]+")

Key = tuple[object, ...]


class Works:
    """The works of a document, numbered in the order of their first citation.

    `citations` holds for each work its citations in order of the text, `members` their indexes, `of` the work of a
    citation's index.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.citations: list[list[Citation]] = []
        self.members: list[list[int]] = []
        self.of: dict[int, int] = {}
        self._by_key: dict[Key, int] = {}
        for mention in document.mentions:
            if isinstance(mention, Citation):
                self._add(mention)

    def _add(self, citation: Citation) -> None:
        keys = tuple(keys_of(citation, self.document.text))
        known = [work for key in keys if (work := self._by_key.get(key)) is not None]
        if known:
            work = known[0]
            self.citations[work].append(citation)
            self.members[work].append(citation.index)
        else:
            work = len(self.members)
            self.citations.append([citation])
            self.members.append([citation.index])
        self.of[citation.index] = work
        for key in keys:
            self._by_key.setdefault(key, work)

    def citation(self, index: int) -> Citation:
        """Give the full citation with that index."""
        mention = self.document.mentions[index]
        assert isinstance(mention, Citation)
        return mention

    def first(self, work: int) -> Citation:
        """Give the first full citation of a work."""
        return self.citations[work][0]


def keys_of(citation: Citation, text: str) -> Iterator[Key]:
    """Give the keys of a full citation, surest first. `text` is the text its spans count in."""
    kind = citation.kind
    reporter = words_of(citation.reporter)
    page = citation.page.value.strip().lower() if citation.page else ""
    if kind in CODES:
        yield ("code", *code_of(citation), page or fold(_head(citation, text)))
        return
    if kind is Kind.COURT_DOCUMENT and citation.title and citation.parties:
        # briefs of one case are works of their own, and so are the complaints of two
        docket = _DOCKET.search(citation.lead.value) if citation.lead else None
        yield (
            "paper",
            fold(citation.title.value),
            tuple(words_of(party) for party in citation.parties),
            docket[0] if docket else citation.year.value if citation.year else "",
        )
        return
    placed = False
    if citation.volume and reporter and page and kind is not Kind.CHAPTER:
        placed = True
        yield ("place", citation.volume.value, squeezed(reporter), page)
        for volume, other, first in parallels(citation):
            yield ("place", volume, other, first)
    year = citation.year.value if citation.year else ""
    if kind is Kind.CASE:
        if not placed or year:
            yield from _case_keys(citation, placed, page, reporter, year)
    elif citation.title:
        author = _author(citation)
        title = _main_title(untold(citation.title.value))
        # two sites may both have a "Privacy Policy"
        publisher = "" if author else squeezed(reporter) or _host(citation)
        yield ("title", author, publisher, title, year if kind in _YEARLY else "")
        if kind in _YEARLY and len(fold(citation.title.value)) >= _LONG_TITLE:
            # so many words are no other work's title, whoever is named as its author this time
            yield ("long title", squeezed(bare(fold(untold(citation.title.value)))), year)
        if not author and citation.url:
            yield ("url", citation.url.value.rstrip("/."))
    elif citation.url:
        yield ("url", citation.url.value.rstrip("/."))
    elif not placed:
        yield ("words", fold(_head(citation, text)))


def _case_keys(citation: Citation, placed: bool, page: str, reporter: Words, year: str) -> Iterator[Key]:
    parties = tuple([fold(party.value) for party in citation.parties])
    if not parties and citation.lead:
        parties = (words_of(citation.lead),)
    if not parties:
        return
    if not placed:
        court = words_of(citation.court)
        yield (
            "decision",
            parties,
            citation.volume.value if citation.volume else "",
            squeezed(reporter),
            page,
            court,
            year,
        )
    elif year:
        yield ("typed otherwise", parties, squeezed(reporter), page, year)


def code_of(citation: Citation) -> tuple[str, str]:
    """Give the volume (or title) and the name of the code, reporter or constitution that a citation is to, folded."""
    volume = citation.volume.value if citation.volume else ""
    name = citation.reporter or citation.title or citation.lead
    return volume, squeezed(words_of(name))


def parallels(citation: Citation) -> Iterator[tuple[str, str, str]]:
    """Give volume, reporter (folded, without blanks) and first page of each parallel citation."""
    for field in citation.parallel:
        if found := _PARALLEL.search(field.value):
            yield found[1], squeezed(fold(found[2])), found[3]


def base_section(page: str) -> str:
    """Give a section's number without signs and subdivisions: "§ 1983(a)(1)" gives "1983"."""
    found = _BASE_SECTION.search(page)
    return found[0].rstrip(".:-–").lower() if found else ""


def words_of(field: Field | None) -> Words:
    """Give the folded words of a field, none for None."""
    return fold(field.value) if field is not None else ()


def squeezed(words: Words) -> str:
    """Give the words without blanks: "F. Supp. 2d" and "F.Supp.2d" become one."""
    return "".join(words)


def untold(title: str) -> str:
    """Give a title without the "et al.," of its authors, where that was read as its head."""
    return title[7:].lstrip(", ") if title[:6].lower() == "et al." else title


def _author(citation: Citation) -> str:
    if citation.authors:
        return squeezed(fold(surname(citation.authors[0].value)))
    return squeezed(bare(words_of(citation.institution)))


def _host(citation: Citation) -> str:
    """Give the host of a URL, "" where there is none."""
    if citation.url is None:
        return ""
    return citation.url.value.partition("//")[2].partition("/")[0].removeprefix("www.")


def _main_title(title: str) -> str:
    head, colon, _ = title.partition(":")
    words = bare(fold(head))
    # "Note: Title" and the like: one word before a colon is no title of its own
    return squeezed(words if colon and len(words) > 1 else bare(fold(title)))


def _head(citation: Citation, text: str) -> str:
    """Give the words of a citation before its first parenthesis."""
    end = min((p.span.start for p in citation.parentheticals), default=citation.span.end)
    return text[citation.span.start : max(end, citation.span.start)]
