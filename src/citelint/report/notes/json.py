"""What was understood, for machines: every note, its citations and references, their kinds and fields."""

from __future__ import annotations

from collections import defaultdict

from citelint.model.citation import Mention
from citelint.model.document import Document
from citelint.model.run import FileResult, Run
from citelint.report.layout.envelope import envelope
from citelint.report.layout.fields import KnownNames, fields_of, kind_of
from citelint.report.layout.look import Look
from citelint.report.layout.places import origin


def report(run: Run, look: Look) -> str:
    """Give the JSON of `citelint notes`."""
    return envelope(run, lambda result: {"notes": _notes(result)})


def _notes(result: FileResult) -> list[dict[str, object]]:
    document = result.document
    if document is None:
        return []
    known = KnownNames.of(document)
    inside: dict[int, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.within is not None:
            inside[mention.within].append(mention)
    return [
        {
            "label": note.label,
            "apparatus": note.apparatus,
            "section": note.section,
            "span": origin(document.source, note.span),
            "text": note.span.of(document.text),
            "citations": [_mention(mention, document, known, inside) for mention in note.top],
            "unparsed": [origin(document.source, span) for span in note.unparsed],
        }
        for note in document.notes
        if result.reports(note)
    ]


def _mention(
    mention: Mention, document: Document, known: KnownNames, inside: dict[int, list[Mention]]
) -> dict[str, object]:
    return {
        "kind": kind_of(mention),
        "span": origin(document.source, mention.span),
        "text": mention.span.of(document.text),
        "signal": mention.signal.value if mention.signal else None,
        "fields": fields_of(mention, known),
        "nested": [_mention(inner, document, known, inside) for inner in inside[mention.index]],
    }
