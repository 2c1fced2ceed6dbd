"""Stretches of a file that machines mark: where they begin and end, in lines and columns."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.document import Document
from citelint.model.place import LineIndex, Place
from citelint.model.span import Span

_STEP = 4096


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a file: `span` in code points of its text, and the places of its start and its end (exclusive)."""

    span: Span
    start: Place
    end: Place


class Regions:
    """Answers which stretch of the file a span was read from; None for a file that is an archive and has no lines."""

    def __init__(self, document: Document) -> None:
        self._source = document.source
        self._text = next((part.text for part in document.source.parts if not part.name), None)
        self._lines = LineIndex(self._text or "")
        self._ascii = self._text is None or self._text.isascii()
        self._bytes: list[int] = [0]

    def of(self, span: Span) -> Region | None:
        """Give the stretch of the file that `span`, counted in the text of the piece, was read from."""
        part, place = self._source.origin(span)
        if self._text is None or part:
            return None
        return Region(place, self._lines.place(place.start), self._lines.place(place.end))

    def words(self, span: Span) -> str:
        """Give the text of a stretch of the file, as the file has it."""
        return span.of(self._text or "")

    def byte_column(self, offset: int) -> int:
        """Give the column, from 1, of a code point of the file, counted in bytes of UTF-8."""
        place = self._lines.place(offset)
        if self._ascii:
            return place.column
        return 1 + self._bytes_before(offset) - self._bytes_before(offset - place.column + 1)

    def _bytes_before(self, offset: int) -> int:
        # counted once in steps, so that many places in one long line do not each count it all
        text = self._text or ""
        step, rest = divmod(min(max(offset, 0), len(text)), _STEP)
        while len(self._bytes) <= step:
            start = (len(self._bytes) - 1) * _STEP
            self._bytes.append(self._bytes[-1] + _size(text[start : start + _STEP]))
        return self._bytes[step] + _size(text[step * _STEP : step * _STEP + rest])


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
