"""Questions about the fields of a Word file that print numbers of notes.

Such a field (NOTEREF) means a note by a bookmark round the note's mark, and shows the number that the note had when
Word last refreshed the field.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citelint.lint.pointing import Pointer, called, number_span, pointer_span
from citelint.model.citation import CrossReference, NoteNumber, Supra
from citelint.model.link import Found
from citelint.model.source import NoteField
from citelint.model.span import Span
from citelint.resolve.fold import fold, fold_text, telling
from citelint.resolve.noterefs import NoteRefs

if TYPE_CHECKING:
    from citelint.lint.context import Context


@dataclass(frozen=True, slots=True)
class Shown:
    """A field and where it is used.

    `reference` is the reference whose number it prints, None in the body and in prose. `printed` is the number as it
    stands there, `expected` what Word prints when it refreshes the field, in the way it is printed now: the end of a
    range may be shortened ("146–47"). None is expected where that cannot be known. `span` is what a finding shows: the
    reference where the field is its only number, else the field.
    """

    field: NoteField
    reference: Pointer | None
    printed: str
    expected: str | None
    span: Span

    @property
    def stale(self) -> bool:
        """Tell whether the number shown is not that of the note meant. A field that shows nothing yet is not stale."""
        return bool(self.printed) and self.expected is not None and self.printed != self.expected


def shown(context: Context) -> tuple[Shown, ...]:
    """Give the fields of a piece, in order of the text."""
    references = _references(context)
    heads = {field.span.start: field.expected for field in context.source.fields if field.expected is not None}
    return tuple(_shown(field, references.get(field), heads, context) for field in context.source.fields)


def printed_by_field(context: Context) -> frozenset[int]:
    """Give the indexes of the references of which a field prints a number."""
    return frozenset(one.reference.index for one in context.facts(shown) if one.reference is not None)


def _references(context: Context) -> dict[NoteField, Pointer]:
    if not context.source.fields:
        return {}
    noterefs = NoteRefs(context.document)
    return {
        field: reference
        for reference in context.document.references
        if isinstance(reference, Supra | CrossReference)
        for field in noterefs.of(reference)
    }


def _shown(field: NoteField, reference: Pointer | None, heads: dict[int, str], context: Context) -> Shown:
    printed = context.text(field.span)
    span = field.span
    if reference is not None and number_span(reference) == span:
        span = pointer_span(reference)
    number = next((n for n in reference.numbers if n.span.covers(field.span)), None) if reference is not None else None
    expected = field.expected
    if number is not None and field.span.start > number.span.start:
        first = context.text(Span(number.span.start, field.span.start)).rstrip("–—-‑− ")
        expected = _as_printed(field, number, printed, heads.get(number.span.start, first))
    return Shown(field, reference, printed, expected, span)


def _as_printed(field: NoteField, number: NoteNumber, printed: str, first: str) -> str | None:
    """Give the number that a field should show: at the end of a range that begins with `first`, as short as now."""
    expected = field.expected
    if expected is None or number.last is None or field.span.end != number.span.end or not printed:
        return expected
    kept, whole = len(printed), str(number.last)
    is_short = len(whole) > kept and whole.endswith(printed)
    if is_short and len(first) == len(expected) and first[:-kept] == expected[:-kept]:
        return expected[-kept:]
    return expected


def names_another_work(one: Shown, context: Context) -> Found | None:
    """Give what a reference means where one note cites that work in full, and it is not the note that its field means.

    None where the work or the note was not understood, and where the note meant cites the work by a short form and is
    the one that is shown (that is SUP003).
    """
    reference, target = one.reference, one.field.target
    if not isinstance(reference, Supra) or target is None:
        return None
    found = context.found(reference)
    if found is None or found.later is not reference.forward or found.rivals:
        return None
    work = context.links.work_of.get(found.citation.index)
    if work is None:
        return None
    if work in context.links.cites[target]:
        if not one.field.encloses:
            return None
    elif _is_spoken_of(reference, target, context):
        # most likely the work stands there and was not understood
        return None
    mentions = context.document.mentions
    notes = {mentions[index].note for index in context.links.works[work]}
    told = context.note(target)
    clear = not told.unparsed and all(mention.clear for mention in told.mentions)
    return found if clear and target not in notes and len(notes) == 1 else None


def _is_spoken_of(reference: Supra, target: int, context: Context) -> bool:
    """Tell whether a word of the name before supra stands in a note."""
    words = set(fold_text(context.text(context.note(target).span)))
    return any(word in words for word in telling(fold(called(reference))))
