"""The numbers that notes are printed with: the order of their first marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citelint.config import Config

AUTHOR_SIGNS = "*†‡§¶‖#"
"""The signs that call an author's note, which has no number and never counts."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A note as it is printed: its label, None where no mark calls it, and what it is: a definition by its index among
    the definitions, or an inline note by its index among the marks.
    """

    label: str | None
    definition: int | None = None
    inline: int | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """The notes in the order in which they are printed, and for each mark the place of its note in it, or None."""

    notes: list[Printed]
    calls: list[int | None]


def number_notes(marks: Sequence[str | None], labels: Sequence[str], config: Config) -> Numbered:
    """Number the notes of a piece.

    `marks` are the labels of the marks in the body in order, None for an inline note; `labels` those of the
    definitions in order. A mark that is used again calls the same note, but in Pandoc's dialect it prints the note
    once more under a new number. Notes that nothing calls come last and have no label. Without any mark the labels are
    the numbers, and where one of them is no number the notes are counted. Of definitions with the same label marks
    call the first. In an excerpt the first mark has the excerpt's first number.
    """
    if not marks:
        numeric = states_numbers(labels)
        counted = _from(config)
        return Numbered(
            [
                Printed(
                    sign_of(label) or ((label.lstrip("0") or "0") if numeric else str(next(counted))), definition=index
                )
                for index, label in enumerate(labels)
            ],
            [],
        )
    by_label: dict[str, int] = {}
    for index, label in enumerate(labels):
        by_label.setdefault(label, index)
    folded: dict[str, int] = {}
    for label, index in by_label.items():
        folded.setdefault(label.casefold(), index)
    numbers = _from(config)
    notes: list[Printed] = []
    calls: list[int | None] = []
    place_of: dict[int, int] = {}
    for mark, typed in enumerate(marks):
        definition = None if typed is None else by_label.get(typed, folded.get(typed.casefold()))
        if typed is not None and definition is None:
            calls.append(None)
            continue
        sign = "" if definition is None else sign_of(labels[definition])
        if definition in place_of and (sign or config.markdown_dialect != "pandoc"):
            calls.append(place_of[definition])
            continue
        if definition is not None:
            place_of.setdefault(definition, len(notes))
        calls.append(len(notes))
        notes.append(Printed(sign or str(next(numbers)), definition, mark if definition is None else None))
    notes += [Printed(sign_of(label) or None, index) for index, label in enumerate(labels) if index not in place_of]
    return Numbered(notes, calls)


def states_numbers(labels: Sequence[str]) -> bool:
    """Tell whether labels of definitions are meant as numbers: all are, author's signs left aside, and one at least."""
    others = [label for label in labels if not sign_of(label)]
    return bool(others) and all(label.isascii() and label.isdecimal() for label in others)


def sign_of(label: str) -> str:
    """Give the sign of an author's note that a label is, without backslashes, or "" for another label."""
    bare = label.replace("\\", "")
    return bare if bare and not bare.strip(AUTHOR_SIGNS) else ""


def _from(config: Config) -> Iterator[int]:
    from itertools import count

    return count(config.first_note or 1)
