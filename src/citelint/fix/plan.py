"""Which offers can be taken together, and where each goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from citelint.fix.places import Places
from citelint.model.mending import Left, Mend, Offer, Splice
from citelint.model.source import Source
from citelint.model.span import Span


@dataclass(frozen=True, slots=True)
class Plan:
    """What can be taken: no two of `mends` overlap. `left` are the offers that cannot, with the reason."""

    mends: tuple[Mend, ...]
    left: tuple[Left, ...]

    @property
    def splices(self) -> dict[str, tuple[Splice, ...]]:
        """For each part that is touched its changes, in order, each once."""
        found: dict[str, set[Splice]] = {}
        for mend in self.mends:
            for one in mend.splices:
                found.setdefault(one.part, set()).add(one)
        return {part: tuple(sorted(splices)) for part, splices in sorted(found.items())}


def plan(source: Source, offers: Iterable[Offer], refuses: Callable[[Splice], str] | None = None) -> Plan:
    """Put offers in their places, and leave those that cannot be made.

    `refuses` says why whoever writes the format makes no change at a place, or "" where he does.

    Two offers that change the same words in different ways are both left, since only a person can choose; the same
    change wanted twice is no such case. What touches a label, or words that no part holds, is left.
    """
    places = Places(source)
    mends: list[Mend] = []
    left: list[Left] = []
    for offer in offers:
        found = [places.of(edit) for edit in offer.edits]
        trouble = next((place.trouble for place in found if place.trouble), "")
        if trouble or not found:
            left.append(Left(offer.finding, trouble or "its fix changes nothing"))
            continue
        first = tuple(one for place in found for one in place.splices)
        reason = next((told for one in first if (told := refuses(one))), "") if refuses else ""
        if reason:
            left.append(Left(offer.finding, reason))
            continue
        second = tuple(one for place in found for one in (place.otherwise or place.splices))
        edits = tuple(places.exact(edit) for edit in offer.edits)
        mends.append(Mend(offer, edits, first, second if second != first else ()))
    clashes = _clashes(mends)
    for index, other in sorted(clashes.items()):
        left.append(Left(mends[index].offer.finding, _reason(mends[other], itself=index == other)))
    return Plan(tuple(mend for i, mend in enumerate(mends) if i not in clashes), tuple(left))


def _reason(other: Mend, itself: bool) -> str:
    if itself:
        return "its edits overlap"
    return f"{other.offer.finding.code} changes the same words in another way: choose one with --select"


def _clashes(mends: list[Mend]) -> dict[int, int]:
    """Give for each mend that overlaps another, by their positions in the list, one that it overlaps.

    One sweep is enough: a change that overlaps any before it overlaps the one that reaches furthest.
    """
    owners: dict[Splice, list[int]] = {}
    for index, mend in enumerate(mends):
        for one in set(mend.splices):
            owners.setdefault(one, []).append(index)
    clashes: dict[int, int] = {}
    furthest = Splice("", Span(0, 0), "")
    before = furthest
    for one in sorted(owners):
        for rival in (furthest, before):
            if rival in owners and rival.part == one.part and _clash(rival.span, one.span):
                for mine, theirs in ((one, rival), (rival, one)):
                    for index in owners[mine]:
                        clashes.setdefault(index, owners[theirs][0])
        if one.part != furthest.part or one.span.end >= furthest.span.end:
            furthest = one
        before = one
    return clashes


def _clash(first: Span, second: Span) -> bool:
    """Tell whether changes of these spans, which are in order, cannot both be made."""
    both_insert = first == second and first.start == first.end
    return second.start < first.end or both_insert
