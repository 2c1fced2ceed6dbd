"""The parent's side of the child process that runs patterns: ask, wait, and end it when it does not come back."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from citelint.house import child

DEADLINE = 2.0
"""Seconds for a pattern to be compiled, and for a pattern and a note."""
MEMORY = 512 * 1024 * 1024
"""Bytes of address space that the child may have."""
_START = 60.0
"""Seconds for the interpreter to start, on a machine that has much to do."""

_REASONS = {
    "memory": "needed too much memory{where} and was stopped: make its pattern simpler",
    "nesting": "has a pattern that is nested too deeply: make it simpler",
    "everywhere": "has a pattern that fits everywhere, even where there is nothing: make it ask for something",
    "often": f"was found more than {child.MOST:,} times{{where}}: make its pattern ask for more",
    "time": "did not end within {seconds:g} seconds{{where}} and was stopped: make its pattern simpler",
    "start": "could not be applied: the process for house rules does not start",
}
_LATER = "was not applied to further files, since it had failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a pattern could not be run: a sentence without subject, in which "{where}" is the note; and at which text."""

    why: str
    text: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What was found: spans by pattern and number of the text; and the patterns that failed, with the reason."""

    found: dict[tuple[str, int], list[tuple[int, int]]]
    failures: dict[str, Failure]


class Search:
    """Runs patterns in a child process, which is started when it is first needed, and again after it was ended."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._pump: threading.Thread | None = None
        self._answers: deque[bytes] = deque()
        self._rest = b""
        self._compiled: set[str] = set()
        self._failed: set[str] = set()

    def run(self, patterns: Sequence[str], texts: Sequence[str]) -> Done:
        """Look for each pattern in each text. A pattern that has failed is not tried again."""
        done = Done({}, {pattern: Failure(_LATER) for pattern in patterns if pattern in self._failed})
        todo = [pattern for pattern in dict.fromkeys(patterns) if pattern not in self._failed]
        at: int | None = 0
        with self._lock:
            try:
                while todo and at is not None:
                    at = self._ask(todo, texts, at, done)
                    todo = [pattern for pattern in todo if pattern not in self._failed]
            except BaseException:
                self.close()  # its answers would be taken for those to the next question
                raise
        return done

    def close(self) -> None:
        """End the child, if there is one."""
        process, self._process = self._process, None
        self._compiled.clear()
        self._answers.clear()
        self._rest = b""
        if process is not None:
            with contextlib.suppress(OSError):
                process.kill()
            process.wait()
            if self._pump:
                self._pump.join()  # it reads from what is closed below
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    if stream:
                        stream.close()

    def _ask(self, patterns: list[str], texts: Sequence[str], start: int, done: Done) -> int | None:
        """Have patterns run from text `start` on. Give None when all is done, else the text to go on with."""
        if self._process is not None and self._process.poll() is not None:
            self.close()  # somebody else ended it, and no pattern is to blame
        if self._process is None and not self._starts():
            self._fail(patterns, Failure(_REASONS["start"]), done)
            return None
        self._send({"patterns": patterns, "texts": texts[start:]})
        for pattern in patterns:
            if pattern in self._compiled:
                continue
            answer = self._answer()
            if not isinstance(answer, list):
                self._fail([pattern], _failure(answer, None), done)
            else:
                self._compiled.add(pattern)
            if self._process is None:
                return start
        for index in range(start, len(texts)):
            for pattern in patterns:
                if pattern in self._failed:
                    continue
                answer = self._answer()
                if isinstance(answer, list):
                    if answer:
                        done.found[pattern, index] = [(a, b) for a, b in answer]
                    continue
                self._fail([pattern], _failure(answer, index), done)
                if self._process is None:
                    return index
        return None

    def _fail(self, patterns: Sequence[str], failure: Failure, done: Done) -> None:
        for pattern in patterns:
            self._failed.add(pattern)
            done.failures[pattern] = failure

    def _starts(self) -> bool:
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", child.__file__, str(MEMORY), str(4 * DEADLINE)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            return False
        self._lines = queue.SimpleQueue()
        self._pump = threading.Thread(target=_hand_on, args=(self._process, self._lines), daemon=True)
        self._pump.start()
        return not isinstance(self._answer(_START), str)

    def _send(self, request: dict[str, Any]) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        # a child that is gone is noticed by its answers
        with contextlib.suppress(OSError):
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()

    def _answer(self, patience: float | None = None) -> list[Any] | dict[str, str] | str:
        """Give the next answer: what was found, or how it failed; "time" or "memory" after the child was ended."""
        while not self._answers:
            try:
                chunk = self._lines.get(timeout=patience or DEADLINE)
            except queue.Empty:
                self.close()
                return "time"
            if chunk is None:
                self.close()
                return "memory"
            *whole, self._rest = (self._rest + chunk).split(b"\n")
            self._answers.extend(whole)
        line = self._answers.popleft()
        answer: list[Any] | dict[str, str] = json.loads(line) if line else []
        return answer


def _failure(answer: dict[str, str] | str, text: int | None) -> Failure:
    why = answer if isinstance(answer, str) else answer["failed"]
    if why.startswith("syntax: "):
        told = why.removeprefix("syntax: ").replace("{", "{{").replace("}", "}}")
        return Failure(f"has a pattern that is no regular expression: {told}")
    reason = _REASONS[why]
    return Failure(reason.format(seconds=DEADLINE, where="{where}") if why in ("time", "often") else reason, text)


def _hand_on(process: subprocess.Popen[bytes], lines: queue.SimpleQueue[bytes | None]) -> None:
    """Hand on what the child writes, and None at its end: in a thread, since not every pipe can be waited for."""
    assert process.stdout is not None
    with contextlib.suppress(OSError, ValueError):
        while chunk := os.read(process.stdout.fileno(), 65536):
            lines.put(chunk)
    lines.put(None)


_search: Search | None = None


def the_search() -> Search:
    """Give the search of this process: there is one."""
    global _search
    if _search is None or _search.owner != os.getpid():
        _search = Search()
        atexit.register(_search.close)
    return _search
