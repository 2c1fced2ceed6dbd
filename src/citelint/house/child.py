"""The child process that runs patterns. It imports nothing of ours: it is started alone, isolated, by its path.

A request is a line of JSON, ``{"patterns": [...], "texts": [...]}``. The answer to it is a line for each pattern that
was not compiled before, empty or ``{"failed": reason}``, and then a line for each text and each pattern that is sound:
empty where nothing is found, else a list of pairs of offsets, or ``{"failed": reason}``. Each line is written at once:
from the lines that came, the parent knows where the child stands.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys

MOST = 1000
"""So often a pattern may be found in one note."""


def main(memory: int, patience: float) -> None:
    """Answer requests until the input ends. `memory` is in bytes, `patience` in seconds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process, also when it is interrupted itself
    _limit(memory)
    out = sys.stdout.fileno()
    sound: dict[str, re.Pattern[str]] = {}
    os.write(out, b"\n")
    for line in sys.stdin.buffer:
        request = json.loads(line)
        for pattern in request["patterns"]:
            if pattern not in sound:
                _watch(patience)
                os.write(out, _answer(_compile, pattern, sound))
        for text in request["texts"]:
            for pattern in request["patterns"]:
                if pattern in sound:
                    _watch(patience)
                    answer = _answer(_find, sound[pattern], text)
                    if answer.startswith(b"{"):
                        del sound[pattern]
                    os.write(out, answer)
        _watch(0)


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):
            continue


def _watch(patience: float) -> None:
    """Have this process ended after some time, should nobody be there any more who does it. 0 for no longer."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, patience)


def _answer(function, *arguments) -> bytes:  # type: ignore[no-untyped-def]
    try:
        answer = function(*arguments)
    except MemoryError:
        answer = {"failed": "memory"}
    except RecursionError:
        answer = {"failed": "nesting"}
    except (re.error, OverflowError, ValueError) as error:
        answer = {"failed": f"syntax: {error}"}
    return (json.dumps(answer) if answer else "").encode() + b"\n"


def _compile(pattern: str, sound: dict[str, re.Pattern[str]]) -> dict[str, str] | None:
    compiled = re.compile(pattern)
    # found at every place of a text that has nothing in it
    if sum(not match.group() for match in compiled.finditer("\0\0")) == 3:
        return {"failed": "everywhere"}
    sound[pattern] = compiled
    return None


def _find(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]] | dict[str, str]:
    found: list[tuple[int, int]] = []
    for match in pattern.finditer(text):
        if len(found) == MOST:
            return {"failed": "often"}
        found.append(match.span())
    return found


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
