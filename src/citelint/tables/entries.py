"""Reads the data files beside this module: UTF-8, a header line that names the sources, then one entry a line.

The files are made by scripts/make_tables.py; names in them are squeezed (see `citelint.tables.folding`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def lines(table: str) -> tuple[str, ...]:
    """Give the entries of the data file called `table` (no suffix), in its order and without the header."""
    text = Path(__file__).with_name(table + ".txt").read_text(encoding="utf-8")
    return tuple(text.split("\n")[1:-1])


@cache
def entries(table: str) -> frozenset[str]:
    """Give the entries of the data file called `table` as a set, read when it is first asked for."""
    return frozenset(lines(table))


@cache
def values(table: str) -> dict[str, str]:
    """Give the data file called `table`, whose entries are a name, a tab and a value, as a mapping."""
    return {name: value for name, _, value in (line.partition("\t") for line in lines(table))}
