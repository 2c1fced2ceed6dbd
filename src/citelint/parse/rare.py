"""Patterns that match few texts."""

from __future__ import annotations

import re


class Rare:
    """A pattern that is tried only where one of the plain words stands that every match of it holds.

    Most titles hold none, and to look for a few plain words takes a small part of the time of trying a pattern with
    many ways at each character.
    """

    __slots__ = ("pattern", "words")

    def __init__(self, words: tuple[str, ...], pattern: str) -> None:
        self.words = words
        self.pattern = re.compile(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first place in `text` where the pattern matches, as the pattern alone would."""
        for word in self.words:
            if word in text:
                return self.pattern.search(text)
        return None
