"""Numbers as Word prints them (ECMA-376, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

from citelint.model.numerals import roman

_CHICAGO = "*†‡§"
_MOST = 100_000
"""Above this a number in letters or signs would be a line long, and is printed in digits."""


def numeral(number: int, format_name: str) -> str:
    """Give a number from 1 as a format prints it; a format that is not known prints digits. "none" prints nothing."""
    if format_name == "none":
        return ""
    if number < 1 or number > _MOST:
        return str(number)
    if format_name in ("lowerRoman", "upperRoman"):
        printed = roman(number)
        return printed.upper() if format_name == "upperRoman" else printed
    if format_name in ("lowerLetter", "upperLetter"):
        times, letter = divmod(number - 1, 26)
        printed = chr(ord("a") + letter) * (times + 1)
        return printed.upper() if format_name == "upperLetter" else printed
    if format_name == "chicago":
        times, sign = divmod(number - 1, len(_CHICAGO))
        return _CHICAGO[sign] * (times + 1)
    printer = _DIGITS.get(format_name)
    return str(number) if printer is None else printer(number)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else str(number)


_DIGITS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": lambda number: str(number).translate({48 + d: 0xFF10 + d for d in range(10)}),
}
