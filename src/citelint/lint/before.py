"""What stands before a reference: the words of its own note, and the note that *Id.* looks back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citelint.model.citation import Mention
from citelint.model.document import Note
from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.lint.context import Context


def note_before(note: Note, context: Context) -> Note | None:
    """Give the numbered note before a note in the same apparatus; an author's note does not count."""
    ordinal = context.facts(_numbered_before)[note.ordinal]
    return None if ordinal is None else context.note(ordinal)


def _numbered_before(context: Context) -> list[int | None]:
    last: dict[str, int] = {}
    before: list[int | None] = []
    for note in context.document.notes:
        before.append(last.get(note.apparatus))
        if note.number is not None:
            last[note.apparatus] = note.ordinal
    return before


def is_sure(note: Note, before: Note, context: Context) -> bool:
    """Tell whether `before` is surely the whole of the note just before another.

    The numbers must say that none between them was lost, and every bracket and quotation mark must be closed: else
    nobody knows what stands inside.
    """
    if note.number is None or before.number != note.number - 1 or before.section != note.section:
        return False
    words = context.text(before.span)
    return all(words.count(first) == words.count(second) for first, second in ("()", "[]", "“”"))


def head_of_clause(mention: Mention) -> int:
    """Give where the clause of a mention begins: its signal, or where there is none the mention itself."""
    return mention.span.start if mention.signal is None else min(mention.signal.span.start, mention.span.start)


def words_before(mention: Mention, context: Context) -> str:
    """Give the words of its note that stand before a mention and its signal."""
    return context.text(Span(context.note_of(mention).span.start, head_of_clause(mention))).strip()
