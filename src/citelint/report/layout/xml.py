"""Text of a manuscript in XML: what XML cannot hold, and what changes the direction of text, is left out."""

from __future__ import annotations

import re

_NOT_XML = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def for_xml(text: str) -> str:
    """Give `text` without control characters, direction marks and halves of pairs; it is still to be escaped."""
    return _NOT_XML.sub("", text)
