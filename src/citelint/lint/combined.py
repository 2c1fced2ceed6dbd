"""*Id.* joined with what says the source once more: a name, a supra, a volume and a reporter, another case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from citelint.lint.pattern import Pattern
from citelint.lint.pointing import pointer_span
from citelint.model.citation import Citation, CrossReference, Id, Kind, Mention, Role, Short, Supra
from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.lint.context import Context

_JOINED = Pattern(r",?\s*\Z")
_BLANK = Pattern(r"\s+\Z")
_NAME = Pattern(
    r"[A-Z][\w.’'&-]*(?:,?\s(?:[A-Z][\w.’'&-]*|&|and|et|al\.|v\.|of|the|in|re|ex|rel\.|de|la|van|der|von))*"
)
_CLAUSE_HEAD = Pattern(r"(?:\A|[.;(]|[.?!][”’\")\]]+|\b[Ss]ee(?:,? also| generally)?,?(?:\se\.g\.,)?|\b[Cc]f\.)\s*\Z")
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Combined:
    """What is joined with an *Id.*, and the whole of both."""

    span: Span
    other: Literal["a name", "supra", "a volume and reporter", "another case"]


def combined(id: Id, context: Context) -> Combined | None:
    """Give what is joined with an *Id.* that cannot be; None where it stands alone, and for what is quoted."""
    if id.role is Role.QUOTED:
        return None
    if id.name is not None:
        return _named(id, context)
    mentions = context.document.mentions
    before = mentions[id.index - 1] if id.index else None
    if isinstance(before, CrossReference) and before.note == id.note and _is_bare_supra(before, id, context):
        return Combined(Span(before.span.start, id.word.span.end), "supra")
    after = mentions[id.index + 1] if id.index + 1 < len(mentions) else None
    return None if after is None or after.note != id.note else _behind(id, after, context)


def _named(id: Id, context: Context) -> Combined | None:
    """Give the name before an *Id.* where that is all that stands before it in its clause, and the work's own."""
    if id.name is None or not _NAME.fullmatch(id.name.value) or context.found(id) is None:
        return None
    start = context.note_of(id).span.start
    before = context.source.text[max(start, id.name.span.start - _NEAR) : id.name.span.start]
    return Combined(Span(id.name.span.start, id.word.span.end), "a name") if _CLAUSE_HEAD.search(before) else None


def _is_bare_supra(reference: CrossReference, id: Id, context: Context) -> bool:
    between = context.text(Span(reference.span.end, max(id.word.span.start, reference.span.end)))
    return reference.note_word is None and reference.part is None and _BLANK.fullmatch(between) is not None


def _behind(id: Id, after: Mention, context: Context) -> Combined | None:
    """Give what stands right behind an *Id.* without a place of its own."""
    if id.pincite is not None or after.signal is not None or after.within is not None:
        return None
    start = after.span.start
    between = context.text(Span(id.word.span.end, max(start, id.word.span.end)))
    if start < id.word.span.end or _JOINED.fullmatch(between) is None:
        return None
    comma = "," in between
    if isinstance(after, CrossReference | Supra):
        is_supra = after.word is not None and after.word.span.start == start
        return Combined(Span(id.word.span.start, pointer_span(after).end), "supra") if is_supra else None
    if isinstance(after, Short):
        place = after.kind is Kind.CASE and not after.parties and after.volume is not None
        return Combined(Span(id.word.span.start, after.span.end), "a volume and reporter") if place else None
    if isinstance(after, Citation) and after.kind is Kind.CASE and comma:
        return Combined(Span(id.word.span.start, after.span.end), "another case")
    return None
