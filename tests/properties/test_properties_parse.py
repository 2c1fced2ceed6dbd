"""Whatever stands in a note: every position is inside it, and every part says what stands at its position."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from effort import effort
from hypothesis import example, given
from hypothesis import strategies as st
from texts import notes

from citelint.config import Config
from citelint.model.citation import (
    Citation,
    CrossReference,
    Field,
    Hereinafter,
    Id,
    Mention,
    NoteNumber,
    Parenthetical,
    Role,
    Short,
    Supra,
)
from citelint.model.document import Document, Note
from citelint.model.source import Part, Segment, Source, SourceNote
from citelint.model.span import Span
from citelint.parse import parse

BLANKS = " \t\r\n\u00a0"
KINDS = (Citation, CrossReference, Id, Short, Supra)


def document(texts: list[str]) -> Document:
    """Parse notes of a list, `[1] ...` one a line."""
    spans = []
    whole = ""
    for number, text in enumerate(texts, 1):
        whole += f"[{number}] "
        spans.append(Span(len(whole), len(whole) + len(text)))
        whole += text + "\n"
    every = Span(0, len(whole))
    listed = tuple(SourceNote(i, str(i + 1), str(i + 1), span, span) for i, span in enumerate(spans))
    source = Source("a.txt", "text", whole, (Part("", whole),), (Segment(every, "", every),), listed)
    return parse(source, Config())


def parts(value: object) -> Iterator[Field | NoteNumber | Hereinafter | Parenthetical]:
    """Give everything with a position that a mention or a part of one holds."""
    for slot in type(value).__dataclass_fields__:  # type: ignore[attr-defined]
        held = getattr(value, slot)
        for one in held if type(held) is tuple else (held,):
            if isinstance(one, Field | NoteNumber | Hereinafter | Parenthetical):
                yield one
                if isinstance(one, Hereinafter):
                    yield from parts(one)


def check_mention(mention: Mention, note: Note, text: str) -> None:
    assert mention.note == note.ordinal
    assert isinstance(mention, KINDS)
    assert note.span.start <= mention.span.start < mention.span.end <= note.span.end
    words = mention.span.of(text)
    assert words == words.strip(BLANKS)
    for part in parts(mention):
        assert note.span.start <= part.span.start <= part.span.end <= note.span.end
        if isinstance(part, Field | NoteNumber):
            written = part.span.of(text)
            assert part.value == (written.rstrip() if part is getattr(mention, "text_form", None) else written)
            assert part.value == part.value.strip(BLANKS)
        if part is not mention.signal:
            assert mention.span.covers(part.span), part
    for parenthetical in mention.parentheticals:
        assert parenthetical.span.of(text)[0] == "("
    assert all(a.span.end <= b.span.start for a, b in pairwise(mention.parentheticals))
    if mention.signal is not None:
        assert mention.signal.span.end <= mention.span.start
    if isinstance(mention, Supra | CrossReference):
        for number in mention.numbers:
            assert number.last is None or number.first is not None


def check_place(mention: Mention, all_of_them: tuple[Mention, ...]) -> None:
    if mention.within is None:
        assert mention.role in (Role.TOP, Role.PARENTHETICAL, Role.QUOTED)
        return
    host = all_of_them[mention.within]
    assert mention.role is not Role.TOP
    assert host.index < mention.index
    assert host.note == mention.note
    assert host.span.start <= mention.span.start
    if mention.role is Role.PARENTHETICAL:
        assert host.span.covers(mention.span) or host.span.end <= mention.span.start


def check_document(found: Document) -> None:
    text = found.text
    assert [m.index for m in found.mentions] == list(range(len(found.mentions)))
    assert [m for note in found.notes for m in note.mentions] == list(found.mentions)
    for note in found.notes:
        for mention in note.mentions:
            check_mention(mention, note, text)
            check_place(mention, found.mentions)
        top = [m for m in note.mentions if m.role is Role.TOP]
        assert all(a.span.end <= b.span.start for a, b in pairwise(top))
        assert [m.string for m in top] == sorted(m.string for m in top)
        for span in note.unparsed:
            assert note.span.start <= span.start < span.end <= note.span.end
        assert all(a.end <= b.start for a, b in pairwise(sorted(note.unparsed)))


@given(st.lists(notes, min_size=1, max_size=4))
@effort(300)
@example(["See Cohen, supra note 3, at 4 (quoting Moss, supra note 5 (citing Ames v. Boyle, 1 U.S. 2 (1990)))."])
@example(["Ames v. Boyle, 1 U.S. 2 (1990), aff’d, 3 U.S. 4 (1991) (quoting Cobb v. Drew, 5 U.S. 6 (1980))."])
@example(
    ["Hearing on Dockets Before the S. Comm. on Rules, 112th Cong. 7 (2012) (statement of Mary B. Vale, Counsel)."]
)
@example(["(", ")", "[", "“", "", "(((" * 20, "1 U.S. 2, 3 U.S. 4, 5 U.S. "])
def test_every_part_stands_where_it_says(texts: list[str]) -> None:
    check_document(document(texts))


def test_the_words_of_accompanying_text_stand_where_they_say() -> None:
    found = document(["See text accompanying note 4."])
    (reference,) = found.mentions
    assert isinstance(reference, CrossReference)
    assert reference.text_form is not None
    assert reference.text_form.span.of(found.text) == reference.text_form.value


def test_history_stands_inside_its_case_or_behind_it() -> None:
    found = document(["Cohen, supra note 3, at 12. aff’d, 3 U.S. 4 (1991). (hereinafter “Moss”);"])
    host, history = found.mentions
    assert host.span.covers(history.span) or host.span.end <= history.span.start


def test_a_name_does_not_begin_inside_a_bracket() -> None:
    inner = "Roberta Cohen, Short Forms, 90 Yale L.J. 1, 12 (1981); Cohen, supra note 3, at 12"
    found = document([f"[hereinafter Cohen] ({inner}) Roberta Cohen, Short Forms, 90 Yale L.J. 1, 12 (1981);"])
    starts = [m.span.start for m in found.mentions]
    assert starts == sorted(starts)


@given(notes)
@effort(100)
def test_a_note_is_read_the_same_wherever_it_stands(text: str) -> None:
    first, second = document([text]), document(["Ames v. Boyle, 1 U.S. 2 (1990); see", text])
    alone = [(type(m), m.span.of(first.text), m.role) for m in first.mentions]
    behind = [(type(m), m.span.of(second.text), m.role) for m in second.notes[1].mentions]
    assert alone == behind
