"""Drafts made into the mentions of a note, outer ones before those inside them."""

from __future__ import annotations

from itertools import count
from typing import Any

from citelint.model.citation import Citation, Field, Kind, Mention, Role
from citelint.model.span import Span, span_of
from citelint.parse.assemble import assemble
from citelint.parse.clause import clauses
from citelint.parse.draft import Draft
from citelint.parse.drive import Part, Row
from citelint.parse.fields import of
from citelint.parse.full import full_citation
from citelint.parse.labels import aliases, is_archive, labels, parentheticals
from citelint.parse.lead import stripped
from citelint.parse.pieces import COLLECTED
from citelint.parse.refer import identical, pincite, reference, short_form
from citelint.parse.secondary import written


class Builder:
    """Makes the mentions of one document; `counter` gives each its index, `roman` tells how its note is numbered."""

    __slots__ = ("counter", "made", "note", "roman", "text", "unparsed")

    def __init__(self, text: str) -> None:
        self.roman = False
        self.text = text
        self.counter = count()
        self.note = 0
        self.made: list[Mention] = []
        self.unparsed: list[Span] = []

    def note_mentions(self, ordinal: int, row: Row) -> tuple[tuple[Mention, ...], tuple[Span, ...]]:
        """Give the mentions of the note with that ordinal, and what was not understood in it."""
        self.note = ordinal
        self.made = []
        self.unparsed = []
        self._row(row, None, Role.TOP)
        return tuple(self.made), tuple(self.unparsed)

    def _row(self, row: Row, within: int | None, role: Role) -> None:
        for clause in clauses(row, self.text):
            drafts = assemble(clause, self.text)
            if not clause.held:
                for draft in drafts:
                    self._mention(draft, within, role, clause.string)
                continue
            held = clause.held
            for draft in drafts:
                held = self._prose(held, draft.start, within)
                self._mention(draft, within, role, clause.string)
                inside = [part for part in held if part[1] < draft.end]
                self.unparsed.extend(Span(part[1], part[2]) for part in inside if part[0] == "UNPARSED")
                held = held[len(inside) :]
            self._prose(held, None, within)

    def _prose(self, held: list[Part], until: int | None, within: int | None) -> list[Part]:
        """Read what is held by the prose before `until`; give the rest."""
        for index, part in enumerate(held):
            if until is not None and part[1] >= until:
                return held[index:]
            if part[0] == "UNPARSED":
                self.unparsed.append(Span(part[1], part[2]))
            elif not is_archive(part):
                self._row(part[3], within, Role.PARENTHETICAL)
        return []

    def _mention(self, draft: Draft, within: int | None, role: Role, string: int) -> None:
        text = self.text
        index = next(self.counter)
        kind = draft.anchor[0] if draft.anchor else None
        pin = pincite(draft.anchor, text)
        brackets = draft.brackets if draft.clause.held else []
        common: dict[str, Any] = {
            "index": index,
            "note": self.note,
            "span": span_of((draft.start, draft.end)),
            "signal": draft.clause.signal if draft.leads else None,
            "role": role,
            "within": within,
            "string": string,
            "embedded": draft.embedded,
            "parentheticals": parentheticals(draft.enclosed, text),
        }
        if kind == "id":
            self.made.append(identical(draft, text, pin, common))
        elif kind == "supra" and (collected := COLLECTED.search(draft.lead.of(text))):
            self._collected(draft, collected.start(), collected.end(), pin, common)
        elif kind in ("supra", "note_supra", "plain_note"):
            self.made.append(reference(draft, text, pin, common, roman=self.roman))
        elif (short := short_form(draft, text, pin, common)) is not None:
            self.made.append(short)
        else:
            self.made.append(full_citation(draft, text, pin, labels(brackets, text), aliases(brackets, text), common))
        aside = draft.aside[0][1][0][1] if draft.aside else draft.end
        for part in brackets:
            if part[1] < aside and not is_archive(part):
                self._row(part[3], index, Role.PARENTHETICAL)
        for aside_role, parts in draft.aside:
            self._row(Row(parts), index, aside_role)

    def _collected(self, draft: Draft, ends: int, begins: int, pin: Field | None, common: dict[str, Any]) -> None:
        """Make a chapter of a collection that is itself cited by supra, and the supra inside it."""
        text = self.text
        piece = stripped(text, draft.lead.start, draft.lead.start + ends)
        collection = stripped(text, draft.lead.start + begins, draft.lead.end)
        found: dict[str, Any] = dict(common, kind=Kind.CHAPTER, pincite=pin, lead=of(text, draft.lead))
        written(found, text, piece)
        found["reporter"] = of(text, collection)
        found["hereinafter"] = labels(draft.brackets, text)
        self.made.append(Citation(**found))
        draft.lead = collection
        inner: dict[str, Any] = {
            "index": next(self.counter),
            "note": self.note,
            "span": Span(collection.start, draft.anchor[2] if draft.anchor else draft.end),
            "role": Role.EXPLANATORY,
            "within": common["index"],
            "string": common["string"],
        }
        self.made.append(reference(draft, text, pin, inner, roman=self.roman))
