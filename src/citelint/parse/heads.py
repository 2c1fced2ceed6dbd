"""With which characters a terminal may begin, so that the loop tries no pattern that cannot match where it stands.

Only the building of the table needs this: it asks the parser of regular expressions that Python has, as Lark does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

BEYOND = "\x80"
"""Stands for every character that is not ASCII."""
_NONE: frozenset[str] = frozenset()
_ANY = frozenset(map(chr, range(0x81)))
_SAME = frozenset({"SUBPATTERN", "ATOMIC_GROUP", "MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}
_ZERO_WIDTH = frozenset({"ASSERT", "ASSERT_NOT", "AT"})


def heads_of(pattern: str) -> list[tuple[str, str]]:
    """Give what a match of `pattern` may begin with: ``(first characters, characters behind one of these)``.

    `BEYOND` among them stands for all that are not ASCII. Where a match may be one character long, anything may stand
    behind it. What is looked at before or ahead is passed over, so that characters may be named that no match begins
    with, but none is left out. Raises re.error for a wrong pattern.
    """
    begun = _begun(_parsed(pattern))
    behind: dict[str, frozenset[str]] = dict(begun.pairs)
    behind |= dict.fromkeys(_ANY if begun.empty else begun.singles, _ANY)
    groups: dict[str, list[str]] = {}
    for first in sorted(behind):
        groups.setdefault("".join(sorted(behind[first])), []).append(first)
    return [("".join(firsts), seconds) for seconds, firsts in groups.items()]


@dataclass
class _Begun:
    """What a part of a pattern may begin with: two characters, one alone, or none at all."""

    pairs: dict[str, frozenset[str]] = field(default_factory=dict)
    singles: frozenset[str] = frozenset()
    empty: bool = False

    def __or__(self, other: _Begun) -> _Begun:
        pairs = {c: self.pairs.get(c, _NONE) | other.pairs.get(c, _NONE) for c in self.pairs.keys() | other.pairs}
        return _Begun(pairs, self.singles | other.singles, self.empty or other.empty)

    def then(self, other: _Begun) -> _Begun:
        """Give what this part begins with when the other follows it."""
        joined = _Begun(self.pairs) | _Begun(dict.fromkeys(self.singles, other.singles.union(other.pairs)))
        if self.empty:
            joined |= _Begun(other.pairs, other.singles)
        if other.empty:
            joined |= _Begun({}, self.singles)
        joined.empty = self.empty and other.empty
        return joined


def _parsed(pattern: str) -> Sequence[Any]:
    if "(?i" in pattern:
        return ()  # an empty pattern may begin with anything
    from re import _parser  # its name since 3.11; it has no public one

    parsed: Sequence[Any] = _parser.parse(pattern)
    return parsed


def _begun(items: Iterable[Any]) -> _Begun:
    """Give what a sequence may begin with."""
    found = _Begun(empty=True)
    for operation, argument in items:
        name = str(operation)
        if name in _ZERO_WIDTH:
            continue
        if name in _SAME:
            part = _begun(argument if name == "ATOMIC_GROUP" else argument[-1])
            if "REPEAT" in name:
                least, most, _ = argument
                twice = part.then(part)
                part = twice if least > 1 else part | twice if most > 1 else part
                part.empty = part.empty or least == 0
        elif name == "BRANCH":
            part = reduce(_Begun.__or__, map(_begun, argument[1]))
        elif name in ("LITERAL", "IN"):
            part = _Begun(singles=_characters(name, argument))
        else:
            part = _Begun(dict.fromkeys(_ANY, _ANY), _ANY, True)
        found = found.then(part)
        if not found.empty and not found.singles:
            break
    return found


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
