"""Tells an author that is an institution from a person."""

from __future__ import annotations

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze


def looks_institutional(words: str) -> bool:
    """Tell whether an author's name is that of an institution ("Pew Rsch. Ctr.") and not of a person.

    So it is when a word of it stands in no person's name ("Dep't", "Ass'n", "Council", "U.N."), when it is made of
    letters by which an institution is known ("OECD"), or when it is the whole name of a well-known company. Case is
    set aside, but names of persons in capitals are not taken for acronyms.
    """
    if squeeze(words) in entries("companies"):
        return True
    known, acronyms = entries("institution_words"), entries("acronyms")
    for word in words.replace(",", " ").replace("/", " ").split():
        bare = word.strip("()[]“”\"‘’'").removesuffix("’s").removesuffix("'s")
        if bare in acronyms:
            return True
        name = squeeze(bare)
        if name in known or (name.endswith(".") and name.count(".") > 1 and name.replace(".", "").upper() in acronyms):
            return True
    return any(pair in squeeze(words) for pair in ("taskforce", "workinggroup"))
