"""Names of persons: the surname in a printed name."""

from __future__ import annotations

from functools import lru_cache

PARTICLES = frozenset(
    {
        *("af", "al", "ap", "av", "bar", "ben", "bin", "d'", "d’", "da", "dal", "das", "de", "degli", "dei", "del"),
        *("della", "delle", "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "lo"),
        *("san", "santa", "st.", "ten", "ter", "tot", "van", "vande", "vanden", "vander", "ver", "vom", "von", "y"),
        *("zu", "zum", "zur", "'t", "’t"),
    }
)
"""Words that belong to the surname that follows them, in lower case."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "esq", "phd", "ph.d", "md", "m.d", "jd", "j.d", "2d", "3d"})
_AMBIGUOUS = frozenset(
    {"e", "y", "do", "la", "le", "lo", "ben", "bar", "al", "el", "san", "santa", "ten", "ver", "st."}
)
"""Particles that are also given names or words: they count only where they do not begin the name."""


@lru_cache(maxsize=8192)
def surname(name: str) -> str:
    """Give the surname of a person's printed name: the last word, with the particles before it, as printed.

    "Tomas van der Berg, Jr." gives "van der Berg", "Roberta Cohen" gives "Cohen", and one word gives itself. A suffix
    (Jr., III) and "et al." are no part of it. A name in the order "Last, First" is not known from its form, and no
    such name stands in a note.
    """
    words = name.replace("*", "").split()
    if len(words) > 2 and words[-1].rstrip(".,").lower() == "al" and words[-2].lower() == "et":
        words = words[:-2]
    while len(words) > 1 and words[-1].strip(".,").lower() in _SUFFIXES:
        words.pop()
    if not words:
        return ""
    first = len(words) - 1
    while first > 0 and words[first - 1].lower() in PARTICLES:
        if first == 1 and words[0].lower() in _AMBIGUOUS:
            break
        first -= 1
    return " ".join(words[first:]).strip(",;")
