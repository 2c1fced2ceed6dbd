"""Results to text. One file for each format of `citelint check`, and the file name is the --format value.

A format is a module here with ``report(run, look) -> str``; `notes/` and `resolve/` hold those of the commands of
that name, and `files/` those that are written to a file and never to a terminal: theirs may give bytes. A new format
is a new file: it is found by its name, and imported only when asked for.
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

FILES = "files"
"""In place of a command: the formats that are written to files alone."""


def formats(command: str = "check") -> tuple[str, ...]:
    """Give the names of the formats of a command ("check", "notes", "resolve"), sorted, importing none."""
    folder = os.path.join(os.path.dirname(__file__), *_package(command))
    names = (name[:-3] for name in os.listdir(folder) if name.endswith(".py"))
    return tuple(sorted(name for name in names if name != "__init__"))


def reporter(name: str, command: str = "check") -> Reporter:
    """Give the reporter of that name. Raises ModuleNotFoundError for a name that `formats` does not give."""
    report: Reporter = import_module(".".join((__name__, *_package(command), name))).report
    return report


def needs_document(name: str) -> bool:
    """Tell whether a format of `check` or of `FILES` shows all that was understood, and not the findings alone.

    Those of `FILES` may. The others do with what a `FileResult` from an earlier run has: the text, where it comes from,
    and what the notes are called.
    """
    return name in formats(FILES)


def rendered(name: str, run: Run, look: Look) -> bytes:
    """Give the file of a format of `check` or of `FILES`: UTF-8 with the line ends of the format.

    Lone surrogates (of odd file names) become escapes that JSON reads back. Raises ModuleNotFoundError for a name that
    is no format, and `citelint.report.files.MissingLibrary` where a format needs what is not installed.
    """
    made: str | bytes = reporter(name, FILES if name in formats(FILES) else "check")(run, look)
    return made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made


def _package(command: str) -> tuple[str, ...]:
    return () if command == "check" else (command,)
