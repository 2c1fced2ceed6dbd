"""Sections of a page whose numbers begin again: chapters, or several articles in one file."""

from __future__ import annotations

from collections.abc import Sequence

from citelint.read.markup.drafts import Draft
from citelint.read.markup.tree import Tree


def sections_of(tree: Tree, notes: Sequence[Draft], labels: Sequence[str | None]) -> list[int]:
    """Give the section of each note, from 1. A new one begins where another list begins with number 1 again."""
    sections: list[int] = []
    section, highest, parent = 1, 0, None
    for note, label in zip(notes, labels, strict=True):
        here = tree.element(note.first).parent
        number = int(label) if label and label.isdecimal() else None
        if number == 1 and highest > 1 and here != parent:
            section, highest = section + 1, 0
        if number is not None:
            highest, parent = max(highest, number), here
        sections.append(section)
    return sections
