"""From a place in the text as people read it to its place in the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from citelint.model.diagnostic import Edit
from citelint.model.mending import Splice
from citelint.model.source import Segment, Source, SourceNote
from citelint.model.span import Span

LABEL = "it would change a note's label or mark"
NOT_IN_FILE = "its words do not stand in the file as they are printed"


class Place(NamedTuple):
    """The changes that an edit asks for, and others that do as well (or none); `trouble` says why there are none."""

    splices: tuple[Splice, ...] = ()
    otherwise: tuple[Splice, ...] = ()
    trouble: str = ""


class Places:
    """Answers where in its parts an edit of a source goes."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._segments = sorted((*source.segments, *source.spelled), key=lambda segment: segment.span)
        self._notes = sorted((note for note in source.notes), key=lambda note: note.span)
        self._starts = [note.span.start for note in self._notes]
        self._marks = sorted(marker.span for marker in source.markers)
        self._set = {style.span.start for style in source.styles or ()}

    def of(self, edit: Edit) -> Place:
        """Give the place of an edit.

        The letters are changed where they stand and the markup between them stays. There is no place for an edit that
        touches a label or a mark, or words that the reader made and no file holds.
        """
        edit = self.exact(edit)
        if not self._is_text(edit.span):
            return Place(trouble=LABEL)
        return self._insertion(edit) if edit.span.start == edit.span.end else self._replacement(edit)

    def exact(self, edit: Edit) -> Edit:
        """Give the edit that is made: over words that markup runs through, the least that does.

        Words that stand together are replaced as they are given: a name in italics grows in italics.
        """
        index = bisect_right(self._segments, edit.span.start, key=lambda s: s.span.start) - 1
        if index >= 0 and self._segments[index].span.covers(edit.span):
            return edit
        return edit.least(edit.span.of(self._source.text))

    def _note(self, span: Span) -> SourceNote | None:
        index = bisect_right(self._starts, span.start) - 1
        while index >= 0 and self._notes[index].span.start == self._notes[index].span.end != span.end:
            index -= 1  # an empty note may stand where another begins
        return self._notes[index] if index >= 0 and self._notes[index].span.covers(span) else None

    def _is_text(self, span: Span) -> bool:
        """Tell whether the span is in the text of a note, or in the body and in none of its marks."""
        if self._note(span) is not None:
            return True
        index = bisect_left(self._marks, span) - 1
        near = self._marks[max(index, 0) : index + 2]
        body = any(stretch.covers(span) for stretch in self._source.body)
        return body and not any(mark.overlaps(span) or mark.start < span.start < mark.end for mark in near)

    def _replacement(self, edit: Edit) -> Place:
        pieces: list[tuple[str, Span]] = []
        at = edit.span.start
        index = max(bisect_right(self._segments, at, key=lambda s: s.span.start) - 1, 0)
        while at < edit.span.end:
            segment = self._segments[index] if index < len(self._segments) else None
            if segment is None or not segment.span.start <= at < segment.span.end:
                return Place(trouble=NOT_IN_FILE)
            end = min(edit.span.end, segment.span.end)
            if _is_spelled(segment) and segment.span != (at, end):
                return Place(trouble=NOT_IN_FILE)
            origin = Span(self._origin(segment, at), self._origin(segment, end))
            if pieces and pieces[-1] == (segment.part, Span(pieces[-1][1].start, origin.start)):
                origin = Span(pieces.pop()[1].start, origin.end)
            pieces.append((segment.part, origin))
            at, index = end, index + 1
        removed = [Splice(part, span, "") for part, span in pieces]
        apart = (removed[0]._replace(text=edit.text), *removed[1:])
        if len(pieces) == 1 or pieces[0][0] != pieces[-1][0]:
            return Place(apart)
        # what is taken out takes the markup between its letters along, unless that belongs to others too
        whole = (Splice(pieces[0][0], Span(pieces[0][1].start, pieces[-1][1].end), edit.text),)
        return Place(apart, whole) if edit.text else Place(whole, apart)

    def _origin(self, segment: Segment, position: int) -> int:
        if position == segment.span.end:
            return segment.origin.end
        return segment.origin.start + position - segment.span.start

    def _insertion(self, edit: Edit) -> Place:
        at = edit.span.start
        index = bisect_right(self._segments, at, key=lambda s: s.span.start) - 1
        behind = self._segments[index] if index >= 0 else None
        if behind is not None and behind.span.start < at < behind.span.end:
            if _is_spelled(behind):
                return Place(trouble=NOT_IN_FILE)
            return Place((self._inserted(edit, behind.part, self._origin(behind, at)),))
        if behind is not None and behind.span.start == at:
            following = behind
            ahead = self._segments[index - 1] if index else None
        else:
            following, ahead = None, behind
        places = []
        if ahead is not None and ahead.span.end == at:
            places.append(self._inserted(edit, ahead.part, ahead.origin.end))
        if following is not None:
            places.append(self._inserted(edit, following.part, following.origin.start))
        elif places and ahead is not None:
            places.append(self._inserted(edit, ahead.part, self._end_of_note(edit.span, ahead)))
        if not places:
            return Place(trouble=NOT_IN_FILE)
        if at not in self._set:
            places.reverse()  # outside of the markup that ends here, but not inside of one that begins
        return Place((places[0],), (places[1],) if len(set(places)) > 1 else ())

    def _inserted(self, edit: Edit, part: str, at: int) -> Splice:
        return Splice(part, Span(at, at), edit.text)

    def _end_of_note(self, span: Span, segment: Segment) -> int:
        """Give the place behind the markup that ends a note, for an edit at its end; else the end of the segment."""
        note = self._note(span)
        text = next((part.text for part in self._source.parts if part.name == segment.part), "")
        start = segment.origin.end
        if note is None or note.span.end != span.end or note.origin.end <= start:
            return start
        return start + len(text[start : note.origin.end].rstrip())


def _is_spelled(segment: Segment) -> bool:
    """Tell whether the file spells these words otherwise: only all of them can be changed."""
    return segment.span.end - segment.span.start != segment.origin.end - segment.origin.start
