"""The part that defines styles (ECMA-376, 17.7)."""

from __future__ import annotations

import re

from citelint.read.wordml.listed import level_index, list_id
from citelint.read.wordml.markup import Attributes, walk
from citelint.read.wordml.names import local, value
from citelint.read.wordml.properties import Set, Style, Styles, set_property

_HEADING = re.compile(r"heading ([1-9])")


def read_styles(data: bytes | None, part: str) -> Styles:
    """Give the styles of a file. Raises `citelint.model.trouble.Unreadable` for a damaged part."""
    styles = Styles()
    if data is None:
        return styles
    reader = _Reader(styles)
    walk(data, part, reader.start, reader.end)
    return styles


class _Reader:
    """Takes the styles out of their part."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._path: list[str] = []
        self._sets: Set = {}
        self._about: dict[str, str] = {}
        self._level: int | None = None
        self._list: str | None = None
        self._list_level: int | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        path, tag = self._path, local(name)
        path.append(tag)
        if tag == "style" and len(path) == 2:
            self._sets, self._level, self._list, self._list_level = {}, None, None, None
            self._about = {"id": value(attributes, "styleId") or "", "kind": value(attributes, "type") or "paragraph"}
            if (value(attributes, "default") or "0") in ("1", "true", "on"):
                self._styles.first.setdefault(self._about["kind"], self._about["id"])
        elif path[1:2] == ["style"]:
            if len(path) == 3 and tag in ("name", "basedOn"):
                self._about[tag] = value(attributes, "val") or ""
            elif len(path) == 4 and path[2] == "rPr":
                set_property(self._sets, name, attributes)
            elif len(path) == 4 and path[2] == "pPr" and tag == "outlineLvl":
                self._level = _number(value(attributes, "val"))
            elif len(path) == 5 and path[2:4] == ["pPr", "numPr"]:
                self._tell_list(tag, attributes)
        elif path[1:4] == ["docDefaults", "rPrDefault", "rPr"] and len(path) == 5:
            set_property(self._styles.defaults, name, attributes)

    def _tell_list(self, tag: str, attributes: Attributes) -> None:
        if tag == "numId":
            self._list = list_id(value(attributes, "val"))
            self._styles.lists = True
        elif tag == "ilvl":
            self._list_level = level_index(value(attributes, "val"))

    def end(self, name: str) -> None:
        path = self._path
        if path == [*path[:1], "style"]:
            about = self._about
            heading = _HEADING.fullmatch(about.get("name", "").lower())
            level = int(heading[1]) - 1 if heading and self._level is None else self._level
            style = Style(
                about["id"],
                about["kind"],
                about.get("name", ""),
                about.get("basedOn"),
                self._sets,
                level,
                self._list,
                self._list_level,
            )
            self._styles.by_id.setdefault(style.id, style)
        path.pop()


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 4 else None
