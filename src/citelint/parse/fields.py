"""Stretches of text made into fields, and what a dated parenthesis holds."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Field
from citelint.model.span import Span, span_of
from citelint.parse.draft import Draft
from citelint.parse.drive import Part
from citelint.parse.lead import stripped

_YEAR = re.compile(r"(?<!\d)(?:1[3-9]|20)\d\d(?!\d)(?!.*(?<!\d)(?:1[3-9]|20)\d\d(?!\d))", re.S)
_STEP = re.compile(r",?\s(?:filed|Filed|argued|decided|dated|issued|submitted|order|oral argument)$")
_DAY = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},?\s)?\d{4}")


def of(text: str, span: Span) -> Field | None:
    """Give the field of a span, None for an empty one."""
    span = stripped(text, span.start, span.end)
    return Field(span, span.of(text)) if span.end > span.start else None


def as_printed(text: str, part: Part) -> Field:
    """Give the field of a part as it stands."""
    return Field(span_of(part[1:3]), text[part[1] : part[2]])


def fields(text: str, spans: list[Span]) -> tuple[Field, ...]:
    """Give the fields of several spans."""
    return tuple(Field(s, s.of(text)) for s in spans)


def dated(found: dict[str, Any], part: Part, text: str) -> None:
    """Read year and court from a dated parenthesis."""
    if part[0] in ("issue", "posted", "ISSUE_DATE"):
        part = part if part[0] == "ISSUE_DATE" else part[3][0]
        year = _YEAR.search(text, part[1], part[2])
        found["year"] = Field(Span(*year.span()), year[0]) if year else None
        return
    inside = span_of((part[1] + 1, part[2] - 1))
    if inside.end - inside.start == 4 and _YEAR.match(text, inside.start, inside.end):
        found["year"] = Field(inside, inside.of(text))
        return
    last = max(inside.start, inside.end - 4)
    # Most end in their year, which is then found without looking through the rest.
    match = _YEAR.match(text, last, inside.end) or _YEAR.search(text, inside.start, inside.end)
    if match is None:
        found["court"] = of(text, inside)
        return
    found["year"] = Field(span_of(match.span()), match[0])
    words = text[inside.start : match.start()]
    day = _DAY.search(text, inside.start, inside.end)
    stop = day.start() if day else match.start()
    court = of(text, span_of((inside.start, stop)))
    if court is not None and words[:1].isupper() | words[:1].isdigit():
        found["court"] = (
            of(text, Span(court.span.start, court.span.end - len(match[0])))
            if (match := _STEP.search(court.value))
            else court
        )


def archived(draft: Draft, text: str) -> Field | None:
    """Give the URL inside a bracket where none stands outside of one."""
    for part in draft.enclosed:
        for inner in part[3]:
            if inner[0] == "web":
                return Field(Span(inner[1], inner[2]), text[inner[1] : inner[2]])
    return None
