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
_COMPARED = (Kind.CASE, Kind.ARTICLE)
_FIELDS = ("volume", "first page", "year")

_ANY_YEAR = "any year"
_ONLINE = "no year and a URL"

Key = tuple[object, ...]

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
        if len(group) > 1:
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
    if citation.kind not in _COMPARED or citation.page is None or not citation.page.value.isdecimal():
        return None
    place = place_of(citation)
    if place is None or citation.reporter is None:
        return None
    if citation.kind is Kind.CASE:
        if len(citation.parties) < 2 or citation.year is None or citation.reporter.value.split()[-1] in _DATABASES:
            return None
        parties = tuple([fold(party.value) for party in citation.parties])
        return ("case", parties, place[1], squeezed(words_of(citation.court)))
    if not citation.authors or citation.title is None:
        return None
    authors = tuple([fold(surname(author.value)) for author in citation.authors])
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
    asked = _asks(other)
    return any(key in asked for key in _offers(one))


def first_of_text(citation: Citation, context: Context) -> Citation | None:
    """Give the first full citation before one, at the top level of a note, that surely cites the same text."""
    work = context.links.work_of[citation.index]
    if len(context.links.works[work]) == 1:
        return None
    firsts = context.facts(_firsts)
    index = min((firsts[work, key] for key in _asks(citation) if (work, key) in firsts), default=citation.index)
    first = context.document.mentions[index]
    return first if index < citation.index and isinstance(first, Citation) else None


def _firsts(context: Context) -> dict[tuple[int, Key], int]:
    """Give for each work and key the first citation at the top level of a note that offers it, by its index."""
    firsts: dict[tuple[int, Key], int] = {}
    for work, members in enumerate(context.links.works):
        if len(members) == 1:
            continue
        for index in members:
            mention = context.document.mentions[index]
            if isinstance(mention, Citation) and mention.role is Role.TOP and mention.within is None and mention.clear:
                for key in _offers(mention):
                    firsts.setdefault((work, key), index)
    return firsts


def _offers(citation: Citation) -> tuple[Key, ...]:
    """Give the keys of a citation; a later one that asks for one of them cites the same text.

    A citation without a year is taken for the same as any that agrees in all else, where that one has a year; two
    without years where both have URLs.
    """
    text = _text(citation)
    title, lead = citation.title, citation.lead
    if text is None or title is None or lead is None or not title.value[:1].isupper() or _OFFICIAL.search(lead.value):
        return ()
    if any(surname(author.value)[-1:] == "." for author in citation.authors):
        return ()
    behind = _behind_title(citation) if citation.volume is None else None
    if citation.year is not None:
        return (text, behind, citation.year.value), (text, behind, _ANY_YEAR)
    return ((text, behind, None), *(((text, behind, _ONLINE),) if citation.url is not None else ()))


def _asks(citation: Citation) -> tuple[Key, ...]:
    """Give the keys by which an earlier citation of the same text is found."""
    text = _text(citation)
    if text is None:
        return ()
    if citation.year is not None:
        years: tuple[str | None, ...] = (citation.year.value, None)
    else:
        years = (_ANY_YEAR, _ONLINE) if citation.url is not None else (_ANY_YEAR,)
    # what stands behind the title counts where the earlier citation has no volume of a journal
    return tuple((text, behind, year) for behind in (None, _behind_title(citation)) for year in years)


def _text(citation: Citation) -> Key | None:
    """Give what agrees in two citations of one text besides the year; None where too little is known."""
    if citation.title is None or citation.lead is None:
        return None
    who: Key
    if citation.authors:
        who = ("authors", *(fold(surname(author.value)) for author in citation.authors))
    elif institution := words_of(citation.institution):
        who = ("institution", institution, _url(citation))
    else:
        return None
    return citation.kind, _volume(citation), who, squeezed(fold(citation.title.value))


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
