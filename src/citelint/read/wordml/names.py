"""The namespaces of Word's parts. Each has two names: the usual one, and that of the Strict variant."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main}"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATH_STRICT = "http://purl.oclc.org/ooxml/officeDocument/math}"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships}"
XML_SPACE = "http://www.w3.org/XML/1998/namespace}space"

WORDS = (WORD, WORD_STRICT)
OFF = frozenset({"0", "false", "off"})
"""What ``w:val`` says where a property is switched off."""


def local(name: str) -> str:
    """Give the name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def value(attributes: dict[str, str], name: str) -> str | None:
    """Give the value of one of Word's own attributes, None where it is absent."""
    found = attributes.get(WORD + name)
    return found if found is not None else attributes.get(WORD_STRICT + name)


def is_on(attributes: dict[str, str]) -> bool:
    """Tell whether a property is switched on: it is where nothing else is said."""
    return (value(attributes, "val") or "true") not in OFF
