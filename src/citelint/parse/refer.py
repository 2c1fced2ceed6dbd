"""Drafts of references made into what they are: Id., supra, cross-references, short forms."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import CrossReference, Field, Id, Kind, NoteNumber, Short, Supra
from citelint.model.span import Span, span_of
from citelint.parse.draft import Draft
from citelint.parse.drive import Part
from citelint.parse.fields import as_printed
from citelint.parse.labels import labels
from citelint.parse.numbers import filled_in, note_numbers, roman_numbers

_PINCITES = frozenset(
    {"pincite", "at_pincite", "direct_section", "PROVISION", "PARAGRAPH", "NOTE_REFERENCE", "COMMENT"}
)
_VOLUME = re.compile(r"\d{1,3}\s+(?=[A-Z])")
_PLACE = re.compile(
    r"(?:[Nn]otes?\b|(?:the )?(?:next |preceding )?(?:Section|Part)$|"
    r"(?:the )?(?:(?:[Ss]ub-?)?(?:[Pp]arts?|[Ss]ections?)\s[IVXLC\dA-Z]|Appendi(?:x|ces)\b|"
    r"(?:[Ff]igures?|[Tt]ables?|Chapters?)\s\d|Part\b))[^,]{0,20}$"
)
"""Names before a supra that are places of the piece itself."""
_BLANKS = ", \t\r\n\u00a0"


def written(text: str, start: int, end: int) -> Field:
    """Give the field of ``text[start:end]`` without the comma and blanks before it."""
    while start < end and text[start] in _BLANKS:
        start += 1
    return Field(span_of((start, end)), text[start:end])


def pincite(anchor: Part | None, text: str) -> Field | None:
    """Give the pincites of a locator as one field, from the first to the last, "at" left out."""
    if anchor is None or len(anchor) < 4:
        return None
    first = last = None
    for part in anchor[3]:
        if part[0] in _PINCITES:
            if first is None:
                first = part[3][1][1] if part[0] == "at_pincite" else part[1]
            last = part[2]
    return None if first is None or last is None else written(text, first, last)


def identical(draft: Draft, text: str, pin: Field | None, common: dict[str, Any]) -> Id:
    """Make the Id. of a draft; "(manuscript at 2)" is its pincite where it has no other."""
    assert draft.anchor is not None
    token = draft.anchor[3][0]
    end = token[2]
    while text[end - 1] == ",":
        end -= 1
    name = Field(draft.lead, draft.lead.of(text)) if draft.lead.end > draft.lead.start else None
    if pin is None and draft.enclosed:
        bracket = draft.enclosed[0]
        if text.startswith(("(manuscript at", "(unpublished manuscript at"), bracket[1]):
            pin = written(text, bracket[1] + 1, bracket[2] - 1)
    if draft.end == token[2]:
        common["span"] = Span(draft.start, end)
    return Id(**common, pincite=pin, word=written(text, token[1], end), name=name)


def reference(
    draft: Draft, text: str, pin: Field | None, common: dict[str, Any], *, roman: bool
) -> Supra | CrossReference:
    """Make a Supra of a draft with a name, a CrossReference of one without; `roman` tells how its note is numbered."""
    assert draft.anchor is not None
    found: dict[str, Any] = {}
    numbers: tuple[NoteNumber, ...] = ()
    part_field = text_form = None
    for part in draft.anchor[3]:
        kind, first, last = part[0], part[1], part[2]
        if kind == "SUPRA":
            found["word"] = written(text, first, last)
        elif kind == "NOTE_WORD":
            found["note_word"] = written(text, first, last - 1 if text[last - 1] == "," else last)
        elif kind == "NOTE_NUMBERS":
            numbers = note_numbers(text, first, last)
        elif kind == "ROMAN_NUMBERS":
            numbers = (roman_numbers if roman else filled_in)(text, first, last)
        elif kind == "PLACEHOLDER":
            numbers = (NoteNumber(Span(first, last), text[first:last], None),)
        elif kind == "PART":
            part_field = written(text, first, last)
        elif kind in ("ACCOMPANYING", "TEXT_ACCOMPANYING"):
            text_form = written(text, first, last)
        elif kind in ("PLAIN_NOTE", "NOTE_BEFORE_SUPRA"):
            words = text[first:last]
            digits = next(i for i, c in enumerate(words) if c.isdigit())
            if kind == "NOTE_BEFORE_SUPRA":
                found["word"] = written(text, last - 5, last)
            found["note_word"] = Field(Span(first, first + len(words[:digits].rstrip())), words[:digits].rstrip())
            numbers = note_numbers(text, first, last)
    if draft.anchor[0] == "supra" and draft.lead.end > draft.lead.start:
        name = Field(draft.lead, draft.lead.of(text))
        if volume := _VOLUME.match(name.value):
            name = Field(Span(name.span.start + volume.end(), name.span.end), name.value[volume.end() :])
        if _PLACE.match(name.value):
            return CrossReference(**common, pincite=pin, numbers=numbers, part=name, text_form=text_form, **found)
        singular = "note_word" in found and not found["note_word"].value.lower().rstrip(".").endswith("s")
        if len(numbers) > 1 and singular and "," in text[numbers[0].span.end : numbers[1].span.start]:
            # After a name, what follows one number and a comma is a page without its "at".
            pin = written(text, numbers[1].span.start, pin.span.end if pin is not None else numbers[-1].span.end)
            numbers = numbers[:1]
        return Supra(
            **common, pincite=pin, name=name, numbers=numbers, hereinafter=labels(draft.brackets, text), **found
        )
    if draft.start < draft.anchor[1]:
        words = text[draft.start : draft.anchor[1]].rstrip()
        text_form = Field(Span(draft.start, draft.start + len(words)), words)
    return CrossReference(**common, pincite=pin, numbers=numbers, part=part_field, text_form=text_form, **found)


def short_form(draft: Draft, text: str, pin: Field | None, common: dict[str, Any]) -> Short | None:
    """Make the short form of a case or statute that a draft is; None where it is a full citation."""
    anchor = draft.anchor
    if anchor is None or len(anchor) < 4:
        return None
    kind = anchor[0]
    if kind == "section_locator" and draft.lead.start == draft.lead.end:
        section = written(text, anchor[3][0][3][1][1], anchor[2])
        return Short(**common, kind=Kind.STATUTE, page=section)
    if kind == "case":
        # A database citation has no form of its own for a short one: no date and no second party show it.
        full = draft.date is not None or len(draft.parties) > 1 or bool(draft.aside) or pin is None
        if full or not in_database(anchor, text):
            return None
    elif kind != "case_short":
        return None
    found = {part[0]: as_printed(text, part) for part in reversed(anchor[3])}
    return Short(
        **common,
        kind=Kind.CASE,
        parties=tuple(Field(s, s.of(text)) for s in draft.parties),
        volume=found.get("VOLUME"),
        reporter=found.get("REPORTER"),
        page=found.get("page") if kind == "case" else None,
        pincite=pin,
    )


def in_database(anchor: Part, text: str) -> bool:
    """Tell whether the reporter of a case's locator is a database: WL, or one of the LEXIS families."""
    reporter = next((part for part in anchor[3] if part[0] == "REPORTER"), None)
    return reporter is not None and text[reporter[1] : reporter[2]].split()[-1] in ("WL", "LEXIS")
