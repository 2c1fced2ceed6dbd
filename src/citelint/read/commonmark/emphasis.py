"""Which asterisks and underscores are emphasis: CommonMark's rules, in linear time."""

from __future__ import annotations

from typing import NamedTuple

from citelint.model.source import Typeface
from citelint.read.commonmark.tokens import Pair, Run, Token

_BLANK, _SIGN, _LETTER = 0, 1, 2


class _Opener(NamedTuple):
    run: Run
    number: int
    length: int
    sign: str


def flanks(before: str, after: str, underscore: bool) -> tuple[bool, bool]:
    """Tell whether a run between these two characters may open, and may close, emphasis (CommonMark 6.2).

    "" stands for the start and the end of the characters.
    """
    left_side, right_side = _sort(before), _sort(after)
    opens = right_side == _LETTER or (right_side == _SIGN and left_side != _LETTER)
    closes = left_side == _LETTER or (left_side == _SIGN and right_side != _LETTER)
    if underscore:
        return opens and (not closes or left_side == _SIGN), closes and (not opens or right_side == _SIGN)
    return opens, closes


def _sort(character: str) -> int:
    if character.isalnum():
        return _LETTER
    if not character or character.isspace():
        return _BLANK
    if character.isascii():
        return _SIGN
    from unicodedata import category

    return _SIGN if category(character)[0] in "PS" else _LETTER


def pair_runs(tokens: list[Token], characters: str) -> list[Pair]:
    """Give the runs among `tokens` in pairs, and take from each what emphasis uses up: the rest of a run is text.

    `characters` are those that tokens count in. A closing run looks back for the nearest opening one of its sign; how
    far such a search went in vain is kept, so that no run is looked at in vain twice.
    """
    pairs: list[Pair] = []
    openers: list[_Opener] = []
    in_vain: dict[tuple[str, bool, int], int] = {}
    for number, run in enumerate(tokens):
        if not isinstance(run, Run):
            continue
        closer = _Opener(run, number, run.end - run.start, characters[run.start])
        while run.closes and run.rest:
            key = (closer.sign, run.opens, closer.length % 3)
            at = _opener_for(closer, openers, in_vain.get(key, -1))
            if at is None:
                in_vain[key] = number - 1
                break
            opening = openers[at].run
            del openers[at + 1 :]
            taken = 2 if opening.rest > 1 and run.rest > 1 else 1
            opening.right += taken
            run.left += taken
            pair = Pair(opening, run, Typeface.BOLD if taken == 2 else Typeface.ITALIC)
            if not pairs or pairs[-1] != pair:
                pairs.append(pair)
            if not opening.rest:
                openers.pop()
        if run.opens and run.rest:
            openers.append(closer)
    return pairs


def _opener_for(closer: _Opener, openers: list[_Opener], not_before: int) -> int | None:
    """Give the index of the nearest run that `closer` closes, of those numbered above `not_before`."""
    for at in range(len(openers) - 1, -1, -1):
        opener = openers[at]
        if opener.number <= not_before:
            return None
        if opener.sign != closer.sign:
            continue
        either_both_ways = opener.run.closes or closer.run.opens
        if either_both_ways and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3):
            continue
        return at
    return None
