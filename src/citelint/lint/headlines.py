"""What becomes of the headline over a cause when rules are ignored, or were not asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from citelint.model.diagnostic import Diagnostic, Edit


def with_their_members(
    found: Sequence[Diagnostic], reported: Collection[str], asked: Collection[str]
) -> list[Diagnostic]:
    """Give the findings in order, and of the headlines those that have something to say, cut to what is beneath them.

    `reported` are the codes of the rules whose findings are reported, `asked` those that the selection names, ignored
    or not. A headline tells nothing of findings that are ignored, and is gone where it is about nothing else. Where
    none of its members was asked for and it was, it stands alone: it keeps its notes, loses its group, and is a
    finding like others. It is never graver than the gravest of its members. Linear, but for sorting.
    """
    if not any(finding.is_headline for finding in found):
        return list(found)
    members: dict[str, list[Diagnostic]] = {}
    for finding in found:
        if finding.group is not None and not finding.is_headline:
            members.setdefault(finding.group, []).append(finding)
    kept: list[Diagnostic] = []
    for finding in found:
        if not finding.is_headline:
            kept.append(finding)
            continue
        mine = members.get(finding.group or "", [])
        left = [member for member in mine if member.code in reported]
        if left:
            kept.append(_cut(finding, left))
        elif any(member.code not in asked for member in mine):
            kept.append(replace(finding, group=None))
    return kept


def _cut(headline: Diagnostic, members: Sequence[Diagnostic]) -> Diagnostic:
    """Give a headline with the notes, the evidence and the edits of these members."""
    notes = tuple(sorted({member.note for member in members if member.note is not None}))
    gravest = min((member.severity for member in members), key=lambda severity: severity.rank)
    cut = replace(headline, severity=max(headline.severity, gravest, key=lambda severity: severity.rank))
    if notes == headline.members:
        return cut
    shown = {related for member in members for related in member.related}
    fix = cut.fix and replace(cut.fix, edits=_within(members, cut.fix.edits))
    return replace(
        cut,
        span=min(member.span for member in members),
        members=notes,
        related=tuple(related for related in cut.related if related in shown),
        fix=fix if fix and fix.edits else None,
    )


def _within(members: Sequence[Diagnostic], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Give the edits that stand in a member."""
    spans = sorted(member.span for member in members)
    starts = [span.start for span in spans]
    places = ((edit, bisect_right(starts, edit.span.start) - 1) for edit in edits)
    return tuple(edit for edit, place in places if place >= 0 and spans[place].covers(edit.span))
