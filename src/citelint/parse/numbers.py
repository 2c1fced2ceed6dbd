"""The numbers of a cross-reference: single ones, ranges with a cut end, lists."""

from __future__ import annotations

import re

from citelint.model.citation import NoteNumber
from citelint.model.span import Span

_NUMBER = re.compile(r"(\d+)(?:\s?[-–—]{1,2}\s?(\d+))?")


def note_numbers(text: str, start: int, end: int) -> tuple[NoteNumber, ...]:
    """Read "4–6", "12, 15 & 17" or "412-14" (412 to 414). Numbers too long to be a note's still count."""
    found = []
    for match in _NUMBER.finditer(text, start, end):
        first = int(match[1][:9])
        last = None
        if match[2]:
            cut = match[2]
            last = int((match[1][: len(match[1]) - len(cut)] + cut if len(cut) < len(match[1]) else cut)[:9])
        found.append(NoteNumber(Span(*match.span()), match[0], first, last))
    return tuple(found)
