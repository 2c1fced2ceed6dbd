"""What a rule may ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pieces import NO_LINKS, piece

from citelint.config import Config
from citelint.lint import Context
from citelint.lint.numbering import head_of, notes_by_number
from citelint.lint.typefaces import touched, wholly
from citelint.model.document import Document
from citelint.model.link import Found, Links, Lost, Why
from citelint.model.source import Style, Typeface
from citelint.model.span import Span


def context_of(document: Document, links: Links = NO_LINKS, config: Config | None = None) -> Context:
    return Context(document, links, config or Config())


def test_links() -> None:
    document = piece("Id.", "Id.", "Roe, supra note 1.")
    first, second, third = document.mentions
    lost = Lost(0, Why.NOTHING_BEFORE)
    found = Found(1, None, ())  # type: ignore[arg-type]
    context = context_of(document, Links({0: lost, 1: found}, (), {}, ()))
    assert (context.link(first), context.link(second)) == (lost, found)
    assert (context.lost(first), context.lost(second), context.lost(third)) == (lost, None, None)
    assert (context.found(first), context.found(second), context.found(third)) == (None, found, None)
    assert (context.why_lost(first), context.why_lost(second)) == (Why.NOTHING_BEFORE, None)
    with pytest.raises(KeyError):
        context.link(third)


def test_numbers_are_looked_up_within_a_section() -> None:
    document = piece("a", "b", "c")
    restarted = Document(
        document.source,
        tuple(
            type(n)(n.ordinal, n.label, number, n.span, (), section=section)
            for n, number, section in zip(document.notes, (1, 2, 1), (1, 1, 2), strict=True)
        ),
        (),
    )
    context = context_of(restarted)
    one, two, other = restarted.notes
    assert context.notes_numbered(1, one) == (one,)
    assert context.notes_numbered(1, near=two) == (one,)
    assert context.notes_numbered(1, near=other) == (other,)
    assert context.notes_numbered(2, near=other) == ()
    assert context.facts(notes_by_number) is context.facts(notes_by_number)


def test_doubles_are_all_given() -> None:
    document = piece("a", "b")
    doubled = Document(document.source, tuple(type(n)(n.ordinal, "7", 7, n.span, ()) for n in document.notes), ())
    assert context_of(doubled).notes_numbered(7, doubled.notes[0]) == doubled.notes


@pytest.mark.parametrize(
    ("first", "last", "inside", "outside"),
    [(None, None, [1, 999], []), (5, None, [5, 6], [4]), (None, 9, [1, 9], [10]), (5, 9, [5, 9], [4, 10])],
)
def test_excerpt(first: int | None, last: int | None, inside: list[int], outside: list[int]) -> None:
    context = context_of(piece("a"), config=Config(first_note=first, last_note=last))
    assert all(map(context.in_excerpt, inside))
    assert not any(map(context.in_excerpt, outside))


def test_typefaces_are_unknown_in_plain_text() -> None:
    context = context_of(piece("See Roe."))
    assert context.set_in(Typeface.ITALIC, Span(4, 7)) is None
    assert context.touched_by(Typeface.ITALIC, Span(4, 7)) is None


def test_typefaces() -> None:
    #        0123456789012345
    # text: "[1] See, Roe Doe."
    italic = (Style(Span(4, 7), Typeface.ITALIC), Style(Span(7, 8), Typeface.ITALIC), Style(Span(9, 12), Typeface.BOLD))
    context = context_of(piece("See, Roe Doe.", styles=italic))
    assert context.text(Span(4, 7)) == "See"
    assert context.set_in(Typeface.ITALIC, Span(4, 8)) is True
    assert context.set_in(Typeface.ITALIC, Span(4, 9)) is True, "a blank may be set in anything"
    assert context.set_in(Typeface.ITALIC, Span(4, 10)) is False
    assert context.set_in(Typeface.BOLD, Span(9, 12)) is True
    assert context.set_in(Typeface.SMALL_CAPS, Span(9, 12)) is False
    assert context.set_in(Typeface.ITALIC, Span(7, 8)) is False, "nothing there can be said to be italic"
    assert context.touched_by(Typeface.ITALIC, Span(6, 12)) is True
    assert context.touched_by(Typeface.ITALIC, Span(8, 12)) is False


@given(
    st.text(alphabet="ab ,", min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=6),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_typefaces_agree_with_a_count_of_each_character(
    text: str, pieces: list[tuple[int, int]], start: int, length: int
) -> None:
    spans: list[Span] = []
    for begin, size in sorted(pieces):
        if not spans or begin > spans[-1].end:
            spans.append(Span(begin, begin + size))
    span = Span(min(start, len(text)), min(start + length, len(text)))
    inside = [any(s.start <= at < s.end for s in spans) for at in range(span.start, span.end)]
    letters = [set_in for at, set_in in zip(range(*span), inside, strict=True) if text[at].isalnum()]
    assert touched(spans, span) is any(inside)
    assert wholly(spans, span, text) is (bool(letters) and all(letters))


def test_a_note_is_shown_by_its_label() -> None:
    document = piece("One two three four five six seven.", "")
    context = context_of(document)
    assert context.text(head_of(document.notes[0], context)) == "[1]"
    assert context.text(head_of(document.notes[1], context)) == "[2]"
