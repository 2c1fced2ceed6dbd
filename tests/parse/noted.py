"""Notes parsed for a test: each text is one note, numbered from 1, and what is found can be asked by its words."""

from __future__ import annotations

from typing import Any

from citelint.config import Config
from citelint.model.citation import Citation, Field, Mention
from citelint.model.document import Document
from citelint.model.source import Part, Segment, Source, SourceNote
from citelint.model.span import Span
from citelint.parse import parse

_FIELDS = (
    *("authors", "institution", "title", "parties", "volume", "reporter", "page", "pincite", "court", "year", "url"),
    *("aliases", "parallel", "name", "part", "text_form", "word", "note_word"),
)


def document(*texts: str) -> Document:
    """Parse notes; the text of the source is the notes, one a line."""
    spans = []
    at = 0
    for text in texts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 1
    whole = "\n".join(texts)
    notes = tuple(SourceNote(i, str(i + 1), str(i + 1), span, span) for i, span in enumerate(spans))
    every = Span(0, len(whole))
    source = Source("test.txt", "text", whole, (Part("", whole),), (Segment(every, "", every),), notes)
    return parse(source, Config())


def mentions(text: str) -> tuple[Mention, ...]:
    """Give the mentions of one note."""
    return document(text).mentions


def one(text: str) -> Any:
    """Give the only mention of one note."""
    (found,) = mentions(text)
    return found


def values(mention: Mention) -> dict[str, Any]:
    """Give what is written in the fields of a mention: for each that is there its words, or a list of words."""
    found: dict[str, Any] = {}
    for name in _FIELDS:
        value = getattr(mention, name, None)
        if isinstance(value, Field):
            found[name] = value.value
        elif isinstance(value, tuple) and value:
            found[name] = [field.value for field in value]
    if isinstance(mention, Citation):
        found["kind"] = str(mention.kind)
    return found


def words(text: str, mention: Mention) -> str:
    """Give the words that a mention of a one-note document spans."""
    return mention.span.of(text)
