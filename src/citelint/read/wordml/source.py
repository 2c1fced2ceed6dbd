"""From the bytes of a Word file to its `Source`: the body, then the footnotes and the endnotes by their marks."""

from __future__ import annotations

import re
from typing import TypeVar

from citelint.config import Config
from citelint.model.source import Apparatus, Heading, Marker, Part, Source, SourceNote
from citelint.model.span import Span
from citelint.model.trouble import Unreadable
from citelint.model.word import WordFile, WordNote
from citelint.read.wordml.body import Body
from citelint.read.wordml.comments import read_comments
from citelint.read.wordml.counting import Counted, count
from citelint.read.wordml.kept import walk_of
from citelint.read.wordml.marks import Mark
from citelint.read.wordml.markup import REPAIR, markup_of
from citelint.read.wordml.notes import Notes
from citelint.read.wordml.package import Package, open_package
from citelint.read.wordml.parts import part_of
from citelint.read.wordml.printing import Print
from citelint.read.wordml.properties import Styles
from citelint.read.wordml.settings import read_settings
from citelint.read.wordml.styles import read_styles
from citelint.read.wordml.targets import Targets

_STOP = re.compile(r"\.[ \t\u00a0](?![ \t\u00a0]*\.)")
"""A period typed behind the number at the head of a note: "1. See Roe". Three of them are words left out."""

_ORDER: tuple[Apparatus, ...] = ("footnotes", "endnotes")
_Walk = TypeVar("_Walk", Body, Notes)


def source_of(data: bytes, path: str, format_name: str, config: Config) -> Source:
    """Give the piece that a Word file is. Raises `citelint.model.trouble.Unreadable`."""
    package = open_package(data)
    styles = read_styles(package.read("styles"), package.others.get("styles", ""))
    settings = read_settings(package.read("settings"), package.others.get("settings", ""))
    body = _walked(Body, package, package.body, "document", styles, config)
    walks = {apparatus: _notes(apparatus, package, styles, body, config) for apparatus in _ORDER}
    there = {apparatus: walk for apparatus, walk in walks.items() if walk is not None}
    piece = _Piece(body, there, count(body.marks, body.sections, settings))
    return piece.source(path, format_name, config, package, data)


def _walked(kind: type[_Walk], package: Package, name: str, root: str, styles: Styles, config: Config) -> _Walk:
    """Walk over a part whose root element has to be `root`."""
    data = package.archive.read(name)

    def anew() -> _Walk:
        walk = kind(markup_of(data, name), package.archive.name_of(name), styles, config.view)
        walk.walk()
        return walk

    walk = walk_of(name, (kind, data, package.read("styles"), config.view), anew)
    if walk.root != root:
        raise Unreadable(f"{name} is not what a Word file has there (its root is not w:{root}): {REPAIR}")
    return walk


def _notes(apparatus: Apparatus, package: Package, styles: Styles, body: Body, config: Config) -> Notes | None:
    """Walk over a part of notes; None where the file has none and needs none."""
    if package.read(apparatus) is None:
        if any(mark.apparatus == apparatus for mark in body.marks):
            raise Unreadable(f"its {apparatus} are missing, though its text calls them: {REPAIR}")
        return None
    return _walked(Notes, package, package.others[apparatus], apparatus, styles, config)


def _numbers(package: Package, body: Body, text: str) -> dict[int, str]:
    """Give the numbers that are printed before headings, by the index of the paragraph; `text` is that of the body."""
    headings = {index for index, _ in body.headings}
    if not any(one.paragraph in headings for one in body.listed):
        return {}
    from citelint.read.wordml.headnumbers import UNKNOWN, heading_numbers
    from citelint.read.wordml.numbering import read_lists

    blank = {index for one in body.listed if text[slice(*body.paragraphs[index := one.paragraph].span)].isspace()}
    numbers = heading_numbers(body.listed, headings, read_lists(package, body.styles), blank)
    # the original view does not know in which list a paragraph stood, nor does any view count with fields
    known = b"LISTNUM" not in body.data and (body.view == "final" or b"pPrChange" not in body.data)
    return numbers if known else dict.fromkeys(numbers, UNKNOWN)


class _Piece:
    """Puts the source together: the body, and after it each note that a mark calls, once.

    What no mark calls Word does not print. `_called` are, for each mark, the ordinal of its note, None where the file
    has no such note.
    """

    def __init__(self, body: Body, walks: dict[Apparatus, Notes], counted: list[Counted]) -> None:
        self._body = body
        self._walks = walks
        self._counted = counted
        self._print = Print()
        self._notes: list[SourceNote] = []
        self._called: list[int | None] = [None] * len(body.marks)

    def source(self, path: str, format_name: str, config: Config, package: Package, data: bytes) -> Source:
        body, print_ = self._body, self._print
        text = body.weave.text
        print_.copy(body, text, Span(0, len(text)), Span(0, len(text)))
        texts = {body.part: text}
        for apparatus, walk in self._walks.items():
            texts[walk.part] = walk.weave.text
            self._print_notes(apparatus, walk, texts[walk.part])
        targets = Targets(body, self._counted, self._called)
        fields = targets.fields((body, *self._walks.values()), print_.place_of)
        numbers = _numbers(package, body, text)
        spans = [_trimmed(text, paragraph.span) for paragraph in body.paragraphs]
        return Source(
            path=path,
            format=format_name,
            text=print_.text,
            parts=tuple(Part(name, words) for name, words in texts.items()),
            segments=tuple(print_.segments),
            notes=tuple(self._notes),
            markers=tuple(self._markers(spans)),
            body=tuple(span for span in spans if span.start < span.end),
            headings=tuple(
                Heading(spans[index], level, numbers.get(index)) for index, level in body.headings if spans[index].end
            ),
            styles=tuple(sorted(print_.styles, key=lambda style: style.span)),
            numbers_typed=False,
            numbers_unknown=frozenset(
                (mark.apparatus, counted.section)
                for mark, counted in zip(body.marks, self._counted, strict=True)
                if not counted.known
            ),
            fields=tuple(sorted(fields, key=lambda field: field.span)),
            word=WordFile(
                config.view,
                part_of(body, called=self._called),
                **{apparatus: part_of(walk) for apparatus, walk in self._walks.items()},
                comments=read_comments(package, body.commented, self._called),
                archive=data,
            ),
        )

    def _print_notes(self, apparatus: Apparatus, walk: Notes, text: str) -> None:
        by_id: dict[str, WordNote] = {}
        for note in walk.notes:
            by_id.setdefault(note.id, note)
        printed: dict[str, int] = {}
        for place, (mark, counted) in enumerate(zip(self._body.marks, self._counted, strict=True)):
            if mark.apparatus != apparatus or mark.id not in by_id:
                continue
            if mark.id not in printed:
                printed[mark.id] = len(self._notes)
                self._print_note(walk, by_id[mark.id], text, mark, counted)
            self._called[place] = printed[mark.id]

    def _print_note(self, walk: Notes, note: WordNote, text: str, mark: Mark, counted: Counted) -> None:
        self._print.separate()
        span = _trimmed(text, note.span)
        if _STOP.match(text, span.start, span.end):
            span = _trimmed(text, Span(span.start + 1, span.end))
        if mark.custom and text.startswith(mark.custom, span.start, span.end):
            # the sign of an author's note is typed in the note too
            span = _trimmed(text, Span(span.start + len(mark.custom), span.end))
        ordinal = len(self._notes)
        place = self._print.copy(walk, text, note.span, span, ordinal)
        self._notes.append(
            SourceNote(
                ordinal,
                counted.label,
                None,
                place,
                note.span,
                mark.apparatus,
                counted.section,
                counted.number,
            )
        )

    def _markers(self, paragraphs: list[Span]) -> list[Marker]:
        markers = []
        for mark, counted, note in zip(self._body.marks, self._counted, self._called, strict=True):
            inside = paragraphs[mark.paragraph] if mark.paragraph < len(paragraphs) else Span(mark.at, mark.at)
            start, end = (min(max(place, inside.start), inside.end) for place in (mark.at, mark.sign_end))
            markers.append(Marker(Span(start, end), counted.label or "", note, inside, mark.apparatus, counted.section))
        return markers


def _trimmed(text: str, span: Span) -> Span:
    """Give the span without blanks at both ends; an empty one stands where it starts."""
    words = text[span.start : span.end]
    bare = words.strip()
    if not bare:
        return Span(span.start, span.start)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(bare))
