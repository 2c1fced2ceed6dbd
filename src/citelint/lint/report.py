"""What a rule yields: a finding in the making."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass

from citelint.model.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity
from citelint.model.span import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that a rule has to say. The engine makes a `Diagnostic` of it.

    `span` is the place, in `Document.text`; `message` one sentence, without capital and period; `hint` the few words
    beneath the carets. `found` and `expected` are what is printed and what should be, `expected_note` the right
    number as a person would type it; `why` explains, `sure` says what the certainty rests on ("one earlier work by
    Cohen").

    `severity` is given only where it is not the rule's own. `likely` says that the finding is not certain: it drops
    one step (error, warning, suggestion) where no severity is given.

    `note` is the ordinal of the note; without it the engine takes the note of the node that the rule was handed, and
    a rule that is handed the whole document, or findings, speaks of the whole document.

    Two more are for a rule over `Findings`. `gathers` are the members of one cause: findings that it was handed, and
    further reports. All of them get the headline's group, and the headline gets their notes. `code` of a further
    report is the code of the rule under whose name it goes.
    """

    span: Span
    message: str
    _: KW_ONLY
    hint: str = ""
    found: str | None = None
    expected: str | None = None
    expected_note: str | None = None
    why: str = ""
    sure: str = ""
    likely: bool = False
    severity: Severity | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    note: int | None = None
    gathers: tuple[Diagnostic | Report, ...] = ()
    code: str | None = None


Reports = Iterable[Report]
"""What a rule's function gives: it is mostly a generator."""


class Findings(tuple[Diagnostic, ...]):
    """The findings of other rules, in order of the text. A rule that takes it runs after the walk."""

    __slots__ = ()


def change(span: Span, old: str, new: str) -> Edit:
    """Give the edit that makes `new` of `old`, the words of `span`, and touches nothing that is in both.

    A fix that spans less than a finding keeps the markup that stands between the letters of a file.
    """
    return Edit(span, new).least(old)


def safe(*edits: Edit) -> Fix:
    """Give a fix that changes no meaning and may be made unseen."""
    return Fix(Safety.SAFE, edits)


def review(*edits: Edit) -> Fix:
    """Give a fix that wants an eye: it changes a number, a supra or an infra, or something may have been lost."""
    return Fix(Safety.REVIEW, edits)
