""" "Did you mean": the nearest of what there is to what was typed."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(typed: str, known: Iterable[str], least: float = 0.6) -> str:
    """Give ": did you mean X?" for what `nearest_of` gives, or "" where nothing is near."""
    nearest = nearest_of(typed, known, least)
    return "" if nearest is None else f": did you mean {nearest}?"


def nearest_of(typed: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """Give the nearest of `known` to what was typed, in whatever case, or None where nothing is near.

    `least` is how alike the two have to be, from 0 to 1 (`difflib.SequenceMatcher`). Of several that are equally near
    it is one of the same letters, which were typed in another order, and else the first.
    """
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=typed.casefold())
    letters = sorted(typed.casefold())
    nearest, best = None, (least, False)
    for name in known:
        matcher.set_seq1(name.casefold())
        # the two quick ones are never less than the ratio
        if matcher.real_quick_ratio() < best[0] or matcher.quick_ratio() < best[0]:
            continue
        near = (matcher.ratio(), sorted(name.casefold()) == letters)
        if near > best or (near == best and nearest is None):
            nearest, best = name, near
    return nearest


def file_meant(typed: str, names: Iterable[str]) -> str:
    """Give ": did you mean X?" for the nearest of the `names` of files, or "" where nothing is near.

    Suffixes make names alike that have nothing to do with each other: the rest has to be near by itself.
    """
    from os.path import splitext

    stem = splitext(typed)[0]
    return did_you_mean(typed, (name for name in names if did_you_mean(stem, (splitext(name)[0],), 0.7)))
