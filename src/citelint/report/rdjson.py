"""reviewdog's JSON, for review comments with suggestions to commit.

Columns count bytes of UTF-8, as reviewdog's format wants. A finding in an archive has a path and no range. Headlines
are left out, since each comment stands at a line; what follows from one cause says so.
"""

from __future__ import annotations

import json

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.run import FileResult, Run
from citelint.model.span import Span
from citelint.report.layout.causes import counted_findings
from citelint.report.layout.escape import without_controls
from citelint.report.layout.look import Look
from citelint.report.layout.paths import in_repository
from citelint.report.layout.regions import Region, Regions
from citelint.report.layout.words import labels, notes_named

_WIDEST = 2000
"""Code points that one suggestion may replace: edits further apart would hide in it what stays."""

Json = dict[str, object]

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def report(run: Run, look: Look) -> str:
    """Give the result: who found it, and a diagnostic for each finding and each file that could not be checked."""
    found = [one for result in run.files for one in _diagnostics(result, run)]
    return json.dumps({"source": {"name": "citelint"}, "diagnostics": found}, ensure_ascii=False) + "\n"


def _diagnostics(result: FileResult, run: Run) -> list[Json]:
    path = without_controls(in_repository(result.path, run))
    found: list[Json] = []
    for what, why in result.shortfalls:
        told = without_controls(f"{what}: {why}")
        found.append({"message": told, "location": {"path": path}, "severity": "ERROR"})
    if result.document is None:
        return found
    regions = Regions(result.document)
    for finding, message in counted_findings(result):
        note = notes_named(labels(finding, result))
        one: Json = {
            "message": without_controls(f"{note}: {message}" if note else message),
            "location": _location(path, regions.of(finding.span), regions),
            "severity": _SEVERITY[finding.severity],
            "code": {"value": f"{finding.code} {finding.name}"},
        }
        if suggestions := _suggestions(finding, regions):
            one["suggestions"] = suggestions
        if finding.related:
            one["relatedLocations"] = [
                {
                    "message": without_controls(related.message),
                    "location": _location(path, regions.of(related.span), regions),
                }
                for related in finding.related
            ]
        found.append(one)
    return found


def _location(path: str, region: Region | None, regions: Regions) -> Json:
    return {"path": path} if region is None else {"path": path, "range": _range(region, regions)}


def _range(region: Region, regions: Regions) -> Json:
    return {
        "start": {"line": region.start.line, "column": regions.byte_column(region.span.start)},
        "end": {"line": region.end.line, "column": regions.byte_column(region.span.end)},
    }


def _suggestions(finding: Diagnostic, regions: Regions) -> list[Json]:
    """Give the fix as one replacement: of several edits no half may be taken without the others."""
    edits = sorted(finding.fix.edits, key=lambda edit: edit.span) if finding.fix else []
    placed = [(region, edit.text) for edit in edits if (region := regions.of(edit.span)) is not None]
    if not placed or len(placed) < len(edits):
        return []
    whole = Region(Span(placed[0][0].span.start, placed[-1][0].span.end), placed[0][0].start, placed[-1][0].end)
    if whole.span.end - whole.span.start > _WIDEST:
        return []
    text, at = "", whole.span.start
    for region, new in placed:
        text += regions.words(Span(at, region.span.start)) + new
        at = region.span.end
    return [{"range": _range(whole, regions), "text": text}]
