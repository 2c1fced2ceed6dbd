"""The printed text, and where each stretch of it stood in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from citelint.model.source import Segment, Style, Typeface
from citelint.model.span import Span
from citelint.read.commonmark.blocks import Piece
from citelint.read.commonmark.tokens import InlineNote, Role, Run, Token, Tokens

_GAP = "\n\n"
_NO_NOTES: Mapping[Token, InlineNote] = {}


class Strand:
    """The characters of one block, its pieces joined, and the place in the file of each."""

    __slots__ = ("_begins", "_pieces", "base", "characters")

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self.base: int | None = None
        """Where the characters begin in the file, None where they are of several pieces."""
        if len(pieces) == 1:
            self.base = pieces[0].start
            self.characters = text[pieces[0].start : pieces[0].end]
            return
        self.characters = "".join([text[start:end] for start, end in pieces])
        self._begins = [0]
        for start, end in pieces[:-1]:
            self._begins.append(self._begins[-1] + end - start)

    def places(self, start: int, end: int) -> Iterable[tuple[int, int]]:
        """Give the stretches of the file that characters `start` to `end` stand in."""
        if self.base is not None:
            yield self.base + start, self.base + end
            return
        index = bisect_right(self._begins, start) - 1
        while start < end:
            piece, begins = self._pieces[index], self._begins[index]
            stop = min(end, begins + piece.end - piece.start)
            yield piece.start + start - begins, piece.start + stop - begins
            start = stop
            index += 1


class Weave:
    """A printed text in the making: what is copied from the file, what is made, and the typefaces."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._segments: list[tuple[int, int, int]] = []
        # the last segment, which may yet grow: its place in the printed text, its start and end in the file
        self._place = self._start = self._end = 0
        self._gap = False
        self.styles: list[Style] = []
        self.length = 0
        """How many code points are printed so far."""

    def separate(self) -> None:
        """Put an empty line before what is printed next."""
        self._gap = self.length > 0

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
        """Print words that do not stand in the file, behind the empty line that is due."""
        self.here()
        self._parts.append(words)
        self.length += len(words)

    def copy(self, start: int, end: int) -> None:
        """Print the stretch of the file from `start` to `end`."""
        if start >= end:
            return
        if self._gap:
            self.here()
        self._parts.append(self._text[start:end])
        if start != self._end or self.length - self._place != start - self._start:
            self._segments.append((self._place, self._start, self._end))
            self._place, self._start = self.length, start
        self._end = end
        self.length += end - start

    def _copy_characters(self, strand: Strand, start: int, end: int) -> None:
        if strand.base is not None:
            self.copy(strand.base + start, strand.base + end)
        else:
            for place in strand.places(start, end):
                self.copy(*place)

    def print(self, tokens: Tokens, strand: Strand, notes: Mapping[Token, InlineNote] = _NO_NOTES) -> None:
        """Print part of a block, and keep what is set in a typeface.

        Of an inline note in it, one of `notes`, the signs alone are printed.
        """
        done = tokens.start
        for token in tokens.tokens:
            role = token.role
            if role is Role.TEXT:
                continue
            start, end = token.start, token.end
            if isinstance(token, Run):
                start, end = start + token.left, end - token.right
                if start == token.start and end == token.end:
                    continue
            if token.start > done:
                self._copy_characters(strand, done, token.start)
            done = token.end
            before = self.next
            if role is Role.MADE:
                self.make(token.value)
            elif role is not Role.DROP and start < end:
                self._copy_characters(strand, start, end)
            token.printed = (before, self.next)
            if role is Role.NOTE:
                closing = notes[token].closing
                self._copy_characters(strand, closing.start, closing.end)
                closing.printed = (self.next - 1, self.next)
                done = closing.end
        self._copy_characters(strand, done, tokens.end)
        for pair in tokens.pairs:
            start, end = pair.opening.printed[1], pair.closing.printed[0]
            if start < end:
                self.styles.append(Style(Span(start, end), pair.typeface))

    def print_simple(self, strand: Strand, italics: list[tuple[int, int]]) -> None:
        """Print a block that holds no other markup than pairs of asterisks: where they begin and end is given."""
        done = 0
        for start, end in italics:
            self._copy_characters(strand, done, start)
            before = self.next
            self._copy_characters(strand, start + 1, end - 1)
            self.styles.append(Style(Span(before, self.length), Typeface.ITALIC))
            done = end
        self._copy_characters(strand, done, len(strand.characters))

    @property
    def text(self) -> str:
        """The text printed so far."""
        return "".join(self._parts)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Where its stretches came from, in order."""
        return tuple(
            [
                Segment(Span(place, place + end - start), "", Span(start, end))
                for place, start, end in (*self._segments, (self._place, self._start, self._end))
                if start < end
            ]
        )
