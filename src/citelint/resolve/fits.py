"""How well a name fits a work.

A fit has a rank: 0 a hereinafter label, 1 author and title, 2 the name in full, 3 its usual short form, 4 a less usual
part of it, 5 words in common alone, 6 some words in common, 7 a misspelt name. Up to `SURE` the name is one that people
give the work; beyond, something must confirm it.
"""

from __future__ import annotations

from typing import NamedTuple

from citelint.model.citation import Kind
from citelint.model.link import Fit
from citelint.model.names import PARTICLES
from citelint.resolve.fold import Words, bare, near, same, shortens, stands_in, telling
from citelint.resolve.names import GOVERNMENTS, Author, Names
from citelint.resolve.query import Query

SURE = 4
"""The last rank at which a name is a name of the work."""

_ENOUGH = 2
"""A rank that needs no better: it is the name in full."""

SHARED = 5
PARTLY = 6
MISSPELT = 7

_GENERIC = frozenset(
    {
        *("act", "article", "book", "brief", "case", "cases", "chapter", "code", "comment", "comments", "complaint"),
        *(
            "decision",
            "email",
            "essay",
            "guidance",
            "guide",
            "hearing",
            "hearings",
            "interview",
            "law",
            "letter",
            "memo",
        ),
        *("memorandum", "motion", "note", "notes", "opinion", "order", "paper", "policy", "press", "release", "report"),
        *("review", "rule", "rules", "statement", "study", "survey", "testimony", "work", "works"),
    }
)
"""Words that say what a source is, not which: alone they fit nothing."""


class Fitness(NamedTuple):
    """A rank and what it rests on."""

    rank: int
    fit: Fit


def fitness(query: Query, names: Names) -> Fitness | None:
    """Tell how well one reading of a name fits a work, None where they share nothing that tells."""
    best: Fitness | None = None
    # "et al." is said of persons alone
    judges = _OF_PERSONS if query.et_al or query.tail else (*_OF_PERSONS, *_OF_OTHERS)
    for judge in judges:
        found = judge(query, names)
        if found is not None and (best is None or found.rank < best.rank):
            best = found
            if best.rank <= _ENOUGH:
                return best
    return best if best or query.tail else _shared(query, names)


def _label(query: Query, names: Names) -> Fitness | None:
    found: Fitness | None = None
    for label in names.labels:
        words = query.words
        if words == label or bare(words) == bare(label):
            return Fitness(0, Fit.LABEL)
        if len(words) > len(label) and words[-len(label) :] == label and _is_author(words[: -len(label)], names):
            return Fitness(0, Fit.LABEL)
        if len(label) > len(words) and label[-len(words) :] == words and _is_author(label[: -len(words)], names):
            found = Fitness(1, Fit.LABEL)
        elif found is None and label[: len(words)] == words and telling(words):
            found = Fitness(3, Fit.LABEL)
    return found


def _is_author(words: Words, names: Names) -> bool:
    """Tell whether `words` are nothing but author or institution of the work."""
    if words == names.institution[: len(words)] or words in names.aliases:
        return True
    told = {word for author in names.authors for word in author.words} | {"and", "et", "al"}
    return bool(words) and set(words) <= told


def _alias(query: Query, names: Names) -> Fitness | None:
    for alias in names.aliases:
        if query.words == alias:
            return Fitness(1, Fit.ALIAS)
        if query.words[: len(alias)] == alias and _title_rank(query.words[len(alias) :], names) is not None:
            return Fitness(1, Fit.ALIAS)
    if query.acronym and query.acronym in names.acronyms:
        return Fitness(3, Fit.ALIAS)
    if len(query.acronym) > 2 and any(made.startswith(query.acronym) for made in names.acronyms):
        # the CAT of a Convention Against Torture and Other Cruel ...
        return Fitness(4, Fit.ALIAS)
    return None


def _author(query: Query, names: Names) -> Fitness | None:
    """Consume persons from the head of the name; what is left must be the title or nothing."""
    if not names.authors:
        return _unsplit_author(query, names)
    found: list[int] = []
    weak = False
    used = 0
    for persons in query.persons:
        places = [_place(person, names.authors, found) for person in persons] or [None]
        if any(place is None for place in places):
            break
        for place in places:
            if place is not None:
                found.append(place if place >= 0 else ~place)
                weak = weak or place < 0
        used += 1
    if not found:
        return _unsplit_author(query, names)
    rest = tuple(word for segment in query.segments[used:] for word in segment)
    exact = len(found) == len(names.authors) or (query.et_al and 0 in found)
    if rest:
        told = _title_rank(rest, names)
        if told is None and not any(bare(rest) == label[-len(bare(rest)) :] for label in names.labels):
            return Fitness(SHARED, Fit.LOOSE)
        return Fitness(1 if exact and (told or 0) <= 3 else 2, Fit.AUTHOR)
    if weak:
        return Fitness(SURE, Fit.AUTHOR)
    return Fitness(2 if exact else 3 if 0 in found else 4, Fit.AUTHOR)


def _place(person: Words, authors: tuple[Author, ...], taken: list[int]) -> int | None:
    """Give the position of the author meant by `person`, its complement where only a given name agrees, else None."""
    given: int | None = None
    for place, author in enumerate(authors):
        if place in taken:
            continue
        if calls(person, author):
            return place
        if len(person) == 1 and len(author.words) > 1 and person[0] == author.words[0] and len(person[0]) > 1:
            given = ~place
    return given


def calls(person: Words, author: Author) -> bool:
    """Tell whether a person's name as used calls the author: the surname, the whole name, or initials and surname.

    Of a surname its particles may be left out ("Loo" for Van Loo), half of a hyphenated one may not ("Bell" for
    Adler-Bell).
    """
    words = author.words
    if not person or not words or person[-1] != words[-1]:
        return False
    if words[-len(person) :] == person:
        return all(word in PARTICLES for word in words[-author.surname : -len(person)])
    # "Dan Burke" for Daniel Burke, "W. Royce" for Winston W. Royce: each given name begins one of the author's
    given = iter(words[:-1])
    return all(any(full.startswith(part) for full in given) for part in person[:-1])


def _unsplit_author(query: Query, names: Names) -> Fitness | None:
    """Look for the persons among the words where authors stand that were not told apart."""
    if not names.zone or not query.persons or query.acronym:
        return None
    known = {word for author in names.authors for word in author.words}
    persons = [person for person in query.persons[0] if not known.issuperset(person)]
    if persons and all(len(person[-1]) > 2 and _ends_name(person, names) for person in persons):
        rest = tuple(word for segment in query.segments[1:] for word in segment)
        if not rest or _title_rank(rest, names) is not None or stands_in(rest, names.title):
            return Fitness(SURE, Fit.AUTHOR)
    return None


def _ends_name(person: Words, names: Names) -> bool:
    """Tell whether a person stands last among those words, or before an "and"."""
    zone = names.zone
    count = len(person)
    return any(
        zone[i : i + count] == person and (i + count == len(zone) or zone[i + count] == "and")
        for i in range(len(zone) - count + 1)
    )


def _institution(query: Query, names: Names) -> Fitness | None:
    name, words = names.institution, query.words
    if not name or not words:
        return None
    if _begins(name, words):
        if len(words) >= len(name):
            return Fitness(2, Fit.INSTITUTION)
        if len(telling(words)) > 1:
            return Fitness(3, Fit.INSTITUTION)
        if words[0] not in _GENERIC:
            # "Pew" for Pew Research Center; but a White is not the White House for sure
            return Fitness(SURE, Fit.INSTITUTION)
    if len(words) > len(name) and _begins(words, name) and _title_rank(words[len(name) :], names) is not None:
        return Fitness(1, Fit.INSTITUTION)
    if stands_in(words, name) and any(word not in _GENERIC for word in telling(words)):
        return Fitness(4, Fit.INSTITUTION)
    return None


def _title(query: Query, names: Names) -> Fitness | None:
    rank = _title_rank(query.words, names)
    if rank is None:
        return None
    if len(telling(query.words)) < 2 and rank > 2:
        # one word of a title is a name only where no author or institution gives a better one
        if query.words[0] in _GENERIC or names.authors or names.institution:
            return Fitness(SHARED, Fit.TITLE)
        return Fitness(4, Fit.TITLE)
    return Fitness(rank, Fit.TITLE)


def _title_rank(words: Words, names: Names) -> int | None:
    """Give 2 for the whole title or all before its colon, 3 for its leading words, 4 for a run of it, else None."""
    words = bare(words)
    title = names.title or (names.lead if not names.authors and not names.parties else ())
    if not words or not title:
        return None
    if _begins(title, words):
        return 2 if len(words) in (len(title), names.main) else 3
    if len(title) > 1 and _begins(words, title):
        return 4
    told = telling(words)
    if len(told) > 1 and not names.words.isdisjoint(told) and (stands_in(words, title) or _in_order(told, title)):
        return 4
    return None


def _party(query: Query, names: Names) -> Fitness | None:
    if not names.parties:
        return None
    words = query.words
    if query.case or "v" in words:
        return Fitness(2, Fit.PARTY) if _same_case(words, names.parties) else None
    for party in names.parties:
        if _begins(party, words) and " ".join(words) not in GOVERNMENTS:
            return Fitness(
                3 if len(words) == len(party) or len(words) > 1 or words[0] not in _GENERIC else 5, Fit.PARTY
            )
    if names.kind is Kind.CASE and names.lead and _begins(bare(names.lead), words) and len(words) > 1:
        return Fitness(2, Fit.PARTY)
    return None


def _same_case(words: Words, parties: tuple[Words, ...]) -> bool:
    """Tell whether "X v. Y" begins both sides of a case."""
    if "v" not in words:
        return False
    place = words.index("v")
    left, right = bare(words[:place]), bare(words[place + 1 :])
    return any(_begins(p, left) for p in parties) and (not right or any(_begins(p, right) for p in parties))


def _reporter(query: Query, names: Names) -> Fitness | None:
    name, words = names.reporter, query.words
    if not name or not words:
        return None
    if _begins(name, words) and (len(words) == len(name) or len(telling(words)) > 1):
        return Fitness(
            3 if names.kind is Kind.CHAPTER or (len(words) == len(name) and not names.title) else 5, Fit.REPORTER
        )
    return None


def _lead(query: Query, names: Names) -> Fitness | None:
    """Compare with all words before the locator, and with the publisher."""
    words = query.words
    if _begins(bare(names.lead), words):
        return Fitness(SURE if any(word not in _GENERIC for word in telling(words)) else SHARED, Fit.TITLE)
    if names.publisher and _begins(bare(names.publisher), words) and len(telling(words)) > 1:
        return Fitness(SURE, Fit.INSTITUTION)
    return None


def _shared(query: Query, names: Names) -> Fitness | None:
    """Count the words in common."""
    told = query.telling
    if not told:
        return None
    common = [word for word in told if word in names.words]
    if not any(word not in _GENERIC and not word.isdigit() for word in common):
        return None
    if len(common) == len(told):
        return Fitness(SHARED, Fit.LOOSE)
    return Fitness(PARTLY, Fit.LOOSE) if 2 * len(common) >= len(told) else None


def misspelt(query: Query, names: Names) -> bool:
    """Tell whether the name is, but for a slip in one word, an author, a party, a label, an institution or a title."""
    persons = [person for group in query.persons for person in group]
    for author in names.authors:
        family = author.words[-author.surname :]
        if any(_nearly(person[-len(family) :], family) for person in persons if len(person) >= len(family)):
            return True
    for whole in (*names.labels, *names.parties, names.institution, names.title[: names.main], names.title):
        if whole and len(query.words) == len(whole) and _nearly(query.words, whole):
            return True
    return False


def _nearly(words: Words, name: Words) -> bool:
    """Tell whether two runs of words differ by a slip in one word."""
    odd = [(a, b) for a, b in zip(words, name, strict=False) if a != b]
    return len(words) == len(name) and len(odd) <= 1 and all(near(a, b) for a, b in odd)


def _begins(name: Words, words: Words) -> bool:
    """Tell whether `name` begins with `words`, abbreviations taken for their words."""
    return 0 < len(words) <= len(name) and all(a == b or same(a, b) for a, b in zip(words, name, strict=False))


def _in_order(words: Words, name: Words) -> bool:
    """Tell whether all of `words` stand in `name` in their order."""
    rest = iter(name)
    return all(any(a == b or shortens(a, b) for b in rest) for a in words)


_OF_PERSONS = (_label, _author)
_OF_OTHERS = (_alias, _institution, _title, _party, _reporter, _lead)
