"""Rare patterns: the plain words they wait for stand in every match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.parse import instruments, pieces
from citelint.parse.rare import Rare

RARE = [
    (name, rare) for module in (instruments, pieces) for name, rare in vars(module).items() if isinstance(rare, Rare)
]


def test_rare_patterns_are_here() -> None:
    assert {name for name, _ in RARE} >= {"TREATY", "BILL", "_HEARING"}


@pytest.mark.parametrize(("name", "rare"), RARE, ids=[name for name, _ in RARE])
@given(drawn=st.data())
def test_every_match_of_a_rare_pattern_holds_one_of_its_words(name: str, rare: Rare, drawn: st.DataObject) -> None:
    match = rare.pattern.search(drawn.draw(st.from_regex(rare.pattern)))
    assert match is None or any(word in match[0] for word in rare.words), name


@given(st.text("abTreaty HRS.5Convention"), st.sampled_from(RARE))
def test_a_rare_pattern_finds_what_the_pattern_alone_finds(text: str, named: tuple[str, Rare]) -> None:
    rare = named[1]
    found, alone = rare.search(text), rare.pattern.search(text)
    assert (found and found.span()) == (alone and alone.span())
