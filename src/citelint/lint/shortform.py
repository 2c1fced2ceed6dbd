"""The short form of a work: what a person would type instead of an *Id.* that means nothing.

Bluebook R. 10.9 (cases: one party, volume, reporter, page) and R. 4.2, 15.10, 16.9 (supra: author or label, and the
number of the note with the full citation).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citelint.lint.pattern import Pattern
from citelint.model.citation import Citation, Field, Id, Kind
from citelint.model.diagnostic import Edit
from citelint.model.names import surname
from citelint.model.source import Typeface
from citelint.model.span import Span
from citelint.resolve.fold import fold
from citelint.resolve.names import GOVERNMENTS
from citelint.resolve.pages import may_hold, page_of

if TYPE_CHECKING:
    from citelint.lint.context import Context

_NO_SUPRA = frozenset({Kind.CASE, Kind.STATUTE, Kind.REGULATION, Kind.CONSTITUTION, Kind.RULE, Kind.LEGISLATIVE})
_ET_AL = Pattern(r"\bet\.? al\b")
_BEHIND = Pattern(r"(?P<goes_on>\s?[;,(])|\s+(?=[A-Z“\"\[])|\s*\Z")
_DATABASES = ("WL", "LEXIS")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form that could stand for an *Id.*: as a person would type it, and the edits that make it."""

    typed: str
    edits: tuple[Edit, ...]


def short_name(citation: Citation) -> str | None:
    """Give what a short form calls a work: its label, a party that is no government, authors, institution or title."""
    if citation.hereinafter and citation.kind is not Kind.CASE:
        return citation.hereinafter[0].label.value
    if citation.kind is Kind.CASE:
        parties = [party.value for party in citation.parties]
        named = [party for party in parties if " ".join(fold(party)) not in GOVERNMENTS]
        return next(iter(named or parties), None)
    if citation.authors:
        return _people(citation.authors, has_others(citation))
    field = citation.institution or citation.title
    return None if field is None else field.value.strip(' ,“”"')


def has_others(citation: Citation) -> bool:
    """Tell whether "et al." stands between the authors of a full citation and its title."""
    if not citation.authors or citation.lead is None:
        return False
    end = citation.title.span.start if citation.title is not None else citation.lead.span.end
    start = citation.authors[-1].span.end - citation.lead.span.start
    return _ET_AL.search(citation.lead.value, max(start, 0), max(end - citation.lead.span.start + 7, 0)) is not None


def _people(authors: tuple[Field, ...], others: bool) -> str:
    first = surname(authors[0].value)
    if len(authors) > 2 or others:
        return f"{first} et al."
    return first if len(authors) == 1 else f"{first} & {surname(authors[1].value)}"


def instead_of(id: Id, citation: Citation, context: Context) -> ShortForm | None:
    """Give the short form of `citation` that says what an *Id.* with a page would; None where none can be made.

    None is given for works that take another short form (statutes, databases, a case without volume or name), for an
    *Id.* whose place is no page, and where the typefaces of the two forms differ and no edit of words could set them.
    """
    name, pincite = short_name(citation), id.pincite
    between = Span(id.word.span.end, pincite.span.start) if pincite is not None else None
    if name is None or pincite is None or between is None or context.text(between).strip() != "at":
        return None
    if citation.kind is Kind.CASE:
        return _case_form(id, name, citation, pincite)
    number = _number_for_supra(id, citation, context)
    if number is None:
        return None
    words = f"{name}, supra note {number},"
    return ShortForm(f"{words} at {pincite.value}", (Edit(id.word.span, words),))


def instead_of_bare(id: Id, citation: Citation, place: Field | None, context: Context) -> ShortForm | None:
    """Give the short form that says what an *Id.* without a page would; None as `instead_of` does.

    `place` is the page that was cited just before, which such an *Id.* means, or None where none was. A period that
    ended the sentence too is kept.
    """
    name, stop = short_name(citation), _stop_behind(id, context)
    page = None if place is None else page_of(place.value)
    if name is None or stop is None or (place is not None and page is None):
        return None
    if citation.kind is Kind.CASE:
        volume, reporter = citation.volume, citation.reporter
        # in a format with typefaces the name has one, and the volume another
        if place is None or volume is None or reporter is None or context.touched_by(Typeface.ITALIC, id.word.span):
            return None
        if reporter.value.split()[-1] in _DATABASES:
            return None
        words = f"{name}, {volume.value} {reporter.value} at {place.value}"
    else:
        number = _number_for_supra(id, citation, context)
        if number is None:
            return None
        words = f"{name}, supra note {number}" + (f", at {place.value}" if place is not None else "")
    return ShortForm(words, (Edit(id.word.span, words + stop),))


def _stop_behind(id: Id, context: Context) -> str | None:
    """Give the period that has to stand behind what replaces an *Id.* without a page; None where that is not plain."""
    end = id.word.span.end
    behind = _BEHIND.match(context.source.text, end, max(context.note_of(id).span.end, end))
    if behind is None:
        return None
    return "" if behind["goes_on"] else "."


def _number_for_supra(id: Id, citation: Citation, context: Context) -> int | None:
    """Give the number of the note that a supra instead of an *Id.* would name; None where it cannot be one."""
    note = context.note_of(citation)
    own = context.note_of(id)
    if citation.kind in _NO_SUPRA or (note.apparatus, note.section) != (own.apparatus, own.section) or note == own:
        return None
    return None if context.touched_by(Typeface.ITALIC, id.word.span) else note.number


def _case_form(id: Id, name: str, citation: Citation, pincite: Field) -> ShortForm | None:
    volume, reporter = citation.volume, citation.reporter
    if volume is None or reporter is None or reporter.value.split()[-1] in _DATABASES or page_of(pincite.value) is None:
        return None
    place = f"{volume.value} {reporter.value}"
    end = id.word.span.end
    # the name takes over the typeface of the Id., what follows does not
    edits = (Edit(id.word.span, name), Edit(Span(end, end), f", {place}"))
    return ShortForm(f"{name}, {place} at {pincite.value}", edits)


def only_fitting(id: Id, citations: tuple[Citation, ...]) -> Citation | None:
    """Give the one of several works in which the page after an *Id.* can stand; None where several or none can."""
    if id.pincite is None or page_of(id.pincite.value) is None or not all(map(_judgeable, citations)):
        return None
    fitting = [citation for citation in citations if may_hold(citation, id.pincite.value)]
    return fitting[0] if len(fitting) == 1 else None


def _judgeable(citation: Citation) -> bool:
    """Tell whether the first page of a work says which pages it has."""
    paged = citation.kind in (Kind.CASE, Kind.ARTICLE)
    return paged and citation.page is not None and page_of(citation.page.value) is not None
