"""Take every input through the pipeline, and tell what could not be done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import click

from citelint import __version__
from citelint.cli import stream
from citelint.cli.bug import BUG, fault_of, how_to_report
from citelint.cli.configured import Configured
from citelint.cli.inputs import STDIN, CannotRead, Choice, Input, find, guess_name, load
from citelint.config import Config
from citelint.config.layers import Settings
from citelint.model.diagnostic import Severity
from citelint.model.ranges import NoteChoice
from citelint.model.run import FileResult, Run
from citelint.pipeline import Done, without_notes

Stage = Callable[[bytes, str, Config, Done], FileResult]
"""A function of the pipeline: the bytes, the name, the settings, and what to call after each stage."""


Refusal = Callable[[Sequence[str]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be done, as the user asked for it.

    `refuse` is handed the paths of all inputs before anything is read, and raises where the outputs will not do. `told`
    says that a person is shown all errors that are found.
    """

    paths: Sequence[str]
    settings: Configured
    stage: Stage
    stdin_filename: str | None = None
    force_exclude: bool = False
    allow_empty: bool = False
    notes: NoteChoice | None = None
    refuse: Refusal | None = None
    verbose: bool = False
    quiet: bool = False
    told: bool = False


def job_of(stage: Stage, settings: Configured, options: dict[str, Any], refuse: Refusal | None = None) -> Job:
    """Make the job of a command's options."""
    return Job(
        paths=options["paths"],
        settings=settings,
        stage=stage,
        stdin_filename=options["stdin_filename"],
        force_exclude=options["force_exclude"],
        allow_empty=options["allow_empty"],
        notes=options["notes"],
        refuse=refuse,
        verbose=options["verbose"],
        quiet=options["quiet"],
    )


def do(job: Job) -> Run:
    """Do the job and give the results; what could not be done is told on standard error as well."""
    if not job.paths:
        raise click.UsageError("nothing to check: name a file, a folder, or - for standard input")
    from citelint.read import suffixes

    known = tuple(suffixes())

    def choice(folder: str) -> Choice:
        found = job.settings.within(folder)
        return Choice(known, found.exclude, job.force_exclude, found.include, _base(found))

    inputs = list(find(job.paths, choice))
    if not inputs and not job.allow_empty:
        raise click.UsageError("nothing to check: every path is excluded")
    if job.refuse is not None:
        job.refuse([one.path for one in inputs if one.path != STDIN])
    # what is wrong with a configuration is told before anything is checked
    configs = [None if one.trouble else job.settings.config(_name(one, job)) for one in inputs]
    results = []
    with _progress(len(inputs), job.quiet) as step:
        for one, config in zip(inputs, configs, strict=True):
            result = _result(one, job, config or Config())
            if not result.foreign or (one.named and not job.allow_empty):
                results.append(result)
            step()
    results = _chosen(results, job)
    for result in results:
        is_shown = (
            job.told and not result.is_unchecked and any(d.severity is Severity.ERROR for d in result.diagnostics)
        )
        if result.error and not is_shown:
            stream.complain(f"{result.path}: {result.error}")
    for gap in dict.fromkeys(gap for result in results for gap in result.gaps):
        stream.complain(gap)
    if any(result.fault for result in results):
        how_to_report()
    return Run(tuple(results), __version__, job.notes.words if job.notes else None)


def exit_code(run: Run, job: Job) -> int:
    """Give 3 after a bug, 2 where something could not be done in full, else 0. Findings are not looked at."""
    if any(f.fault for f in run.files):
        return BUG
    if any(f.trouble for f in run.files):
        return 2
    if not any(f.notes for f in run.files) and not job.allow_empty:
        stream.complain("nothing to check: there is no note in any of the files")
        return 2
    return 0


def _name(one: Input, job: Job) -> str:
    """Give what an input is called: its path, or what the user calls standard input."""
    return job.stdin_filename or "<stdin>" if one.path == STDIN else one.path


def _base(found: Settings) -> str | None:
    """Give the folder that patterns of files are seen from; those of the command line fit a path as it was given."""
    own = found.file is not None and found.origins.get("exclude", found.file).startswith(found.file)
    return found.folder if own else None


def _result(one: Input, job: Job, config: Config) -> FileResult:
    shown = _name(one, job)
    if one.trouble:
        return FileResult(path=shown, error=one.trouble)
    from citelint.read import MAX_BYTES

    times: list[str] = []
    try:
        data = load(one.path, MAX_BYTES)
        name = guess_name(data) if shown == "<stdin>" else shown
        result = replace(job.stage(data, name, config, _stopwatch(times)), path=shown)
    except CannotRead as error:
        return FileResult(path=shown, error=str(error))
    except Exception as error:
        return FileResult(path=shown, error=fault_of(error), fault=True)
    if job.verbose and result.source:
        stream.complain(f"{shown}: read as {result.format}, {result.notes} notes ({', '.join(times)})")
    if not result.empty:
        return result
    # a finding about the absence of notes belongs to a file that was named, and to no other
    result = replace(result, diagnostics=())
    return without_notes(result, config) if one.named and not job.allow_empty else result


def _stopwatch(times: list[str]) -> Done:
    last = time.perf_counter()

    def done(stage: str) -> None:
        nonlocal last
        now = time.perf_counter()
        times.append(f"{stage} {1000 * (now - last):.1f} ms")
        last = now

    return done


def _chosen(results: list[FileResult], job: Job) -> list[FileResult]:
    """Narrow the results to the notes that were chosen. Findings about a whole piece stay."""
    if job.notes is None:
        return results
    narrowed = [_narrowed(result, job.notes) for result in results]
    if any(r.document for r in results) and not any(r.chosen for r in narrowed):
        raise click.UsageError(next(job.notes.absent(r.document) for r in results if r.document))
    return narrowed


def _narrowed(result: FileResult, choice: NoteChoice) -> FileResult:
    if result.document is None:
        return result
    chosen = choice.of(result.document)
    kept = []
    for finding in result.diagnostics:
        if finding.members:
            # a cause is told whole: its count and its reason are those of the piece
            if not chosen.isdisjoint(finding.members):
                kept.append(finding)
        elif finding.note is None or finding.note in chosen:
            kept.append(finding)
    return replace(result, diagnostics=tuple(kept), chosen=chosen)


@contextmanager
def _progress(count: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """Give what to call after each file: a bar at a terminal once the work has taken a second, and nothing else."""
    if quiet or count < 2 or not sys.stderr.isatty():
        yield lambda: None
        return
    from citelint.cli.progress import Bar

    with Bar(count) as bar:
        yield bar.step
