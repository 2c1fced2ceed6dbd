"""A faster constructor for frozen dataclasses of which a document makes thousands.

The constructor that `dataclass(frozen=True)` writes calls ``object.__setattr__`` for each field, which takes most of
the time of making a value with many fields. The one made here lends the value, while it is made, to a class that is
the same but not frozen, so that each field is set like any attribute.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def swift(made: type[T]) -> type[T]:
    """Give a frozen dataclass with slots its faster constructor: same arguments, same value, frozen as before.

    Raises TypeError for a class with a default factory, with fields that are not for its constructor, or with some that
    are for keywords alone and others that are not.
    """
    taken = fields(made)  # type: ignore[arg-type]
    if any(f.default_factory is not MISSING or not f.init for f in taken) or len({f.kw_only for f in taken}) > 1:
        raise TypeError(f"{made.__name__} has fields that the faster constructor does not know")
    # Both are given, or Python would ask by way of the frozen class for each.
    open_ = type(
        made.__name__, (made,), {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    )
    known: dict[str, Any] = {"_open": open_, "_lend": object.__setattr__, "_made": made}
    known |= {f"_{f.name}": f.default for f in taken if f.default is not MISSING}
    given = [f.name if f.default is MISSING else f"{f.name}=_{f.name}" for f in taken]
    if all(f.kw_only for f in taken):
        given.insert(0, "*")
    body = "".join(f"\n self.{f.name} = {f.name}" for f in taken)
    head = f"def __init__(self, {', '.join(given)}):\n _lend(self, '__class__', _open)"
    # as dataclasses does, of the names of fields alone
    exec(f"{head}{body}\n self.__class__ = _made", known)
    constructor = known["__init__"]
    constructor.__annotations__ = dict(made.__init__.__annotations__)
    constructor.__qualname__ = made.__init__.__qualname__
    made.__init__ = constructor  # type: ignore[method-assign]
    return made
