"""Every setting that a stage may ask for, as one frozen value."""

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
Numbering = Literal["continuous", "per-section"]


@dataclass(frozen=True, slots=True)
class House:
    """A rule of the user's own: `pattern`, in the syntax of `re`, finds in notes what `message` then says.

    `rule` names where it is written down (a style guide's section), `hint` are the few words beneath the carets.
    `file` and `line` are the place of the configuration that it comes from.
    """

    code: str
    pattern: str
    message: str
    severity: Severity = Severity.WARNING
    name: str = "house-rule"
    rule: str = ""
    hint: str = ""
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def where(self) -> str:
        """The place that it comes from, as "citelint.toml:12"."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting that a stage may ask for.

    `select`, `extend_select` and `ignore` hold rule codes, code prefixes, rule names or "default"; `ignore_here` are
    rules that are off for this file, whatever is selected. `first_note` and `last_note` bound an excerpt: printed
    numbers outside are unknown, not wrong. `numbering` tells whether notes count on through the piece or from 1 in
    every section. `view` says which side of tracked changes is read: all accepted (final), or all rejected (original).
    `severity` overrides a rule's own. `id_allowed` is false where a journal does without *Id.*
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
    ignore_here: tuple[str, ...] = ()
    numbering: Numbering = "continuous"
    id_allowed: bool = True
    house: tuple[House, ...] = ()
    stets: tuple[FiledStet, ...] = ()
    known: tuple[Fingerprint, ...] = ()
    baseline: str | None = None
    require_stet_reason: bool = False
