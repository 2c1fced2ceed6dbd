"""What the user has set, from flags, the environment or a file, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from citelint.model.diagnostic import Severity
from citelint.model.stet import FiledStet

if TYPE_CHECKING:
    from citelint.model.fingerprint import Fingerprint
    from citelint.model.word import View

Edition = Literal[20, 21, 22]
Manner = Literal["academic", "practitioner"]
Dialect = Literal["gfm", "pandoc"]


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting that a stage may ask for.

    `select`, `extend_select` and `ignore` hold rule codes, code prefixes, rule names or "default". `first_note` and
    `last_note` bound an excerpt: printed numbers outside are unknown, not wrong. `severity` overrides a rule's own.
    `view` says which side of tracked changes is read: all accepted (final), or all rejected (original).
    `stets` are those of a file beside the piece, `known` the findings of an earlier time; both are let stand.
    `baseline` is the path of the file with these findings.
    """

    select: tuple[str, ...] = ("default",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suggestions: bool = False
    fail_on: Severity | None = Severity.WARNING
    first_note: int | None = None
    last_note: int | None = None
    edition: Edition = 21
    style: Manner = "academic"
    encoding: str | None = None
    markdown_dialect: Dialect = "gfm"
    view: View = "final"
    case_short_form_window: int = 5
    severity: dict[str, Severity] = field(default_factory=dict)
    stets: tuple[FiledStet, ...] = ()
    known: tuple[Fingerprint, ...] = ()
    baseline: str | None = None
    require_stet_reason: bool = False
