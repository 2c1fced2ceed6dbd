"""Parts that were walked over and need not be walked over again, where many versions of one file are read.

A walk is kept only as long as somebody asked for it, and only the last one of each part.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

_Walk = TypeVar("_Walk")
_kept: ContextVar[dict[str, tuple[Hashable, Any]] | None] = ContextVar("kept", default=None)


@contextmanager
def walks_kept() -> Iterator[None]:
    """Keep the walks over the parts of the Word files that are read in here."""
    before = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(before)


def walk_of(part: str, read: Hashable, walk: Callable[[], _Walk]) -> _Walk:
    """Give the walk over a part, made by `walk` where it was not kept. `read` is all that it depends on."""
    kept = _kept.get()
    if kept is None:
        return walk()
    known = kept.get(part)
    if known is None or known[0] != read:
        kept[part] = known = (read, walk())
    made: _Walk = known[1]
    return made
