"""Labels: what a line begins with where a note begins.

Every function here sees *lines*: the file's text with all line ends made "\\n" by `with_plain_line_ends`, two of them
put before it. A position in the file is one in lines less `MARGIN`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citelint.read.plaintext.headings import LONGEST_HEADING, is_heading

MARGIN = 2
"""How many characters of *lines* stand before the first of the file."""

AUTHOR_SIGNS = "*†‡§¶‖#"
"""The signs that call an author's note. They are no numbers and never count."""


class Label(NamedTuple):
    """What may be the label of a note.

    `line` is where its line starts in *lines*, blanks at its head included; `start` and `end` bound the label itself,
    brackets and the like included; `name` is the label as it is printed. `number` is its value, None for a sign or
    a number with a letter. `opens` tells whether it opens a paragraph, and not just a line: a blank line is above it,
    or a heading of notes.
    """

    line: int
    start: int
    end: int
    name: str
    number: int | None
    opens: bool


class Shape(NamedTuple):
    """A way to write labels.

    `pattern` finds them with the groups ``blank`` (set where a blank line stands before), ``label`` and ``name``.
    `explicit` labels are hardly anything else; the others may be headings, numbered lists, volumes or years. `reach`
    is the greatest step from one number to the next of a list, where labels open paragraphs.
    """

    name: str
    pattern: str
    explicit: bool
    reach: int


def with_plain_line_ends(text: str) -> str:
    """Give *lines* of a text: "\\r\\n" becomes a blank and "\\n", a lone "\\r" becomes "\\n"; nothing moves."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return "\n\n" + text


_HEAD = r"\n(?P<blank>[^\S\n]*\n)?[^\S\n]*"
_TEXT_AHEAD = r"(?=[\s\"'“‘(*_\[§]|[^\W\d_a-z]|\Z)"

_PATTERNS = {
    "bracket": rf"(?P<label>\[\^?(?P<name>[0-9]{{1,6}}[a-z]?|[{AUTHOR_SIGNS}]{{1,9}})\][.:]?){_TEXT_AHEAD}",
    "roman": rf"(?P<label>\[(?P<name>[ivxlc]{{1,12}})\][.:]?){_TEXT_AHEAD}",
    "raised": rf"(?P<label>(?P<name>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,6}}))(?![⁰¹²³⁴⁵⁶⁷⁸⁹]){_TEXT_AHEAD}",
    "point": rf"(?P<label>(?P<name>[0-9]{{1,6}})\.){_TEXT_AHEAD}",
    "roman point": r"(?P<label>(?P<name>[ivxlc]{1,12})\.)(?=\s)",
    "bare": r"(?P<label>(?P<name>[0-9]{1,6}))(?=[^\S\n]+[^\s.,;:)–—-])",
}
_REACH = {"bracket": 3, "roman": 1, "raised": 3, "point": 3, "roman point": 1, "bare": 1}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ROMAN_DIGITS = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


SHAPES = tuple(
    Shape(name, _HEAD + pattern, name in ("bracket", "roman", "raised"), _REACH[name])
    for name, pattern in _PATTERNS.items()
)
"""The ways to write labels, those first that are hardly anything else."""


def find_labels(lines: str, shape: Shape) -> list[Label]:
    """Give what may be labels of one shape, in order, at most one a line."""
    labels: list[Label] = []
    for match in re.compile(shape.pattern).finditer(lines):
        written = match["name"]
        name, number = _value(written, shape.name)
        if number is not None and number < 0:
            continue
        start, end = match.span("label")
        blank = match["blank"] is not None
        line = match.end("blank") if blank else match.start() + 1
        labels.append(Label(line, start, end, name, number, blank or _is_below_heading(lines, match.start())))
    return _without_years(labels)


def _is_below_heading(lines: str, end: int) -> bool:
    """Tell whether the line that ends at `end` is a heading of notes."""
    start = max(end - LONGEST_HEADING, 0)
    line = lines.rfind("\n", start, end)
    return line >= 0 and is_heading(lines[line + 1 : end].strip())


def _value(written: str, shape: str) -> tuple[str, int | None]:
    """Give the printed label and its value; -1 for what is no number after all."""
    if shape.startswith("roman"):
        return written, roman_value(written) or -1
    if shape == "raised":
        written = written.translate(_RAISED)
    return (written.lstrip("0") or "0", int(written)) if written.isdecimal() else (written, None)


def roman_value(written: str) -> int | None:
    """Give the value of a Roman number in small letters below 400, None for what is not written as one."""
    value, rest = 0, written
    for digits, worth in _ROMAN_DIGITS:
        while rest.startswith(digits):
            value, rest = value + worth, rest[len(digits) :]
    return value if not rest and _roman(value) == written else None


def _roman(value: int) -> str:
    digits = ""
    for written, worth in _ROMAN_DIGITS:
        digits += written * (value // worth)
        value %= worth
    return digits


def _without_years(labels: list[Label]) -> list[Label]:
    """Leave out years, as in "[1932] AC 562" or "1992 was": such a number is a label only where its neighbour is."""
    if not any(label.number is not None and 1500 <= label.number <= 2099 for label in labels):
        return labels
    numbers = {label.number for label in labels}
    return [
        label
        for label in labels
        if label.number is None
        or not 1500 <= label.number <= 2099
        or (label.number - 1 in numbers or label.number + 1 in numbers)
    ]
