"""Pages in short forms that the work cannot have, by the first page in its full citation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citelint.lint.pattern import Pattern
from citelint.lint.reported import Place, first_page, place_of
from citelint.model.citation import Citation, Id, Kind, Reference, Role, Short, Supra
from citelint.model.link import Fit, Found, Pointing
from citelint.model.span import Span
from citelint.resolve.pages import page_of
from citelint.resolve.works import parallels, squeezed, words_of

if TYPE_CHECKING:
    from citelint.lint.context import Context

_FARTHEST = 250
_FARTHEST_IN_AN_ORDER = 1000
_MANY = 3
"""So many references before its first page show that the page in the full citation may be the wrong one."""
_OTHER_PAGES = Pattern(r"forthcoming|manuscript|slip op|unpublished|draft|working paper|online", 2)
_COPIED = Pattern(r";\s*\d+\s[A-Z][\w. ]{0,20}\sat\s")
_AROUND = 30
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True)
class Outside:
    """A page that lies before a work or far behind it; `times` counts the references that say so, where one tells."""

    work: Citation
    page: int
    first: int
    times: int = 1


def pages_outside(context: Context) -> dict[int, Outside]:
    """Give the references whose page their work cannot have, by index, one for each cause."""
    found: dict[int, Outside] = {}
    said: set[int] = set()
    before: dict[int, list[int]] = {}
    for reference in context.document.references:
        outside = _outside(reference, context)
        if outside is None:
            continue
        link = context.found(reference)
        if isinstance(reference, Id) and link is not None and not said.isdisjoint(link.chain):
            said.add(reference.index)
            continue
        said.add(reference.index)
        found[reference.index] = outside
        if outside.page < outside.first:
            before.setdefault(outside.work.index, []).append(reference.index)
    for references in before.values():
        if len(references) >= _MANY:
            found[references[0]] = replace(found[references[0]], times=len(references))
            for index in references[1:]:
                del found[index]
    return found


def _outside(reference: Reference, context: Context) -> Outside | None:
    pincite = reference.pincite
    if pincite is None or reference.role is Role.QUOTED:
        return None
    link, page = context.found(reference), page_of(pincite.value)
    if link is None or page is None:
        return None
    work, first = link.citation, _first_page(reference, link, context)
    if first is None or first <= page <= first + _FARTHEST:
        return None  # as it mostly is
    if not _is_sure(reference, link) or not pincite.value[0].isdecimal() or not _is_paged(work):
        return None
    by_agency = work.kind is Kind.CASE and work.reporter is not None and "FCC" in work.reporter.value
    if by_agency and first <= page <= first + _FARTHEST_IN_AN_ORDER:
        return None
    if not all(_is_right(index, context) for index in link.chain):
        return None  # a wrong number on the way is SUP002, and the work another one
    around = context.text(Span(max(pincite.span.start - _AROUND, reference.span.start), reference.span.end))
    behind = context.text(Span(pincite.span.end, pincite.span.end + _AROUND))
    if _OTHER_PAGES.search(around) or _OTHER_PAGES.search(context.text(work.span)) or _COPIED.match(behind):
        return None
    return Outside(work, page, first)


def can_have_page(supra: Supra, found: Found, context: Context) -> bool:
    """Tell whether a work can have the page behind a supra, whatever number the supra prints.

    Where it cannot, the number is not all that is wrong, or another work is meant.
    """
    pincite, work = supra.pincite, found.citation
    page = None if pincite is None else page_of(pincite.value)
    if pincite is None or page is None or not pincite.value[0].isdecimal() or not _is_paged(work):
        return True
    first = _first_page(supra, found, context)
    if first is None or first <= page <= first + _FARTHEST:
        return True
    return any(_OTHER_PAGES.search(context.text(one.span)) is not None for one in (supra, work))


def _is_paged(work: Citation) -> bool:
    """Tell whether the first page of a work is surely one, and its pages count on from there.

    An issue that begins anew with page 1 has a pincite below its article number, and a year may be read as a page.
    """
    if not work.clear or work.page is None or place_of(work) is None:
        return False
    named = work.parties if work.kind is Kind.CASE else work.authors if work.kind is Kind.ARTICLE else ()
    first, own = page_of(work.page.value), None if work.pincite is None else page_of(work.pincite.value)
    if not named or first is None or (own is not None and own < first):
        return False
    return work.kind is Kind.CASE or first not in _YEARS or (work.year is not None and work.year.value != str(first))


def _is_sure(reference: Reference, found: Found) -> bool:
    """Tell whether it is sure what is meant: no other work, no other volume of it, and the number is right."""
    if not found.certain or found.later or not reference.clear or found.fit is Fit.FUZZY:
        return False
    if isinstance(reference, Supra):
        return found.pointing in (Pointing.RIGHT, Pointing.SAME_NOTE)
    return not isinstance(reference, Short) or (reference.volume is not None and reference.reporter is not None)


def _is_right(index: int, context: Context) -> bool:
    """Tell whether a step of a chain is no supra, or one whose number is that of its work."""
    step = context.document.mentions[index]
    found = context.found(step) if isinstance(step, Supra) else None
    return not isinstance(step, Supra) or (found is not None and found.pointing in (Pointing.RIGHT, Pointing.SAME_NOTE))


def _first_page(reference: Reference, found: Found, context: Context) -> int | None:
    """Give the first page of the work in the reporter that is cited, None where that cannot be told."""
    work, place = found.citation, _place(reference, found, context)
    if place is not None and work.kind is Kind.CASE:
        return first_page(work, place)
    if work.kind is Kind.CASE and any(True for _ in parallels(work)):
        return None
    return None if work.page is None else page_of(work.page.value)


def _place(reference: Reference, found: Found, context: Context) -> Place | None:
    """Give volume and reporter of the short form, or of the last one that an *Id.* goes through."""
    steps = (reference, *(context.document.mentions[index] for index in found.chain))
    for step in steps:
        if isinstance(step, Short) and step.volume is not None and step.reporter is not None:
            return step.volume.value, squeezed(words_of(step.reporter))
    return None
