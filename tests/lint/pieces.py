"""Documents made by hand, so that the engine is tested apart from the stages before it."""

from __future__ import annotations

from collections.abc import Sequence

from citelint.model.citation import Field, Id, Mention, Supra
from citelint.model.document import Document, Note
from citelint.model.link import Links
from citelint.model.source import Part, Segment, Source, SourceNote, Style
from citelint.model.span import Span

NO_LINKS = Links({}, (), {}, ())


def piece(*notes: str, sections: Sequence[int] = (), styles: tuple[Style, ...] | None = None) -> Document:
    """Make a document of note texts numbered from 1. "Id." and "X, supra" in them become mentions."""
    text, read, understood = "", [], []
    mentions: list[Mention] = []
    for ordinal, words in enumerate(notes):
        label = str(ordinal + 1)
        start = len(text) + len(label) + 3
        span = Span(start, start + len(words))
        origin = Span(len(text), span.end)
        text += f"[{label}] {words}\n"
        section = sections[ordinal] if sections else 1
        mine = _mentions(words, ordinal, start, len(mentions))
        mentions += mine
        read.append(SourceNote(ordinal, label, label, span, origin, section=section))
        understood.append(Note(ordinal, label, ordinal + 1, span, tuple(mine), section=section))
    everything = Span(0, len(text))
    source = Source(
        "essay.txt",
        "text",
        text,
        (Part("", text),),
        (Segment(everything, "", everything),),
        tuple(read),
        styles=styles,
    )
    return Document(source, tuple(understood), tuple(mentions))


def _mentions(words: str, note: int, start: int, index: int) -> list[Mention]:
    found: list[Mention] = []
    for clause in words.rstrip(".").split("; "):
        at = start + words.index(clause)
        if clause.startswith("Id"):
            span = Span(at, at + 2)
            found.append(Id(index=index + len(found), note=note, span=span, word=Field(span, "Id")))
        elif "supra" in clause:
            name, word = clause.split(", supra")[0], at + clause.index("supra")
            found.append(
                Supra(
                    index=index + len(found),
                    note=note,
                    span=Span(at, at + len(clause)),
                    word=Field(Span(word, word + 5), "supra"),
                    name=Field(Span(at, at + len(name)), name),
                )
            )
    return found
