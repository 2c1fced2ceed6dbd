"""`citelint resolve`: every reference and the source it means."""

from __future__ import annotations

from typing import Any

import click

from citelint.cli.show import show, show_options


@click.command("resolve", short_help="Show what each reference means.")
@show_options("resolve")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Show every Id., supra, infra and short form, and the full citation it means."""
    from citelint.pipeline import follow

    show(ctx, "resolve", follow, options)
