"""The table made ready to run: kept in the wheel or in the user's cache folder, else built from the grammar."""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from citelint.parse.grammar import Table, build_table, table_key
from citelint.parse.heads import BEYOND
from citelint.parse.names import RETYPED, Retype

BRACKETS = frozenset({"RPAR", "RBRACK"})


Try = tuple[str, Callable[[str, int], "re.Match[str] | None"], Retype | None]
"""A terminal that may stand at a place: its name, its pattern's `match`, and what looks its name up in the tables."""


class Terminals:
    """The patterns of the terminals, each compiled when it is first tried: most notes need few of them."""

    __slots__ = ("_heads", "_patterns", "_tries")

    def __init__(self, table: Table) -> None:
        self._patterns, self._heads = table["patterns"], table["heads"]
        self._tries: dict[str, Try] = {}
        # Looked through now, so that a damaged table shows itself before it is used.
        for name in self._patterns:
            if not all(type(some) is str for pair in self._heads[name] for some in pair):
                raise TypeError

    def beginning(self, characters: str, names: tuple[str, ...]) -> tuple[Try, ...]:
        """Give those of some terminals that may begin with a character and the one behind it, in their order."""
        first, *behind = (c if c.isascii() else BEYOND for c in characters)
        found = []
        for name in names:
            if any(first in firsts and (not behind or behind[0] in seconds) for firsts, seconds in self._heads[name]):
                found.append(self._try(name))
                if self._patterns[name] in (characters[0], "\\" + characters[0]):
                    break  # what a terminal of this character alone does not take, nothing behind it will
        return tuple(found)

    def _try(self, name: str) -> Try:
        if name not in self._tries:
            self._tries[name] = (name, re.compile(self._patterns[name]).match, RETYPED.get(name))
        return self._tries[name]


class Lexer:
    """What one state of the parser looks for.

    `tries` gives for the two characters that stand next the terminals to try, in order, once they were added; at the
    end of a note it is one character alone, or none. None is there to try at a blank and at the end. It is a plain
    dict, because that is what Python looks into fastest.
    """

    __slots__ = ("names", "terminals", "tries")

    def __init__(self, terminals: Terminals, names: tuple[str, ...]) -> None:
        self.terminals, self.names = terminals, names
        self.tries: dict[str, tuple[Try, ...] | None] = {}

    def add(self, characters: str) -> tuple[Try, ...] | None:
        """Give what to try at some characters that were not met before, and keep it."""
        blank = not characters or characters[0].isspace()
        found = self.tries[characters] = None if blank else self.terminals.beginning(characters, self.names)
        return found


class Automaton:
    """A table in the form in which it runs.

    `actions[state]` gives for a terminal or nonterminal the next state or a reduction (below zero); `default[state]`
    the reduction that the state makes whatever comes next, or None where it depends. `rules[i]` is name, number of
    children and whether its children go to the rule above it. `added[state]`, for a state that has read a row so far,
    are the terminals and rules that do no more than add one part to the row and come back to the same state.
    """

    __slots__ = ("actions", "added", "default", "lexers", "rules", "start")

    def __init__(self, table: Table) -> None:
        self.start = table["start"]
        self.actions = table["states"]
        self.rules = [(sys.intern(name), arity, name.startswith("_")) for name, arity in table["rules"]]
        self.default = [default_of(actions) for actions in self.actions]
        rows = {actions["note"] for actions in self.actions if actions.get("note", -1) >= 0}
        self.added = [self._added(state) if state in rows else frozenset() for state in range(len(self.actions))]
        # Brackets are found also where none may come: a row without its end is wound up at one.
        brackets = [n for n in dict.fromkeys(n for names in table["lexers"] for n in names) if n in BRACKETS]
        terminals = Terminals(table)
        words = set(table["lexers"][self.start]) | BRACKETS
        general = longest(table["lexers"], dict.fromkeys([*table["lexers"][self.start], *brackets]))
        made: dict[tuple[str, ...], Lexer] = {}
        self.lexers = []
        for names in table["lexers"]:
            # In a row, what only this state knows comes first, then what every row may hold.
            if words - BRACKETS <= set(names):
                names = [*(n for n in names if n not in words), *general]
            self.lexers.append(made.setdefault(tuple(names), Lexer(terminals, tuple(names))))

    def _added(self, row: int) -> frozenset[str]:
        found = set()
        for symbol, state in self.actions[row].items():
            while state >= 0 and (goal := self.default[state]) is not None:
                name, arity, inline = self.rules[-1 - goal]
                if name == "note" and arity == 2:
                    found.add(symbol)
                    break
                if not inline or arity != 1:
                    break
                state = self.actions[row][name]
        return frozenset(found)


def longest(lexers: list[list[str]], wanted: dict[str, None]) -> list[str]:
    """Give the names in `wanted` in the order of the lexer that knows most of them, brackets first."""
    best = max(lexers, key=lambda names: len(wanted.keys() & set(names)))
    known = [n for n in best if n in wanted]
    return [n for n in wanted if n in BRACKETS and n not in known] + known


def default_of(actions: dict[str, int]) -> int | None:
    """Give the one reduction that a state makes on every terminal, or None."""
    goals = set(actions.values())
    return goals.pop() if len(goals) == 1 and min(goals) < 0 else None


_keeps = True


def keep_nothing() -> None:
    """Have this process write no table from now on: it works for somebody on another machine."""
    global _keeps
    _keeps = False


@cache
def automaton() -> Automaton:
    """Give the automaton of this grammar, from the wheel, the user's cache folder, or built anew."""
    for path in (packed_table(), kept_table()):
        if path is not None and (table := read_table(path)) is not None:
            try:
                return Automaton(table)
            except (AttributeError, IndexError, KeyError, TypeError, ValueError, re.error):
                continue  # damaged: made anew below
    table = build_table()
    keep(table)
    return Automaton(table)


def packed_table() -> Path:
    """Give where a wheel has its table."""
    return Path(__file__).with_name("table.json")


def cache_folder() -> Path | None:
    """Give the user's cache folder for citelint, or None where there is no home."""
    base = os.environ.get("CITELINT_CACHE") or os.environ.get("XDG_CACHE_HOME")
    if base:
        return Path(base) / "citelint"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "citelint" / "cache" if local else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "citelint"


def kept_table() -> Path | None:
    """Give where the user's cache folder has the table of this grammar."""
    folder = cache_folder()
    return folder / f"table-{table_key()}.json" if folder else None


def read_table(path: Path) -> Table | None:
    """Read a kept table; None where it is missing, damaged or of another grammar."""
    try:
        table: Table = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return table if isinstance(table, dict) and table.get("key") == table_key() else None


MOST_KEPT = 3
"""Tables of other grammars and this one that stay: somebody may use two versions of citelint side by side."""

_NAME = re.compile(r"table-[0-9a-f]{32}\.json")


def _forget_older(folder: Path) -> None:
    """Remove all tables of ours but those written last."""
    ours = [path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file()]
    for path in sorted(ours, key=lambda path: path.stat().st_mtime_ns)[:-MOST_KEPT]:
        path.unlink(missing_ok=True)


def keep(table: Table) -> None:
    """Write the table to the user's cache folder, whole or not at all; a folder that cannot be written is no error."""
    path = kept_table() if _keeps else None
    if path is None:
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".table-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(table, file)
            os.replace(name, path)
            _forget_older(path.parent)
        except OSError:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return
