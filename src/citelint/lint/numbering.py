"""Questions about the numbers of notes that several rules ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citelint.lint.pattern import Pattern
from citelint.model.document import Note
from citelint.model.numerals import is_roman, roman
from citelint.model.source import Apparatus, Marker, SourceNote
from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.lint.context import Context

Series = tuple[Apparatus, int]
"""An apparatus and a section of it: numbers are compared within one of these."""

_LABEL = Pattern(r"(?:\[\^[^\]\n]{1,40}\]:|\[(?P<bracketed>[^\]\n]{1,9})\]|(?P<bare>\w{1,9})\.?)[ \t]*\Z")
_FIRST_WORDS = Pattern(r"\S+(?:[ \t]+\S+){0,4}")


def notes_by_number(context: Context) -> dict[tuple[Apparatus, int, int], tuple[Note, ...]]:
    """Group the notes by apparatus, section and printed number; notes without a number are left out."""
    notes: dict[tuple[Apparatus, int, int], list[Note]] = {}
    for note in context.document.notes:
        if note.number is not None:
            notes.setdefault((note.apparatus, note.section, note.number), []).append(note)
    return {key: tuple(group) for key, group in notes.items()}


def printed_number(number: int, near: Note) -> str:
    """Give a number as the notes around `near` print theirs: in digits, or in Roman letters of the same size."""
    if number < 1 or not is_roman(near.label, near.number):
        return str(number)
    return roman(number).upper() if near.label is not None and near.label.isupper() else roman(number)


def is_one_definition(one: Note | SourceNote, other: Note | SourceNote, context: Context) -> bool:
    """Tell whether two notes are one that the file has once: in pandoc's Markdown a repeated mark is a new note."""
    notes = context.source.notes
    return one.ordinal != other.ordinal and notes[one.ordinal].origin == notes[other.ordinal].origin


def notes_called(context: Context) -> frozenset[int]:
    """Give the ordinals of the notes that a mark in the body calls."""
    return frozenset(marker.note for marker in context.source.markers if marker.note is not None)


def typed_number(place: SourceNote | Marker) -> int | None:
    """Give the number that the file itself states for a note or a mark; None for "*", a name, or nothing."""
    typed = place.typed
    return int(typed) if typed is not None and len(typed) < 10 and typed.isascii() and typed.isdecimal() else None


def typed_numbers(context: Context) -> dict[Series, list[tuple[int, SourceNote]]]:
    """Give the notes whose number the file states, in the order of the text, for each apparatus and section."""
    series: dict[Series, list[tuple[int, SourceNote]]] = {}
    for note in context.source.notes:
        number = typed_number(note)
        if number is not None:
            series.setdefault((note.apparatus, note.section), []).append((number, note))
    return series


def head_of(note: SourceNote | Note, context: Context) -> Span:
    """Give the place to show for a note as a whole: its label where that stands in the text, else its first words."""
    read = context.source.notes[note.ordinal]
    text, start = context.source.text, read.span.start
    label = _LABEL.search(text, max(text.rfind("\n", max(start - 60, 0), start) + 1, start - 60, 0), start)
    if label is not None:
        sign = label["bracketed"] or label["bare"]
        if sign is None or sign in (read.typed, read.label):
            return Span(label.start(), label.start() + len(label.group().rstrip()))
    words = _FIRST_WORDS.match(text, *read.span)
    return Span(*words.span()) if words is not None else read.span
