"""A piece whose notes were parsed."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.citation import Citation, Mention, Reference, Role
from citelint.model.source import Apparatus, Source
from citelint.model.span import Span
from citelint.model.swift import swift


@dataclass(frozen=True, slots=True)
class Unparsed:
    """A stretch of a note that the grammar rejected."""

    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Note:
    """One note, understood.

    `number` is the value of a printed label that is a number ("12"; roman "iv" for endnotes that count so), None for
    an author's note and where nothing is printed. `mentions` are all of the note in order of `index`, nested ones
    after the one they stand in; `unparsed` what was not understood.
    """

    ordinal: int
    label: str | None
    number: int | None
    span: Span
    mentions: tuple[Mention, ...]
    unparsed: tuple[Span, ...] = ()
    apparatus: Apparatus = "footnotes"
    section: int = 1

    @property
    def top(self) -> tuple[Mention, ...]:
        """The citations and references at the top level of the note, in order."""
        return tuple(m for m in self.mentions if m.role is Role.TOP)

    @property
    def name(self) -> str:
        """What the note is called in a report: its label, or its place where nothing is printed."""
        return self.label if self.label is not None else f"#{self.ordinal + 1}"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole piece: the source it was read from and its notes in order, `notes[i].ordinal == i`.

    `mentions` are those of all notes in order, `mentions[i].index == i`.
    """

    source: Source
    notes: tuple[Note, ...]
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """The text that every span counts in."""
        return self.source.text

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The full citations at the top level."""
        return tuple(m for m in self.mentions if isinstance(m, Citation) and m.role is Role.TOP)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every reference, nested ones too."""
        return tuple([m for m in self.mentions if isinstance(m, Reference)])

    def note_of(self, mention: Mention) -> Note:
        """Give the note that `mention` stands in."""
        return self.notes[mention.note]
