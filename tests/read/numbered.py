"""Word files with automatic numbers: styles of headings, definitions of lists, and what the reader makes of them."""

from __future__ import annotations

from contract import faults
from wordfiles import paragraph, text, word_file

from citelint.config import Config
from citelint.model.word import View
from citelint.read import read_source

Numbers = list[str | None]


def style(id: str, more: str = "", *, base: str = "Normal", name: str = "", kind: str = "paragraph") -> str:
    """Give a style; `more` stands in its ``w:pPr``."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name or id}"/><w:basedOn w:val="{base}"/>'
        f"<w:pPr>{more}</w:pPr></w:style>"
    )


def listed(list_: int | str | None, level: int | str | None = None, more: str = "") -> str:
    """Give the ``w:numPr`` of a list and a level."""
    said = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f"<w:numPr>{said}{'' if list_ is None else f'<w:numId w:val={chr(34)}{list_}{chr(34)}/>'}{more}</w:numPr>"


def level(index: int | str, format: str, text: str | None = None, more: str = "", start: int | None = 1) -> str:
    """Give a ``w:lvl``. Its text is its own number and a period where nothing is said."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    words = f"%{int(index) + 1}." if text is None else text
    return f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{words}"/></w:lvl>'


def abstract(id: int, *inside: str, more: str = "") -> str:
    """Give a ``w:abstractNum``; `more` are further attributes."""
    return f'<w:abstractNum w:abstractNumId="{id}"{more}>{"".join(inside)}</w:abstractNum>'


def instance(id: int, abstract: int, *overrides: str) -> str:
    """Give a ``w:num``."""
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{"".join(overrides)}</w:num>'


def override(index: int, start: int | None = None, level: str = "") -> str:
    """Give a ``w:lvlOverride``."""
    begin = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{index}">{begin}{level}</w:lvlOverride>'


NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
HEADINGS = NORMAL + "".join(style(f"H{n}", listed(1, n - 1), name=f"heading {n}") for n in range(1, 5))
"""Headings of four levels, each in its level of list 1."""
OUTLINE = abstract(
    7, level(0, "upperRoman"), level(1, "upperLetter"), level(2, "decimal"), level(3, "lowerLetter", "(%4)")
)
"""I., A., 1., (a): a list as law reviews have it."""
ONE = OUTLINE + instance(1, 7)


def heading(level: int, properties: str = "", words: str = "Words", **more: str) -> str:
    """Give a heading; `before` stands before its words."""
    made = f'<w:pStyle w:val="H{level}"/>{properties}'
    return paragraph(more.get("before", ""), text(words) if words else "", properties=made)


def item(list_: int | str, level: int | str = 0, words: str = "Words") -> str:
    """Give a paragraph of text that stands in a list."""
    return paragraph(text(words) if words else "", properties=listed(list_, level))


def numbers(body: str, numbering: str | None = ONE, styles: str = HEADINGS, view: View = "final") -> Numbers:
    """Give the numbers that are read for the headings of a body."""
    return numbers_of(word_file(body, styles=styles, **({} if numbering is None else {"numbering": numbering})), view)


def numbers_of(data: bytes, view: View = "final") -> Numbers:
    """Give the numbers that are read for the headings of a file."""
    source = read_source(data, "essay.docx", Config(view=view))
    assert not faults(source)
    return [heading.number for heading in source.headings]


def levels(*wanted: int) -> str:
    """Give headings of these levels."""
    return "".join(map(heading, wanted))
