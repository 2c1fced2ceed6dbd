"""The text as it is shown, where each stretch of it stood in the file, and the typefaces it is set in."""

from __future__ import annotations

import re
from typing import NamedTuple

from citelint.model.source import Segment, Style, Typeface
from citelint.model.span import Span
from citelint.read.markup.tree import Text, Tree

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNEVEN = re.compile(r"[\t\n\r\f]|  ")
_PARAGRAPH, _LINE = "\n\n", "\n"


class Paragraph(NamedTuple):
    """A stretch of the shown text between two breaks, and the index of the item that its first words are."""

    start: int
    end: int
    item: int


class Printer:
    """A shown text in the making. White space runs together to a blank, as in a browser."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._parts: list[str] = []
        self._segments: list[tuple[int, int, int]] = []
        self._spelled: list[tuple[int, int, int, int]] = []
        self._runs: list[tuple[int, int, frozenset[Typeface]]] = []
        self._blank: tuple[int, int] | None = None
        self._gap = ""
        self._fresh = True
        self._began: tuple[int, int] | None = None
        self.length = 0
        """How many code points are printed so far."""
        self.faces: frozenset[Typeface] = frozenset()
        """The typefaces that what is printed next is set in."""
        self.paragraphs: list[Paragraph] = []

    def break_paragraph(self) -> None:
        """Let what is printed next begin a paragraph."""
        if self._began is not None:
            self.paragraphs.append(Paragraph(self._began[0], self.length, self._began[1]))
            self._began = None
        self._gap = _PARAGRAPH if self.length else ""
        self._blank, self._fresh = None, True

    def break_line(self) -> None:
        """Let what is printed next begin a line."""
        if not self._gap and not self._fresh:
            self._gap = _LINE
        self._blank, self._fresh = None, True

    def text(self, text: Text, item: int) -> None:
        """Print a stretch of the file, the item with this index."""
        if text.value is not None:
            self._spell(text, text.value, item)
            return
        source = self._tree.text
        if not _UNEVEN.search(source, text.start, text.end):
            self._even(text.start, text.end, item)
            return
        at = text.start
        for blanks in _BLANKS.finditer(source, text.start, text.end):
            if blanks.start() > at:
                self._copy(at, blanks.start(), item)
            if not self._fresh and self._blank is None:
                self._blank = blanks.span()
            at = blanks.end()
        if at < text.end:
            self._copy(at, text.end, item)

    def here(self, item: int) -> int:
        """Print the break or the blank that is due, and give the position of what is printed next."""
        self._flush(item)
        # blanks at the beginning of what follows are not shown
        self._fresh = True
        return self.length

    def make(self, words: str, item: int) -> None:
        """Print words that do not stand in the file."""
        self._flush(item)
        self._add(words)

    def _even(self, start: int, end: int, item: int) -> None:
        """Print a stretch in which no white space runs together, but at its ends it may with what is around it."""
        source = self._tree.text
        if source[start] == " ":
            if not self._fresh and self._blank is None:
                self._blank = (start, start + 1)
            start += 1
        last = start < end and source[end - 1] == " "
        if start < end - last:
            self._copy(start, end - last, item)
        if last and not self._fresh:
            self._blank = (end - 1, end)

    def _spell(self, text: Text, value: str, item: int) -> None:
        if value.isspace() and not value.strip(" \t\n\r\f"):
            if not self._fresh and self._blank is None:
                self._blank = (text.start, text.end)
            return
        self._flush(item)
        self._spelled.append((self.length, self.length + len(value), text.start, text.end))
        self._add(value)

    def _flush(self, item: int) -> None:
        """Print the break or the blank that is due."""
        if self._gap:
            self._bare(self._gap)
            self._gap = ""
        elif self._blank is not None:
            start, end = self._blank
            if end - start == 1 and self._tree.text[start] == " ":
                self._segment(start, end)
            else:
                self._spelled.append((self.length, self.length + 1, start, end))
            self._bare(" ")
        self._blank, self._fresh = None, False
        if self._began is None:
            self._began = (self.length, item)

    def _copy(self, start: int, end: int, item: int) -> None:
        self._flush(item)
        self._segment(start, end)
        self._add(self._tree.text[start:end])

    def _segment(self, start: int, end: int) -> None:
        if self._segments:
            place, first, last = self._segments[-1]
            if last == start and place + last - first == self.length:
                self._segments[-1] = (place, first, end)
                return
        self._segments.append((self.length, start, end))

    def _bare(self, words: str) -> None:
        self._parts.append(words)
        self.length += len(words)

    def _add(self, words: str) -> None:
        start = self.length
        self._bare(words)
        if self.faces:
            self._runs.append((start, self.length, self.faces))

    @property
    def shown(self) -> str:
        """The text printed so far."""
        return "".join(self._parts)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Where its stretches came from, in order."""
        return tuple(
            Segment(Span(place, place + end - start), "", Span(start, end)) for place, start, end in self._segments
        )

    @property
    def spelled(self) -> tuple[Segment, ...]:
        """The stretches that the file spells otherwise, in order."""
        return tuple(Segment(Span(start, end), "", Span(first, last)) for start, end, first, last in self._spelled)

    @property
    def styles(self) -> tuple[Style, ...]:
        """The stretches in each typeface, in order; those that only a blank parts are one."""
        shown = self.shown
        open_at: dict[Typeface, tuple[int, int]] = {}
        found: list[Style] = []
        for start, end, faces in self._runs:
            for face in sorted(faces):
                before = open_at.get(face)
                if before is not None and (start == before[1] or shown[before[1] : start] == " "):
                    open_at[face] = (before[0], end)
                else:
                    if before is not None:
                        found.append(Style(Span(*before), face))
                    open_at[face] = (start, end)
        found += [Style(Span(*place), face) for face, place in open_at.items()]
        return tuple(sorted(found, key=lambda style: (style.span, style.typeface)))
