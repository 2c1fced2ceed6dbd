"""Tells an author that is an institution from a person."""

from __future__ import annotations

from citelint.tables.entries import entries, lines
from citelint.tables.folding import squeeze
from citelint.tables.outlets import is_outlet


def looks_institutional(words: str) -> bool:
    """Tell whether an author's name is that of an institution ("Pew Rsch. Ctr.") and not of a person.

    So it is when a word of it stands in no person's name ("Dep't", "Ass'n", "Council", "U.N."), when it has letters
    by which an institution is known ("OECD"), or when it is as a whole that of a well-known company, or of a
    newspaper or broadcaster in two words or more. Case is set aside, but a name of several words all in capitals
    ("JANE ICE") is not searched for such letters.
    """
    name = squeeze(words)
    if name in entries("companies"):
        return True
    parts = words.replace(",", " ").replace("/", " ").split()
    known = entries("institution_words")
    acronyms = entries("acronyms") if len(parts) == 1 or not words.isupper() else frozenset[str]()
    for part in parts:
        word = part.strip("()[]“”\"‘’'").removesuffix("’s").removesuffix("'s")
        if word in acronyms or squeeze(word) in known:
            return True
        if word.count(".") > 1 and word.replace(".", "") in acronyms:
            return True
    return any(phrase in name for phrase in lines("institution_phrases")) or (len(parts) > 1 and is_outlet(words))
