"""What a short form of a case or statute means: "Miranda, 384 U.S. at 445", "§ 1983".

Bluebook R. 10.9 and 12.10. A case is known by volume and reporter, by the name of a party, or by both; of several full
citations of it the nearest before the short form is meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from citelint.model.citation import Citation, Kind, Short
from citelint.model.link import Candidate, Fit, Found, Link, Lost, Why
from citelint.resolve.fold import Words, bare, fold, near, same, telling
from citelint.resolve.ledger import OTHERS, Ledger
from citelint.resolve.names import GOVERNMENTS
from citelint.resolve.pages import may_hold, page_of
from citelint.resolve.works import base_section, parallels, squeezed, words_of

_LOOKED_AT = 40
"""How many full citations of one volume or one name are looked at: those nearest to the short form."""

_DOCKET = re.compile(r"(?:Nos?|Case|Civ|Docket)\b")

_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v"})


class Shorts:
    """The cases and statutes of a document by what short forms give: volume and reporter, party, section, code."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._by_volume: dict[tuple[str, str], list[int]] = {}
        self._by_party: dict[str, list[int]] = {}
        self._by_section: dict[str, list[int]] = {}
        self._by_code: dict[str, list[int]] = {}
        self._books: list[int] = []
        for index in ledger.works.of:
            self._add(ledger.works.citation(index))

    def _add(self, citation: Citation) -> None:
        if citation.kind is Kind.CASE:
            for volume, reporter in _volumes(citation):
                self._by_volume.setdefault((volume, reporter), []).append(citation.index)
            words = {word for party in _sides(citation) for word in telling(party)}
            for word in words:
                self._by_party.setdefault(word, []).append(citation.index)
        elif citation.kind in (Kind.STATUTE, Kind.REGULATION):
            if citation.page and (section := base_section(citation.page.value)):
                self._by_section.setdefault(section, []).append(citation.index)
            self._by_code.setdefault(squeezed(words_of(citation.reporter)), []).append(citation.index)
            self._by_code.setdefault("", []).append(citation.index)
        elif citation.kind is Kind.BOOK:
            self._books.append(citation.index)

    def follow(self, short: Short) -> Link:
        """Find what a short form means."""
        if short.kind in (Kind.STATUTE, Kind.REGULATION):
            return self._statute(short)
        if short.kind is not Kind.CASE:
            return self._reviewed(short)
        name = fold(" v. ".join(party.value for party in short.parties))
        placed = self._placed(short)
        named = self._named(name, short.index) if name else []
        if short.volume is None or short.reporter is None:
            return self._by_name_alone(short, named)
        called = {self.ledger.works.of[c.index] for c in (*named, *placed) if name and _calls(name, c)}
        both = [c for c in placed if self.ledger.works.of[c.index] in called]
        if both:
            return self._nearest(short, _holding(short, both), Fit.PARTY, certain=True)
        fitting = [c for c in placed if may_hold(c, _pin(short))]
        unnamed = [c for c in fitting if not _sides(c)]
        if name and named and not unnamed:
            # the name fits a case whose volume or reporter differs: a slip, a parallel reporter or another decision
            return self._differs(short, named, fitting)
        if not fitting:
            return Lost(
                short.index, Why.NEVER_CITED_IN_FULL, _candidates(placed), certain=not placed and self._certain(short)
            )
        known = not name or bool(unnamed)
        close = (
            [c for c in fitting if any(near(a, b) for side in _sides(c) for a in side for b in name)]
            if name
            else fitting
        )
        left = (unnamed if name else []) or close or fitting
        before = [c for c in left if c.index < short.index]
        return self._nearest(short, _closest(before or left), Fit.REPORTER, certain=known)

    def _placed(self, short: Short) -> list[Citation]:
        """Give the cases of the volume and reporter of a short form, those nearest to it."""
        if short.volume is None or short.reporter is None:
            return []
        key = (short.volume.value, squeezed(fold(short.reporter.value)))
        found = self._around(self._by_volume.get(key, []), short.index)
        # a database has one number for each decision
        page = short.page.value if short.page is not None else None
        return [c for c in found if page is None or c.page is None or c.page.value == page or not _is_database(c)]

    def _named(self, name: Words, index: int) -> list[Citation]:
        """Give the cases that a name calls, those nearest to the short form."""
        words = [word for word in telling(name) if word not in _NUMERALS]
        held = [self._by_party[word] for word in words if word in self._by_party]
        if not held:
            return []
        return [c for c in self._around(min(held, key=len), index) if _calls(name, c)]

    def _around(self, indexes: list[int], index: int) -> list[Citation]:
        place = bisect_left(indexes, index)
        return [self.ledger.works.citation(i) for i in indexes[max(place - _LOOKED_AT, 0) : place + _LOOKED_AT // 4]]

    def _by_name_alone(self, short: Short, named: list[Citation]) -> Link:
        if not named:
            return Lost(short.index, Why.NEVER_CITED_IN_FULL, certain=False)
        return self._nearest(short, named, Fit.PARTY, certain=len({self.ledger.works.of[c.index] for c in named}) == 1)

    def _differs(self, short: Short, named: list[Citation], fitting: list[Citation]) -> Link:
        """Say that the name fits one case, and volume and reporter another or none."""
        reporter = squeezed(words_of(short.reporter))
        works = {self.ledger.works.of[c.index] for c in named}
        # "384 U.S." for "86 S. Ct." may be a parallel reporter that the full citation left out
        series = any(_family(reporter) == _family(other) for c in named for _, other in _volumes(c))
        candidates = (*_candidates(named), *_candidates(fitting))[:OTHERS]
        certain = len(works) == 1 and series and short.clear and all(c.clear for c in named)
        return Lost(short.index, Why.CASE_DIFFERS, candidates, certain=certain)

    def _statute(self, short: Short) -> Link:
        """Find the statute or regulation by its section, else by its code."""
        section = base_section(short.page.value) if short.page is not None else ""
        code = squeezed(words_of(short.reporter))
        cited = self._around(self._by_section.get(section, []), short.index) if section else []
        cited = [c for c in cited if not code or squeezed(words_of(c.reporter)) == code]
        if cited:
            return self._nearest(short, cited, Fit.REPORTER, certain=True)
        near_by = self._around(self._by_code.get(code, []), short.index)
        before = [c for c in near_by if c.index < short.index]
        if not before:
            return Lost(short.index, Why.NEVER_CITED_IN_FULL, certain=False)
        return self._nearest(short, before, Fit.LOOSE, certain=False)

    def _reviewed(self, short: Short) -> Link:
        """Find the book whose pages a review gives alone: the first book cited before."""
        before = self._books[:1]
        if not before or before[0] > short.index:
            return Lost(short.index, Why.NEVER_CITED_IN_FULL, certain=False)
        return self._nearest(short, [self.ledger.works.citation(before[0])], Fit.LOOSE, certain=False)

    def _nearest(self, short: Short, cited: list[Citation], fit: Fit, *, certain: bool) -> Found:
        """Mean the nearest full citation before, else the first after."""
        before = [c for c in cited if c.index < short.index]
        citation = before[-1] if before else cited[0]
        work = self.ledger.works.of[citation.index]
        rivals = _candidates([c for c in cited if self.ledger.works.of[c.index] != work], fit)
        certain = certain and short.clear and citation.clear
        because = "volume and reporter" if fit is Fit.REPORTER else "party and volume" if short.volume else "party"
        return Found(
            short.index, citation, (citation.index,), self.ledger.others(work, citation.index), rivals,
            fit=fit, later=not before, certain=certain, because=because,
        )  # fmt: skip

    def _certain(self, short: Short) -> bool:
        """Tell whether nothing that was not understood may hold the case."""
        words = {word for party in short.parties for word in telling(fold(party.value))}
        return short.clear and not words & self.ledger.places.dark_words and not self.ledger.places.opens_late


def _volumes(citation: Citation) -> Iterator[tuple[str, str]]:
    if citation.volume is not None and citation.reporter is not None:
        yield citation.volume.value, squeezed(fold(citation.reporter.value))
    for volume, reporter, _ in parallels(citation):
        yield volume, reporter


def _sides(citation: Citation) -> list[Words]:
    """Give the parties of a case and what else it is called, folded."""
    fields = [*citation.parties, *citation.aliases]
    if not fields and citation.lead is not None and not _DOCKET.match(citation.lead.value):
        fields = [citation.lead]
    return [bare(fold(field.value)) for field in fields]


def _calls(name: Words, citation: Citation) -> bool:
    """Tell whether the name of a short form is a run of words of a party, or the whole name of the case."""
    name = bare(name)
    while len(name) > 1 and name[-1] in _NUMERALS:
        name = name[:-1]
    sides = _sides(citation)
    if not name:
        return False
    if "v" in name:
        place = name.index("v")
        return any(_stands_in(bare(name[:place]), s) for s in sides) and any(
            _stands_in(bare(name[place + 1 :]), s) for s in sides
        )
    return any(_stands_in(name, side) and (" ".join(name) not in GOVERNMENTS or len(sides) == 1) for side in sides)


def _stands_in(words: Words, name: Words) -> bool:
    count = len(words)
    return count > 0 and any(
        all(a == b or same(a, b) for a, b in zip(words, name[i : i + count], strict=True))
        for i in range(len(name) - count + 1)
    )


def _pin(short: Short) -> str:
    field = short.pincite or short.page
    return field.value if field is not None else ""


def _holding(short: Short, cited: list[Citation]) -> list[Citation]:
    """Keep the decisions in which the page can stand, where there are any."""
    return [c for c in cited if may_hold(c, _pin(short))] or cited


def _closest(cited: list[Citation]) -> list[Citation]:
    """Keep the decision that begins last: of those of one volume that begin before a page it holds it."""
    first = [page_of(c.page.value) or 0 if c.page is not None else 0 for c in cited]
    return [c for c, page in zip(cited, first, strict=True) if page == max(first)]


def _is_database(citation: Citation) -> bool:
    return citation.reporter is not None and squeezed(fold(citation.reporter.value)) in ("wl", "uslexis", "lexis")


def _family(reporter: str) -> str:
    """Give a reporter's name without its series: "f2d" and "f3d" are one family."""
    for series in ("2d", "3d", "4th", "5th", "2nd", "3rd"):
        if reporter.endswith(series):
            return reporter[: -len(series)]
    return reporter


def _candidates(cited: list[Citation], fit: Fit = Fit.PARTY) -> tuple[Candidate, ...]:
    return tuple(Candidate(citation, fit) for citation in cited[:OTHERS])
