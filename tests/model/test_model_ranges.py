"""A choice of notes as a person writes it."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.model.document import Document, Note
from citelint.model.ranges import NoteChoice
from citelint.model.source import Source
from citelint.model.span import Span

SOURCE = Source("essay.docx", "docx", "", (), (), ())


def note(ordinal: int, label: str, kind: Literal["footnotes", "endnotes"] = "footnotes", section: int = 1) -> Note:
    number = {"i": 1, "ii": 2}.get(label, int(label) if label.isdecimal() else None)
    return Note(ordinal, label, number, Span(0, 0), (), (), kind, section)


BOTH = Document(
    SOURCE,
    (
        *(note(0, "*"), note(1, "1"), note(2, "2"), note(3, "3"), note(4, "1", section=2), note(5, "2", section=2)),
        *(note(6, "i", "endnotes"), note(7, "ii", "endnotes")),
    ),
    (),
)
ENDNOTES = Document(SOURCE, (note(0, "1", "endnotes"), note(1, "2", "endnotes")), ())


@pytest.mark.parametrize(
    ("words", "document", "ordinals"),
    [
        ("2", BOTH, {2, 5}),
        ("2-3", BOTH, {2, 3, 5}),
        ("2–3", BOTH, {2, 3, 5}),
        (" 1 , 3 ", BOTH, {1, 3, 4}),
        ("2:1", BOTH, {4}),
        ("2:1-9", BOTH, {4, 5}),
        ("e:ii", BOTH, {7}),
        ("e:1-2", BOTH, {6, 7}),
        ("*", BOTH, {0}),
        ("9", BOTH, set()),
        ("1", ENDNOTES, {0}),
        ("e:2", ENDNOTES, {1}),
    ],
)
def test_a_choice_takes_the_notes_of_those_numbers(words: str, document: Document, ordinals: set[int]) -> None:
    assert NoteChoice.parse(words).of(document) == ordinals


@pytest.mark.parametrize("words", ["", ",", "5-3", "1-", "-3", "1:2:3", "a-b:c", "1..3"])
def test_what_is_no_choice_is_refused_with_a_sentence(words: str) -> None:
    with pytest.raises(ValueError, match=r"is no note|runs backwards|no note is named"):
        NoteChoice.parse(words)


@given(st.text())
def test_any_words_are_read_or_refused(words: str) -> None:
    with suppress(ValueError):
        assert NoteChoice.parse(words).of(BOTH) <= set(range(8))
