"""Where the words of a note begin: behind the label that it may have of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citelint.read.markup.labels import AUTHOR_SIGNS, Head, find_head

_ENOUGH = 0.6
_BEHIND = re.compile(r"[\])]?[.:]?\s*")
_LEFT_OVER = re.compile(r"(?:\[\s?\]|\(\s?\))?[.:)]?\s+|\[\s?\]")


class Opening(NamedTuple):
    """A note: its place in the shown text, the label of its mark, and the one in an element at its head."""

    start: int
    end: int
    called: str | None
    held: str | None


class Labelled(NamedTuple):
    """The label that a note has of its own, None for none, and the place in the shown text where its words begin."""

    name: str | None
    words: int


def label_all(text: str, openings: Sequence[Opening]) -> list[Labelled]:
    """Tell for each note which label it has of its own, and where its words begin.

    A number in brackets or in an element of its own is a label where it is that of the mark, or where most notes have
    theirs so. A bare number ("1 Annals of Cong.") is one only where most notes begin with theirs.
    """
    heads = [_head(text, opening) for opening in openings]
    pairs = list(zip(openings, heads, strict=True))
    alike = [head for opening, head in pairs if head is not None and head.name == opening.called]
    most = max(_ENOUGH * sum(opening.called is not None for opening in openings), 1)
    bare = sum(not head.sure for head in alike) >= most
    sure = sum(head.sure for head in alike) >= most
    uncalled = all(opening.called is None for opening in openings)
    found = []
    for opening, head in pairs:
        if head is not None and not _counts(head, opening, bare, sure or uncalled, len(openings)):
            head = None
        words = head.end if head else opening.start
        left = _LEFT_OVER.match(text, words, opening.end)
        if left is not None and (head is not None or opening.called is not None):
            words = left.end()
        found.append(Labelled(head.name if head else None, min(words, opening.end)))
    return found


def _counts(head: Head, opening: Opening, bare: bool, sure: bool, notes: int) -> bool:
    is_sign = not head.name.strip(AUTHOR_SIGNS)
    if not head.sure:
        return head.name == opening.called and (bare and (notes > 1 or head.pointed))
    if head.name == opening.called or is_sign:
        return True
    return sure and head.name.isdecimal()


def _head(text: str, opening: Opening) -> Head | None:
    if opening.held is not None:
        at, most = opening.start, min(opening.start + 6, opening.end)
        while at < most and not text.startswith(opening.held, at) and (text[at] == "0" or not text[at].isalnum()):
            at += 1
        behind = _BEHIND.match(text, at + len(opening.held), opening.end)
        if behind is not None and text.startswith(opening.held, at):
            return Head(opening.held, opening.start, behind.end(), True, False)
    return find_head(text, opening.start, opening.end)
