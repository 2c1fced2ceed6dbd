"""The crew of processes on this machine: each has one file at a time, and what ends one ends nothing else."""

from __future__ import annotations

import contextlib
import json
import queue
import signal
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

from citelint.many.frames import receive, send
from citelint.many.task import Outcome, Task, failed, perform
from citelint.model.run import FileResult

_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from citelint.many.worker import main; main()"
_CRASHES = frozenset(
    getattr(signal, name) for name in ("SIGSEGV", "SIGBUS", "SIGABRT", "SIGILL", "SIGFPE") if hasattr(signal, name)
)
"""Signals by which a program ends itself. The others come from elsewhere: from the system, short of memory, say."""

_Done = tuple[int, Task, Outcome | None]


class Processes:
    """So many processes, each started with its first task, and anew after one was ended.

    The file at which a process ended has that for its error. Where no process can be started, this one does the work.
    A thread for each process hands it tasks and waits: not every pipe of every system can be waited for.
    """

    def __init__(self, count: int) -> None:
        self.room = 2 * count
        self._todo: queue.SimpleQueue[tuple[int, Task] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[_Done] = queue.SimpleQueue()
        self._workers = [_Worker(self._todo, self._done) for _ in range(count)]

    def give(self, index: int, task: Task) -> None:
        """Have a task carried out by the next process that is free."""
        self._todo.put((index, task))

    def take(self) -> tuple[int, Outcome]:
        """Wait for the next task to be done."""
        while True:
            try:
                # a wait without an end could not be interrupted everywhere
                index, task, outcome = self._done.get(timeout=0.5)
            except queue.Empty:
                continue
            return index, perform(task) if outcome is None else outcome

    def __enter__(self) -> Self:
        for worker in self._workers:
            worker.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()
        for _ in self._workers:
            self._todo.put(None)
        for worker in self._workers:
            worker.join()


class _Worker:
    """One process, and the thread that talks to it."""

    def __init__(self, todo: queue.SimpleQueue[tuple[int, Task] | None], done: queue.SimpleQueue[_Done]) -> None:
        self._todo = todo
        self._done = done
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._ended = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin to carry out tasks."""
        self._thread.start()

    def join(self) -> None:
        """Wait until the process is gone."""
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while (item := self._todo.get()) is not None and not self._ended:
            index, task = item
            try:
                outcome = self._perform(task)
            except Exception as error:  # nobody may wait for ever
                outcome = failed(task, error)
            self._done.put((index, task, outcome))
        self._hang_up()

    def end(self) -> None:
        """End the process, whatever it is at."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                with contextlib.suppress(OSError):
                    self._process.kill()

    def _perform(self, task: Task) -> Outcome | None:
        process = self._process or self._begun()
        if process is None or process.stdin is None or process.stdout is None:
            return None
        try:
            send(process.stdin, task)
            outcome: Outcome = receive(process.stdout)
        except (EOFError, OSError):
            code = process.wait()
            self._hang_up()
            return _ended(task, code)
        return outcome

    def _begun(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._ended:
                return None
            try:
                process = subprocess.Popen(
                    [sys.executable, "-P", "-c", _PROGRAM, json.dumps([path for path in sys.path if path])],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                )
            except OSError:
                return None
            self._process = process
        try:
            assert process.stdout is not None
            receive(process.stdout)
        except (EOFError, OSError):
            self._hang_up()
            return None
        return process

    def _hang_up(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if stream:
                    stream.close()
        process.wait()


def _ended(task: Task, code: int) -> Outcome:
    how = f"exit code {code}"
    if code < 0:
        with contextlib.suppress(ValueError):
            how = signal.Signals(-code).name
    fault = code >= 0 or -code in _CRASHES
    why = f"the process that checked it ended ({how})"
    advice = "" if fault else ": check it alone, with -j 1, and with more memory if there is any"
    return Outcome(None, FileResult(path=task.name, error=f"{why}{advice}", fault=fault))
