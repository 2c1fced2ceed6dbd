"""Numbers that are printed by fields of a Word file: a field says which note is meant, whatever number it shows.

A field shows the number that the note had when Word last refreshed it. What a sound field means is surer than what it
shows, so references are resolved by it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from citelint.model.citation import CrossReference, NoteNumber, Supra
from citelint.model.document import Document
from citelint.model.source import NoteField


class Ends(NamedTuple):
    """The sound fields that print the two ends of a number; of a single number both are one."""

    first: NoteField | None
    last: NoteField | None


_NO_ENDS = Ends(None, None)


class NoteRefs:
    """The fields of a document by the note that they stand in."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._by_note: dict[int, list[NoteField]] = {}
        for field in document.source.fields:
            if field.note is not None:
                self._by_note.setdefault(field.note, []).append(field)

    def of(self, reference: Supra | CrossReference) -> tuple[NoteField, ...]:
        """Give the fields that print the numbers of a reference, or stand where its number should, in order."""
        fields = self._by_note.get(reference.note)
        if not fields:
            return ()
        if reference.numbers:
            start, end = reference.numbers[0].span.start, reference.numbers[-1].span.end
        else:
            # a field that shows nothing yet stands behind the word, or behind the blank after it
            word = reference.note_word or reference.word
            start = reference.span.end if word is None else word.span.end
            end = start + 1
        first = bisect_left(fields, start, key=lambda field: field.span.start)
        found = []
        for place in range(first, len(fields)):
            if fields[place].span.end > end:
                break
            found.append(fields[place])
        return tuple(found)

    def ends(self, reference: Supra | CrossReference, number: NoteNumber) -> Ends:
        """Give the sound fields that print the whole of a number, or the whole of one end of a range."""
        if reference.note not in self._by_note:
            return _NO_ENDS
        fields = [field for field in self.of(reference) if field.sound and number.span.covers(field.span)]
        if number.last is None:
            field = self._only(field for field in fields if field.span == number.span)
            return Ends(field, field)
        return Ends(
            self._only(f for f in fields if f.span.start == number.span.start and not self._is_digit(f.span.end)),
            self._only(f for f in fields if f.span.end == number.span.end and not self._is_digit(f.span.start - 1)),
        )

    def blank(self, reference: Supra | CrossReference) -> NoteField | None:
        """Give the sound field without a result that stands where a reference has no number."""
        if reference.numbers or reference.note_word is None:
            return None
        return self._only(f for f in self.of(reference) if f.sound and f.span.start == f.span.end)

    def _is_digit(self, place: int) -> bool:
        return self._text[place : place + 1].isdigit()

    @staticmethod
    def _only(fields: Iterable[NoteField]) -> NoteField | None:
        found = list(fields)
        return found[0] if len(found) == 1 else None
