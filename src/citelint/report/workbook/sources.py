"""What is written about a source: in a row of the cite check, and once for each authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from citelint.model.citation import Citation, Kind
from citelint.model.document import Document
from citelint.model.link import Links
from citelint.model.run import FileResult, Run
from citelint.report.workbook.cells import cell_text
from citelint.report.workbook.sheet import Column

COLUMNS = (
    Column("file", 18),
    Column("source", 8),
    Column("kind", 12),
    Column("author", 24),
    Column("title", 36),
    Column("where published", 26),
    Column("date", 9),
    Column("URL", 30),
    Column("in full in note", 9),
    Column("all notes", 18),
    Column("full text", 50),
)


@dataclass(frozen=True, slots=True)
class Described:
    """A source in words, each ready for a cell; "" for what is not printed."""

    author: str
    title: str
    source: str
    date: str
    url: str


def described(citation: Citation) -> Described:
    """Tell who wrote what, where and when, as a full citation prints it."""
    authors = "; ".join(author.value for author in citation.authors)
    parties = " v. ".join(party.value for party in citation.parties) if citation.kind is Kind.CASE else ""
    where = (citation.volume, citation.reporter, citation.page)
    title = citation.title.value if citation.title else parties
    if not (authors or title or citation.institution) and citation.lead is not None:
        title = citation.lead.value
    if title == _value(citation.reporter):
        title = ""
    return Described(
        cell_text(authors or _value(citation.institution)),
        cell_text(title),
        cell_text(" ".join(_value(part) for part in where if part)),
        cell_text(_value(citation.year)),
        cell_text(_value(citation.url)),
    )


def rows(run: Run) -> Iterator[tuple[str, ...]]:
    """Give a row for each authority of each file, in the order in which they are first cited."""
    for result in run.files:
        if result.document is not None and result.links is not None:
            yield from _file(result, result.document, result.links)


def _file(result: FileResult, document: Document, links: Links) -> Iterator[tuple[str, ...]]:
    notes: dict[int, list[str]] = {}
    for note, cited in zip(document.notes, links.cites, strict=False):
        for work in dict.fromkeys(cited):
            notes.setdefault(work, []).append(note.name)
    for number, indexes in enumerate(links.works):
        citations = [mention for index in indexes if isinstance(mention := document.mentions[index], Citation)]
        if not citations:
            continue
        first = citations[0]
        told = described(first)
        full = dict.fromkeys(document.note_of(citation).name for citation in citations)
        yield (
            cell_text(result.path),
            str(number + 1),
            first.kind.value,
            told.author,
            told.title,
            told.source,
            told.date,
            told.url,
            cell_text(", ".join(full)),
            cell_text(", ".join(notes.get(number) or full)),
            cell_text(first.span.of(document.text)),
        )


def _value(field: object) -> str:
    value = getattr(field, "value", "")
    return value if isinstance(value, str) else ""
