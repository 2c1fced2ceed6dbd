"""Positions for machines: spans of the file, not of the text that the stages see."""

from __future__ import annotations

from citelint.model.citation import Mention
from citelint.model.document import Document
from citelint.model.source import Source
from citelint.model.span import Span


def origin(source: Source, span: Span) -> dict[str, int]:
    """Give the code points of the part that `span` was read from."""
    _, place = source.origin(span)
    return {"start": place.start, "end": place.end}


def place_of(document: Document, mention: Mention) -> dict[str, object]:
    """Give the note's label, the span in the file and the words of a mention."""
    return _place(document, mention, mention.span)


def reference_of(document: Document, reference: Mention) -> dict[str, object]:
    """Give the same of a reference without its parentheticals: what is quoted there refers on its own account."""
    end = min((p.span.start for p in reference.parentheticals), default=reference.span.end)
    words = document.text[reference.span.start : max(end, reference.span.start)].rstrip()
    span = Span(reference.span.start, reference.span.start + len(words)) if words else reference.span
    return _place(document, reference, span)


def _place(document: Document, mention: Mention, span: Span) -> dict[str, object]:
    return {
        "note": document.note_of(mention).label,
        "span": origin(document.source, span),
        "text": span.of(document.text),
    }
