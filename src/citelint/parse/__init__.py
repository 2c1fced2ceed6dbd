"""Source to Document: every note's footnote language understood, by the grammar and what is built on it."""

from __future__ import annotations

from itertools import count

from citelint.config import Config
from citelint.model.citation import Mention
from citelint.model.document import Document, Note
from citelint.model.numerals import is_roman, roman_value
from citelint.model.source import Source

_TOGETHER = 256
"""Notes whose rows are read before their mentions are built: to change between the two at each note takes longer."""


def parse(source: Source, config: Config, like: Document | None = None) -> Document:
    """Parse every note of `source`. Never raises for any text: what the grammar rejects is in `Note.unparsed`.

    `like` is a document of another version of the piece, None for none: what it knows is not parsed again.
    """
    from citelint.parse.build import Builder
    from citelint.parse.drive import read_row
    from citelint.parse.moved import Understood, moved
    from citelint.parse.table import automaton

    del config
    machine = automaton()
    text = source.text
    builder = Builder(text)
    understood = Understood(like)
    notes = []
    mentions: list[Mention] = []
    for first in range(0, len(source.notes), _TOGETHER):
        some = source.notes[first : first + _TOGETHER]
        known = [understood.note(note.span.of(text), note) if like is not None else None for note in some]
        rows = [
            read_row(machine, text, note.span.start, note.span.end) if before is None else None
            for note, before in zip(some, known, strict=True)
        ]
        for note, before, row in zip(some, known, rows, strict=True):
            if row is None:
                assert before is not None
                made, unparsed = moved(before, note.span.start, note.ordinal, len(mentions))
            else:
                builder.counter = count(len(mentions))
                builder.roman = is_roman(note.label, note.number)
                made, unparsed = builder.note_mentions(note.ordinal, row)
            mentions.extend(made)
            notes.append(
                Note(
                    note.ordinal,
                    note.label,
                    note.number if note.number is not None else number_of(note.label),
                    note.span,
                    made,
                    unparsed,
                    note.apparatus,
                    note.section,
                )
            )
    return Document(source, tuple(notes), tuple(mentions))


def number_of(label: str | None) -> int | None:
    """Give the number that a printed label means ("12", "iv"), None for a sign and for no label."""
    if label is None:
        return None
    if label.isascii() and label.isdigit():
        return int(label[:9])
    return roman_value(label)
