"""Every reference back and forth: what is typed, what it should be, and the source that is meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from citelint.model.citation import CrossReference, Reference, Supra
from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.document import Document
from citelint.model.link import Found, Links, Lost, Why
from citelint.model.run import FileResult, Run
from citelint.report.layout.fields import kind_of
from citelint.report.workbook.cells import cell_text
from citelint.report.workbook.sheet import Column

COLUMNS = (
    Column("file", 18),
    Column("note", 7),
    Column("kind", 14),
    Column("reference", 38),
    Column("typed", 9),
    Column("should be", 9),
    Column("result", 14),
    Column("in full in note", 9),
    Column("means", 44),
    Column("what was found", 40),
)


def rows(run: Run) -> Iterator[tuple[str, ...]]:
    """Give a row for each reference of each file, in the order of the text."""
    for result in run.files:
        if result.document is not None and result.links is not None:
            yield from _file(result, result.document, result.links)


def _file(result: FileResult, document: Document, links: Links) -> Iterator[tuple[str, ...]]:
    found = sorted((d for d in result.diagnostics if not d.is_headline), key=lambda d: d.span)
    starts = [finding.span.start for finding in found]
    for reference in document.references:
        if result.reports(document.note_of(reference)):
            inside = found[bisect_left(starts, reference.span.start) : bisect_right(starts, reference.span.end)]
            yield _row(result, document, links, reference, [d for d in inside if d.note == reference.note])


def _row(
    result: FileResult, document: Document, links: Links, reference: Reference, findings: list[Diagnostic]
) -> tuple[str, ...]:
    link = links.of(reference.index)
    full = cell_text(document.note_of(link.citation).name) if isinstance(link, Found) else ""
    means = cell_text(link.citation.span.of(document.text)) if isinstance(link, Found) else ""
    return (
        cell_text(result.path),
        cell_text(document.note_of(reference).name),
        kind_of(reference),
        cell_text(reference.span.of(document.text)),
        _typed(reference),
        cell_text(next((d.expected_note for d in findings if d.expected_note), "")),
        _result(link, findings),
        full,
        means,
        "\n".join(cell_text(f"{d.severity.value} {d.code}: {d.message}") for d in findings),
    )


def _typed(reference: Reference) -> str:
    numbers = reference.numbers if isinstance(reference, Supra | CrossReference) else ()
    return cell_text(", ".join(number.value for number in numbers))


def _result(link: Found | Lost, findings: list[Diagnostic]) -> str:
    if any(finding.severity is Severity.ERROR for finding in findings):
        return "wrong"
    if any(finding.severity is Severity.WARNING for finding in findings):
        return "look at it"
    if isinstance(link, Found):
        return "right" if link.certain else "probably right"
    return "a place in the piece" if link.why is Why.INTERNAL else f"not found: {link.why.value.replace('-', ' ')}"
