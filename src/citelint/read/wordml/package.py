"""The parts of a Word file, found by their relationships and not by their names (ECMA-376 part 2, 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import normpath

from citelint.model.trouble import Unreadable
from citelint.read.wordml.archive import Archive, shown
from citelint.read.wordml.markup import REPAIR, Attributes, walk
from citelint.read.wordml.names import RELATIONSHIPS

_CONTENTS = "[Content_Types].xml"
_OTHERS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "visio/document.xml": "a Visio drawing",
    "content.xml": "an OpenDocument file",
    "meta-inf/container.xml": "an e-book",
    "meta-inf/manifest.mf": "a Java program",
    "index/document.iwa": "a Pages document",
    "word/document.bin": "a Word file of a kind that citelint does not know",
}


@dataclass(frozen=True, slots=True)
class Package:
    """Where the parts stand: the body's name, and those of the others by the last word of their relationship's type."""

    archive: Archive
    body: str
    others: dict[str, str]

    def read(self, kind: str) -> bytes | None:
        """Give the bytes of a part ("styles", "footnotes" ...), None where there is no such part.

        Raises `Unreadable` where the body says that there is one, and there is none.
        """
        name = self.others.get(kind)
        return None if name is None else _bytes(self.archive, name)


def open_package(data: bytes) -> Package:
    """Find the parts of a Word file. Raises `Unreadable` for what is damaged, locked, harmful, or no Word file."""
    archive = Archive(data)
    archive.check_markup()
    other = next((what for name, what in _OTHERS.items() if name in archive), None)
    bodies = [target for kind, target in _relations(archive, "") if kind == "officeDocument"]
    if other is not None and not any(body.lower().startswith("word/") for body in bodies):
        raise Unreadable(f"{other}, not a .docx: open it in its own program and save it as .docx")
    if not bodies:
        what = "is cut off or" if _CONTENTS in archive else "is no Word file, or is"
        raise Unreadable(f"an archive that {what} damaged (nothing says where its text is): {REPAIR}")
    body = bodies[0]
    _bytes(archive, body)
    others: dict[str, str] = {}
    for kind, target in _relations(archive, body):
        others.setdefault(kind, target)
    return Package(archive, archive.name_of(body), others)


def _bytes(archive: Archive, name: str) -> bytes:
    if name not in archive:
        raise Unreadable(f"{shown(name)} is missing, to which other parts of the file refer: {REPAIR}")
    return archive.read(name)


def _relations(archive: Archive, part: str) -> Iterator[tuple[str, str]]:
    """Give the relationships of a part ("" for the file) to others inside of the file: last word of the type, name."""
    folder, _, file = part.rpartition("/")
    name = f"{folder}/_rels/{file}.rels".lstrip("/")
    if name not in archive:
        return
    found: list[tuple[str, str]] = []

    def start(element: str, attributes: Attributes) -> None:
        if element != f"{RELATIONSHIPS}Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "").replace("\\", "/")
        whole = target if target.startswith("/") else f"{folder}/{target}"
        found.append((attributes.get("Type", "").rpartition("/")[2], normpath(f"/{whole}").lstrip("/")))

    walk(archive.read(name), name, start)
    yield from found
