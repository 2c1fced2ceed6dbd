"""Line and column of a finding, as editors and people count."""

from __future__ import annotations

import re
from bisect import bisect_right

from citelint.model.document import Document
from citelint.model.source import Part
from citelint.model.span import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """Answers where a span stands in the file, line and column counted from 1, columns in code points.

    A file that is one text has lines of its own. In a .docx a "line" is a note: its place among all notes, and the
    column counts in the note's text.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts: dict[str, list[int]] = {}

    def at(self, span: Span, note: int | None) -> tuple[int, int]:
        """Give line and column of the start of `span`, which stands in the note with the ordinal `note`."""
        source = self._document.source
        name, place = source.origin(span)
        part = next((p for p in source.parts if p.name == name), None)
        if name or part is None:
            if note is None:
                return 1, 1
            return note + 1, max(span.start - self._document.notes[note].span.start, 0) + 1
        starts = self._starts.setdefault(name, []) or self._index(part)
        line = bisect_right(starts, place.start)
        return line, place.start - starts[line - 1] + 1

    def _index(self, part: Part) -> list[int]:
        # "\r\n" and a lone "\r" end a line as well: editors count them so
        starts = self._starts[part.name] = [0, *(end.end() for end in _LINE_END.finditer(part.text))]
        return starts
