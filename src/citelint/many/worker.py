"""A process that carries out tasks for the one that started it, until that hangs up."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Say that this process is there, and then answer each task with its outcome."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started this process ends it, also when interrupted itself
    # what a library prints must not come between the outcomes
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    from citelint.many.frames import receive, send
    from citelint.many.task import failed, perform

    try:
        send(out, "here")
        while True:
            task = receive(sys.stdin.buffer)
            outcome = perform(task)
            try:
                send(out, outcome)
            except (RecursionError, MemoryError) as error:  # nothing was written yet
                send(out, failed(task, error))
    except (EOFError, OSError):
        return
