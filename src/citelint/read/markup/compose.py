"""From what was found in a tree to its `Source`: the body is printed first, then the notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from citelint.model.source import Heading, Marker, Part, Source, SourceNote, Style, Typeface
from citelint.model.span import Span
from citelint.read.markup.drafts import Draft, Found
from citelint.read.markup.faces import faces, is_unshown
from citelint.read.markup.heads import Labelled, Opening, label_all
from citelint.read.markup.labels import AUTHOR_SIGNS, leads_with_label
from citelint.read.markup.printing import Paragraph, Printer
from citelint.read.markup.sections import sections_of
from citelint.read.markup.tree import Element, Text, Tree
from citelint.read.markup.vocabulary import Vocabulary

_LOST_TYPEFACES = 20
"""From this many notes on, one of them has a word in italics, or the page has lost them all."""


class Composer:
    """Prints one file, once."""

    def __init__(self, tree: Tree, vocabulary: Vocabulary, found: Found) -> None:
        self._tree = tree
        self._words = vocabulary
        self._found = found
        self._printer = Printer(tree)
        self._calls = {call.item: call for call in found.calls}
        self._call_items = [call.item for call in found.calls]
        self._places: dict[int, Span] = {}
        self._headings: list[tuple[int, int, int]] = []

    @property
    def paragraphs(self) -> list[Paragraph]:
        """What was printed, by paragraphs."""
        return self._printer.paragraphs

    def source(self, path: str, format_name: str) -> Source:
        """Print the body and the notes behind it, and give the piece."""
        printer, tree = self._printer, self._tree
        skipped = {note.first: note.last for note in self._found.notes}
        self._print(0, len(tree.items), skipped, in_body=True)
        printer.break_paragraph()
        body = list(printer.paragraphs)
        drafts = self._found.notes
        places = [self._print_note(note) for note in drafts]
        text = printer.shown
        openings = [
            Opening(start, end, note.called, leads_with_label(tree, note.first, note.last))
            for note, (start, end) in zip(drafts, places, strict=True)
        ]
        labelled = label_all(text, openings)
        labels = self._labels(labelled)
        sections = sections_of(tree, drafts, labels)
        ordinals = {id(note): ordinal for ordinal, note in enumerate(drafts)}
        notes = tuple(
            SourceNote(
                ordinal,
                labels[ordinal],
                _number(head.name or note.called),
                _trimmed(text, head.words, end),
                Span(tree.element(note.first).start, self._end_of(note)),
                note.apparatus,
                sections[ordinal],
            )
            for ordinal, (note, head, (_, end)) in enumerate(zip(drafts, labelled, places, strict=True))
        )
        begins = [paragraph.start for paragraph in body]
        markers = []
        for call in self._found.calls:
            span = self._places.get(call.item)
            if span is None:
                continue
            note = None if call.note is None else ordinals[id(call.note)]
            at = bisect_right(begins, span.start) - 1
            paragraph = Span(body[at].start, body[at].end) if at >= 0 and span.start < body[at].end else span
            typed = call.label or (labels[note] if note is not None else None) or ""
            section = 1 if note is None else sections[note]
            markers.append(Marker(_trimmed(text, *span), typed, note, paragraph, section=section))
        return Source(
            path=path,
            format=format_name,
            text=text,
            parts=(Part("", tree.text),),
            segments=printer.segments,
            notes=notes,
            markers=tuple(sorted(markers, key=lambda marker: marker.span)),
            body=tuple(Span(paragraph.start, paragraph.end) for paragraph in body),
            headings=tuple(self._headings_in(body)),
            styles=self._styles(notes),
            numbers_typed=any(call.label for call in self._found.calls) or any(head.name for head in labelled),
            spelled=printer.spelled,
        )

    def _styles(self, notes: tuple[SourceNote, ...]) -> tuple[Style, ...] | None:
        """Give the typefaces, None where a page has so many notes without any that they must have been lost."""
        styles = self._printer.styles
        if len(notes) > _LOST_TYPEFACES and (not styles or styles[-1].span.end <= notes[0].span.start):
            return None
        return styles

    def _print_note(self, note: Draft) -> tuple[int, int]:
        printer = self._printer
        printer.break_paragraph()
        before = len(printer.paragraphs)
        skipped = {index: self._tree.element(index).after for index in note.dropped}
        self._print(note.first, note.last, skipped, in_body=False)
        printer.break_paragraph()
        printed = printer.paragraphs[before:]
        if not printed:
            return printer.length, printer.length
        return printed[0].start, printed[-1].end

    def _print(self, first: int, last: int, skipped: Mapping[int, int], in_body: bool) -> None:
        """Print the items `first` to `last`, all but those that `skipped` says: where to go on for an index."""
        tree, printer, words = self._tree, self._printer, self._words
        open_blocks: list[int] = []
        open_faces: list[tuple[int, frozenset[Typeface]]] = []
        at = first
        while at < last:
            while open_blocks and open_blocks[-1] <= at:
                open_blocks.pop()
                printer.break_paragraph()
            while open_faces and open_faces[-1][0] <= at:
                printer.faces = open_faces.pop()[1]
            item = tree.items[at]
            if isinstance(item, Text):
                printer.text(item, at)
                at += 1
                continue
            if at in self._calls and (in_body or at > first):
                at = max(self._print_call(at, item), skipped.get(at, 0))
                continue
            if at in skipped:
                at = skipped[at]
                continue
            if (at > first or in_body) and self._is_left_out(item, at, in_body):
                at = item.after
                continue
            if item.name in words.blocks:
                printer.break_paragraph()
                open_blocks.append(item.after)
                level = words.heading(tree, at) if in_body else 0
                if level:
                    self._headings.append((at, item.after, level))
            elif item.name in words.lines:
                printer.break_line()
            # the tag around a note says what it is (<cite>), and not how its words are set
            changed = faces(item) if in_body or at > first else ()
            if changed and item.face_until > at:
                open_faces.append((item.face_until, printer.faces))
                for face in changed:
                    printer.faces = printer.faces | {face.typeface} if face.on else printer.faces - {face.typeface}
            at += 1
        printer.faces = frozenset()

    def _is_left_out(self, element: Element, at: int, in_body: bool) -> bool:
        if in_body and element.name in self._words.apart:
            return True
        if element.name != "button" and not is_unshown(element):
            return False
        # a button, or something not shown, that holds a mark or a note
        return not (in_body and self._holds_call(at, element.after))

    def _holds_call(self, first: int, last: int) -> bool:
        at = bisect_right(self._call_items, first)
        return at < len(self._call_items) and self._call_items[at] < last

    def _print_call(self, at: int, element: Element) -> int:
        """Print a mark, and give the index behind it."""
        printer, tree, call = self._printer, self._tree, self._calls[at]
        start = printer.here(at)
        inner = at + 1
        if call.note is not None and call.note.first == at:
            # the note itself stands where it is called
            inner = element.after
        while inner < element.after:
            item = tree.items[inner]
            if isinstance(item, Text):
                printer.text(item, inner)
            elif is_unshown(item):
                inner = item.after
                continue
            inner += 1
        number = call.label or (call.note.called or call.note.counted if call.note else None)
        if printer.length == start and number:
            printer.make(f"[{number}]", at)
        self._places[at] = Span(start, printer.length)
        return element.after

    def _labels(self, labelled: list[Labelled]) -> list[str | None]:
        """Give the printed label of each note. Author's notes before the first number that show none have a sign."""
        drafts = self._found.notes
        labels = [head.name or note.called or note.counted for note, head in zip(drafts, labelled, strict=True)]
        if any(labels):
            for index, label in enumerate(labels):
                if label and label.strip(AUTHOR_SIGNS):
                    break
                labels[index] = label or "*" * min(index + 1, 9)
        return labels

    def _end_of(self, note: Draft) -> int:
        """Give the place in the file where a note ends, its last tag included."""
        at, end = note.first, 0
        while at < note.last:
            item = self._tree.items[at]
            end = item.end
            at = item.after if isinstance(item, Element) else at + 1
        return end

    def _headings_in(self, body: list[Paragraph]) -> list[Heading]:
        found = []
        places = iter(self._headings)
        place = next(places, None)
        for paragraph in body:
            while place is not None and place[1] <= paragraph.item:
                place = next(places, None)
            if place is not None and place[0] <= paragraph.item < place[1]:
                found.append(Heading(Span(paragraph.start, paragraph.end), place[2]))
        return found


def _trimmed(text: str, start: int, end: int) -> Span:
    """Give the span without blanks at both ends; an empty one stands where it starts."""
    words = text[start:end]
    bare = words.strip()
    if not bare:
        start = min(start, len(text))
        return Span(start, start)
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(bare))


def _number(label: str | None) -> str | None:
    return label if label and label.isdecimal() else None
