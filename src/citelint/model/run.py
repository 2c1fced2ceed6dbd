"""What checking gave: one result for each file, and all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.document import Document, Note
from citelint.model.link import Links
from citelint.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from citelint.model.fingerprint import Fingerprint


class Counts(NamedTuple):
    """How many notes a file has, full citations at the top level of them, and references back and forth."""

    notes: int
    citations: int
    references: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What is known of one file after the stages that were asked for.

    `path` is the path as the user gave it, or as it was found; `format` the reader's name for it, None where the file
    could not be read. `error` is one line for a person that says why the job could not be done for this file and what
    to do, else None; `fault` says that the reason is a bug of citelint, `foreign` that the file only shares its suffix
    with a format that is read. `gaps` are a line for each thing that was not done for a file that was read: a house
    rule that had to be stopped, references that could not be read. `diagnostics` are in order of the text. `stood`
    counts the findings that stets held back, `known` those that an earlier time knew. `chosen` are the ordinals of the
    notes to report on, None for all.

    A result that comes from another process or an earlier run has `counts` and `prints`, what its findings are known
    by. Then the source, if there is one, has the text and where it comes from, the document its notes and nothing that
    was understood in them, and a file in which nothing was found has neither.
    """

    path: str
    format: str | None = None
    source: Source | None = None
    document: Document | None = None
    links: Links | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    stood: int = 0
    known: int = 0
    error: str | None = None
    fault: bool = False
    foreign: bool = False
    gaps: tuple[str, ...] = ()
    chosen: frozenset[int] | None = None
    counts: Counts | None = None
    prints: Mapping[Diagnostic, Fingerprint] | None = None

    @property
    def trouble(self) -> str | None:
        """Give in one line why the job could not be done in full for this file, or None."""
        return self.error if self.error is not None else "; ".join(self.gaps) or None

    @property
    def is_unchecked(self) -> bool:
        """Tell whether nothing of the file could be checked: it could not be read, or it holds no note."""
        return self.error is not None and not self.notes

    @property
    def shortfalls(self) -> tuple[tuple[str, str], ...]:
        """Give what was not done and no finding tells: "could not be checked" or "not checked in full", and why."""
        untold = self.error is not None and not self.diagnostics
        unread = (("could not be checked", self.error or ""),) if untold else ()
        return (*unread, *(("not checked in full", gap) for gap in self.gaps))

    @property
    def empty(self) -> bool:
        """Tell whether the file was read and holds no note."""
        return self.counts is None and self.source is not None and not self.source.notes

    @property
    def notes(self) -> int:
        """Count the notes, author's notes included."""
        if self.counts is not None:
            return self.counts.notes
        return len(self.source.notes) if self.source else 0

    @property
    def citations(self) -> int:
        """Count the full citations at the top level of the notes."""
        if self.counts is not None:
            return self.counts.citations
        return len(self.document.citations) if self.document else 0

    @property
    def references(self) -> int:
        """Count the references back and forth, nested ones too."""
        if self.counts is not None:
            return self.counts.references
        return len(self.document.references) if self.document else 0

    @property
    def is_lined(self) -> bool:
        """Tell whether the file is one text with lines, and no archive of parts."""
        return self.source is not None and all(part.name == "" for part in self.source.parts)

    def fingerprint(self, finding: Diagnostic) -> Fingerprint:
        """Give what one of the findings is known by."""
        if self.prints is not None:
            return self.prints[finding]
        from citelint.model.fingerprint import fingerprint

        assert self.document is not None
        return fingerprint(finding, self.document)

    def reports(self, note: Note) -> bool:
        """Tell whether `note` is among those to report on."""
        return self.chosen is None or note.ordinal in self.chosen

    def label(self, ordinal: int | None) -> str | None:
        """Give what note `ordinal` is called in a report ("12", "*"; "2:12" in section 2), or None for None."""
        if ordinal is None or self.document is None:
            return None
        note = self.document.notes[ordinal]
        return note.name if note.section == 1 or note.label is None else f"{note.section}:{note.name}"


@dataclass(frozen=True, slots=True)
class RuleText:
    """What a report may tell of a rule that found something: `doc` is its documentation, `summary` the first sentence
    of it on one line, `severity` the one that it has where no finding is less sure."""

    code: str
    name: str
    severity: Severity
    bluebook: str
    summary: str
    doc: str


@dataclass(frozen=True)
class Run:
    """The results of all files of one command, in the order in which they were asked for, and who made them.

    `reported` are the notes that the findings were narrowed to, as the user wrote them ("1-20,35"), or None. `base` is
    the absolute path of the folder that machines count paths from (the root of the repository), None where paths stay
    as they are. `rules` are the rules that were applied, empty where nobody asked.
    """

    files: tuple[FileResult, ...]
    version: str
    reported: str | None = None
    base: str | None = None
    rules: tuple[RuleText, ...] = ()

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every finding but headlines, which repeat their members."""
        return tuple(d for f in self.files for d in f.diagnostics if not d.is_headline)

    def count(self, severity: Severity) -> int:
        """Count the findings of a severity, headlines left out."""
        return sum(d.severity is severity for d in self.diagnostics)
