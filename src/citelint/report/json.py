"""The findings for machines, as one JSON document. Every key is always there, null where it does not apply."""

from __future__ import annotations

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.document import Document
from citelint.model.run import FileResult, Run
from citelint.report.layout.envelope import envelope
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look
from citelint.report.layout.places import origin


def report(run: Run, look: Look) -> str:
    """Give the JSON of `citelint check`."""
    return envelope(run, _file, summary=summary(run))


def _file(result: FileResult) -> dict[str, object]:
    document = result.document
    if document is None:
        return counts(result) | {"findings": []}
    lines = Lines(document)
    return counts(result) | {"findings": [entry(finding, document, lines) for finding in result.diagnostics]}


def counts(result: FileResult) -> dict[str, object]:
    """Give the counts of what a file holds."""
    return {"notes": result.notes, "citations": result.citations, "references": result.references}


def entry(finding: Diagnostic, document: Document, lines: Lines) -> dict[str, object]:
    """Give everything that is known of a finding; `lines` are those of `document`."""
    source = document.source
    note = None if finding.note is None else document.notes[finding.note]
    line, column = lines.at(finding.span, finding.note)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "rule": finding.bluebook,
        "note": note.name if note else None,
        "apparatus": note.apparatus if note else finding.apparatus,
        "section": note.section if note else finding.section,
        "part": source.origin(finding.span)[0],
        "span": origin(source, finding.span),
        "line": line,
        "column": column,
        "text": finding.span.of(source.text),
        "message": finding.message,
        "why": finding.why,
        "found": finding.found,
        "expected": finding.expected,
        "expected_note": finding.expected_note,
        "sure": {"level": finding.sure.level, "why": finding.sure.why},
        "related": [
            {
                "note": document.notes[related.note].name,
                "span": origin(source, related.span),
                "text": related.span.of(source.text),
                "message": related.message,
            }
            for related in finding.related
        ],
        "fix": finding.fix
        and {
            "safety": finding.fix.safety.value,
            "edits": [origin(source, edit.span) | {"text": edit.text} for edit in finding.fix.edits],
        },
        "group": finding.group,
        "notes": [document.notes[member].name for member in finding.members] or None,
    }


def summary(run: Run) -> dict[str, object]:
    """Give the counts of the whole run, headlines left out."""
    return {
        "files": len(run.files),
        "unread": sum(f.error is not None for f in run.files),
        "notes": sum(f.notes for f in run.files),
        "citations": sum(f.citations for f in run.files),
        "references": sum(f.references for f in run.files),
        **{f"{severity.value}s": run.count(severity) for severity in Severity},
        "let_stand": sum(f.stood for f in run.files),
        "known": sum(f.known for f in run.files),
        "fixes": sum(d.fix is not None for d in run.diagnostics),
    }
