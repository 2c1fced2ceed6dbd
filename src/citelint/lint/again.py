"""Whether a note cites again what was cited just before: where *Id.* would say it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from citelint.lint.authorities import authorities
from citelint.lint.before import is_sure, note_before
from citelint.model.citation import Citation, Id, Kind, Mention
from citelint.model.document import Note
from citelint.model.link import Fit
from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.lint.context import Context


def work_meant(mention: Mention, context: Context) -> int | None:
    """Give the work that a citation is, or that a reference surely means; None where it is lost or not sure."""
    if isinstance(mention, Citation):
        return context.links.work_of[mention.index] if mention.clear else None
    found = context.found(mention)
    if found is None or not found.certain or found.later:
        return None
    if found.fit is Fit.REPORTER and found.citation.kind is Kind.CHAPTER:
        return None  # the collection is meant, and not the chapter that was cited from it
    return context.links.work_of[found.citation.index]


def cited_just_before(context: Context) -> dict[int, Mention]:
    """Give the mentions that cite the very work cited just before, by index, each with the mention that did.

    Just before is the sole authority of the preceding note, where it is the sole authority of this one too, or the
    authority before it in the same note. *Id.* itself is left out.
    """
    found: dict[int, Mention] = {}
    by_note, meant = context.facts(_cited), context.facts(_meant)
    for note in context.document.notes:
        cited, works = by_note[note.ordinal], meant[note.ordinal]
        if not cited:
            continue
        if not isinstance(cited[0], Id) and works[0] is not None and len(set(works)) == 1:
            before = _sole_before(note, works[0], context)
            if before is not None:
                found[cited[0].index] = before
        for place in range(1, len(cited)):
            same = works[place] is not None and works[place] == works[place - 1] and not isinstance(cited[place], Id)
            if same and _is_alone(cited[place - 1], cited[place], cited):
                found[cited[place].index] = cited[place - 1]
    return found


def _cited(context: Context) -> tuple[tuple[Mention, ...], ...]:
    """Give what each note cites at its top level, by ordinal."""
    return tuple(map(authorities, context.document.notes))


def _meant(context: Context) -> list[list[int | None]]:
    """Give the works that the mentions of `_cited` are or surely mean."""
    return [[work_meant(mention, context) for mention in cited] for cited in context.facts(_cited)]


def _is_alone(before: Mention, mention: Mention, cited: tuple[Mention, ...]) -> bool:
    """Tell whether a mention shares its citation sentence with that before it, or that has one of its own."""
    return before.string == mention.string or sum(other.string == before.string for other in cited) == 1


def _sole_before(note: Note, work: int, context: Context) -> Mention | None:
    """Give the last citation of the note just before, where that note surely cites this work and no other."""
    before = note_before(note, context)
    if before is None or before.unparsed or set(context.facts(_meant)[before.ordinal]) != {work}:
        return None
    if not is_sure(note, before, context) or opens_part(note, before, context):
        return None
    return context.facts(_cited)[before.ordinal][-1]


def opens_part(note: Note, before: Note, context: Context) -> bool:
    """Tell whether a heading of the body stands between the marks of two notes."""
    headings = context.source.headings
    marks = context.facts(marks_of_notes)
    if not headings or note.ordinal not in marks or before.ordinal not in marks:
        return False
    first, last = marks[before.ordinal], marks[note.ordinal]
    place = bisect_right(headings, first.start, key=lambda heading: heading.span.start)
    return place < len(headings) and headings[place].span.start < last.start


def marks_of_notes(context: Context) -> dict[int, Span]:
    """Give the first mark of each note that is called, by the note's ordinal."""
    marks: dict[int, Span] = {}
    for marker in context.source.markers:
        if marker.note is not None:
            marks.setdefault(marker.note, marker.span)
    return marks


def id_run(context: Context) -> list[int]:
    """Give for each note, by ordinal, how many notes in a row up to it cite by *Id.* alone; 0 for any other note."""
    runs: list[int] = []
    by_note = context.facts(_cited)
    for note in context.document.notes:
        cited = by_note[note.ordinal]
        before = note_before(note, context)
        alone = bool(cited) and all(isinstance(mention, Id) for mention in cited)
        runs.append(1 + (runs[before.ordinal] if before is not None else 0) if alone else 0)
    return runs
