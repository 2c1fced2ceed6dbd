"""What the resolver answers for each reference: found, or lost and why.

A link holds facts, never words for a person: rules make the message.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citelint.model.citation import Citation
from citelint.model.swift import swift


class Why(StrEnum):
    """Why a reference is lost."""

    NOTHING_BEFORE = "nothing-before"
    """An Id. before which no note, and nothing in its own note, cites anything."""
    SEVERAL_AUTHORITIES = "several-authorities"
    """An Id. that opens a note, and the note before cites several authorities."""
    NO_AUTHORITY_IN_NOTE = "no-authority-in-note"
    """An Id. that opens a note, and the note before cites nothing (pure text)."""
    INTERNAL_REFERENCE = "internal-reference"
    """An Id. after a cross-reference that names no work."""
    ANTECEDENT_LOST = "antecedent-lost"
    """An Id. after a reference that is itself lost."""
    NOT_UNDERSTOOD = "not-understood"
    """Something between the reference and its source was not understood: nothing certain can be said."""
    OUTSIDE_EXCERPT = "outside-excerpt"
    """The source stands in a note outside the excerpt that is checked."""
    NEVER_CITED_IN_FULL = "never-cited-in-full"
    """The name, or volume and reporter, fits no full citation of the piece."""
    SEVERAL_WORKS = "several-works"
    """Several works fit and nothing decides between them."""
    INTERNAL = "internal"
    """A cross-reference: it names no work, so there is none to find."""
    CASE_DIFFERS = "case-differs"
    """A case short form whose name fits one case and whose volume and reporter fit another or none."""


class Fit(StrEnum):
    """By what a name before supra fits a work, surest first."""

    LABEL = "hereinafter label"
    AUTHOR = "author"
    INSTITUTION = "institution"
    TITLE = "title"
    ALIAS = "acronym"
    PARTY = "party"
    REPORTER = "reporter"
    LOOSE = "shared words"
    FUZZY = "misspelt name"
    PLACE = "place"
    """No name: it stands where an Id. looks for its source."""


class Pointing(StrEnum):
    """What stands at the note that a supra's number names."""

    RIGHT = "right"
    """A full citation of the work."""
    NO_NUMBER = "no-number"
    """No number is printed, and the full citation is not earlier in the same note."""
    SAME_NOTE = "same-note"
    """No number is printed, and none is needed: the full citation is earlier in the same note."""
    PLACEHOLDER = "placeholder"
    """A blank or a placeholder stands where the number should."""
    NO_SUCH_NOTE = "no-such-note"
    OUTSIDE_EXCERPT = "outside-excerpt"
    OWN_NOTE = "own-note"
    """The number is that of the note it stands in."""
    SHORT_FORM = "short-form"
    """The note cites the work, but only by a short form."""
    MENTION = "mention"
    """The note cites the work in full, but only in a parenthetical, in history or as the book of a chapter."""
    ANOTHER_WORK = "another-work"
    """The note does not cite the work."""
    UNCLEAR = "unclear"
    """The note was not wholly understood: the work may be there."""


@swift
@dataclass(frozen=True, slots=True)
class Candidate:
    """A full citation that a reference may mean, and by what its name fits."""

    citation: Citation
    fit: Fit


@swift
@dataclass(frozen=True, slots=True)
class Found:
    """The reference means `citation`.

    `chain` are the indexes of the mentions gone through, the nearest first and the full citation last; of a long chain
    the middle is left out. `others` are further full citations of the same work (they are as good), and `rivals` other
    works that the name fits as well; of very many the first. `pointing` and `pointed` are for supra and infra:
    `pointed` is the full citation of the work in the note that the number names, where there is one. `fit` says by what
    a supra or a short form names the work. `later` tells that the full citation stands after the reference. `certain`
    says whether an error may be built on it, `because` how sure it is and why ("one earlier work by Cohen").
    """

    reference: int
    citation: Citation
    chain: tuple[int, ...]
    others: tuple[Citation, ...] = ()
    rivals: tuple[Candidate, ...] = ()
    pointing: Pointing | None = None
    pointed: Citation | None = None
    fit: Fit | None = None
    later: bool = False
    certain: bool = True
    because: str = ""


@swift
@dataclass(frozen=True, slots=True)
class Lost:
    """The reference means nothing that was found: why, and what was considered.

    `spoken` are the notes before, by ordinal, that have the name in words that were not read as a citation.
    """

    reference: int
    why: Why
    candidates: tuple[Candidate, ...] = ()
    pointing: Pointing | None = None
    chain: tuple[int, ...] = ()
    certain: bool = True
    because: str = ""
    spoken: tuple[int, ...] = ()


Link = Found | Lost


@dataclass(frozen=True, slots=True)
class Links:
    """The link of each reference, by the reference's `index`, and the works that the document cites.

    `works` groups full citations of the same work: the indexes of the citations, in order of the text. `cites` tells
    for each note, by ordinal, the works it cites at the top level (in full or by a found reference), in order, each
    once, as positions in `works`; `work_of` the position in `works` of each full citation's index.
    """

    by_reference: dict[int, Link]
    works: tuple[tuple[int, ...], ...]
    work_of: dict[int, int]
    cites: tuple[tuple[int, ...], ...]

    def of(self, index: int) -> Link:
        """Give the link of the reference with that index. Raises KeyError for what is no reference."""
        return self.by_reference[index]
