"""Which fixes there are to take, each reference by itself."""

from __future__ import annotations

from collections.abc import Iterable

from citelint.model.diagnostic import Diagnostic, Fix
from citelint.model.mending import Offer


def offers(findings: Iterable[Diagnostic]) -> tuple[Offer, ...]:
    """Give an offer for each finding that has a fix, in the order of the findings.

    A headline has one fix for all its members, and a person may want some of them: it is taken apart, an edit for
    each member. A member's own fix is then that of its headline.
    """
    known = tuple(findings)
    shared = {finding.group: finding for finding in known if finding.is_headline}
    found: list[Offer] = []
    for finding in known:
        if finding.members:
            continue
        cause = shared.get(finding.group or "")
        edits = () if cause is None or cause.fix is None else cause.fix.edits
        mine = tuple(edit for edit in edits if finding.span.covers(edit.span))
        if cause is not None and cause.fix is not None and mine:
            found.append(Offer(finding, Fix(cause.fix.safety, mine)))
        elif finding.fix is not None:
            found.append(Offer(finding, finding.fix))
    return tuple(found)
