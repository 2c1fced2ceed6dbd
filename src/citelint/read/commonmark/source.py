"""From the text of a Markdown file to its `Source`: the body is printed first, then the notes in their order."""

from __future__ import annotations

from typing import NamedTuple

from citelint.config import Config
from citelint.model.source import Heading, Marker, Part, Source, SourceNote
from citelint.model.span import Span
from citelint.model.trouble import Unreadable
from citelint.read.commonmark.blocks import Block, Definition, Kind
from citelint.read.commonmark.emphasis import pair_runs
from citelint.read.commonmark.numbers import Printed, number_notes, sign_of, states_numbers
from citelint.read.commonmark.scan import Scanner
from citelint.read.commonmark.sections import Head, Sections, find_sections
from citelint.read.commonmark.simple import simple_emphasis
from citelint.read.commonmark.split import split_blocks
from citelint.read.commonmark.tokens import InlineNote, Role, Scanned
from citelint.read.commonmark.weave import Strand, Weave

_REPEATS = 4
"""How many times the length of the file notes that are printed again may come to."""


class _Mark(NamedTuple):
    """A mark in the body: its label (None for an inline note), its span, the body stretch it is in, the note itself."""

    label: str | None
    span: Span
    paragraph: int
    note: InlineNote | None = None
    strand: Strand | None = None


def source_of(text: str, path: str, format_name: str, config: Config) -> Source:
    """Give the piece that the text of a Markdown file is. Raises `Unreadable` for notes printed again without end."""
    return _Printer(text, config).source(path, format_name)


class _Printer:
    def __init__(self, text: str, config: Config) -> None:
        self._text = text
        self._config = config
        self._blocks = split_blocks(text)
        self._scanner = Scanner(self._blocks.targets)
        self._weave = Weave(text)
        self._marks: list[_Mark] = []
        self._body: list[tuple[int, int]] = []
        self._headings: list[Head] = []

    def source(self, path: str, format_name: str) -> Source:
        for block in self._blocks.body:
            if block.kind is not Kind.VERBATIM:
                self._print_body(block)
        definitions = self._blocks.notes
        labels = [definition.label for definition in definitions]
        sections = self._sections()
        numbered = number_notes([mark.label for mark in self._marks], labels, self._config, sections)
        self._bound_repeats(numbered.notes)
        stated = states_numbers(labels) and not any(mark.note for mark in self._marks)
        # labels that count on through the file are not what is printed in its sections
        stated = stated and (sections is None or sections.restart)
        called_in = sections.marks if sections else (1,) * len(self._marks)
        places = [self._print_note(note) for note in numbered.notes]
        text = self._weave.text
        spans = [_trimmed(text, *place) for place in self._body]
        paragraphs = [span for span in spans if span.start < span.end]
        prose = bool(self._marks) or len(paragraphs) > len(self._headings)
        return Source(
            path=path,
            format=format_name,
            text=text,
            parts=(Part("", self._text),),
            segments=self._weave.segments,
            notes=tuple(
                SourceNote(
                    ordinal,
                    note.label,
                    self._typed(note, stated),
                    _trimmed(text, start, end),
                    self._origin(note),
                    section=note.section,
                )
                for ordinal, (note, (start, end)) in enumerate(zip(numbered.notes, places, strict=True))
            ),
            markers=tuple(
                Marker(mark.span, mark.label or "", note, spans[mark.paragraph], section=section)
                for mark, note, section in zip(self._marks, numbered.calls, called_in, strict=bool(self._marks))
            ),
            body=tuple(paragraphs) if prose else (),
            headings=tuple(Heading(spans[head.paragraph], head.level) for head in self._headings),
            styles=tuple(sorted(self._weave.styles, key=lambda style: style.span)),
            numbers_typed=stated,
        )

    def _sections(self) -> Sections | None:
        if self._config.numbering != "per-section":
            return None
        marks = [(mark.label, mark.paragraph) for mark in self._marks]
        definitions = [(definition.label, definition.start) for definition in self._blocks.notes]
        return find_sections(marks, definitions, self._headings)

    def _print_body(self, block: Block) -> None:
        weave = self._weave
        weave.separate()
        start = weave.next
        strand = Strand(self._text, block.pieces)
        scanned = self._print(strand, in_note=False)
        if block.kind is Kind.HEADING and not block.quoted:
            self._headings.append(Head(len(self._body), block.level, block.pieces[0].start if block.pieces else 0))
        for token in scanned.outside.tokens if scanned else ():
            if token.role is Role.MARK:
                self._marks.append(_Mark(token.value, Span(*token.printed), len(self._body)))
            elif scanned and token.role is Role.NOTE:
                note = scanned.notes[token]
                span = Span(token.printed[0], note.closing.printed[1])
                self._marks.append(_Mark(None, span, len(self._body), note, strand))
        self._body.append((start, weave.length))

    def _print(self, strand: Strand, in_note: bool) -> Scanned | None:
        """Print a block, and give its tokens where it has any."""
        italics = simple_emphasis(strand.characters, bool(self._blocks.targets))
        if italics is not None:
            self._weave.print_simple(strand, italics)
            return None
        scanned = self._scanner.scan(strand.characters, in_note)
        for tokens in (scanned.outside, *(note.inside for note in scanned.notes.values())):
            tokens.pairs.extend(pair_runs(tokens.tokens, strand.characters))
        self._weave.print(scanned.outside, strand, scanned.notes)
        return scanned

    def _print_note(self, note: Printed) -> tuple[int, int]:
        """Print a note, its label before it where it has one, and give where its text starts and ends."""
        weave = self._weave
        weave.separate()
        if note.definition is None:
            start = weave.here()
            inline, strand = self._inline(note)
            weave.print(inline.inside, strand)
            return start, weave.length
        definition = self._blocks.notes[note.definition]
        weave.copy(definition.start, definition.text_start)
        if self._text[definition.text_start - 1] == ":":
            weave.make(" ")
        start = weave.length
        for block in definition.blocks:
            if weave.length > start:
                weave.separate()
            if block.kind is Kind.VERBATIM:
                for piece in block.pieces:
                    weave.copy(piece.start, piece.end)
            else:
                self._print(Strand(self._text, block.pieces), in_note=True)
        return start, weave.length

    def _inline(self, note: Printed) -> tuple[InlineNote, Strand]:
        mark = self._marks[note.inline or 0]
        assert mark.note is not None  # a note without definition was written at its mark
        assert mark.strand is not None
        return mark.note, mark.strand

    def _origin(self, note: Printed) -> Span:
        """Give the place of the whole note in the file."""
        if note.definition is not None:
            definition = self._blocks.notes[note.definition]
            return Span(definition.start, definition.end)
        inline, strand = self._inline(note)
        first = next(iter(strand.places(inline.opening.start, inline.opening.end)))
        last = next(iter(strand.places(inline.closing.start, inline.closing.end)))
        return Span(first[0], last[1])

    def _typed(self, note: Printed, stated: bool) -> str | None:
        if note.definition is None or not stated:
            return None
        label = self._blocks.notes[note.definition].label
        return None if sign_of(label) else label

    def _bound_repeats(self, notes: list[Printed]) -> None:
        """Refuse a file whose notes, printed again at each mark, would be many times as long as it is."""
        seen: set[int] = set()
        again = 0
        for note in notes:
            if note.definition in seen:
                definition: Definition = self._blocks.notes[note.definition]
                again += definition.end - definition.start
            elif note.definition is not None:
                seen.add(note.definition)
        if again > _REPEATS * len(self._text):
            raise Unreadable("its notes are called again so often that they cannot all be printed: use the gfm dialect")


def _trimmed(text: str, start: int, end: int) -> Span:
    """Give the span without blanks at both ends; an empty one stands where it starts."""
    words = text[start:end]
    bare = words.strip()
    if not bare:
        start = min(start, len(text))
        return Span(start, start)
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(bare))
