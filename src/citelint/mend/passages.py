"""What was taken, with the words before and after."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from citelint.fix import Moved
from citelint.model.diagnostic import Edit
from citelint.model.document import Document, Note
from citelint.model.mending import Mend, Offer, Passage, Taken, Words
from citelint.model.run import FileResult
from citelint.model.span import Span


def told(old: FileResult, new: FileResult, taken: Sequence[Mend]) -> list[Taken]:
    """Give the mends that led from the result `old` to `new`, in the order of the text."""
    if not taken:
        return []
    causes = {d.group: d for d in old.diagnostics if d.is_headline}
    found = _Passages(old, new, taken)
    ordered = sorted(taken, key=lambda mend: (mend.offer.finding.span, mend.offer.finding.code))
    return [
        Taken(offer.finding, offer.safety, found.of(offer), causes.get(offer.finding.group or ""))
        for offer in (mend.offer for mend in ordered)
    ]


class _Passages:
    """Answers what offers changed, note by note."""

    def __init__(self, old: FileResult, new: FileResult, taken: Sequence[Mend]) -> None:
        self._old, self._new = old.document, new.document
        self._moved = Moved({edit for mend in taken for edit in mend.edits})
        self._note = _Notes(old.document) if old.document is not None else None

    def of(self, offer: Offer) -> tuple[Passage, ...]:
        """Give a passage for each note that an offer changes, around all its edits in that note."""
        old, new = self._old, self._new
        if old is None or new is None or self._note is None:
            return ()
        touched: dict[int, list[Edit]] = {}
        for edit in offer.edits:
            note = self._note.with_(edit.span)
            if note is not None:
                touched.setdefault(note.ordinal, []).append(edit)
        found = []
        for ordinal, edits in sorted(touched.items()):
            edits.sort(key=lambda edit: edit.span)
            start, end = edits[0].span.start, max(edit.span.end for edit in edits)
            was = Words(old.text, old.notes[ordinal].span, Span(start, end))
            moved = Span(self._moved.to(start), self._moved.to(end, behind=True))
            found.append(Passage(old.notes[ordinal].name, was, Words(new.text, new.notes[ordinal].span, moved)))
        return tuple(found)


class _Notes:
    """Finds the note that a span stands in."""

    def __init__(self, document: Document) -> None:
        self._notes = sorted(document.notes, key=lambda note: note.span)
        self._starts = [note.span.start for note in self._notes]

    def with_(self, span: Span) -> Note | None:
        """Give the first note that covers a span, None where none does: notes may touch, and be empty."""
        found = []
        index = bisect_right(self._starts, span.start) - 1
        while index >= 0 and self._notes[index].span.end >= span.start:
            if self._notes[index].span.covers(span):
                found.append(self._notes[index])
            index -= 1
        return min(found, key=lambda note: note.ordinal, default=None)
