"""A progress bar on standard error for work that takes longer than a second."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds that pass before a bar is shown."""


class Bar:
    """Counts finished files and their notes. rich is imported when the patience is over, and not before."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._done = 0
        self._notes = 0
        self._began = time.monotonic()
        self._shown: Progress | None = None

    def step(self, notes: int = 0) -> None:
        """Count one more file with so many notes."""
        self._done += 1
        self._notes += notes
        if self._shown is None and self._done < self._count and time.monotonic() - self._began > PATIENCE:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            columns = (BarColumn(), MofNCompleteColumn(), TextColumn("files, {task.fields[notes]:,} notes"))
            self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
            self._shown.add_task("", total=self._count, notes=0)
            self._shown.start()
        if self._shown is not None:
            self._shown.update(self._shown.task_ids[0], completed=self._done, notes=self._notes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown is not None:
            self._shown.stop()
