"""Typed numbers of notes that are right as printed, made live: check → link → check again.

A number is made live when nothing is found about its reference, when it names one note, and when the words are there
to be changed. The new file is read again: each new field has to mean its note, the text has to be the same, and no
finding may have come. What does not prove itself is left, with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import replace

from citelint.config import Config
from citelint.fix.word import Bookmarks, Link, linked, untouchable
from citelint.model.citation import CrossReference, NoteNumber, Supra
from citelint.model.document import Document
from citelint.model.link import Found
from citelint.model.mending import Linking, Unlinked
from citelint.model.run import FileResult
from citelint.model.source import Source
from citelint.model.span import Span
from citelint.pipeline import Done, check, silent

Pointer = Supra | CrossReference

_RANGE = re.compile(r"(\d+)(\s*[-‐‑–—−]\s*|\s(?:through|thru|to)\s)(\d+)")
_ABOUT_NUMBERS = ("SUP", "XRF", "HER", "NUM")
"""Families whose findings about a reference say that its number may not be right."""


def _all(document: Document) -> Container[int]:
    return range(len(document.notes))


def link(
    data: bytes, name: str, config: Config, among: Callable[[Document], Container[int]] = _all, done: Done = silent
) -> Linking:
    """Make the typed numbers of a Word file live, those in the notes that `among` gives. Writes nothing."""
    settings = replace(config, select=("default",), extend_select=(), ignore=(), stets=(), known=())
    before = check(data, name, settings)
    if before.source is None or before.document is None or before.source.word is None:
        return Linking(data)
    found = _Numbers(before)
    wanted = among(before.document)
    links: list[tuple[Link, int]] = []
    left: list[Unlinked] = []
    for reference in before.document.references:
        if not isinstance(reference, Supra | CrossReference) or reference.note not in wanted:
            continue
        for number in reference.numbers:
            tried = found.links(reference, number)
            if isinstance(tried, str):
                if tried:
                    left.append(Unlinked(reference.note, number.span.of(before.document.text), tried))
            else:
                links += ((one, reference.note) for one in tried)
    made, kept, unproved = _proved(data, name, settings, before, [one for one, _ in links])
    done("link")
    notes = dict(links)
    texts = {part.name: part.text for part in before.source.parts}
    left += (
        Unlinked(notes[one], one.span.of(texts[one.part]), "with a field there the file would be read otherwise")
        for one in unproved
    )
    return Linking(made, kept, tuple(sorted(left)))


def _proved(
    data: bytes, name: str, config: Config, before: FileResult, links: list[Link]
) -> tuple[bytes, int, list[Link]]:
    """Give the file with the links that prove themselves, their count, and the links that do not."""
    source = before.source
    assert source is not None
    if not links:
        return data, 0, []
    made = linked(source, links)
    if _holds(check(made, name, config), before, links):
        return made, len(links), []
    good: list[Link] = []
    bad: list[Link] = []
    todo = [links[: len(links) // 2], links[len(links) // 2 :]] if len(links) > 1 else []
    bad += links if len(links) == 1 else []
    while todo:
        some = todo.pop(0)
        if _holds(check(linked(source, [*good, *some]), name, config), before, [*good, *some]):
            good += some
        elif len(some) == 1:
            bad += some
        else:
            todo[:0] = [some[: len(some) // 2], some[len(some) // 2 :]]
    return (linked(source, good) if good else data), len(good), bad


def _holds(after: FileResult, before: FileResult, links: list[Link]) -> bool:
    """Tell whether a file with links says what it said, and each new field means the note that was meant."""
    old, new = before.source, after.source
    if old is None or new is None or old.text != new.text:
        return False
    if [note.label for note in old.notes] != [note.label for note in new.notes]:
        return False
    fields = {(field.part, new.origin(field.span)[1]): field for field in new.fields}
    for one in links:
        field = fields.get((one.part, one.span))
        if field is None or not field.sound or field.target != one.note or field.expected != field.span.of(new.text):
            return False
    return not _counted(after) - _counted(before)


def _counted(result: FileResult) -> Counter[tuple[str, int | None]]:
    return Counter((finding.code, finding.note) for finding in result.diagnostics if not finding.is_headline)


class _Numbers:
    """Answers which notes the typed numbers of a piece mean, and why one is left alone."""

    def __init__(self, result: FileResult) -> None:
        assert result.document is not None
        assert result.source is not None
        assert result.source.word is not None
        assert result.links is not None
        self._links = result.links
        self._source: Source = result.source
        self._word = result.source.word
        self._document = result.document
        self._live = [field.span for field in result.source.fields if field.span.start < field.span.end]
        self._wrong: dict[int, list[tuple[Span, str]]] = {}
        for finding in result.diagnostics:
            if finding.note is not None and finding.code.startswith(_ABOUT_NUMBERS) and finding.code != "SHF012":
                self._wrong.setdefault(finding.note, []).append((finding.span, finding.code))
        self._bookmarks = Bookmarks(result.source)
        self._by_number: dict[tuple[str, int, int], list[int]] = {}
        for note in result.source.notes:
            if note.number is not None:
                key = (note.apparatus, note.section, note.number)
                self._by_number.setdefault(key, []).append(note.ordinal)

    def links(self, reference: Pointer, number: NoteNumber) -> list[Link] | str:
        """Give the links that a number asks for, two for a range, or why it is left; "" where nothing is to be said."""
        if number.first is None or any(field.overlaps(number.span) for field in self._live):
            return ""
        own = self._source.notes[reference.note]
        if (own.apparatus, own.section) in self._source.numbers_unknown:
            return "only a page layout tells the numbers of these notes"
        for span, code in self._wrong.get(reference.note, ()):
            if span.overlaps(reference.span):
                return f"it may not be right as it is printed ({code})"
        if reason := self._doubt(reference, number):
            return reason
        text = self._document.text
        words = number.span.of(text)
        places = [(number.span, number.first)]
        if number.last is not None:
            match = _RANGE.fullmatch(words)
            if match is None or match[3] != str(number.last):
                return "its range is abbreviated"
            start = number.span.start
            places = [
                (Span(start, start + match.end(1)), number.first),
                (Span(start + match.start(3), number.span.end), number.last),
            ]
        found = []
        for span, value in places:
            link = self._link(reference, span, value, span.of(text))
            if isinstance(link, str):
                return link
            found.append(link)
        return found

    def _doubt(self, reference: Pointer, number: NoteNumber) -> str:
        """Say why it is not sure that a number is right."""
        if not isinstance(reference, Supra):
            return ""
        link = self._links.by_reference.get(reference.index)
        if not isinstance(link, Found):
            return "what it names was not found"
        notes = {citation.note for citation in (link.citation, *link.others)}
        last = number.first if number.last is None else number.last
        numbers = {self._source.notes[note].number for note in notes}
        if not any(n is not None and number.first is not None and number.first <= n <= (last or 0) for n in numbers):
            return "it is not the number of the note with the full citation"
        return ""

    def _link(self, reference: Pointer, span: Span, value: int, printed: str) -> Link | str:
        own = self._source.notes[reference.note]
        notes = self._by_number.get((own.apparatus, own.section, value), [])
        if len(notes) != 1:
            return "there is no such note" if not notes else "several notes have this number"
        if self._source.notes[notes[0]].label != printed:
            return "the mark of its note is printed otherwise"
        mark = self._bookmarks.mark(notes[0])
        if mark is None:
            return "no mark calls its note"
        part, place = self._source.origin(span)
        if reason := untouchable(self._word.part(part), self._word.part(part).pieces_of(place)):
            return reason
        return Link(part, place, notes[0])
