"""The parser's loop: text to rows of parts, by the table, in one pass.

It is Lark's own driver for a contextual lexer, written out: a state knows which terminals may begin with the two
characters that stand next, their patterns find which does, and the table says what to do. Lark's takes far longer on
the same table.

A *token* is ``(terminal, start, end)``; a *node* is ``(rule, start, end, children)``; a *row* is the list of parts of a
note or of what stands in brackets. Positions are code points of the text.
"""

from __future__ import annotations

import re
from typing import Any

from citelint.parse.table import Automaton

Part = tuple[Any, ...]
DEEPEST = 16
"""Brackets nested deeper are taken as text: no person wrote them as parentheticals."""


_WIDTHLESS = re.compile("[\u200b\u2060\ufeff]")
_NO_WIDTH = str.maketrans("\u200b\u2060\ufeff", "   ")
"""Signs without a width, which come with copied text and part words as blanks do."""


class Row(list[Part]):
    """The parts of a note, or of what stands between two brackets."""


_BRACKETS = re.compile(r"“[^“”]*+(?:“[^“”]*+”[^“”]*+)*+”|\"[^\"]*+\"|\(|\)|\[|\]")
"""Each way begins with one character of its own: of such a pattern Python knows in advance where it cannot match."""
_WORDS = r"(?:[^()\[\]“”\"]++|“[^()\[\]“”]*+”|\"[^()\[\]\"]*+\")*+"
_EVEN = re.compile(rf"{_WORDS}(?:(?:\({_WORDS}\)|\[{_WORDS}\]){_WORDS})*+")
"""A text whose brackets are all closed, none within another or a quotation: most notes are, and one look tells."""
_RELATING = re.compile(r"\((?:quoting|citing)\s")
_FURTHER = re.compile(r";|[.”]\s+(?:See|But|Cf|Compare|Accord)\b")
_OPENING = {")": "(", "]": "["}


def unmatched_brackets(text: str, start: int, end: int) -> set[int]:
    """Give the places of brackets that open or close nothing, or are nested too deep, quotations left out.

    A parenthesis that opens with a word such as "quoting" and is never closed ends with the note, unless another
    citation follows: then nobody can tell where it was to end.
    """
    loose: set[int] = set()
    if _EVEN.fullmatch(text, start, end) is not None:
        return loose
    open_: list[tuple[str, int]] = []
    for match in _BRACKETS.finditer(text, start, end):
        sign = match[0]
        if sign in "([":
            open_.append((sign, match.start()))
        elif sign in ")]":
            wanted = _OPENING[sign]
            if open_ and open_[-1][0] == wanted:
                place = open_.pop()[1]
                if len(open_) >= DEEPEST:
                    loose.update((place, match.start()))
            elif len(open_) > 1 and open_[-2][0] == wanted:
                loose.add(open_.pop()[1])
                open_.pop()
            else:
                loose.add(match.start())
    if open_:
        if _RELATING.match(text, open_[-1][1], end) and not _FURTHER.search(text, open_[-1][1], end):
            open_.pop()
        loose.update(place for _, place in open_)
    return loose


def read_row(automaton: Automaton, text: str, start: int, end: int) -> Row:
    """Parse the note that stands at ``text[start:end]``.

    Nothing is fatal: what the table rejects becomes a part ``("UNPARSED", start, end)`` and reading goes on behind it.
    """
    actions, default, rules = automaton.actions, automaton.default, automaton.rules
    lexers, added = automaton.lexers, automaton.added
    # The note is cut out, so that no pattern looks behind its beginning: what stands before it is none of its words.
    words = text[start:end].translate(_NO_WIDTH) if _WIDTHLESS.search(text, start, end) else text[start:end]
    length = end - start
    loose = unmatched_brackets(words, 0, length)
    states = [automaton.start]
    values: list[Any] = []
    state = automaton.start
    position = 0
    pending: Part | None = None
    while True:
        goal = default[state]
        if goal is None:
            if pending is None:
                lexer, accepted = lexers[state], added[state]
                known = lexer.tries
                first = position
                while True:
                    try:
                        tries = known[words[first : first + 2]]
                    except KeyError:
                        tries = lexer.add(words[first : first + 2])
                    if tries is None:
                        if first == length:
                            pending = ("$END", position + start, position + start)
                            break
                        first += 1
                        continue
                    for name, match_at, retype in tries:
                        if (match := match_at(words, first)) is not None:
                            position = match.end()
                            if retype is not None:
                                name = "OTHER" if first in loose else retype(words, first, position, length)
                            pending = (name, first + start, position + start)
                            break
                    else:
                        pending = ("", position + start, position + start)
                        break
                    if name not in accepted:
                        break
                    # A part that is added to the row leaves the state as it is.
                    values[-1].append(pending)
                    first = position
            goal = actions[state].get(pending[0])
        if goal is None:
            if pending is None:  # pragma: no cover - a default is an action
                raise AssertionError
            if pending[0] == "$END":
                if len(values) == 1 and type(values[0]) is Row:
                    return values[0]
                closing = "RPAR" if "RPAR" in actions[state] else "RBRACK"
                if closing in actions[state]:
                    goal = actions[state][closing]
                    states.append(goal)
                    values.append((closing, end, end))
                    state = goal
                    continue
            rejected = unwind(states, values)
            state = states[-1]
            if rejected is None:
                # In a row every character is a part: only a bracket that the row does not know comes here.
                pending = ("OTHER", pending[1], pending[2])
                continue
            position = pending[1] - start
            values[-1].append(("UNPARSED", rejected, pending[1]))
            pending = None
            continue
        if goal >= 0:
            states.append(goal)
            values.append(pending)
            state = goal
            pending = None
            continue
        name, arity, inline = rules[-1 - goal]
        if arity == 0:
            value: Any = Row() if name == "note" else []
        elif arity == 1:
            states.pop()
            value = values.pop()
            if not inline:
                flat: list[Part] = value if type(value) is list else [value]
                value = (name, flat[0][1], flat[-1][2], flat)
        elif name == "note":
            del states[-2:]
            part = values.pop()
            value = values.pop()
            if type(part) is list:
                value.extend(part)
            else:
                value.append(part)
        else:
            children = values[-arity:]
            del values[-arity:], states[-arity:]
            if name == "parenthesis" or name == "bracket":
                value = (name, children[0][1], children[2][2], children[1])
            else:
                # A list that comes first is this rule's own beginning: added to, or long lists would cost squares.
                begun = type(children[0]) is list
                flat = children[0] if begun else []
                for child in children[1:] if begun else children:
                    if type(child) is list:
                        flat.extend(child)
                    else:
                        flat.append(child)
                value = flat if inline else (name, flat[0][1], flat[-1][2], flat)
        if name in added[states[-1]]:
            values[-1].append(value)
            state = states[-1]
            continue
        state = actions[states[-1]][name]
        states.append(state)
        values.append(value)


def unwind(states: list[int], values: list[Any]) -> int | None:
    """Take from the stacks what was begun in the innermost row; give where that began, or None where nothing was."""
    rejected: int | None = None
    while values and type(values[-1]) is not Row:
        value = values.pop()
        states.pop()
        started = value[:1] if type(value) is list else [value]
        rejected = started[0][1] if started else rejected
    return rejected
