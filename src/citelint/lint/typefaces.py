"""Which stretches of the text are set in a typeface."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from citelint.model.source import Typeface
from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.lint.context import Context


def stretches(context: Context) -> dict[Typeface, tuple[Span, ...]]:
    """Give the stretches of each typeface in order, those that touch or overlap made one."""
    merged: dict[Typeface, list[Span]] = {}
    for style in sorted(context.source.styles or (), key=lambda style: style.span):
        spans = merged.setdefault(style.typeface, [])
        if spans and style.span.start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, style.span.end))
        else:
            spans.append(style.span)
    return {typeface: tuple(spans) for typeface, spans in merged.items()}


def touched(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether `span` shares a code point with one of `spans`, which are in order and apart."""
    index = bisect_right(spans, span.start, key=lambda s: s.start)
    return span.start < span.end and any(s.overlaps(span) for s in spans[max(index - 1, 0) : index + 1])


def wholly(spans: Sequence[Span], span: Span, text: str) -> bool:
    """Tell whether all letters and digits of `span`, of which there is one at least, stand in `spans`."""
    index = max(bisect_right(spans, span.start, key=lambda s: s.start) - 1, 0)
    position, seen = span.start, False
    while position < span.end:
        while index < len(spans) and spans[index].end <= position:
            index += 1
        inside = index < len(spans) and spans[index].start <= position
        stop = min(span.end, spans[index].end if inside else spans[index].start if index < len(spans) else span.end)
        if any(map(str.isalnum, text[position:stop])):
            if not inside:
                return False
            seen = True
        position = stop
    return seen
