"""Changing the bytes of a part in many places at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 knows no way to write."""


class ByteSplice(NamedTuple):
    """Replace the bytes from `start` to `end` by `new`; where both are equal it is put in there."""

    start: int
    end: int
    new: bytes


def spliced(data: bytes, splices: Iterable[ByteSplice]) -> bytes:
    """Give the bytes with their changes. What goes to one place goes there in the order in which it is given.

    Raises ValueError for changes that overlap.
    """
    pieces: list[bytes] = []
    at = 0
    for one in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if not at <= one.start <= one.end <= len(data):
            raise ValueError(f"bytes {one.start} to {one.end} overlap the change before them, or are outside")
        pieces += (data[at : one.start], one.new)
        at = one.end
    return b"".join((*pieces, data[at:]))


def escaped(text: str) -> bytes:
    """Give text as it stands in an element or in an attribute; what XML cannot hold is left out."""
    text = _FORBIDDEN.sub("", text)
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, entity)
    return text.encode()
