"""Results to text. One file for each format of `citelint check`, and the file name is the --format value.

A format is a module here with ``report(run, look) -> str``; `notes/` and `resolve/` hold those of the commands of
that name. A new format is a new file: it is found by its name, and imported only when asked for.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from citelint.model.run import Run
    from citelint.report.layout.look import Look

    Reporter = Callable[[Run, Look], str]


def formats(command: str = "check") -> tuple[str, ...]:
    """Give the names of the formats of a command ("check", "notes", "resolve"), sorted, importing none."""
    folder = os.path.join(os.path.dirname(__file__), *_package(command))
    names = (name[:-3] for name in os.listdir(folder) if name.endswith(".py"))
    return tuple(sorted(name for name in names if name != "__init__"))


def reporter(name: str, command: str = "check") -> Reporter:
    """Give the reporter of that name. Raises ModuleNotFoundError for a name that `formats` does not give."""
    report: Reporter = import_module(".".join((__name__, *_package(command), name))).report
    return report


def _package(command: str) -> tuple[str, ...]:
    return () if command == "check" else (command,)
