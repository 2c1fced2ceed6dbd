"""The works that a name before supra may mean.

An index from words to works is built once, where a name is looked up. A name is looked up by its rarest words, so that
the time for a name does not grow with the document; what it fits is kept, since the same names come again and again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from citelint.model.link import Fit
from citelint.resolve.fits import fitness
from citelint.resolve.fold import bare, fold, telling
from citelint.resolve.names import Names, first_words, index_words, names_of
from citelint.resolve.persons import misspelt
from citelint.resolve.query import Query, readings
from citelint.resolve.ranks import MISSPELT, SURE, Fitness
from citelint.resolve.works import Works

CAP = 32
"""How many works of one word are looked at. Beyond, those nearest before the reference and the first ones are."""

_RAREST = 3
_LABELS = 12
"""How many labels of one work are remembered: more than one is a slip already."""

_FUZZY_WORKS = 30_000
"""A document of more works is not searched for misspelt names, but for the works of the note pointed at."""


class Match(NamedTuple):
    """A work that a name fits, and how well; `rank` as in `ranks`."""

    rank: int
    work: int
    fit: Fit


class Matcher:
    """Finds the works of a document by name."""

    def __init__(self, works: Works) -> None:
        self.works = works
        self._names: list[Names | None] = [None] * len(works.members)
        self._known: dict[str, tuple[Match, ...]] = {}
        self._readings: dict[str, tuple[Query, ...]] = {}
        self._slips: dict[str, list[int]] | None = None

    @cached_property
    def _holders(self) -> defaultdict[str, list[int]]:
        """The works, in order, by each word of their names; made when the first name is looked up."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for work, citations in enumerate(self.works.citations):
            for key in index_words(citations):
                holders[key].append(work)
        return holders

    def names(self, work: int) -> Names:
        """Give the names of a work; most works are never asked for them."""
        names = self._names[work]
        if names is None:
            names = self._names[work] = names_of(self.works.citations[work], self.works.document.text)
        return names

    def matches(self, name: str, near: int) -> tuple[Match, ...]:
        """Give the works that `name` fits, best first; `near` is the index of the reference that uses it."""
        if (known := self._known.get(name)) is not None:
            return known
        best: dict[int, Match] = {}
        whole = True
        for query in self.readings(name):
            candidates, complete = self._candidates(query, near)
            whole = whole and complete
            self._judge(query, candidates, best)
            if any(match.rank <= SURE for match in best.values()):
                break
        if not any(match.rank <= SURE for match in best.values()):
            self._add_misspelt(name, best)
        found = tuple(sorted(best.values()))
        if whole:
            self._known[name] = found
        return found

    def among(self, name: str, works: Iterable[int]) -> tuple[Match, ...]:
        """Give those of `works` that `name` fits, best first, misspelt names included."""
        best: dict[int, Match] = {}
        works = tuple(works)
        for query in self.readings(name):
            self._judge(query, works, best)
            for work in works:
                if (work not in best or best[work].rank > SURE) and misspelt(query, self.names(work)):
                    _keep(best, work, Fitness(MISSPELT, Fit.FUZZY))
        return tuple(sorted(best.values()))

    def add_label(self, work: int, label: str) -> None:
        """Remember a label that a reference sets: "Cohen, supra note 3 [hereinafter Cohen, Costs]"."""
        words = bare(fold(label))
        names = self.names(work)
        if not words or words in names.labels or len(names.labels) >= _LABELS:
            return
        self._names[work] = names._replace(labels=(*names.labels, words), words=names.words.union(words))
        for key in telling(words):
            holders = self._holders[key]
            place = bisect_left(holders, work)
            if holders[place : place + 1] != [work]:
                holders.insert(place, work)
        self._known.clear()

    def readings(self, name: str) -> tuple[Query, ...]:
        """Give the readings of a name, each name taken apart once."""
        found = self._readings.get(name)
        if found is None:
            found = self._readings[name] = readings(name)
        return found

    def _judge(self, query: Query, works: Iterable[int], best: dict[int, Match]) -> None:
        for work in works:
            names = self._names[work]
            found = fitness(query, self.names(work) if names is None else names)
            if found is not None:
                _keep(best, work, found)

    def _candidates(self, query: Query, near: int) -> tuple[list[int], bool]:
        """Give the works with the rarest word of a name or two of its rarest, and whether these are all that have."""
        # in the order of the name: which of several words is the rarest must not change from run to run
        keys = dict.fromkeys((*query.telling, query.acronym) if query.acronym else query.telling)
        held = sorted((self._holders[key] for key in keys if key in self._holders), key=len)[:_RAREST]
        whole = all(len(works) <= CAP for works in held)
        if not whole:
            held = [works if len(works) <= CAP else self._nearest(works, near) for works in held]
        if len(held) < 2:
            return (held[0] if held else []), whole
        seen = set(held[0])
        found = dict.fromkeys(held[0])
        for works in held[1:]:
            found.update(dict.fromkeys(work for work in works if work in seen))
            seen.update(works)
        return list(found), whole

    def _nearest(self, works: list[int], near: int) -> list[int]:
        """Give the first works of a long list, and those cited nearest before and after a reference."""
        place = bisect_left(works, near, key=lambda work: self.works.members[work][0])
        half = CAP // 2
        return works[: CAP // 4] + works[max(place - half, CAP // 4) : place + CAP // 4]

    def _add_misspelt(self, name: str, best: dict[int, Match]) -> None:
        """Look for works whose author or party is the name but for a slip."""
        if len(self._names) > _FUZZY_WORKS:
            return
        if self._slips is None:
            self._slips = self._slip_index()
        for query in self.readings(name):
            near = {
                work for word in query.telling for key in _slip_keys(word) for work in self._slips.get(key, ())[:CAP]
            }
            for work in sorted(near):
                if misspelt(query, self.names(work)):
                    _keep(best, work, Fitness(MISSPELT, Fit.FUZZY))

    def _slip_index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for work in range(len(self._names)):
            words = first_words(self.works.first(work))
            for word in words:
                for key in _slip_keys(word):
                    index.setdefault(key, []).append(work)
        return index


def _slip_keys(word: str) -> tuple[str, ...]:
    """Give two keys of which a word with one slip still shares one: its first and its last three letters."""
    return (word[:3], "." + word[-3:]) if len(word) > 3 else ()


def _keep(best: dict[int, Match], work: int, found: Fitness) -> None:
    known = best.get(work)
    if known is None or found.rank < known.rank:
        best[work] = Match(found.rank, work, found.fit)
