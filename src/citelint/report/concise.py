"""One line for each finding, in the order of the text: for editors, and for reading many files."""

from __future__ import annotations

from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult, Run
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.totals import closing
from citelint.report.layout.words import labels, notes_named, shown


def report(run: Run, look: Look) -> str:
    """Give ``path:line:column: severity CODE name: note 12: message`` for each finding, and the closing lines.

    A line ends with "[*]" where there is a fix.
    """
    lines: list[str] = []
    for result in run.files:
        places = Lines(result.document) if result.document else None
        lines += (_line(finding, result, places, look) for finding in result.diagnostics if look.shows(finding))
    return "".join(f"{line}\n" for line in (*lines, *closing(run, look)))


def _line(finding: Diagnostic, result: FileResult, places: Lines | None, look: Look) -> str:
    paint = Paint(look.colour)
    line, column = places.at(finding.span, finding.note) if places else (1, 1)
    note = notes_named(labels(finding, result))
    words = f"{note}: {finding.message}" if note else finding.message
    kind = paint.severity(finding.severity.value, finding.severity)
    fix = " [*]" if finding.fix else ""
    return (
        f"{shown(result.path, look)}:{line}:{column}: {kind} {finding.code} {finding.name}: {shown(words, look)}{fix}"
    )
