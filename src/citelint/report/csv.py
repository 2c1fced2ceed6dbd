"""The findings for a spreadsheet: a row for each, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult, Run
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look
from citelint.report.layout.spreadsheet import comma_separated
from citelint.report.layout.words import book_rule, labels

COLUMNS = (
    *("file", "note", "line", "column", "severity", "code", "name", "text", "message", "found", "expected"),
    *("expected note", "why", "sure", "rule", "fix", "cause"),
)


def report(run: Run, look: Look) -> str:
    """Give the table. A headline has its notes in one cell; its members follow, with the same cause."""
    return comma_separated([COLUMNS, *(row for result in run.files for row in _rows(result))])


def _rows(result: FileResult) -> Iterator[tuple[str, ...]]:
    for what, why in result.shortfalls:
        told = ("error", "", what.replace(" ", "-"), "", why)
        yield (result.path, "", "", "", *told, *[""] * (len(COLUMNS) - 9))
    lines = Lines(result.document) if result.document else None
    for finding in result.diagnostics:
        yield _row(finding, result, lines)


def _row(finding: Diagnostic, result: FileResult, lines: Lines | None) -> tuple[str, ...]:
    line, column = lines.at(finding.span, finding.note) if lines else (1, 1)
    return (
        result.path,
        ", ".join(labels(finding, result)),
        str(line),
        str(column),
        finding.severity.value,
        finding.code,
        finding.name,
        finding.span.of(result.source.text) if result.source else "",
        finding.message,
        finding.found or "",
        finding.expected or "",
        finding.expected_note or "",
        finding.why,
        finding.sure.level,
        book_rule(finding),
        finding.fix.safety.value if finding.fix else "",
        finding.group or "",
    )
