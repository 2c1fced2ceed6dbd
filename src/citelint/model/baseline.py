"""Findings that are known already: a multiset of fingerprints, and what of it is found again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citelint.model.fingerprint import Fingerprint

_ALIKE: tuple[Callable[[Fingerprint, Fingerprint], bool], ...] = (
    lambda old, new: (old.before, old.after) == (new.before, new.after),
    lambda old, new: old.home != "" and old.home == new.home,
    lambda old, new: old.before == new.before or old.after == new.after,
)
"""How surely two findings with one key are the same: both neighbours, then the same home, then one neighbour."""


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
            entries = self._by_key[key]
            for alike in _ALIKE:
                for index in indexes:
                    match = None if known[index] else next((e for e in entries if alike(e, found[index])), None)
                    if match is not None:
                        entries.remove(match)
                        known[index] = match
        return known
