"""`citelint init`: write a file of configuration, commented, after a look at what is there."""

from __future__ import annotations

import os
from typing import Any

import click

from citelint.cli import stream
from citelint.cli.inputs import Choice, find
from citelint.cli.options import SETTINGS, files
from citelint.config.find import OWN, PROJECT, speaks_of_citelint

MOST = 50
"""So many files are looked into."""


class NotWritten(click.ClickException):
    """No file was written. Its text is one line for a person."""

    exit_code = 2


@click.command("init", context_settings=SETTINGS, short_help="Write a commented file of configuration.")
@click.argument("folder", default=".", metavar="[FOLDER]", shell_complete=files)
@click.option("--dry-run", is_flag=True, help="Print the file, and write nothing.")
def command(folder: str, dry_run: bool, **_: Any) -> None:
    """Look at the essays in a folder (default: this one), and write a citelint.toml for them.

    Every key stands in the file with what it means and its default, as a comment. What the essays ask for is set. A
    file that exists is never replaced.
    """
    if not os.path.isdir(folder):
        raise click.UsageError(f"{folder}: no such folder")
    path = os.path.normpath(os.path.join(folder, OWN))
    project = os.path.normpath(os.path.join(folder, PROJECT))
    text = _written(folder)
    if dry_run:
        stream.hand_over(text)
        return
    if os.path.isfile(project) and speaks_of_citelint(project):
        raise NotWritten(f"{project} has the table [tool.citelint]: change that, or take it out first")
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise NotWritten(f"{path} exists: it is not replaced") from None
    except OSError as error:
        raise NotWritten(f"{path}: cannot be written: {(error.strerror or 'no reason given').lower()}") from None
    stream.tell(f"Wrote {path}. citelint config shows what is in force.\n")


def _written(folder: str) -> str:
    from citelint.config.template import template
    from citelint.read import suffixes

    choice = Choice(tuple(suffixes()))
    found = [one.path for one in find([folder], lambda _: choice) if not one.trouble]
    return template(_formats(found), _folders(folder), _restarts(found[:MOST]))


def _formats(paths: list[str]) -> dict[str, int]:
    """Count the files of each suffix."""
    counts: dict[str, int] = {}
    for path in paths:
        suffix = os.path.splitext(path)[1].lower()
        counts[suffix] = counts.get(suffix, 0) + 1
    return dict(sorted(counts.items()))


def _folders(folder: str) -> list[str]:
    """Give the folders in a folder that are named like those that nobody wants checked."""
    aside = ("draft", "old", "archive", "backup", "template")
    names = sorted(entry.name for entry in os.scandir(folder) if entry.is_dir())
    return [name for name in names if name.lower().startswith(aside)]


def _restarts(paths: list[str]) -> int:
    """Count the files whose notes begin at 1 again."""
    from citelint.cli.inputs import CannotRead, load
    from citelint.config import Config
    from citelint.model.trouble import Unreadable
    from citelint.read import MAX_BYTES, read_source

    count = 0
    for path in paths:
        try:
            source = read_source(load(path, MAX_BYTES), path, Config())
        except (CannotRead, Unreadable):
            continue
        count += sum(note.typed == "1" for note in source.notes) > 1
    return count
