"""The grammar made into a table: the only module that knows Lark.

The files of `grammars/` are read as one grammar, in the order of their names. Lark builds an LALR(1) table and, for
each state of it, says which terminals its contextual lexer would look for. Both are kept as plain JSON (`Table`), so
that a run with a kept table imports no Lark.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TypedDict

from citelint.parse.heads import heads_of

FORM = 6
"""The form of the kept table; to be raised when `Table` or its making changes."""


class Table(TypedDict):
    """An LALR(1) table with its lexer, as it is kept.

    `patterns` gives each terminal's regular expression, `heads` what it may begin with (see `citelint.parse.heads`);
    `states` each state's actions: for a terminal or a nonterminal the next state, or, below zero, ``-1 - rule`` for a
    reduction. `rules` are ``[name, number of children]``; `lexers` each state's terminals in the order in which they
    are tried.
    """

    key: str
    start: int
    patterns: dict[str, str]
    heads: dict[str, list[tuple[str, str]]]
    states: list[dict[str, int]]
    rules: list[tuple[str, int]]
    lexers: list[list[str]]


@cache
def grammar_folder() -> Path:
    """Give the folder of the grammar: inside the package when installed, beside `src` in a checkout."""
    packed = Path(__file__).parents[1] / "grammars"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "grammars"


@cache
def grammar_text() -> str:
    """Give the whole grammar: the files in the order of their names."""
    return "\n".join(path.read_text("utf-8") for path in sorted(grammar_folder().glob("*.lark")))


@cache
def table_key() -> str:
    """Give what a kept table must be keyed by: it changes with the grammar and with the form of the table."""
    return hashlib.sha256(f"{FORM}\n{grammar_text()}".encode()).hexdigest()[:32]


def build_table() -> Table:
    """Build the table from the grammar (about 0.2 s). Raises lark.exceptions.GrammarError for a bad grammar."""
    from lark import Lark
    from lark.parsers.lalr_analysis import Shift

    lark = Lark(grammar_text(), parser="lalr", lexer="contextual", start="note")
    parse_table = lark.parser.parser._parse_table
    lexers = lark.parser.lexer.lexers
    # Lark numbers its states in the order of sets: a walk from the start makes the same table every time.
    start = parse_table.start_states["note"]
    order = [start]
    numbers = {start: 0}
    for state in order:
        for _, (action, goal) in sorted(parse_table.states[state].items(), key=lambda item: str(item[0])):
            if action is Shift and goal not in numbers:
                numbers[goal] = len(order)
                order.append(goal)
    rules: dict[object, int] = {}
    listed: list[tuple[str, int]] = []
    states: list[dict[str, int]] = []
    for state in order:
        actions: dict[str, int] = {}
        for symbol, (action, goal) in sorted(parse_table.states[state].items(), key=lambda item: str(item[0])):
            if action is Shift:
                actions[str(symbol)] = numbers[goal]
                continue
            if goal not in rules:
                rules[goal] = len(listed)
                listed.append((str(goal.origin.name), len(goal.expansion)))
            actions[str(symbol)] = -1 - rules[goal]
        states.append(actions)
    ignored = set(lark.ignore_tokens)
    patterns = {str(t.name): t.pattern.to_regexp() for t in sorted(lark.terminals, key=lambda t: t.name) if t.pattern}
    return Table(
        key=table_key(),
        start=0,
        patterns=patterns,
        heads={name: heads_of(pattern) for name, pattern in patterns.items()},
        states=states,
        rules=listed,
        lexers=[[str(t.name) for t in lexers[s].terminals if t.name not in ignored] for s in order],
    )
