"""Documents put together mention by mention, so that the resolver is tested apart from readers and parser.

A note is a list of pieces: a string is prose, everything else makes a mention whose words are put into the text. What a
mention says is given by keyword: ``cite(authors=["Roberta Cohen"], title="Admitting Refugees")``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from citelint.config import Config
from citelint.model.citation import (
    Citation,
    CrossReference,
    Field,
    Hereinafter,
    Id,
    Kind,
    Mention,
    NoteNumber,
    Parenthetical,
    Role,
    Short,
    Supra,
)
from citelint.model.document import Document, Note
from citelint.model.link import Found, Link, Links, Lost
from citelint.model.source import Apparatus, Part, Segment, Source, SourceNote
from citelint.model.span import Span
from citelint.resolve import resolve

Made = Callable[["Pieces", dict[str, Any]], Mention]
NAMES = ("institution", "title", "volume", "reporter", "page", "court", "year", "url", "pincite")
LISTS = ("authors", "parties", "aliases", "parallel")


class Pieces:
    """The text of a document as it grows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def put(self, words: str) -> Span:
        self.parts.append(words)
        self.length += len(words)
        return Span(self.length - len(words), self.length)

    def field(self, words: str, before: str = "") -> Field:
        self.put(before)
        return Field(self.put(words), words)


class Piece:
    """A mention to be made: `words` says how it is written once its place is known; `inner` stand inside it."""

    def __init__(self, make: Made, inner: Sequence[Piece] = (), opening: str = "quoting", **common: Any) -> None:
        self.make = make
        self.inner = inner
        self.opening = opening
        self.common = common


def cite(kind: Kind = Kind.ARTICLE, inner: Sequence[Piece] = (), opening: str = "quoting", **said: Any) -> Piece:
    """Make a full citation of these fields; `label` sets a hereinafter label, `clear=False` an unclear one."""
    label = said.pop("label", None)
    common = {name: said.pop(name) for name in ("clear", "role", "string", "embedded") if name in said}

    def make(text: Pieces, base: dict[str, Any]) -> Mention:
        start = text.length
        fields: dict[str, Any] = {}
        lead_start = text.length
        for name in LISTS:
            if name in said:
                fields[name] = tuple(text.field(v, ", " if i else "") for i, v in enumerate(said[name]))
        for name in NAMES:
            if name in said:
                fields[name] = text.field(said[name], ", " if text.length > start else "")
            if name == "title" and ("title" in said or "authors" in said):
                words = "".join(text.parts[-8:])[-(text.length - lead_start) :]
                fields["lead"] = Field(Span(lead_start, text.length), words) if words else None
        if label:
            bracket = text.put(" [hereinafter ")
            written = text.field(label)
            end = text.put("]")
            word = Field(Span(bracket.start + 2, bracket.end - 1), "hereinafter")
            fields["hereinafter"] = (Hereinafter(Span(bracket.start + 1, end.end), word, written, "[", True),)
        return Citation(**base, span=Span(start, text.length), kind=kind, **fields)

    return Piece(make, inner, opening, **common)


def case(name: str, volume: str, reporter: str, page: str, year: str = "1999", **said: Any) -> Piece:
    """Make a full citation of a case, "Roe v. Wade"; no parties for an empty name."""
    if name:
        said["parties"] = name.split(" v. ")
    return cite(Kind.CASE, volume=volume, reporter=reporter, page=page, year=year, **said)


def supra(name: str, *numbers: int | tuple[int, int] | None, word: str = "supra", **said: Any) -> Piece:
    """Make "name, supra note 3": a pair is a range, None a placeholder; no number makes a bare supra."""
    label = said.pop("label", None)
    blank = said.pop("blank", False)
    pincite = said.pop("pincite", None)

    def make(text: Pieces, base: dict[str, Any]) -> Mention:
        start = text.length
        written = text.field(name)
        given = text.field(word, ", ")
        noted = text.field("note", " ") if numbers or blank else None
        told = tuple(_number(text, number) for number in numbers)
        pin = text.field(pincite, ", at ") if pincite else None
        labels: tuple[Hereinafter, ...] = ()
        if label:
            bracket = text.put(" [hereinafter ")
            field = text.field(label)
            text.put("]")
            labels = (Hereinafter(Span(bracket.start, text.length), given, field, "[", True),)
        span = Span(start, text.length)
        return Supra(
            **base, span=span, name=written, word=given, note_word=noted, numbers=told, pincite=pin, hereinafter=labels
        )

    return Piece(make, **said)


def across(*numbers: int | tuple[int, int] | None, word: str = "supra", part: str | None = None, **said: Any) -> Piece:
    """Make a cross-reference: "supra note 3" or "supra Part II"."""
    pincite = said.pop("pincite", None)

    def make(text: Pieces, base: dict[str, Any]) -> Mention:
        start = text.length
        given = text.field(word)
        noted = text.field("note", " ") if numbers else None
        told = tuple(_number(text, number) for number in numbers)
        where = text.field(part, " ") if part else None
        pin = text.field(pincite, ", at ") if pincite else None
        span = Span(start, text.length)
        return CrossReference(**base, span=span, word=given, note_word=noted, numbers=told, part=where, pincite=pin)

    return Piece(make, **said)


def ident(pincite: str | None = None, name: str | None = None, **said: Any) -> Piece:
    """Make an Id."""

    def make(text: Pieces, base: dict[str, Any]) -> Mention:
        start = text.length
        before = text.field(name) if name else None
        word = text.field("id." if name else "Id.", ", " if name else "")
        pin = text.field(pincite, " at ") if pincite else None
        return Id(**base, span=Span(start, text.length), word=word, name=before, pincite=pin)

    return Piece(make, said.pop("inner", ()), said.pop("opening", "quoting"), **said)


def short(name: str = "", volume: str = "", reporter: str = "", pincite: str = "", **said: Any) -> Piece:
    """Make a short form of a case; `kind=Kind.STATUTE, page="1983"` makes "§ 1983"."""
    kind = said.pop("kind", Kind.CASE)
    page = said.pop("page", None)

    def make(text: Pieces, base: dict[str, Any]) -> Mention:
        start = text.length
        fields: dict[str, Any] = {}
        if name:
            fields["parties"] = tuple(text.field(v, " v. " if i else "") for i, v in enumerate(name.split(" v. ")))
        for key, value in (("volume", volume), ("reporter", reporter), ("page", page), ("pincite", pincite)):
            if value:
                fields[key] = text.field(value, " ")
        return Short(**base, span=Span(start, text.length), kind=kind, **fields)

    return Piece(make, **said)


def _number(text: Pieces, number: int | tuple[int, int] | None) -> NoteNumber:
    if number is None:
        return NoteNumber(text.put(" __"), "__", None)
    first, last = number if isinstance(number, tuple) else (number, None)
    words = str(first) if last is None else f"{first}–{last}"
    field = text.field(words, " ")
    return NoteNumber(field.span, words, first, last)


class Assembled:
    """A document and its links, asked by the place of a mention: ``[4]`` the first reference of note 4."""

    def __init__(self, document: Document, links: Links) -> None:
        self.document = document
        self.links = links

    def __getitem__(self, where: int | tuple[int, int]) -> Link:
        """Give the link of a reference: of note n the first, or the one at a place among its references."""
        note, place = where if isinstance(where, tuple) else (where, 0)
        mine = [r for r in self.document.references if self.document.notes[r.note].number == note]
        return self.links.of(mine[place].index)

    def found(self, where: int | tuple[int, int]) -> Found:
        link = self[where]
        assert isinstance(link, Found), link
        return link

    def lost(self, where: int | tuple[int, int]) -> Lost:
        link = self[where]
        assert isinstance(link, Lost), link
        return link

    def note(self, where: int | tuple[int, int]) -> int | None:
        """Give the number of the note with the citation that a reference means."""
        return self.document.notes[self.found(where).citation.note].number


Written = str | Piece


def document(
    *notes: Sequence[Written] | Written,
    labels: Sequence[str | None] = (),
    sections: Sequence[int] = (),
    apparatus: Sequence[Apparatus] = (),
) -> Document:
    """Put notes together, numbered from 1 or labelled as `labels` say; a "?" in prose is a stretch not understood."""
    text = Pieces()
    mentions: list[Mention] = []
    made: list[Note] = []
    for ordinal, given in enumerate(notes):
        label = labels[ordinal] if labels else str(ordinal + 1)
        start, first, dark = text.length, len(mentions), []
        for place, piece in enumerate([given] if isinstance(given, str | Piece) else given):
            if isinstance(piece, str):
                span = text.put(piece)
                dark += [Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\?[^?]*\?", piece)]
            else:
                _add(piece, text, mentions, ordinal, None, place)
        mine = tuple(mentions[first:])
        number = int(label) if label is not None and label.isdecimal() else None
        section = sections[ordinal] if sections else 1
        kind: Apparatus = apparatus[ordinal] if apparatus else "footnotes"
        made.append(Note(ordinal, label, number, Span(start, text.length), mine, tuple(dark), kind, section))
        text.put("\n")
    whole = "".join(text.parts)
    every = Span(0, len(whole))
    read = tuple(SourceNote(n.ordinal, n.label, n.label, n.span, n.span, n.apparatus, n.section) for n in made)
    source = Source("test.txt", "text", whole, (Part("", whole),), (Segment(every, "", every),), read)
    return Document(source, tuple(made), tuple(mentions))


def _add(piece: Piece, text: Pieces, mentions: list[Mention], note: int, host: int | None, string: int) -> None:
    index = len(mentions)
    base: dict[str, Any] = {"index": index, "note": note, "string": string, "within": host}
    base["role"] = Role.TOP if host is None else Role.PARENTHETICAL
    base |= piece.common
    mention = piece.make(text, base)
    mentions.append(mention)
    if piece.inner:
        opened = text.put(f" ({piece.opening} ")
        for inner in piece.inner:
            _add(inner, text, mentions, note, index, string)
            text.put("; ")
        text.put(")")
        from dataclasses import replace

        around = Parenthetical(Span(opened.start + 1, text.length), piece.opening)
        mentions[index] = replace(mention, span=Span(mention.span.start, text.length), parentheticals=(around,))


def linked(*notes: Sequence[Written] | Written, config: Config | None = None, **more: Any) -> Assembled:
    """Put notes together and resolve them."""
    made = document(*notes, **more)
    return Assembled(made, resolve(made, config or Config()))
