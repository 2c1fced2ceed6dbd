"""What a stretch of words looks like: a person's name, a title, a case name, a sentence of prose."""

from __future__ import annotations

import re
from functools import lru_cache

from citelint.tables.entries import entries

CONNECTORS = frozenset(
    "a an and & as at by de del della den der di du for from in into la le les of on or over per the to und v. vs. v "
    "vs van von with et al. al re rel. ex parte des das y e dos da et-al than via vom zur not nor but is its".split()
)
"""Small words that stand in names and titles without a capital."""

_WORD = re.compile(r"[^\s]+")
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][\w’'‘\u00ad-]*\.?|(?:[A-Z]\.-?)+|[A-Z]\.|de|del|della|der|den|di|du|la|le|van|von|bin|al|el|ten|ter|da|dos|"
    r"y|zu|d[’'][A-Z]\w+|[a-z]{1,2}[A-Z]\w+|ibn|af|av|eds?\.,?)$"
)
_NO_NAME = frozenset(
    "The A An In On How Why What When Where Who Is Are Do Does Can Note Comment Toward Towards Against Beyond From "
    "Between After Before About For To Of Report Hearing Letter Memorandum Interview Press Release Statement Act "
    "Restatement Treaty Convention Agreement Directive Regulation Order Case Cases Law Laws Court Courts Rights "
    "Justice Policy Press News Times Daily Review Journal Article Part Section Chapter Table Figure And Or With "
    "Amendment Constitution Code Brief Complaint Petition Motion Exec. Executive Public Private First Second "
    "Third Questions Frequently Guidelines Standards Statistics Survey Data Facts Sheet Guide Manual Handbook "
    "Overview Introduction Update Trends Index Database Website Blog Podcast Proceedings Testimony".split()
)
_PRONOUNS = frozenset({"You ", "She "})
_SMALL_NAMES = frozenset(
    {"bell hooks", "danah boyd", "john a. powell", "sean f. reardon", "adrienne maree brown", "e.e. cummings"}
)
"""Authors who write their names small."""
_LETTERED = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=4096)
def is_person(words: str) -> bool:
    """Tell whether `words` look like one person's name: "Roberta Cohen", "W. Nicholson Price II", "danah boyd" not."""
    pieces = words.replace("\u00a0", " ").split()
    if words in _SMALL_NAMES:
        return True
    if not 2 <= len(pieces) <= 6 or pieces[0] in _NO_NAME or words[:4] in _PRONOUNS:
        return False
    # An initial between two names marks a person, whatever the last name means ("Ada B. Law").
    initialled = any(len(piece) == 2 and piece[1] == "." for piece in pieces[:-1])
    if not initialled and (pieces[-1] in _NO_NAME or any(map(is_title_word, pieces))):
        return False
    capitals = 0
    for piece in pieces:
        if not _NAME_WORD.match(piece):
            return False
        capitals += piece[0].isupper()
    if capitals < 2 and not (capitals == 1 and len(pieces) > 2):
        return False
    return not is_institution(words)


def is_title_word(word: str) -> bool:
    """Tell whether a word stands in titles and in no person's name ("Plan", "Quality", "Warrants", "Here’s")."""
    bare = word.rstrip(".,:").casefold()
    return bare.endswith(("’s", "'s", "s’", "s'", "n’t", "n't")) or bare in entries("title_words")


@lru_cache(maxsize=4096)
def is_institution(words: str) -> bool:
    """Tell whether `words` name an institution, by the table; kept, because the same stretch is asked about often."""
    from citelint.tables.institutions import looks_institutional

    return looks_institutional(words)


_WEAK = frozenset(
    "action activists city clinic club community companies company conference corporation county court courts "
    "defenders delegation development district enterprises exchange faculty fellowship fund government group "
    "hospital industries information insurance international journalists judiciary league legislature "
    "libraries library media ministers museum nations network networks newspaper newspapers parliament "
    "partners partnership patrol police program project publications republic research school schools section "
    "senate service services society staff state states studies supreme system systems team technologies "
    "times trust trustees union unit united universities volunteers watch workers workshop worldwide tribes "
    "churches chambers advocates affairs agency administration bank banks".split()
)
"""Words of institutions that titles have as well: "Invisible Workers"."""


def is_weakly_institutional(words: str) -> bool:
    """Tell whether nothing but words that titles have too, none of them cut, make `words` an institution's name.

    So does a colon: titles have one, institutions none.
    """
    if ":" in words:
        return True
    known = entries("institution_words")
    marks = [w for w in (p.strip("()“”‘’,:;").casefold() for p in words.split()) if w in known]
    return bool(marks) and all(w in _WEAK for w in marks) and not any(p.isupper() for p in words.split() if len(p) > 1)


def is_small_word(word: str) -> bool:
    """Tell whether a word begins small and is no connector: prose, not a name or title."""
    bare = word.strip("“”\"‘’'(),;:[]—–-")
    return bare[:1].isalpha() and bare not in CONNECTORS and bare.islower() and "." not in bare


@lru_cache(maxsize=1024)
def small_share(words: str) -> float:
    """Give the share of prose words (small, no connectors) among the words that have letters."""
    pieces = [p for p in words.split() if _LETTERED.search(p)]
    if not pieces:
        return 0.0
    return sum(map(is_small_word, pieces)) / len(pieces)


def is_titled(words: str) -> bool:
    """Tell whether `words` are set like a name or title: a capital at the head, hardly a small word."""
    head = words.lstrip("“\"‘'([ *#@")
    return bool(head) and (head[0].isupper() or head[0].isdigit()) and small_share(words) <= 0.25


def is_fragment(words: str, stop: str) -> bool:
    """Tell whether a clause that a stop ended is no sentence but the head of a name or title.

    A question or exclamation mark ends titles too; a period only after a name that is capitals throughout.
    """
    count = len(words.split())
    if count > 40:
        return False
    if stop[:1] in "?!":
        pieces = [p.strip() for p in words.split(",")]
        named = any(is_person(p) or p.endswith("et al.") or all(map(is_person, p.split(" & "))) for p in pieces[:-1])
        return named or (is_titled(words) and count <= 25)
    return count <= 8 and small_share(words) == 0.0 and words[:1].isupper() and not words.startswith(("The ", "This "))
