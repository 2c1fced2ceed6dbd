"""Marks in the body that call notes: "[3]", "³", or a bare digit as in "holding.”3".

A false mark is worse than none: what may be an exponent, a volume or a year counts only where it stands in the order of
the notes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from citelint.read.plaintext.labels import AUTHOR_SIGNS, roman_value

_BRACKETED = re.compile(rf"\[\^?([0-9]{{1,6}}[a-z]?|[{AUTHOR_SIGNS}]{{1,9}}|[ivxlc]{{1,12}})\]")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = re.compile(r"[0-9]+")
_SIGNS = re.compile(rf"(?<=[^\s{AUTHOR_SIGNS}])[{AUTHOR_SIGNS}]{{1,9}}(?=\s|\Z)")
_FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_OPENING = frozenset("([{“‘\"'«")
_STOPS = ".,;:?!)]”’\"'…»"
_CLOSING = frozenset(_STOPS)
_NO_MARK_BEFORE = frozenset("%$/_°§")
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_ABBREVIATIONS = re.compile(
    "nos?|pp|arts?|vols?|vs|chs?|secs?|cl|exh?|figs?|tit|pts?|nn|paras?|app|bk|col|notes?|pages?|parts?", re.IGNORECASE
)
_NEAR = 20
"""How far above the last note a number may lie that is still taken for the mark of a missing note."""
_ENOUGH = 0.6
"""The share of its notes that bare digits must call in order before any of them is taken for a mark."""


class Mark(NamedTuple):
    """A mark: its stretch of the text, brackets included, and the label as written, without them."""

    start: int
    end: int
    typed: str


Candidate = tuple[Mark, bool]
"""What may be a mark, and whether its place says so: it stands at a word or a stop."""


class _Grown:
    """What one way of writing marks finds in a text, looked for only as far as was asked."""

    def __init__(self, text: str, find: Callable[[str, int, int], Iterator[Candidate]]) -> None:
        self._text = text
        self._find = find
        self._found: list[Candidate] = []
        self._end = 0

    def before(self, end: int) -> list[Candidate]:
        """Give the candidates before position `end`, where a line begins."""
        if end > self._end:
            self._found.extend(self._find(self._text, self._end, end))
            self._end = end
        return self._found[: bisect_left(self._found, end, key=lambda candidate: candidate[0].start)]


class Marks:
    """What may be marks in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bracketed = _Grown(text, _find_bracketed)
        self._superscripts = _Grown(text, _find_superscripts)
        self._at_words = _Grown(text, _find_at_words)

    def before(self, end: int, labels: list[str], bracketed: bool) -> list[Mark]:
        """Give the marks before position `end`, where a line begins, that call the notes with these labels, in order.

        One way of writing marks is taken: the first that calls half of the notes, else the one that calls the most.
        Where none calls any there are no marks, unless the labels are `bracketed`: then so are the marks.
        """
        known = set(labels)
        best: list[Mark] = []
        most = 0 if bracketed else 1
        for way in (self._in_brackets, self._raised, self._bare):
            marks = way(end, known)
            called = len({mark.typed for mark in marks} & known)
            if called >= most:
                best, most = marks, called + 1
            if 2 * called >= len(known):
                break
        signs = {label for label in known if not label[0].isalnum()} - {mark.typed for mark in best}
        return sorted([*best, *self._signs(end, signs)]) if signs else best

    def at_words(self, end: int) -> list[Mark]:
        """Give what may be marks without brackets before position `end`: digits at the ends of words, in order."""
        return [mark for mark, _ in self._at_words.before(end)]

    def _in_brackets(self, end: int, known: set[str]) -> list[Mark]:
        """Give "[n]" that stands at a word, and " [n]" after a blank where nothing else calls note n.

        A number that no note has is still a mark where it stands at a word and the list comes near it: a note may be
        missing.
        """
        top = _top(known)
        found = self._bracketed.before(end)
        called = {mark.typed for mark, attached in found if attached}
        apart = Counter(mark.typed for mark, attached in found if not attached)
        return [
            mark
            for mark, attached in found
            if (mark.typed in known and (attached or (mark.typed not in called and apart[mark.typed] == 1)))
            or (mark.typed not in known and attached and mark.typed.isdecimal() and 0 < int(mark.typed) <= top + _NEAR)
        ]

    def _raised(self, end: int, known: set[str]) -> list[Mark]:
        """Give superscript numbers after a word or a stop; after a short word ("km²") only the next number in order."""
        marks: list[Mark] = []
        top = _top(known)
        expected = 1
        for mark, attached in self._superscripts.before(end):
            value = int(mark.typed)
            if not attached and value != expected:
                continue
            if mark.typed in known or (self._text[mark.start - 1] in _CLOSING and value <= top + _NEAR):
                marks.append(mark)
                expected = value + 1
        return marks

    def _bare(self, end: int, known: set[str]) -> list[Mark]:
        """Give digits at the ends of words that rise with the notes, most of them or none.

        Sure ones stand at a small word or its stop; less sure ones ("U.S.7", "1992.4") fill the places between.
        """
        numbers = {label: int(label) for label in known if label.isdecimal()}
        found = [candidate for candidate in self._at_words.before(end) if candidate[0].typed in numbers]
        marks = _longest_rising([mark for mark, is_sure in found if is_sure], numbers)
        have = {mark.typed for mark in marks}
        missing = sorted((value, label) for label, value in numbers.items() if label not in have)
        if missing and marks:
            doubtful: dict[str, list[Mark]] = {}
            for mark, _ in found:
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

    def _signs(self, end: int, signs: set[str]) -> list[Mark]:
        """Give author's signs at the ends of words ("The Docket*"), each where it first stands."""
        marks: dict[str, Mark] = {}
        for match in _SIGNS.finditer(self._text, 0, end):
            if match.group() in signs:
                marks.setdefault(match.group(), Mark(*match.span(), match.group()))
        return list(marks.values())


def certain_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Give what is hardly anything but a mark in a stretch of a text: "[3]", "³" or 3 at a word or its stop."""
    for find in (_find_bracketed, _find_superscripts, _find_at_words):
        for mark, certain in find(text, start, end):
            if certain:
                yield mark


def _top(labels: set[str]) -> int:
    return max((int(label) for label in labels if label.isdecimal()), default=0)


def _find_bracketed(text: str, start: int, end: int) -> Iterator[Candidate]:
    for match in _BRACKETED.finditer(text, start, end):
        typed = match[1]
        if not typed[0].isalpha() or roman_value(typed):
            before = text[match.start() - 1] if match.start() else " "
            yield Mark(*match.span(), typed), not before.isspace() and before not in _OPENING


def _find_superscripts(text: str, start: int, end: int) -> Iterator[Candidate]:
    if text.isascii():
        return
    for match in _RAISED.finditer(text, start, end):
        before = text[max(match.start() - 3, 0) : match.start()]
        typed = match.group().translate(_FROM_RAISED)
        if before and not before[-1].isspace() and len(typed) <= 6 and typed[0] != "0":
            word = len(before) == 3 and before.isalpha() and before[1:].islower()
            yield Mark(*match.span(), typed), word or before[-1] in _CLOSING


def _find_at_words(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Find digits right behind a word or its stop, and tell whether they can hardly be anything but a mark."""
    for match in _DIGITS.finditer(text, start, end):
        at, stop = match.span()
        before = text[at - 1] if at else " "
        if not (before.isalpha() or before in _CLOSING) or stop - at > 4 or text[at] == "0":
            continue
        after = text[stop : stop + 2]
        if after[:1].isalnum() or after[:1] in _NO_MARK_BEFORE or after[1:].isdecimal():
            continue
        head = text[max(at - 20, 0) : at].rstrip(_STOPS)
        word = _LAST_WORD.search(head)
        letters = word.group() if word else ""
        if letters.isalpha() and (len(letters) > 2 or not before.isalpha()):
            yield Mark(at, stop, match.group()), letters[-2:].islower() and not _ABBREVIATIONS.fullmatch(letters)
        elif len(letters) == 4 and letters.isdecimal() and not before.isdecimal():
            yield Mark(at, stop, match.group()), False


def _longest_rising(marks: list[Mark], numbers: dict[str, int]) -> list[Mark]:
    """Give the longest choice of marks whose numbers rise."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for index, mark in enumerate(marks):
        value = numbers[mark.typed]
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
