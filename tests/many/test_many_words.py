"""Sentences about a manuscript, written down without its words."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.many.words import CannotTell, Words, read

TEXT = "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2018)."

letters = st.text(alphabet="abAB éß'’-,.1 \n", max_size=60)


def test_a_word_of_the_manuscript_is_a_place_in_it() -> None:
    told = Words(TEXT).tell("Ellison is cited in full in note 3")
    assert "Ellison" not in json.dumps(told)
    assert told[0] == [5, 12]
    assert read(told, TEXT) == "Ellison is cited in full in note 3"


def test_a_word_in_another_case_is_one_too() -> None:
    told = Words(TEXT).tell("ELLISON or dockets")
    assert not re.search("ellison|dockets", json.dumps(told), re.IGNORECASE)
    assert read(told, TEXT) == "ELLISON or dockets"


def test_a_word_in_no_such_form_is_not_told() -> None:
    with pytest.raises(CannotTell):
        Words(TEXT).tell("eLLison")


@given(letters, letters)
def test_what_is_told_is_read_back_and_holds_no_word(sentence: str, text: str) -> None:
    try:
        told = Words(text).tell(sentence)
    except CannotTell:
        return
    assert read(told, text) == sentence
    kept = [told] if isinstance(told, str) else [piece for piece in told if isinstance(piece, str)]
    known = {word.lower() for word in re.findall(r"\w+", text) if not word.isdigit()}
    assert not known & {word.lower() for piece in kept for word in re.findall(r"\w+", piece)}
