"""How the files of a run are shared out: what is known already, who does the rest, and in which order it is told."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from citelint.cli import stream
from citelint.cli.inputs import STDIN, CannotRead, Input, guess_name, load
from citelint.config import Config
from citelint.many.task import Crew, Here, Outcome, Task, perform
from citelint.model.run import FileResult
from citelint.pipeline import collector_paused

if TYPE_CHECKING:
    from citelint.cli.options import Command
    from citelint.cli.work import Job
    from citelint.many.cache import Cache

WORTH = 300_000
"""Bytes from which more processes are started unasked: about half a second of work, several times what they cost."""

MOST = 256
"""So many processes at most."""


@dataclass(frozen=True, slots=True)
class Sharing:
    """How the work is to be done: by `jobs` processes (None: as many as pay), or by the cluster at `scheduler`.

    `cached` says that results of earlier runs will do where the configuration allows it; `whole` that reports need all
    that was understood of a file, which no earlier run has.
    """

    jobs: int | None = 1
    cached: bool = False
    scheduler: str | None = None
    whole: bool = True


def sharing_options(command: Command) -> Command:
    """Add what tells how many files are checked at once, and where."""
    for option in (
        click.option(
            "--scheduler", metavar="ADDRESS", help="Have a Dask cluster check the files (tcp://127.0.0.1:8786)."
        ),
        click.option("--no-cache", is_flag=True, help="Check also what has not changed since it was checked."),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(1, MOST),
            metavar="N",
            help="Check with N processes (default: as many as there are cores, when it pays).",
        ),
    ):
        command = option(command)
    return command


def sharing_of(options: dict[str, Any], whole: bool) -> Sharing:
    """Give what the options of a command say. Raises a usage error."""
    if options["scheduler"] is not None and options["jobs"] is not None:
        raise click.UsageError("-j is for processes of this machine, and --scheduler for a cluster: choose one")
    return Sharing(options["jobs"], not options["no_cache"], options["scheduler"], whole)


@dataclass(slots=True)
class Shared:
    """One run: the job, its inputs and their settings, and the results as they come in."""

    job: Job
    inputs: Sequence[Input]
    configs: Sequence[Config | None]
    step: Callable[[int], None]
    _results: list[FileResult | None] = field(init=False)
    _told: dict[int, str] = field(default_factory=dict)
    _keys: dict[int, str] = field(default_factory=dict)
    _once: dict[int, Task] = field(default_factory=dict)

    def results(self) -> list[FileResult]:
        """Give the results in the order of the inputs. Raises Unusable."""
        self._results = [None] * len(self.inputs)
        cache = self._cache()
        with ExitStack() as stack:
            if not self.job.sharing.whole:
                stack.enter_context(collector_paused())
            crew: Crew | None = stack.enter_context(_cluster(s)) if (s := self.job.sharing.scheduler) else None
            left = self._left_by(cache)
            if crew is None:
                crew = stack.enter_context(self._crew(left))
            self._carry_out(left, crew, cache)
        if not isinstance(crew, Here):
            self._check_again(left)
        if cache is not None:
            cache.prune()
        for index in sorted(self._told):
            stream.complain(self._told[index])
        return [result for result in self._results if result is not None]

    def _cache(self) -> Cache | None:
        sharing = self.job.sharing
        if not sharing.cached or sharing.whole:
            return None
        from citelint.many.cache import Cache, results_folder

        return Cache(results_folder())

    def _left_by(self, cache: Cache | None) -> list[int]:
        """Give the indexes of what has to be done; what is known, or cannot be done, is done."""
        left = []
        for index, one in enumerate(self.inputs):
            keeps = (
                cache is not None and _is_file(one.path) and not one.trouble and self.job.settings.of(one.path).cache
            )
            task = self._task(index) if keeps or one.trouble else None
            if isinstance(task, FileResult):
                self._finish(index, task)
                continue
            if cache is not None and task is not None:
                from citelint.many.cache import key_of

                self._keys[index] = key_of(task)
                known = cache.get(self._keys[index], task)
                if known is not None:
                    self._finish(index, known, "known from an earlier run")
                    continue
            left.append(index)
        return left

    def _crew(self, left: Sequence[int]) -> Crew:
        count = self.job.sharing.jobs
        if count is None:
            sizes = sum(_size(self.inputs[index].path) for index in left)
            count = _cores() if sizes >= WORTH else 1
        if min(count, len(left)) < 2:
            return Here()
        from citelint.many.processes import Processes

        return Processes(min(count, len(left)))

    def _carry_out(self, left: Sequence[int], crew: Crew, cache: Cache | None) -> None:
        given: dict[int, Task] = {}

        def take() -> None:
            index, outcome = crew.take()
            self._take(index, given.pop(index), outcome, cache)

        for index in left:
            task = self._task(index)
            if isinstance(task, FileResult):
                self._finish(index, task)
                continue
            while len(given) >= crew.room:
                take()
            given[index] = task
            crew.give(index, task)
        while given:
            take()

    def _take(self, index: int, task: Task, outcome: Outcome, cache: Cache | None) -> None:
        if cache is not None and index in self._keys and outcome.packed is not None:
            from citelint.many.cache import key_of

            # the file may have been written to since it was looked for
            if key_of(task) == self._keys[index]:
                cache.put(self._keys[index], outcome.packed)
        self._finish(index, outcome.unpacked(task), outcome.times)

    def _check_again(self, left: Sequence[int]) -> None:
        """Check again what a house rule was stopped at: it is told of the first file, and the others are spared it.

        Which is the first, processes do not agree upon.
        """
        if not any(result is not None and result.gaps for result in self._results):
            return
        for index in left:
            config, task = self.configs[index], None
            if config is not None and config.house:
                task = self._task(index)
            if isinstance(task, Task):
                self._results[index] = None
                self._finish(index, perform(task).unpacked(task), counts=False)

    def _task(self, index: int) -> Task | FileResult:
        """Give what is to be done for an input, or why that is not possible."""
        one, job = self.inputs[index], self.job
        shown = job.name_of(one)
        if one.trouble:
            return FileResult(path=shown, error=one.trouble)
        if index in self._once:
            return self._once[index]
        from citelint.read import MAX_BYTES, TOO_LARGE

        if _is_file(one.path) and _size(one.path) > MAX_BYTES:
            return FileResult(path=shown, error=TOO_LARGE)
        try:
            data = load(one.path, MAX_BYTES)
            config = self.configs[index] or Config()
            name = guess_name(data, config.encoding) if shown == "<stdin>" else shown
            config = job.settle(name, config)
        except CannotRead as error:
            return FileResult(path=shown, error=str(error))
        task = Task(job.stage, data, name, config, one.named and not job.allow_empty, job.sharing.whole)
        if not _is_file(one.path):
            self._once[index] = task
        return task

    def _finish(self, index: int, result: FileResult, told: str = "", counts: bool = True) -> None:
        shown = self.job.name_of(self.inputs[index])
        self._results[index] = replace(result, path=shown)
        if self.job.verbose and result.format and told:
            line = f"{shown}: read as {result.format}, {result.notes} notes ({told})"
            self._told[index] = line
        if counts:
            self.step(result.notes)


def _cluster(address: str) -> Crew:
    """Give the cluster, entered by who takes it. Raises click.ClickException for an address that will not do."""
    from citelint.many.address import NoCluster
    from citelint.many.cluster import Cluster

    class Told(Cluster):
        """The cluster, whose refusal is one line for the person who named it."""

        def __enter__(self) -> Told:
            try:
                super().__enter__()
            except NoCluster as error:
                raise Unusable(str(error)) from error
            return self

    try:
        return Told(address)
    except NoCluster as error:
        raise Unusable(str(error)) from error


class Unusable(click.ClickException):
    """The cluster cannot be used: nothing was checked."""

    exit_code = 2


def _is_file(path: str) -> bool:
    """Tell whether a path is that of a plain file: another, as a pipe, can be read but once."""
    try:
        return path != STDIN and stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return True


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except (OSError, ValueError):
        return 0


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), MOST)
    return min(os.cpu_count() or 1, MOST)
