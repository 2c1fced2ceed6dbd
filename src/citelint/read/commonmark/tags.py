"""The typefaces that HTML tags and Pandoc's attributes set."""

from __future__ import annotations

import re

from citelint.model.source import Typeface

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(\s[^<>]*)?/?>")
"""A tag, with the groups: "/" of a closing one, name, attributes."""

_BY_NAME = {
    "em": Typeface.ITALIC,
    "i": Typeface.ITALIC,
    "cite": Typeface.ITALIC,
    "b": Typeface.BOLD,
    "strong": Typeface.BOLD,
    "u": Typeface.UNDERLINE,
    "ins": Typeface.UNDERLINE,
}
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "td", "th", "hr"))
_BY_WORDS = (
    (re.compile(r"small-?caps|\.sc\b"), Typeface.SMALL_CAPS),
    (re.compile(r"font-style:\s*italic"), Typeface.ITALIC),
    (re.compile(r"underline|\.ul\b"), Typeface.UNDERLINE),
    (re.compile(r"font-weight:\s*bold"), Typeface.BOLD),
)
_ATTRIBUTES = re.compile(r"\s*(?:[.#][\w-]|[\w-]+=)")


def tag_typeface(name: str, attributes: str) -> Typeface | None:
    """Give the typeface of a tag by its name in small letters and its attributes, None where it sets none."""
    return _BY_NAME.get(name) or (_in_words(attributes) if name in ("span", "font") else None)


def breaks_line(name: str) -> bool:
    """Tell whether a tag separates words."""
    return name in _BREAKS


def are_attributes(inside: str) -> bool:
    """Tell whether what stands between braces behind a bracket are attributes, and not words in braces."""
    return _ATTRIBUTES.match(inside) is not None


def span_typeface(attributes: str) -> Typeface | None:
    """Give the typeface that Pandoc's attributes set: ``[Title]{.smallcaps}``."""
    return _in_words(attributes)


def _in_words(attributes: str) -> Typeface | None:
    folded = attributes.lower()
    return next((typeface for words, typeface in _BY_WORDS if words.search(folded)), None)
