"""Our loop over the table against Lark's own driver: the same tokens at the same places come out of both."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree

from citelint.parse import drive
from citelint.parse.drive import Row, read_row, unmatched_brackets
from citelint.parse.grammar import grammar_text
from citelint.parse.names import RETYPED
from citelint.parse.table import automaton

NOTES = [
    "Id. at 5.",
    "See Miranda v. Arizona, 384 U.S. 436, 444 n.5 (1966); Cohen, supra note 3, at 12–13 & n.4. The rule is old.",
    "Hart v. Quill Inv. Co., 512 F.3d 1021, 1030 (9th Cir. 2008) (en banc) (quoting Ames v. Boyle, 1 F.2d 3 (1930)).",
    "Roberta Cohen & Tomas van der Berg, Short Forms: A Theory, 90 Yale L.J. 1, 12–13 (1981) [hereinafter Cohen].",
    "42 U.S.C. §§ 1983, 1988(b) (2018); U.S. Const. art. III, § 2, cl. 1; Fed. R. Civ. P. 12(b)(6).",
    "Jonah Weir, Keys, N.Y. Times (Mar. 14, 2019), https://nyt.example/a/b.html [https://perma.cc/4H83-GCEJ].",
    "The court asked why. “It was,” she said, “an old rule.” See id. § 4; infra notes 4–6 and accompanying text.",
    "Compare Moss et al., supra note 12, with Rourke v. Dale, No. 17-cv-4512, 2018 WL 4177776, at *12 (N.D. Cal.).",
    "An open ( bracket and a closed ] one; 84 Fed. Reg. 2,100, 2,105 (2019) (to be codified at 28 C.F.R. pt. 16).",
    "Cal. Penal Code § 187 (West 2019). But cf. Marbury v. Madison, 5 U.S. (1 Cranch) 137, 177 (1803), rev’d on other "
    "grounds, 6 U.S. 1 (1804); see infra Part II.A, supra text accompanying note 9, supra n.12, supra note __.",
    "He paid $1,200.50 (in May 2017), i.e., 12% more; Smith & Co., Ltd. v. U.S. Dep’t of Just., 3 F. Supp. 2d 4.",
    "",
    "   ",
    "…",
]


@cache
def lark() -> Lark:
    """Give Lark's own parser; what it gives stands in the order of the text, nothing is left out."""
    return Lark(
        grammar_text(),
        parser="lalr",
        lexer="contextual",
        start="note",
        keep_all_tokens=True,
        lexer_callbacks=dict.fromkeys(RETYPED, retyped),
    )


NOTE = {"text": ""}


def retyped(token: Token) -> Token:
    """Look a token up, as our loop does."""
    text = NOTE["text"]
    first, last = token.start_pos, token.end_pos
    assert first is not None
    assert last is not None
    if first in unmatched_brackets(text, 0, len(text)):
        return Token.new_borrow_pos("OTHER", token, token)
    return Token.new_borrow_pos(RETYPED[token.type](text, first, last, len(text)), token, token)


def leaves(part: Any) -> list[tuple[str, int, int]]:
    """Give the tokens of what our loop made; it keeps no brackets, but where they stood."""
    if isinstance(part, Row):
        return [leaf for inner in part for leaf in leaves(inner)]
    name, first, last = part[:3]
    if len(part) == 3:
        return [(name, first, last)]
    if name in ("parenthesis", "bracket"):
        left, right = ("LPAR", "RPAR") if name == "parenthesis" else ("LBRACK", "RBRACK")
        return [(left, first, first + 1), *leaves(part[3]), (right, last - 1, last)]
    return [leaf for inner in part[3] for leaf in leaves(inner)]


def lark_leaves(tree: Tree[Token]) -> list[tuple[str, int, int | None]]:
    """Give the tokens of Lark's tree, blanks before them left out: our loop skips blanks before it looks."""
    tokens = tree.scan_values(lambda value: isinstance(value, Token))
    return [(t.type, (t.end_pos or 0) - len(t.lstrip()), t.end_pos) for t in tokens]


def rules(part: Any) -> list[str]:
    """Give the names of the rules that our loop used, those of rows and inlined ones left out, in order."""
    if isinstance(part, Row):
        return [name for inner in part for name in rules(inner)]
    return [] if len(part) == 3 else [part[0], *(n for inner in part[3] for n in rules(inner))]


def lark_rules(tree: Tree[Token]) -> list[str]:
    """Give the names of the rules in Lark's tree, those of rows left out, in order."""
    found = [] if tree.data == "note" else [str(tree.data)]
    return found + [name for child in tree.children if isinstance(child, Tree) for name in lark_rules(child)]


@pytest.mark.parametrize("note", NOTES, ids=range(len(NOTES)))
def test_the_same_tokens_and_rules_as_larks_own_driver(note: str) -> None:
    NOTE["text"] = note
    row = read_row(automaton(), note, 0, len(note))
    assert not [part for part in row if part[0] == "UNPARSED"]
    tree = lark().parse(note)
    assert leaves(row) == lark_leaves(tree)
    assert rules(row) == lark_rules(tree)


def test_a_note_is_read_the_same_wherever_it_stands() -> None:
    for note in NOTES:
        moved = read_row(automaton(), f"[^1]: {note}\n", 6, 6 + len(note))
        alone = read_row(automaton(), note, 0, len(note))
        assert [(n, a - 6, b - 6) for n, a, b in leaves(moved)] == leaves(alone)


@given(st.text('()[]“”"ab ;', max_size=40))
def test_text_with_even_brackets_has_no_loose_ones(text: str) -> None:
    if drive._EVEN.fullmatch(text):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(drive, "_EVEN", re.compile(r"(?!)"))
            assert drive.unmatched_brackets(text, 0, len(text)) == set()
