"""What fits into a cell, and how a text that does not is divided."""

from __future__ import annotations

import re

from citelint.report.layout.xml import for_xml

LONGEST = 32_767
"""Excel holds so many units of UTF-16 in a cell."""

LINE = 15.0
"""Points of a line of text in the font that workbooks begin with."""

HIGHEST = 409.0
"""Points of the highest row that Excel knows."""

_BLANKS = re.compile(r"[ \t\r\f\v\x1c-\x1f\x85\u2028\u2029]+")


def cell_text(text: str) -> str:
    """Give text of a manuscript as a cell can hold it: no control characters, and each run of blanks as one."""
    return for_xml(_BLANKS.sub(" ", text.replace("\n", " "))).strip()


def divided(text: str) -> list[str]:
    """Divide a text into pieces that fit a cell, at a blank where there is one near; "" gives one piece."""
    width = LONGEST if text.isascii() or max(text) < "\U00010000" else LONGEST // 2
    pieces: list[str] = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start + width - 200, start + width) + 1 or start + width
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]


def lines_of(text: str, width: int) -> int:
    """Estimate the lines that a text takes in a column of so many characters; a word that is longer is broken."""
    lines = 0
    for paragraph in text[:20_000].split("\n"):
        lines += 1
        room = width
        for word in paragraph.split(" "):
            if len(word) > room and room < width:
                lines, room = lines + 1, width
            broken = max(len(word) - 1, 0) // width
            lines, room = lines + broken, room - (len(word) - broken * width) - 1
    return lines


def height_of(lines: int) -> float:
    """Give the points of a row with so many lines: programs do not all work it out themselves."""
    return min(lines * LINE, HIGHEST)
