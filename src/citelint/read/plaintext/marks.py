"""Marks in the body that call notes: "[3]", "³", or a bare digit as in "holding.”3".

A false mark is worse than none: what may be an exponent, a volume or a year counts only where it stands in the order of
the notes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from citelint.read.plaintext.labels import AUTHOR_SIGNS, roman_value

_BRACKETED = re.compile(rf"\[\^?([0-9]{{1,6}}[a-z]?|[{AUTHOR_SIGNS}]{{1,9}}|[ivxlc]{{1,12}})\]")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = re.compile(r"[0-9]+")
_SIGNS = re.compile(rf"(?<=[^\s{AUTHOR_SIGNS}])[{AUTHOR_SIGNS}]{{1,9}}(?=\s|\Z)")
_FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPENING = frozenset("([{“‘\"'«")
_CLOSING = frozenset(".,;:?!)]”’\"'…»")
_ABBREVIATIONS = frozenset(
    (
        "no",
        "nos",
        "pp",
        "art",
        "arts",
        "vol",
        "vols",
        "vs",
        "ch",
        "chs",
        "sec",
        "secs",
        "cl",
        "ex",
        "exh",
        "fig",
        "figs",
    )
    + ("tit", "pt", "pts", "nn", "para", "paras", "app", "bk", "col", "note", "notes", "page", "pages", "part", "parts")
)
_ENOUGH = 0.6
"""The share of its notes that bare digits must call in order before any of them is taken for a mark."""


class Mark(NamedTuple):
    """A mark: its stretch of the text, brackets included, and the label as written, without them."""

    start: int
    end: int
    typed: str


class Marks:
    """What may be marks in one text. Each way to write them is looked for once, when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def before(self, end: int, labels: list[str], bracketed: bool) -> list[Mark]:
        """Give the marks before position `end` that call the notes with these labels, in order.

        One way of writing marks is taken, the one that calls the most notes. Where none calls any there are no marks,
        unless the labels are `bracketed`: then so are the marks.
        """
        numbers = {label: int(label) for label in labels if label.isdecimal()}
        ways = (self._in_brackets(end, labels), self._raised(end, numbers), self._bare(end, numbers))
        known = set(labels)
        best = max(ways, key=lambda marks: len({mark.typed for mark in marks} & known))
        if not bracketed and not any(mark.typed in known for mark in best):
            best = []
        signs = {label for label in labels if not label[0].isalnum()} - {mark.typed for mark in best}
        return sorted([*best, *self._signs(end, signs)]) if signs else best

    def _in_brackets(self, end: int, labels: list[str]) -> list[Mark]:
        """Give "[n]" that stands at a word, and "[ n]" after a blank where nothing else calls note n.

        A number that no note has is still a mark where it stands at a word and the list comes near it: a note may be
        missing.
        """
        known = set(labels)
        top = max((int(label) for label in labels if label.isdecimal()), default=0)
        found = [(mark, attached) for mark, attached in self._bracketed if mark.end <= end]
        called = {mark.typed for mark, attached in found if attached}
        apart = Counter(mark.typed for mark, attached in found if not attached)
        return [
            mark
            for mark, attached in found
            if (mark.typed in known and (attached or (mark.typed not in called and apart[mark.typed] == 1)))
            or (mark.typed not in known and attached and mark.typed.isdecimal() and 0 < int(mark.typed) <= top + 20)
        ]

    @cached_property
    def _bracketed(self) -> list[tuple[Mark, bool]]:
        text = self._text
        return [
            (
                Mark(match.start(), match.end(), match[1]),
                match.start() > 0 and not text[match.start() - 1].isspace() and text[match.start() - 1] not in _OPENING,
            )
            for match in _BRACKETED.finditer(text)
            if match[1].isdecimal() or not match[1][0].isalpha() or roman_value(match[1])
        ]

    def _raised(self, end: int, numbers: dict[str, int]) -> list[Mark]:
        """Give superscript numbers after a word or a stop; after a short word ("km²") only the next number in order."""
        marks: list[Mark] = []
        top = max(numbers.values(), default=0)
        expected = 1
        for mark in self._superscripts:
            if mark.end > end:
                break
            value = int(mark.typed)
            after_stop, after_word = self._context(mark.start)
            if not after_stop and not after_word and value != expected:
                continue
            if mark.typed in numbers or (after_stop and 0 < value <= top + 20):
                marks.append(mark)
                expected = value + 1
        return marks

    @cached_property
    def _superscripts(self) -> list[Mark]:
        found = (
            Mark(*match.span(), match.group().translate(_FROM_RAISED))
            for match in _RAISED.finditer(self._text)
            if match.end() - match.start() <= 6 and match.start() > 0 and not self._text[match.start() - 1].isspace()
        )
        return [mark for mark in found if mark.typed[0] != "0"]

    def _context(self, start: int) -> tuple[bool, bool]:
        """Tell whether a stop stands before `start`, and whether a word of three small letters does."""
        before = self._text[max(start - 3, 0) : start]
        return before[-1:] in _CLOSING, len(before) == 3 and before.isalpha() and before[1:].islower()

    def _bare(self, end: int, numbers: dict[str, int]) -> list[Mark]:
        """Give digits at the ends of words that rise with the notes, all of them or none.

        Sure ones stand at a small word or its stop; less sure ones ("U.S.7", "1992.4") fill the places between.
        """
        sure = [mark for mark, is_sure in self._at_words if is_sure and mark.end <= end and mark.typed in numbers]
        marks = _longest_rising(sure, [numbers[mark.typed] for mark in sure])
        have = {mark.typed for mark in marks}
        missing = sorted((value, label) for label, value in numbers.items() if label not in have)
        if missing and marks:
            doubtful: dict[str, list[Mark]] = {}
            for mark, _ in self._at_words:
                if mark.end <= end and mark.typed in numbers and mark.typed not in have:
                    doubtful.setdefault(mark.typed, []).append(mark)
            values = [numbers[mark.typed] for mark in marks]
            filled: list[Mark] = []
            for value, label in missing:
                place = bisect_left(values, value)
                low = max(marks[place - 1].end if place else 0, filled[-1].end if filled else 0)
                high = marks[place].start if place < len(marks) else end
                fits = (mark for mark in doubtful.get(label, ()) if low <= mark.start and mark.end <= high)
                filled.extend(list(fits)[:1])
            marks = sorted([*marks, *filled])
        return marks if len(marks) >= _ENOUGH * len(numbers) else []

    @cached_property
    def _at_words(self) -> list[tuple[Mark, bool]]:
        """Digits right behind a word or its stop, each with whether it can hardly be anything but a mark."""
        text = self._text
        found: list[tuple[Mark, bool]] = []
        for match in _DIGITS.finditer(text):
            start, end = match.span()
            before = text[start - 1] if start else " "
            if end - start > 4 or text[start] == "0" or not (before.isalpha() or before in _CLOSING):
                continue
            after = text[end : end + 2]
            if after[:1].isalnum() or after[:1] in ("%", "$", "/", "_", "°", "§") or after[1:].isdecimal():
                continue
            stop = start
            while stop > 0 and start - stop < 6 and text[stop - 1] in _CLOSING:
                stop -= 1
            word = re.search(r"[^\W_]*\Z", text[max(stop - 12, 0) : stop])
            letters = word.group() if word else ""
            if not letters or (before.isalpha() and len(letters) < 3):
                continue
            small = len(letters) > 1 and letters[-2:].islower() and letters.isalpha()
            is_sure = small and letters.lower() not in _ABBREVIATIONS and not (before.isalpha() and letters.isupper())
            if not small and not (letters.isdecimal() and len(letters) == 4) and not letters.isalpha():
                continue
            found.append((Mark(start, end, match.group()), is_sure))
        return found

    def _signs(self, end: int, signs: set[str]) -> list[Mark]:
        """Give author's signs at the ends of words ("The Docket*"), each where it first stands."""
        marks: dict[str, Mark] = {}
        for match in _SIGNS.finditer(self._text, 0, end):
            if match.group() in signs:
                marks.setdefault(match.group(), Mark(*match.span(), match.group()))
        return list(marks.values())


def _longest_rising(marks: list[Mark], values: list[int]) -> list[Mark]:
    """Give the longest choice of marks whose values rise, of several as long the one whose marks stand first."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(places[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            places.append(index)
        elif value < ends[length]:
            ends[length], places[length] = value, index
    chosen: list[Mark] = []
    at = places[-1] if places else -1
    while at >= 0:
        chosen.append(marks[at])
        at = before[at]
    chosen.reverse()
    return chosen
