"""What was understood in a note, moved to where the same words stand in another version of the piece.

A note is understood from its own words and from whether its number is a Roman one, so that words which were understood
once need not be parsed again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from citelint.model.citation import Mention
from citelint.model.document import Document, Note
from citelint.model.numerals import is_roman
from citelint.model.source import SourceNote
from citelint.model.span import Span

Mentions = tuple[tuple[Mention, ...], tuple[Span, ...]]
"""The mentions of a note, and what was not understood in it."""


class Understood:
    """Finds the notes of an earlier version by their words."""

    def __init__(self, document: Document | None) -> None:
        self._notes: tuple[Note, ...] = () if document is None else document.notes
        self._text = "" if document is None else document.text
        self._by_words = {(note.span.of(self._text), is_roman(note.label, note.number)): note for note in self._notes}

    def note(self, words: str, read: SourceNote) -> Note | None:
        """Give a note with these words, the one in the place of `read` if it has them, or None where there is none."""
        ordinal, roman = read.ordinal, is_roman(read.label, read.number)
        if ordinal < len(self._notes):
            there = self._notes[ordinal]
            if there.span.of(self._text) == words and is_roman(there.label, there.number) is roman:
                return there
        return self._by_words.get((words, roman))


def moved(note: Note, start: int, ordinal: int, index: int) -> Mentions:
    """Give the mentions of a note as they are where it begins at `start`, and its first mention is that of `index`."""
    by = start - note.span.start
    on = index - note.mentions[0].index if note.mentions else 0
    if not by and not on and ordinal == note.ordinal:
        return note.mentions, note.unparsed
    return tuple(_mentions(note.mentions, by, on, ordinal)), _moved(note.unparsed, by)


def _mentions(mentions: Iterable[Mention], by: int, on: int, note: int) -> Iterable[Mention]:
    for mention in mentions:
        made = {field.name: _moved(getattr(mention, field.name), by) for field in fields(mention)}
        made["index"] += on
        made["note"] = note
        if mention.within is not None:
            made["within"] += on
        yield type(mention)(**made)


def _moved(value: Any, by: int) -> Any:
    """Give a value with every span in it `by` code points further on; other numbers are no places."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, tuple):
        return tuple([_moved(one, by) for one in value]) if value else value
    return type(value)(**{field.name: _moved(getattr(value, field.name), by) for field in fields(value)})
