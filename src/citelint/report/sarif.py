"""SARIF 2.1.0, for code scanning and for viewers of it.

Paths are counted from the root of the repository. A finding in a file of lines has a region, its evidence as related
places and its fix; one in an archive, which has no lines, is placed by its note (a logical location), with part and
position among its properties. What follows from one cause are results of their own beside the headline, all with
the same "group". A file that could not be checked is a notification, and the run is then no successful one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.document import Document, Note
from citelint.model.fingerprint import Fingerprint
from citelint.model.run import FileResult, Run
from citelint.model.span import Span
from citelint.report.layout.escape import without_controls
from citelint.report.layout.look import Look
from citelint.report.layout.occurrences import Occurrences
from citelint.report.layout.paths import as_uri, in_repository
from citelint.report.layout.places import origin
from citelint.report.layout.regions import Region, Regions
from citelint.report.layout.words import labels, notes_named, sentence

Json = dict[str, object]

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_ROOT = "SRCROOT"

_NO_LINE: Json = {"startLine": 1}
"""Where an archive, which has no lines, is pointed at: code scanning takes no place without a line."""


def report(run: Run, look: Look) -> str:
    """Give the log: one run, its rules, and a result for each finding."""
    codes = sorted({finding.code for result in run.files for finding in result.diagnostics})
    indexes = {code: index for index, code in enumerate(codes)}
    made: Json = {
        "tool": {
            "driver": {
                "name": "citelint",
                "version": run.version,
                "semanticVersion": run.version,
                "rules": _rules(codes, run),
            }
        },
        "invocations": [_invocation(run)],
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _artifact(result, run)} for result in run.files],
        "results": [one for index, result in enumerate(run.files) for one in _results(result, index, indexes, run)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [made]}
    return json.dumps(log, ensure_ascii=False) + "\n"


def _rules(codes: Iterable[str], run: Run) -> list[Json]:
    told = {rule.code: rule for rule in run.rules}
    first = {finding.code: finding for result in reversed(run.files) for finding in reversed(result.diagnostics)}
    rules: list[Json] = []
    for code in codes:
        rule: Json = {"id": code, "name": first[code].name}
        if text := told.get(code):
            rule |= {
                "shortDescription": {"text": sentence(text.summary)},
                "fullDescription": {"text": text.doc},
                "help": {"text": text.doc, "markdown": text.doc},
                "defaultConfiguration": {"level": _LEVEL[text.severity]},
            }
        if first[code].bluebook:
            rule["properties"] = {"bluebook": first[code].bluebook}
        rules.append(rule)
    return rules


def _invocation(run: Run) -> Json:
    unread = [
        {
            "level": "error",
            "message": {"text": without_controls(f"{what}: {why}")},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(result, run)}}],
        }
        for result in run.files
        for what, why in _not_done(result)
    ]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": unread}


def _not_done(result: FileResult) -> tuple[tuple[str, str], ...]:
    # a finding that tells of an error does not make the run a success
    untold = result.error is not None and bool(result.diagnostics)
    return ((("could not be checked", result.error or ""),) if untold else ()) + result.shortfalls


def _artifact(result: FileResult, run: Run, index: int | None = None) -> Json:
    uri = as_uri(in_repository(result.path, run))
    place: Json = {"uri": uri}
    if ":" not in uri:
        place["uriBaseId"] = _ROOT
    return place if index is None else place | {"index": index}


def _results(result: FileResult, index: int, indexes: dict[str, int], run: Run) -> list[Json]:
    document = result.document
    if document is None:
        return []
    regions, seen = Regions(document), Occurrences()
    artifact = _artifact(result, run, index)
    return [
        {
            "ruleId": finding.code,
            "ruleIndex": indexes[finding.code],
            "level": _LEVEL[finding.severity],
            "message": {"text": _message(finding, result)},
            "locations": [_location(finding.span, finding.note, document, regions, artifact)],
            "relatedLocations": [
                {"id": number, "message": {"text": without_controls(related.message)}}
                | _location(related.span, related.note, document, regions, artifact)
                for number, related in enumerate(finding.related, 1)
            ],
            "partialFingerprints": _fingerprints(result.fingerprint(finding), seen),
            **_fixes(finding, regions, artifact),
            "properties": _properties(finding, result, document),
        }
        for finding in result.diagnostics
    ]


def _message(finding: Diagnostic, result: FileResult) -> str:
    note = notes_named(labels(finding, result))
    return without_controls(sentence(f"{note}: {finding.message}" if note else finding.message))


def _location(span: Span, ordinal: int | None, document: Document, regions: Regions, artifact: Json) -> Json:
    place: Json = {"artifactLocation": artifact}
    region = regions.of(span)
    place["region"] = _region(region) if region is not None else _NO_LINE
    location: Json = {"physicalLocation": place}
    if ordinal is not None:
        location["logicalLocations"] = [_logical(document.notes[ordinal])]
    return location


def _logical(note: Note) -> Json:
    kind = note.apparatus.removesuffix("s")
    name = without_controls(note.name)
    section = f"section {note.section}, " if note.section > 1 else ""
    return {"name": f"note {name}", "fullyQualifiedName": f"{section}{kind} {name}", "kind": kind}


def _region(region: Region) -> Json:
    return {
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
        "charOffset": region.span.start,
        "charLength": region.span.end - region.span.start,
    }


def _fingerprints(known: Fingerprint, seen: Occurrences) -> dict[str, str]:
    return {"citelintCitation/v1": known.key, "citelintPlace/v1": seen.told_apart(known.whole)}


def _fixes(finding: Diagnostic, regions: Regions, artifact: Json) -> Json:
    if finding.fix is None:
        return {}
    replacements = []
    for edit in finding.fix.edits:
        if (region := regions.of(edit.span)) is None:
            return {}
        replacements.append({"deletedRegion": _region(region), "insertedContent": {"text": edit.text}})
    what = f"{finding.name}: {'safe' if finding.fix.safety.value == 'safe' else 'to be reviewed'}"
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"fixes": [{"description": {"text": what}, "artifactChanges": [change]}]}


def _properties(finding: Diagnostic, result: FileResult, document: Document) -> Json:
    known: Json = {
        "notes": labels(finding, result),
        "headline": finding.is_headline,
        "group": finding.group,
        "found": finding.found,
        "expected": finding.expected,
        "expectedNote": finding.expected_note,
        "why": finding.why or None,
        "sure": finding.sure.level,
        "because": finding.sure.why or None,
    }
    part = document.source.origin(finding.span)[0]
    if part:
        known |= {"part": part, "span": origin(document.source, finding.span)}
    return {name: value for name, value in known.items() if value is not None}
