"""What a reader is, and which readers there are.

A reader is one module of this package, ``read/<format>.py``, with the three names of `Reader`. It is found by its
`SUFFIXES`: to add a format, add a file. Every reader is imported to learn its suffixes, so a reader imports what it
needs inside of `read`.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from citelint.config import Config
from citelint.model.source import Source


class Reader(Protocol):
    """What a module must have to be a reader.

    `SUFFIXES` are the file name endings it reads, in lower case, with their dot. `FORMAT` is what `Source.format` and
    reports call it. `read` takes the bytes of a file, its name as the user gave it and the settings, and gives the
    piece. It raises `citelint.model.trouble.Unreadable`, and nothing else whatever the bytes are. What must hold of
    the source (segments in order, text equal to the part at its origin, notes and marks inside the text, the same for
    the same bytes) the contract test says; it holds every reader to it.
    """

    @property
    def SUFFIXES(self) -> tuple[str, ...]:
        """The file name endings."""

    @property
    def FORMAT(self) -> str:
        """The format's name."""

    def read(self, data: bytes, name: str, config: Config) -> Source:
        """Read one file."""


@cache
def readers() -> dict[str, Reader]:
    """Give every reader by each of its suffixes. Raises RuntimeError where two readers claim one suffix."""
    package = import_module("citelint.read")
    found: dict[str, Reader] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        if info.ispkg:
            continue
        module = import_module(f"citelint.read.{info.name}")
        for suffix in getattr(module, "SUFFIXES", ()):
            if suffix in found:
                raise RuntimeError(f"two readers claim {suffix}")
            found[suffix] = cast(Reader, module)
    return found
