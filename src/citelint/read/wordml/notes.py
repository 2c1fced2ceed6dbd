"""A part of notes: the text of each by its id. Separators are told apart by their type, never by their id."""

from __future__ import annotations

from citelint.model.span import Span
from citelint.model.word import Bytes, View, WordNote
from citelint.read.wordml.marks import Bookmarks
from citelint.read.wordml.markup import Attributes, Markup
from citelint.read.wordml.names import value
from citelint.read.wordml.properties import Styles
from citelint.read.wordml.runs import Runs
from citelint.read.wordml.walking import Handlers

_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Notes(Runs):
    """A walk over a part of notes. Of two notes of one id the first counts."""

    def __init__(self, markup: Markup, part: str, styles: Styles, view: View) -> None:
        super().__init__(markup, part, styles, view)
        self.notes: list[WordNote] = []
        self.bookmarks = Bookmarks()
        self._note: tuple[str, int, int] | None = None

    def handlers(self) -> Handlers:
        """Add those of notes."""
        starts, ends = super().handlers()
        starts |= {"bookmarkStart": self._start_bookmark, "bookmarkEnd": self._end_bookmark}
        starts |= dict.fromkeys(("footnote", "endnote"), self._start_note)
        ends |= dict.fromkeys(("footnote", "endnote"), self._end_note)
        return starts, ends

    def _start_note(self, attributes: Attributes) -> None:
        if value(attributes, "type") in _NO_NOTES:
            self.skip(attributes)
            return
        self._note = (value(attributes, "id") or "", self.weave.length, self.here())

    def _end_note(self) -> None:
        self.close_joined()
        end = self.tag_end(self.here())
        self.fields.end_all(self.weave.length, end)
        if self._note is not None:
            id, start, byte = self._note
            self.notes.append(WordNote(id, Span(start, self.weave.length), Bytes(byte, end)))
            self._note = None

    def _start_bookmark(self, attributes: Attributes) -> None:
        self.bookmarks.begin(value(attributes, "id") or "", value(attributes, "name") or "", 0)

    def _end_bookmark(self, attributes: Attributes) -> None:
        self.bookmarks.end(value(attributes, "id") or "", 0)
