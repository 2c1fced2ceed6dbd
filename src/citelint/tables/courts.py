"""Courts as they are named in the parenthesis before the date ("9th Cir.", "S.D.N.Y.", "Cal. Ct. App.")."""

from __future__ import annotations

import re

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze
from citelint.tables.months import MONTHS

_ORDINAL = re.compile(r"(?:1st|2n?d|3r?d|\d{1,2}th)")
# What may follow the court: a department, district, division or circuit.
_TAIL = re.compile(r"(?:dist|dept|dep't|div|cir|jud\.dist|jud\.div)\.?$")
# A county, then its court; and a place behind a court. Seldom asked for, so compiled when they are.
_COUNTY = r"(?s)(?:[^\W\d_][\w.'’-]*\s+){1,4}(?:Cnty|Cty|County|Parish|City|Mun)\.?\s.*(?:Ct\.?|Court)"
_PLACE = r"[\[(]?[^\W_a-z][\w.'’&-]*(?:\s+[\[(]?[\w.'’&-]+[\])]?){0,4}[\])]?"
_LONGEST_STATE = 24


def is_court(words: str) -> bool:
    """Tell whether `words` are the name of a court, as it stands before the year.

    Known are federal courts, the courts of each state by state and name ("Tex. Crim. App."), these with a
    department, district or place ("Cal. Ct. App. 2d Dist.", "Tex. App.—Houston [14th Dist.]", "N.Y. Sup. Ct.,
    Albany Cnty."), and tribunals and agencies that decide cases. A state alone is its highest court. Wrong forms
    that are common ("2nd Cir.", "M.D. Penn.", "E.D.N.Y") are courts too. Case, spaces, a last period left out and
    "filed" behind make no difference, but the first letter is a capital.
    """
    if words[:1].islower():
        return False
    head, dash, place = words.partition("—")
    if not dash:
        head, dash, place = words.partition(",")
    if dash and place.strip():
        return _is_named(squeeze(head)) and _is_place(place.strip())
    name = squeeze(head).removesuffix("filed")
    return _is_named(name) or _is_named(name + ".") or re.fullmatch(_COUNTY, words.strip()) is not None


def _is_place(words: str) -> bool:
    return words.split()[0] not in MONTHS and re.fullmatch(_PLACE, words) is not None


def _is_named(name: str) -> bool:
    if name in entries("courts"):
        return True
    plain = _ORDINAL.sub("", name)
    plain = plain.removeprefix("bankr.").removeprefix("c.c.")
    if plain in entries("courts"):
        return plain != name
    names, places = entries("court_words"), entries("places")
    for cut in range(2, min(len(plain), _LONGEST_STATE)):
        if plain[:cut] in places:
            rest = plain[cut:]
            if rest in names or _TAIL.sub("", rest) in names:
                return True
    return False
