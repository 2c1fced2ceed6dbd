"""The text of a source while it is put together from stretches of parts."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import NamedTuple

from citelint.model.source import Segment, Style
from citelint.model.span import Span
from citelint.read.wordml.runs import Runs


class _Stretch(NamedTuple):
    """A stretch of a part that stands for one thing (`whole`), what of it is printed, where, and in which note."""

    whole: Span
    printed: Span
    at: int
    note: int | None


class Print:
    """The printed text with its segments and typefaces; `length` is the place at which it goes on."""

    def __init__(self) -> None:
        self.length = 0
        self.segments: list[Segment] = []
        self.styles: list[Style] = []
        self._words: list[str] = []
        self._stretches: dict[str, list[_Stretch]] = {}
        self._sorted = False

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._words)

    def separate(self) -> None:
        """Print a line break that stands in no part, where something is printed already."""
        if self.length:
            self._words.append("\n")
            self.length += 1

    def copy(self, walk: Runs, text: str, whole: Span, printed: Span, note: int | None = None) -> Span:
        """Print a stretch of a part, and give where it is printed.

        `text` is the part's text, `whole` the stretch that stands for the body or for a note, `printed` what of it is
        to be printed, and `note` the ordinal of that note.
        """
        self._stretches.setdefault(walk.part, []).append(_Stretch(whole, printed, self.length, note))
        place = Span(self.length, self.length + printed.end - printed.start)
        if place.start < place.end:
            self._words.append(text[printed.start : printed.end])
            self.segments.append(Segment(place, walk.part, printed))
            self._copy_faces(walk, printed, place.start - printed.start)
            self.length = place.end
        return place

    def _copy_faces(self, walk: Runs, printed: Span, moved: int) -> None:
        faces = walk.weave.faces
        # stretches of different typefaces overlap, but none leads over a paragraph: few begin before and reach into it
        first = bisect_right(faces, printed.start, key=lambda face: face[0])
        while first and faces[first - 1][1] > printed.start:
            first -= 1
        for start, end, typeface in islice(faces, first, None):
            if start >= printed.end:
                break
            inside = Span(max(start, printed.start) + moved, min(end, printed.end) + moved)
            if inside.start < inside.end:
                self.styles.append(Style(inside, typeface))

    def place_of(self, part: str, span: Span) -> tuple[Span, int | None] | None:
        """Tell where a stretch of a part is printed, and in which note (by ordinal); None where it is not.

        What stands at the edge of a note, among blanks that are not printed, is placed at its nearest character.
        """
        if not self._sorted:
            for stretches in self._stretches.values():
                stretches.sort()
            self._sorted = True
        stretches = self._stretches.get(part, [])
        index = bisect_right(stretches, span.start, key=lambda stretch: stretch.whole.start) - 1
        if index < 0 or not stretches[index].whole.covers(span):
            return None
        _, printed, at, note = stretches[index]
        start, end = (min(max(place, printed.start), printed.end) - printed.start + at for place in span)
        return Span(start, end), note
