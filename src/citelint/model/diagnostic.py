"""A finding: where, what is there, what should be, why, how sure, and the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from citelint.model.source import Apparatus
from citelint.model.span import Span


class Severity(StrEnum):
    """Certain is an error, likely a warning, taste a suggestion."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for a suggestion: the lower the graver."""
        return list(Severity).index(self)

    def lower(self) -> Severity:
        """Give the next milder severity."""
        return list(Severity)[min(self.rank + 1, 2)]


class Safety(StrEnum):
    """Whether a fix may be made unseen: SAFE changes no meaning, REVIEW wants an eye."""

    SAFE = "safe"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the code points of `span` (in `Source.text`) by `text`. An empty span inserts."""

    span: Span
    text: str

    def least(self, old: str) -> Edit:
        """Give the edit that touches nothing which is both in `old`, the words of `span`, and in `text`.

        It keeps the markup that stands between the letters of a file. What is alike at the head is kept first.
        """
        new, head, tail = self.text, 0, 0
        shorter = min(len(old), len(new))
        while head < shorter and old[head] == new[head]:
            head += 1
        while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        return Edit(Span(self.span.start + head, self.span.end - tail), new[head : len(new) - tail])


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together and what they risk."""

    safety: Safety
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Evidence: another place, and what it shows. `note` is the ordinal of its note."""

    note: int
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure a finding is, and why."""

    level: Literal["certain", "likely"]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding of one rule.

    `note` is the ordinal of the note, None for a finding about the whole document (then `span` is where it shows
    best). `hint` are the few words beneath the carets; `message` says it in one sentence; `found` and `expected` what
    is printed and what should be; `expected_note` the right number as a person would type it. `group` joins the
    members of one cause to what is said above them, a headline; `members` are then the ordinals of their notes. Where
    none of its members is reported, because their rules were not asked for, a cause has no group and stands alone.
    """

    code: str
    name: str
    severity: Severity
    bluebook: str
    note: int | None
    span: Span
    message: str
    hint: str = ""
    found: str | None = None
    expected: str | None = None
    expected_note: str | None = None
    why: str = ""
    sure: Sure = Sure("certain", "")
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    group: str | None = None
    members: tuple[int, ...] = ()
    apparatus: Apparatus | None = None
    section: int | None = None

    @property
    def is_headline(self) -> bool:
        """Tell whether this says again, of all together, what its members say: it is not counted beside them."""
        return bool(self.members) and self.group is not None
