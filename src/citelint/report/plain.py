"""One sentence a line, without frames, columns or signs: for a screen reader."""

from __future__ import annotations

from dataclasses import replace

from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult, Run
from citelint.report.layout.look import Look
from citelint.report.layout.totals import UNBROKEN, closing
from citelint.report.layout.words import capital, labels, notes_named, sentence, shown

LONGEST = 120
"""Code points of the words of a note that are read out; of longer ones only what is wrong in them."""


def report(run: Run, look: Look) -> str:
    """Give a line for each finding, the files announced where there are several, and the closing lines."""
    lines: list[str] = []
    for result in run.files:
        # that a file could not be checked is its error, which is told beside the report
        found = [] if result.is_unchecked else [finding for finding in result.diagnostics if look.shows(finding)]
        if found and len(run.files) > 1:
            lines.append(f"File {shown(result.path, look)}.")
        lines += (_line(finding, result, look) for finding in found)
    return "".join(f"{line}\n" for line in (*lines, *map(sentence, closing(run, replace(look, width=UNBROKEN)))))


def _line(finding: Diagnostic, result: FileResult, look: Look) -> str:
    where = capital(notes_named(labels(finding, result))) or "The whole piece"
    parts = (finding.severity.value.capitalize(), where, capital(_what(finding, result)))
    return shown(" ".join(sentence(part) for part in parts), look) + f" Rule {finding.code}, {finding.name}."


def _what(finding: Diagnostic, result: FileResult) -> str:
    text = finding.span.of(result.source.text) if result.source else ""
    printed = text if 0 < len(text) <= LONGEST else finding.found
    return f"{printed} should be {finding.expected}" if finding.expected and printed else finding.message
