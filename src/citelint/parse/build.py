"""Drafts made into the mentions of a note, outer ones before those inside them."""

from __future__ import annotations

import re
from itertools import count

from citelint.model.citation import (
    CrossReference,
    Field,
    Hereinafter,
    Id,
    Kind,
    Mention,
    NoteNumber,
    Parenthetical,
    Role,
    Short,
    Supra,
)
from citelint.model.span import Span
from citelint.parse.assemble import Draft, assemble
from citelint.parse.clause import clauses
from citelint.parse.drive import Part, Row
from citelint.parse.full import full_citation
from citelint.parse.numbers import note_numbers

_HEREINAFTER = re.compile(r"[\[(]\s*(hereinafter|hereafter|HEREINAFTER|Hereinafter)\b(.*?)[\])]?$", re.S)
_OPENING = re.compile(r"[\[(]\s*([^\s,;:()\[\]]+)")
_ALIAS = re.compile(r"\(([A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,3})\)")
_PIN_PARTS = frozenset({"pincite", "at_pincite", "direct_section", "PROVISION", "PARAGRAPH", "NOTE_REFERENCE"})


class Builder:
    """Makes the mentions of one document; `counter` gives each its index."""

    __slots__ = ("counter", "note", "text", "unparsed")

    def __init__(self, text: str) -> None:
        self.text = text
        self.counter = count()
        self.note = 0
        self.unparsed: list[Span] = []

    def note_mentions(self, ordinal: int, row: Row) -> tuple[list[Mention], tuple[Span, ...]]:
        """Give the mentions of the note with that ordinal, and what was not understood in it."""
        self.note = ordinal
        self.unparsed = []
        made: list[Mention] = []
        self._row(row, made, None, Role.TOP, 0)
        return made, tuple(self.unparsed)

    def _row(self, row: Row, made: list[Mention], within: int | None, role: Role, base: int) -> None:
        for clause in clauses(row, self.text):
            drafts = assemble(clause, self.text)
            position = 0
            for draft in drafts:
                position = self._asides(clause.parts, position, draft.start, made, within)
                self._mention(draft, made, within, role, base + clause.string)
                position = self._skip(clause.parts, position, draft.end)
            self._asides(clause.parts, position, None, made, within)

    def _asides(
        self, parts: list[Part], position: int, until: int | None, made: list[Mention], within: int | None
    ) -> int:
        """Read what stands in brackets in the prose before `until`, from the part at `position` on; give the next part."""
        while position < len(parts) and (until is None or parts[position][1] < until):
            part = parts[position]
            if part[0] in ("parenthesis", "bracket"):
                self._row(part[3], made, within, Role.PARENTHETICAL, 0)
            elif part[0] == "UNPARSED":
                self.unparsed.append(Span(part[1], part[2]))
            position += 1
        return position

    @staticmethod
    def _skip(parts: list[Part], position: int, end: int) -> int:
        while position < len(parts) and parts[position][1] < end:
            position += 1
        return position

    def _mention(self, draft: Draft, made: list[Mention], within: int | None, role: Role, string: int) -> None:
        index = next(self.counter)
        place = len(made)
        kind = draft.anchor[0] if draft.anchor else None
        pin = self._pincite(draft.anchor) if draft.anchor else None
        signal = draft.clause.signal if self._opens(draft) else None
        common = dict(
            index=index,
            note=self.note,
            span=Span(draft.start, draft.end),
            signal=signal,
            role=role,
            within=within,
            string=string,
            embedded=draft.embedded,
            parentheticals=tuple(
                Parenthetical(Span(p[1], p[2]), m[1].lower() if (m := _OPENING.match(self.text, p[1])) else "")
                for p in draft.enclosed
                if p[0] == "parenthesis"
            ),
        )
        if kind == "id":
            made.append(self._id(draft, pin, common))
        elif kind in ("supra", "plain_note"):
            made.append(self._reference(draft, pin, common))
        elif (short := self._short(draft, pin, common)) is not None:
            made.append(short)
        else:
            labels, aliases = self._labels(draft)
            made.append(full_citation(draft, self.text, pin, labels, aliases, common))
        assert len(made) == place + 1
        for part in self._inside(draft):
            self._row(part[3], made, index, Role.PARENTHETICAL, 0)
        for aside_role, parts in draft.aside:
            row = Row(p for p in parts)
            self._row(row, made, index, aside_role, 0)

    def _inside(self, draft: Draft) -> list[Part]:
        """Give the brackets of the draft's lead and those behind its locator, in order."""
        lead = [
            p
            for p in draft.clause.parts
            if p[0] in ("parenthesis", "bracket")
            and draft.start <= p[1]
            and p[2] <= draft.end
            and p not in draft.enclosed
            and not any(p in parts for _, parts in draft.aside)
        ]
        return lead + [p for p in draft.enclosed]

    def _opens(self, draft: Draft) -> bool:
        """Tell whether the signal of the clause stands before this mention and no other."""
        signal = draft.clause.signal
        return signal is not None and all(
            p[2] <= signal.span.end or p[1] >= draft.start or not _is_locator(p) for p in draft.clause.parts
        )

    def _pincite(self, anchor: Part) -> Field | None:
        if len(anchor) < 4:
            return None
        first = last = None
        skipped = anchor[0] in ("section_locator",)
        for part in anchor[3]:
            if part[0] in _PIN_PARTS:
                if first is None:
                    first = part[3][1][1] if part[0] == "at_pincite" else part[1]
                last = part[2]
        if first is None or last is None:
            return None
        del skipped
        while self.text[first] in ", \u00a0":
            first += 1
        return Field(Span(first, last), self.text[first:last])

    def _id(self, draft: Draft, pin: Field | None, common: dict) -> Id:  # type: ignore[type-arg]
        assert draft.anchor is not None
        token = draft.anchor[3][0]
        end = token[2]
        while self.text[end - 1] == ",":
            end -= 1
        name = Field(draft.lead, draft.lead.of(self.text)) if draft.lead.end > draft.lead.start else None
        if (
            pin is None
            and draft.enclosed
            and self.text.startswith(("(manuscript at", "(unpublished manuscript at"), draft.enclosed[0][1])
        ):
            part = draft.enclosed[0]
            pin = Field(Span(part[1] + 1, part[2] - 1), self.text[part[1] + 1 : part[2] - 1])
        if draft.end == token[2]:
            common["span"] = Span(draft.start, end)
        return Id(**common, pincite=pin, word=Field(Span(token[1], end), self.text[token[1] : end]), name=name)

    def _reference(self, draft: Draft, pin: Field | None, common: dict) -> Supra | CrossReference:  # type: ignore[type-arg]
        assert draft.anchor is not None
        text = self.text
        word = note_word = part_field = text_form = None
        numbers: tuple[NoteNumber, ...] = ()
        for part in draft.anchor[3]:
            kind, first, last = part[0], part[1], part[2]
            if kind == "SUPRA":
                word = Field(Span(first, last), text[first:last])
            elif kind == "NOTE_WORD":
                while text[first] in ", \t\r\n\u00a0":
                    first += 1
                note_word = Field(Span(first, last), text[first:last])
            elif kind == "NOTE_NUMBERS":
                numbers = note_numbers(text, first, last)
            elif kind == "PLACEHOLDER":
                numbers = (NoteNumber(Span(first, last), text[first:last], None),)
            elif kind == "PART":
                part_field = Field(Span(first, last), text[first:last])
            elif kind in ("ACCOMPANYING", "TEXT_ACCOMPANYING"):
                while text[first] in ", \t\r\n\u00a0":
                    first += 1
                text_form = Field(Span(first, last), text[first:last])
            elif kind == "PLAIN_NOTE":
                words = text[first:last]
                digits = next(i for i, c in enumerate(words) if c.isdigit())
                note_word = Field(Span(first, first + len(words[:digits].rstrip())), words[:digits].rstrip())
                numbers = note_numbers(text, first, last)
        if draft.anchor[0] == "supra" and draft.lead.end > draft.lead.start:
            assert word is not None
            labels, _ = self._labels(draft)
            return Supra(
                **common,
                pincite=pin,
                word=word,
                name=Field(draft.lead, draft.lead.of(text)),
                note_word=note_word,
                numbers=numbers,
                hereinafter=labels,
            )
        if draft.start < draft.anchor[1]:
            text_form = Field(Span(draft.start, draft.anchor[1]), text[draft.start : draft.anchor[1]].rstrip())
        return CrossReference(
            **common,
            pincite=pin,
            word=word,
            note_word=note_word,
            numbers=numbers,
            part=part_field,
            text_form=text_form,
        )

    def _short(self, draft: Draft, pin: Field | None, common: dict) -> Short | None:  # type: ignore[type-arg]
        anchor = draft.anchor
        if anchor is None:
            return None
        text = self.text
        fields = anchor_fields(anchor, text)
        parties = tuple(Field(s, s.of(text)) for s in draft.parties)
        if anchor[0] == "case_short":
            return Short(
                **common,
                kind=Kind.CASE,
                parties=parties,
                volume=fields.get("VOLUME"),
                reporter=fields.get("REPORTER"),
                pincite=pin,
            )
        database = fields.get("REPORTER")
        if (
            anchor[0] == "case"
            and database is not None
            and database.value.split()[-1] in ("WL", "LEXIS")
            and draft.date is None
            and len(parties) < 2
            and not draft.aside
            and pin is not None
        ):
            return Short(
                **common,
                kind=Kind.CASE,
                parties=parties,
                volume=fields.get("VOLUME"),
                reporter=database,
                page=fields.get("page"),
                pincite=pin,
            )
        if anchor[0] == "section_locator" and draft.lead.start == draft.lead.end:
            page = Field(Span(anchor[3][0][1], anchor[2]), text[anchor[3][0][1] : anchor[2]].lstrip("§¶ \u00a0"))
            return Short(**common, kind=Kind.STATUTE, page=page, pincite=pin)
        return None

    def _labels(self, draft: Draft) -> tuple[tuple[Hereinafter, ...], tuple[Field, ...]]:
        labels = []
        aliases = []
        text = self.text
        candidates = [
            p
            for p in draft.clause.parts
            if p[0] in ("parenthesis", "bracket") and draft.start <= p[1] and p[2] <= draft.end
        ]
        for part in candidates:
            words = text[part[1] : part[2]]
            if match := _HEREINAFTER.match(words):
                first = part[1] + match.start(2)
                raw = match[2]
                label = raw.strip(" \t\r\n\u00a0,:“”\"‘’'")
                begin = first + raw.find(label) if label else first
                labels.append(
                    Hereinafter(
                        Span(part[1], part[2]),
                        Field(Span(part[1] + match.start(1), part[1] + match.end(1)), match[1]),
                        Field(Span(begin, begin + len(label)), label),
                        words[0],
                        raw.strip() == label,
                    )
                )
            elif match := _ALIAS.fullmatch(words.replace("“", "").replace("”", "").replace('"', "")):
                aliases.append(Field(Span(part[1] + 1, part[2] - 1), match[1]))
        return tuple(labels), tuple(aliases)


def _is_locator(part: Part) -> bool:
    return part[0] in (
        "case",
        "case_short",
        "statute",
        "section_locator",
        "constitution",
        "rule",
        "congress",
        "article",
        "id",
        "supra",
        "dated",
        "web",
    )


def anchor_fields(anchor: Part, text: str) -> dict[str, Field]:
    """Give the named tokens and sub-nodes of a locator: VOLUME, REPORTER, CODE, PERIODICAL, page."""
    found: dict[str, Field] = {}
    if len(anchor) < 4:
        return found
    for part in anchor[3]:
        if part[0] not in found:
            found[part[0]] = Field(Span(part[1], part[2]), text[part[1] : part[2]])
    return found
