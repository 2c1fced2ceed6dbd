"""From the place that a mark points at to the whole of its note."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from citelint.read.markup.labels import label_of, text_at, without_arrows
from citelint.read.markup.nesting import BLOCKS
from citelint.read.markup.pointers import Pointers
from citelint.read.markup.tree import Element, Text, Tree

_MAY_HOLD_ONE = frozenset(("aside", "blockquote", "dd", "div", "li", "section", "span", "td", "tr"))
_GOES_ON = frozenset(("blockquote", "div", "ol", "p", "pre", "table", "ul"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "hr"))
_NEVER = frozenset(("article", "body", "html", "main", *_HEADINGS))


class Extents:
    """Finds the extent of notes: what is around a target, and holds no other target and no mark."""

    def __init__(self, tree: Tree, pointers: Pointers, targets: Iterable[int], marks: Iterable[int]) -> None:
        self._tree = tree
        self._pointers = pointers
        self._targets = sorted(set(targets))
        self._marks = sorted(set(marks))

    def of(self, target: int) -> tuple[int, int] | None:
        """Give the first item of the note at `target` and the first behind it, None where no note can be there."""
        element = self._tree.element(target)
        at = target
        if element.name not in BLOCKS and self._is_hollow(target):
            at = self._pointers.block_of(target)
        # a cell or a term that holds the label alone
        while self._is_hollow(at) and self._tree.element(at).name in ("td", "p"):
            parent = self._tree.element(at).parent
            if parent < 0 or not self._is_alone(parent):
                break
            at = parent
        if self._tree.element(at).name in _NEVER:
            return None
        at = self._widened(at)
        return at, self._with_description(at)

    def _widened(self, at: int) -> int:
        """Take in what is around a note's first block and holds nothing else."""
        for _ in range(8):
            parent = self._tree.element(at).parent
            if parent < 0 or self._tree.element(parent).name not in _MAY_HOLD_ONE:
                return at
            if self._tree.element(at).name not in BLOCKS and self._tree.element(parent).name in BLOCKS:
                return at
            if not self._is_alone(parent) or text_at(self._tree, parent + 1, at):
                return at
            at = parent
        return at

    def _is_alone(self, index: int) -> bool:
        after = self._tree.element(index).after
        marks = bisect_left(self._marks, after) - bisect_left(self._marks, index)
        return not marks and bisect_left(self._targets, after) - bisect_left(self._targets, index) <= 1

    def _is_hollow(self, index: int) -> bool:
        """Tell whether an element has no words but a label or an arrow."""
        words = self._tree.inside(index, 12)
        return words is not None and (not without_arrows(words) or label_of(words) is not None)

    def _with_description(self, at: int) -> int:
        """Give the end of a note that is a term (``<dt>``), its description included."""
        element = self._tree.element(at)
        last = element.after
        if element.name == "dt":
            while (following := next_element(self._tree, last)) is not None:
                if self._tree.element(following).name != "dd" or self._tree.element(following).parent != element.parent:
                    break
                last = self._tree.element(following).after
        return last


def go_on(tree: Tree, first: int, last: int, until: int) -> int:
    """Give the end of a note of several blocks: all up to the next note, which is its sibling and begins at `until`.

    Where a heading or the like stands between, or bare text, the note ends at `last`.
    """
    at = last
    parent = tree.element(first).parent
    while at < until:
        item = tree.items[at]
        if isinstance(item, Text):
            if tree.says(item).strip():
                return last
            at += 1
        elif item.parent == parent and item.name in _GOES_ON:
            at = item.after
        elif item.name == "br":
            at += 1
        else:
            return last
    return until if at == until else last


def next_element(tree: Tree, at: int) -> int | None:
    """Give the element at `at`, blanks before it passed over; None where there is text or nothing."""
    items = tree.items
    while at < len(items):
        item = items[at]
        if isinstance(item, Element):
            return at
        if tree.says(item).strip():
            return None
        at += 1
    return None
