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
    return {
        "note": document.note_of(mention).label,
        "span": origin(document.source, mention.span),
        "text": mention.span.of(document.text),
    }
