"""What `notes` and `resolve` have in common: read, and show what was understood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from citelint.cli import stream
from citelint.cli.configured import configured
from citelint.cli.options import Command, choice, chosen_notes, look_of, reading_options, showing_options
from citelint.cli.work import do, exit_code, job_of
from citelint.many.task import Stage
from citelint.report import formats, reporter


def show_options(name: str) -> Callable[[Command], Command]:
    """Add the options of the command `name` that shows what was understood."""

    def add(command: Command) -> Command:
        command = showing_options(command)
        command = choice(
            "--format",
            "format",
            words=formats(name),
            default="table",
            show_default=True,
            envvar=f"CITELINT_{name.upper()}_FORMAT",
            help="What is printed.",
        )(command)
        command = click.option(
            "--note", "--notes", "notes", type=chosen_notes, metavar="1-20,35", help="Show these notes alone, in full."
        )(command)
        return reading_options(command)

    return add


def show(ctx: click.Context, name: str, stage: Stage, options: dict[str, Any]) -> None:
    """Take the inputs through `stage` and print the result in a format of the command `name`."""
    job = job_of(stage, configured(ctx, options), options)
    run = do(job)
    text = reporter(options["format"], name)(run, look_of(options))
    (stream.tell if options["format"] == "table" else stream.hand_over)(text)
    ctx.exit(exit_code(run, job))
