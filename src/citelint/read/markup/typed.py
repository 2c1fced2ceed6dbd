"""Notes that were typed into a page: paragraphs that begin with "[1]", called by numbers without a link that works."""

from __future__ import annotations

from dataclasses import replace

from citelint.model.source import Apparatus, Marker, Source, SourceNote
from citelint.model.span import Span
from citelint.read.markup.compose import Composer
from citelint.read.markup.printing import Paragraph
from citelint.read.markup.tree import Tree
from citelint.read.plaintext.headings import is_heading
from citelint.read.plaintext.labels import MARGIN, Label, with_plain_line_ends
from citelint.read.plaintext.lists import find_list
from citelint.read.plaintext.marks import Marks


def find_typed(tree: Tree, composer: Composer, source: Source, first_note: int | None) -> Source | None:
    """Give the piece with the notes that are typed in it as in plain text, None where there are none.

    `source` is the piece without notes, as `composer` printed it.
    """
    text, paragraphs = source.text, composer.paragraphs
    found = find_list(with_plain_line_ends(text), Marks(text), first_note)
    if not found.labels or not paragraphs:
        return None
    starts = [label.line - MARGIN for label in found.labels]
    end = _end_of_list(tree, paragraphs, starts[-1])
    apparatus: Apparatus = "endnotes" if found.endnotes else "footnotes"
    notes = tuple(
        _note(ordinal, label, min(stop, end), source, apparatus)
        for ordinal, (label, stop) in enumerate(zip(found.labels, [*starts[1:], end], strict=True))
    )
    ordinals: dict[str, int] = {}
    for note in notes:
        ordinals.setdefault(note.label or "", note.ordinal)
    body = tuple(span for span in source.body if span.end <= starts[0])
    markers: list[Marker] = []
    at = 0
    for mark in found.marks:
        while at + 1 < len(body) and body[at].end < mark.end:
            at += 1
        if at < len(body) and body[at].start <= mark.start and mark.end <= body[at].end:
            span = Span(mark.start, mark.end)
            markers.append(Marker(span, mark.typed, ordinals.get(mark.typed), body[at], apparatus))
    if len(body) == 1 and not markers and is_heading(body[0].of(text)):
        body = ()
    headings = tuple(heading for heading in source.headings if heading.span.end <= starts[0])
    return replace(source, notes=notes, markers=tuple(markers), body=body, headings=headings, numbers_typed=True)


def _end_of_list(tree: Tree, paragraphs: list[Paragraph], last: int) -> int:
    """Give the end of the last note, which begins at `last`: what is around its first paragraph ends there too."""
    at = max(index for index, paragraph in enumerate(paragraphs) if paragraph.start <= last)
    bounds = [tree.parent_of_text(paragraphs[at].item)]
    bounds.append(tree.element(bounds[0]).parent if bounds[0] >= 0 else -1)
    after = tree.element(bounds[1]).after if bounds[1] >= 0 else len(tree.items)
    end = paragraphs[at].end
    for paragraph in paragraphs[at + 1 :]:
        if paragraph.item >= after:
            break
        end = paragraph.end
    return end


def _note(ordinal: int, label: Label, stop: int, source: Source, apparatus: Apparatus) -> SourceNote:
    start, after = label.start - MARGIN, label.end - MARGIN
    written = source.text[after:stop]
    words = written.strip()
    begin = after + len(written) - len(written.lstrip()) if words else after
    # a blank or a period that a page puts between its label and the words
    span = Span(begin, begin + len(words))
    typed = label.name if label.name[0].isalnum() else None
    _, origin = source.origin(Span(start, max(span.end, after)))
    return SourceNote(ordinal, label.name, typed, span, origin, apparatus)
