"""What became of the fixes that were offered for a file: which were taken, what they change, and which were left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from citelint.model.diagnostic import Diagnostic, Edit, Fix, Safety
from citelint.model.run import FileResult
from citelint.model.source import Source
from citelint.model.span import Span


class Splice(NamedTuple):
    """Replace the code points `span` of the text of the part called `part` by `text`. An empty span inserts."""

    part: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A fix of one finding: what is taken or left as a whole. `edits` count in `Source.text`."""

    finding: Diagnostic
    fix: Fix

    @property
    def safety(self) -> Safety:
        """Whether it may be made unseen."""
        return self.fix.safety

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What it changes."""
        return self.fix.edits


@dataclass(frozen=True, slots=True)
class Mend:
    """An offer with its place in the parts.

    `edits` is what is changed in `Source.text`: the offer's edits, or the least of them where markup runs through.
    `otherwise` is a second place as good as `splices`, or empty: an edit at the edge of markup can go inside or outside
    of it.
    """

    offer: Offer
    edits: tuple[Edit, ...]
    splices: tuple[Splice, ...]
    otherwise: tuple[Splice, ...] = ()

    def other(self) -> Mend | None:
        """Give the mend at its second place, or None where there is none."""
        return replace(self, splices=self.otherwise, otherwise=()) if self.otherwise else None


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that was left as it is, and why: a few words for a person. `waiting` says that it could be taken."""

    finding: Diagnostic
    why: str
    waiting: bool = False


class Manner(Protocol):
    """A way to make changes in files of a format."""

    def refuses(self, source: Source, splice: Splice) -> str:
        """Say why a change is not made, in a few words for a person, or "" where it can be."""
        ...

    def written(self, source: Source, splices: Iterable[Splice]) -> bytes:
        """Give the bytes of the file of `source` with changes, none of them refused.

        Raises ValueError where two overlap, and UnicodeEncodeError for a character that the file's encoding lacks.
        """
        ...


class Words(NamedTuple):
    """Words in their note: `focus` and `note` are spans of `text`, the text of a piece."""

    text: str
    note: Span
    focus: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the note called `label`, as it was and as it is with the fix."""

    label: str
    was: Words
    now: Words


@dataclass(frozen=True, slots=True)
class Taken:
    """A fix that was taken, and each passage that it changes. `cause` is the headline that it belongs to, or None."""

    finding: Diagnostic
    safety: Safety
    passages: tuple[Passage, ...]
    cause: Diagnostic | None = None


class Unlinked(NamedTuple):
    """A typed number of a note that was not made a field: the note it stands in, by ordinal, its words, and why."""

    note: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Linking:
    """What making typed numbers live gave: the bytes, how many fields were made, and which numbers were left."""

    data: bytes
    made: int = 0
    left: tuple[Unlinked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What fixing gave for one file.

    `before` and `after` are the results of checking what stood in the file and what stands in it with the fixes;
    `data` and `mended` are these bytes. `left` are findings with a fix that was not taken; `unfixable` counts those
    without one. `written` tells that the file has the fixes; `path` is the new file where they went to one. `linking`
    tells of numbers that became fields, None where nobody asked.
    """

    before: FileResult
    after: FileResult
    data: bytes
    mended: bytes
    taken: tuple[Taken, ...] = ()
    left: tuple[Left, ...] = ()
    written: bool = False
    path: str | None = None
    linking: Linking | None = None
