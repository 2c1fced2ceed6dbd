"""What stands in a Word file when its changes are accepted or rejected, found out apart from citelint's reader."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def paragraphs(data: bytes, part: str, *, accepted: bool) -> list[str]:
    """Give the words of the paragraphs of a part, with all changes accepted, or all rejected."""
    root = ElementTree.fromstring(members(data)[f"word/{part}.xml"])
    return ["".join(_words(paragraph, accepted)) for paragraph in root.iter(f"{W}p")]


def _words(element: ElementTree.Element, accepted: bool) -> Iterator[str]:
    for child in element:
        if child.tag == (f"{W}del" if accepted else f"{W}ins"):
            continue
        if child.tag in (f"{W}t", f"{W}delText"):
            words = child.text or ""
            kept = child.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            yield words if kept else words.strip(" ")
        elif child.tag == f"{W}tab":
            yield "\t"
        else:
            yield from _words(child, accepted)


def authors(data: bytes) -> set[str]:
    """Give whose the tracked changes of a file are."""
    found = set()
    for name, content in members(data).items():
        if name.endswith(".xml"):
            for element in ElementTree.fromstring(content).iter():
                if element.tag in (f"{W}ins", f"{W}del"):
                    found.add(element.get(f"{W}author", ""))
    return found
