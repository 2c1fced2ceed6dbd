"""Which configuration holds for a folder: the nearest, and none from above the repository or the home folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator

OWN = "citelint.toml"
PROJECT = "pyproject.toml"
_ROOTS = (".git", ".hg", ".jj", ".svn")


def nearest(folder: str) -> str | None:
    """Give the path of the file that holds for a folder (an absolute path), or None.

    It is a `citelint.toml`, or a `pyproject.toml` that speaks of citelint, in the folder itself or the nearest above
    it. The search ends at the root of a repository and at the home folder, both included. Outside of these it ends
    below a folder that everybody can write to: what a stranger left there must not turn rules off.
    """
    for here in _way_up(folder):
        own = os.path.join(here, OWN)
        if os.path.isfile(own):
            return own
        project = os.path.join(here, PROJECT)
        if os.path.isfile(project) and speaks_of_citelint(project):
            return project
    return None


def _way_up(folder: str) -> Iterator[str]:
    home = os.path.abspath(os.path.expanduser("~"))
    homes = {home, os.path.realpath(home)}
    here = folder
    while True:
        yield here
        above = os.path.dirname(here)
        if here in homes or above == here or any(os.path.lexists(os.path.join(here, root)) for root in _ROOTS):
            return
        if os.name == "posix" and _anybody_writes(above):
            return
        here = above


def _anybody_writes(folder: str) -> bool:
    try:
        return bool(os.stat(folder).st_mode & stat.S_IWOTH)
    except OSError:
        return False


def speaks_of_citelint(project: str) -> bool:
    """Tell whether a `pyproject.toml` has a table for citelint, or may have one and cannot be read as TOML."""
    try:
        with open(project, "rb") as file:
            data = file.read()
    except OSError:
        return False
    if b"citelint" not in data:
        return False
    import tomllib

    try:
        tool = tomllib.loads(data.decode("utf-8")).get("tool", {})
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return True
    return isinstance(tool, dict) and "citelint" in tool
