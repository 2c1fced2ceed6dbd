"""What a walk found, as the model keeps it for whoever writes into the file."""

from __future__ import annotations

from collections.abc import Sequence

from citelint.model.word import WordMark, WordPart
from citelint.read.wordml.body import Body
from citelint.read.wordml.notes import Notes


def part_of(walk: Body | Notes, called: Sequence[int | None] = ()) -> WordPart:
    """Give the part that was walked over; `called` are, for each mark of a body, the ordinal of the note it calls."""
    return WordPart(
        name=walk.part,
        data=walk.data,
        recoded=walk.recoded,
        prefix=walk.prefix,
        namespace=walk.namespace,
        paragraphs=tuple(walk.paragraphs),
        runs=tuple(walk.runs),
        pieces=tuple(walk.weave.pieces),
        changes=tuple(walk.changes),
        fields=tuple(walk.fields.all),
        notes=tuple(walk.notes) if isinstance(walk, Notes) else (),
        marks=_marks(walk, called) if isinstance(walk, Body) else (),
        hidden=tuple(walk.weave.hidden),
    )


def _marks(body: Body, called: Sequence[int | None]) -> tuple[WordMark, ...]:
    names: dict[int, list[str]] = {}
    for bookmark in body.bookmarks.by_name.values():
        if bookmark.first < bookmark.end:
            names.setdefault(bookmark.first, []).append(bookmark.name)
    return tuple(
        WordMark(
            note,
            mark.at,
            mark.element,
            mark.run,
            mark.end,
            tuple(names.get(place, ())),
            mark.within,
            mark.change,
        )
        for place, (mark, note) in enumerate(zip(body.marks, called, strict=True))
    )
