"""`citelint fix`: show what would mend the findings, or write it."""

from __future__ import annotations

import sys
from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from citelint.cli import stream
from citelint.cli.asked import narrowing, typed
from citelint.cli.check import findings_code
from citelint.cli.configured import Configured, configured
from citelint.cli.fixword import HOW, WordFixer, is_word, word_options
from citelint.cli.inputs import STDIN
from citelint.cli.options import (
    SETTINGS,
    choice,
    choosing_options,
    chosen_notes,
    failing_options,
    look_of,
    reading_options,
    showing_options,
)
from citelint.cli.standing import standing, verify_standing
from citelint.cli.wordtargets import WordTargets
from citelint.cli.work import do, exit_code, job_of
from citelint.config import Config
from citelint.model.run import FileResult
from citelint.report.layout.look import Look

if TYPE_CHECKING:
    from citelint.mend import Wanted
    from citelint.model.diagnostic import Diagnostic
    from citelint.model.mending import Mending, Offer
    from citelint.model.ranges import NoteChoice
    from citelint.pipeline import Done

RENUMBERING = "XRF010"
"""The code of the headline over the numbers of a shift."""


@click.command("fix", context_settings=SETTINGS, short_help="Show what would mend the findings, or write it.")
@reading_options
@click.option("--write", is_flag=True, help="Write the safe fixes to the files.")
@click.option("--all", "everything", is_flag=True, help="With --write: those to review too.")
@click.option("--renumber", is_flag=True, help="Only the numbers that were shifted; --write takes them as one.")
@click.option("--only", type=chosen_notes, metavar="8,12", help="Only what is wrong in these notes.")
@click.option("--force", is_flag=True, help="Write also a file with other names (hard links); replace a new Word file.")
@word_options
@choosing_options
@choice(
    "--format",
    "format",
    words=("full", "diff"),
    default="full",
    show_default=True,
    envvar="CITELINT_FIX_FORMAT",
    help="What is printed: for people, or for patch.",
)
@failing_options
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Show what would mend the findings of files; with --write, write the fixes that are safe.

    A fix is shown or written only if the file, checked again, has that finding no more and no new one. The exit code
    is the one that check gives for the files as they are in the end: 0 with nothing left to find, 1 with findings.
    With --write, standard input (-) is a filter: the new text goes to standard output.

    A Word file stays as it is: a new one gets --track, --accept, --refresh or --link, in this order.
    """
    _refuse_what_does_not_fit(options)
    targets = WordTargets.of(options, is_filter=True)
    settings = configured(ctx, options, verify_standing, suggestions=options["suggestions"])
    fixer = _Fixer(options, settings, targets)
    job = job_of(standing(fixer, settings, options), settings, {**options, "notes": None}, targets.refuse)
    run = do(job)
    fixer.refuse_notes_that_are_not_there()
    _print(fixer, run, fixer.look, options)
    ctx.exit(exit_code(run, job) or (0 if options["exit_zero"] else findings_code(run, settings)))


def _refuse_what_does_not_fit(options: dict[str, Any]) -> None:
    if options["everything"] and options["renumber"]:
        raise click.UsageError("--renumber takes only the numbers of a shift, --all everything: choose one")
    writes = options["write"] or options["word"] is not None
    for name, given in (("--all", options["everything"]), ("--force", options["force"])):
        if given and not writes:
            raise click.UsageError(f"{name} goes with --write: without it all fixes are shown and none is written")
    if options["track"] and options["accept"]:
        raise click.UsageError("--track makes tracked changes, --accept plain text: choose one")
    if options["write"] and STDIN in options["paths"] and len(options["paths"]) > 1:
        raise click.UsageError("--write with - is a filter for one text: name no other path")


@dataclass(frozen=True, slots=True)
class _Narrowed:
    """Which findings of one result may be fixed: all or shifted numbers alone, in some notes or (None) in all."""

    result: FileResult
    renumber: bool
    notes: Container[int | None] | None

    @classmethod
    def of(cls, result: FileResult, renumber: bool, only: NoteChoice | None) -> _Narrowed:
        """Narrow to shifts alone, and to a choice of notes."""
        notes = only.of(result.document) if only is not None and result.document is not None else None
        return cls(result, renumber, notes)

    def takes(self, finding: Diagnostic) -> bool:
        """Tell whether a finding may be fixed."""
        if self.renumber and (finding.group or "").rpartition("-")[0] != RENUMBERING:
            return False
        return self.notes is None or finding.note in self.notes


@dataclass(slots=True)
class _Fixer:
    """The stage of a fix: it mends each file that it is handed, and writes it where that was asked for."""

    options: dict[str, Any]
    settings: Configured
    targets: WordTargets
    mendings: list[Mending] = field(default_factory=list)
    narrowed: _Narrowed | None = None

    @property
    def look(self) -> Look:
        """The look of the report, under the settings that were used so far."""
        return look_of(
            self.options,
            paths=tuple(self.options["paths"]),
            narrowing=narrowing(self.options),
            **self.settings.shown,
        )

    def __call__(self, data: bytes, name: str, config: Config, done: Done) -> FileResult:
        """Mend one file. A file that cannot be written gives a result with `error`."""
        word = WordFixer(self.options, self.targets, self._among)
        if is_word(name):
            fixed = word.fix(data, name, config, done)
            if isinstance(fixed, str):
                return FileResult(path=name, error=fixed)
            if fixed.before.error:
                return fixed.before
            self.mendings.append(fixed)
            return fixed.after if fixed.written else fixed.before
        if word.asked or self.options["word"]:
            told = "--track, --accept, --refresh, --link and -o are for Word files: --write writes the fixes of a text"
            return FileResult(path=name, error=told, foreign=True)
        from citelint.mend import mend

        mending = mend(data, name, config, self._wanted(), done)
        if mending.before.error:
            return mending.before
        if not mending.before.is_lined:
            return replace(mending.before, error="citelint fix writes text files alone: this is none")
        if not self.options["write"]:
            self.mendings.append(mending)
            return mending.before
        if mending.mended != data and STDIN not in self.options["paths"]:
            from citelint.fix.rewrite import CannotRewrite, rewrite

            try:
                rewrite(name, data, mending.mended, self.options["force"])
            except CannotRewrite as error:
                return replace(mending.before, error=str(error))
            mending = replace(mending, written=True)
        self.mendings.append(mending)
        return mending.after

    def _wanted(self) -> Wanted:
        from citelint.mend import Wanted
        from citelint.model.diagnostic import Safety

        cautious = self.options["write"] and not (self.options["everything"] or self.options["renumber"])
        return Wanted(self._among, (Safety.SAFE,) if cautious else (Safety.SAFE, Safety.REVIEW))

    def _among(self, result: FileResult, offer: Offer) -> bool:
        if self.narrowed is None or self.narrowed.result is not result:
            self.narrowed = _Narrowed.of(result, self.options["renumber"], self.options["only"])
        return self.narrowed.takes(offer.finding) and self.look.shows(offer.finding)

    def refuse_notes_that_are_not_there(self) -> None:
        """Raise a usage error where --only names no note of any file."""
        only: NoteChoice | None = self.options["only"]
        documents = [m.before.document for m in self.mendings if m.before.document is not None]
        if only is not None and documents and not any(only.of(document) for document in documents):
            raise click.UsageError(only.absent(documents[0]))


def _print(fixer: _Fixer, run: Any, look: Look, options: dict[str, Any]) -> None:
    """Print what was done. What is for programs goes to standard output alone, and what is for people beside it."""
    from citelint.report.fix import diff, full

    said = full.report(
        fixer.mendings, run, look, full.Asked(options["write"] or options["word"] is not None, _asked(options))
    )
    if options["write"] and options["word"] is None and STDIN in options["paths"]:
        stream.hand_over_bytes(b"".join(mending.mended for mending in fixer.mendings))
        stream.aside(said)
    elif options["format"] == "diff":
        stream.hand_over(diff.report(fixer.mendings, look, escaped=sys.stdout.isatty()))
    else:
        stream.tell(said)


def _asked(options: dict[str, Any]) -> str:
    """Give the options that narrowed what was shown, as they are typed: the next command needs them too."""
    words: list[str] = ["--renumber"] if options["renumber"] else []
    words += [f"--{name}" for name in HOW if options[name]]
    words += ["--safe-only"] if options["safe_only"] else []
    if options["only"] is not None:
        words += ["--only", options["only"].words]
    return typed(words) + narrowing(options)
