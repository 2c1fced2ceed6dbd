"""`citelint annotate`: a new Word file with a comment for each finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from citelint.cli import stream
from citelint.cli.check import findings_code
from citelint.cli.configured import configured
from citelint.cli.deliver import Made, deliver
from citelint.cli.options import (
    SETTINGS,
    choosing_options,
    chosen_notes,
    failing_options,
    look_of,
    reading_options,
    showing_options,
)
from citelint.cli.standing import standing, standing_options, verify_standing
from citelint.cli.wordtargets import WordTargets, author_options, word_output_options
from citelint.cli.work import do, exit_code, job_of
from citelint.config import Config
from citelint.model.run import FileResult, Run
from citelint.report.layout.look import Look

if TYPE_CHECKING:
    from citelint.annotate import Annotated
    from citelint.model.mending import Mending, Offer
    from citelint.pipeline import Done
    from citelint.wordfile import Author


@click.command("annotate", context_settings=SETTINGS, short_help="Make a Word file with a comment for each finding.")
@reading_options
@word_output_options
@click.option(
    "--replace", is_flag=True, help="Renew the comments of an earlier round, and drop those of what is mended."
)
@click.option("--track", is_flag=True, help="Make the fixes that are offered, as tracked changes in the notes.")
@author_options
@choosing_options
@click.option("--notes", "notes", type=chosen_notes, metavar="1-20,35", help="Comment on these notes alone.")
@failing_options
@standing_options
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Check Word files, and make of each a new one (NAME.citelint.docx) with a comment for each finding.

    A comment stands in the text at the mark of its note, since Word shows none inside of notes. The file that is read
    is never written. Comments that are there already are not made again, and a comment of citelint that was marked as
    resolved in Word lets its finding stand.
    """
    targets = WordTargets.of(options)
    settings = configured(ctx, options, verify_standing, suggestions=options["suggestions"])
    checking = _Checking()
    stage = standing(_WordOnly(checking), settings, options)
    job = job_of(stage, settings, options, targets.refuse)
    run = do(job)
    look = look_of(options, **settings.shown)
    _hand_in(run, look, targets, checking, options)
    ctx.exit(exit_code(run, job) or (0 if options["exit_zero"] else findings_code(run, settings)))


@dataclass(slots=True)
class _Checking:
    """The stage that checks; it keeps the settings of each file, with what is let stand in it."""

    settings: dict[str, Config] = field(default_factory=dict)

    def __call__(self, data: bytes, name: str, config: Config, done: Done) -> FileResult:
        """Check one file."""
        from citelint.pipeline import check

        self.settings[name] = config
        return check(data, name, config, done)

    def of(self, path: str) -> Config:
        """Give the settings of a file; standard input, which has another name here, is the only one of its job."""
        return self.settings.get(path) or next(iter(self.settings.values()))


@dataclass(slots=True)
class _WordOnly:
    """A stage that takes Word files and refuses others: those of a folder are passed over."""

    stage: Any

    def __call__(self, data: bytes, name: str, config: Config, done: Done) -> FileResult:
        """Check one file."""
        if not name.lower().endswith(".docx"):
            error = "only Word files (.docx) take comments: citelint check PATH -o REPORT.html makes a page of findings"
            return FileResult(path=name, error=error, foreign=True)
        result: FileResult = self.stage(data, name, config, done)
        return result


def _hand_in(run: Run, look: Look, targets: WordTargets, checking: _Checking, options: dict[str, Any]) -> None:
    """Make the files and write them, and say what was made."""
    from citelint.annotate import annotate
    from citelint.report.layout.totals import closing
    from citelint.report.layout.words import counted, shown

    author = targets.author
    made: list[Made] = []
    lines: list[str] = []
    for result in run.files:
        if not result.notes:
            continue
        findings = [finding for finding in result.diagnostics if look.shows(finding)]
        annotated = annotate(result, findings, author, replace=options["replace"])
        path = targets.path(result.path)
        told, content = _told(annotated), annotated.data
        if options["track"]:
            mending = _tracked(content, result, checking.of(result.path), look, author)
            content = mending.mended
            told += f", {counted(len(mending.taken), 'tracked change')}"
        if targets.writes:
            made.append(Made(path, content))
        where = f"written to {shown(path, look)}" if targets.writes else "nothing was written"
        lines.append(f"{shown(result.path, look)}: {told}; {where}")
    deliver(made, targets.force)
    if lines and not targets.writes:
        track = " --track" if options["track"] else ""
        lines.append(f"To write: citelint annotate{track} --write {targets.asked(run.files)}")
    if not look.quiet:
        lines = [*closing(run, look), *lines]
    stream.tell("".join(f"{line}\n" for line in lines))


def _tracked(data: bytes, result: FileResult, config: Config, look: Look, author: Author) -> Mending:
    """Make the fixes of a file that has its comments, as far as they are shown and in the notes that were chosen."""
    from citelint.fix.word import Changed
    from citelint.mend import Wanted, mend

    def among(_: FileResult, offer: Offer) -> bool:
        return look.shows(offer.finding) and (result.chosen is None or offer.finding.note in result.chosen)

    return mend(data, "annotated.docx", config, Wanted(among), manner=Changed(author))


def _told(annotated: Annotated) -> str:
    from citelint.report.layout.words import counted

    parts: Sequence[tuple[int, str]] = (
        (annotated.there, "there already"),
        (annotated.renewed, "of an earlier round taken out"),
        (annotated.over, "too many for comments"),
    )
    return ", ".join([counted(annotated.made, "comment"), *(f"{number:,} {what}" for number, what in parts if number)])
