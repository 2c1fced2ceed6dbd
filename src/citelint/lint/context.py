"""What a rule may ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from citelint.config import Config
from citelint.lint.numbering import notes_by_number
from citelint.lint.typefaces import stretches, touched, wholly
from citelint.model.citation import Mention
from citelint.model.document import Document, Note
from citelint.model.link import Found, Link, Links, Lost, Why
from citelint.model.source import Source, Typeface
from citelint.model.span import Span

T = TypeVar("T")
NONE: Mapping[tuple[str, int], tuple[Span, ...]] = {}
"""No place that a house rule was found at: they are kept by code and ordinal of the note."""


class Context:
    """One document under its settings, and the answers to what rules ask of it.

    Rules keep no state: what several of them need, or what is dear, is a question here. `facts` answers those that
    only some rules have.
    """

    __slots__ = ("_facts", "config", "document", "house", "links", "source")

    def __init__(
        self, document: Document, links: Links, config: Config, house: Mapping[tuple[str, int], tuple[Span, ...]] = NONE
    ) -> None:
        self.document = document
        self.house = house
        self.links = links
        self.config = config
        self.source: Source = document.source
        self._facts: dict[Callable[[Context], object], object] = {}

    def facts(self, function: Callable[[Context], T]) -> T:
        """Give ``function(self)``, worked out once for each document, however many rules ask."""
        if function not in self._facts:
            self._facts[function] = function(self)
        return self._facts[function]  # type: ignore[return-value]  # each function's own result

    def text(self, span: Span) -> str:
        """Give the words that stand in a span."""
        return self.source.text[span.start : span.end]

    def unbroken(self, span: Span) -> bool:
        """Tell whether a span stands in the file as it stands in the text, with no markup between its characters."""
        origin = self.source.origin(span)[1]
        return origin.end - origin.start == span.end - span.start

    # --- references

    def link(self, reference: Mention) -> Link:
        """Give what the resolver says of a reference. Raises KeyError for a mention that is no reference."""
        return self.links.by_reference[reference.index]

    def found(self, reference: Mention) -> Found | None:
        """Give the link of a reference that was found, None for one that is lost."""
        link = self.links.by_reference.get(reference.index)
        return link if isinstance(link, Found) else None

    def lost(self, reference: Mention) -> Lost | None:
        """Give the link of a reference that is lost, None for one that was found."""
        link = self.links.by_reference.get(reference.index)
        return link if isinstance(link, Lost) else None

    def why_lost(self, reference: Mention) -> Why | None:
        """Tell why a reference is lost, None where it is not."""
        lost = self.lost(reference)
        return None if lost is None else lost.why

    # --- notes

    def note(self, ordinal: int) -> Note:
        """Give the note with that ordinal."""
        return self.document.notes[ordinal]

    def note_of(self, mention: Mention) -> Note:
        """Give the note that a mention stands in."""
        return self.document.notes[mention.note]

    def notes_numbered(self, number: int, near: Note) -> tuple[Note, ...]:
        """Give the notes with that printed number in the apparatus and section of `near`: none, one, or doubles."""
        return self.facts(notes_by_number).get((near.apparatus, near.section, number), ())

    def in_excerpt(self, number: int) -> bool:
        """Tell whether a printed number lies in what is checked: outside an excerpt it is unknown, not wrong."""
        first, last = self.config.first_note, self.config.last_note
        return (first is None or number >= first) and (last is None or number <= last)

    # --- typefaces

    def set_in(self, typeface: Typeface, span: Span) -> bool | None:
        """Tell whether all letters and digits of a span are set in a typeface; None where the format cannot say."""
        if self.source.styles is None:
            return None
        return wholly(self.facts(stretches).get(typeface, ()), span, self.source.text)

    def touched_by(self, typeface: Typeface, span: Span) -> bool | None:
        """Tell whether any of a span is set in a typeface; None where the format cannot say."""
        if self.source.styles is None:
            return None
        return touched(self.facts(stretches).get(typeface, ()), span)
