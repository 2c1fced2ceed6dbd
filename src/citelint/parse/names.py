"""What a token is once its name was looked up: a reporter, a code, an abbreviation, the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from citelint.tables.abbreviations import is_abbreviation, is_also_a_word
from citelint.tables.codes import is_code
from citelint.tables.reporters import is_reporter
from citelint.tables.treaties import is_treaty_source

_NEXT = re.compile(r"\s*([‘’“\"'(\[]{0,9})(\S{1,40})")
_OPENERS = frozenset(
    "The This That These Those There They Their Then Thus Therefore It Its If In Is As At An A And Although Also After "
    "Another Any All Because Before Both But By Can Could Does Each Even Every First Finally For From Further "
    "Furthermore Given He Her His How However I Instead Just Later Like Many More Moreover Most Much My Nevertheless "
    "No Nonetheless Nor Not Note Notably Nothing Now On Once One Only Or Other Others Our Over Perhaps Rather "
    "Recall Second She Should Similarly Since So Some Specifically Still Such To Today Two Under Unlike Until We What "
    "When Where Whether Which While Who Why With Without Yet You".split()
)
_SIGNALS = re.compile(r"(?:See|But|Cf\.|Accord|Contra|Compare|E\.g\.|Id\.|Ibid|ID\.|supra|infra|see|cf\.|but)(?![\w])")
_SIGNALLING = frozenset("bcis")
"""The small letters with which signals and references begin: behind all others a sentence goes on."""
_MONTH_BEFORE = re.compile(
    r"(?<!\w)(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},?\s)?$"
)
_INITIALS = re.compile(r"(?:[A-Z]\.-?)+$")
_SENTENCE_WORDS = re.compile(r"[a-z]{3,}|[A-Z][a-z]{3,}")
_LAST_OF_NAME = frozenset(
    "inc. corp. co. ltd. llc. l.l.c. l.l.p. l.p. p.c. bros. jr. sr. al. u.s. u.k. e.u. u.n. d.c. a.m. p.m. etc. "
    "cong. ass’n. sess. app. ann. no. pp. art. dep’t. n.d. u.s.c. c.f.r.".split()
)


def ends_sentence(word: str, text: str, after: int, end: int) -> bool:
    """Tell whether a sentence ends with `word`, which has its period, given what stands from `after` on.

    Certain only at the end of the note and before a small letter; between, a period after a known abbreviation goes on
    unless a word follows that opens sentences, and a period after an unknown word ends the sentence unless the word
    looks cut ("Mtn.", "Tchrs.").
    """
    if after + 1 < end and text[after] == " " and text[after + 1].islower() and text[after + 1] not in _SIGNALLING:
        return False
    following = _NEXT.match(text, after, end)
    if following is None:
        return True
    quote, next_word = following.groups()
    first = next_word[0]
    if not quote and (first.islower() or first in ",;:.)]!?”’—–-&…/@" or first == "’"):
        return bool(_SIGNALS.match(next_word)) and not is_abbreviation(word)
    if not text[after].isspace():
        # "consequences.Pollman": the blank was lost.
        return word[:1].islower() and len(word) > 4 and first.isupper()
    if _INITIALS.fullmatch(word):
        return (len(word) > 2 and next_word in _OPENERS and next_word not in ("A", "I")) or bool(
            _SIGNALS.match(next_word) and len(word) > 2
        )
    known = is_abbreviation(word)
    if _SIGNALS.match(next_word):
        return not (known and word[0].islower()) and word.lower() not in ("cf.", "v.", "no.", "e.g.")
    if first.isdigit() or first in "§¶$":
        return not known
    bare = next_word.rstrip(",.;:’'”")
    if known:
        if bare in _OPENERS and next_word == bare:
            return word.lower() in _LAST_OF_NAME or is_also_a_word(word)
        return word[0].islower() and is_also_a_word(word)
    if word[0].islower():
        return True
    if bare in _OPENERS:
        return True
    if word[:-1].isupper() and "." not in word[:-1]:
        return True
    return bool(_SENTENCE_WORDS.match(word)) and len(word) > 5 and any(v in word[1:-1] for v in "aeiouy")


def abbreviation(text: str, first: int, last: int, end: int) -> str:
    """Tell ABBREVIATION from ENDING: the last word of a sentence with its period."""
    return "ENDING" if ends_sentence(text[first:last], text, last, end) else "ABBREVIATION"


def named_source(text: str, first: int, last: int, end: int) -> str:
    """Tell the reporter of a case from a code and from a periodical, by the tables."""
    return source_type(text[first:last])


@lru_cache(maxsize=1024)
def source_type(name: str) -> str:
    """Give the terminal that a name between volume and page is, by the tables."""
    if is_reporter(name):
        return "REPORTER"
    if is_code(name) or is_treaty_source(name):
        return "CODE"
    return "PERIODICAL"


def volume(text: str, first: int, last: int, end: int) -> str:
    """Tell a volume from the day or year of a date before words with a page ("Feb. 19, 2015 Letter at 2")."""
    if text[first - 1 : first] == " " and _MONTH_BEFORE.search(text, max(0, first - 16), first):
        name = text[last : last + 4].strip()
        return "VOLUME" if name == "WL" else "NUMERAL"
    return "VOLUME"


Retype = Callable[[str, int, int, int], str]
RETYPED: dict[str, Retype] = {
    "ABBREVIATION": abbreviation,
    "PERIODICAL": named_source,
    "VOLUME": volume,
    "LPAR": lambda text, first, last, end: "LPAR",
    "RPAR": lambda text, first, last, end: "RPAR",
    "LBRACK": lambda text, first, last, end: "LBRACK",
    "RBRACK": lambda text, first, last, end: "RBRACK",
}
"""What is looked up: for a terminal's name, a function of text, start, end of the token, and end of the note."""
