"""Paragraphs whose only markup, if any, is single asterisks round words: most notes, so they have a quick way."""

from __future__ import annotations

import re

# what makes a paragraph one for the scanner: every other sign of inline markup, or the pairs of signs that give
# brackets a meaning
_SIGNS = ("\\", "`", "<", "_", "**", "[^", "^[", "](", "]{", "][")
_ENTITY = re.compile(r"&[#A-Za-z][0-9A-Za-z]{0,31};")
# before the first asterisk no letter, behind it one; before the second no blank, behind it a blank or a stop
_EMPHASIS = re.compile(r"\*(?<![^\W_]\*)(?=[^\W_])[^*]*(?<!\s)\*(?=[\s.,;:?!()\[\]\"'“”‘’—–-]|\Z)")


def simple_emphasis(characters: str, brackets_link: bool) -> list[tuple[int, int]] | None:
    """Give the stretches set in italics, asterisks included, None for a paragraph that the scanner must see.

    `brackets_link` tells that words in brackets may be links. The answer is the scanner's own wherever there is one:
    no asterisk in it can open or close anything else.
    """
    for sign in _SIGNS:
        if sign in characters:
            return None
    if ("&" in characters and _ENTITY.search(characters)) or (brackets_link and "[" in characters):
        return None
    asterisks = characters.count("*")
    if not asterisks:
        return []
    found = [match.span() for match in _EMPHASIS.finditer(characters)]
    return found if 2 * len(found) == asterisks else None
