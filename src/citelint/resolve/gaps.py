"""What the text around mentions tells of citations that were not found in it."""

from __future__ import annotations

import re

_CLAUSE_END = re.compile(r"[;.](?=\s)")
_LOCATOR = re.compile(r"\bat (?:\*|p\. )?\d|[§¶]|https?://|\bpara\. \d|\(\D{0,40}\d{4}\)")
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 5
_PROSE_SHARE = 0.6


def has_locator(text: str) -> bool:
    """Tell whether a text has what a citation has: a page, a section, a URL, a year in brackets."""
    return _LOCATOR.search(text) is not None


def missed(between: str) -> bool:
    """Tell whether a citation may have been missed in the text between two mentions.

    What stands before the first stop or semicolon belongs to the mention before it.
    """
    end = _CLAUSE_END.search(between)
    return end is not None and _LOCATOR.search(between, end.end()) is not None


def is_prose(text: str) -> bool:
    """Tell whether a text is surely prose: no digits, five words or more, and most of them in lower case.

    "October Interview" and "FAR 36.6" may well cite something.
    """
    words = _WORD.findall(text)
    small = sum(word.islower() for word in words)
    return len(words) >= _FEWEST and small >= _PROSE_SHARE * len(words) and not any(c.isdigit() for c in text)
