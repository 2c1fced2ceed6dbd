"""How notes are numbered: what the settings say for the file, and each section for itself (ECMA-376, 17.11)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from citelint.model.source import Apparatus
from citelint.read.wordml.markup import Attributes, walk
from citelint.read.wordml.names import local, value


@dataclass(frozen=True, slots=True)
class Numbering:
    """How notes of one apparatus are numbered. None is for what is not said."""

    format: str | None = None
    start: int | None = None
    restart: str | None = None

    def over(self, other: Numbering) -> Numbering:
        """Give what holds where this is said for a section, and `other` for the file."""
        return Numbering(self.format or other.format, self.start or other.start, self.restart or other.restart)

    def told(self, element: str, attributes: Attributes) -> Numbering:
        """Give this with what an element of ``w:footnotePr`` or ``w:endnotePr`` says."""
        said = value(attributes, "val") or ""
        if element == "numFmt":
            return replace(self, format=said or None)
        if element == "numStart" and said.isascii() and said.isdigit() and len(said) < 7:
            return replace(self, start=int(said))
        if element == "numRestart":
            return replace(self, restart=said or None)
        return self


Numberings = dict[Apparatus, Numbering]

APPARATUS: dict[str, Apparatus] = {"footnotePr": "footnotes", "endnotePr": "endnotes"}
USUAL: Numberings = {
    "footnotes": Numbering("decimal", 1, "continuous"),
    "endnotes": Numbering("lowerRoman", 1, "continuous"),
}


def read_settings(data: bytes | None, part: str) -> Numberings:
    """Give how notes are numbered in a file. Raises `citelint.model.trouble.Unreadable` for a damaged part."""
    found = dict(USUAL)
    if data is None:
        return found
    said: Numberings = {"footnotes": Numbering(), "endnotes": Numbering()}
    path: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        path.append(local(name))
        if len(path) == 3 and path[1] in APPARATUS:
            apparatus = APPARATUS[path[1]]
            said[apparatus] = said[apparatus].told(path[2], attributes)

    walk(data, part, start, lambda _: (path.pop(), None)[1])
    return {apparatus: numbering.over(USUAL[apparatus]) for apparatus, numbering in said.items()}
