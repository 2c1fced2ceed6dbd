"""Which of several works a supra means when the note that it points at cites none of them.

The name decides first, then what stands before the reference, then the page cited, then the number: a wrong number is
most often off by a few notes.
"""

from __future__ import annotations

from typing import NamedTuple

from citelint.model.citation import Citation, Role, Supra
from citelint.resolve.ledger import Ledger
from citelint.resolve.matcher import CAP, Match
from citelint.resolve.pages import may_hold
from citelint.resolve.ranks import USUAL

_NEAR = 6
"""How many notes a wrong number is commonly off."""

_CLOSE = 2
"""How much nearer than the next one a work must stand for its nearness to decide; so near it beats a surer name."""

_NO_DISTANCE = 10**9


class Choice(NamedTuple):
    """The work chosen, None where nothing decides; those it was chosen from; whether the name alone decided."""

    match: Match | None
    tied: list[Match]
    sure: bool


def choose(supra: Supra, usable: list[Match], ledger: Ledger) -> Choice:
    """Choose among works that the name fits; `usable` is not empty."""
    full = {match.work: first_full(match.work, supra, ledger) for match in usable}
    before = [m for m in usable if (full[m.work].index > supra.index) is supra.forward]
    eligible = before or usable
    best = min(match.rank for match in eligible)
    tied = [match for match in eligible if match.rank == best]
    away = {match.work: _distance(supra, full[match.work], ledger) for match in eligible}
    if len(tied) == 1:
        closer = [m for m in eligible if m.rank <= USUAL and away[m.work] <= _CLOSE]
        if len(closer) == 1 and _NEAR < away[tied[0].work] < _NO_DISTANCE:
            return Choice(closer[0], [tied[0], closer[0]], sure=False)
        return Choice(tied[0], tied, sure=True)
    if not before and not supra.forward:
        return Choice(min(tied, key=lambda m: full[m.work].index), tied, sure=False)
    left = tied
    if not supra.numbers:
        left = [m for m in left if (supra.note, m.work) in ledger.cited] or left
    if supra.pincite is not None:
        page = supra.pincite.value
        left = [m for m in left if may_hold(full[m.work], page)] or left
    if len(left) > 1:
        near = _nearest(left, away)
        left = near if len(near) == 1 else _nearest(eligible, away)
    return Choice(left[0] if len(left) == 1 else None, tied, sure=False)


def _nearest(matches: list[Match], away: dict[int, int]) -> list[Match]:
    """Keep the work that stands so near the number printed, and so much nearer than all others, that it is meant."""
    first, second = sorted(matches, key=lambda m: away[m.work])[:2]
    near = away[first.work] <= _NEAR and away[second.work] >= away[first.work] + _CLOSE
    return [first] if near else matches


def _distance(supra: Supra, citation: Citation, ledger: Ledger) -> int:
    """Count the notes from the number printed to that of a full citation, `_NO_DISTANCE` where they do not compare."""
    own, other = ledger.document.notes[supra.note], ledger.document.notes[citation.note]
    printed = supra.numbers[0].first if len(supra.numbers) == 1 else None
    if printed is None or other.number is None or (own.apparatus, own.section) != (other.apparatus, other.section):
        return _NO_DISTANCE
    return abs(other.number - printed)


def first_full(work: int, supra: Supra, ledger: Ledger) -> Citation:
    """Give the full citation that a supra should point at: the first at the top level of a note before it.

    Of several at the top level one whose note is only a few notes off the number printed is meant rather than the
    first. Failing these the first inside another citation before it, and failing that the first after it.
    """
    inside: Citation | None = None
    top: list[Citation] = []
    for citation in ledger.works.citations[work][:CAP]:
        if citation.index >= supra.index:
            inside = inside or citation
            break
        if citation.role is Role.TOP:
            top.append(citation)
        inside = inside or citation
    if len(top) > 1:
        close = min(top, key=lambda citation: _distance(supra, citation, ledger))
        return close if _distance(supra, close, ledger) <= _NEAR else top[0]
    if top:
        return top[0]
    assert inside is not None
    return inside
