"""Writing what was made: beside its place first, whole, and then by its name; several files all or none."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citelint.cli.stream import CannotWrite


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is complete in memory: its bytes, and the path as the user gave it."""

    path: str
    content: bytes


def deliver(files: Sequence[Made], force: bool) -> None:
    """Write files so that each is there whole or not at all, and none where one cannot be written.

    A link is followed. A file that exists is replaced only with `force`, and keeps its mode; one that came to be since
    it was looked for is left alone. Raises CannotWrite.
    """
    beside: list[tuple[str, str, str]] = []
    try:
        for file in files:
            real = os.path.realpath(file.path)
            folder, name = os.path.split(real)
            draft = os.path.join(folder, f".{name[:100]}.citelint.{os.getpid()}-{len(beside)}.tmp")
            with _told(file.path):
                # listed before it is there, so that it is taken away whenever the work is broken off
                beside.append((draft, real, file.path))
                _write(draft, file.content, real)
        for draft, real, path in beside:
            with _told(path):
                _put(draft, real, force)
    finally:
        for draft, _, _ in beside:
            with contextlib.suppress(OSError):
                os.unlink(draft)


def _write(draft: str, content: bytes, real: str) -> None:
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileNotFoundError):
        os.chmod(draft, stat.S_IMODE(os.stat(real).st_mode))


def _put(draft: str, real: str, force: bool) -> None:
    if force:
        os.replace(draft, real)
        return
    try:
        # a link, unlike a rename, fails where the name was taken in the meantime
        os.link(draft, real)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(real):
            raise FileExistsError(17, "the file exists") from None
        os.rename(draft, real)


@contextlib.contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise CannotWrite(f"{path}: this file exists: --force replaces it") from error
    except OSError as error:
        raise CannotWrite(
            f"{path}: cannot be written, and no output was: {(error.strerror or 'failed').lower()}"
        ) from error
