"""`citelint notes`: what was understood of every note."""

from __future__ import annotations

from typing import Any

import click

from citelint.cli.show import show, show_options


@click.command("notes", short_help="Show what was understood of each note.")
@show_options("notes")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Show every note, its citations and references, their kinds and fields."""
    from citelint.pipeline import understand

    show(ctx, "notes", understand, options)
