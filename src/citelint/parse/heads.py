"""With which characters a terminal may begin, so that the loop tries no pattern that cannot match where it stands.

Only the building of the table needs this: it asks the parser of regular expressions that Python has, as Lark does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

BEYOND = "\x80"
"""Stands for every character that is not ASCII."""
_ANY = frozenset(map(chr, range(0x81)))
_SAME = frozenset({"SUBPATTERN", "ATOMIC_GROUP", "MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}
_ZERO_WIDTH = frozenset({"ASSERT", "ASSERT_NOT", "AT"})


def heads_of(pattern: str) -> str:
    """Give the ASCII characters that a match of `pattern` may begin with, and `BEYOND` where it may be another one.

    What is looked at before or ahead is passed over, so that a character may be named that no match begins with, but
    never one left out. Raises re.error for a wrong pattern.
    """
    found, empty = _first(_parsed(pattern))
    return "".join(sorted(_ANY if empty else found))


def _parsed(pattern: str) -> Sequence[Any]:
    if "(?i" in pattern:
        return ()  # an empty pattern may begin with anything
    from re import _parser  # its name since 3.11; it has no public one

    parsed: Sequence[Any] = _parser.parse(pattern)
    return parsed


def _first(items: Iterable[Any]) -> tuple[frozenset[str], bool]:
    """Give what a sequence may begin with, and whether it may be empty."""
    found: frozenset[str] = frozenset()
    for operation, argument in items:
        name = str(operation)
        if name in _ZERO_WIDTH:
            continue
        if name in _SAME:
            begun, empty = _first(argument if name == "ATOMIC_GROUP" else argument[-1])
            empty = empty or ("REPEAT" in name and argument[0] == 0)
        elif name == "BRANCH":
            branches = [_first(branch) for branch in argument[1]]
            begun = frozenset[str]().union(*(branch[0] for branch in branches))
            empty = any(branch[1] for branch in branches)
        else:
            begun, empty = _characters(name, argument), False
        found |= begun
        if not empty:
            return found, False
    return found, True


def _characters(name: str, argument: Any) -> frozenset[str]:
    """Give the characters that one item of a pattern takes; what is not known may take any."""
    if name == "LITERAL":
        return frozenset({chr(argument) if argument < 0x80 else BEYOND})
    if name == "RANGE":
        return frozenset(map(chr, range(argument[0], min(argument[1], 0x80) + 1)))
    if name == "CATEGORY":
        sign = _CATEGORIES.get(str(argument))
        return frozenset({*(c for c in map(chr, range(0x80)) if re.match(sign, c)), BEYOND}) if sign else _ANY
    if name != "IN":
        return _ANY
    items = [(str(n), a) for n, a in argument]
    taken = frozenset[str]().union(*(_characters(n, a) for n, a in items if n != "NEGATE"))
    if items[0][0] != "NEGATE":
        return taken
    unknown = any(n == "CATEGORY" and str(a) not in _CATEGORIES for n, a in items)
    return _ANY if unknown else _ANY - (taken - {BEYOND})
