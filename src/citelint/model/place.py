"""Lines and columns: how people and editors count what spans count in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from citelint.model.span import Span

_LINE_END = re.compile(r"\r\n?|\n")


class Place(NamedTuple):
    """A position for a person: line and column from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """Tells line and column of positions in one text, whose lines are looked for once.

    "\\r\\n", "\\r" and "\\n" end a line, and nothing else does: a form feed or a Unicode line separator stands in one.
    """

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The position at which each line starts, in order; a text always has a first line."""
        if self._starts is None:
            self._starts = [0, *(end.end() for end in _LINE_END.finditer(self._text))]
        return self._starts

    def place(self, offset: int) -> Place:
        """Give line and column of a position; one before the text counts as its start, one behind it as its end."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """Give the span of a line, its line end left out. Raises IndexError for a number that no line has."""
        if not 1 <= number <= len(self.starts):
            raise IndexError(f"there is no line {number}")
        start = self.starts[number - 1]
        if number == len(self.starts):
            return Span(start, len(self._text))
        end = self.starts[number] - 1
        return Span(start, end - 1 if end > start and self._text[end - 1 : end + 1] == "\r\n" else end)
