"""GitLab's Code Quality report: what a merge request shows beside its changes.

GitLab counts what it is given, so headlines are left out; what follows from one cause says so. A file that could not
be checked is a blocker, since an empty report would look like a pass.
"""

from __future__ import annotations

import json
from hashlib import blake2b

from citelint.model.diagnostic import Severity
from citelint.model.run import FileResult, Run
from citelint.report.layout.causes import counted_findings
from citelint.report.layout.escape import without_controls
from citelint.report.layout.look import Look
from citelint.report.layout.occurrences import Occurrences
from citelint.report.layout.paths import in_repository
from citelint.report.layout.regions import Regions
from citelint.report.layout.words import labels, notes_named

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def report(run: Run, look: Look) -> str:
    """Give the report: a list, empty where nothing was found."""
    seen = Occurrences()
    return json.dumps([one for f in run.files for one in _entries(f, run, seen)], ensure_ascii=False, indent=1) + "\n"


def _entries(result: FileResult, run: Run, seen: Occurrences) -> list[dict[str, object]]:
    path = without_controls(in_repository(result.path, run))
    entries = []
    for what, why in result.shortfalls:
        print_ = seen.told_apart(_hash(path, "error"))
        entries.append(_entry(f"{what}: {why}", what.replace(" ", "-"), "blocker", path, 1, print_))
    if result.document is None:
        return entries
    regions = Regions(result.document)
    for finding, message in counted_findings(result):
        region = regions.of(finding.span)
        note = notes_named(labels(finding, result))
        print_ = seen.told_apart(_hash(path, result.fingerprint(finding).whole))
        told = f"{note}: {message}" if note else message
        check = f"{finding.code} {finding.name}"
        entries.append(
            _entry(told, check, _SEVERITY[finding.severity], path, region.start.line if region else 1, print_)
        )
    return entries


def _entry(told: str, check: str, severity: str, path: str, line: int, print_: str) -> dict[str, object]:
    return {
        "description": without_controls(told),
        "check_name": check,
        "fingerprint": print_,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": line}},
    }


def _hash(*texts: str) -> str:
    return blake2b("\x00".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
