"""Word files with comments, taken apart for tests by other means than those of citelint."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from citelint.annotate import Annotated, annotate
from citelint.config import Config
from citelint.model.run import FileResult
from citelint.pipeline import check
from citelint.wordfile import CITELINT, Author

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def checked(data: bytes, **settings: object) -> FileResult:
    result = check(data, "essay.docx", Config(**settings))  # type: ignore[arg-type]
    assert result.source is not None, result.error
    return result


def commented(data: bytes, author: Author = CITELINT, replace: bool = False) -> Annotated:
    result = checked(data)
    shown = [finding for finding in result.diagnostics if finding.severity.rank < 2]
    return annotate(result, shown, author, replace=replace)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(data: bytes, **changed: bytes) -> bytes:
    """Give a file packed anew with other parts; names are those below word/ without .xml."""
    file = io.BytesIO()
    members = parts(data) | {f"word/{name}.xml": content for name, content in changed.items()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def lines(data: bytes) -> list[list[str]]:
    """Give the comments of a file in the order of their part: the lines of each."""
    root = ElementTree.fromstring(parts(data)["word/comments.xml"])
    return [
        ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p")]
        for comment in root.iter(f"{W}comment")
    ]


def placed(data: bytes) -> list[list[str]]:
    """Give for each comment the ids of the notes whose marks stand in it, in the order of their beginning."""
    found: dict[str, list[str]] = {}
    open_: set[str] = set()
    signs: list[str] = []
    for element in ElementTree.fromstring(parts(data)["word/document.xml"]).iter():
        id = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_.add(id)
            found[id] = []
        elif element.tag == f"{W}commentRangeEnd":
            open_.remove(id)
        elif element.tag == f"{W}commentReference":
            signs.append(id)
        elif element.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            for one in open_:
                found[one].append(id)
    assert not open_
    assert sorted(signs) == sorted(found)
    return list(found.values())
