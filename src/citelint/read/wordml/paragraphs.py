"""The paragraphs of a part: where they are, which are headings, and text boxes among them."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.span import Span
from citelint.model.word import Bytes, Paragraph, View
from citelint.read.wordml.listed import Listed, level_index, list_id
from citelint.read.wordml.markup import Attributes, Markup
from citelint.read.wordml.names import is_on, value
from citelint.read.wordml.properties import Styles
from citelint.read.wordml.settings import Numberings
from citelint.read.wordml.walking import Handlers, Walk
from citelint.read.wordml.weave import Weave


@dataclass(slots=True)
class OpenParagraph:
    """The paragraph that is open: where it begins in the text and in the bytes, its style, its own outline level.

    `goes` tells that its end is none in this view: the next one goes on with it. `section` is set where it is the last
    of a section. `list` and `list_level` are the list that it names and the index of its level there. `sure` is false
    where it is not known whether that holds, `hidden` tells that its end is hidden. `listed` is set when its place in a
    list is noted.
    """

    start: int
    byte: int
    style: str | None = None
    level: int | None = None
    goes: bool = False
    section: Numberings | None = None
    list: str | None = None
    list_level: int | None = None
    sure: bool = True
    hidden: bool = False
    listed: bool = False


class Paragraphs(Walk):
    """A walk that makes the text paragraph by paragraph: of each its characters and a line break.

    `headings` are the indexes of paragraphs that are headings, with their level from 1. `listed` are those that may
    stand in a list, in order, where `counts` says that somebody wants to count them.
    """

    counts = False

    def __init__(self, markup: Markup, part: str, styles: Styles, view: View) -> None:
        super().__init__(markup, part, view)
        self.styles = styles
        self.weave = Weave()
        self.paragraphs: list[Paragraph] = []
        self.headings: list[tuple[int, int]] = []
        self.listed: list[Listed] = []
        self.paragraph = OpenParagraph(0, 0)
        self._in_properties = self._in_list_properties = False
        self._joined: OpenParagraph | None = None
        self._hosts: list[OpenParagraph] = []

    def handlers(self) -> Handlers:
        """Add those of paragraphs."""
        starts, ends = super().handlers()
        starts |= {
            "p": self._start_paragraph,
            "pPr": self._start_properties,
            "pStyle": self._style,
            "outlineLvl": self._outline_level,
            "numPr": self._start_list,
            "numId": self._list,
            "ilvl": self._list_level,
            "specVanish": self._special,
            "txbxContent": self.start_box,
        }
        ends |= {"p": self._end_paragraph, "pPr": self._end_properties, "txbxContent": self.end_box}
        ends |= {"numPr": self._end_list}
        return starts, ends

    @property
    def in_properties(self) -> bool:
        """Tell whether this is within the properties of a paragraph."""
        return self._in_properties

    def mark_changed(self, in_view: bool) -> None:
        """Note whether the end of the paragraph, or its number, is there in this view."""
        if not self._in_list_properties:
            self.paragraph.goes = not in_view
        elif not in_view:
            self.paragraph.sure = False

    def _start_paragraph(self, attributes: Attributes) -> None:
        joined, self._joined = self._joined, None
        paragraph = self.paragraph = joined or OpenParagraph(self.weave.length, self.here())
        paragraph.goes, paragraph.section = False, None
        if joined is None:
            return
        if self.weave.length > paragraph.start:
            # of which of the two it is the number that stays, nobody knows
            paragraph.sure = False
            if self.counts:
                self._note_list(paragraph)
        else:
            # nothing is left of it: the next one is what it says itself
            paragraph.style = paragraph.level = None
        paragraph.list = paragraph.list_level = None
        paragraph.hidden = paragraph.listed = False

    def _end_paragraph(self) -> None:
        paragraph = self.paragraph
        if paragraph.goes:
            self._joined = paragraph
            return
        self._close(paragraph, self.tag_end(self.here()))
        self.paragraph_ended(paragraph)

    def _close(self, paragraph: OpenParagraph, byte: int) -> None:
        level = paragraph.level if paragraph.level is not None else self.styles.level_of(paragraph.style)
        if level is not None and level <= 9 and self.weave.length > paragraph.start:
            self.headings.append((len(self.paragraphs), level))
        if self.counts and (self.styles.lists or paragraph.list is not None):
            self._note_list(paragraph)
        self.paragraphs.append(Paragraph(Span(paragraph.start, self.weave.length), Bytes(paragraph.byte, byte)))
        self.weave.end_paragraph()
        # text behind the end of a paragraph and before the next one is none of either
        paragraph.start = self.weave.length

    def _note_list(self, paragraph: OpenParagraph) -> None:
        """Note the list that a paragraph stands in. One that a text box divides is counted once."""
        style = self.styles.list_of(paragraph.style)
        if paragraph.listed or (paragraph.list is None and style is None):
            return
        paragraph.listed = True
        end, hidden = self.weave.length, self.weave.hidden
        # what is hidden as a whole is not counted, and a break of sections may or may not be
        empty = end == paragraph.start and (paragraph.section is not None or (hidden and hidden[-1].at == end))
        sure = paragraph.sure and not paragraph.hidden and not empty
        self.listed.append(
            Listed(len(self.paragraphs), paragraph.list, paragraph.list_level, style, sure, bool(self._hosts))
        )

    def paragraph_ended(self, paragraph: OpenParagraph) -> None:
        """Take notice of the end of a paragraph."""

    def close_joined(self) -> None:
        """End a paragraph that was to go on in the next one, where there is none."""
        if self._joined is not None:
            self._close(self._joined, self.here())
            self._joined = None

    def _start_properties(self, attributes: Attributes) -> None:
        self._in_properties = True

    def _end_properties(self) -> None:
        self._in_properties = False

    def _style(self, attributes: Attributes) -> None:
        if self._in_properties:
            self.paragraph.style = value(attributes, "val")

    def _outline_level(self, attributes: Attributes) -> None:
        said = value(attributes, "val") or ""
        if self._in_properties and said.isascii() and said.isdigit() and len(said) < 3:
            self.paragraph.level = int(said) + 1

    def _start_list(self, attributes: Attributes) -> None:
        self._in_list_properties = self._in_properties

    def _end_list(self) -> None:
        self._in_list_properties = False

    def _list(self, attributes: Attributes) -> None:
        if self._in_properties:
            self.paragraph.list = list_id(value(attributes, "val"))

    def _list_level(self, attributes: Attributes) -> None:
        if self._in_properties:
            self.paragraph.list_level = level_index(value(attributes, "val"))

    def hide_end(self, attributes: Attributes) -> None:
        """Take notice that the end of the paragraph is hidden."""
        self.paragraph.hidden = is_on(attributes)

    def _special(self, attributes: Attributes) -> None:
        # the next paragraph stands in the same line: that is no hidden paragraph
        if self._in_properties:
            self.paragraph.hidden = False

    def start_box(self, attributes: Attributes) -> None:
        """Begin a text box: its paragraphs stand inside of another one, which goes on behind them."""
        if self.weave.length > self.paragraph.start:
            self._close(self.paragraph, self.here())
        self._hosts.append(self.paragraph)

    def end_box(self) -> None:
        """End a text box."""
        self.close_joined()
        if self._hosts:
            self.paragraph = self._hosts.pop()
            self.paragraph.start = self.weave.length
