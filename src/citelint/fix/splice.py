"""Changing a text in many places at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from citelint.model.diagnostic import Edit
from citelint.model.mending import Splice


def splice(text: str, splices: Iterable[Splice]) -> str:
    """Give the text of a part with its changes; a change that is given twice is made once.

    Their order does not matter. Raises ValueError for changes that overlap, or that stand outside of the text.
    """
    return splice_edits(text, (Edit(one.span, one.text) for one in splices))


def splice_edits(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with edits whose spans count in it, as `splice` does."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(set(edits), key=lambda edit: (edit.span, edit.text)):
        if not at <= edit.span.start <= edit.span.end <= len(text):
            raise ValueError(f"{edit.span} overlaps the change before it, or stands outside of the text")
        pieces += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    return "".join((*pieces, text[at:]))


class Moved:
    """Tells where positions of a text are after edits whose spans count in it."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self._edits = sorted(set(edits), key=lambda edit: (edit.span, edit.text))
        self._ends = [edit.span.end for edit in self._edits]
        self._grown = [0]
        for edit in self._edits:
            self._grown.append(self._grown[-1] + len(edit.text) - (edit.span.end - edit.span.start))

    def to(self, position: int, behind: bool = False) -> int:
        """Give the position in the new text; with `behind`, what is inserted right there stands before it.

        A position inside of replaced words is that of the end of the words that replace them.
        """
        index = bisect_right(self._ends, position)
        while not behind and index and self._edits[index - 1].span == (position, position):
            index -= 1
        if index < len(self._edits) and self._edits[index].span.start < position:
            edit = self._edits[index]
            return edit.span.start + self._grown[index] + len(edit.text)
        return position + self._grown[index]
