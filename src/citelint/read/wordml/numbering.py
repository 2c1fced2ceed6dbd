"""The lists of a file: what is printed before their paragraphs, and how it is counted (ECMA-376, 17.9).

A ``w:num`` is what paragraphs name. It stands for a ``w:abstractNum``, which has the levels, and may override some of
them. An abstract one with ``w:numStyleLink`` takes its levels from another, by way of a numbering style.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from citelint.model.trouble import Unreadable
from citelint.read.wordml.names import OFF
from citelint.read.wordml.numberingpart import UNCLEAR, UNREAD, Abstract, Instance, Reader, Said, number_of
from citelint.read.wordml.package import Package
from citelint.read.wordml.properties import Styles

_MOST_RESTART = 7


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: how its number is written, the text round it, and where it begins.

    `text` has "%1" for the number of the first level, None where nothing is said. `start` is None where it cannot be
    known. `restart` is how many of the first levels begin this one anew: None for all that are above it, 0 for none,
    `UNCLEAR` where that cannot be known.
    `style` is the paragraph style (its id) that is set in this level. `shown` is false where the number is hidden, and
    `clear` where the level says something that is not understood.
    """

    format: str = "decimal"
    text: str | None = None
    start: int | None = None
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    shown: bool = True
    clear: bool = True


@dataclass(frozen=True, slots=True)
class NumberedList:
    """What a ``w:num`` comes to. Lists of one `key` count together.

    `levels` are by their index, from 0. `starts` are the numbers with which this list begins levels anew when it is
    first used there.
    """

    key: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def level_of(self, style: str) -> int | None:
        """Give the level that a paragraph style is set in, None where that is none, or more than one."""
        found = [place for place, level in self.levels.items() if level.style == style]
        return found[0] if len(found) == 1 else None


class Lists:
    """The lists of a file by the ids of their ``w:num``."""

    def __init__(self, reader: Reader, styles: Styles) -> None:
        self._abstracts = {id: abstract for id, abstract in reader.abstracts.items() if id not in reader.doubled}
        self._instances = {id: one for id, one in reader.instances.items() if id not in reader.doubled_instances}
        self._styles = styles
        self._known: dict[str, NumberedList | None] = {}

    def get(self, id: str) -> NumberedList | None:
        """Give the list that a paragraph names, None where the file does not say what it is."""
        if id not in self._known:
            self._known[id] = self._made(id)
        return self._known[id]

    def _made(self, id: str) -> NumberedList | None:
        instance = self._instances.get(id)
        abstract = None if instance is None else self._abstract_of(instance)
        if instance is None or abstract is None:
            return None
        levels = {place: _level(said) for place, said in abstract.said.items()}
        own = {place: _over(levels[place], _level(said)) for place, said in instance.said.items() if place in levels}
        return NumberedList(instance.abstract, levels | own, instance.starts)

    def _abstract_of(self, instance: Instance) -> Abstract | None:
        """Give what has the levels of an instance, perhaps by way of a style; None where that leads nowhere."""
        abstract = self._abstracts.get(instance.abstract)
        if abstract is not None and abstract.link is not None and not abstract.said:
            style = self._styles.by_id.get(abstract.link)
            linked = None if style is None else self._instances.get(style.list or "")
            if linked is None or linked.said or linked.starts:
                return None
            abstract = self._abstracts.get(linked.abstract)
        # a link leads to levels, and not to another link
        return abstract if abstract is not None and abstract.link is None and abstract.clear else None


def read_lists(package: Package, styles: Styles) -> Lists | None:
    """Give the lists of a file, None where it has none, or where they cannot be read."""
    reader = Reader(package.others.get("numbering", ""))
    try:
        data = package.read("numbering")
        if data is None:
            return None
        reader.read(data)
    except Unreadable:
        # without the numbers of its headings a manuscript can be checked all the same
        return None
    return Lists(reader, styles)


def _level(said: Said) -> Level:
    """Understand what is said of a level."""
    restart = None
    if "lvlRestart" in said:
        # Word takes none above 7 (MS-OI29500, 2.1.282)
        number = number_of(said["lvlRestart"])
        restart = UNCLEAR if number is None or number > _MOST_RESTART else number
    return Level(
        format=said.get("numFmt", "decimal") or "",
        text=said.get("lvlText"),
        start=number_of(said.get("start")),
        restart=restart,
        legal="isLgl" in said and (said["isLgl"] or "true") not in OFF,
        style=said.get("pStyle"),
        shown="vanish" not in said or (said["vanish"] or "true") in OFF,
        clear=UNREAD not in said,
    )


def _over(level: Level, own: Level) -> Level:
    """Give the level that an instance sets in place of one of its abstract list.

    Word passes over when such a level is begun anew, and it is not known whether it begins where it says.
    """
    unclear = own.restart is not None or level.restart is not None
    return replace(
        own,
        start=level.start if own.start in (None, level.start) else None,
        restart=UNCLEAR if unclear else None,
    )
