"""Which fixes a failure points at. It is a guess, which saves checks; what is at fault is found out by checking."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from citelint.model.mending import Mend
from citelint.model.source import Source

Key = tuple[str, int | None]
"""What findings of two versions are compared by: the rule, and the ordinal of the note."""


def key_of(mend: Mend) -> Key:
    """Give the key of the finding that is mended."""
    return mend.offer.finding.code, mend.offer.finding.note


def near(source: Source, mends: Sequence[Mend], new: Iterable[Key]) -> tuple[Mend, ...]:
    """Give, for each new finding, the mends of the last note that is changed and is not behind it.

    A fix shows in its own note, or behind it, where *Id.* or a short form leans on what was changed. Where no note
    before is changed, the mends of the first one behind are given.
    """
    by_note: dict[int, list[Mend]] = {}
    starts = _Starts(source)
    for mend in mends:
        for note in {starts.note_at(edit.span.start) for edit in mend.edits}:
            by_note.setdefault(note, []).append(mend)
    notes = sorted(by_note)
    found: list[Mend] = []
    for note in {note for _, note in new if note is not None and notes}:
        found += by_note[notes[max(bisect_right(notes, note) - 1, 0)]]
    return among(mends, found)


def still_found(mends: Sequence[Mend], there: Collection[Key]) -> tuple[Mend, ...]:
    """Give the mends whose finding has one of these keys."""
    return tuple(mend for mend in mends if key_of(mend) in there)


def writing(mends: Sequence[Mend], letter: str) -> tuple[Mend, ...]:
    """Give the mends that write a letter."""
    return tuple(mend for mend in mends if any(letter in one.text for one in mend.splices))


def around(mends: Sequence[Mend], meant: str, read: str) -> tuple[Mend, ...]:
    """Give the mends next to where the text that was read begins to differ from what was meant."""
    place = _first_difference(meant, read)
    if place is None:
        return ()
    edits = sorted({(edit.span, edit.text) for mend in mends for edit in mend.edits})
    ends, grown = [], 0
    for span, text in edits:
        grown += len(text) - (span.end - span.start)
        ends.append(span.end + grown)
    index = bisect_right(ends, place)
    chosen = set(edits[max(index - 1, 0) : index + 1])
    return tuple(mend for mend in mends if any((edit.span, edit.text) in chosen for edit in mend.edits))


def among(mends: Sequence[Mend], chosen: Iterable[Mend]) -> tuple[Mend, ...]:
    """Give those of the mends that are chosen, in their order."""
    ids = {id(mend) for mend in chosen}
    return tuple(mend for mend in mends if id(mend) in ids)


def without(mends: Sequence[Mend], chosen: Iterable[Mend]) -> tuple[Mend, ...]:
    """Give those of the mends that are not chosen, in their order."""
    ids = {id(mend) for mend in chosen}
    return tuple(mend for mend in mends if id(mend) not in ids)


class _Starts:
    """Finds the note that begins last before a place."""

    def __init__(self, source: Source) -> None:
        notes = sorted((note.span.start, note.ordinal) for note in source.notes)
        self._starts = [start for start, _ in notes]
        self._ordinals = [ordinal for _, ordinal in notes]

    def note_at(self, place: int) -> int:
        """Give its ordinal; -1 where none begins before."""
        index = bisect_right(self._starts, place) - 1
        return self._ordinals[index] if index >= 0 else -1


def _first_difference(one: str, other: str) -> int | None:
    """Give the first place at which two texts differ, None where they are the same."""
    if one == other:
        return None
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.startswith(other[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low
