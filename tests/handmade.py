"""Small pieces and runs, made by hand: the reports are tested without readers, parser or rules."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from citelint.model.citation import Citation, Field, Id, Kind
from citelint.model.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity, Sure
from citelint.model.document import Document, Note
from citelint.model.run import FileResult, Run
from citelint.model.source import Part, Segment, Source, SourceNote
from citelint.model.span import Span

VERSION = "9.9.9"


def piece(text: str, path: str = "essay.txt", part: str = "") -> FileResult:
    """Give the result of a file whose notes are its lines ``[label] words``, without any mention or finding."""
    spans = [(m[1], Span(m.start(2), m.end(2))) for m in re.finditer(r"^\[([^\]]+)\] ?(.*)$", text, re.M)]
    whole = Span(0, len(text))
    source = Source(
        path=path,
        format="text",
        text=text,
        parts=(Part(part, text),),
        segments=(Segment(whole, part, whole),),
        notes=tuple(SourceNote(i, label, label, span, span) for i, (label, span) in enumerate(spans)),
    )
    notes = tuple(
        Note(i, label, int(label) if label.isdecimal() else None, span, ()) for i, (label, span) in enumerate(spans)
    )
    document = Document(source, notes, ())
    return FileResult(path=path, format="text", source=source, document=document)


def counting(result: FileResult, citations: int, references: int) -> FileResult:
    """Give the result with so many citations and references in its first note, whatever stands there."""
    assert result.document is not None
    span = result.document.notes[0].span
    mentions = (
        *(Citation(index=i, note=0, span=span, kind=Kind.OTHER) for i in range(citations)),
        *(Id(index=citations + i, note=0, span=span, word=Field(span, "Id.")) for i in range(references)),
    )
    return replace(result, document=replace(result.document, mentions=mentions))


def find(result: FileResult, note: str, words: str) -> Span:
    """Give the span of `words` in the note labelled `note`."""
    assert result.document is not None
    where = next(n.span for n in result.document.notes if n.label == note)
    start = result.document.text.index(words, where.start, where.end)
    return Span(start, start + len(words))


def finding(result: FileResult, note: str | None, words: str, code: str, name: str, **more: Any) -> Diagnostic:
    """Give a finding about `words` of a note; `fix` may be (old, new) for one edit that wants an eye."""
    assert result.document is not None
    ordinal = None if note is None else next(n.ordinal for n in result.document.notes if n.label == note)
    span = Span(0, 0) if note is None else find(result, note, words)
    if isinstance(more.get("fix"), tuple):
        assert note is not None
        old, new = more["fix"]
        at = span.start + result.document.text[span.start : span.end].rindex(old)
        more["fix"] = Fix(more.pop("safety", Safety.REVIEW), (Edit(Span(at, at + len(old)), new),))
    more.setdefault("severity", Severity.ERROR)
    more.setdefault("bluebook", "")
    more.setdefault("message", f"{name} here")
    return Diagnostic(code=code, name=name, note=ordinal, span=span, **more)


def evidence(result: FileResult, note: str, words: str, message: str) -> Related:
    """Give evidence: `words` of a note, or the whole note for ""."""
    assert result.document is not None
    found = next(n for n in result.document.notes if n.label == note)
    return Related(found.ordinal, find(result, note, words) if words else found.span, message)


def with_findings(result: FileResult, *findings: Diagnostic) -> FileResult:
    """Give the result with these findings."""
    return replace(result, diagnostics=findings)


def run(*results: FileResult) -> Run:
    """Give the run of these results."""
    return Run(results, VERSION)


CERTAIN = Sure("certain", "one earlier work by Cohen")
