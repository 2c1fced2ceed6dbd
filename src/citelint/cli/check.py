"""`citelint check`: lint files, and say what is wrong with their citations."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import click

from citelint.cli import stream
from citelint.cli.asked import narrowing
from citelint.cli.configured import Configured, configured
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
from citelint.cli.outputs import informed, output_options, outputs_of, write
from citelint.cli.sharing import sharing_of, sharing_options
from citelint.cli.standing import standing, standing_options, verify_standing
from citelint.cli.targets import written_to_file
from citelint.cli.work import do, exit_code, job_of
from citelint.model.run import Run
from citelint.report import formats, needs_document, reporter
from citelint.report.layout.look import Look

FOR_PEOPLE = ("full", "concise", "plain")


@click.command("check", context_settings=SETTINGS, short_help="Lint citations (the default command).")
@reading_options
@choosing_options
@click.option("--notes", "notes", type=chosen_notes, metavar="1-20,35", help="Report on these notes alone.")
@choice(
    "--format",
    "format",
    words=formats(),
    elsewhere=written_to_file,
    default="full",
    show_default=True,
    help="What is printed.",
)
@failing_options
@click.option("--expand", is_flag=True, help="Tell every finding in full, with its evidence.")
@click.option("--statistics", is_flag=True, help="Print a line for each rule with its count.")
@output_options
@standing_options
@sharing_options
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Lint the footnotes of files, of the files in folders, or of standard input (-)."""
    name = options["format"]
    told = ctx.get_parameter_source("format") is not click.core.ParameterSource.DEFAULT
    if not told and os.environ.get("ACCESSIBLE", "0") not in ("", "0"):
        name = "plain"
    if options["statistics"] and name not in FOR_PEOPLE:
        raise click.UsageError(f"--statistics is for people: it goes with --format {', '.join(FOR_PEOPLE)}")
    outputs = outputs_of(options)
    from citelint.pipeline import check

    settings = configured(ctx, options, verify_standing, suggestions=options["suggestions"])
    whole = options["notes"] is not None or any(needs_document(target.format) for target in outputs.targets)
    job = job_of(standing(check, settings, options), settings, options, outputs.refuse, sharing_of(options, whole))
    closing_alone = bool(outputs.targets) and not told
    run = do(replace(job, told=name in FOR_PEOPLE and not closing_alone and not options["statistics"]))
    if outputs.targets or name not in FOR_PEOPLE:
        run = informed(run, settings)
    look = look_of(
        options,
        expand=options["expand"],
        fixable=True,
        paths=tuple(options["paths"]),
        narrowing=narrowing(options),
        known_as=f"in {options['since']} already" if options["since"] else "in the baseline",
        summed=bool(os.environ.get("GITHUB_STEP_SUMMARY")),
        **settings.shown,
    )
    if outputs.targets:
        write(run, look, outputs)
    render = _statistics if options["statistics"] else _closing if closing_alone else reporter(name)
    (stream.tell if name in FOR_PEOPLE else stream.hand_over)(render(run, look))
    if name == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        _add_summary(run, summary)
    ctx.exit(exit_code(run, job) or (0 if options["exit_zero"] else findings_code(run, settings)))


def findings_code(run: Run, settings: Configured) -> int:
    """Give 1 where a finding is at least as grave as the settings of its file say, else 0."""
    for result in run.files:
        grave = settings.of(result.path).config.fail_on if result.diagnostics else None
        if grave and any(d.severity.rank <= grave.rank for d in result.diagnostics if not d.is_headline):
            return 1
    return 0


def _add_summary(run: Run, path: str) -> None:
    """Add to the summary of the step that GitHub shows; it is no part of the job, so that it fails changes no code."""
    from citelint.report.github import summary

    try:
        with open(path, "ab") as file:
            file.write(summary(run).encode("utf-8", "backslashreplace"))
    except OSError as error:
        stream.complain(f"the step's summary could not be written: {error.strerror}")


def _statistics(run: Run, look: Look) -> str:
    from citelint.report.layout.statistics import report

    return report(run, look)


def _closing(run: Run, look: Look) -> str:
    from citelint.report.layout.totals import closing

    return "".join(f"{line}\n" for line in closing(run, look))
