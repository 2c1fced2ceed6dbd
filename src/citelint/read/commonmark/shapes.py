"""What single lines are, told from where their first character stands."""

from __future__ import annotations

import re

from citelint.read.commonmark.blocks import Piece

LINE = re.compile(r"([ \t]*)([^\r\n]*)(\r\n?|\n|\Z)")
"""A line: its blanks, its text with the blanks behind it, its end."""
NOTE = re.compile(r"\[\^([^\]\[\s^]{1,999})\]:[ \t]*")
LINK_TARGET = re.compile(
    r"\[((?:[^\]\[\\\r\n]|\\.){1,999})\]:[ \t]*+(?:<[^<>\r\n]*>|[^\s<]\S*+)"
    r"(?:[ \t]++(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^()\r\n]*\)))?[ \t]*+(?=[\r\n]|\Z)"
)
HEADING = re.compile(r"(#{1,6})(?=[ \t\r\n]|\Z)[ \t]*")
UNDERLINE = re.compile(r"(=+|-+)[ \t]*(?=[\r\n]|\Z)")
FENCE = re.compile(r"(`{3,})[^`\r\n]*(?=[\r\n]|\Z)|(~{3,})")
RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}(?=[\r\n]|\Z)")
ITEM = re.compile(r"(?:[-+*]|([0-9]{1,9})[.)])(?=[ \t\r\n]|\Z)")
DIV = re.compile(r":{3,}[^\r\n]*(?=[\r\n]|\Z)")
RAW_TAG = re.compile(r"<(script|pre|style|textarea)(?=[\s>])", re.IGNORECASE)

_FRONT_MATTER = {
    "---": re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": re.compile(r"[\r\n]\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}


def after_front_matter(text: str) -> int:
    """Give the position behind the YAML or TOML with which a file may begin, 0 where there is none.

    As Pandoc has it, no blank line follows the opening line: there a row of dashes is a rule.
    """
    first = LINE.match(text)
    end = _FRONT_MATTER.get(text[:3])
    if first is None or end is None or first[1] or first[2].rstrip(" \t") != text[:3]:
        return 0
    second = LINE.match(text, first.end())
    close = end.search(text, first.end(2))
    return close.end() if second is not None and second[2] and close is not None else 0


def width(text: str, start: int, end: int, column: int) -> int:
    """Give the column behind blanks from `start`, at `column`, to `end`; tabs stop at each fourth."""
    if text.find("\t", start, end) < 0:
        return column + end - start
    for position in range(start, end):
        column += 4 - column % 4 if text[position] == "\t" else 1
    return column


def is_table_rule(text: str, start: int, end: int) -> bool:
    """Tell whether a line is one between the rows of a table."""
    line = text[start:end]
    return not line.strip("|:-+= \t") and ("|" in line or "+" in line) and ("-" in line or "=" in line)


def heading_text(text: str, start: int, end: int) -> Piece:
    """Give the words of a heading's line: closing signs and attributes left out."""
    start = min(start, end)
    words = _without_attributes(text[start:end].rstrip())
    bare = words.rstrip("#")
    if not bare or bare[-1] in " \t":
        words = bare.rstrip()
    return Piece(start, start + len(words))


def underlined_text(text: str, last: Piece) -> Piece:
    """Give the words of the last line of an underlined heading: attributes left out."""
    return Piece(last.start, last.start + len(_without_attributes(text[last.start : last.end])))


def _without_attributes(words: str) -> str:
    """Leave out the "{#id .class}" that may end a heading."""
    if words.endswith("}"):
        opening = words.rfind("{")
        if opening >= 0 and (words[opening + 1] in "#.-" or "=" in words[opening:]):
            return words[:opening].rstrip()
    return words
