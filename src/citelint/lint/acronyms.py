"""Names of institutions cut to their letters, in short forms that say them without defining them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from citelint.lint.pointing import is_meant, single
from citelint.lint.wording import Wording
from citelint.model.citation import Citation, Role, Supra
from citelint.model.link import Fit, Why
from citelint.resolve.fold import Words, bare, fold

if TYPE_CHECKING:
    from citelint.lint.context import Context

_SHORTEST = 3


def letters_of(name: str) -> str | None:
    """Give the letters of a name that is an acronym of three letters or more, None for any other name."""
    letters = name.strip(" ,“”\"'’").replace(".", "")
    return letters if len(letters) >= _SHORTEST and letters.isalpha() and letters.isupper() else None


def by_acronym(supra: Supra, context: Context) -> Citation | None:
    """Give the work in the note named whose institution makes the letters before a supra, that nobody defined.

    Capitals are compared ("USSC" for U.S. Sent'g Comm'n), and first letters. None where the piece has the letters
    anywhere but before supra: there they may be defined.
    """
    letters = letters_of(supra.name.value)
    if letters is None:
        return None
    work = _of_letters(supra, letters, context)
    return None if work is None or is_used(supra, context) else work


def _of_letters(supra: Supra, letters: str, context: Context) -> Citation | None:
    found = context.found(supra)
    if found is not None:
        pointed = found.citation if is_meant(found, supra, context) and found.pointed is None else found.pointed
        return pointed if found.fit is Fit.ALIAS and pointed is not None and pointed.institution is not None else None
    number = single(supra)
    if context.why_lost(supra) is not Why.NEVER_CITED_IN_FULL or number is None:
        return None
    named = [
        mention
        for note in context.notes_numbered(number, context.note_of(supra))
        for mention in note.mentions
        if isinstance(mention, Citation) and mention.role is Role.TOP and mention.institution is not None
        and "".join(letter for letter in mention.institution.value if letter.isupper()) == letters
    ]  # fmt: skip
    return named[0] if len(named) == 1 else None


def is_used(supra: Supra, context: Context) -> bool:
    """Tell whether the name before a supra also stands where no supra follows it: it may be defined there."""
    words = bare(fold(supra.name.value))
    return context.facts(Wording).count(words) > context.facts(names_before_supra)[words]


def names_before_supra(context: Context) -> Counter[Words]:
    """Count the names before supra, folded."""
    return Counter(bare(fold(m.name.value)) for m in context.document.mentions if isinstance(m, Supra))
