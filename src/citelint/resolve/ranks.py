"""How well a name fits a work: ranks, the lower the surer.

0 a hereinafter label, 1 author and title, 2 the name in full, 3 its usual short form, 4 a less usual part of it, 5 all
words in common, 6 some words in common, 7 a misspelt name. Up to `SURE` the name is one that people give the work;
beyond, something must confirm it.
"""

from __future__ import annotations

from typing import NamedTuple

from citelint.model.link import Fit

IN_FULL = 2
"""A rank that needs no better: it is the name in full."""

USUAL = 3
"""The last rank of a usual short form, on which an error may be built."""

SURE = 4
"""The last rank at which a name is a name of the work."""

SHARED = 5
PARTLY = 6
MISSPELT = 7


class Fitness(NamedTuple):
    """A rank and what it rests on."""

    rank: int
    fit: Fit
