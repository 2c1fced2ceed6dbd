"""Roman numbers, which endnotes are often counted by."""

from __future__ import annotations

import re

_UNITS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_RIGHT = re.compile(r"m{0,9}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def roman(number: int) -> str:
    """Give a number from 1 in small Roman letters."""
    printed = []
    for unit, letters in _UNITS:
        times, number = divmod(number, unit)
        printed.append(letters * times)
    return "".join(printed)


def roman_value(printed: str) -> int | None:
    """Give the number that Roman letters of one size mean ("iv", "XII"); None for what is no such number."""
    small = printed.lower()
    if not small or printed not in (small, printed.upper()) or _RIGHT.fullmatch(small) is None:
        return None
    values = [_VALUES[letter] for letter in small]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def is_roman(label: str | None, number: int | None) -> bool:
    """Tell whether a note is counted by a Roman number: its label is one, and means its number if that is known.

    Notes that are counted by letters have a "c" too, which is 3.
    """
    value = None if label is None else roman_value(label)
    return value is not None and number in (None, value)
