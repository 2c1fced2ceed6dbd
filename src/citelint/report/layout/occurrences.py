"""Things that are alike and have to be told apart: each gets its number among its like."""

from __future__ import annotations

from collections import Counter


class Occurrences:
    """Counts what was seen, so that the second of its kind can be called so."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def told_apart(self, name: str) -> str:
        """Give `name` the first time, and "name:2" the second."""
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}:{self._seen[name]}"
