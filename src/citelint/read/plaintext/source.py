"""From the text of a plain text file to its `Source`."""

from __future__ import annotations

import re
from collections import Counter

from citelint.config import Config
from citelint.model.source import Apparatus, Marker, Part, Segment, Source, SourceNote
from citelint.model.span import Span, span_of
from citelint.read.plaintext.bibliography import without_bibliographies
from citelint.read.plaintext.headings import is_headed_as_endnotes, is_heading
from citelint.read.plaintext.labels import MARGIN, Label, with_plain_line_ends
from citelint.read.plaintext.lists import find_list
from citelint.read.plaintext.marks import Marks
from citelint.read.plaintext.pages import pages_of
from citelint.read.plaintext.sections import Section, find_sections

Series = tuple[Apparatus, int]
"""An apparatus and a section of it."""

_BETWEEN_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


def source_of(text: str, path: str, format_name: str, config: Config) -> Source:
    """Give the piece that a decoded text is."""
    lines = without_bibliographies(with_plain_line_ends(text), config.first_note)
    words = lines[MARGIN:]
    stated = config.numbering == "per-section"
    sections = find_sections(lines, stated) if stated or config.first_note is None else []
    if not sections:
        sections = [Section(0, len(text), find_list(lines, Marks(words), config.first_note))]
    sections = [page for section in sections for page in pages_of(lines, section)]
    series = _series(lines, sections)
    notes: list[SourceNote] = []
    bodies: list[tuple[Span, ...]] = []
    for section, (apparatus, number) in zip(sections, series, strict=True):
        labels = section.found.labels
        ends = [label.line - MARGIN for label in labels[1:]] + [section.end]
        for label, end in zip(labels, ends, strict=bool(labels)):
            notes.append(_note(len(notes), label, end, words, apparatus, number))
        bodies.append(_paragraphs(lines, section.start, labels[0].line - MARGIN if labels else len(text)))
    body = tuple(span for spans in bodies for span in spans)
    marked = any(section.found.marks for section in sections)
    if notes and not marked and (len(sections) > 1 or (len(body) == 1 and is_heading(body[0].of(text)))):
        body = ()  # headings above lists, or a text whose marks are not known
    return Source(
        path=path,
        format=format_name,
        text=text,
        parts=(Part("", text),),
        segments=(Segment(Span(0, len(text)), "", Span(0, len(text))),),
        notes=tuple(notes),
        markers=_markers(sections, series, notes, body),
        body=body,
    )


def _note(ordinal: int, label: Label, end: int, text: str, apparatus: Apparatus, section: int) -> SourceNote:
    start = label.start - MARGIN
    after = label.end - MARGIN
    written = text[after:end]
    words = written.strip()
    if words:
        begin = after + len(written) - len(written.lstrip())
        span = span_of((begin, begin + len(words)))
    else:
        span = Span(after, after)
    typed = label.name if label.name[0].isalnum() else None
    return SourceNote(ordinal, label.name, typed, span, span_of((start, span.end)), apparatus, section)


def _paragraphs(lines: str, start: int, end: int) -> tuple[Span, ...]:
    """Give the paragraphs of the text from `start` to `end`, blanks at both ends left out."""
    stop = start + MARGIN + len(lines[start + MARGIN : end + MARGIN].rstrip())
    begins = re.compile(r"\S").search(lines, start + MARGIN, stop)
    if begins is None:
        return ()
    spans: list[Span] = []
    at = begins.start()
    for gap in _BETWEEN_PARAGRAPHS.finditer(lines, at, stop):
        spans.append(Span(at - MARGIN, len(lines[at : gap.start()].rstrip()) + at - MARGIN))
        at = gap.end()
    spans.append(Span(at - MARGIN, stop - MARGIN))
    return tuple(spans)


def _series(lines: str, sections: list[Section]) -> list[Series]:
    """Give the apparatus of each list, and which section of it the list is.

    Roman numbers are those of endnotes. Where some lists stand under "Endnotes" and others do not, those are too.
    """
    firsts = [section.found.labels[:1] for section in sections]
    at_end = [
        section.found.endnotes or bool(first and is_headed_as_endnotes(lines, first[0]))
        for section, first in zip(sections, firsts, strict=True)
    ]
    if all(at_end) and not any(section.found.endnotes for section in sections):
        at_end = [False] * len(sections)
    series: list[Series] = []
    counts: Counter[Apparatus] = Counter()
    for section, is_endnotes in zip(sections, at_end, strict=True):
        if section.continues:
            series.append(series[-1])
            continue
        apparatus: Apparatus = "endnotes" if is_endnotes else "footnotes"
        counts[apparatus] += 1
        series.append((apparatus, counts[apparatus]))
    return series


def _markers(
    sections: list[Section], series: list[Series], notes: list[SourceNote], body: tuple[Span, ...]
) -> tuple[Marker, ...]:
    ordinals: dict[tuple[Series, str | None], int] = {}
    for note in notes:
        ordinals.setdefault(((note.apparatus, note.section), note.label), note.ordinal)
    marks = sorted(
        (mark, which) for section, which in zip(sections, series, strict=True) for mark in section.found.marks
    )
    markers: list[Marker] = []
    paragraph = 0
    for mark, (apparatus, number) in marks:
        while paragraph + 1 < len(body) and body[paragraph].end < mark.end:
            paragraph += 1
        called = ordinals.get(((apparatus, number), mark.typed))
        markers.append(Marker(Span(mark.start, mark.end), mark.typed, called, body[paragraph], apparatus, number))
    return tuple(markers)
