"""Letting a finding stand: what an author or editor wrote down about it, and what that did."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.span import Span


@dataclass(frozen=True, slots=True)
class FiledStet:
    """A stet from a file beside the manuscript.

    `rule` is the word that names the rule, `key` what the finding is known by, or "" for all of the manuscript;
    `where` is what the entry is called in a message ("citelint-stet.toml, stet 2").
    """

    rule: str
    reason: str
    key: str
    where: str


@dataclass(frozen=True, slots=True)
class Stet:
    """A stet that holds for a piece.

    It holds for the note with the ordinal `note`, for the finding that is known by `key`, or where there is neither for
    the whole piece. `span` is a place in `Source.text` at which it can be shown. `trouble` says what is wrong with a
    comment that was meant as a stet and is none, else "".
    `words` narrows it to findings about these words, as a comment in a Word file quotes them: whoever marks such a
    comment as resolved lets that finding stand and no other.
    """

    rule: str
    reason: str
    where: str
    span: Span
    note: int | None = None
    key: str = ""
    trouble: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class StetUse:
    """A stet and what it did: `ran` tells whether a rule that it names was applied, `held` counts what it held back.

    `trouble` says why it names no rule, else it is "".
    """

    stet: Stet
    trouble: str
    ran: bool
    held: int
