"""What the text around mentions tells of citations that were not found in it."""

from __future__ import annotations

import re

_CLAUSE_END = re.compile(r"[;.](?=\s)")
_LOCATOR = re.compile(r"\bat (?:\*|p\. )?\d|[§¶]|https?://|\bpara\. \d|\(\D{0,40}\d{4}\)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_FEWEST = 3


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
    """Tell whether a text may be taken for prose: three words or more, and no digits but those of years.

    "October Interview", "FAR 36.6" and "Wall St. J., July 13, 2023" may well cite something.
    """
    return len(text.split()) >= _FEWEST and not any(c.isdigit() for c in _YEAR.sub("", text))
