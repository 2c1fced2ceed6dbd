"""The typefaces that tags, classes and styles in a tag set, and what is not shown at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from citelint.model.source import Typeface

if TYPE_CHECKING:
    from citelint.read.markup.tree import Element


class Face(NamedTuple):
    """A typeface, and whether an element sets it or ends it."""

    typeface: Typeface
    on: bool = True


_BY_NAME = {
    **dict.fromkeys(("cite", "dfn", "em", "i", "italic", "var", "address"), Typeface.ITALIC),
    **dict.fromkeys(("b", "bold", "strong", "th"), Typeface.BOLD),
    **dict.fromkeys(("ins", "u", "underline"), Typeface.UNDERLINE),
    "sc": Typeface.SMALL_CAPS,
}
_STYLES = (
    (re.compile(r"(?<!-)font-style\s*:\s*(?:italic|oblique)"), Face(Typeface.ITALIC)),
    (re.compile(r"(?<!-)font-style\s*:\s*normal"), Face(Typeface.ITALIC, False)),
    (re.compile(r"(?<!-)font-variant(?:-caps)?\s*:\s*(?:all-)?small-caps"), Face(Typeface.SMALL_CAPS)),
    (re.compile(r"(?<!-)font-variant(?:-caps)?\s*:\s*normal"), Face(Typeface.SMALL_CAPS, False)),
    (re.compile(r"text-decoration(?:-line)?\s*:\s*underline"), Face(Typeface.UNDERLINE)),
    (re.compile(r"text-decoration(?:-line)?\s*:\s*none"), Face(Typeface.UNDERLINE, False)),
    (re.compile(r"(?<!-)font-weight\s*:\s*(?:bold|[6-9]00)"), Face(Typeface.BOLD)),
    (re.compile(r"(?<!-)font-weight\s*:\s*(?:normal|400)"), Face(Typeface.BOLD, False)),
)
# what pandoc, LaTeXML, InDesign, Google Docs and journals call their classes
_CLASSES = (
    (re.compile(r"small-?caps?|smallercapital|sc|ltx_font_smallcaps"), Face(Typeface.SMALL_CAPS)),
    (re.compile(r"italics?|ital|ltx_font_italic|booktitle"), Face(Typeface.ITALIC)),
    (re.compile(r"roman|noitalic|upright|ltx_font_upright"), Face(Typeface.ITALIC, False)),
    (re.compile(r"underlined?|ltx_framed_underline"), Face(Typeface.UNDERLINE)),
    (re.compile(r"bold|ltx_font_bold"), Face(Typeface.BOLD)),
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_READ_ALOUD = frozenset(
    ("hidden", "screen-reader-only", "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden")
)
_UNSHOWN = frozenset(
    "audio canvas datalist embed head iframe input link math-alternatives meta noembed noframes noscript object script"
    " select style svg template textarea title-alternatives video".split()
)


def faces(element: Element) -> tuple[Face, ...]:
    """Give the typefaces that an element sets or ends, those that count more last."""
    by_name = _BY_NAME.get(element.name)
    found = [Face(by_name)] if by_name is not None else []
    if not element.attributes:
        return tuple(found)
    if element.name == "emphasis" or element.name == "styled-content":
        found += _said_in(element.get("style-type").lower())
    for name in element.classes:
        found += [face for pattern, face in _CLASSES if pattern.fullmatch(name)]
    style = (element.get("style") or "").lower()
    if style:
        found += _said_in(style)
    # <small> is how some pages write small capitals, but for a label or a fine print it is only small
    return tuple(found)


def _said_in(style: str) -> list[Face]:
    return [face for pattern, face in _STYLES if pattern.search(style)]


def is_unshown(element: Element) -> bool:
    """Tell whether an element is not shown where it stands: code, controls, what is hidden or for reading aloud."""
    if element.name in _UNSHOWN:
        return True
    attributes = element.attributes
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    if "style" in attributes and _HIDING.search(attributes["style"].lower()):
        return True
    return "class" in attributes and not _READ_ALOUD.isdisjoint(element.classes)
