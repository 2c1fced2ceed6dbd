"""Where something stands: half-open ranges of code points."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of code points in one text.

    It is a named tuple and no dataclass because a document makes more spans than anything else.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words of `text` that stand in this span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether this span and `other` share a code point."""
        return self.start < other.end and other.start < self.end


span_of: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Give the span of a pair ``(start, end)``, in half the time that `Span` takes: for where thousands are made."""
