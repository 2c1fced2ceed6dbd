"""Pages that have marks and no notes: where the notes are, and what to do about it."""

from __future__ import annotations

import re

from citelint.read.markup.labels import is_bracketed, label_of
from citelint.read.markup.pointers import Pointers, is_raised
from citelint.read.markup.tree import Tree

_SAVE = "open the page in a browser and save it as it is shown, notes and all"
_WORDPRESS = re.compile(r"<!--\s*wp:footnotes|\sdata-fn=")
_SHORTCODE = re.compile(r"\[(?:mfn|footnote|efn_note)\]|\(\(")
_FEWEST = 3
"""Fewer numbers that are raised may be anything: an exponent, an address."""


def why_elsewhere(tree: Tree, pointers: Pointers) -> str | None:
    """Say why the notes that a page without notes calls are not in it, and what to do; None where it calls none."""
    if 'rev="scalar:has_note"' in tree.text:
        return f"its notes are pages of their own (Scalar), which are not in this file: {_SAVE}"
    called = _dangling(tree, pointers)
    if called:
        many = "its mark calls a note" if len(called) == 1 else f"its {len(called)} marks call notes"
        page = next((path for path in called if path), "")
        if page:
            return f"{many} on another page ({page[:60]}): check a page that has the notes too"
        if _WORDPRESS.search(tree.text):
            return f"{many} that WordPress keeps apart from the text: {_SAVE}"
        return f"{many} that are not in this file: {_SAVE}"
    if _WORDPRESS.search(tree.text):
        return f"its notes are kept apart from the text by WordPress: {_SAVE}"
    titled = _titled(tree)
    if titled:
        return f"its {titled} notes are only shown when the pointer rests on a mark: check a version that prints them"
    raised = _raised(tree)
    if raised >= _FEWEST:
        return f"its {raised} marks call notes that are not in this file: {_SAVE}"
    return None


def dangling_marks(tree: Tree, pointers: Pointers) -> list[int]:
    """Give the links that look like marks and whose note is not in the page."""
    return [
        index
        for index, _ in pointers.dangling
        if label_of(tree.inside(index)) and (is_raised(tree, index) or is_bracketed(tree.inside(index)))
    ]


def _dangling(tree: Tree, pointers: Pointers) -> list[str]:
    """Give the page that each mark without its note leads to, "" for the same."""
    marks = set(dangling_marks(tree, pointers))
    return [
        re.sub(r"[\x00-\x1f\x7f]", "", address.partition("#")[0])
        for index, address in pointers.dangling
        if index in marks
    ]


def _titled(tree: Tree) -> int:
    """Count the raised marks that have the text of a note in an attribute."""
    return sum(
        1
        for index, element in tree.elements()
        if len(max((element.get(name) for name in ("title", "data-note", "data-content", "data-value")), key=len)) > 20
        and label_of(tree.inside(index))
        and is_raised(tree, index)
    )


def _raised(tree: Tree) -> int:
    """Count raised numbers that run on from 1."""
    expected = 1
    for index, element in tree.elements():
        if element.name == "sup" and label_of(tree.inside(index)) == str(expected):
            expected += 1
    return expected - 1
