"""The command `citelint`: finds the subcommand, and turns whatever happens into an exit code.

0 nothing found, 1 findings, 2 the job could not be done in full, 3 a bug in citelint, 130 interrupted. A closed pipe
is quiet and changes no code: what was found does not depend on how much of it was read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from citelint import __version__
from citelint.__main__ import INTERRUPTED
from citelint.cli import stream

COMMANDS = (
    *("check", "fix", "annotate", "report", "stet", "baseline", "resolve", "notes", "explain", "rules"),
    *("init", "config", "completions"),
)
"""Each is a module of this package with a `command`, imported when it is called."""


class Commands(click.Group):
    """The subcommands, and `check` where none is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name, or give None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"citelint.cli.{cmd_name}").command
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Complete a command, or the file that `check` is to read."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        # bash forgets what came before a file
        return found if incomplete.startswith("-") else [CompletionItem(incomplete, type="file"), *found]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before arguments that name no command."""
        if args and args[0] not in (*COMMANDS, "--help", "-h", "--version"):
            self._refuse_mistyped_command(args[0])
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def _refuse_mistyped_command(self, word: str) -> None:
        """Raise a usage error for a first word that is no path and near a command: it was meant as one."""
        if not word.isalpha() or os.path.lexists(word):
            return
        from citelint.config.suggest import did_you_mean

        if hint := did_you_mean(word, COMMANDS):
            raise click.UsageError(f"{word}: no such command, and no such file or folder{hint}")

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run the command line and leave the process with its exit code."""
        stream.prepare()
        try:
            code = super().main(
                args, prog_name or "citelint", complete_var, False, windows_expand_args=windows_expand_args, **extra
            )
            stream.flush()
        except click.UsageError as error:
            stream.complain(_usage(error))
            code = 2
        except click.ClickException as error:
            for line in getattr(error, "lines", (error.format_message(),)):
                stream.complain(line)
            code = error.exit_code
        except stream.CannotWrite as error:
            stream.complain(str(error))
            code = 2
        except (click.Abort, KeyboardInterrupt):
            stream.complain("interrupted")
            code = INTERRUPTED
        except Exception as error:
            code = _failed(error)
        sys.exit(code if isinstance(code, int) else 0)


def _option_meant(error: click.NoSuchOption) -> str:
    """Give ": did you mean --X?", of the command or of `citelint` itself; click looks at the command alone."""
    from citelint.config.suggest import did_you_mean

    context, known = error.ctx, []
    while context is not None:
        known += [name for parameter in context.command.get_params(context) for name in parameter.opts]
        context = context.parent
    return did_you_mean(error.option_name, (name for name in known if name.startswith("--")))


def _failed(error: Exception) -> int:
    """Tell of an error that nothing took care of, and give the exit code."""
    if isinstance(error, OSError) and _is_of_help(error):
        stream.complain(stream.refused(error))
        return 2
    from citelint.cli.bug import report_bug

    return report_bug(error)


def _is_of_help(error: OSError) -> bool:
    """Tell whether click failed at printing, which it does for the help and the version."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    return frame is not None and frame.tb_frame.f_globals.get("__name__") == "click.utils"


def _usage(error: click.UsageError) -> str:
    message = " ".join(error.format_message().split()).rstrip(".")
    if isinstance(error, click.NoSuchOption) and error.option_name.startswith("--"):
        message = f"no such option: {error.option_name}{_option_meant(error)}"
    where = error.ctx.command_path if error.ctx else "citelint"
    return f"{message} (see: {where} --help)"


@click.group(
    "citelint",
    cls=Commands,
    invoke_without_command=True,
    context_settings={"auto_envvar_prefix": "CITELINT", "help_option_names": ["-h", "--help"]},
    epilog="Without a command, check: `citelint essay.docx`. Exit codes: 0 nothing found, 1 findings, "
    "2 the job could not be done in full, 3 a bug in citelint.",
)
@click.version_option(__version__, prog_name="citelint", message="%(prog)s %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Lint legal citations: every Id., supra, infra, hereinafter and short form in an essay's footnotes."""
    if ctx.invoked_subcommand is None:
        # a job whose list of files came out empty must not pass
        click.echo(ctx.get_help())
        ctx.exit(2)


def run() -> NoReturn:
    """Run `citelint` with the arguments of the process."""
    commands.main()
