"""Ids of what is added: comments, tracked changes and bookmarks of one file share no number."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ID = re.compile(rb"""[\s:]id\s*=\s*["'](\d{1,10})["']""")
_LARGEST = 2**31 - 1


class Ids:
    """Gives numbers that stand in no attribute called ``id`` of any of `parts`, rising."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._used = {int(match[1]) for part in parts for match in _ID.finditer(part)}
        self._last = max((number for number in self._used if number < _LARGEST // 2), default=0)

    def next(self) -> int:
        """Give the next one."""
        self._last += 1
        while self._last in self._used:
            self._last += 1
        return self._last
