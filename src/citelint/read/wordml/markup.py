"""XML parts through expat: no document type, no depth without end, and every position a byte of UTF-8.

A document type is refused because it is where entities come from: an external one reads other files, one defined
through itself grows without end. A Word file never has any (ECMA-376 part 2, 7.2.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from xml.parsers import expat

from citelint.model.trouble import Unreadable

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]

DEEPEST = 256
"""How deep elements may be nested; Word's own files stay far below."""

_DECLARED = re.compile(rb"""^(<\?xml\b[^>]*?\bencoding\s*=\s*)(["'])([A-Za-z0-9._-]+)\2""")
_SINGLE_BYTE = re.compile(r"iso-?8859-\d+|latin-?1|windows-125\d|us-ascii")


class Markup(NamedTuple):
    """The bytes of a part in UTF-8, and whether they had to be encoded anew."""

    data: bytes
    recoded: bool


def markup_of(data: bytes, part: str) -> Markup:
    """Give a part in UTF-8. Raises `Unreadable` for an encoding that is unknown, or not what the part is in."""
    encoding = _encoding(data)
    if encoding is None:
        return Markup(data, False)
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeError):  # also a UTF-16 that ends within a character
        raise Unreadable(f"{part} is damaged (it is not in {encoding[:20]}): {REPAIR}") from None
    recoded = text.lstrip("\ufeff").encode("utf-8")
    return Markup(_DECLARED.sub(rb"\1\2UTF-8\2", recoded), True)


REPAIR = "open it in Word and save it again"
"""What to do about a damaged file."""


def _encoding(data: bytes) -> str | None:
    """Give the encoding of a part, None for UTF-8.

    ECMA-376 part 2 lets parts be UTF-8 or UTF-16; those of one byte a character are written by some programs. What says
    that it is in another is read as UTF-8, and is damaged where it is not.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.startswith(b"<\0"):
        return "utf-16-le"
    if data.startswith(b"\0<"):
        return "utf-16-be"
    match = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    declared = match[3].decode().lower() if match else "utf-8"
    return declared if _SINGLE_BYTE.fullmatch(declared) else None


def parser_of(part: str) -> expat.XMLParserType:
    """Make a parser that names elements "namespace}local" and refuses a document type with `Unreadable`."""
    parser = expat.ParserCreate("utf-8", "}")
    parser.buffer_text = True
    parser.buffer_size = 1 << 16

    def refuse(*_: object) -> None:
        raise has_document_type(part)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser


def run(parser: expat.XMLParserType, data: bytes, part: str) -> None:
    """Take a whole part through a parser. Raises `Unreadable` where it is not well formed."""
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise Unreadable(f"{part} is damaged ({what}, line {error.lineno}): {REPAIR}") from None


def walk(data: bytes, part: str, start: Start, end: End | None = None) -> None:
    """Hand every start tag, and every end tag, of a part over. Raises `Unreadable` as `run` does, and too deep."""
    parser = parser_of(part)
    depth = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise too_deep(part)
        start(name, attributes)

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(name)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    run(parser, markup_of(data, part).data, part)


def has_document_type(part: str) -> Unreadable:
    """Say that a part has a document type."""
    return Unreadable(f"{part} has a document type (DTD), which no Word file has: it may be made to do harm")


def too_deep(part: str) -> Unreadable:
    """Say that elements are nested too deep."""
    return Unreadable(f"{part} has elements nested more than {DEEPEST} deep, which no Word file has: {REPAIR}")
