"""Notes and marks as they were found in a tree, before they are printed."""

from __future__ import annotations

from dataclasses import dataclass, field

from citelint.model.source import Apparatus


@dataclass(slots=True)
class Draft:
    """A note: the items `first` to `last`, of which the first is an element.

    `called` is the label of the first mark that calls it, None where none does; `counted` the number that the page
    gives it without writing it (an item of an ``<ol>``). `dropped` are elements inside that are no part of its words:
    links back, the mark itself.
    """

    first: int
    last: int
    called: str | None = None
    counted: str | None = None
    dropped: set[int] = field(default_factory=set)
    apparatus: Apparatus = "footnotes"


@dataclass(slots=True)
class Call:
    """A mark: the element at `item`, the label that it shows ("" for none) and the note that it calls."""

    item: int
    label: str
    note: Draft | None


@dataclass(slots=True)
class Found:
    """The notes in the order of the file, and the marks in theirs."""

    notes: list[Draft] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    def sort(self) -> None:
        """Put both into the order of the file."""
        self.notes.sort(key=lambda note: note.first)
        self.calls.sort(key=lambda call: call.item)
