"""What a terminal may begin with: never is a character left out that a match begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citelint.parse.grammar import Table, build_table
from citelint.parse.heads import BEYOND, heads_of

WORDS = (
    "See Id. at 5, 384 U.S. (1 Cranch) 436 n.4; §§ 1983, art. III; supra notes 4–6 and accompanying text. “Old,” "
    "[hereinafter Cohen] (9th Cir. 2008) aff’d, 2d Cong. quoting infra Part II.A, E.g., 12–13 & n.4, available at "
    "https://a.example/b ¶ 4 GDPR art. 17, U.S. Const. art. I, Fed. R. Civ. P. 12, __, xx, pmbl. cmt. a, app. § 2, "
    "May 3, 2010, at A1, in The Doors"
).split(" ")


@cache
def table() -> Table:
    return build_table()


def may_begin(heads: Sequence[Sequence[str]], words: str) -> bool:
    """Tell whether a match may begin with the first two characters of some words."""
    first, *behind = (c if c.isascii() else BEYOND for c in words[:2])
    return any(first in firsts and (not behind or behind[0] in seconds) for firsts, seconds in heads)


@pytest.mark.parametrize(
    ("pattern", "heads"),
    [
        ("abc", [("a", "b")]),
        ("a?b*+cf|d{2,3}e", [("ab", "bc"), ("c", "f"), ("d", "d")]),
        ("a{2}", [("a", "a")]),
        ("(?<=x)(?!y)zz", [("z", "z")]),
        ("(?P<name>[a-c])d", [("abc", "d")]),
        ("(?>a|b)c", [("ab", "c")]),
        ("§é", [(BEYOND, BEYOND)]),
        ("[x§](?:y|z)?[q]", [("x" + BEYOND, "qyz")]),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, heads: list[tuple[str, str]]) -> None:
    assert sorted(heads_of(pattern)) == heads


@pytest.mark.parametrize("pattern", ["a?", "(?:a|b*)c{0,3}", ".", "[^\\W_]", "(?i:a)", "(?=a)", "\\D", r"(a?)\1"])
def test_what_may_be_empty_or_is_not_known_may_begin_with_anything(pattern: str) -> None:
    heads = heads_of(pattern)
    assert all(may_begin(heads, first + second) for first in "aZ1 §" for second in "bY2 ¶")


def test_behind_one_character_alone_may_stand_anything() -> None:
    assert may_begin(heads_of("ab?"), "az")
    assert not may_begin(heads_of("ab?"), "ba")


def test_a_set_turned_round_leaves_out_what_it_names() -> None:
    heads = heads_of(r"[^\d“x]")
    assert not any(may_begin(heads, first) for first in "x0123456789")
    assert may_begin(heads, "y")
    assert may_begin(heads, "”")


@settings(deadline=None)  # the table is built in the first run
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=6).map(" ".join))
def test_no_terminal_matches_where_it_may_not_begin(text: str) -> None:
    for name, pattern in table()["patterns"].items():
        for match in re.finditer(f"(?=(?:{pattern}))", text):
            assert may_begin(table()["heads"][name], text[match.start() :]), name
