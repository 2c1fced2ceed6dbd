"""Persons before supra: surnames, whole names, initials; one of several authors; misspelt names."""

from __future__ import annotations

from citelint.model.link import Fit
from citelint.model.names import PARTICLES
from citelint.resolve.fold import Words, bare, near, stands_in
from citelint.resolve.names import Author, Names
from citelint.resolve.query import Query
from citelint.resolve.ranks import IN_FULL, SHARED, SURE, USUAL, Fitness
from citelint.resolve.titles import title_rank


def by_author(query: Query, names: Names) -> Fitness | None:
    """Consume persons from the head of the name; what is left must be the title or nothing."""
    if not names.authors:
        return _unsplit_author(query, names)
    found: list[int] = []
    weak = False
    used = 0
    for persons in query.persons:
        places = [_place(person, names.authors, found) for person in persons]
        if not places or None in places:
            break
        for place in places:
            if place is not None:
                found.append(place if place >= 0 else ~place)
                weak = weak or place < 0
        used += 1
    if not found:
        return _unsplit_author(query, names)
    rest = tuple([word for segment in query.segments[used:] for word in segment])
    exact = len(found) == len(names.authors) or (query.et_al and 0 in found)
    if rest:
        told = title_rank(rest, names)
        if told is None and not any(bare(rest) == label[-len(bare(rest)) :] for label in names.labels):
            return Fitness(SHARED, Fit.LOOSE)
        return Fitness(1 if exact and (told or 0) <= USUAL else IN_FULL, Fit.AUTHOR)
    if weak or (query.et_al and len(names.authors) == len(found) and not names.others):
        # "Klein et al." is hardly a work by Klein alone
        return Fitness(SURE, Fit.AUTHOR)
    return Fitness(IN_FULL if exact else USUAL if 0 in found else SURE, Fit.AUTHOR)


def _place(person: Words, authors: tuple[Author, ...], taken: list[int]) -> int | None:
    """Give the position of the author meant by `person`, its complement where only a given name agrees, else None."""
    given: int | None = None
    for place, author in enumerate(authors):
        if taken and place in taken:
            continue
        if calls(person, author):
            return place
        words = author.words
        if len(person) == 1 and len(words) > 1 and person[0] == words[0] and len(person[0]) > 1:
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
        if not rest or title_rank(rest, names) is not None or stands_in(rest, names.title):
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
