"""The words of a note as HTML: what is complained of is marked, and what refers to a source leads there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citelint.model.citation import Citation, Mention
from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.document import Document, Note
from citelint.model.link import Found, Links
from citelint.model.span import Span
from citelint.report.page.markup import element, escaped, inner_link, note_id, web_link

Marked = tuple[Span, Severity]
"""A stretch that is complained of, and how gravely; a row of them does not overlap."""

Linked = tuple[Span, str, bool]
"""A stretch that leads somewhere: the id of a note of this page, or (True) an address of the web."""


def note_html(note: Note, document: Document, links: Links | None, findings: Sequence[Diagnostic], file: int) -> str:
    """Give the words of a note; `findings` are those to mark, `file` is the place of the file in the run."""
    marks = _marks(findings, note.span)
    pieces: list[str] = []
    at = note.span.start
    for span, target, of_web in _links(note, links, file):
        pieces.append(_marked(document.text, Span(at, span.start), marks))
        inside = _marked(document.text, span, marks)
        pieces.append(web_link(target, inside) if of_web else inner_link(target, inside))
        at = span.end
    pieces.append(_marked(document.text, Span(at, note.span.end), marks))
    return "".join(pieces)


def _links(note: Note, links: Links | None, file: int) -> Iterator[Linked]:
    """Give what leads somewhere, in order and without overlaps: links do not stand in one another."""
    found = sorted(link for mention in note.mentions for link in _links_of(mention, note, links, file))
    end = note.span.start
    for span, target, of_web in found:
        if span.start >= end and span.end <= note.span.end and span.end > span.start:
            yield span, target, of_web
            end = span.end


def _links_of(mention: Mention, note: Note, links: Links | None, file: int) -> Iterator[Linked]:
    if isinstance(mention, Citation):
        if mention.url is not None:
            yield mention.url.span, mention.url.value, True
        return
    link = links.by_reference.get(mention.index) if links else None
    if isinstance(link, Found):
        # what stands in its parentheticals may lead elsewhere
        ends = [parenthetical.span.start for parenthetical in mention.parentheticals]
        words = Span(mention.span.start, min([mention.span.end, *(end for end in ends if end > mention.span.start)]))
        yield words, note_id(file, link.citation.note), False


def _marks(findings: Sequence[Diagnostic], within: Span) -> list[Marked]:
    """Cut the stretches of the findings so that none overlaps: the gravest, and of these the first, has its words."""
    spans = [
        (finding.severity.rank, Span(max(finding.span.start, within.start), min(finding.span.end, within.end)))
        for finding in findings
    ]
    edges = sorted({edge for _, span in spans if span.end > span.start for edge in span})
    marks: list[Marked] = []
    order = sorted((span.start, span.end, rank) for rank, span in spans if span.end > span.start)
    open_: list[tuple[int, int]] = []
    place = 0
    for start, end in pairwise(edges):
        while place < len(order) and order[place][0] <= start:
            open_.append((order[place][2], order[place][1]))
            place += 1
        open_ = [(rank, until) for rank, until in open_ if until > start]
        if open_:
            severity = list(Severity)[min(open_)[0]]
            if marks and marks[-1][0].end == start and marks[-1][1] is severity:
                marks[-1] = (Span(marks[-1][0].start, end), severity)
            else:
                marks.append((Span(start, end), severity))
    return marks


def _marked(text: str, span: Span, marks: Sequence[Marked]) -> str:
    pieces: list[str] = []
    at = span.start
    for mark, severity in marks[max(bisect_right(marks, span.start, key=lambda marked: marked[0].start) - 1, 0) :]:
        if mark.start >= span.end:
            break
        start, end = max(mark.start, at), min(mark.end, span.end)
        if start < end:
            pieces += (escaped(text[at:start]), element("mark", escaped(text[start:end]), class_=severity.value))
            at = end
    return "".join((*pieces, escaped(text[at : span.end])))
