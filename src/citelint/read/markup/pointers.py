"""Which element of a page points at which."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from citelint.read.markup.nesting import BLOCKS
from citelint.read.markup.tree import Element, Tree

_BY_ID = ("aria-describedby", "aria-controls", "aria-details", "popovertarget")
_FAR = 64
"""How far up a block is looked for: nobody puts more tags than this around a mark."""


class Pointer(NamedTuple):
    """The element at `source` points at the one at `target`."""

    source: int
    target: int


class Pointers:
    """The pointers of a page in the order of their sources, and the links that lead to nothing in it."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._ids = _ids(tree)
        self.all: list[Pointer] = []
        self.dangling: list[tuple[int, str]] = []
        """Links whose place is not in the page: the element and its address."""
        for index, element in tree.elements():
            if not element.attributes:
                continue
            targets = [self._ids.get(element.get(name).strip().lstrip("#"), -1) for name in _BY_ID]
            href = element.get("href").strip() if element.name == "a" else ""
            fragment = href.partition("#")[2]
            if fragment:
                # the path of a saved page leads anywhere; where the place is here, here is meant
                there = self._place(fragment)
                targets.insert(0, there)
                if there < 0:
                    self.dangling.append((index, href))
            target = next((target for target in targets if target >= 0 and target != index), -1)
            if target >= 0:
                self.all.append(Pointer(index, target))
        self._sources = [pointer.source for pointer in self.all]

    def within(self, first: int, last: int) -> list[Pointer]:
        """Give the pointers whose source is among the items `first` to `last`."""
        return self.all[bisect_left(self._sources, first) : bisect_left(self._sources, last)]

    def block_of(self, index: int) -> int:
        """Give the nearest block around an element, or the element itself where it is one."""
        at = index
        for _ in range(_FAR):
            element = self._tree.element(at)
            if element.name in BLOCKS or element.parent < 0:
                return at
            at = element.parent
        return index

    def _place(self, fragment: str) -> int:
        found = self._ids.get(fragment)
        if found is None and "%" in fragment:
            from urllib.parse import unquote

            found = self._ids.get(unquote(fragment))
        return -1 if found is None else found


def _ids(tree: Tree) -> dict[str, int]:
    ids: dict[str, int] = {}
    for index, element in tree.elements():
        if element.attributes:
            for name in ("id", "xml:id", "name") if element.name == "a" else ("id", "xml:id"):
                value = element.get(name)
                if value:
                    ids.setdefault(value, index)
    return ids


def is_raised(tree: Tree, index: int) -> bool:
    """Tell whether a link is a mark by its look: raised, in brackets, or called a reference to a note."""
    element = tree.element(index)
    around = [element]
    for _, outer in tree.above(index):
        if outer.name in BLOCKS or len(around) > 4:
            break
        around.append(outer)
    if any(one.name == "sup" or _is_called_mark(one) for one in around):
        return True
    return any(item.name == "sup" for _, item in tree.elements(index + 1, min(element.after, index + 6)))


def _is_called_mark(element: Element) -> bool:
    if not element.attributes:
        return False
    if "data-footnote-ref" in element.attributes or element.get("rel") == "footnote":
        return True
    words = f"{element.get('role')} {element.get('epub:type')} {element.get('class')} {element.get('style')}".lower()
    return any(
        word in words for word in ("noteref", "footnote", "endnote", "note-ref", "fnref", "vertical-align:super")
    )
