"""From the paths that a user names to the files that are read."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from citelint.config.patterns import fits

STDIN = "-"

PAGE_SIGN = b'<meta name="generator" content="citelint">'
"""Stands near the beginning of every page that citelint makes."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read.

    `path` is what it is called in reports, `named` whether the user named it himself (and did not just name the
    folder it is in). `trouble` is set instead where it cannot be read: one line that says why and what to do.
    """

    path: str
    named: bool
    trouble: str | None = None


class CannotRead(Exception):
    """A file's bytes cannot be had. Its text is one line for a person."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which files of a folder are wanted: those with one of `suffixes`, but none that `exclude` names.

    Where there are patterns in `include`, the files that they name are wanted instead. Patterns are seen from
    `folder`, or fit a path as the user gave it.
    """

    suffixes: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    include: tuple[str, ...] = ()
    folder: str | None = None

    def reads(self, path: str) -> bool:
        """Tell whether a file that was found is to be read: one that is included, or that there is a reader for."""
        if self.include:
            return fits(path, self.include, self.folder)
        return os.path.basename(path).lower().endswith(self.suffixes)

    def excludes(self, path: str) -> bool:
        """Tell whether a pattern fits the path, its end, or a folder in it. "**" fits any number of folders."""
        return fits(path, self.exclude, self.folder)


Choices = Callable[[str], Choice]
"""Gives for a folder which of its files are wanted: folders can have different configurations."""


def find(paths: Sequence[str], choices: Choices) -> Iterator[Input]:
    """Give the files that `paths` mean, in the order named, those of a folder by name, each file once."""
    seen: set[tuple[int, int] | str] = set()
    for path in paths:
        for found in _find(path, choices):
            key = _identity(found.path)
            if key not in seen:
                seen.add(key)
                yield found


def _find(path: str, choices: Choices) -> Iterator[Input]:
    if path == STDIN:
        yield Input(path, True)
        return
    around = choices(os.path.dirname(path))
    if around.force_exclude and around.excludes(path):
        return
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError) as error:
        yield Input(path, True, _missing(path) if isinstance(error, FileNotFoundError) else _reason(error))
        return
    if not is_folder:
        yield Input(path, True)
        return
    none = True
    for found in _walk(path, choices, set()):
        none = False
        yield found
    if none:
        yield Input(path, True, f"nothing here can be read: citelint reads {', '.join(choices(path).suffixes)}")


def _walk(folder: str, choices: Choices, above: set[tuple[int, int]]) -> Iterator[Input]:
    """Give the files below `folder`; `above` are the folders on the way, to notice a link that leads back."""
    try:
        here = os.stat(folder)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Input(folder, False, _reason(error))
        return
    key = (here.st_dev, here.st_ino)
    if key in above:
        return
    choice = choices(folder)
    for entry in entries:
        path = entry.path.removeprefix("./") if folder == "." else entry.path
        if _is_aside(entry.name) or choice.excludes(path):
            continue
        try:
            if entry.is_dir():
                if not entry.name.startswith("."):
                    yield from _walk(entry.path if folder != "." else path, choices, above | {key})
            elif entry.is_file() and choice.reads(path) and not _is_report(path):
                yield Input(path, False)
        except OSError as error:
            yield Input(path, False, _reason(error))


def _is_aside(name: str) -> bool:
    """Tell whether a name is that of a lock, a resource fork, or something that citelint wrote."""
    return name.startswith(("~$", ".~lock", "._")) or name == "__MACOSX" or ".citelint." in name


def _is_report(path: str) -> bool:
    """Tell whether a file is a page that citelint made: it quotes every note, and would be read as an essay."""
    if not path.lower().endswith((".html", ".htm")):
        return False
    try:
        with open(path, "rb") as file:
            return PAGE_SIGN in file.read(400)
    except OSError:
        return False


def load(path: str, most: int) -> bytes:
    """Give the bytes of a file, or of standard input for "-", `most` of them and one more. Raises CannotRead."""
    try:
        if path == STDIN:
            if sys.stdin is None:
                raise CannotRead("cannot be read: standard input is closed")
            return _read(sys.stdin.buffer, most + 1)
        with open(path, "rb") as file:
            return _read(file, most + 1)
    except (OSError, ValueError) as error:
        raise CannotRead(_reason(error)) from error


def _read(file: BinaryIO, most: int) -> bytes:
    """Give at most so many bytes, piece by piece: asked for all at once, room for all of them is taken."""
    pieces = []
    while most > 0 and (piece := file.read(min(most, 1 << 20))):
        pieces.append(piece)
        most -= len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def guess_name(data: bytes, encoding: str | None = None) -> str:
    """Give a file name whose suffix says what standard input without a name looks like.

    The text is looked at, and all of it: marks of notes can come late, and "[^" is other bytes in UTF-16. `encoding` is
    the one that the user gave, None for none. Linear.
    """
    if data.startswith(b"PK\x03\x04"):
        return "stdin.docx"
    text = _text(data, encoding)
    head = text.lstrip("\ufeff \t\r\n")[:9].lower()
    if head.startswith(("<!doctype", "<html")):
        return "stdin.html"
    if head.startswith("<?xml"):
        return "stdin.xhtml" if "<html" in text else "stdin.xml"
    return "stdin.md" if "[^" in text or "^[" in text else "stdin.txt"


def _text(data: bytes, encoding: str | None) -> str:
    from citelint.model.trouble import Unreadable
    from citelint.read.decode import letters_of

    try:
        mark, name = letters_of(data, encoding)
        return data[len(mark) :].decode(name, "replace")
    except (Unreadable, LookupError, UnicodeError):
        # the reader says what is wrong with it
        return data.decode("latin-1")


def _identity(path: str) -> tuple[int, int] | str:
    if path == STDIN:
        return path
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return path
    # file systems without numbers for files give 0
    return (found.st_dev, found.st_ino) if found.st_ino else os.path.realpath(path)


def _missing(path: str) -> str:
    from citelint.config.suggest import file_meant

    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return "no such file, and no such folder"
    hint = file_meant(name, sorted(names))
    return f"no such file{hint.replace('mean ', 'mean ' + os.path.join(folder, '')) if folder and hint else hint}"


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, PermissionError):
        return "permission denied: check who may read it"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}"
    return "cannot be read: no such name is possible"
