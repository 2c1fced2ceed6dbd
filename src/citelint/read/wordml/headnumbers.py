"""The numbers that Word prints before headings, counted over all paragraphs of their lists.

Where the standard and Word part, or nobody has said what Word does, a number is unknown, and so are those that are
counted from it. What is taken as known of Word:

- Lists of one abstract definition count together, and an abstract one that takes its levels from another counts for
  itself. A number to begin with (``w:startOverride``) holds the first time that its list is met at that level.
- A level begins anew when any level above it is used, or as ``w:lvlRestart`` has it; until it is used again a deeper
  number shows where it would begin (MS-OI29500, 2.1.282).
- A text box counts for itself, and the body goes on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from citelint.read.wordml.listed import LEVELS, NO_LEVEL, NO_LIST, Listed
from citelint.read.wordml.numbering import Level, Lists, NumberedList
from citelint.read.wordml.numberingpart import UNCLEAR
from citelint.read.wordml.numerals import numeral

UNKNOWN = ""
"""For a number that is printed and cannot be known."""

_NUMBER = re.compile(r"%([1-9])")
_LONGEST = 60
"""The most characters of the text round a number."""
_MOST = {
    "decimal": 32767,
    "upperRoman": 3999,
    "lowerRoman": 3999,
    # thirty times over the alphabet
    "upperLetter": 780,
    "lowerLetter": 780,
}

_Value = int | Literal["unused", "lost"]


class _Place(NamedTuple):
    list: NumberedList
    id: str
    level: int


def heading_numbers(
    listed: Iterable[Listed], headings: Collection[int], lists: Lists | None, blank: Collection[int] = ()
) -> dict[int, str]:
    """Give what is printed before headings by their index among the paragraphs ("II.", "1.2"), or `UNKNOWN`.

    `headings` are the indexes of those that are headings, `blank` of those that have blanks alone. A heading that is in
    no list, or whose level prints no number, is not among them. `lists` is None where those could not be read.
    """
    numbers: dict[int, str] = {}
    places: list[tuple[Listed, _Place]] = []
    for one in listed:
        place = _place(one, lists)
        if isinstance(place, _Place) and not one.boxed:
            places.append((one, place))
        elif place is not None and one.paragraph in headings:
            numbers[one.paragraph] = UNKNOWN
    of_headings = {place.list.key for one, place in places if one.paragraph in headings}
    counters = {key: _Counter() for key in of_headings}
    at: dict[int, tuple[str, int]] = {}
    others: set[tuple[str, int]] = set()
    for one, place in places:
        counter = counters.get(place.list.key)
        if counter is None:
            continue
        sure = one.sure and one.paragraph not in blank
        if sure:
            counter.count(place)
        else:
            counter.lose(place.level)
        if one.paragraph not in headings:
            others.add((place.list.key, place.level))
            continue
        number = counter.printed(place) if sure else UNKNOWN
        if number is not None:
            at[one.paragraph] = (place.list.key, place.level)
            numbers[one.paragraph] = number
    # among headings whose numbers others share, one that is set as text may be the one that is sought
    return {index: UNKNOWN if at.get(index) in others else number for index, number in numbers.items()}


def _place(one: Listed, lists: Lists | None) -> _Place | Literal["unknown"] | None:
    """Tell where a paragraph is counted; None where it has no number."""
    style = one.style
    id = one.list if one.list is not None or style is None else style.list
    if id is None or id == NO_LIST:
        return None
    found = None if lists is None else lists.get(id)
    level = one.level
    if level is None:
        level = 0 if style is None else _level_of(style.list, style.level, style.said_by, lists)
    if found is None or level == NO_LEVEL:
        return "unknown"
    return _Place(found, id, level)


def _level_of(id: str | None, said: int | None, style: str, lists: Lists | None) -> int:
    """Give the level that a style puts its paragraphs in: by the list, or else as it says itself.

    By the standard the list alone says so, and for a style that says otherwise Word goes by no rule (MS-OI29500,
    2.1.50).
    """
    found = None if lists is None or id is None else lists.get(id)
    linked = None if found is None else found.level_of(style)
    if linked is not None and said is not None and linked != said:
        return NO_LEVEL
    return linked or said or 0


class _Counter:
    """Counts the paragraphs of lists of one key.

    Of each level `_values` has its last number, "unused" before it is used and "lost" where that cannot be known.
    `_begin` has those levels that begin anew, with the number to begin with, and `_passed` those of them below which a
    level has been used since: whether that counts as a use programs see differently. `_met` are lists (their ids) and
    the levels at which they were met.
    """

    def __init__(self) -> None:
        self._values: list[_Value] = ["unused"] * LEVELS
        self._begin: dict[int, _Value] = {}
        self._passed: set[int] = set()
        self._met: dict[str, set[int]] = {}

    def lose(self, level: int) -> None:
        """Take notice of a paragraph that Word may or may not count."""
        for place in range(level, LEVELS):
            self._values[place] = "lost"
            self._begin.pop(place, None)

    def count(self, place: _Place) -> None:
        """Count a paragraph."""
        for upper in range(place.level):
            self._pass(upper, place)
        self._values[place.level] = self._next(place)
        self._met.setdefault(place.id, set()).add(place.level)
        for deeper in range(place.level + 1, LEVELS):
            self._begin_anew(deeper, place)

    def _pass(self, upper: int, place: _Place) -> None:
        """Take notice that a level is used below one that may not have been used itself."""
        if upper in self._begin:
            self._passed.add(upper)
        elif self._values[upper] == "unused":
            self._values[upper] = "lost"
        if upper in place.list.starts and place.id not in self._met:
            self._begin.pop(upper, None)
            self._values[upper] = "lost"

    def _next(self, place: _Place) -> _Value:
        level = place.level
        begun = self._begin.pop(level, None)
        start = _start(place.list, level)
        met = self._met.get(place.id)
        if level in place.list.starts and (met is None or level not in met):
            return start if met is None or begun == start else "lost"
        if begun is not None:
            return begun if begun == start and level not in self._passed else "lost"
        before = self._values[level]
        if isinstance(before, int):
            return before + 1
        return start if before == "unused" else "lost"

    def _begin_anew(self, deeper: int, place: _Place) -> None:
        level = place.list.levels.get(deeper)
        restart = None if level is None else level.restart
        if level is None or restart == UNCLEAR:
            self._begin.pop(deeper, None)
            self._values[deeper] = "lost"
        elif restart is None or place.level < restart:
            self._begin[deeper] = _start(place.list, deeper)
            self._passed.discard(deeper)

    def printed(self, place: _Place) -> str | None:
        """Give what is printed before the paragraph counted last; None for no number, `UNKNOWN` where it is unknown."""
        level = place.list.levels.get(place.level)
        if level is None or not level.clear:
            return UNKNOWN
        if not level.shown or level.format == "bullet":
            return None
        if level.text is None or len(level.text) > _LONGEST:
            return UNKNOWN
        named = [int(number) - 1 for number in _NUMBER.findall(level.text)]
        if not named or level.format == "none":
            return UNKNOWN if any(map(str.isalnum, _NUMBER.sub("", level.text))) or set(named) - {place.level} else None
        behind = level.text[level.text.rindex("%") + 2 :]
        if named[-1] != place.level or max(named) > place.level or any(map(str.isalnum, behind)):
            # the last number is to be that of the heading
            return UNKNOWN
        numbers = [self._numeral(place, index, level) for index in named]
        if None in numbers:
            return UNKNOWN
        words = iter(numbers)
        return _NUMBER.sub(lambda _: next(words) or "", level.text)

    def _numeral(self, place: _Place, index: int, printing: Level) -> str | None:
        """Give the number of a level as another (or itself) prints it, None where that is unknown."""
        level = place.list.levels.get(index)
        begun = self._begin.get(index)
        number = self._values[index] if begun is None else begun if begun == _start(place.list, index) else "lost"
        if level is None or not level.clear or not isinstance(number, int) or level.format not in _MOST:
            return None
        if printing.legal and index < place.level:
            return str(number)
        if (printing.legal and level.format != "decimal") or number > _MOST[level.format]:
            # the standard has a level in digits that Word prints as it is
            return None
        return str(number) if level.format == "decimal" else numeral(number, level.format) if number else None


def _start(list_: NumberedList, level: int) -> _Value:
    """Give the number with which a list begins a level."""
    of_level = list_.levels.get(level)
    start = list_.starts.get(level, None if of_level is None else of_level.start)
    return "lost" if start is None or start == UNCLEAR else start
