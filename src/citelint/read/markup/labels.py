"""Labels of notes: what a mark says, and what stands at the head of a note."""

from __future__ import annotations

import re
from typing import NamedTuple

from citelint.read.markup.tree import Element, Text, Tree

AUTHOR_SIGNS = "*†‡§¶‖#"
"""The signs that call an author's note. They are no numbers and never count."""

_NAME = rf"(?P<name>[0-9]{{1,5}}[a-z]?|[{re.escape(AUTHOR_SIGNS)}]{{1,9}}|[ivxlc]{{1,8}}|[a-zA-Z])"
_LABEL = re.compile(rf"(?:fn|n|note|footnote|endnote)?\.?\s?(?P<open>[\[(]?)\s?{_NAME}\s?[\])]?[.:]?", re.IGNORECASE)
_ARROWS = re.compile(r"[\s\ufe0e\ufe0f\u200c\u2060]*[↑↩⏎⤴↵⇧⬆▲^«←][\s\ufe0e\ufe0f\u200c\u2060]*")
_HEAD = re.compile(
    rf"(?P<label>(?P<open>[\[(])\s?{_NAME}\s?[\])][.:]?|(?P<sign>[{re.escape(AUTHOR_SIGNS)}]{{1,9}})(?=\s?[^\W\d_a-z])"
    r"|(?P<bare>[0-9]{1,5})(?P<point>[.:)]?)(?=\s))[.]?\s*"
)
_HOLDS_LABELS = frozenset(("a", "b", "dt", "em", "label", "small", "span", "strong", "sup", "td"))


class Head(NamedTuple):
    """The label at the head of a note.

    `end` is where the words of the note begin in the text looked at. `sure` tells whether it can be nothing else
    (brackets, a sign); a bare number may also be a volume.
    """

    name: str
    start: int
    end: int
    sure: bool
    pointed: bool


def label_of(words: str | None) -> str | None:
    """Give the label that the words of a mark are ("[12]" gives "12"), None for what is no label."""
    if not words:
        return None
    found = _LABEL.fullmatch(_ARROWS.sub("", words).strip())
    return _plain(found["name"]) if found else None


def is_bracketed(words: str | None) -> bool:
    """Tell whether a label is in brackets."""
    return bool(words) and label_of(words) is not None and "[" in str(words)


def find_head(text: str, start: int, end: int) -> Head | None:
    """Give the label that stands at the head of `text` between `start` and `end`."""
    found = _HEAD.match(text, start, min(end, start + 200))
    if found is None:
        return None
    name = found["name"] or found["sign"] or found["bare"]
    bare = found["bare"] is not None
    return Head(_plain(name), found.start("label"), found.end(), not bare, bool(found["point"]))


def leads_with_label(tree: Tree, first: int, last: int) -> str | None:
    """Give the label that an element of its own holds at the head of the items `first` to `last`: ``<sup>12</sup>``."""
    inner = -1
    for index in range(first, min(last, first + 60)):
        item = tree.items[index]
        if isinstance(item, Element):
            inner = index
        elif tree.says(item).strip():
            break
    else:
        return None
    # the innermost element opened may have been closed again before the words
    while inner >= first and tree.element(inner).after <= index:
        inner = tree.element(inner).parent
    while inner >= first:
        element = tree.element(inner)
        label = label_of(tree.inside(inner))
        if label is not None and element.name in _HOLDS_LABELS:
            return label
        if label is None:
            return None
        inner = element.parent
    return None


def without_arrows(words: str) -> str:
    """Give the words of a link back without its arrow."""
    return _ARROWS.sub("", words).strip()


def text_at(tree: Tree, first: int, last: int, brackets: bool = True) -> bool:
    """Tell whether anything is written in the items `first` to `last`; `brackets` says that these count."""
    for index in range(first, last):
        item = tree.items[index]
        if isinstance(item, Text) and (said := tree.says(item).strip()) and (brackets or said.strip("[(")):
            return True
    return False


def _plain(name: str) -> str:
    return (name.lstrip("0") or "0") if name.isdecimal() else name
