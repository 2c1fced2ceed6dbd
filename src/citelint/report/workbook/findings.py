"""Every finding, in the order of the text; a headline has its notes in one cell, and its members the same cause."""

from __future__ import annotations

from collections.abc import Iterator

from citelint.model.run import FileResult, Run
from citelint.report.layout.words import book_rule, labels
from citelint.report.workbook.cells import cell_text
from citelint.report.workbook.sheet import Column

COLUMNS = (
    Column("file", 18),
    Column("note", 10),
    Column("severity", 10),
    Column("rule", 9),
    Column("name", 22),
    Column("text", 36),
    Column("what is wrong", 44),
    Column("should be", 22),
    Column("why", 36),
    Column("sure", 9),
    Column("Bluebook", 14),
    Column("cause", 10),
)


def rows(run: Run) -> Iterator[tuple[str, ...]]:
    """Give a row for each finding, and one for each file that could not be checked, or not in full."""
    for result in run.files:
        for what, why in result.shortfalls:
            told = (cell_text(result.path), "", "error", "", what, "", cell_text(why))
            yield (*told, *[""] * (len(COLUMNS) - len(told)))
        yield from _file(result)


def _file(result: FileResult) -> Iterator[tuple[str, ...]]:
    text = result.source.text if result.source else ""
    for finding in result.diagnostics:
        yield tuple(
            cell_text(value)
            for value in (
                result.path,
                ", ".join(labels(finding, result)),
                finding.severity.value,
                finding.code,
                finding.name,
                finding.span.of(text),
                finding.message,
                finding.expected or "",
                finding.why,
                finding.sure.level,
                book_rule(finding),
                finding.group or "",
            )
        )
