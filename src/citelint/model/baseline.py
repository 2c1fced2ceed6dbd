"""Findings that are known already: a multiset of fingerprints, and what of it is found again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citelint.model.fingerprint import Fingerprint

_TELLING: tuple[Callable[[Fingerprint], Hashable], ...] = (
    lambda one: (one.before, one.after),
    lambda one: one.home or None,
    lambda one: one.before,
    lambda one: one.after,
)
"""What two findings with one key are the same by, the surest first: both neighbours, the same home, one neighbour."""


class Known:
    """Findings of an earlier time. Each is found again once at most, so that one more of the same kind is new."""

    def __init__(self, entries: Iterable[Fingerprint]) -> None:
        self._by_key: defaultdict[str, list[Fingerprint]] = defaultdict(list)
        for entry in entries:
            self._by_key[entry.key].append(entry)

    def __bool__(self) -> bool:
        return any(self._by_key.values())

    @property
    def left(self) -> list[Fingerprint]:
        """Those that were not found again."""
        return [entry for entries in self._by_key.values() for entry in entries]

    def take(self, found: Sequence[Fingerprint]) -> list[Fingerprint | None]:
        """Give for each fingerprint the one of those known that it is, or None, and count that as found again.

        The surest are matched first, so that a new finding does not take the place of an old one.
        """
        known: list[Fingerprint | None] = [None] * len(found)
        waiting: defaultdict[str, list[int]] = defaultdict(list)
        for index, one in enumerate(found):
            if one.key in self._by_key:
                waiting[one.key].append(index)
        for key, indexes in waiting.items():
            for telling in _TELLING:
                indexes = self._match(key, indexes, found, known, telling)
        return known

    def _match(
        self,
        key: str,
        indexes: list[int],
        found: Sequence[Fingerprint],
        known: list[Fingerprint | None],
        telling: Callable[[Fingerprint], Hashable],
    ) -> list[int]:
        """Match those at `indexes` with entries of which the same is told; give the indexes that are left."""
        entries: defaultdict[Hashable, list[Fingerprint]] = defaultdict(list)
        for entry in reversed(self._by_key[key]):
            entries[telling(entry)].append(entry)
        left = []
        for index in indexes:
            told = telling(found[index])
            if told is not None and entries.get(told):
                known[index] = entries[told].pop()
            else:
                left.append(index)
        self._by_key[key] = [entry for alike in entries.values() for entry in reversed(alike)]
        return left
