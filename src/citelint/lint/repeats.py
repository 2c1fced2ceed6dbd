"""Works cited in full more than once: whether the citations agree, and which one repeats another."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citelint.lint.pattern import Pattern
from citelint.lint.reported import place_of
from citelint.model.citation import Citation, Field, Kind, Role
from citelint.model.names import surname
from citelint.resolve.fold import Words, bare, fold
from citelint.resolve.works import squeezed, words_of

if TYPE_CHECKING:
    from citelint.lint.context import Context

_OFFICIAL = Pattern(r"\ALetter\b|\sv\.\s|\b(?:Doc|Rep|Op)\.\s|\bDocket\b")
_URL_HEAD = 40
_DATABASES = ("WL", "LEXIS")
_FIELDS = ("volume", "first page", "year")

Data = tuple[str, str, str]
"""Volume, first page and year as printed; "" for a year that is not."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One full citation that differs from another of the same work in one field alone.

    `field` is the field as printed, `what` its name in a sentence, `right` what the `other` citation has, and `times`
    how many citations have it so.
    """

    field: Field
    what: str
    right: str
    other: Citation
    times: int


def disagreements(context: Context) -> dict[int, Disagreement]:
    """Give the full citations that disagree with the other citations of their work, by the citation's index.

    Of several citations the odd one disagrees, of two the later one. Cases are one by their parties, reporter and
    court, articles by author, title and journal; those that differ in more than one field are different decisions.
    """
    groups: dict[tuple[object, ...], list[Citation]] = {}
    for mention in context.document.mentions:
        if isinstance(mention, Citation) and mention.clear and mention.role is not Role.QUOTED:
            key = _key(mention)
            if key is not None:
                groups.setdefault(key, []).append(mention)
    found: dict[int, Disagreement] = {}
    for group in groups.values():
        counted = Counter(map(_data, group))
        if len(counted) > 1:
            found.update(_odd_ones(group, counted))
    return found


def _odd_ones(group: list[Citation], counted: Counter[Data]) -> dict[int, Disagreement]:
    """Give the citations of a group that differ in one field from one that is cited more often, or earlier."""
    ranked = sorted(counted, key=lambda data: (-counted[data], next(c.index for c in group if _data(c) == data)))
    firsts = {data: next(c for c in group if _data(c) == data) for data in ranked}
    found = {}
    for citation in group:
        own = _data(citation)
        for data in ranked[: ranked.index(own)]:
            differing = [place for place in range(3) if data[place] != own[place] and data[place] and own[place]]
            field = _field(citation, differing[0]) if len(differing) == 1 else None
            if field is not None and not _are_apart(citation, firsts[data], field):
                found[citation.index] = Disagreement(
                    field, _FIELDS[differing[0]], data[differing[0]], firsts[data], counted[data]
                )
                break
    return found


def _are_apart(one: Citation, other: Citation, field: Field) -> bool:
    """Tell whether two cases that begin on different pages of one volume may be two decisions, and no slip."""
    if one.kind is not Kind.CASE or field is not one.page or other.page is None or one.reporter is None:
        return False
    return one.note == other.note or len(field.value) != len(other.page.value) or one.reporter.value == "F. Cas."


def _key(citation: Citation) -> tuple[object, ...] | None:
    """Give what makes two full citations ones of the same case or article, None for other kinds of work."""
    place = place_of(citation)
    if place is None or citation.page is None or citation.reporter is None or not citation.page.value.isdecimal():
        return None
    if citation.kind is Kind.CASE:
        parties = tuple(fold(party.value) for party in citation.parties)
        if len(parties) < 2 or citation.year is None or citation.reporter.value.split()[-1] in _DATABASES:
            return None
        return ("case", parties, place[1], squeezed(words_of(citation.court)))
    if citation.kind is not Kind.ARTICLE or not citation.authors or citation.title is None:
        return None
    authors = tuple(fold(surname(author.value)) for author in citation.authors)
    return ("article", authors, squeezed(bare(fold(citation.title.value))), place[1])


def _data(citation: Citation) -> Data:
    values = (citation.volume, citation.page, citation.year)
    return tuple("" if value is None else value.value for value in values)  # type: ignore[return-value]


def _field(citation: Citation, place: int) -> Field | None:
    return (citation.volume, citation.page, citation.year)[place]


def is_same_text(one: Citation, other: Citation) -> bool:
    """Tell whether two full citations surely cite one text: author, whole title, and volume or year agree.

    Works without an author are told by no more than a title, and are not held to be the same; of works by institutions
    all words before the locator agree. Letters, decisions and official papers are too much alike.
    """
    if one.kind is not other.kind or one.title is None or other.title is None or one.lead is None or other.lead is None:
        return False
    if _OFFICIAL.search(one.lead.value) or _volume(one) != _volume(other) or not one.title.value[:1].isupper():
        return False
    if one.volume is None and _behind_title(one) != _behind_title(other):
        return False
    if one.authors or other.authors:
        authors = [tuple(fold(surname(author.value)) for author in citation.authors) for citation in (one, other)]
        same = authors[0] == authors[1] and not any(surname(author.value)[-1:] == "." for author in one.authors)
    else:
        same = words_of(one.institution) == words_of(other.institution) != ()
        same = same and _url(one) == _url(other)
    same = same and squeezed(fold(one.title.value)) == squeezed(fold(other.title.value))
    years = {citation.year.value for citation in (one, other) if citation.year is not None}
    return same and (len(years) == 1 or (not years and one.url is not None and other.url is not None))


def _url(citation: Citation) -> str:
    """Give the beginning of a URL, which blanks and archives do not spoil; "" where there is none."""
    return "" if citation.url is None else citation.url.value[:_URL_HEAD]


def _behind_title(citation: Citation) -> Words:
    """Give the words of the lead behind what was read as the title: the rest of it, where that was cut short."""
    if citation.lead is None or citation.title is None:
        return ()
    begin, head = citation.lead.span.start, citation.title.span.end
    end = citation.pincite.span.start if citation.pincite is not None else citation.lead.span.end
    return fold(citation.lead.value[max(head - begin, 0) : max(end - begin, 0)])


def _volume(citation: Citation) -> str:
    """Give the volume of a journal, or of a set: "4" for "4 William Blackstone, Commentaries"."""
    if citation.volume is not None:
        return citation.volume.value
    head = "" if citation.lead is None else citation.lead.value.partition(" ")[0]
    return head if head.isdecimal() else ""
