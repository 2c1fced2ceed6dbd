"""A row for each paper of a class or an issue: what was counted, errors by family, and what to look at first."""

from __future__ import annotations

import re
from collections import Counter

from citelint.model.diagnostic import Severity
from citelint.model.run import FileResult, Run
from citelint.report.layout.look import Look
from citelint.report.layout.spreadsheet import comma_separated
from citelint.report.layout.stories import stories
from citelint.report.layout.words import labels, notes_joined

FIRST = 3
"""So many headlines of a paper are told."""

NO_NOTES = "there are no notes in it"

_FAMILY = re.compile(r"[A-Z]+")


def report(run: Run, look: Look) -> str:
    """Give the table as CSV: the papers in order, the families of `run.rules` and of what was found as columns."""
    codes = {rule.code for rule in run.rules} | {d.code for f in run.files for d in f.diagnostics}
    families = sorted({_family(code) for code in codes})
    heads = (
        *("paper", "notes", "citations", "references", "errors", "warnings", "suggestions"),
        *(f"errors {family}" for family in families),
        *(f"headline {number}" for number in range(1, FIRST + 1)),
        "could not be checked",
    )
    return comma_separated([heads, *(_row(result, families, look) for result in run.files)])


def _row(result: FileResult, families: list[str], look: Look) -> tuple[str, ...]:
    found = [finding for finding in result.diagnostics if not finding.is_headline]
    counts = Counter(finding.severity for finding in found)
    errors = Counter(_family(finding.code) for finding in found if finding.severity is Severity.ERROR)
    if result.error is not None and result.document is None:
        # a paper that was not read has no counts: nought would read as a clean one
        return (result.path, *[""] * (6 + len(families) + FIRST), result.error)
    return (
        result.path,
        *(str(count) for count in (result.notes, result.citations, result.references)),
        *(str(counts[severity]) for severity in Severity),
        *(str(errors[family]) for family in families),
        *_headlines(result, look),
        result.trouble or (NO_NOTES if result.empty else ""),
    )


def _headlines(result: FileResult, look: Look) -> list[str]:
    told = []
    for story in stories(result, look)[:FIRST]:
        where = notes_joined(labels(story.first, result))
        more = len(story.findings) - 1 if story.headline is None else 0
        like = f" (and {more} more of {story.first.code})" if more else ""
        told.append(f"{f'{where}: ' if where else ''}{story.first.message}{like}")
    return [*told, *[""] * (FIRST - len(told))]


def _family(code: str) -> str:
    match = _FAMILY.match(code)
    return match[0] if match else code
