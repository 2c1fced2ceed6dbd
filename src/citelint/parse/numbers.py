"""The numbers of a cross-reference: single ones, ranges with a cut end, lists."""

from __future__ import annotations

import re

from citelint.model.citation import NoteNumber
from citelint.model.numerals import roman_value
from citelint.model.span import span_of

_ROMAN = re.compile(r"([ivxlc]+|[IVXLC]+)(?:(?:\s?[-‐‑–—−]{1,2}\s?|\s(?:through|thru|to)\s)([ivxlc]+|[IVXLC]+))?(?!\w)")
_BLANK = re.compile(r"[xX]{2,4}(?!\w)")
_NUMBER = re.compile(r"(\d+)(?:(?:\s?[-‐‑–—−]{1,2}\s?|\s(?:through|thru|to)\s)(\d+))?")


def note_numbers(text: str, start: int, end: int) -> tuple[NoteNumber, ...]:
    """Read "4–6", "4 through 6", "12, 15 & 17" or "412-14" (412 to 414). Numbers too long for a note still count."""
    found = []
    for match in _NUMBER.finditer(text, start, end):
        first = int(match[1][:9])
        last = None
        if match[2]:
            cut = match[2]
            last = int((match[1][: len(match[1]) - len(cut)] + cut if len(cut) < len(match[1]) else cut)[:9])
        found.append(NoteNumber(span_of(match.span()), match[0], first, last))
    return tuple(found)


def roman_numbers(text: str, start: int, end: int) -> tuple[NoteNumber, ...]:
    """Read "iv", "iv–vi" or "ii, iv & vi" as numbers of notes that are counted so; nothing where one is no number."""
    found = []
    for match in _ROMAN.finditer(text, start, end):
        ends = [None if printed is None else roman_value(printed) for printed in match.groups()]
        if ends[0] is None or (match[2] and ends[1] is None):
            return ()
        found.append(NoteNumber(span_of(match.span()), match[0], ends[0], ends[1]))
    return tuple(found)


def filled_in(text: str, start: int, end: int) -> tuple[NoteNumber, ...]:
    """Read Roman letters in notes that are counted otherwise: "XX" is a blank to be filled in, others are no number."""
    match = _BLANK.match(text, start, end)
    return () if match is None else (NoteNumber(span_of(match.span()), match[0], None),)
