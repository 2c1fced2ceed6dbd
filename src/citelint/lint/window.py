"""How far back a source was last cited: the notes just before, and all places that cite a work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from citelint.lint.before import note_before
from citelint.model.citation import Citation, CrossReference
from citelint.model.document import Note

if TYPE_CHECKING:
    from citelint.lint.context import Context


def window_before(note: Note, context: Context) -> Iterator[Note]:
    """Give the notes before, the nearest first, as many as ``case-short-form-window`` says."""
    before = note_before(note, context)
    for _ in range(context.config.case_short_form_window):
        if before is None:
            return
        yield before
        before = note_before(before, context)


def cited_at(context: Context) -> dict[int, list[int]]:
    """Give for each work the indexes of all mentions that cite it, wherever they stand, in order."""
    cited: dict[int, list[int]] = {}
    for mention in context.document.mentions:
        citation = mention if isinstance(mention, Citation) else None
        if citation is None and not isinstance(mention, CrossReference):
            found = context.found(mention)
            citation = None if found is None else found.citation
        if citation is not None:
            cited.setdefault(context.links.work_of[citation.index], []).append(mention.index)
    return cited
