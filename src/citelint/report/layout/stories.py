"""What is told together: a cause with all that follows from it, or the findings of one rule."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult
from citelint.report.layout.look import Look


@dataclass(frozen=True, slots=True)
class Story:
    """A headline and its members in order of the text; or, without a headline, findings told under one heading.

    A headline that stands alone has no findings beneath it.
    """

    headline: Diagnostic | None
    findings: tuple[Diagnostic, ...]

    @property
    def first(self) -> Diagnostic:
        """What gives the heading."""
        return self.headline or self.findings[0]


def stories(result: FileResult, look: Look) -> list[Story]:
    """Give what there is to tell of a file: causes first, then the graver before the milder, each in order of the text.

    Findings of one rule that are explained alike are told under one heading; with `look.expand` each is told by
    itself, the members of a cause after their headline. A finding that is graver than its headline is told beside it.
    """
    shown = [finding for finding in result.diagnostics if look.shows(finding)]
    causes = {d.group: d for d in shown if d.is_headline and d.group}
    members: dict[str, list[Diagnostic]] = {group: [] for group in causes}
    alone: list[Story] = []
    alike: dict[tuple[object, ...], list[Diagnostic]] = {}
    for finding in shown:
        if finding.is_headline:
            continue
        cause = causes.get(finding.group or "")
        if cause is not None and finding.group and cause.severity.rank <= finding.severity.rank:
            members[finding.group].append(finding)
        elif finding.members:
            alone.append(Story(finding, ()))
        else:
            key = (id(finding),) if look.expand else _sameness(finding)
            alike.setdefault(key, []).append(finding)
    told = [*alone, *(Story(causes[group], tuple(found)) for group, found in members.items())]
    told.sort(key=lambda story: _weight(story.first))
    if look.expand:
        told = [part for story in told for part in (story, *(Story(None, (d,)) for d in story.findings))]
    return told + sorted((Story(None, tuple(found)) for found in alike.values()), key=lambda s: _weight(s.first))


def _sameness(finding: Diagnostic) -> tuple[object, ...]:
    return (finding.code, finding.severity, finding.why, finding.note is None)


def _weight(finding: Diagnostic) -> tuple[int, int, int, str]:
    note = -1 if finding.note is None else finding.note
    return finding.severity.rank, min(finding.members, default=note), finding.span.start, finding.code
