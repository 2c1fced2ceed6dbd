""" "Did you mean": the nearest of what there is to what was typed."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Give ": did you mean X?" for the nearest of `known`, or "" where nothing is near."""
    from difflib import get_close_matches

    names = {name.casefold(): name for name in known}
    near = get_close_matches(typed.casefold(), names, n=1, cutoff=0.6)
    return f": did you mean {names[near[0]]}?" if near else ""
