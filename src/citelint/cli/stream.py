"""Standard output and standard error: whatever the encoding, and whoever stops reading."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

from citelint.report.layout.escape import visible


def prepare() -> None:
    """Let standard output and error print any character: one that the encoding lacks is shown as an escape.

    Of a process that was given neither, one is a stream that refuses what is written, the other one that forgets it.
    """
    if sys.stdout is None:
        # what can only be read refuses as a full disk does; and the next file that is opened is no standard output
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def tell(text: str) -> None:
    """Write text for people to standard output. Raises CannotWrite, but not for a pipe that nobody reads any more."""
    with _pipe_may_close():
        sys.stdout.write(text)


def hand_over(text: str) -> None:
    """Write text for machines to standard output: UTF-8 with line feeds, in every locale.

    Lone surrogates (of odd file names) become escapes that JSON reads back. Raises CannotWrite as `tell` does.
    """
    with _pipe_may_close():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def hand_over_bytes(data: bytes) -> None:
    """Write bytes to standard output as they are. Raises CannotWrite as `tell` does."""
    with _pipe_may_close():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def aside(text: str) -> None:
    """Write text for people to standard error, where standard output is taken by what was asked for."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(text)
        sys.stderr.flush()


def complain(message: str) -> None:
    """Write one line to standard error."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"citelint: {visible(message)}\n")
        sys.stderr.flush()


def flush() -> None:
    """Write out what is held back. Raises CannotWrite as `tell` does."""
    with _pipe_may_close():
        sys.stdout.flush()


class CannotWrite(Exception):
    """Standard output takes nothing more, a full disk for example. Its text is one line for a person."""


@contextlib.contextmanager
def _pipe_may_close() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        told = refused(error)
        if not isinstance(error, BrokenPipeError):
            raise CannotWrite(told) from error


def refused(error: OSError) -> str:
    """Say in one line why standard output took nothing, and let it take what comes and forget it."""
    # the interpreter flushes once more on its way out: give it somewhere to write to
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    why = "standard output is closed" if error.errno == errno.EBADF else error.strerror
    return f"the output cannot be written: {why}"
