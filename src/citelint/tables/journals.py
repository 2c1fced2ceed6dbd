"""Periodicals: known by name, or by a shape that only their names have."""

from __future__ import annotations

import re

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze

_PIECE = re.compile(r"[^.]*\.|[^.]+")
# Only a law review is called so, whatever stands before: "Belmont L. Rev.", "Peabody L.J. Online".
_LAW_REVIEW = re.compile(r".+(?:l\.rev\.|l\.j\.|lawreview|lawjournal|l\.q\.)(?:online|forum|f\.)?")


def is_journal(words: str) -> bool:
    """Tell whether `words` are the name of a known periodical, abbreviated or in full; case set aside."""
    name = squeeze(words)
    return name in entries("journals") or name.removeprefix("the") in entries("journals")


def looks_like_journal(words: str) -> bool:
    """Tell whether `words`, between a volume and a page, could be the name of a periodical that no table has.

    So it is when there are two words or more, every one of them occurs in names of periodicals (an abbreviation
    of the tables, a place, a university, "of", "&"), and one says what it is: "J.", "Rev.", "Q.", "Bull.", or "L."
    at either end. "L. Rev." and "L.J." at the end are enough whatever stands before.
    """
    if not words[:1].isupper():
        return False
    if _LAW_REVIEW.fullmatch(squeeze(words)) and words.count(" ") < 9:
        return True
    known = entries("journal_words")
    pieces: list[str] = []
    for word in words.replace(":", " ").replace(",", " ").split():
        name = squeeze(word)
        # "L.Rev." is two words that no source has as one.
        parts = _PIECE.findall(name)
        if name not in known and not all(part in known for part in parts):
            return False
        pieces += (name, *parts) if len(parts) > 1 else parts
    return len(pieces) > 1 and (
        pieces[0] in ("l.", "law") or pieces[-1] in ("l.", "law") or not entries("journal_heads").isdisjoint(pieces)
    )
