"""What a reader gives: the text of a piece, where each stretch of it came from, its notes and its marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.model.word import WordFile

Apparatus = Literal["footnotes", "endnotes"]


class Typeface(StrEnum):
    """The typefaces that mean something in a citation."""

    ITALIC = "italic"
    SMALL_CAPS = "small-caps"
    UNDERLINE = "underline"
    BOLD = "bold"


@dataclass(frozen=True, slots=True)
class Part:
    """One text that was read: the whole decoded file (name ``""``), or a member of an archive."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of `Source.text` and the stretch of a part that it is a copy of.

    `span` counts in `Source.text`, `origin` in the text of the part called `part`; both have the same length
    and the same characters. Text between two segments was made by the reader (a line break between two notes,
    say) and stands in no part.
    """

    span: Span
    part: str
    origin: Span


@dataclass(frozen=True, slots=True)
class Style:
    """A stretch of `Source.text` set in a typeface."""

    span: Span
    typeface: Typeface


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One note as read, before anything in it is understood.

    `ordinal` counts all notes of the source from 0, author's notes included. `label` is the number or sign that
    is printed ("12", "*", "iv"), or None where no mark calls the note. `typed` is the label as the file has it
    where that states a number of its own (plain text, Markdown whose labels are all numbers), else None.
    `span` is the note's text in `Source.text`, without label and surrounding blanks; it may be empty.
    `origin` is the whole definition in the part, label included: what a person would call "the note".
    `number` is what the note counts as where the reader knows it (the third note is 3, printed "iii" or "c"), else
    None: then the label tells.
    """

    ordinal: int
    label: str | None
    typed: str | None
    span: Span
    origin: Span
    apparatus: Apparatus = "footnotes"
    section: int = 1
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark in the body that calls a note.

    `span` is its place in `Source.text` (the mark as written, brackets included). `typed` is the label as
    written ("3", "long"), `note` the ordinal of the note that it calls, or None where there is no such note.
    `paragraph` is the stretch of body text that the mark stands in.
    """

    span: Span
    typed: str
    note: int | None
    paragraph: Span
    apparatus: Apparatus = "footnotes"
    section: int = 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: its text's span in `Source.text` and its level from 1.

    `number` is what is printed before it where the format counts by itself ("II.", "A", "1.2"), empty where that cannot
    be known, and None where nothing is: a number that was typed stands in the text.
    """

    span: Span
    level: int
    number: str | None = None


class FieldTrouble(StrEnum):
    """Why a field means no note."""

    NO_NAME = "no-name"
    """Its code gives no bookmark."""
    NO_BOOKMARK = "no-bookmark"
    """The bookmark is nowhere in the file."""
    NO_MARK = "no-mark"
    """The bookmark stands round no mark of a note: the mark was deleted."""
    NO_NOTE = "no-note"
    """The mark is there, and the file has no such note."""


@dataclass(frozen=True, slots=True)
class NoteField:
    """A field of a Word file that prints the number of a note (NOTEREF).

    `span` is the number it prints, in `Source.text`; empty where the field has no result yet. `note` is the ordinal of
    the note that it stands in, None in the body. `bookmark` is the name that its code gives; `target` the ordinal of
    the note whose mark the bookmark stands round, or None, and then `trouble` says why. `expected` is what Word prints
    when it refreshes the field: None where that is an error, or only a page layout could tell. `sound` says that one
    bookmark of that name stands round one mark, and no field to a note in the field or round it; `encloses` that one
    stands in it, whose result is what is shown. `part` and `index` tell its place in
    `WordPart.fields`.
    """

    span: Span
    note: int | None
    bookmark: str
    target: int | None
    trouble: FieldTrouble | None
    expected: str | None
    sound: bool
    encloses: bool
    part: str
    index: int


@dataclass(frozen=True, slots=True)
class Source:
    """A piece as read: everything later stages know of the file.

    `text` is what they see; every position (`Span`) counts its code points. `segments` are in order of `span`,
    do not overlap, and tell where each stretch came from. `notes` and `markers` are in the order of the text.
    `body` are the stretches of `text` that are body, empty for a file that is only a list of notes. `styles` is
    None where the format cannot say (plain text). `numbers_typed` tells whether the file states its notes'
    numbers itself: only then can they have gaps, doubles or be out of order. `numbers_unknown` are the apparatus and
    section whose printed numbers only a page layout could tell. `fields` are the fields that print numbers of notes, in
    order of the text; `word` says where the text of a Word file stands in the bytes of its parts. `spelled` are
    stretches between segments that a part spells otherwise, as HTML does with ``&nbsp;``: there `origin` is the
    spelling, of whatever length.
    """

    path: str
    format: str
    text: str
    parts: tuple[Part, ...]
    segments: tuple[Segment, ...]
    notes: tuple[SourceNote, ...]
    markers: tuple[Marker, ...] = ()
    body: tuple[Span, ...] = ()
    headings: tuple[Heading, ...] = ()
    styles: tuple[Style, ...] | None = None
    numbers_typed: bool = True
    numbers_unknown: frozenset[tuple[Apparatus, int]] = frozenset()
    fields: tuple[NoteField, ...] = ()
    word: WordFile | None = field(default=None, repr=False)
    spelled: tuple[Segment, ...] = ()

    def origin(self, span: Span) -> tuple[str, Span]:
        """Give the part and the span in it that `span` of `text` was read from.

        A span that crosses text made by the reader runs from the origin of its first copied (or spelled) character to
        that of its last. An empty span, or one that lies wholly in made text, gives the nearest origin.
        """
        part, place = self._copied(span)
        first = self._spelled_at(span.start)
        last = first if span.start == span.end else self._spelled_at(span.end - 1)
        if first is None and last is None:
            return part, place
        start = place.start if first is None else first.origin.start
        end = place.end if last is None else last.origin.end
        return part, Span(start, start if span.start == span.end else max(start, end))

    def _spelled_at(self, position: int) -> Segment | None:
        index = bisect_right(self.spelled, position, key=lambda s: s.span.start) - 1
        return self.spelled[index] if index >= 0 and position < self.spelled[index].span.end else None

    def _copied(self, span: Span) -> tuple[str, Span]:
        index = max(bisect_right(self.segments, span.start, key=lambda s: s.span.start) - 1, 0)
        if not self.segments:
            return "", Span(0, 0)
        first = self.segments[index]
        if span.start >= first.span.end and index + 1 < len(self.segments) and span.end > first.span.end:
            first = self.segments[index + 1]
        start = first.origin.start + min(max(span.start - first.span.start, 0), len_of(first.span))
        if span.end <= first.span.end:
            end = first.origin.start + max(span.end - first.span.start, 0)
            return first.part, Span(start, max(start, end))
        last_index = max(bisect_right(self.segments, max(span.end - 1, 0), key=lambda s: s.span.start) - 1, 0)
        last = self.segments[last_index]
        if last.part != first.part:
            return first.part, Span(start, first.origin.end)
        end = last.origin.start + min(span.end - last.span.start, len_of(last.span))
        return first.part, Span(start, max(start, end))


def len_of(span: Span) -> int:
    """Give the number of code points in a span."""
    return span.end - span.start
