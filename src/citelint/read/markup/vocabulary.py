"""What the names of elements mean for the text that is shown, in HTML and in JATS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from citelint.read.markup.tree import Tree


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that break a paragraph or a line, and those whose content is no part of the body.

    `heading` gives the level of the heading that the element at an index is, from 1, or 0.
    """

    blocks: frozenset[str]
    lines: frozenset[str]
    apart: frozenset[str]
    heading: Callable[[Tree, int], int]
