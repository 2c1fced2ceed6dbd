"""The numbers that notes are printed with: the order of their first marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from citelint.config import Config
from citelint.read.commonmark.sections import Sections

_ANY = 0
"""The section that stands for all of them."""

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
    section: int = 1


@dataclass(frozen=True, slots=True)
class Numbered:
    """The notes in the order in which they are printed, and for each mark the place of its note in it, or None."""

    notes: list[Printed]
    calls: list[int | None]


def number_notes(
    marks: Sequence[str | None], labels: Sequence[str], config: Config, sections: Sections | None = None
) -> Numbered:
    """Number the notes of a piece.

    `marks` are the labels of the marks in the body in order, None for an inline note; `labels` those of the
    definitions in order. A mark that is used again calls the same note, but in Pandoc's dialect it prints the note
    once more under a new number. Notes that nothing calls come last and have no label. Without any mark the labels are
    the numbers, and where one of them is no number the notes are counted. Of definitions with the same label marks
    call the first, or that of their own section. In an excerpt the first mark has the excerpt's first number. With
    `sections` the numbers begin anew in each.
    """
    defined_in = sections.definitions if sections else (1,) * len(labels)
    called_in = sections.marks if sections else (1,) * len(marks)
    if not marks:
        numeric = states_numbers(labels)
        counted = _from(config)
        return Numbered(
            [
                Printed(
                    sign_of(label) or ((label.lstrip("0") or "0") if numeric else str(next(counted))),
                    definition=index,
                    section=defined_in[index],
                )
                for index, label in enumerate(labels)
            ],
            [],
        )
    by_label: dict[tuple[int, str], int] = {}
    for index, label in enumerate(labels):
        for section in (defined_in[index], _ANY):
            by_label.setdefault((section, label), index)
    folded: dict[tuple[int, str], int] = {}
    for (section, label), index in by_label.items():
        folded.setdefault((section, label.casefold()), index)
    numbers = {section: count(1) for section in called_in} | {called_in[0]: _from(config)}
    notes: list[Printed] = []
    calls: list[int | None] = []
    place_of: dict[int, int] = {}
    for mark, typed in enumerate(marks):
        own = called_in[mark]
        definition = None if typed is None else _defined(typed, own, by_label, folded)
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
        notes.append(Printed(sign or str(next(numbers[own])), definition, mark if definition is None else None, own))
    notes += [
        Printed(sign_of(label) or None, index, section=defined_in[index])
        for index, label in enumerate(labels)
        if index not in place_of
    ]
    return Numbered(notes, calls)


def _defined(
    typed: str, section: int, by_label: dict[tuple[int, str], int], folded: dict[tuple[int, str], int]
) -> int | None:
    """Give the definition that a mark calls: one of its own section, else the first of that label."""
    bare = typed.casefold()
    for known, label in ((by_label, typed), (folded, bare)):
        for where in (section, _ANY):
            if (where, label) in known:
                return known[where, label]
    return None


def states_numbers(labels: Sequence[str]) -> bool:
    """Tell whether labels of definitions are meant as numbers: all are, author's signs left aside, and one at least."""
    others = [label for label in labels if not sign_of(label)]
    return bool(others) and all(label.isascii() and label.isdecimal() for label in others)


def sign_of(label: str) -> str:
    """Give the sign of an author's note that a label is, without backslashes, or "" for another label."""
    bare = label.replace("\\", "")
    return bare if bare and not bare.strip(AUTHOR_SIGNS) else ""


def _from(config: Config) -> Iterator[int]:
    return count(config.first_note or 1)
