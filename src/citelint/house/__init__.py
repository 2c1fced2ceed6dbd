"""House rules: patterns of the user's own, run where one that never ends, or eats all memory, can do no harm.

`re` gives no way to stop it, so the patterns run in a child process, one for the whole run, with a limit to its memory
and a deadline for each pattern and note. Without house rules no process is started, and this package is not imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from citelint.config import House
from citelint.model.document import Document
from citelint.model.span import Span


@dataclass(frozen=True, slots=True)
class Matches:
    """What house rules found in a document.

    `places` are by code and ordinal of the note, in order. `gaps` are a line for each rule that could not be applied
    to all notes, with its place in the configuration and the reason.
    """

    places: dict[tuple[str, int], tuple[Span, ...]] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()


def search(document: Document, rules: Iterable[House]) -> Matches:
    """Look for what `rules` say in all notes of a document. A pattern that has failed before is not tried again."""
    from citelint.house.process import the_search

    houses = tuple(rules)
    notes = document.notes
    text = document.source.text
    done = the_search().run([house.pattern for house in houses], [note.span.of(text) for note in notes])
    places = {
        (house.code, note.ordinal): tuple(Span(note.span.start + a, note.span.start + b) for a, b in spans)
        for house in houses
        for index, note in enumerate(notes)
        if (spans := done.found.get((house.pattern, index)))
    }
    gaps = []
    for house in houses:
        failure = done.failures.get(house.pattern)
        if failure is not None:
            where = "" if failure.text is None else f" on note {notes[failure.text].name} of {document.source.path}"
            gaps.append(f"{house.where}: house rule {house.code} {failure.why.format(where=where)}")
    return Matches(places, tuple(gaps))


def compiled(rules: Iterable[House]) -> tuple[str, ...]:
    """Compile the patterns of `rules`; give a line, as in `Matches.gaps`, for each that cannot be."""
    from citelint.house.process import the_search

    houses = tuple(rules)
    failures = the_search().run([house.pattern for house in houses], []).failures
    return tuple(
        f"{house.where}: house rule {house.code} {failures[house.pattern].why.format(where='')}"
        for house in houses
        if house.pattern in failures
    )
