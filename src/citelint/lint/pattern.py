"""Patterns that are compiled when they are first used: a run imports every rule, and most never need theirs."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A regular expression as `re.compile` takes it, with the methods of `re.Pattern` that rules use.

    A wrong expression raises `re.error` at its first use.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression. From here on its own methods stand in place of those below: they are faster."""
        compiled = re.compile(self.pattern, self.flags)
        for name in ("search", "match", "fullmatch", "finditer"):
            vars(self)[name] = getattr(compiled, name)
        return compiled

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give the first match in ``text[start:end]``, or None."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give the match that begins at `start`, or None."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give the match that is the whole of ``text[start:end]``, or None."""
        return self.compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Give the matches in ``text[start:end]`` that do not overlap, in order."""
        return self.compiled.finditer(text, start, end)
