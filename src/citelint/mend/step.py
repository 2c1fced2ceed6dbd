"""Taking what there is to take of one safety in one version of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from citelint.fix import offers, plan
from citelint.mend.lineup import Lineup, left_for
from citelint.mend.proof import Proofs, Refused, Version
from citelint.mend.suspects import among, without
from citelint.model.diagnostic import Safety
from citelint.model.mending import Left, Mend, Offer
from citelint.model.run import FileResult

WANTS_EYE = "for your eye, --all takes it"

_NARROWINGS = 4
"""How often more suspects are looked for before the search goes on blindly, by halves."""


def _any(result: FileResult, offer: Offer) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which offers are to be taken: those that `among` says yes to are looked at, and of these `safeties` are taken."""

    among: Callable[[FileResult, Offer], bool] = _any
    safeties: tuple[Safety, ...] = (Safety.SAFE, Safety.REVIEW)


EVERYTHING = Wanted()


class Step:
    """Taking what can be taken of one safety. `now` is the version with what was taken, `left` what was not."""

    def __init__(self, base: Version, proofs: Proofs) -> None:
        self.now = base
        self.taken: tuple[Mend, ...] = ()
        self.left: list[Left] = []
        self._base = base
        self._proofs = proofs

    def run(self, safety: Safety, wanted: Wanted) -> None:
        """Take what is wanted and proves itself."""
        result, source = self._base.result, self._base.source
        mine = [o for o in self._offered() if o.safety is safety and wanted.among(result, o)]
        if safety not in wanted.safeties:
            self.left += (Left(offer.finding, WANTS_EYE, waiting=True) for offer in mine)
            return
        planned = plan(source, mine, lambda splice: self._proofs.write.refuses(source, splice))
        self.left += planned.left
        self._take(planned.mends)

    def _offered(self) -> tuple[Offer, ...]:
        """Give what there is to take: a headline that was selected alone brings its members along."""
        own = self._base.result.diagnostics
        alone = {(d.code, d.span): d.severity for d in own if d.members and not d.is_headline}
        if not alone or self._base.proof is self._base.result:
            return offers(own)
        proof = self._base.proof.diagnostics
        causes = [finding for finding in proof if finding.is_headline and (finding.code, finding.span) in alone]
        # what was selected says how grave it is: a member by itself may be a suggestion that nobody asked for
        severities = {cause.group: alone[cause.code, cause.span] for cause in causes}
        members = (d for d in proof if d.group in severities and not d.is_headline)
        return offers((*own, *causes, *(replace(d, severity=severities[d.group]) for d in members)))

    def _take(self, mends: Sequence[Mend]) -> None:
        """Take all of them together; where they do not prove themselves, look for those that are at fault.

        Where nothing tells which, halves are tried, down to the one.
        """
        if not mends:
            return
        tried = self._try(mends)
        if isinstance(tried, Version):
            self._accept(mends, tried)
        elif len(mends) == 1:
            if (other := mends[0].other()) is not None:
                self._take((other,))
            else:
                self.left.append(left_for(mends[0], tried))
        elif not self._single_out(mends, tried):
            half = len(mends) // 2
            self._take(mends[:half])
            self._take(mends[half:])

    def _single_out(self, mends: Sequence[Mend], tried: Refused) -> bool:
        """Take all but those that a failure points at, and of these what proves itself.

        Tells whether it worked out; where it did not, nothing is taken or left.
        """
        suspects: tuple[Mend, ...] = ()
        rest: Sequence[Mend] = mends
        proved: Version | Refused = tried
        for _ in range(_NARROWINGS):
            if isinstance(proved, Version):
                break
            more = among(rest, proved.suspects)
            if not more:
                return False
            suspects = among(mends, (*suspects, *more))
            rest = without(mends, suspects)
            proved = self._try(rest) if rest else self.now
        if isinstance(proved, Refused):
            return False
        lineup = Lineup(self._try, mends, suspects)
        lineup.run()
        if len(lineup.accepted) > len(rest):
            proved = lineup.proved or self._try(lineup.accepted)
            if isinstance(proved, Refused):
                return False
        self._accept(lineup.accepted, proved)
        self.left += lineup.left
        return True

    def _accept(self, mends: Sequence[Mend], version: Version) -> None:
        self.taken = (*self.taken, *mends)
        self.now = version

    def _try(self, more: Sequence[Mend]) -> Version | Refused:
        """Give the version with what was taken and `more`, or say why it is not as it should be."""
        return self._proofs.prove(self._base, (*self.taken, *more))
