"""What a short form of a case or statute means: "Miranda, 384 U.S. at 445", "§ 1983".

Bluebook R. 10.9 and 12.10. A case is known by volume and reporter, by the name of a party, or by both; of several full
citations of it the nearest before the short form is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from citelint.model.citation import Citation, Kind, Short
from citelint.model.link import Candidate, Fit, Found, Link, Lost, Why
from citelint.resolve.fold import Words, bare, fold, near, stands_in, telling
from citelint.resolve.ledger import OTHERS, Ledger
from citelint.resolve.names import GOVERNMENTS, aliases_of, parties_of
from citelint.resolve.pages import may_hold, page_of
from citelint.resolve.reasons import doubt, doubted, why_short
from citelint.resolve.works import base_section, parallels, squeezed, words_of

_LOOKED_AT = 40
"""How many works of one volume or one name are looked at: those nearest to the short form."""

_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v"})
_DATABASES = frozenset({"wl", "uslexis", "lexis"})


class Shorts:
    """The cases and statutes of a document by what short forms give: volume and reporter, party, section, code.

    The sides of a case are its parties and what else it is called.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._by_volume: dict[tuple[str, str], list[int]] = {}
        self._volumes: dict[int, tuple[tuple[str, str], ...]] = {}
        self._by_party: dict[str, list[int]] = {}
        self._by_section: dict[str, list[int]] = {}
        self._by_code: dict[str, list[int]] = {}
        self._books: list[int] = []
        self._called: dict[tuple[Words, int], bool] = {}
        self._sides: dict[int, tuple[Words, ...]] = {}
        for work, citations in enumerate(ledger.works.citations):
            self._add(work, citations)

    def _add(self, work: int, citations: list[Citation]) -> None:
        citation = citations[0]
        kind = citation.kind
        if kind is Kind.CASE:
            self._volumes[work] = tuple(_volumes(citation))
            for place in self._volumes[work]:
                self._by_volume.setdefault(place, []).append(work)
            sides = self._sides[work] = (*parties_of(citations), *aliases_of(citations))
            for word in {word for side in sides for word in telling(side)}:
                self._by_party.setdefault(word, []).append(work)
        elif kind in (Kind.STATUTE, Kind.REGULATION):
            if citation.page and (section := base_section(citation.page.value)):
                self._by_section.setdefault(section, []).append(work)
            self._by_code.setdefault(squeezed(words_of(citation.reporter)), []).append(work)
            self._by_code.setdefault("", []).append(work)
        elif kind is Kind.BOOK and not self._books:
            self._books.append(work)

    def follow(self, short: Short) -> Link:
        """Find what a short form means."""
        if short.kind in (Kind.STATUTE, Kind.REGULATION):
            return self._statute(short)
        if short.kind is not Kind.CASE:
            return self._reviewed(short)
        name = _name(short)
        named = self._named(name, short.index) if name else []
        if named and (both := self._of_volume(short, named)):
            return self._nearest(short, self._holding(short, both), Fit.PARTY, certain=True)
        placed = self._placed(short)
        if short.volume is None or short.reporter is None:
            if not named:
                return Lost(short.index, Why.NEVER_CITED_IN_FULL, certain=False)
            return self._nearest(short, named, Fit.PARTY, certain=len(named) == 1)
        fitting = [work for work in placed if self._holds(work, short)]
        unnamed = [work for work in fitting if not self._sides[work]]
        if named and not unnamed:
            # the name fits a case whose volume or reporter differs: a slip, a parallel reporter or another decision
            return self._differs(short, named, fitting)
        if not fitting:
            certain = not placed and self._is_certain(short)
            return Lost(short.index, Why.NEVER_CITED_IN_FULL, self._candidates(placed), certain=certain)
        alike = [work for work in fitting if self._resembles(name, work)]
        left = (unnamed if name else []) or alike or fitting
        before = [work for work in left if self.ledger.works.members[work][0] < short.index]
        known = not name or bool(unnamed)
        return self._nearest(short, self._closest(before or left), Fit.REPORTER, certain=known)

    def _placed(self, short: Short) -> list[int]:
        """Give the cases of the volume and reporter of a short form, those nearest to it."""
        if short.volume is None or short.reporter is None:
            return []
        place = _place(short)
        found = self._around(self._by_volume.get(place, []), short.index)
        return self._of_number(short, found) if place[1] in _DATABASES else found

    def _of_volume(self, short: Short, works: list[int]) -> list[int]:
        """Keep the cases of the volume and reporter of a short form."""
        if short.volume is None or short.reporter is None:
            return []
        place = _place(short)
        found = [work for work in works if place in self._volumes[work]]
        return self._of_number(short, found) if place[1] in _DATABASES else found

    def _of_number(self, short: Short, works: list[int]) -> list[int]:
        """Keep the decision of that number: a database has one for each."""
        if short.page is None:
            return works
        return [work for work in works if (page := self._first(work).page) and page.value == short.page.value]

    def _named(self, name: Words, index: int) -> list[int]:
        """Give the cases that a name calls, those nearest to the short form."""
        held = [self._by_party[word] for word in telling(name) if word in self._by_party and word not in _NUMERALS]
        return [w for w in self._around(min(held, key=len), index) if self._calls(name, w)] if held else []

    def _around(self, works: list[int], index: int) -> list[int]:
        if len(works) <= _LOOKED_AT:
            return works
        members = self.ledger.works.members
        place = bisect_left(works, index, key=lambda work: members[work][0])
        return works[max(place - _LOOKED_AT, 0) : place + _LOOKED_AT // 4]

    def _calls(self, name: Words, work: int) -> bool:
        """Tell whether the name of a short form calls a case."""
        known = self._called.get((name, work))
        if known is None:
            known = self._called[name, work] = _calls(name, self._sides[work])
        return known

    def _resembles(self, name: Words, work: int) -> bool:
        return any(near(a, b) for side in self._sides[work] for a in side for b in name)

    def _differs(self, short: Short, named: list[int], fitting: list[int]) -> Link:
        """Say that the name fits one case, and volume and reporter another or none."""
        family = _family(squeezed(words_of(short.reporter)))
        cited = [self._first(work) for work in named]
        # "384 U.S." for "86 S. Ct." may be a parallel reporter that the full citation left out
        series = any(family == _family(reporter) for citation in cited for _, reporter in _volumes(citation))
        candidates = self._candidates(list(dict.fromkeys((*named, *fitting))))
        certain = len(named) == 1 and series and short.clear and all(citation.clear for citation in cited)
        return Lost(short.index, Why.CASE_DIFFERS, candidates, certain=certain)

    def _statute(self, short: Short) -> Link:
        """Find the statute or regulation by its section, else by its code."""
        section = base_section(short.page.value) if short.page is not None else ""
        code = squeezed(words_of(short.reporter))
        cited = self._around(self._by_section.get(section, []), short.index) if section else []
        cited = [work for work in cited if not code or squeezed(words_of(self._first(work).reporter)) == code]
        if cited:
            return self._nearest(short, cited, Fit.REPORTER, certain=True)
        members = self.ledger.works.members
        before = [w for w in self._around(self._by_code.get(code, []), short.index) if members[w][0] < short.index]
        if not before:
            return Lost(short.index, Why.NEVER_CITED_IN_FULL, certain=False)
        return self._nearest(short, before, Fit.LOOSE, certain=False)

    def _reviewed(self, short: Short) -> Link:
        """Find the book whose pages a review gives alone: the first book cited before."""
        if not self._books or self.ledger.works.members[self._books[0]][0] > short.index:
            return Lost(short.index, Why.NEVER_CITED_IN_FULL, certain=False)
        return self._nearest(short, self._books, Fit.LOOSE, certain=False)

    def _nearest(self, short: Short, works: list[int], fit: Fit, *, certain: bool) -> Found:
        """Mean the nearest full citation before of any of the works, else the first after."""
        members = self.ledger.works.members
        full = {work: _last_before(members[work], short.index) for work in works}
        work = max(works, key=lambda w: (full[w] < short.index, full[w] if full[w] < short.index else -full[w]))
        citation = self.ledger.works.citation(full[work])
        rivals = self._candidates([other for other in works if other != work], fit)
        later = citation.index > short.index
        doubts = doubt(
            (not short.clear, "the short form was not wholly understood"),
            (not citation.clear, f"the citation in note {self._note(citation)} was not wholly understood"),
            (later and self.ledger.places.opens_late, "the notes before the excerpt are not known"),
            (not certain, "it is told by its place alone" if rivals or fit is Fit.LOOSE else "the name differs"),
        )
        return Found(
            short.index,
            citation,
            (citation.index,),
            self.ledger.others(work, citation.index),
            rivals,
            fit=fit,
            later=later,
            certain=not doubts,
            because=doubted(why_short(short, fit, citation, rivals, self.ledger.document), doubts),
        )

    def _note(self, citation: Citation) -> str:
        return self.ledger.document.notes[citation.note].name

    def _holding(self, short: Short, works: list[int]) -> list[int]:
        """Keep the decisions in which the page can stand, where there are any."""
        if len(works) == 1:
            return works
        return [work for work in works if self._holds(work, short)] or works

    def _holds(self, work: int, short: Short) -> bool:
        """Tell whether the page can stand in a decision, by the reporter that the short form cites."""
        citation = self._first(work)
        place = _place(short)
        first = next((page for *other, page in parallels(citation) if tuple(other) == place), None)
        return may_hold(citation, _pin(short), first)

    def _closest(self, works: list[int]) -> list[int]:
        """Keep the decision that begins last: of those of one volume that begin before a page it holds it."""
        first = {work: _first_page(self._first(work)) for work in works}
        return [work for work in works if first[work] == max(first.values())]

    def _first(self, work: int) -> Citation:
        return self.ledger.works.first(work)

    def _is_certain(self, short: Short) -> bool:
        """Tell whether nothing that was not understood may hold the case."""
        words = {word for party in short.parties for word in telling(fold(party.value))}
        return short.clear and not words & self.ledger.places.dark_words and not self.ledger.places.opens_late

    def _candidates(self, works: list[int], fit: Fit = Fit.PARTY) -> tuple[Candidate, ...]:
        return tuple(Candidate(self._first(work), fit) for work in works[:OTHERS])


def _last_before(members: list[int], index: int) -> int:
    """Give the last citation before a position, the first after where there is none."""
    return members[max(bisect_left(members, index) - 1, 0)]


def _volumes(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.volume is not None and citation.reporter is not None:
        yield citation.volume.value, squeezed(fold(citation.reporter.value))
    for volume, reporter, _ in parallels(citation):
        yield volume, reporter


def _name(short: Short) -> Words:
    """Give the name of a short form, a serial number at its end left out ("Jones II")."""
    name = bare(fold(" v. ".join(party.value for party in short.parties)))
    while len(name) > 1 and name[-1] in _NUMERALS:
        name = name[:-1]
    return name[2:] if name[:2] in (("in", "re"), ("ex", "parte")) and len(name) > 2 else name


def _calls(name: Words, sides: tuple[Words, ...]) -> bool:
    """Tell whether a name is a run of words of a party, or the whole name of the case."""
    if "v" in name:
        place = name.index("v")
        left, right = bare(name[:place]), bare(name[place + 1 :])
        return any(stands_in(left, side) for side in sides) and any(stands_in(right, side) for side in sides)
    if " ".join(name) in GOVERNMENTS and len(sides) > 1:
        return False
    return any(stands_in(name, side) for side in sides)


def _place(short: Short) -> tuple[str, str]:
    """Give volume and reporter as they are looked up."""
    return short.volume.value if short.volume is not None else "", squeezed(words_of(short.reporter))


def _pin(short: Short) -> str:
    field = short.pincite or short.page
    return field.value if field is not None else ""


def _first_page(citation: Citation) -> int:
    return (page_of(citation.page.value) or 0) if citation.page is not None else 0


def _family(reporter: str) -> str:
    """Give a reporter's name without its series: "f2d" and "f3d" are one family."""
    for series in ("2d", "3d", "4th", "5th", "2nd", "3rd"):
        if reporter.endswith(series):
            return reporter[: -len(series)]
    return reporter
