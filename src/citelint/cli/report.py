"""`citelint report`: for each paper a page and a workbook, and a list of the papers of a folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import click

from citelint.cli import stream
from citelint.cli.asked import narrowing
from citelint.cli.check import findings_code
from citelint.cli.configured import configured
from citelint.cli.deliver import deliver
from citelint.cli.options import (
    SETTINGS,
    choosing_options,
    failing_options,
    look_of,
    reading_options,
    showing_options,
)
from citelint.cli.outputs import informed
from citelint.cli.papers import Folder
from citelint.cli.standing import standing, standing_options, verify_standing
from citelint.cli.targets import Refused
from citelint.cli.work import do, exit_code, job_of


@click.command("report", context_settings=SETTINGS, short_help="Write a page and a workbook for each paper.")
@reading_options
@click.option(
    "-o",
    "--output",
    "folder",
    required=True,
    metavar="DIR",
    envvar="CITELINT_REPORT_OUTPUT",
    help="The folder to write to; it is made where there is none.",
)
@click.option("--force", is_flag=True, help="Replace pages and lists that exist; a workbook is never replaced.")
@click.option("--merge", metavar="OLD", help="Carry editors' columns over: from a workbook, or an earlier folder.")
@click.option("--anonymous", is_flag=True, help="Number the papers, and leave their names out.")
@choosing_options
@failing_options
@standing_options
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Check papers, and write for each a web page (NAME.html) and a cite-check workbook (NAME.xlsx).

    A paper that is a Word file gets a copy with a comment for each finding (NAME.citelint.docx) too.

    Of several papers, or of a folder, class.csv has a row each: what was counted, errors by family, what to look at
    first, or why a paper could not be read.
    """
    from citelint.pipeline import check
    from citelint.report.files import MissingLibrary
    from citelint.report.layout.totals import closing
    from citelint.report.layout.words import counted

    folder = Folder(
        options["folder"], tuple(options["paths"]), options["force"], options["merge"], options["anonymous"]
    )
    settings = configured(ctx, options, verify_standing, suggestions=options["suggestions"])
    job = job_of(standing(check, settings, options), settings, options | {"notes": None}, folder.refuse)
    run = informed(do(job), settings)
    look = look_of(
        options,
        fixable=True,
        paths=tuple(options["paths"]),
        narrowing=narrowing(options),
        known_as=f"in {options['since']} already" if options["since"] else "in the baseline",
        **settings.shown,
    )
    try:
        files = folder.made(run, replace(look, colour=False, width=80, quiet=False))
    except MissingLibrary as error:
        raise Refused(str(error)) from error
    if files:
        with _folder(folder.path):
            deliver(files, folder.force)
    lines = closing(run, look)
    if lines and files:
        lines.append(f"{counted(len(files), 'file')} written to {folder.path}")
    stream.tell("".join(f"{line}\n" for line in lines))
    ctx.exit(exit_code(run, job) or (0 if options["exit_zero"] else findings_code(run, settings)))


@contextlib.contextmanager
def _folder(path: str) -> Iterator[None]:
    """Make the folder where there is none, and take it away again where nothing could be written into it."""
    made = False
    try:
        if not os.path.isdir(path):
            os.mkdir(path)
            made = True
        yield
    except OSError as error:
        raise stream.CannotWrite(f"{path}: cannot be made: {(error.strerror or 'failed').lower()}") from error
    finally:
        if made:
            # a folder with something in it stays
            with contextlib.suppress(OSError):
                os.rmdir(path)
