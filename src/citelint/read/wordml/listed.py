"""In which list a paragraph stands, as its properties and those of its style say (ECMA-376, 17.3.1.19)."""

from __future__ import annotations

from typing import NamedTuple

LEVELS = 9
"""How many levels a list has."""
NO_LEVEL = -1
"""What is said for a level where it is none."""
NO_LIST = "0"
"""The id that switches numbers off."""


class StyleList(NamedTuple):
    """The list that a paragraph style puts its paragraphs in.

    `list` is its id and `level` the index of the level, None where neither the style nor what it is based on says
    which; `said_by` is the id of the nearest style that says anything of it.
    """

    list: str | None
    level: int | None
    said_by: str


class Listed(NamedTuple):
    """A paragraph that may stand in a list: its place among the paragraphs, and what is said of the list.

    `list` and `level` are what it says itself, `style` what its style says. `sure` is false where it is not known
    whether Word counts it, `boxed` tells that it stands in a text box.
    """

    paragraph: int
    list: str | None
    level: int | None
    style: StyleList | None
    sure: bool
    boxed: bool


def list_id(text: str | None) -> str | None:
    """Give an id of a list so that it can be compared: "07" is "7"; None where nothing is said."""
    if text is None or not (text.isascii() and text.isdigit()):
        return text
    return text.lstrip("0") or NO_LIST


def level_index(text: str | None) -> int | None:
    """Give the index of a level from 0, None where nothing is said, and `NO_LEVEL` for what is none."""
    if text is None:
        return None
    return int(text) if len(text) == 1 and "0" <= text < str(LEVELS) else NO_LEVEL
