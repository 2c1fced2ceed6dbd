"""What is to be done for one file, what comes of it, and who does it where no other process is asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Protocol, Self

from citelint.config import Config
from citelint.many.fault import fault_of
from citelint.many.packed import Packed, pack, unpack
from citelint.model.run import FileResult
from citelint.pipeline import Done, collector_paused, without_notes

Stage = Callable[[bytes, str, Config, Done], FileResult]
"""A function of the pipeline: the bytes, the name, the settings, and what to call after each stage."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to take through `stage`: its bytes, its name, whose suffix tells the format, and its settings.

    `wanted` says that notes have to be in it: a file without any is then an error. `whole` asks for all that was
    understood, and not for the findings alone.
    """

    stage: Stage
    data: bytes
    name: str
    config: Config
    wanted: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: a packed result, or one that cannot be packed. `times` tells how long each stage took."""

    packed: Packed | None
    result: FileResult | None
    times: str = ""

    def unpacked(self, task: Task) -> FileResult:
        """Give the result. Raises `citelint.many.packed.Damaged` for one that was not packed from this task."""
        if self.packed is not None:
            return unpack(self.packed, task.data, task.name, task.config)
        assert self.result is not None
        result = replace(self.result, path=task.name)
        if result.source is None or result.source.path == task.name:
            return result
        source = replace(result.source, path=task.name)
        return replace(result, source=source, document=result.document and replace(result.document, source=source))


def perform(task: Task) -> Outcome:
    """Carry a task out. Whatever fails is in the result: this raises for no file."""
    watch = Stopwatch()
    try:
        result = task.stage(task.data, task.name, task.config, watch.done)
        if result.empty:
            # a finding about the absence of notes belongs to a file that was named, and to no other
            result = replace(result, diagnostics=())
            result = without_notes(result, task.config) if task.wanted else result
        with collector_paused():
            packed = None if task.whole else pack(result, task.data)
    except Exception as error:
        return failed(task, error)
    return Outcome(packed, result if packed is None else None, watch.told)


def failed(task: Task, error: Exception) -> Outcome:
    """Give the outcome of a task at which citelint itself failed."""
    return Outcome(None, FileResult(path=task.name, error=fault_of(error), fault=True))


class Stopwatch:
    """Tells how long each stage took."""

    def __init__(self) -> None:
        self._times: list[str] = []
        self._last = time.perf_counter()

    def done(self, stage: str) -> None:
        """Take note of a stage that has just ended."""
        now = time.perf_counter()
        self._times.append(f"{stage} {1000 * (now - self._last):.1f} ms")
        self._last = now

    @property
    def told(self) -> str:
        """The stages and their times, in order."""
        return ", ".join(self._times)


class Crew(Protocol):
    """Carries out tasks: `room` of them can be given before one is taken back. What is taken has its task's index."""

    room: int

    def give(self, index: int, task: Task) -> None:
        """Have a task carried out."""

    def take(self) -> tuple[int, Outcome]:
        """Wait for the next task to be done, in whatever order."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Here:
    """The crew that is this process."""

    room = 1

    def __init__(self) -> None:
        self._given: tuple[int, Task] | None = None

    def give(self, index: int, task: Task) -> None:
        """Take note of the one task that there is room for."""
        self._given = (index, task)

    def take(self) -> tuple[int, Outcome]:
        """Carry the task out."""
        assert self._given is not None
        index, task = self._given
        return index, perform(task)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._given = None
