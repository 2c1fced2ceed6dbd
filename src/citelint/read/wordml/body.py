"""The body: its text, the marks that call notes, the bookmarks round them, and the sections that number them."""

from __future__ import annotations

from citelint.model.source import Apparatus
from citelint.model.word import Bytes, View
from citelint.read.wordml.comments import Commented
from citelint.read.wordml.marks import Bookmarks, Mark
from citelint.read.wordml.markup import Attributes, Markup
from citelint.read.wordml.names import OFF, value
from citelint.read.wordml.paragraphs import OpenParagraph
from citelint.read.wordml.properties import Styles
from citelint.read.wordml.runs import OpenRun, Runs
from citelint.read.wordml.settings import APPARATUS, Numbering, Numberings
from citelint.read.wordml.walking import Handler, Handlers


class Body(Runs):
    """A walk over the body. `sections` are in order, and every mark says to which it belongs."""

    counts = True

    def __init__(self, markup: Markup, part: str, styles: Styles, view: View) -> None:
        super().__init__(markup, part, styles, view)
        self.marks: list[Mark] = []
        self.bookmarks = Bookmarks()
        self.sections: list[Numberings] = []
        self.commented = Commented()
        self._section: Numberings | None = None
        self._of: Apparatus | None = None
        self._in_run: list[Mark] = []
        self._unsigned: Mark | None = None

    def handlers(self) -> Handlers:
        """Add those of marks, bookmarks and sections."""
        starts, ends = super().handlers()
        starts |= {
            "footnoteReference": self._reference("footnotes"),
            "endnoteReference": self._reference("endnotes"),
            "bookmarkStart": self._start_bookmark,
            "bookmarkEnd": self._end_bookmark,
            "sectPr": self._start_section,
            "commentRangeStart": lambda told: self.commented.begin(value(told, "id") or "", len(self.marks)),
            "commentReference": lambda told: self.commented.refer(value(told, "id") or "", len(self.marks)),
        }
        starts |= {name: self._start_numbering(apparatus) for name, apparatus in APPARATUS.items()}
        starts |= {name: self._numbering(name) for name in ("numFmt", "numStart", "numRestart")}
        ends |= {"sectPr": self._end_section}
        ends |= dict.fromkeys(APPARATUS, self._end_numbering)
        return starts, ends

    # --- marks

    def _reference(self, apparatus: Apparatus) -> Handler:
        def handle(attributes: Attributes) -> None:
            if self.look().hidden:
                # Word prints neither the mark nor the note, and does not count it
                return
            byte = self.here()
            mark = Mark(
                apparatus,
                value(attributes, "id") or "",
                len(self.sections),
                self.weave.length,
                Bytes(byte, self.tag_end(byte)),
                self.within,
                self.change,
                len(self.paragraphs),
                sign_end=self.weave.length,
                run=Bytes(byte, byte),
            )
            self.marks.append(mark)
            self._in_run.append(mark)
            self._unsigned = None
            if (value(attributes, "customMarkFollows") or "0") not in OFF:
                mark.custom = ""
                self._unsigned = mark

        return handle

    def text_added(self, text: str, start: int, label: str | None) -> None:
        """Give the text behind a custom reference to its mark."""
        mark = self._unsigned
        if mark is not None and text.strip():
            mark.take(text, start, label)
            self._unsigned = None
            if mark not in self._in_run:
                self._in_run.append(mark)

    def run_ended(self, run: OpenRun, place: Bytes) -> None:
        """Tell the marks of a run where it ends."""
        for mark in self._in_run:
            if not mark.end:
                mark.run = place
            mark.end = place.end
        self._in_run.clear()

    # --- bookmarks

    def _start_bookmark(self, attributes: Attributes) -> None:
        self.bookmarks.begin(value(attributes, "id") or "", value(attributes, "name") or "", len(self.marks))

    def _end_bookmark(self, attributes: Attributes) -> None:
        self.bookmarks.end(value(attributes, "id") or "", len(self.marks))

    # --- sections

    def _start_section(self, attributes: Attributes) -> None:
        self._section = {"footnotes": Numbering(), "endnotes": Numbering()}

    def _end_section(self) -> None:
        section, self._section = self._section, None
        if section is None:
            return
        if self.in_properties:
            self.paragraph.section = section
        else:
            self.close_joined()
            self.sections.append(section)

    def paragraph_ended(self, paragraph: OpenParagraph) -> None:
        """End a section with its last paragraph, and give up a custom mark that has no sign."""
        self._unsigned = None
        if paragraph.section is not None:
            self.sections.append(paragraph.section)

    def _start_numbering(self, apparatus: Apparatus) -> Handler:
        def handle(_: Attributes) -> None:
            self._of = apparatus

        return handle

    def _end_numbering(self) -> None:
        self._of = None

    def _numbering(self, element: str) -> Handler:
        def handle(attributes: Attributes) -> None:
            if self._section is not None and self._of is not None:
                self._section[self._of] = self._section[self._of].told(element, attributes)

        return handle
