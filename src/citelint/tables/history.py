"""Phrases of case history (aff'd, cert. denied) and phrases that tie a source to another (reprinted in)."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast

from citelint.tables.entries import values

PhraseKind = Literal["history", "explanatory"]


@cache
def phrases() -> tuple[str, ...]:
    """Give every phrase, longest first: small letters, single spaces, no comma behind, with either apostrophe.

    A phrase that has an apostrophe is there twice, with a straight one and with a curly one.
    """
    found = {form for phrase in values("history") for form in (phrase, phrase.replace("'", "’"))}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def phrase_kind(words: str) -> PhraseKind | None:
    """Give the kind of the phrase `words`, None for none.

    "history" is what a court did to the case or a later source to its authority, "explanatory" what ties a source
    to another that has it, has part of it or is about it. Case, spaces, apostrophes and a trailing comma are set
    aside.
    """
    name = " ".join(words.split()).rstrip(",").replace("’", "'").lower()
    return cast("PhraseKind | None", values("history").get(name))
