"""Headings above lists of notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citelint.read.plaintext.labels import Label

NOTES = (
    r"(?:foot|end)?notes(?: (?:to|for) (?:the )?(?:chapter|part|section|introduction)\b[^\n]{0,60}| and references)?"
)
"""A pattern of the words in such a heading."""
_HEADING = re.compile(
    rf"[\W_]{{0,20}}(?:(?:(?:chapter|part|section) \w{{1,12}}[\W_]{{1,3}})?{NOTES}|references|citations)[\W_]{{0,20}}"
    r"|[-_=*~–—\s]{3,}",
    re.IGNORECASE,
)
LONGEST_HEADING = 100
_TITLE_MOST = 100
_NO_TITLE_ENDS = ".;,:)]”"
_ENDNOTES = re.compile(r"\bendnotes\b", re.IGNORECASE)


def is_heading(line: str) -> bool:
    """Tell whether a line is one that stands above notes: "Notes", "ENDNOTES:", a row of dashes."""
    return len(line) < LONGEST_HEADING and _HEADING.fullmatch(line) is not None


def is_title(paragraph: str) -> bool:
    """Tell whether words are short and end as no sentence does, so that they may be a heading."""
    return len(paragraph) <= _TITLE_MOST and paragraph[-1] not in _NO_TITLE_ENDS


def line_above(lines: str, first: Label) -> str:
    """Give the line with words that stands right above a label, however many blank lines are between."""
    return _last_line(lines[max(first.line - 200, 0) : first.line])


def _last_line(words: str) -> str:
    return words.rstrip().rpartition("\n")[2].strip()


def is_headed(lines: str, first: Label) -> bool:
    """Tell whether "Notes", or a line of dashes, stands right above the list that begins with a label."""
    line = line_above(lines, first)
    return bool(line) and is_heading(line)


def is_headed_by_chapter(lines: str, first: Label) -> bool:
    """Tell whether "Notes" stands above a list and, between the two, the title of a chapter."""
    above = lines[max(first.line - 300, 0) : first.line].rstrip()
    title = _last_line(above)
    line = _last_line(above[: len(above) - len(title)])
    return bool(title and line) and is_title(title) and line[-1].isalnum() and is_heading(line)


def start_of_heading(lines: str, first: Label) -> int:
    """Give where the line right above a label begins."""
    from_there = max(first.line - 200, 0)
    return from_there + lines[from_there : first.line].rstrip().rfind("\n") + 1


def is_headed_as_endnotes(lines: str, first: Label) -> bool:
    """Tell whether a heading that says "Endnotes" stands right above a label."""
    line = line_above(lines, first)
    return is_heading(line) and _ENDNOTES.search(line) is not None
