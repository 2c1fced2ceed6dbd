"""Writing a file so that nobody ever finds half of it, and nothing is lost that came between reading and writing."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable


class CannotRewrite(Exception):
    """A file was not written, and is as it was. Its text is one line for a person: why, and what to do."""


def rewrite(path: str, was: bytes, now: bytes, force: bool = False) -> None:
    """Put `now` in the place of `was`, the bytes that were read from the file at `path`.

    A link is followed: the file that it names is written, and the link stays. The new bytes are written beside, and
    take the place of the file in one step; they get its mode, its owner where that is allowed, and its attributes.
    Raises CannotRewrite, and the file is as it was, where it is no ordinary file, nobody may write it, it has other
    names (hard links) and not `force`, it no longer holds `was`, or the system refuses (a full disk, for one). With
    `force` the other names of a file keep the old bytes.
    """
    try:
        real = os.path.realpath(path, strict=True)
        known = os.stat(real)
    except OSError as error:
        raise CannotRewrite(_reason(error)) from error
    if not stat.S_ISREG(known.st_mode):
        raise CannotRewrite("is no ordinary file: nothing was written")
    # root may write anything, but a file that nobody may write was meant to stay
    if not known.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(real, os.W_OK):
        raise CannotRewrite("is not writable: change its permissions, or copy it")
    if known.st_nlink > 1 and not force:
        raise CannotRewrite(f"has {known.st_nlink} names (hard links), and only this one would change: give --force")

    def unchanged() -> None:
        with open(real, "rb") as file:
            if file.read(len(was) + 1) != was:
                raise CannotRewrite("was changed by another program meanwhile: nothing was written; run it again")

    write_beside(real, now, like=known, last_look=unchanged)


def write_beside(
    path: str, data: bytes, like: os.stat_result | None = None, last_look: Callable[[], None] | None = None
) -> None:
    """Write a new file beside `path` and rename it to that; what stood there is replaced in one step.

    `like` is what `os.stat` gave of the file that is replaced: its mode and owner are kept. `last_look` is called
    right before the renaming, and may raise. The new file is gone again whatever is raised, KeyboardInterrupt too.
    Raises CannotRewrite where the system refuses.
    """
    import tempfile

    folder, name = os.path.split(path)
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{name[:40]}.citelint.", dir=folder or ".")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if like is None:
            os.chmod(beside, 0o666 & ~_umask())
        else:
            _dress(beside, path, like)
        if last_look is not None:
            last_look()
        os.replace(beside, path)
        beside = ""
        _sync_folder(folder or ".")
    except OSError as error:
        raise CannotRewrite(_reason(error)) from error
    finally:
        if beside:
            with contextlib.suppress(OSError):
                os.unlink(beside)


def _dress(beside: str, path: str, like: os.stat_result) -> None:
    """Give the new file mode, owner and attributes of the old one, as far as the system lets us."""
    import shutil

    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(beside, like.st_uid, like.st_gid)
    try:
        shutil.copystat(path, beside)
    except OSError:
        os.chmod(beside, stat.S_IMODE(like.st_mode))
    # it was written now, and who looks for changed files must see that
    os.utime(beside)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_folder(folder: str) -> None:
    """Have the renaming itself written to disk, where a folder can be opened for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    told = (error.strerror or type(error).__name__).lower()
    return f"could not be written ({told}): it is as it was"
