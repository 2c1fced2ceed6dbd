"""HTML cut into tags and text, as a browser cuts it, with the place of each.

The standard library's ``html.parser`` does the same and tells lines and columns. It is not used because it takes
quadratic time for tags and comments that are not closed (32 kB of ``<a x`` took a minute in Python 3.11), and because
what it does with them differs between releases of Python. The rules are those of the HTML Standard, 13.2.5: a tag or
comment that is never closed runs to the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from citelint.read.markup.tree import NO_ATTRIBUTES, Text


class Sort(Enum):
    """What a token is."""

    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"
    """A tag that ends with "/>"."""
    COMMENT = "comment"


class Tag(NamedTuple):
    """A tag or a comment: its name in small letters (of a comment its text), its attributes, its place in the file."""

    sort: Sort
    name: str
    start: int
    end: int
    attributes: Mapping[str, str] = NO_ATTRIBUTES


_NAME = re.compile(r"[A-Za-z][^\s/>]*+")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+|["'][^\s>]*+)?))?"""
)
_TAG_END = re.compile(r"[\s/]*+>")
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_CDATA = "<![CDATA["


def cut(text: str, xml: bool) -> Iterator[Tag | Text]:
    """Give the tokens of a page in order. `xml` tells whether it is XHTML, which has CDATA sections."""
    at, length = 0, len(text)
    while at < length:
        sign = text.find("<", at)
        if sign < 0:
            yield from characters(text, at, length)
            return
        following = text[sign + 1 : sign + 2]
        if following.isascii() and following.isalpha():
            yield from characters(text, at, sign)
            tag = _start_tag(text, sign)
            yield tag
            at = tag.end
            if tag.name in _RAW_ENDS and tag.sort is Sort.OPEN:
                found = _RAW_ENDS[tag.name].search(text, at)
                end = found.start() if found else length
                if end > at:
                    yield Text(at, end)
                at = end
        elif following == "/":
            yield from characters(text, at, sign)
            name = _NAME.match(text, sign + 2)
            end = _after(text, ">", sign + 2)
            if name:
                yield Tag(Sort.CLOSE, name.group().lower(), sign, end)
            at = end
        elif following == "!" or following == "?":
            yield from characters(text, at, sign)
            if xml and text.startswith(_CDATA, sign):
                end = _after(text, "]]>", sign)
                inner = end - 3 if text.endswith("]]>", sign + len(_CDATA), end) else end
                if inner > sign + len(_CDATA):
                    yield Text(sign + len(_CDATA), inner)
            else:
                end = _comment_end(text, sign)
                yield Tag(Sort.COMMENT, text[sign : min(end, sign + 200)], sign, end)
            at = end
        else:
            yield from characters(text, at, sign + 1)
            at = sign + 1


def characters(text: str, start: int, end: int) -> Iterator[Text]:
    """Give a stretch of text, each character reference as a piece of its own."""
    at = text.find("&", start, end)
    while at >= 0:
        found = _REFERENCE.match(text, at, end)
        value = _meaning(found.group()) if found else None
        if found is not None and value is not None:
            if at > start:
                yield Text(start, at)
            yield Text(at, found.end(), value)
            start = found.end()
        at = text.find("&", found.end() if found else at + 1, end)
    if start < end:
        yield Text(start, end)


def _meaning(reference: str) -> str | None:
    from html import unescape

    value = unescape(reference)
    return None if value == reference else value


def _start_tag(text: str, start: int) -> Tag:
    name = _NAME.match(text, start + 1)
    assert name is not None  # the caller has seen a letter
    at = name.end()
    attributes: dict[str, str] = {}
    while True:
        end = _TAG_END.match(text, at)
        if end is not None:
            sort = Sort.EMPTY if text[end.end() - 2] == "/" else Sort.OPEN
            return Tag(sort, name.group().lower(), start, end.end(), attributes or NO_ATTRIBUTES)
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            return Tag(Sort.COMMENT, "", start, len(text))
        value = next((group for group in found.groups()[1:] if group), "")
        if "&" in value:
            value = _REFERENCE.sub(lambda match: _meaning(match.group()) or match.group(), value)
        attributes.setdefault(found[1].lower(), value)
        at = found.end()


def _comment_end(text: str, start: int) -> int:
    if not text.startswith("<!--", start):
        return _after(text, ">", start)
    if text.startswith((">", "->"), start + 4):
        return _after(text, ">", start)
    found = _COMMENT_END.search(text, start + 4)
    return found.end() if found else len(text)


def _after(text: str, sign: str, start: int) -> int:
    at = text.find(sign, start)
    return len(text) if at < 0 else at + len(sign)
