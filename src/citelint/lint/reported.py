"""Cases cited in full, found again by what a short form gives: volume, reporter, a party."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from citelint.model.citation import Citation, Kind
from citelint.resolve.fold import Words, bare, fold, stands_in
from citelint.resolve.pages import page_of
from citelint.resolve.works import parallels, squeezed, words_of

if TYPE_CHECKING:
    from citelint.lint.context import Context

Place = tuple[str, str]
"""A volume and a reporter, folded and without blanks."""

_LOOKED_AT = 40
"""How many cases of one volume are looked at: the last ones before."""

_COMMON = frozenset(
    " ".join(fold(name))
    for name in (
        "United States, US, State, People, Commonwealth, Government, Crown, Regina, Commissioner, Comm'r, Alabama, "
        "Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii, Idaho, "
        "Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, "
        "Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, "
        "North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, "
        "South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, "
        "District of Columbia, NLRB, SEC, FTC, FCC, FDA, EPA, IRS, EEOC, INS, NAACP, ACLU"
    ).split(", ")
)
"""Parties of very many cases. "Washington" is left out: it is a person's name as often."""


_OFFICIALS = frozenset(
    (
        "trump biden obama bush clinton reagan carter nixon bondi garland barr sessions lynch holder mukasey gonzales "
        "ashcroft reno yellen mnuchin sebelius azar becerra mayorkas noem napolitano chertoff rumsfeld "
        "hegseth mattis kerry rubio clapper raimondo cardona devos haaland zinke salazar babbitt regan pruitt "
        "astrue colvin berryhill kijakazi barnhart apfel shalala heckler mathews weinberger"
    ).split()
)
"""Surnames of those who are sued for the United States: such a party tells a case no better."""


def is_official(party: str) -> bool:
    """Tell whether a party is one of those who are often sued for a government."""
    words = bare(fold(party))
    return len(words) < 3 and bool(words) and words[-1] in _OFFICIALS


def is_common_litigant(party: str) -> bool:
    """Tell whether a party is a government or another litigant so common that its name calls no case."""
    words = bare(fold(party))
    if words[:2] in (("state", "of"), ("people", "of"), ("commonwealth", "of")):
        words = words[2:]
    return " ".join(bare(words)) in _COMMON


def place_of(citation: Citation) -> Place | None:
    """Give the volume and reporter of a case, None where one is not printed."""
    if citation.volume is None or citation.reporter is None:
        return None
    return citation.volume.value, squeezed(words_of(citation.reporter))


def cases_by_party(context: Context) -> Counter[Words]:
    """Count the different volumes and pages at which each party's cases are cited in full."""
    cited = {
        (bare(fold(party.value)), place_of(mention), mention.page and mention.page.value)
        for mention in context.document.mentions
        if isinstance(mention, Citation) and mention.kind is Kind.CASE and is_full(mention)
        for party in mention.parties
    }
    return Counter(party for party, _, _ in cited)


def cases_of_volume(context: Context) -> dict[Place, tuple[Citation, ...]]:
    """Give the cases cited in full with both parties or a date, by each volume and reporter they are printed in."""
    found: dict[Place, list[Citation]] = {}
    for mention in context.document.mentions:
        if isinstance(mention, Citation) and mention.kind is Kind.CASE and is_full(mention):
            if (place := place_of(mention)) is not None:
                found.setdefault(place, []).append(mention)
            for volume, reporter, _ in parallels(mention):
                found.setdefault((volume, reporter), []).append(mention)
    return {place: tuple(cases) for place, cases in found.items()}


def is_full(case: Citation) -> bool:
    """Tell whether a case is cited with what a short form leaves out: a date, and a first page."""
    return case.year is not None and case.page is not None and bool(case.parties)


def called_before(name: Words, place: Place, index: int, context: Context) -> tuple[Citation, ...]:
    """Give the cases of a volume cited in full before a mention of which `name` is a run of words of a party."""
    cases = context.facts(cases_of_volume).get(place, ())[-_LOOKED_AT:]
    return tuple(
        case
        for case in cases
        if case.index < index and any(stands_in(name, fold(party.value)) for party in case.parties)
    )


def first_page(case: Citation, place: Place) -> int | None:
    """Give the first page of a case in one of the reporters it is printed in, None where it is no plain number."""
    for *other, page in parallels(case):
        if tuple(other) == place:
            return page_of(page)
    return None if case.page is None or place_of(case) != place else page_of(case.page.value)
