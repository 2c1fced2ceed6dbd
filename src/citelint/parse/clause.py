"""A row of parts cut into clauses: what stands between semicolons, sentence stops and signals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citelint.model.citation import Field
from citelint.model.span import span_of
from citelint.parse.drive import Part, Row
from citelint.parse.shape import is_fragment, is_person, is_titled, small_share
from citelint.tables.outlets import is_outlet

LOCATORS = frozenset(
    "case case_short statute section_locator constitution charter treaty rule congress article dated issue posted web "
    "id supra note_supra plain_note".split()
)
"""Parts that make a clause a citation."""
_AND = re.compile(r",? (?:&|and) ")
_LONGEST_TITLE = 400
"""Code points of author and title before a stop in it."""
_PROSE = 0.1
"""The share of small words up to which words are set as a title."""
STOPS = frozenset({"STOP", "ENDING", "QUOTED_STOP"})
WORDS = frozenset({"TEXT", "ABBREVIATION", "NUMERAL", "QUOTATION", "COMMA", "OTHER"})
"""Parts that neither cite, nor end a clause, nor hold anything."""
ENCLOSED = frozenset({"parenthesis", "bracket"})
_HOLDING = ENCLOSED | {"UNPARSED"}


@dataclass(slots=True)
class Clause:
    """One clause: its parts, the signal before it, and the sentence it belongs to.

    `semicolon_before` and `semicolon_after` say that it is a whole member of a string. `relation` is a word such as
    "quoting" that opens it. `located` says that a part makes it a citation; `held` are those of its parts that have
    something in them or were not understood.
    """

    parts: list[Part]
    signal: Field | None
    relation: str | None
    string: int
    semicolon_before: bool = False
    semicolon_after: bool = False
    stopped: Part | None = None
    located: bool = False
    held: list[Part] = field(default_factory=list)

    def take(self, following: Clause) -> None:
        """Go on to the end of the clause that follows."""
        self.parts.extend(following.parts)
        self.stopped = following.stopped
        self.semicolon_after = following.semicolon_after
        self.located = self.located or following.located
        self.held.extend(following.held)


def clauses(row: Row, text: str) -> list[Clause]:
    """Cut a row into its clauses, in order; a stop that turns out to stand inside a name or title cuts nothing."""
    found: list[Clause] = []
    current = Clause([], None, None, 0)
    string = 0
    for part in row:
        kind = part[0]
        if kind in WORDS:
            current.parts.append(part)
        elif kind in LOCATORS:
            current.parts.append(part)
            current.located = True
        elif kind == "SEMICOLON":
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
                current.signal = Field(span_of(part[1:3]), words)
            else:
                current.relation = words.split()[0].lower()
            current.semicolon_before = before.semicolon_before and not before.parts
        else:
            current.parts.append(part)
            if kind in _HOLDING:
                current.held.append(part)
    found.append(current)
    return rejoin([c for c in found if c.parts or c.signal], text)


def rejoin(found: list[Clause], text: str) -> list[Clause]:
    """Join a clause that is no sentence (a name or title cut at its period or question mark) to the one after it."""
    joined: list[Clause] = []
    for clause in found:
        before = joined[-1] if joined else None
        if before is not None and is_cut_title(before, clause, text):
            before.parts.append(("OTHER", clause.parts[0][1], clause.parts[0][1]))
            before.take(clause)
            continue
        if before is not None and before.stopped is not None and is_cut_at_stop(before, clause, text):
            if before.stopped[0] == "STOP":
                before.parts.append(("OTHER", before.stopped[1], before.stopped[2]))
            before.take(clause)
            continue
        joined.append(clause)
    return joined


def is_cut_at_stop(before: Clause, clause: Clause, text: str) -> bool:
    """Tell whether a stop stands inside a name or title, and not between two sentences."""
    if before.stopped is None or not before.parts or not clause.parts or before.located:
        return False
    if clause.signal is not None or clause.relation is not None or clause.parts[0][0] in ("id", "supra"):
        return False
    words = text[before.parts[0][1] : before.parts[-1][2]]
    if "," in words and opens_with_person(clause, text):
        return False
    if clause.located and is_fragment(words, text[before.stopped[1] : before.stopped[2]]):
        return True
    return is_title_of_sentences(words, clause, text)


def opens_with_person(clause: Clause, text: str) -> bool:
    """Tell whether a clause begins with a person's name and a comma, as a citation does."""
    head, comma, _ = text[clause.parts[0][1] : clause.parts[-1][2]][:_LONGEST_TITLE].partition(", ")
    return bool(comma) and all(map(is_person, _AND.split(head)))


def is_title_of_sentences(words: str, clause: Clause, text: str) -> bool:
    """Tell whether an author and sentences set as a title go on in a clause ("Ada Roe, They Lost. Then It Began, CNN").

    A quoted title that ends in a period before the name of its outlet is one as well.
    """
    if len(words) > _LONGEST_TITLE:
        return False
    names, quote, _ = words.partition("“")
    if quote and words.endswith("”"):
        if not (names.endswith(", ") and small_share(names) == 0 and is_titled(names)):
            return False
        return is_outlet(before_locator(clause, text))
    head, comma, title = words.partition(", ")
    if not comma or not all(map(is_person, _AND.split(head))) or len(title.split()) < 2:
        return False
    if small_share(title) > _PROSE:
        return False
    rest = before_locator(clause, text)
    return len(rest.split()) > 1 and is_titled(rest) and small_share(rest) <= _PROSE


def before_locator(clause: Clause, text: str) -> str:
    """Give the words of a clause before its first locator, all where it has none, without blanks and commas around."""
    end = next((part[1] for part in clause.parts if part[0] in LOCATORS), clause.parts[-1][2])
    return text[clause.parts[0][1] : end].strip(" ,")


def is_cut_title(before: Clause, clause: Clause, text: str) -> bool:
    """Tell whether a semicolon stands in the title of a notice in a register ("Testing; Standards, 86 Fed. Reg. 1")."""
    if before.stopped is not None or not before.semicolon_after or clause.signal or not before.parts or before.located:
        return False
    locator = next((p for p in clause.parts if p[0] in LOCATORS), None)
    if locator is None or locator[0] != "statute" or text[locator[3][1][1] : locator[3][1][2]] != "Fed. Reg.":
        return False
    words = text[before.parts[0][1] : before.parts[-1][2]]
    return is_titled(words) and locator is not clause.parts[0]
