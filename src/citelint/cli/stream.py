"""Standard output and standard error: whatever the encoding, and whoever stops reading."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from citelint.report.layout.escape import visible


def prepare() -> None:
    """Let standard output and error print any character: one that the encoding lacks is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def tell(text: str) -> None:
    """Write text for people to standard output."""
    with _pipe_may_close():
        sys.stdout.write(text)


def hand_over(text: str) -> None:
    """Write text for machines to standard output: UTF-8 with line feeds, in every locale.

    Lone surrogates (of odd file names) become escapes that JSON reads back.
    """
    with _pipe_may_close():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def complain(message: str) -> None:
    """Write one line to standard error."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"citelint: {visible(message)}\n")
        sys.stderr.flush()


def flush() -> None:
    """Write out what is held back, quietly where nobody reads any more."""
    with _pipe_may_close():
        sys.stdout.flush()


@contextlib.contextmanager
def _pipe_may_close() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        # the interpreter flushes once more on its way out: give it somewhere to write to
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
