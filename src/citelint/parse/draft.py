"""A mention being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from citelint.model.citation import Role
from citelint.model.span import Span
from citelint.parse.clause import ENCLOSED, Clause
from citelint.parse.drive import Part


@dataclass(slots=True)
class Draft:
    """A mention being put together.

    `anchor` is the locator that makes it one, None for a source without a locator. `lead` are the words before the
    locator that belong to it. `first` and `last` bound its parts among those of the clause, half open. `aside` holds
    what stands in its history or behind an explanatory phrase, `paper` the name of a paper filed in the case.
    """

    anchor: Part | None
    clause: Clause
    start: int
    end: int
    lead: Span
    first: int
    last: int
    leads: bool = False
    parties: list[Span] = field(default_factory=list)
    paper: Span | None = None
    issue: bool = False
    date: Part | None = None
    urls: list[Part] = field(default_factory=list)
    enclosed: list[Part] = field(default_factory=list)
    aside: list[tuple[Role, list[Part]]] = field(default_factory=list)
    embedded: bool = False

    @property
    def brackets(self) -> list[Part]:
        """The parentheses and brackets of the clause that the mention reaches over."""
        return [
            part for part in self.clause.held if part[0] in ENCLOSED and self.start <= part[1] and part[2] <= self.end
        ]
