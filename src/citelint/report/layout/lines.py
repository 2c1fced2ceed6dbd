"""Line and column of a finding, as editors and people count."""

from __future__ import annotations

from citelint.model.document import Document
from citelint.model.place import LineIndex, Place
from citelint.model.span import Span


class Lines:
    """Answers where a span stands in the file, line and column counted from 1, columns in code points.

    A file that is one text has lines of its own. In a .docx a "line" is a note: its place among all notes, and the
    column counts in the note's text.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._index = next((LineIndex(part.text) for part in document.source.parts if not part.name), None)

    def at(self, span: Span, note: int | None) -> Place:
        """Give line and column of the start of `span`, which stands in the note with the ordinal `note`."""
        part, place = self._document.source.origin(span)
        if self._index is not None and not part:
            return self._index.place(place.start)
        if note is None:
            return Place(1, 1)
        return Place(note + 1, max(span.start - self._document.notes[note].span.start, 0) + 1)
