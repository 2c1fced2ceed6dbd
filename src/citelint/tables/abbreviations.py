"""Words that end in a period which is no full stop."""

from __future__ import annotations

from functools import lru_cache

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze


@lru_cache(maxsize=4096)
def is_abbreviation(word: str) -> bool:
    """Tell whether `word`, written with its period, is an abbreviation ("Rsch.", "Corp.", "v.", "N.Y.", "J.").

    A word with a capital or in capitals is looked up among all, one in small letters only among those that are
    written so ("amend.", "cert.", "eds."): "Plan." is one, "plan." is not. So is the plural of one that begins with
    a capital ("Mfrs."). A single letter is an initial, and several pieces without a space ("Cal.App.", "Ph.D.") are
    an abbreviation when each is. Some are ordinary words as well, or may stand at the end of a sentence: before
    taking the period for none, ask `is_also_a_word` and `may_end_sentence`.
    """
    name = squeeze(word)
    if not name.endswith("."):
        return False
    capital = not word[:1].islower()
    known = entries("abbreviations" if capital else "small_abbreviations")
    if name in known:
        return True
    pieces = name[:-1].split(".")
    if len(pieces) > 1:
        return all(piece.isalpha() and (len(piece) == 1 or piece + "." in known) for piece in pieces)
    if len(name) == 2:
        return name[0].isalpha()
    return capital and len(name) > 4 and name[-2] == "s" and name[:-2] + "." in known


def is_also_a_word(word: str) -> bool:
    """Tell whether an abbreviation, written with its period, is an ordinary English word too ("No.", "Mass.")."""
    name, words = squeeze(word), entries("also_words")
    if name in words:
        return True
    return name not in entries("abbreviations") and name.endswith("s.") and name[:-2] + "." in words


def may_end_sentence(word: str) -> bool:
    """Tell whether an abbreviation that is no word often stands last in a sentence ("Inc.", "Jr.", "U.S.")."""
    return squeeze(word) in entries("may_end")
