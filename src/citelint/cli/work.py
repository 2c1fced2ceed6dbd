"""Take every input through the pipeline, and tell what could not be done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import click

from citelint import __version__
from citelint.cli import stream
from citelint.cli.bug import BUG, how_to_report
from citelint.cli.configured import Configured
from citelint.cli.inputs import STDIN, Choice, Input, find
from citelint.cli.sharing import Shared, Sharing
from citelint.cli.standing import Standing
from citelint.config import Config
from citelint.config.layers import Settings
from citelint.many.task import Stage
from citelint.model.diagnostic import Severity
from citelint.model.ranges import NoteChoice
from citelint.model.run import FileResult, Run


def _as_it_is(name: str, config: Config) -> Config:
    return config


Refusal = Callable[[Sequence[str]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be done, as the user asked for it.

    `refuse` is handed the paths of all inputs before anything is read, and raises where the outputs will not do. `told`
    says that a person is shown all errors that are found.
    `settle` gives the settings of a file, by its name, with what stands in it; it raises `CannotRead`.
    """

    paths: Sequence[str]
    settings: Configured
    stage: Stage
    stdin_filename: str | None = None
    force_exclude: bool = False
    allow_empty: bool = False
    notes: NoteChoice | None = None
    refuse: Refusal | None = None
    settle: Callable[[str, Config], Config]
    sharing: Sharing = field(default_factory=Sharing)
    verbose: bool = False
    quiet: bool = False
    told: bool = False

    def name_of(self, one: Input) -> str:
        """Give what an input is called: its path, or what the user calls standard input."""
        return self.stdin_filename or "<stdin>" if one.path == STDIN else one.path


def job_of(
    stage: Stage | Standing,
    settings: Configured,
    options: dict[str, Any],
    refuse: Refusal | None = None,
    sharing: Sharing | None = None,
) -> Job:
    """Make the job of a command's options."""
    return Job(
        paths=options["paths"],
        settings=settings,
        stage=stage.stage if isinstance(stage, Standing) else stage,
        settle=stage.settled if isinstance(stage, Standing) else _as_it_is,
        sharing=sharing or Sharing(),
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
    configs = [None if one.trouble else job.settings.config(job.name_of(one)) for one in inputs]
    with _progress(len(inputs), job.quiet) as step:
        done = Shared(job, inputs, configs, step).results()
    results = [
        result
        for one, result in zip(inputs, done, strict=True)
        if not result.foreign or (one.named and not job.allow_empty)
    ]
    results = _chosen(results, job)
    for result in results:
        is_shown = (
            job.told and not result.is_unchecked and any(d.severity is Severity.ERROR for d in result.diagnostics)
        )
        if result.error and not is_shown:
            stream.complain(f"{result.path}: {result.error}")
    for line in dict.fromkeys(_line(result.path, gap) for result in results for gap in result.gaps):
        stream.complain(line)
    if any(result.fault for result in results):
        how_to_report()
    return Run(tuple(results), __version__, job.notes.words if job.notes else None)


def _line(path: str, gap: str) -> str:
    # what a house rule could not do is told of its configuration, once for all files
    return gap if ": house rule " in gap else f"{path}: {gap}"


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


def _base(found: Settings) -> str | None:
    """Give the folder that patterns of files are seen from; those of the command line fit a path as it was given."""
    own = found.file is not None and found.origins.get("exclude", found.file).startswith(found.file)
    return found.folder if own else None


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
def _progress(count: int, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Give what to call after each file, with the number of its notes.

    It is a bar at a terminal, once the work has taken a second, and nothing else.
    """
    if quiet or count < 2 or not sys.stderr.isatty():
        yield lambda notes: None
        return
    from citelint.cli.progress import Bar

    with Bar(count) as bar:
        yield bar.step
