"""A stretch of a note on one line, with the words that a finding is about in the middle."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.diagnostic import Diagnostic
from citelint.model.span import Span
from citelint.report.layout.cells import ELLIPSIS, cells, fitting
from citelint.report.layout.escape import one_cell, plain_ascii

LEFT = 36
RIGHT = 24
LEAST = 12
OPENING = 47
REACH = 1000
"""Code points on each side of the words in question, and of these words, that are looked at: more fits in no line."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line in three pieces: before, the words in question, after. Each is safe to print."""

    before: str
    marked: str
    after: str

    @property
    def line(self) -> str:
        """The line as it is printed."""
        return self.before + self.marked + self.after

    @property
    def column(self) -> int:
        """Where the words in question begin, in columns from 0."""
        return cells(self.before)

    @property
    def width(self) -> int:
        """How many columns the marks beneath take: one at least."""
        return max(cells(self.marked), 1)


def excerpt(
    text: str, note: Span, focus: Span, room: int, ascii_only: bool = False, around: Span | None = None
) -> Excerpt:
    """Give the line that shows `focus` within the note that stands at `note` in `text`, in at most `room` columns.

    A note that fits is shown whole. Else what stands before is cut at the beginning of a clause, or of a word, and
    what stands after at an end of one; what is left out is "...". Of `around`, the words that `focus` belongs to, the
    part before is kept where there is room for it.
    """
    start = min(max(focus.start, note.start), note.end)
    end = min(max(focus.end, start), note.end)
    whole = min(max(around.start, note.start), start) if around and around.covers(focus) else start
    # of a note as long as a book only what may be shown is looked at
    reached = max(note.start, start - REACH)
    stretches = ((reached, start), (start, min(end, start + REACH)), (end, min(note.end, end + REACH)))
    before, marked, after = (_shown(text[i:j], ascii_only) for i, j in stretches)
    if cells(before) + cells(marked) + cells(after) <= room:
        return Excerpt(before, marked, after)
    near = _shown(text[max(whole, reached) : start], ascii_only)
    beside = cells(marked) + min(cells(after), LEAST) + len(ELLIPSIS) + 1
    limit = min(LEFT, max(room - beside, LEAST))
    if cells(near) <= max(limit, room * 2 // 3):
        before = _last_clause(before[: len(before) - len(near)], limit - cells(near)) + near
    else:
        before = _last_clause(before, limit)
    left = room - cells(before)
    if cells(marked) > left - LEAST and cells(marked) + cells(after) > left:
        return Excerpt(before, fitting(marked, left - len(ELLIPSIS)), ELLIPSIS)
    return Excerpt(before, marked, _first_clause(after, left - cells(marked)))


def opening(text: str, note: Span, marked: Span, ascii_only: bool = False) -> Excerpt:
    """Give the beginning of the note for evidence; nothing of it is marked where `marked` does not stand in there."""
    whole = _shown(text[note.start : min(note.end, note.start + REACH)], ascii_only)
    shown = whole
    if cells(whole) > OPENING + len(ELLIPSIS) + 1:
        kept = fitting(whole, OPENING + 1)
        shown = f"{kept[: kept.rfind(' ')].rstrip(' ,;:')} {ELLIPSIS}" if " " in kept else kept + ELLIPSIS
    words = _shown(text[marked.start : min(marked.end, marked.start + REACH)], ascii_only)
    if note.covers(marked) and marked.start == note.start and words and shown.startswith(words) and words != whole:
        return Excerpt("", words, shown[len(words) :])
    return Excerpt(shown, "", "")


def focus_of(finding: Diagnostic) -> Span:
    """Give the words that the marks stand beneath: those for which the fix writes others in one place, else all."""
    edits = finding.fix.edits if finding.fix else ()
    if (
        len(edits) == 1
        and edits[0].text
        and edits[0].span.start < edits[0].span.end
        and finding.span.covers(edits[0].span)
    ):
        return edits[0].span
    return finding.span


def _shown(text: str, ascii_only: bool) -> str:
    text = one_cell(text)
    return plain_ascii(text) if ascii_only else text


def _last_clause(before: str, limit: int) -> str:
    """Cut what stands before the words in question to `limit` columns."""
    if cells(before) <= limit:
        return before
    if limit < LEAST:
        return f"{ELLIPSIS} "
    near = _ending(before, limit)
    latest = len(near) - LEAST - 1
    starts = [i + 2 for i in range(latest) if near[i : i + 2] in (", ", "; ")]
    if not starts:
        starts = [i + 1 for i in range(latest) if near[i] == " "]
    return f"{ELLIPSIS} {near[starts[0] :]}" if starts else ELLIPSIS + near


def _ending(text: str, room: int) -> str:
    """Give as much of the end of `text` as fits into `room` columns."""
    return fitting(text[::-1], room)[::-1]


def _first_clause(after: str, room: int) -> str:
    """Cut what stands after the words in question to `room` columns at most."""
    if cells(after) <= min(room, RIGHT):
        return after
    room = min(room - len(ELLIPSIS) - 1, RIGHT)
    near = fitting(after, room)
    ends = [i + 1 for i in range(LEAST // 2, len(near)) if near[i] in ",;" and after[i + 1 : i + 2] == " "]
    if not ends:
        ends = [i for i in range(1, len(near) + 1) if after[i : i + 1] == " "]
    if not ends:
        return near + ELLIPSIS
    return f"{near[: ends[-1]]} {ELLIPSIS}"
