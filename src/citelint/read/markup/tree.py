"""A file of tags as a list: elements and stretches of text in the order of the file.

The descendants of an element are the items behind it, up to `Element.after`. So every walk is a loop, and ten thousand
elements in one another are no deeper than ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from citelint.read.markup.faces import is_unshown

NO_ATTRIBUTES: Mapping[str, str] = {}
MOST_ITEMS = 3_000_000
"""The number of items above which no file is read: a long article has some ten thousand."""


class Text(NamedTuple):
    """The characters `start` to `end` of the file; `value` is what they say where that is another thing (``&amp;``)."""

    start: int
    end: int
    value: str | None = None


class Element:
    """A tag and what it holds.

    `parent` is the index of the element around it, -1 for none; `after` the index of the first item behind it; `start`
    and `end` its place in the file, tags included. `face_until` is the index of the item at which its typeface ends:
    `after`, but for tags that cross (``<i><p></i></p>``).
    """

    __slots__ = ("after", "attributes", "end", "face_until", "name", "parent", "start")

    def __init__(self, name: str, attributes: Mapping[str, str], parent: int, start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.start = self.end = start
        self.after = self.face_until = 0

    def get(self, attribute: str) -> str:
        """Give the value of an attribute, "" where it is not set."""
        return self.attributes.get(attribute, "")

    @property
    def classes(self) -> list[str]:
        """The names in its class attribute, in small letters."""
        return self.get("class").lower().split()


@dataclass(frozen=True, slots=True)
class Tree:
    """A file as read: its text, and its items."""

    text: str
    items: list[Element | Text]

    def element(self, index: int) -> Element:
        """Give the element that stands at `index`. Raises TypeError for text."""
        item = self.items[index]
        if not isinstance(item, Element):
            raise TypeError(f"item {index} is text")
        return item

    def elements(self, first: int = 0, last: int | None = None) -> Iterator[tuple[int, Element]]:
        """Give the elements among the items `first` to `last` with their indexes."""
        items = self.items
        for index in range(first, len(items) if last is None else last):
            item = items[index]
            if isinstance(item, Element):
                yield index, item

    def above(self, index: int) -> Iterator[tuple[int, Element]]:
        """Give the elements around the one at `index`, the nearest first."""
        at = self.element(index).parent
        while at >= 0:
            item = self.element(at)
            yield at, item
            at = item.parent

    def parent_of_text(self, index: int) -> int:
        """Give the index of the element that the text at `index` stands in, -1 for none."""
        at = index - 1
        while at >= 0:
            item = self.items[at]
            if isinstance(item, Element):
                return at if item.after > index else self._outside(item.parent, index)
            at -= 1
        return -1

    def _outside(self, at: int, index: int) -> int:
        while at >= 0 and self.element(at).after <= index:
            at = self.element(at).parent
        return at

    def says(self, text: Text) -> str:
        """Give what a stretch of text says."""
        return self.text[text.start : text.end] if text.value is None else text.value

    def short_text(self, first: int, last: int, most: int = 24) -> str | None:
        """Give the text of the items `first` to `last` without blanks at its ends; None where it is longer than `most`.

        A blank counts as a character, what is not shown does not, and no more than a few dozen items are looked at.
        """
        said = ""
        index = first - 1
        while (index := index + 1) < min(last, first + 40):
            item = self.items[index]
            if isinstance(item, Text):
                if item.value is None and item.end - item.start > 4 * most:
                    if not self.text[item.start : item.end].isspace():
                        return None
                    continue
                said = (said + self.says(item)).lstrip()
                if len(said.rstrip()) > most:
                    return None
            elif is_unshown(item):
                index = item.after - 1
        return said.rstrip() if last - first <= 40 else None

    def opening(self, first: int, last: int, most: int = 24) -> str:
        """Give the first `most` characters or so that are written in the items `first` to `last`."""
        said = ""
        for item in self.items[first:last]:
            if isinstance(item, Text):
                said = (said + self.says(item)[: 4 * most]).lstrip()
                if len(said) >= most:
                    break
        return said[:most]

    def inside(self, index: int, most: int = 24) -> str | None:
        """Give the text in the element at `index`, as `short_text` does."""
        return self.short_text(index + 1, self.element(index).after, most)
