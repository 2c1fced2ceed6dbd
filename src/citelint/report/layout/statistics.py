"""Counts in the place of findings: a line for each rule."""

from __future__ import annotations

from collections import Counter

from citelint.model.run import Run
from citelint.report.layout.look import Look
from citelint.report.layout.totals import closing


def report(run: Run, look: Look) -> str:
    """Give the rules by how often they were broken, then the closing lines. Suggestions are counted where shown."""
    found = [d for d in run.diagnostics if look.shows(d)]
    counts = Counter((d.severity, d.code, d.name) for d in found)
    fixes = Counter((d.severity, d.code) for d in found if d.fix)
    width = len(f"{max(counts.values(), default=0):,}")
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0][0].rank, row[0][1]))
    lines = [
        f"{count:>{width},}  {severity.value:<10}  {code}  {name}"
        + (f"  [{fixes[severity, code]:,} with a fix]" if fixes[severity, code] else "")
        for (severity, code, name), count in rows
    ]
    end = closing(run, look)
    return "".join(f"{line}\n" for line in (*lines, *([""] if lines and end else []), *end))
