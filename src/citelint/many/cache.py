"""Results of earlier runs, so that a file that has not changed is not checked again.

They stand in the user's cache folder, a file for each, that only the user may read: two lines of JSON, what the entry
is of and its hash, and the packed result. An entry is found by the bytes of the file, its suffix, the settings, and
what citelint itself is made of. Nothing that goes wrong here is an error: an entry that is damaged is none, and where
none can be written, none is.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from citelint import __version__
from citelint.many.packed import Damaged, Packed
from citelint.many.task import Task
from citelint.model.run import FileResult

FORM = 1
"""The form of the entries; another one makes all of them unknown."""
OLDEST = 30 * 24 * 3600
"""Seconds after which an entry that nobody asked for goes."""
LARGEST = 64 * 1024 * 1024
"""Bytes that all entries together may have before the oldest go."""
_DAY = 24 * 3600
_MANY = 500


class Cache:
    """The entries of one folder, or none where the folder is None or is not the user's alone.

    Two processes may use a folder at once: an entry is written beside its place and renamed.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder if folder is not None and _is_own(folder) else None
        self._written = 0

    def get(self, key: str, task: Task) -> FileResult | None:
        """Give the result of a task by its key, or None where it is not known."""
        if self._folder is None:
            return None
        path = self._path(self._folder, key)
        try:
            with open(path, "rb") as file:
                head, _, body = file.read().partition(b"\n")
                age = time.time() - os.fstat(file.fileno()).st_mtime
            if json.loads(head) != _head(key, body):
                return None
            from citelint.many.packed import unpack

            result = unpack(json.loads(body), task.data, task.name, task.config)
        except (OSError, ValueError, RecursionError, Damaged):
            return None
        if age > _DAY:
            with contextlib.suppress(OSError):
                os.utime(path)
        return result

    def put(self, key: str, packed: Packed) -> None:
        """Write an entry, whole or not at all. What cannot be written once is not tried again."""
        if self._folder is None:
            return
        path = self._path(self._folder, key)
        body = json.dumps(packed, separators=(",", ":")).encode()
        try:
            # parents that are made beside get the mode that folders have by custom
            for made in (self._folder.parent, self._folder, path.parent):
                made.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".entry-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(json.dumps(_head(key, body)).encode() + b"\n" + body)
                os.replace(name, path)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(name)
                raise
            self._written += 1
        except OSError:
            self._folder = None

    def prune(self) -> None:
        """Take old entries away, and the oldest of too many: once a day, and after a run that wrote many."""
        if self._folder is None or not self._written:
            return
        mark = self._folder / "pruned"
        try:
            if self._written < _MANY and time.time() - mark.stat().st_mtime < _DAY:
                return
        except OSError:
            pass
        with contextlib.suppress(OSError):
            _prune(self._folder, time.time())
            mark.touch(mode=0o600)

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / key[:2] / f"{key[2:]}.jsonl"


def results_folder() -> Path | None:
    """Give where the user's results are kept, or None where there is no place for them."""
    from citelint.parse.table import cache_folder

    folder = cache_folder()
    return None if folder is None else folder / "results"


def key_of(task: Task) -> str:
    """Give what the result of a task is known by: 64 hexadecimal digits."""
    suffix = os.path.basename(task.name).lower().partition(".")[2]
    stage = f"{task.stage.__module__}.{getattr(task.stage, '__qualname__', '')}"
    said = "\0".join((_made_of(), stage, suffix, repr(task.config), str(task.wanted)))
    told = hashlib.sha256(said.encode("utf-8", "surrogatepass")).digest()
    return hashlib.sha256(told + task.data).hexdigest()


@cache
def _made_of() -> str:
    """Give what changes with citelint itself: the version, and the files that it consists of, should somebody edit."""
    from citelint.parse.grammar import table_key

    known = [str(FORM), __version__, sys.version, table_key()]
    folders = [str(Path(__file__).parents[1])]
    for folder in folders:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir():
                folders += [entry.path] if entry.name != "__pycache__" else []
            else:
                found = entry.stat()
                known.append(f"{entry.path} {found.st_size} {found.st_mtime_ns}")
    return "\n".join(known)


def _head(key: str, body: bytes) -> dict[str, object]:
    return {"citelint": FORM, "key": key, "sum": hashlib.sha256(body).hexdigest()}


def _is_own(folder: Path) -> bool:
    """Tell whether nobody but the user can write into a folder, or whether it is not there yet."""
    try:
        found = os.stat(folder)
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def _prune(folder: Path, now: float) -> None:
    kept = []
    for path in folder.glob("??/*"):
        try:
            found = path.stat()
        except OSError:
            continue
        # one that was begun and never named is of a process that was ended
        begun = path.name.startswith(".entry-") and now - found.st_mtime > _DAY
        if begun or now - found.st_mtime > OLDEST:
            path.unlink(missing_ok=True)
        else:
            kept.append((found.st_mtime, found.st_size, path))
    size = sum(bytes_ for _, bytes_, _ in kept)
    for _, bytes_, path in sorted(kept):
        if size <= LARGEST:
            break
        path.unlink(missing_ok=True)
        size -= bytes_
