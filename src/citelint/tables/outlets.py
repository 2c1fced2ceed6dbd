"""Newspapers, magazines, broadcasters and news sites, known by name."""

from __future__ import annotations

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze


def is_outlet(words: str) -> bool:
    """Tell whether `words` name a newspaper, magazine, broadcaster or news site, abbreviated or in full.

    Case, spaces, a leading "The" and a trailing ".com" are set aside. Some names are ordinary words ("Time",
    "Wired", "The Week"): where they stand decides whether they are meant.
    """
    names = entries("outlets")
    name = squeeze(words).removesuffix(".com")
    return name in names or name.removeprefix("the") in names
