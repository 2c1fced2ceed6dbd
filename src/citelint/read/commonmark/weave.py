"""The printed text, and where each stretch of it stood in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from citelint.model.source import Segment, Style
from citelint.model.span import Span
from citelint.read.commonmark.blocks import Piece
from citelint.read.commonmark.tokens import Role, Tokens

_GAP = "\n\n"


class Strand:
    """The characters of one block, its pieces joined, and the place in the file of each."""

    __slots__ = ("_begins", "_pieces", "characters")

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.characters = "".join([text[start:end] for start, end in pieces])
        self._pieces = pieces
        self._begins = [0]
        for start, end in pieces[:-1]:
            self._begins.append(self._begins[-1] + end - start)

    def places(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Give the stretches of the file that characters `start` to `end` stand in."""
        if len(self._pieces) == 1:
            begin = self._pieces[0].start
            yield begin + start, begin + end
            return
        index = bisect_right(self._begins, start) - 1
        while start < end:
            piece, begins = self._pieces[index], self._begins[index]
            stop = min(end, begins + piece.end - piece.start)
            yield piece.start + start - begins, piece.start + stop - begins
            start = stop
            index += 1


class Weave:
    """A printed text in the making: what is copied from the file, what is made, and the styles."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._segments: list[list[int]] = []
        self._gap = False
        self.styles: list[Style] = []
        self.length = 0
        """How many code points are printed so far."""

    def separate(self) -> None:
        """Put an empty line before what is printed next."""
        self._gap = self.length > 0

    def join(self) -> None:
        """Print what comes next right behind what is printed, without the empty line that was due."""
        self._gap = False

    @property
    def next(self) -> int:
        """The position at which the next character will be printed, an empty line that is due counted."""
        return self.length + len(_GAP) if self._gap else self.length

    def here(self) -> int:
        """Print the empty line that is due, and give the position of the next character."""
        if self._gap:
            self._gap = False
            self.make(_GAP)
        return self.length

    def make(self, words: str) -> None:
        """Print words that do not stand in the file."""
        self._parts.append(words)
        self.length += len(words)

    def copy(self, start: int, end: int) -> None:
        """Print the stretch of the file from `start` to `end`."""
        if start >= end:
            return
        position = self.here()
        self._parts.append(self._text[start:end])
        self.length += end - start
        if self._segments:
            last = self._segments[-1]
            if last[2] == start and last[0] + last[2] - last[1] == position:
                last[2] = end
                return
        self._segments.append([position, start, end])

    def print(self, tokens: Tokens, strand: Strand) -> None:
        """Print the tokens of a block, or of an inline note in it, and keep what is set in a typeface."""
        for token in tokens.tokens:
            before = self.next
            if token.role is Role.MADE:
                self.here()
                self.make(token.value)
            elif token.role is not Role.DROP:
                for start, end in strand.places(token.start, token.end):
                    self.copy(start, end)
            token.printed = (before, self.next)
        for pair in tokens.pairs:
            start, end = pair.opening.printed[1], pair.closing.printed[0]
            if start < end:
                self.styles.append(Style(Span(start, end), pair.typeface))

    @property
    def text(self) -> str:
        """The text printed so far."""
        return "".join(self._parts)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Where its stretches came from, in order."""
        return tuple(
            Segment(Span(position, position + end - start), "", Span(start, end))
            for position, start, end in self._segments
        )
