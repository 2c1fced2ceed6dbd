"""`citelint completions`: the script by which a shell completes commands, options, rules and file names."""

from __future__ import annotations

import click

from citelint.cli import stream
from citelint.cli.options import SETTINGS

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CITELINT_COMPLETE"


@click.command("completions", context_settings=SETTINGS, short_help="Print the completion script of a shell.")
@click.argument("shell", metavar="|".join(SHELLS))
@click.pass_context
def command(ctx: click.Context, /, shell: str) -> None:
    """Print the script that completes citelint's commands, options and rules in a shell.

    \b
    bash (4.4 or later), in ~/.bashrc:
        eval "$(citelint completions bash)"
    zsh, in ~/.zshrc, after compinit:
        eval "$(citelint completions zsh)"
    fish, once:
        citelint completions fish > ~/.config/fish/completions/citelint.fish
    """
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell) if shell in SHELLS else None
    if kind is None:
        from citelint.config.suggest import did_you_mean

        raise click.UsageError(f"{shell!r} is none of {', '.join(SHELLS)}{did_you_mean(shell, SHELLS)}")
    stream.hand_over(kind(ctx.find_root().command, {}, "citelint", VARIABLE).source() + "\n")
