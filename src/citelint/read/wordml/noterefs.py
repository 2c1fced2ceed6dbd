"""Fields that print the number of a note: NOTEREF, and FTNREF as it was once called (ECMA-376, 17.16.5.41)."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORDS = re.compile(r'"(?:[^"\\]|\\.)*"?|\S+')
_NAMES = frozenset({"noteref", "ftnref"})
_FORMATS = {
    "arabic": "decimal",
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "ordinal": "ordinal",
    "hex": "hex",
}


class NoteRef(NamedTuple):
    """The code of such a field, taken apart.

    `bookmark` is the name it gives, "" where it gives none. `format` is the number format that a switch asks for, None
    where the number is printed as at its note. `placed` tells that "above" or "below" is printed behind it (\\p).
    """

    bookmark: str
    format: str | None
    placed: bool


def note_ref(code: str) -> NoteRef | None:
    """Take the code of a field apart; None for a field of another kind."""
    words = _WORDS.findall(code)
    if not words or words[0].casefold() not in _NAMES:
        return None
    bookmark, format_name, placed = "", None, False
    rest = iter(words[1:])
    for word in rest:
        if word == "\\*":
            asked = next(rest, "").strip('"')
            format_name = _FORMATS.get(asked, _FORMATS.get(asked.lower(), format_name))
        elif word.casefold() == "\\p":
            placed = True
        elif not word.startswith("\\") and not bookmark:
            bookmark = word.strip('"')
    return NoteRef(bookmark, format_name, placed)
