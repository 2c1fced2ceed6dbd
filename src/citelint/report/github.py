"""Annotations for GitHub Actions: at most ten, root causes first, the rest in the step's summary if there is one."""

from __future__ import annotations

from collections.abc import Iterator

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.run import FileResult, Run
from citelint.report.layout.escape import visible, without_controls
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look
from citelint.report.layout.paths import in_repository
from citelint.report.layout.totals import checked
from citelint.report.layout.words import counted, labels, notes_named

MOST = 10
"""GitHub shows ten annotations of a step and drops the rest without a word."""

ROWS = 1000
"""Rows of the summary: GitHub refuses one larger than 1 MiB whole."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def report(run: Run, look: Look) -> str:
    """Give workflow commands, and a line that tells how many more there are."""
    unread = _unread(run)
    found = list(_by_weight(run))
    lines = unread[:MOST]
    lines += [_annotation(*entry, run) for entry in found[: MOST - len(lines)]]
    if (more := len(unread) + len(found) - len(lines)) > 0:
        where = " in the summary" if look.summed else ": citelint check lists them all"
        lines.append(f"{counted(more, 'finding')} more{where}")
    return "".join(f"{line}\n" for line in (*lines, checked(run)))


def summary(run: Run) -> str:
    """Give the step's summary: HTML in which everything from the manuscript is escaped."""
    rows = [(f.path, "", "error", "", f"could not be checked: {f.error}") for f in run.files if f.error is not None]
    rows += [(f.path, "", "error", "", f"not checked in full: {gap}") for f in run.files for gap in f.gaps]
    for finding, result in _by_weight(run):
        note = notes_named(labels(finding, result))
        rows.append((result.path, note, finding.severity.value, f"{finding.code} {finding.name}", finding.message))
    lines = ["<h3>citelint</h3>", f"<p>{_html(checked(run))}</p>"]
    if rows:
        head = "".join(f"<th>{word}</th>" for word in ("File", "Note", "Severity", "Rule", "Finding"))
        body = ("".join(f"<td>{_html(cell)}</td>" for cell in row) for row in rows[:ROWS])
        lines += ["<table>", f"<tr>{head}</tr>", *(f"<tr>{cells}</tr>" for cells in body), "</table>"]
    if len(rows) > ROWS:
        lines.append(f"<p>{counted(len(rows) - ROWS, 'finding')} more: citelint check lists them all.</p>")
    return "\n".join(lines) + "\n\n"


def _by_weight(run: Run) -> Iterator[tuple[Diagnostic, FileResult]]:
    """Give the findings, causes first and then the graver; a cause stands for its members that are no graver."""
    found = [(finding, result) for result in run.files for finding in result.diagnostics]
    causes = {(id(result), finding.group): finding for finding, result in found if finding.is_headline}
    kept = [(f, r) for f, r in found if f.is_headline or not _is_said(f, causes.get((id(r), f.group)))]
    yield from sorted(kept, key=lambda entry: (not entry[0].members, entry[0].severity.rank))


def _is_said(finding: Diagnostic, cause: Diagnostic | None) -> bool:
    return finding.group is not None and cause is not None and cause.severity.rank <= finding.severity.rank


def _unread(run: Run) -> list[str]:
    return [
        f"::error file={_property(in_repository(f.path, run))},title={what}::{_text(why)}"
        for f in run.files
        for what, why in f.shortfalls
    ]


def _annotation(finding: Diagnostic, result: FileResult, run: Run) -> str:
    place = f"file={_property(in_repository(result.path, run))}"
    # the "line" of a .docx is a note, which GitHub would show beside some line of nothing
    if result.document is not None and result.is_lined:
        line, column = Lines(result.document).at(finding.span, finding.note)
        place += f",line={line},col={column}"
    note = notes_named(labels(finding, result))
    message = f"{note}: {finding.message}" if note else finding.message
    title = _property(f"{finding.code} {finding.name}")
    return f"::{_COMMAND[finding.severity]} {place},title={title}::{_text(message)}"


def _text(text: str) -> str:
    return without_controls(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")


def _html(text: str) -> str:
    from html import escape

    return escape(visible(text))
