"""Reading the part that defines numbering: what is said of each list, as it is said."""

from __future__ import annotations

from collections.abc import Callable

from citelint.read.wordml.listed import NO_LEVEL, level_index, list_id
from citelint.read.wordml.markup import DEEPEST, Attributes, markup_of, parser_of, run, too_deep
from citelint.read.wordml.names import COMPATIBILITY, OFF, WORDS, local, value

UNCLEAR = -1
"""Where a number is said that is none."""

_Handler = Callable[[Attributes], None]
_TOLD = ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "lvlText")
_LARGEST = 32767

Said = dict[str, str | None]
"""What the elements of a level say, by their names."""
UNREAD = "?"
"""Stands among what a level says where something in it is not understood."""


class Abstract:
    """A ``w:abstractNum``: what its levels say, the style that it takes them from, and whether it is understood."""

    __slots__ = ("clear", "link", "said")

    def __init__(self) -> None:
        self.said: dict[int, Said] = {}
        self.link: str | None = None
        self.clear = True


class Instance:
    """A ``w:num``: its abstract one, the levels that it overrides, and the numbers that it begins them with."""

    __slots__ = ("abstract", "said", "starts")

    def __init__(self) -> None:
        self.abstract = ""
        self.starts: dict[int, int] = {}
        self.said: dict[int, Said] = {}


class Reader:
    """Takes the lists out of their part. Where an id is given twice, nobody knows which is meant.

    Most of the part are looks, which are gone over as fast as can be. What a level says is kept as it is said, and
    understood when it is asked for.
    """

    def __init__(self, part: str) -> None:
        self.abstracts: dict[str, Abstract] = {}
        self.instances: dict[str, Instance] = {}
        self.doubled: set[str] = set()
        self.doubled_instances: set[str] = set()
        self._part = part
        self._depth = 0
        self._abstract: Abstract | None = None
        self._instance: Instance | None = None
        self._said: Said | None = None
        self._place = NO_LEVEL
        starts: dict[str, _Handler] = {
            "abstractNum": self._start_abstract,
            "num": self._start_instance,
            "lvl": self._start_level,
            "lvlOverride": self._start_override,
            "startOverride": self._start_number,
            "numStyleLink": self._link,
            "abstractNumId": self._refer,
            "vanish": self._vanish,
        }
        starts |= {name: self._tell(name) for name in _TOLD}
        self._starts = {namespace + name: handler for namespace in WORDS for name, handler in starts.items()}
        self._starts[f"{COMPATIBILITY}AlternateContent"] = self._choose

    def read(self, data: bytes) -> None:
        """Read the part. Raises `citelint.model.trouble.Unreadable` where it is damaged, or nested too deep."""
        parser = parser_of(self._part)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        run(parser, markup_of(data, self._part).data, self._part)

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        handler = self._starts.get(name)
        if handler is not None:
            handler(attributes)
        elif self._depth > DEEPEST:
            raise too_deep(self._part)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._depth == 1:
            self._abstract = self._instance = self._said = None
        elif self._said is not None and self._depth == self._level_depth - 1:
            self._said = None

    @property
    def _level_depth(self) -> int:
        return 3 if self._instance is None else 4

    def _start_abstract(self, attributes: Attributes) -> None:
        if self._depth != 2:
            return
        id = list_id(value(attributes, "abstractNumId")) or ""
        if id in self.abstracts:
            self.doubled.add(id)
        self._abstract = self.abstracts[id] = Abstract()
        for name, said in attributes.items():
            if local(name) == "restartNumberingAfterBreak" and said not in OFF:
                # where sections break is not looked at
                self._abstract.clear = False

    def _start_instance(self, attributes: Attributes) -> None:
        if self._depth == 2:
            id = list_id(value(attributes, "numId")) or ""
            if id in self.instances:
                self.doubled_instances.add(id)
            self._instance = self.instances[id] = Instance()
            self._place = NO_LEVEL

    def _start_override(self, attributes: Attributes) -> None:
        if self._depth == 3 and self._instance is not None:
            self._place = _index(attributes)

    def _start_number(self, attributes: Attributes) -> None:
        if self._depth == 4 and self._instance is not None and self._place != NO_LEVEL:
            start = number_of(value(attributes, "val"))
            self._instance.starts[self._place] = UNCLEAR if start is None else start

    def _start_level(self, attributes: Attributes) -> None:
        if self._depth != self._level_depth:
            return
        of = self._abstract or self._instance
        place = _index(attributes) if self._instance is None else self._place
        if of is not None and place != NO_LEVEL:
            self._said = {UNREAD: None} if place in of.said else {}
            of.said[place] = self._said

    def _link(self, attributes: Attributes) -> None:
        if self._depth == 3 and self._abstract is not None:
            self._abstract.link = value(attributes, "val") or ""

    def _refer(self, attributes: Attributes) -> None:
        if self._depth == 3 and self._instance is not None:
            self._instance.abstract = list_id(value(attributes, "val")) or ""

    def _tell(self, name: str) -> _Handler:
        def handle(attributes: Attributes) -> None:
            if self._said is not None and self._depth == self._level_depth + 1:
                self._said[name] = value(attributes, "val")
                if name == "numFmt" and value(attributes, "format") is not None:
                    self._said[UNREAD] = None

        return handle

    def _vanish(self, attributes: Attributes) -> None:
        if self._said is not None and self._depth == self._level_depth + 2:
            self._said["vanish"] = value(attributes, "val")

    def _choose(self, attributes: Attributes) -> None:
        if self._said is not None:
            # a format of its own, or what another program is to take for it
            self._said[UNREAD] = None


def _index(attributes: Attributes) -> int:
    place = level_index(value(attributes, "ilvl"))
    return NO_LEVEL if place is None else place


def number_of(text: str | None) -> int | None:
    """Give a number that is said, None where it is none or none that Word counts to."""
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > 6:
        return None
    number = int(text)
    return number if number <= _LARGEST else None
