"""The walk over the elements of a part: what is gone through, what is passed over, and which view is read.

Only elements that have a handler mean anything. All others are gone through, so that text in a content control, a
smart tag or a hyperlink is read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citelint.model.word import Bytes, Change, View
from citelint.read.wordml.markup import DEEPEST, Attributes, Markup, parser_of, run, too_deep
from citelint.read.wordml.names import COMPATIBILITY, MATH, MATH_STRICT, WORDS, value

Handler = Callable[[Attributes], None]
Ending = Callable[[], None]
Handlers = tuple[dict[str, Handler], dict[str, Ending]]

_TAG_END = re.compile(rb"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>")
_PREFIX = re.compile(rb"<([^\s:/>]+:)")
_CONTAINERS = ("hyperlink", "smartTag", "sdtContent", "customXml", "dir", "bdo")
_PASSED_OVER = (
    *("rPrChange", "pPrChange", "sectPrChange", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rt"),
    *("ffData", "fldData", "numberingChange"),
)
_IN_VIEW = {"final": ("ins", "moveTo"), "original": ("del", "moveFrom")}
_OUT_OF_VIEW = {"final": ("del", "moveFrom"), "original": ("ins", "moveTo")}


class Walk:
    """One walk over one part.

    `root` is the local name of its root element, "" where that is none of Word's; `prefix` that of the root with its
    colon, and `namespace` the name of its namespace. `within` are the local names of the elements between the
    paragraph and this place, outermost first, as far as they matter to a writer; `changes` are the tracked changes of
    this view, and `change` is the index of the innermost one.
    """

    def __init__(self, markup: Markup, part: str, view: View) -> None:
        self.data = markup.data
        self.recoded = markup.recoded
        self.part = part
        self.root = self.prefix = self.namespace = ""
        self.view: View = view
        self.within: tuple[str, ...] = ()
        self.changes: list[Change] = []
        self.change: int | None = None
        self.parser = parser_of(part)
        self._depth = self._skipped = 0
        self._chosen: list[bool] = []
        self._outer_changes: list[int | None] = []
        self._starts: dict[str, Handler] = {}
        self._ends: dict[str, Ending] = {}

    def walk(self) -> None:
        """Walk. Raises `citelint.model.trouble.Unreadable` for a part that is damaged or nested too deep."""
        starts, ends = self.handlers()
        for namespace in WORDS:
            self._starts.update((namespace + name, handler) for name, handler in starts.items())
            self._ends.update((namespace + name, handler) for name, handler in ends.items())
        for namespace in (MATH, MATH_STRICT):
            self._starts.update((namespace + name, starts[name]) for name in ("r", "t"))
            self._ends.update((namespace + name, ends[name]) for name in ("r", "t"))
        self._starts[f"{COMPATIBILITY}AlternateContent"] = lambda _: self._chosen.append(False)
        self._starts[f"{COMPATIBILITY}Choice"] = self._start_choice
        self._starts[f"{COMPATIBILITY}Fallback"] = self._start_choice
        self._ends[f"{COMPATIBILITY}AlternateContent"] = self._end_alternatives
        self.parser.StartElementHandler = self._start_root
        self.parser.EndElementHandler = self._end
        run(self.parser, self.data, self.part)

    def handlers(self) -> Handlers:
        """Give what to call at the start and at the end of Word's elements, by local name."""
        starts: dict[str, Handler] = {name: self._container(name) for name in _CONTAINERS}
        ends: dict[str, Ending] = dict.fromkeys(_CONTAINERS, self.end_container)
        starts.update(dict.fromkeys(_PASSED_OVER, self.skip))
        starts.update((name, self._start_change(name)) for name in _IN_VIEW[self.view])
        ends.update(dict.fromkeys(_IN_VIEW[self.view], self._end_change))
        starts.update(dict.fromkeys(_OUT_OF_VIEW[self.view], self._start_change_out_of_view))
        return starts, ends

    def _start_root(self, name: str, attributes: Attributes) -> None:
        namespace, _, root = name.rpartition("}")
        if f"{namespace}}}" in WORDS:
            self.root, self.namespace = root, namespace
            match = _PREFIX.match(self.data, self.here())
            self.prefix = match[1].decode() if match else ""
        self.parser.StartElementHandler = self._start
        self._start(name, attributes)

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise too_deep(self.part)
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        handler = self._ends.get(name)
        if handler is not None:
            handler()

    # --- places

    def here(self) -> int:
        """Give the byte at which the tag that is handled begins."""
        return self.parser.CurrentByteIndex

    def tag_end(self, position: int) -> int:
        """Give the end of the tag that begins at a byte."""
        match = _TAG_END.match(self.data, position)
        return match.end() if match else len(self.data)

    # --- what is passed over

    def skip(self, attributes: Attributes) -> None:
        """Pass over the element that has just begun, with all that is in it."""
        self._skipped = 1
        self.parser.StartElementHandler = self._start_skipped
        self.parser.EndElementHandler = self._end_skipped

    def _start_skipped(self, name: str, attributes: Attributes) -> None:
        self._skipped += 1
        if self._depth + self._skipped > DEEPEST:
            raise too_deep(self.part)

    def _end_skipped(self, name: str) -> None:
        self._skipped -= 1
        if not self._skipped:
            self._depth -= 1
            self.parser.StartElementHandler = self._start
            self.parser.EndElementHandler = self._end

    def _start_choice(self, attributes: Attributes) -> None:
        """Read the first of several ways to say the same: a text box is written twice."""
        if self._chosen and self._chosen[-1]:
            self.skip(attributes)
        elif self._chosen:
            self._chosen[-1] = True

    def _end_alternatives(self) -> None:
        self._chosen.pop()

    # --- what text stands in

    def _container(self, name: str) -> Handler:
        def start(_: Attributes) -> None:
            self.within = (*self.within, name)

        return start

    def start_container(self, name: str) -> None:
        """Note that text stands in an element from here on."""
        self.within = (*self.within, name)

    def end_container(self) -> None:
        """Note that the innermost element that text stands in has ended."""
        self.within = self.within[:-1]

    def _start_change(self, name: str) -> Handler:
        def start(attributes: Attributes) -> None:
            self._outer_changes.append(self.change)
            self.within = (*self.within, name)
            if self.in_properties:
                self.mark_changed(in_view=True)
                return
            byte = self.here()
            self.change = len(self.changes)
            self.changes.append(Change(name, value(attributes, "author") or "", Bytes(byte, byte)))

        return start

    def _end_change(self) -> None:
        if self.change is not None and self.change != self._outer_changes[-1]:
            kind, author, place = self.changes[self.change]
            self.changes[self.change] = Change(kind, author, Bytes(place.start, self.tag_end(self.here())))
        self.change = self._outer_changes.pop()
        self.end_container()

    def _start_change_out_of_view(self, attributes: Attributes) -> None:
        if self.in_properties:
            self.mark_changed(in_view=False)
        self.skip(attributes)

    @property
    def in_properties(self) -> bool:
        """Tell whether a change here is one of a paragraph's end, and not of text."""
        return False

    def mark_changed(self, in_view: bool) -> None:
        """Take notice that the end of the paragraph is changed; `in_view` tells that it is there in this view."""
