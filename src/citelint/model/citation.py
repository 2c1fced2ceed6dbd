"""What stands in a note: full citations, references back and forth, and what was not understood.

Everything here is a *mention*. A mention's `span` runs from the first character after its signal to the end of its
last parenthetical, pincite, URL or bracket; the period or semicolon that ends it is left out unless it belongs to an
abbreviation. Positions count code points of `Source.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citelint.model.span import Span
from citelint.model.swift import swift


class Kind(StrEnum):
    """What a full citation cites."""

    CASE = "case"
    STATUTE = "statute"
    REGULATION = "regulation"
    CONSTITUTION = "constitution"
    RULE = "rule"
    LEGISLATIVE = "legislative"
    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    NEWS = "news"
    WEB = "web"
    REPORT = "report"
    TREATY = "treaty"
    COURT_DOCUMENT = "court-document"
    OTHER = "other"


class Role(StrEnum):
    """The place a mention has in its note. Only TOP counts as an authority of the note (for *Id.*)."""

    TOP = "top"
    PARENTHETICAL = "parenthetical"
    HISTORY = "history"
    EXPLANATORY = "explanatory"
    QUOTED = "quoted"


@swift
@dataclass(frozen=True, slots=True)
class Field:
    """A written part of a citation: its words as printed, and where they stand."""

    span: Span
    value: str


@swift
@dataclass(frozen=True, slots=True)
class Parenthetical:
    """A parenthesis after a citation, brackets included in `span`. `opening` is its first word in lower case."""

    span: Span
    opening: str


@swift
@dataclass(frozen=True, slots=True)
class Hereinafter:
    """A label set for later: ``[hereinafter Label]``.

    `span` is the whole bracket; `word` the word as written; `label` what follows it, quotation marks and a comma
    stripped. `bracket` is the opening bracket, "[" or "(", or "" where there is none. `plain` is false where a comma
    or quotation marks stand between word and label.
    """

    span: Span
    word: Field
    label: Field
    bracket: str
    plain: bool


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Anything in a note that cites or refers.

    `index` counts all mentions of the document in order of their start, an outer one before those inside it. `note`
    is the ordinal of the note it stands in. `within` is the index of the mention in whose parenthesis, history or
    explanatory phrase it stands, or None where it stands in none (a citation in a parenthesis of prose has the role
    PARENTHETICAL and is within nothing). `string` counts the citation sentences of the note: the
    members of one string citation share it. `clear` is false where part of the mention was not understood: what is
    said about it is then not certain. `embedded` says that it stands inside a sentence of prose.
    """

    index: int
    note: int
    span: Span
    signal: Field | None = None
    role: Role = Role.TOP
    within: int | None = None
    string: int = 0
    embedded: bool = False
    clear: bool = True
    parentheticals: tuple[Parenthetical, ...] = ()
    pincite: Field | None = None


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Mention):
    """A full citation: enough is written to find the source.

    `lead` is all that stands before the locator (authors, title, parties) as one field. `authors` are the authors as
    printed, one field each ("Roberta Cohen"; "et al." left out); `surnames` answers what a short form may call them.
    `reporter` is the reporter, journal, code, newspaper or collection; `page` the first page or the section. `parallel`
    are the words of parallel citations, `docket` a docket or document number. A bracketed acronym ("(NASEM)") after
    an author or title is an `alias`.
    """

    kind: Kind
    lead: Field | None = None
    authors: tuple[Field, ...] = ()
    institution: Field | None = None
    title: Field | None = None
    parties: tuple[Field, ...] = ()
    volume: Field | None = None
    reporter: Field | None = None
    page: Field | None = None
    court: Field | None = None
    year: Field | None = None
    url: Field | None = None
    hereinafter: tuple[Hereinafter, ...] = ()
    aliases: tuple[Field, ...] = ()
    parallel: tuple[Field, ...] = ()


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class Id(Mention):
    """*Id.*, however it is spelt. `word` is the word as written; `name` what stands before it ("Syed, id. at 35")."""

    word: Field
    name: Field | None = None


@swift
@dataclass(frozen=True, slots=True)
class NoteNumber:
    """One number or range after "note". `last` is None for a single number; an abbreviated end is expanded.

    `span` covers the number or range as printed. `first` is None for a placeholder or no number at all.
    """

    span: Span
    value: str
    first: int | None
    last: int | None = None


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class Supra(Mention):
    """A work named and referred to: "Cohen, supra note 3, at 12"; also "Smith, infra note 40".

    `name` is what stands before the word, comma left out; `word` is "supra" or "infra" as written; `note_word` is
    "note", "notes", "n." ... as written, or None; `numbers` the numbers after it, empty where there is none.
    """

    word: Field
    name: Field
    note_word: Field | None = None
    numbers: tuple[NoteNumber, ...] = ()
    hereinafter: tuple[Hereinafter, ...] = ()

    @property
    def forward(self) -> bool:
        """Tell whether the word is infra."""
        return self.word.value.lower().startswith("in")


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class CrossReference(Mention):
    """A reference to a place of the same piece: "supra note 7", "infra Part II.A", "note 4 above".

    `word` is None for a plain note reference. `part` is a Part, Section, Figure ... named; `text_form` the words of an
    "accompanying text" phrase as written, or None.
    """

    word: Field | None = None
    note_word: Field | None = None
    numbers: tuple[NoteNumber, ...] = ()
    part: Field | None = None
    text_form: Field | None = None

    @property
    def forward(self) -> bool | None:
        """Tell whether the word is infra; None where there is neither supra nor infra."""
        return None if self.word is None else self.word.value.lower().startswith("in")


@swift
@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Mention):
    """A short form of a case or statute: "Miranda, 384 U.S. at 445"; "§ 1983"; "384 U.S. at 445".

    `kind` is what it is short for: CASE, STATUTE, REGULATION or OTHER (a bare page of a reviewed book).
    """

    kind: Kind
    parties: tuple[Field, ...] = ()
    volume: Field | None = None
    reporter: Field | None = None
    page: Field | None = None


Reference = Id | Supra | CrossReference | Short
