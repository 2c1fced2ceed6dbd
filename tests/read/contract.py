"""What must hold of the source that any reader gives (`citelint.read.contract`)."""

from __future__ import annotations

from itertools import pairwise

from citelint.model.source import Source
from citelint.model.span import Span


def faults(source: Source) -> list[str]:
    """Give what does not hold of a source, one line each; nothing where all is well."""
    return [*_positions(source), *_segments(source), *_notes(source)]


def _positions(source: Source) -> list[str]:
    whole = Span(0, len(source.text))
    spans = {
        "note": [note.span for note in source.notes],
        "marker": [marker.span for marker in source.markers],
        "paragraph of a marker": [marker.paragraph for marker in source.markers],
        "body": list(source.body),
        "heading": [heading.span for heading in source.headings],
        "style": [style.span for style in source.styles or ()],
        "field": [field.span for field in source.fields],
    }
    return [
        f"{what} {span} lies outside of the text"
        for what, found in spans.items()
        for span in found
        if not (span.start <= span.end and whole.covers(span))
    ]


def _segments(source: Source) -> list[str]:
    parts = {part.name: part.text for part in source.parts}
    unlike = [s for s in source.segments if s.span.of(source.text) != s.origin.of(parts[s.part])]
    copied = sorted((*source.segments, *source.spelled), key=lambda segment: segment.span)
    crossed = [(a, b) for a, b in (*pairwise(source.segments), *pairwise(copied)) if a.span.end > b.span.start]
    unread = [s for s in source.spelled if not 0 <= s.origin.start < s.origin.end <= len(parts[s.part])]
    whole = Span(0, len(source.text))
    thirds = Span(whole.end // 3, whole.end * 2 // 3)
    strays = [span for span in (whole, thirds, Span(0, 0)) if source.origin(span)[1].end > len(_part(source, span))]
    return [
        *(f"{segment} spells nothing of its part" for segment in unread),
        *(f"{span} comes from outside of the file" for span in strays),
        *(f"the text of {segment} is not that of its origin" for segment in unlike),
        *(f"{before} and {after} are out of order, or overlap" for before, after in crossed),
    ]


def _part(source: Source, span: Span) -> str:
    name = source.origin(span)[0]
    return next((part.text for part in source.parts if part.name == name), "")


def _notes(source: Source) -> list[str]:
    found = []
    if [note.ordinal for note in source.notes] != list(range(len(source.notes))):
        found.append("ordinals do not count the notes")
    for note in source.notes:
        words = note.span.of(source.text)
        if words != words.strip():
            found.append(f"note {note.label} has blanks at an end")
    for before, after in pairwise(source.notes):
        if before.span.end > after.span.start:
            found.append(f"notes {before.label} and {after.label} overlap")
    for marker in source.markers:
        if marker.note is not None and not 0 <= marker.note < len(source.notes):
            found.append(f"{marker} calls a note that there is not")
        if not marker.paragraph.covers(marker.span):
            found.append(f"{marker} stands outside of its paragraph")
    if list(source.markers) != sorted(source.markers, key=lambda marker: marker.span):
        found.append("marks are out of order")
    if any(before.end > after.start for before, after in pairwise(source.body)):
        found.append("paragraphs overlap, or are out of order")
    if list(source.styles or ()) != sorted(source.styles or (), key=lambda style: style.span):
        found.append("styles are out of order")
    return found
