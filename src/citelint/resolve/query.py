"""The name before supra, taken apart: persons, a title, a collection."""

from __future__ import annotations

import re
from typing import NamedTuple

from citelint.resolve.fold import Words, bare, fold, telling

_ET_AL = re.compile(r",?\s*\bet\.?\s+al\b\.?", re.I)
_COLLECTION = re.compile(r"(?:^|,\s+)in\s+(?=[^a-z\s])")
_AND = re.compile(r"\s+&\s+|\s+and\s+|\s*&\s*")
_SENTENCE_END = re.compile(r"(\w+)[^\w\s]?[.?!][^\w\s]*\s+(?=\S)")
_SHORTEST_WORD = 4
_SUFFIX = re.compile(r",?\s+(?:[JSjs][Rr]|I{2,3})\b\.?(?=\s*(?:,|&|$))")
_STOP = re.compile(r"\w\w[.?!][^\w\s]*\s*(?=[^\W\d_a-z][^.]*$)")
_HONORIFIC = frozenset(
    {"professor", "professors", "prof", "profs", "judge", "justice", "dr", "mr", "mrs", "ms", "dean"}
)
_JOINING = frozenset(
    {
        *("a", "af", "al", "am", "and", "as", "at", "by", "da", "das", "de", "dei", "del", "della", "der", "des", "di"),
        *("do", "dos", "du", "e", "el", "en", "et", "for", "from", "ibn", "in", "la", "las", "le", "les", "los", "of"),
        *(
            "on",
            "or",
            "over",
            "ten",
            "ter",
            "the",
            "to",
            "v",
            "van",
            "vs",
            "vom",
            "von",
            "with",
            "y",
            "zu",
            "zur",
            "bin",
        ),
    }
)
"""Words that stand in lower case inside a name or title."""


class Query(NamedTuple):
    """One reading of a name before supra.

    `words` are all its folded words without a leading article, `telling` those of them that can tell works apart;
    `segments` the words between its commas, each split at "&" and "and" into `persons` in the same place; `et_al`
    whether others are passed over; `acronym` the letters where the whole name is one word in capitals; `case` whether
    it is "X v. Y". `tail` says that it is only the words after a stop within the name, which may belong to the sentence
    before ("the law. Cohen") or to the name ("U.S. Dep't").
    """

    words: Words
    telling: Words
    segments: tuple[Words, ...]
    persons: tuple[tuple[Words, ...], ...]
    et_al: bool
    acronym: str
    case: bool
    tail: bool = False


def readings(name: str) -> tuple[Query, ...]:
    """Give the ways to read the name before supra, the likeliest first; none where it has no words.

    The whole name comes first, then its tail where its head is prose, an honorific or a volume number, then the
    collection of "X, in Y".
    """
    if name.isalpha():  # one word, as most names are, has one reading
        query = _query(name)
        return (query,) if query.words else ()
    texts = dict.fromkeys([name])
    for text in (_after_sentence(name), *_after_prose(name)):
        texts.setdefault(text)
    for text in list(texts):
        texts.setdefault(_without_honorific(text))
    if "in" in name and (found := _COLLECTION.search(name)):
        collection = name[found.end() :]
        texts = {**({collection: None}), **texts} if found.start() == 0 else {**texts, collection: None}
    queries = {query.words: query for text in reversed(texts) if (query := _query(text)) and query.words}
    read = tuple(reversed(queries.values()))
    if _has_stop(name) and (stop := _STOP.search(name)) is not None:
        last = _query(name[stop.end() :])._replace(tail=True)
        if last.words and last.words not in queries:
            read = (*read, last)
    return read


def _query(text: str) -> Query:
    whole = _SUFFIX.sub("", text)
    told = _ET_AL.sub("", whole)
    words = bare(fold(told))
    parts = [part for part in told.split(",") if part.strip()]
    segments = tuple(fold(part) for part in parts)
    persons = tuple(map(_persons, parts))
    compact = told.strip().strip(",").replace(".", "")
    acronym = compact.lower() if 2 <= len(compact) <= 8 and compact.isalpha() and compact.isupper() else ""
    return Query(words, telling(words), segments, persons, told != whole, acronym, " v. " in text or " v " in text)


def _persons(part: str) -> tuple[Words, ...]:
    """Give the words of each of the persons that "&" or "and" joins."""
    pieces = _AND.split(part) if "&" in part or "and" in part else [part]
    return tuple([folded for piece in pieces if (folded := fold(piece))])


def _has_stop(text: str) -> bool:
    return "." in text or "?" in text or "!" in text


def _after_sentence(text: str) -> str:
    """Cut what stands before the last end of a sentence: a stop after a word of four small letters or more."""
    if not _has_stop(text):
        return text
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if found[1].islower() and len(found[1]) >= _SHORTEST_WORD:
            start = found.end()
    return text[start:]


def _after_prose(text: str) -> tuple[str, ...]:
    """Cut a head of lower-case prose: "as noted in Cohen" gives "Cohen"."""
    words = text.split()
    last = -1
    for place, word in enumerate(words):
        plain = word.strip("“”\"'’()[],;:.")
        if plain.islower() and plain.isalpha() and plain not in _JOINING:
            last = place
    if last < 0 or last + 1 >= len(words):
        return ()
    tail = words[last + 1 :]
    while (
        len(tail) > 1 and tail[0].strip(",").islower() and tail[0].strip(",") in {"in", "by", "of", "from", "to", "at"}
    ):
        tail = tail[1:]
    return (" ".join(tail),)


def _without_honorific(text: str) -> str:
    """Cut "Professor", "Justice" or a volume number before a name."""
    words = text.split()
    while len(words) > 1 and (
        words[0].strip(".,").lower() in _HONORIFIC or words[0].isdigit() or words[0] in ("in", "See")
    ):
        words = words[1:]
    return " ".join(words)
