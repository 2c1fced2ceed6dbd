"""Findings in whose place a better one of the same words stands (`Rule.instead_of`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from citelint.lint.rule import Rule
from citelint.model.diagnostic import Diagnostic
from citelint.model.span import Span


def without_replaced(found: list[Diagnostic], known: Mapping[str, Rule]) -> list[Diagnostic]:
    """Leave out the findings that give way; `known` are the rules by code. Linear but for sorting."""
    better: dict[tuple[int | None, str], list[Span]] = {}
    for finding in found:
        for code in known[finding.code].instead_of:
            better.setdefault((finding.note, code), []).append(finding.span)
    if not better:
        return found
    for spans in better.values():
        spans.sort()
    return [d for d in found if not _touches_one(better.get((d.note, d.code), []), d.span)]


def _touches_one(spans: list[Span], span: Span) -> bool:
    """Tell whether a span shares a code point with one of `spans`, or touches it; few of those overlap one another."""
    last = bisect_right(spans, span.end, key=lambda other: other.start)
    return any(other.end >= span.start for other in spans[max(last - 4, 0) : last])
