"""Where reports are written: what `-o` means, and what is refused before any work is done."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

from citelint.report import FILES, formats

NEVER_OVERWRITTEN = frozenset({"xlsx"})
"""Formats in which people go on working: what stands in such a file is theirs, also where --force is given."""


class Refused(click.ClickException):
    """The output cannot be written as asked. Its text is one line for a person; the exit code is 2."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write: the format, and the path as the user gave it."""

    format: str
    path: str


def target_of(value: str) -> Target:
    """Read a value of -o: ``FILE``, whose suffix tells the format, or ``FORMAT=FILE``. Raises a usage error."""
    known = (*formats(), *formats(FILES), WORD)
    name, sign, path = value.partition("=")
    if sign and name.casefold() in known:
        if not path:
            raise click.BadParameter(f"{value!r} names no file: write {name}=FILE")
        return Target(name.casefold(), path)
    format_ = _format_of(value, known)
    if format_ is not None:
        return Target(format_, value)
    from citelint.config.suggest import did_you_mean

    if sign and name.isalpha() and (hint := did_you_mean(name, known)):
        raise click.BadParameter(f"{name!r} is no format{hint}")
    suffixes = ", ".join(f".{name}" for name in SUFFIXES if name in known)
    raise click.BadParameter(f"{value!r} does not tell the format: end it with one of {suffixes}, or write FORMAT=FILE")


def written_to_file(name: str) -> str:
    """Give how a format that is never printed is asked for, or `name` where it is none of these."""
    format_ = name.casefold()
    is_file = format_ in (*formats(FILES), WORD)
    return f"{name!r} is written to a file and not printed: -o FILE.{format_}" if is_file else name


WORD = "docx"
"""A new Word file with comments, made of the one that is read."""

SUFFIXES = ("sarif", "html", "xlsx", "csv", "json", "jsonl", WORD)
"""Formats that a suffix of the same name tells. That of the others is common to many (.xml, .txt)."""


def _format_of(path: str, known: Iterable[str]) -> str | None:
    words = os.path.basename(path).casefold().split(".")[1:]
    if words[-2:] == ["sarif", "json"]:
        return "sarif"
    return words[-1] if words and words[-1] in SUFFIXES and words[-1] in known else None


def refuse_unwritable(targets: Sequence[Target], inputs: Sequence[str], force: bool) -> None:
    """Raise `Refused` for a target that must not or cannot be written. `inputs` are the paths of all that is read.

    Nothing is written here. A target is refused that is an input, by whatever path or link; that is named twice; that
    stands in a folder which is not there; that exists, unless `force` is set and it is a plain file.
    """
    if not targets:
        return
    read = {identity for path in inputs if (identity := _identity(path)) is not None}
    paths = {_real(path) for path in inputs}
    seen: set[str] = set()
    for target in targets:
        real = _real(target.path)
        identity = _identity(target.path)
        if real in paths or (identity is not None and identity in read):
            raise Refused(f"{target.path}: this is an input; nothing that is read is written to: name another file")
        if real in seen or any(_is_same(real, other) for other in seen):
            raise Refused(f"{target.path}: two outputs are to be written there: name another file for one of them")
        seen.add(real)
        _refuse(target, real, force)


def _refuse(target: Target, real: str, force: bool) -> None:
    path, folder = target.path, os.path.dirname(real)
    try:
        found = os.stat(real)
    except FileNotFoundError:
        if not os.path.isdir(folder):
            raise Refused(f"{path}: there is no such folder to write to: make it first") from None
        if not os.access(folder, os.W_OK):
            raise Refused(f"{path}: the folder cannot be written to: check who may") from None
        return
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such name is possible"
        raise Refused(f"{path}: cannot be written: {reason.lower()}") from error
    if stat.S_ISDIR(found.st_mode):
        raise Refused(f"{path}: this is a folder: name a file in it")
    if not stat.S_ISREG(found.st_mode):
        raise Refused(f"{path}: this is no plain file: --format prints to standard output")
    if target.format in NEVER_OVERWRITTEN:
        raise Refused(
            f"{path}: a workbook is never overwritten, for the columns that editors filled in: "
            f"name another file, and carry them over with --merge {path}"
        )
    if not force:
        raise Refused(f"{path}: this file exists: --force replaces it")


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if found.st_ino else None


def _is_same(path: str, other: str) -> bool:
    mine = _identity(path)
    return mine is not None and mine == _identity(other)
