"""Newspapers, magazines, broadcasters and news sites, known by name."""

from __future__ import annotations

import re
from functools import lru_cache

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze

# A station's call sign, known as such by a channel or a suffix: "KCRA 3", "13 WHAM", "WABC-TV". Capitals alone may be
# a surname ("KING").
_STATION = r"(?:\d{1,2} [KW][A-Z]{2,3}|[KW][A-Z]{2,3}(?: \d{1,2}|-(?:TV|FM|AM)))(?: News)?"


@lru_cache(maxsize=4096)
def is_outlet(words: str) -> bool:
    """Tell whether `words` name a newspaper, magazine, broadcaster or news site, abbreviated or in full.

    Case, spaces, a leading "The" and a trailing ".com" are set aside. Some names are ordinary words ("Time",
    "Wired", "The Week"): where they stand decides whether they are meant.
    """
    if re.fullmatch(_STATION, words):
        return True
    names = entries("outlets")
    name = squeeze(words).removesuffix(".com")
    return name in names or name.removeprefix("the") in names
