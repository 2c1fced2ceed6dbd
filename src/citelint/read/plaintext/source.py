"""From the text of a plain text file to its `Source`."""

from __future__ import annotations

import re

from citelint.config import Config
from citelint.model.source import Apparatus, Marker, Part, Segment, Source, SourceNote
from citelint.model.span import Span
from citelint.read.plaintext.labels import MARGIN, Label, with_plain_line_ends
from citelint.read.plaintext.lists import NoteList, find_list, is_heading
from citelint.read.plaintext.marks import Marks

_BETWEEN_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n\s*")


def source_of(text: str, path: str, format_name: str, config: Config) -> Source:
    """Give the piece that a decoded text is."""
    lines = with_plain_line_ends(text)
    found = find_list(lines, Marks(text), config.first_note)
    apparatus: Apparatus = "endnotes" if found.endnotes else "footnotes"
    ends = [label.line - MARGIN for label in found.labels[1:]] + [len(text)]
    notes = tuple(
        _note(ordinal, label, end, text, apparatus)
        for ordinal, (label, end) in enumerate(zip(found.labels, ends, strict=bool(found.labels)))
    )
    body = _paragraphs(lines, found.labels[0].line - MARGIN if found.labels else len(text))
    if len(body) == 1 and notes and not found.marks and is_heading(body[0].of(text)):
        body = ()
    return Source(
        path=path,
        format=format_name,
        text=text,
        parts=(Part("", text),),
        segments=(Segment(Span(0, len(text)), "", Span(0, len(text))),),
        notes=notes,
        markers=_markers(found, body, apparatus),
        body=body,
    )


def _note(ordinal: int, label: Label, end: int, text: str, apparatus: Apparatus) -> SourceNote:
    start = label.start - MARGIN
    after = label.end - MARGIN
    written = text[after:end]
    words = written.strip()
    if words:
        begin = after + len(written) - len(written.lstrip())
        span = Span(begin, begin + len(words))
    else:
        span = Span(after, after)
    typed = label.name if label.name[0].isalnum() else None
    return SourceNote(ordinal, label.name, typed, span, Span(start, span.end), apparatus)


def _paragraphs(lines: str, end: int) -> tuple[Span, ...]:
    """Give the paragraphs of the text before `end`, blanks at both ends left out."""
    stop = len(lines[: end + MARGIN].rstrip())
    begins = re.compile(r"\S").search(lines, 0, stop)
    if begins is None:
        return ()
    spans: list[Span] = []
    at = begins.start()
    for gap in _BETWEEN_PARAGRAPHS.finditer(lines, at, stop):
        spans.append(Span(at - MARGIN, len(lines[at : gap.start()].rstrip()) + at - MARGIN))
        at = gap.end()
    spans.append(Span(at - MARGIN, stop - MARGIN))
    return tuple(spans)


def _markers(found: NoteList, body: tuple[Span, ...], apparatus: Apparatus) -> tuple[Marker, ...]:
    ordinals: dict[str, int] = {}
    for ordinal, label in enumerate(found.labels):
        ordinals.setdefault(label.name, ordinal)
    markers: list[Marker] = []
    paragraph = 0
    for mark in found.marks:
        while paragraph + 1 < len(body) and body[paragraph].end < mark.end:
            paragraph += 1
        span = Span(mark.start, mark.end)
        markers.append(Marker(span, mark.typed, ordinals.get(mark.typed), body[paragraph], apparatus))
    return tuple(markers)
