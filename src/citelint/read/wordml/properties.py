"""What a run looks like: which of its properties are set where, and what they come to.

A toggle property (italic, bold, small capitals, hidden) that is set on the run itself holds as it is set. Where only
styles set it, a character style on a paragraph style that both set it take each other away (ECMA-376, 17.7.3). Within a
chain of styles based on one another the nearest one that says anything counts. An underline is no toggle: the nearest
one counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from citelint.model.source import Typeface
from citelint.read.wordml.listed import StyleList
from citelint.read.wordml.names import is_on, local, value

Property = Literal["i", "b", "smallCaps", "vanish", "u"]

PROPERTIES: tuple[Property, ...] = ("i", "b", "smallCaps", "vanish", "u")
TOGGLES: tuple[Property, ...] = PROPERTIES[:4]
TYPEFACES: dict[Property, Typeface] = {
    "i": Typeface.ITALIC,
    "b": Typeface.BOLD,
    "smallCaps": Typeface.SMALL_CAPS,
    "u": Typeface.UNDERLINE,
}
Set = dict[Property, bool]
"""Properties that something sets, and whether on or off."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as its part has it: what it sets itself, what it is based on, and its level in an outline, from 0.

    `list` is the id of the list that its paragraphs stand in, and `list_level` the index of their level there, each as
    far as the style says so itself.
    """

    id: str
    kind: str
    name: str
    based_on: str | None
    sets: Set
    level: int | None
    list: str | None = None
    list_level: int | None = None


class Inherited(NamedTuple):
    """What a style comes to with all that it is based on: its properties, its level from 0, its list."""

    sets: Set
    level: int | None
    list: StyleList | None

    def under(self, style: Style) -> Inherited:
        """Give what a style comes to that is based on this."""
        list_ = self.list
        if style.list is not None or style.list_level is not None:
            # the list and the level in it are inherited each for itself
            list_ = StyleList(
                style.list if style.list is not None or list_ is None else list_.list,
                style.list_level if style.list_level is not None or list_ is None else list_.level,
                style.id,
            )
        return Inherited(self.sets | style.sets, self.level if style.level is None else style.level, list_)


class Look:
    """How a run with text is set: its typefaces, and whether it is hidden."""

    __slots__ = ("faces", "hidden")

    def __init__(self, faces: tuple[Typeface, ...], hidden: bool) -> None:
        self.faces = faces
        self.hidden = hidden


@dataclass(slots=True)
class Styles:
    """The styles of a file, and what runs that use them look like.

    `defaults` is what the document sets for all; `first` the ids of the styles that hold where none is named. `lists`
    tells whether any style names a list.
    """

    by_id: dict[str, Style] = field(default_factory=dict)
    defaults: Set = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    lists: bool = False
    _inherited: dict[str, Inherited] = field(default_factory=dict)
    _looks: dict[tuple[str | None, str | None, tuple[tuple[Property, bool], ...]], Look] = field(default_factory=dict)

    def look(self, paragraph: str | None, character: str | None, direct: Set) -> Look:
        """Give the look of a run in a paragraph style and a character style (ids), with what it sets itself."""
        key = (paragraph, character, tuple(direct.items()))
        known = self._looks.get(key)
        if known is None:
            levels = [self._of(paragraph, "paragraph").sets, self._of(character, "character").sets]
            on = {name for name in PROPERTIES if self._is_on(name, levels, direct)}
            faces = tuple(face for name, face in TYPEFACES.items() if name in on)
            known = self._looks[key] = Look(faces, "vanish" in on)
        return known

    def _is_on(self, name: Property, levels: list[Set], direct: Set) -> bool:
        if name in direct:
            return direct[name]
        if name in TOGGLES:
            return self.defaults.get(name, False) or sum(level.get(name, False) for level in levels) % 2 == 1
        return next((level[name] for level in reversed(levels) if name in level), self.defaults.get(name, False))

    def level_of(self, paragraph: str | None) -> int | None:
        """Give the level of a heading that a paragraph style makes, from 1; None for text."""
        level = self._of(paragraph, "paragraph").level
        return level + 1 if level is not None and level < 9 else None

    def list_of(self, paragraph: str | None) -> StyleList | None:
        """Give the list that a paragraph style numbers its paragraphs in, None for none."""
        return self._of(paragraph, "paragraph").list

    def _of(self, id: str | None, kind: str) -> Inherited:
        style = self.by_id.get(id or self.first.get(kind, ""))
        if style is None or style.kind != kind:
            style = self.by_id.get(self.first.get(kind, ""))
        if style is None:
            return _NOTHING
        known = self._inherited.get(style.id)
        return self._inherit(style) if known is None else known

    def _inherit(self, style: Style) -> Inherited:
        """Work out a style and those that it is based on, each once: chains are long in files made to do harm."""
        chain: dict[str, Style] = {}
        at: Style | None = style
        while at is not None and at.id not in chain and at.id not in self._inherited:
            chain[at.id] = at
            at = self.by_id.get(at.based_on or "")
        under = _NOTHING if at is None else self._inherited.get(at.id, _NOTHING)
        for one in reversed(chain.values()):
            under = self._inherited[one.id] = under.under(one)
        return under


_NOTHING = Inherited({}, None, None)


def set_property(sets: Set, element: str, attributes: dict[str, str]) -> None:
    """Note what an element of ``w:rPr`` sets; one that is no property of ours is passed over."""
    name = local(element)
    if name == "u":
        kind = value(attributes, "val")
        if kind is not None:
            sets["u"] = kind != "none"
    elif name in TOGGLES:
        sets[name] = is_on(attributes)
