"""Words that end in a period which is no full stop."""

from __future__ import annotations

import re

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze

_PIECES = re.compile(r"(?:[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*\.)+(?:['’]s)?")
_LETTERS = re.compile(r"(?:[a-z]\.-?)+")


def is_abbreviation(word: str) -> bool:
    """Tell whether `word`, written with its period, is an abbreviation ("Rsch.", "Corp.", "v.", "N.Y.", "J.").

    Case is set aside. A single letter is an initial, and several pieces without a space ("Cal.App.", "Ph.D.") are an
    abbreviation when each is. Some are ordinary words as well, or may stand at the end of a sentence: before taking
    the period for none, ask `is_also_a_word` and `may_end_sentence`.
    """
    name = squeeze(word)
    if name in entries("abbreviations"):
        return True
    if not name.endswith("."):
        return False
    return all(len(piece) == 1 or piece + "." in entries("abbreviations") for piece in name[:-1].split(".")) and bool(
        _PIECES.fullmatch(name.replace("-", ""))
    )


def is_also_a_word(word: str) -> bool:
    """Tell whether an abbreviation, written with its period, is an ordinary English word too ("No.", "Mass.")."""
    return squeeze(word) in entries("also_words")


def may_end_sentence(word: str) -> bool:
    """Tell whether an abbreviation that is no word often stands last in a sentence ("Inc.", "Jr.", "U.S.")."""
    return squeeze(word) in entries("may_end")
