"""How well a name fits a work: by its label, authors, institution, title, acronym, parties or reporter."""

from __future__ import annotations

from citelint.model.citation import Kind
from citelint.model.link import Fit
from citelint.resolve.fold import Words, bare, near, same, stands_in, telling
from citelint.resolve.names import GOVERNMENTS, Names
from citelint.resolve.persons import by_author
from citelint.resolve.query import Query
from citelint.resolve.ranks import IN_FULL, PARTLY, SHARED, SURE, Fitness
from citelint.resolve.titles import begins, title_rank

_GENERIC = frozenset(
    {
        *("act", "article", "book", "brief", "case", "cases", "chapter", "code", "comment", "comments", "complaint"),
        *("decision", "email", "essay", "guidance", "guide", "hearing", "hearings", "interview", "law", "letter"),
        *("memo", "memorandum", "motion", "note", "notes", "opinion", "order", "paper", "policy", "press", "release"),
        *("report", "review", "rule", "rules", "statement", "study", "survey", "testimony", "work", "works"),
    }
)
"""Words that say what a source is, not which: alone they fit nothing."""


def fitness(query: Query, names: Names) -> Fitness | None:
    """Tell how well one reading of a name fits a work, None where they share nothing that tells."""
    best: Fitness | None = None
    # "et al." is said of persons alone
    for judge in _OF_PERSONS if query.et_al or query.tail else _JUDGES:
        found = judge(query, names)
        if found is not None and (best is None or found.rank < best.rank):
            best = found
            if best.rank <= IN_FULL:
                return best
    return best if best or query.tail else _shared(query, names)


def _label(query: Query, names: Names) -> Fitness | None:
    found: Fitness | None = None
    words = query.words
    for label in names.labels:
        if words[-1] == label[-1]:
            if words == label or bare(words) == bare(label):
                return Fitness(0, Fit.LABEL)
            if len(words) > len(label) and words[-len(label) :] == label and _is_author(words[: -len(label)], names):
                return Fitness(0, Fit.LABEL)
            if len(label) > len(words) and label[-len(words) :] == words and _is_author(label[: -len(words)], names):
                found = Fitness(1, Fit.LABEL)
                continue
        if found is None and label[: len(words)] == words and telling(words):
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
        if query.words[: len(alias)] == alias and title_rank(query.words[len(alias) :], names) is not None:
            return Fitness(1, Fit.ALIAS)
    if query.acronym and query.acronym in names.acronyms:
        return Fitness(3, Fit.ALIAS)
    if len(query.acronym) > 2 and any(made.startswith(query.acronym) for made in names.acronyms):
        # the CAT of a Convention Against Torture and Other Cruel ...
        return Fitness(4, Fit.ALIAS)
    return None


def _institution(query: Query, names: Names) -> Fitness | None:
    name, words = names.institution, query.words
    if not name or not words:
        return None
    if begins(name, words):
        if len(words) >= len(name):
            return Fitness(2, Fit.INSTITUTION)
        if len(telling(words)) > 1:
            return Fitness(3, Fit.INSTITUTION)
        if words[0] not in _GENERIC:
            # "Pew" for Pew Research Center; but a White is not the White House for sure
            return Fitness(SURE, Fit.INSTITUTION)
    if len(words) > len(name) and begins(words, name) and title_rank(words[len(name) :], names) is not None:
        return Fitness(1, Fit.INSTITUTION)
    if stands_in(words, name) and any(word not in _GENERIC for word in telling(words)):
        return Fitness(4, Fit.INSTITUTION)
    return None


def _title(query: Query, names: Names) -> Fitness | None:
    rank = title_rank(query.words, names)
    if rank is None:
        return None
    if len(telling(query.words)) < 2 and rank > 2:
        # one word of a title is a name only where no author or institution gives a better one
        if query.words[0] in _GENERIC or names.authors or names.institution:
            return Fitness(SHARED, Fit.TITLE)
        return Fitness(4, Fit.TITLE)
    return Fitness(rank, Fit.TITLE)


def _party(query: Query, names: Names) -> Fitness | None:
    if not names.parties:
        return None
    words = query.words
    if query.case or "v" in words:
        return Fitness(2, Fit.PARTY) if _same_case(words, names.parties) else None
    for party in names.parties:
        if begins(party, words) and " ".join(words) not in GOVERNMENTS:
            return Fitness(
                3 if len(words) == len(party) or len(words) > 1 or words[0] not in _GENERIC else 5, Fit.PARTY
            )
    if names.kind is Kind.CASE and names.lead and begins(bare(names.lead), words) and len(words) > 1:
        return Fitness(2, Fit.PARTY)
    return None


def _same_case(words: Words, parties: tuple[Words, ...]) -> bool:
    """Tell whether "X v. Y" begins both sides of a case."""
    if "v" not in words:
        return False
    place = words.index("v")
    left, right = bare(words[:place]), bare(words[place + 1 :])
    return any(begins(p, left) for p in parties) and (not right or any(begins(p, right) for p in parties))


def _reporter(query: Query, names: Names) -> Fitness | None:
    name, words = names.reporter, query.words
    if not name or not words:
        return None
    if begins(name, words) and (len(words) == len(name) or len(telling(words)) > 1):
        return Fitness(
            3 if names.kind is Kind.CHAPTER or (len(words) == len(name) and not names.title) else 5, Fit.REPORTER
        )
    return None


def _lead(query: Query, names: Names) -> Fitness | None:
    """Compare with all words before the locator, and with the publisher."""
    words = query.words
    if names.lead and begins(bare(names.lead), words):
        return Fitness(SURE if any(word not in _GENERIC for word in telling(words)) else SHARED, Fit.TITLE)
    if names.publisher and begins(bare(names.publisher), words) and len(telling(words)) > 1:
        return Fitness(SURE, Fit.INSTITUTION)
    return None


def _shared(query: Query, names: Names) -> Fitness | None:
    """Count the words in common."""
    told = query.telling
    if not told:
        return None
    common = [word for word in told if word in names.words]
    if not [word for word in common if word not in _GENERIC and not word.isdigit()]:
        return None
    if len(common) == len(told):
        return _LOOSE
    if len(told) > 2 and len(common) == len(told) - 1:
        # one word abbreviated or misspelt among several: "Civil Right Initiative"
        odd = next(word for word in told if word not in names.words)
        letter = odd[0]  # a slip or an abbreviation keeps it
        if any(near(odd, word) or same(odd, word) for word in [w for w in names.words if w[0] == letter]):
            return _LOOSE
    return _IN_PART if 2 * len(common) >= len(told) else None


_LOOSE = Fitness(SHARED, Fit.LOOSE)
_IN_PART = Fitness(PARTLY, Fit.LOOSE)
_OF_PERSONS = (_label, by_author)
_JUDGES = (*_OF_PERSONS, _alias, _institution, _title, _party, _reporter, _lead)
