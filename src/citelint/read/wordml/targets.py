"""Which note a field means: from its code to a bookmark, from the bookmark to a mark, from the mark to a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from citelint.model.source import FieldTrouble, NoteField
from citelint.model.span import Span
from citelint.read.wordml.body import Body
from citelint.read.wordml.counting import Counted
from citelint.read.wordml.noterefs import NoteRef, note_ref
from citelint.read.wordml.notes import Notes
from citelint.read.wordml.numerals import numeral

Placing = Callable[[str, Span], tuple[Span, int | None] | None]
"""Tells where a stretch of a part is printed, and in which note (by ordinal); None where it is not printed."""


class Targets:
    """Finds what fields mean. `called` are, for each mark, the ordinal of its note; `counted` what is printed at it."""

    def __init__(self, body: Body, counted: Sequence[Counted], called: Sequence[int | None]) -> None:
        self._bookmarks = body.bookmarks
        self._counted = counted
        self._called = called

    def fields(self, walks: Iterable[Body | Notes], place: Placing) -> Iterator[NoteField]:
        """Give the fields of the parts that print the number of a note, those of notes that are printed."""
        for walk in walks:
            references = {
                index: reference
                for index, field in enumerate(walk.fields.all)
                if (reference := note_ref(field.code)) is not None
            }
            enclosing = {walk.fields.all[index].parent for index in references}
            text = walk.weave.text
            for index, reference in references.items():
                field = walk.fields.all[index]
                placed = place(walk.part, _number(text, field.result, reference))
                if placed is not None:
                    encloses, enclosed = index in enclosing, field.parent in references
                    yield self._field(reference, *placed, encloses, enclosed, walk.part, index)

    def _field(
        self, reference: NoteRef, span: Span, note: int | None, encloses: bool, enclosed: bool, part: str, index: int
    ) -> NoteField:
        key = reference.bookmark.casefold()
        bookmark = self._bookmarks.by_name.get(key)
        target: int | None = None
        expected: str | None = None
        trouble: FieldTrouble | None = None
        sound = False
        if bookmark is None:
            trouble = FieldTrouble.NO_BOOKMARK if key else FieldTrouble.NO_NAME
        elif bookmark.first == bookmark.end:
            trouble = FieldTrouble.NO_MARK
        else:
            target = self._called[bookmark.first]
            trouble = FieldTrouble.NO_NOTE if target is None else None
            counted = self._counted[bookmark.first]
            expected = counted.label
            if reference.format is not None and counted.number is not None:
                expected = numeral(counted.number, reference.format)
            one = bookmark.end - bookmark.first == 1 and self._bookmarks.counts[key] == 1
            sound = one and target is not None and not encloses and not enclosed
        return NoteField(span, note, reference.bookmark, target, trouble, expected, sound, encloses, part, index)


def _number(text: str, result: Span, reference: NoteRef) -> Span:
    """Give the number within the result of a field: without blanks, and without "above" or "below"."""
    words = result.of(text)
    bare = words.strip()
    if reference.placed:
        bare = bare.partition(" ")[0]
    start = result.start + (len(words) - len(words.lstrip()) if bare else 0)
    return Span(start, start + len(bare))
