"""Periodicals: known by name, or by a shape that only their names have."""

from __future__ import annotations

import re

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze

_PIECE = re.compile(r"[^.]*\.|[^.]+")


def is_journal(words: str) -> bool:
    """Tell whether `words` are the name of a known periodical, abbreviated or in full; case set aside."""
    name = squeeze(words)
    return name in entries("journals") or name.removeprefix("the") in entries("journals")


def looks_like_journal(words: str) -> bool:
    """Tell whether `words` could be the name of a periodical that no table has.

    So it is when there are two words or more, every one of them occurs in names of periodicals (an abbreviation
    of the tables, a place, a university, "of", "&"), and at least one says what it is: "J.", "Rev.", "Q.", "Bull.".
    """
    known, heads = entries("journal_words"), entries("journal_heads")
    pieces: list[str] = []
    for word in words.replace(":", " ").replace(",", " ").split():
        name = squeeze(word)
        if name in known:
            pieces.append(name)
        else:
            # "L.Rev." is two words, "J.L." is in no table of words.
            parts = _PIECE.findall(name)
            if not all(part in known for part in parts):
                return False
            pieces += parts
    return len(pieces) > 1 and any(piece in heads for piece in pieces)
