"""Tags to a tree, with the end tags that people leave out, as a browser understands them.

A small part of the HTML Standard's tree construction (13.2.6): ``<p>``, ``<li>``, cells and the like are closed by what
cannot stand in them, an end tag without its start is passed over, and of tags that cross each other the typeface ends
where it should while the blocks stay whole.
"""

from __future__ import annotations

from collections.abc import Iterable

from citelint.model.trouble import Unreadable
from citelint.read.markup.tags import Sort, Tag, cut
from citelint.read.markup.tree import MOST_ITEMS, Element, Text, Tree

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul".split()
)
"""The elements that break the line before and behind them."""

_CLOSES_P = BLOCKS - frozenset("body caption html legend tbody td tfoot th thead tr".split())
_WALLS = ("caption", "html", "object", "table", "td", "template", "th")
_CLOSED_BY = {
    "li": (("li",), ("ol", "ul", "menu")),
    "dd": (("dd", "dt"), ("dl",)),
    "dt": (("dd", "dt"), ("dl",)),
    "td": (("td", "th"), ("tr",)),
    "th": (("td", "th"), ("tr",)),
    "tr": (("tr",), ("table",)),
    "tbody": (("tbody", "thead", "tfoot"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot"), ("table",)),
    "option": (("option",), ("select",)),
}


def read_page(text: str, xml: bool) -> Tree:
    """Give the tree of a page. `xml` says that it is XHTML: "/>" closes a tag, and CDATA is text.

    Raises `Unreadable` for more tags than any essay has.
    """
    return Tree(text, _Nest(xml).grow(cut(text, xml), len(text)))


class _Nest:
    def __init__(self, xml: bool) -> None:
        self._xml = xml
        self._items: list[Element | Text] = []
        self._open: list[int] = []
        # for each name the depths at which it is open, and those of all blocks
        self._depths: dict[str, list[int]] = {}
        self._blocks: list[int] = []

    def grow(self, tokens: Iterable[Tag | Text], length: int) -> list[Element | Text]:
        items = self._items
        for token in tokens:
            if len(items) > MOST_ITEMS:
                raise Unreadable(f"more than {MOST_ITEMS} tags: this is no essay")
            if isinstance(token, Text):
                items.append(token)
            elif token.sort is Sort.CLOSE:
                self._close(token)
            elif token.sort is not Sort.COMMENT:
                self._start(token)
        self._pop_to(0, length)
        return items

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in _CLOSES_P and self._depth("p") > self._wall():
            self._pop_to(self._depth("p"), tag.start)
        if name in _CLOSED_BY:
            closed, walls = _CLOSED_BY[name]
            depth = max(map(self._depth, closed))
            if depth > max(self._wall() if name in ("li", "dd", "dt") else -1, *map(self._depth, walls)):
                self._pop_to(depth, tag.start)
        elif name == "a" and self._depth("a") > self._wall():
            self._end(name, tag.start, tag.start)
        element = Element(name, tag.attributes, self._open[-1] if self._open else -1, tag.start)
        element.end = tag.end
        self._items.append(element)
        element.after = element.face_until = len(self._items)
        if name in VOID or (self._xml and tag.sort is Sort.EMPTY):
            return
        depth = len(self._open)
        self._depths.setdefault(name, []).append(depth)
        if name in BLOCKS:
            self._blocks.append(depth)
        self._open.append(len(self._items) - 1)
        # still open: no item behind it is known yet
        element.face_until = -1

    def _close(self, tag: Tag) -> None:
        if tag.name == "br":
            self._start(tag._replace(sort=Sort.OPEN))
        else:
            self._end(tag.name, tag.start, tag.end)

    def _end(self, name: str, start: int, end: int) -> None:
        depth = self._depth(name)
        if depth < 0 or depth < self._wall() or (name == "li" and depth < self._lists()):
            return
        if name not in BLOCKS and self._blocks and self._blocks[-1] > depth:
            # it crosses a block: the typeface ends here, the element with what is around it
            self._depths[name].pop()
            crossed = self._items[self._open[depth]]
            assert isinstance(crossed, Element)
            crossed.face_until = len(self._items)
            return
        self._pop_to(depth + 1, start)
        self._pop_to(depth, end)

    def _depth(self, name: str) -> int:
        """Give the depth at which `name` is open, the innermost, or -1."""
        depths = self._depths.get(name)
        return depths[-1] if depths else -1

    def _wall(self) -> int:
        """Give the depth of the innermost cell or table, beyond which no tag closes anything."""
        return max(map(self._depth, _WALLS))

    def _lists(self) -> int:
        return max(self._depth("ol"), self._depth("ul"))

    def _pop_to(self, depth: int, end: int) -> None:
        while len(self._open) > depth:
            element = self._items[self._open.pop()]
            assert isinstance(element, Element)
            element.after = len(self._items)
            element.end = end
            if element.face_until < 0:
                element.face_until = element.after
            here = len(self._open)
            depths = self._depths[element.name]
            if depths and depths[-1] == here:
                depths.pop()
            if self._blocks and self._blocks[-1] == here:
                self._blocks.pop()
