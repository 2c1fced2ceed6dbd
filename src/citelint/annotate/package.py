"""Telling a Word file that it has a part with comments: the list of its parts' types, and the body's relationships."""

from __future__ import annotations

import re
from posixpath import basename, dirname, join

from citelint.model.word import WordFile
from citelint.wordfile import member, members

TYPES = "[Content_Types].xml"
_STRICT = "http://purl.oclc.org/ooxml/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "officeDocument/relationships/comments"
_ROOT_END = re.compile(rb"</([^\s>:]+:)?(Types|Relationships)\s*>\s*(?:<!--.*?-->\s*)*$", re.DOTALL)
_EMPTY_ROOT = re.compile(rb"<([^\s>:/!?]+:)?(Types|Relationships)\b([^>]*)/>\s*$")
_ID = re.compile(rb"""\bId\s*=\s*["']([^"']*)["']""")
_DECLARED = re.compile(r"""^(<\?xml\b[^>]*?\bencoding\s*=\s*)(["'])[A-Za-z0-9._-]+\2""")


def new_part(word: WordFile) -> str:
    """Give the name for a part with comments: beside the body, and not that of another member."""
    taken = {name.lower() for name in members(word.archive)}
    folder = dirname(word.body.name)
    names = (join(folder, f"comments{number or ''}.xml") for number in range(len(taken) + 1))
    return next(name for name in names if name.lower() not in taken)


def announced(word: WordFile, part: str) -> dict[str, bytes]:
    """Give the members, anew, that say that `part` is there and holds the body's comments."""
    folder, file = dirname(word.body.name), basename(word.body.name)
    spelled = {name.lower(): name for name in members(word.archive)}
    relations = spelled.get(join(folder, "_rels", f"{file}.rels").lower(), join(folder, "_rels", f"{file}.rels"))
    types = spelled.get(TYPES.lower(), TYPES)
    known = _utf8(member(word.archive, relations) or b"")
    ids = set(_ID.findall(known))
    id = next(name for number in range(1, len(ids) + 2) if (name := b"citelint%d" % number) not in ids)
    base = _STRICT if word.body.namespace.startswith(_STRICT) else "http://schemas.openxmlformats.org/"
    kind = f"{_STRICT}{_KIND}" if base == _STRICT else f"{base}officeDocument/2006/relationships/comments"
    return {
        types: _added(
            _utf8(member(word.archive, types) or b""),
            b'Override PartName="/%s" ContentType="%s"' % (part.encode(), _TYPE.encode()),
        ),
        relations: _added(
            known, b'Relationship Id="%s" Type="%s" Target="%s"' % (id, kind.encode(), basename(part).encode())
        ),
    }


def _added(data: bytes, element: bytes) -> bytes:
    """Give a list of elements with one more at its end, spelt as its root is."""
    match = _ROOT_END.search(data)
    if match is not None:
        return data[: match.start()] + b"<" + (match[1] or b"") + element + b"/>" + data[match.start() :]
    match = _EMPTY_ROOT.search(data)
    if match is None:
        raise ValueError("a list of parts that does not end")
    prefix = match[1] or b""
    opened = b"<%s%s%s>" % (prefix, match[2], match[3])
    return data[: match.start()] + opened + b"<" + prefix + element + b"/></" + prefix + match[2] + b">"


def _utf8(data: bytes) -> bytes:
    """Give a list in UTF-8: some programs write it in UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    elif data.startswith(b"<\0"):
        text = data.decode("utf-16-le")
    elif data.startswith(b"\0<"):
        text = data.decode("utf-16-be")
    else:
        return data
    return _DECLARED.sub(r"\1\2UTF-8\2", text).encode()
