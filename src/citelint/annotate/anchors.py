"""Where in the body a comment stands: round the mark of its note, or round the run of its words."""

from __future__ import annotations

import re
from typing import NamedTuple

from citelint.model.diagnostic import Diagnostic
from citelint.model.source import Source
from citelint.model.word import WordFile


class Anchor(NamedTuple):
    """Places between runs of the body: the first byte of what is commented on, and the byte behind it."""

    start: int
    end: int


class Anchors:
    """Answers where comments about a source stand."""

    def __init__(self, source: Source, word: WordFile) -> None:
        self._source = source
        self._body = word.body
        self._boxes: list[tuple[int, int]] | None = None
        self._of_note: dict[int, Anchor] = {}
        for mark in word.body.marks:
            if mark.note is not None:
                self._of_note.setdefault(mark.note, Anchor(mark.run.start, mark.end))

    def _is_boxed(self, byte: int) -> bool:
        """Tell whether a place of the body is in a text box."""
        if self._boxes is None:
            box = re.compile(rb"<(/?)" + re.escape(self._body.prefix.encode()) + rb"txbxContent\b")
            self._boxes = [(m.start(), -1 if m[1] else 1) for m in box.finditer(self._body.data)]
        return sum(step for place, step in self._boxes if place < byte) > 0

    def of(self, finding: Diagnostic) -> Anchor | None:
        """Give the place of a finding: of a headline that of its first member; None where the body has no run."""
        note = min(finding.members) if finding.members else finding.note
        if note is not None and note in self._of_note:
            return self._of_note[note]
        if note is None and (run := self._run_at(finding)) is not None:
            return run
        # what is said of the whole piece is said at its first mark
        first = min(self._of_note, default=None)
        return None if first is None else self._of_note[first]

    def _run_at(self, finding: Diagnostic) -> Anchor | None:
        """Give the place of the run of the body with the first word, but not in a text box: Word shows none there."""
        if not finding.span.of(self._source.text):
            return None
        part, place = self._source.origin(finding.span)
        if part != self._body.name:
            return None
        for piece in self._body.pieces_of(place):
            run = self._body.runs[piece.run]
            paragraph = self._body.paragraphs[run.paragraph].bytes
            name = self._body.prefix.encode() + b"r"
            opened = self._body.data[run.bytes.start + 1 : run.bytes.start + 1 + len(name)]
            if opened != name or not paragraph.start < run.bytes.start < run.bytes.end <= paragraph.end:
                return None
            if self._is_boxed(run.bytes.start):
                return None
            # a mark with its sign is not cut in two
            for mark in self._body.marks:
                if mark.run.start < run.bytes.end and run.bytes.start < mark.end:
                    return Anchor(min(mark.run.start, run.bytes.start), max(mark.end, run.bytes.end))
            return Anchor(run.bytes.start, run.bytes.end)
        return None
