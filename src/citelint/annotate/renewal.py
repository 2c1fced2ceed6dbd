"""Taking comments out of a Word file again: from the body, from their own part, and from the parts beside it."""

from __future__ import annotations

import re
from collections.abc import Collection

from citelint.model.word import WordComment, WordFile
from citelint.wordfile import ByteSplice, member, members

_BESIDE = re.compile(r"(?:^|/)comments(?:Extended|Ids)\d*\.xml$", re.IGNORECASE)
_EXTENSIBLE = re.compile(r"(?:^|/)commentsExtensible\d*\.xml$", re.IGNORECASE)
_ELEMENT = re.compile(rb"<[^\s<>/!?]+(?:\s[^<>]*?)?/>")
_DURABLE = re.compile(rb"""durableId\s*=\s*["']([0-9A-Fa-f]+)["']""")
_KEY = re.compile(rb"""paraId\s*=\s*["']([0-9A-Fa-f]+)["']""")


def taken_out(word: WordFile, comments: Collection[WordComment]) -> list[ByteSplice]:
    """Give the changes of the body that take away where comments stand: both ends, and the sign."""
    body = word.body
    prefix = re.escape(body.prefix.encode())
    ids = {comment.id.encode() for comment in comments}
    ends = re.compile(
        rb"<" + prefix + rb"comment(?:Range(?:Start|End)|Reference)\b[^>]*?\bid\s*=\s*[\"'](-?\d+)[\"'][^>]*?"
        rb"(?:/>|></" + prefix + rb"comment\w+>)"
    )
    opening = re.compile(rb"<" + prefix + rb"r(?:\s[^>]*)?>")
    closing = b"</" + body.prefix.encode() + b"r>"
    properties = re.compile(rb"<" + prefix + rb"rPr\b(?:[^>]*/>|.*?</" + prefix + rb"rPr>)", re.DOTALL)
    splices = []
    for match in ends.finditer(body.data):
        if match[1] not in ids:
            continue
        start, end = match.span()
        if b"commentReference" in match.group():
            run = body.data.rfind(b"<" + body.prefix.encode() + b"r", 0, start)
            while run >= 0 and not opening.match(body.data, run):
                run = body.data.rfind(b"<" + body.prefix.encode() + b"r", 0, run)
            head = opening.match(body.data, run) if run >= 0 else None
            stop = body.data.find(closing, end)
            if head is not None and stop >= 0:
                inside = body.data[head.end() : start] + body.data[end:stop]
                if not properties.sub(b"", inside, count=1).strip():
                    start, end = run, stop + len(closing)
        splices.append(ByteSplice(start, end, b""))
    return splices


def beside(word: WordFile, comments: Collection[WordComment]) -> dict[str, bytes]:
    """Give the members, anew, that tell of comments by their key: whether they are done, and their lasting ids."""
    keys = {comment.key.encode() for comment in comments if comment.key}
    if not keys:
        return {}
    changed: dict[str, bytes] = {}
    durable: set[bytes] = set()

    def gone(match: re.Match[bytes]) -> bytes:
        key = _KEY.search(match.group())
        if key is None or key[1].upper() not in keys:
            return match.group()
        durable.update(_DURABLE.findall(match.group()))
        return b""

    def gone_too(match: re.Match[bytes]) -> bytes:
        known = _DURABLE.search(match.group())
        return b"" if known is not None and known[1] in durable else match.group()

    names = members(word.archive)
    for pattern, replaced in ((_BESIDE, gone), (_EXTENSIBLE, gone_too)):
        for name in filter(pattern.search, names):
            data = member(word.archive, name) or b""
            if (new := _ELEMENT.sub(replaced, data)) != data:
                changed[name] = new
    return changed
