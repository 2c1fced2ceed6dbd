"""How wide text stands in a terminal, and lines filled to a width."""

from __future__ import annotations

from collections.abc import Iterable

ELLIPSIS = "..."


def cells(text: str) -> int:
    """Give the columns that `text` takes: two for a wide character, none for one that combines with the one before."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(0 if category(char) in ("Mn", "Me") else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def clipped(text: str, room: int) -> str:
    """Give `text`, or its beginning up to a word's end and " ..." where it takes more than `room` columns."""
    if cells(text) <= room:
        return text
    kept = fitting(text, room - len(ELLIPSIS) - 1)
    whole_words = kept[: kept.rfind(" ")] if " " in kept and not text[len(kept)].isspace() else kept
    return f"{whole_words.rstrip(' ,;:')} {ELLIPSIS}"


def fitting(text: str, room: int) -> str:
    """Give as much of the beginning of `text` as fits into `room` columns."""
    if text.isascii():
        return text[: max(room, 0)]
    width = 0
    for index, char in enumerate(text):
        width += cells(char)
        if width > room:
            return text[:index]
    return text


def filled(words: Iterable[str], width: int, first: str = "", rest: str = "") -> list[str]:
    """Set words into lines of at most `width` columns. A word is never broken; `first` and `rest` begin the lines."""
    lines: list[str] = []
    line = first
    empty = True
    for word in words:
        if not empty and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, empty = rest, True
        line = f"{line}{word}" if empty else f"{line} {word}"
        empty = False
    return lines if empty else [*lines, line]


def padded(text: str, width: int) -> str:
    """Give `text` with blanks up to `width` columns."""
    return text + " " * (width - cells(text))
