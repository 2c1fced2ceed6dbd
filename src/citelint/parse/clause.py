"""A row of parts cut into clauses: what stands between semicolons, sentence stops and signals."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.citation import Field
from citelint.model.span import Span
from citelint.parse.drive import Part, Row
from citelint.parse.shape import is_fragment, is_titled

LOCATORS = frozenset(
    "case case_short statute section_locator constitution charter rule congress article dated issue posted web "
    "id supra note_supra plain_note".split()
)
"""Parts that make a clause a citation."""
STOPS = frozenset({"STOP", "ENDING", "QUOTED_STOP"})


@dataclass(slots=True)
class Clause:
    """One clause: its parts, the signal before it, and the sentence it belongs to.

    `semicolon_before` and `semicolon_after` say that it is a whole member of a string. `relation` is a word such as
    "quoting" that opens it.
    """

    parts: list[Part]
    signal: Field | None
    relation: str | None
    string: int
    semicolon_before: bool = False
    semicolon_after: bool = False
    stopped: Part | None = None

    @property
    def located(self) -> bool:
        """Tell whether a part of it makes it a citation."""
        return any(part[0] in LOCATORS for part in self.parts)


def clauses(row: Row, text: str) -> list[Clause]:
    """Cut a row into its clauses, in order; a stop that turns out to stand inside a name or title cuts nothing."""
    found: list[Clause] = []
    current = Clause([], None, None, 0)
    string = 0
    for part in row:
        kind = part[0]
        if kind == "SEMICOLON":
            current.semicolon_after = True
            found.append(current)
            current = Clause([], None, None, string, semicolon_before=True)
        elif kind in STOPS:
            if kind != "STOP":
                current.parts.append(part)
            current.stopped = part
            found.append(current)
            string += 1
            current = Clause([], None, None, string)
        elif kind == "SIGNAL" or kind == "RELATION":
            before = current
            if before.parts:
                found.append(before)
                current = Clause([], None, None, string)
            words = text[part[1] : part[2]]
            if kind == "SIGNAL":
                current.signal = Field(Span(part[1], part[2]), words)
            else:
                current.relation = words.split()[0].lower()
            current.semicolon_before = before.semicolon_before and not before.parts
        else:
            current.parts.append(part)
    found.append(current)
    return rejoin([c for c in found if c.parts or c.signal], text)


def rejoin(found: list[Clause], text: str) -> list[Clause]:
    """Join a clause that is no sentence (a name or title cut at its period or question mark) to the one after it."""
    joined: list[Clause] = []
    for clause in found:
        before = joined[-1] if joined else None
        if before is not None and is_cut_title(before, clause, text):
            before.parts.extend([("OTHER", clause.parts[0][1], clause.parts[0][1]), *clause.parts])
            before.stopped = clause.stopped
            before.semicolon_after = clause.semicolon_after
            continue
        if (
            before is not None
            and before.stopped is not None
            and before.parts
            and clause.parts
            and clause.signal is None
            and clause.relation is None
            and not before.located
            and clause.located
            and clause.parts[0][0] not in ("id", "supra")
            and is_fragment(text[before.parts[0][1] : before.parts[-1][2]], text[before.stopped[1] : before.stopped[2]])
        ):
            if before.stopped[0] == "STOP":
                before.parts.append(("OTHER", before.stopped[1], before.stopped[2]))
            before.parts.extend(clause.parts)
            before.stopped = clause.stopped
            before.semicolon_after = clause.semicolon_after
            continue
        joined.append(clause)
    return joined


def is_cut_title(before: Clause, clause: Clause, text: str) -> bool:
    """Tell whether a semicolon stands in the title of a notice in a register ("Testing; Standards, 86 Fed. Reg. 1")."""
    if before.stopped is not None or not before.semicolon_after or before.located or clause.signal or not before.parts:
        return False
    locator = next((p for p in clause.parts if p[0] in LOCATORS), None)
    if locator is None or locator[0] != "statute" or text[locator[3][1][1] : locator[3][1][2]] != "Fed. Reg.":
        return False
    words = text[before.parts[0][1] : before.parts[-1][2]]
    return is_titled(words) and locator is not clause.parts[0]
