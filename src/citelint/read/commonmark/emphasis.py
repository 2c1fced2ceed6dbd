"""Which asterisks and underscores are emphasis: CommonMark's rules, in linear time."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.source import Typeface
from citelint.read.commonmark.tokens import Pair, Role, Token


@dataclass(slots=True)
class _Opener:
    token: Token
    number: int
    length: int


def pair_runs(tokens: list[Token], characters: str) -> list[Pair]:
    """Give the runs among `tokens` in pairs, and take from each what emphasis uses up: the rest of a run is text.

    `characters` are those that tokens count in. A closing run looks back for the nearest opening one of its sign; how
    far such a search went in vain is kept, so that no run is looked at in vain twice.
    """
    pairs: list[Pair] = []
    openers: list[_Opener] = []
    in_vain: dict[tuple[str, bool, int], int] = {}
    for number, token in enumerate(tokens):
        if token.role is not Role.RUN:
            continue
        sign = characters[token.start]
        length = token.end - token.start
        key = (sign, token.opens, length % 3)
        while token.closes and token.end > token.start:
            at = _opener_for(token, sign, length, openers, in_vain.get(key, -1), characters)
            if at is None:
                in_vain[key] = number - 1
                break
            opening = openers[at].token
            del openers[at + 1 :]
            taken = 2 if opening.end - opening.start > 1 and token.end - token.start > 1 else 1
            pair = Pair(opening, token, Typeface.BOLD if taken == 2 else Typeface.ITALIC)
            if not pairs or pairs[-1] != pair:
                pairs.append(pair)
            opening.end -= taken
            token.start += taken
            if opening.end == opening.start:
                openers.pop()
        if token.opens and token.end > token.start:
            openers.append(_Opener(token, number, length))
    return pairs


def _opener_for(
    token: Token, sign: str, length: int, openers: list[_Opener], not_before: int, characters: str
) -> int | None:
    """Give the index of the nearest run that `token` closes, of those numbered above `not_before`."""
    for at in range(len(openers) - 1, -1, -1):
        opener = openers[at]
        if opener.number <= not_before:
            return None
        if characters[opener.token.start] != sign:
            continue
        either_both_ways = opener.token.closes or token.opens
        if either_both_ways and (opener.length + length) % 3 == 0 and (opener.length % 3 or length % 3):
            continue
        return at
    return None
