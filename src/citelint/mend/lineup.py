"""Suspects looked at one by one, each behind what stands before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citelint.mend.proof import STILL_THERE, Refused, Version
from citelint.model.mending import Left, Mend

ONLY_TOGETHER = "it moves with the other numbers of the shift: take them together"


class Lineup:
    """Sorts the suspects among mends of which all others prove themselves together.

    A suspect is tried with everything before it that is no suspect or was accepted. That decides as taking one fix
    after the other does, provided that fixes which prove themselves together do so when they are fewer. It is
    provided and not known: who takes `accepted` proves them together, unless `proved` is that proof. Numbers of one
    shift may be right only together; what is left of them is tried once more in company.

    Where suspects turn out innocent, the next are tried several at a time.
    """

    def __init__(
        self, prove: Callable[[Sequence[Mend]], Version | Refused], mends: Sequence[Mend], suspects: Sequence[Mend]
    ) -> None:
        self.left: list[Left] = []
        self.proved: Version | None = None
        self._prove = prove
        self._mends = mends
        ids = {id(mend) for mend in suspects}
        self._suspects = [place for place, mend in enumerate(mends) if id(mend) in ids]
        self._placed: dict[int, Mend] = {p: mend for p, mend in enumerate(mends) if id(mend) not in ids}
        self._refused: dict[int, Refused] = {}

    @property
    def accepted(self) -> tuple[Mend, ...]:
        """Give what was accepted, in order, and all that is no suspect."""
        return tuple(mend for _, mend in sorted(self._placed.items()))

    def run(self) -> None:
        """Look at all suspects."""
        at, size = 0, 1
        while at < len(self._suspects):
            some = self._suspects[at : at + size]
            tried = self._try(some, [self._mends[place] for place in some])
            if isinstance(tried, Refused) and len(some) > 1:
                size = len(some) // 2
                continue
            if isinstance(tried, Refused) and (other := self._mends[some[0]].other()) is not None:
                tried = self._try(some, [other])
            if isinstance(tried, Refused):
                self._refused[some[0]] = tried
            at += len(some)
            size = 1 if isinstance(tried, Refused) else size * 2
        for group in sorted({self._group(place) for place in self._refused} - {""}):
            some = [place for place in self._refused if self._group(place) == group]
            if len(some) > 1 and isinstance(self._try(some, [self._mends[place] for place in some]), Version):
                for place in some:
                    del self._refused[place]
        self.left = [left_for(self._mends[place], why) for place, why in sorted(self._refused.items())]

    def _group(self, place: int) -> str:
        """Give the shift that a refused mend moves with; "" for none, and where it does harm by itself."""
        alone = self._refused[place].why != STILL_THERE
        return "" if alone else self._mends[place].offer.finding.group or ""

    def _try(self, places: Sequence[int], mends: Sequence[Mend]) -> Version | Refused:
        """Try mends at these places behind what was accepted before the last of them, and accept them if proved."""
        new = {
            **{p: mend for p, mend in self._placed.items() if p < places[-1]},
            **dict(zip(places, mends, strict=True)),
        }
        tried = self._prove([mend for _, mend in sorted(new.items())])
        if isinstance(tried, Version):
            self._placed |= zip(places, mends, strict=True)
            self.proved = tried if len(new) == len(self._placed) else None
        return tried


def left_for(mend: Mend, refused: Refused) -> Left:
    """Give what is said of a mend that does not prove itself."""
    finding = mend.offer.finding
    together = refused.why == STILL_THERE and finding.group is not None
    return Left(finding, ONLY_TOGETHER if together else refused.why)
