"""Options that several commands share, and what becomes of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import click

from citelint.model.ranges import NoteChoice
from citelint.report.layout.look import Look

SETTINGS: dict[str, Any] = {"auto_envvar_prefix": "CITELINT", "help_option_names": ["-h", "--help"]}
"""Context settings of every command: each option can be set by CITELINT_ and its name."""

Command = Callable[..., None]


def choice(
    *names: str, words: Iterable[str], elsewhere: Callable[[str], str] = str, **more: Any
) -> Callable[[Command], Command]:
    """Give an option that takes one of `words`, and says which is meant where one is mistyped.

    `elsewhere` may tell where a word that is not taken belongs: it gives a sentence, or the word as it is.
    """
    known = tuple(words)

    def convert(value: str) -> str:
        if value.casefold() in known:
            return value.casefold()
        if (told := elsewhere(value)) != value:
            raise click.BadParameter(told)
        from citelint.config.suggest import did_you_mean

        raise click.BadParameter(f"{value!r} is none of {', '.join(known)}{did_you_mean(value, known)}")

    return click.option(*names, type=convert, metavar="|".join(known), shell_complete=one_of(known), **more)


def one_of(known: tuple[str, ...]) -> Callable[[click.Context, click.Parameter, str], Any]:
    """Give what completes one of some words in a shell."""

    def complete(ctx: click.Context, parameter: click.Parameter, begun: str) -> Any:
        from citelint.cli import completing

        return completing.words(known, begun)

    return complete


def files(ctx: click.Context, parameter: click.Parameter, begun: str) -> Any:
    """Complete the name of a file in a shell."""
    from citelint.cli import completing

    return completing.files(begun)


def rules(ctx: click.Context, parameter: click.Parameter, begun: str) -> Any:
    """Complete the code or name of a rule in a shell."""
    from citelint.cli import completing

    return completing.rules(begun)


def chosen_notes(value: str) -> NoteChoice:
    """Read the value of --notes."""
    try:
        return NoteChoice.parse(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def reading_options(command: Command) -> Command:
    """Add what tells how inputs are found and read."""
    return _all(
        command,
        click.argument("paths", nargs=-1, metavar="[PATH...|-]", shell_complete=files),
        click.option(
            "--stdin-filename", metavar="NAME", help="What standard input is called; its suffix tells the format."
        ),
        click.option("--encoding", metavar="NAME", help="The encoding of text files (default: found out)."),
        choice(
            "--markdown-dialect",
            words=("gfm", "pandoc"),
            default="gfm",
            help="What a repeated mark means: the same note (gfm) or a new one (pandoc).",
        ),
        choice(
            "--view",
            words=("final", "original"),
            default="final",
            help="Tracked changes of a Word file: accepted (final) or rejected (original).",
        ),
        click.option("--exclude", multiple=True, metavar="GLOB", help="Leave files out when folders are walked."),
        click.option("--force-exclude", is_flag=True, help="Leave excluded files out also where they are named."),
        click.option("--first-note", type=click.IntRange(1), metavar="N", help="An excerpt: its first note is N."),
        click.option("--last-note", type=click.IntRange(1), metavar="N", help="An excerpt: its last note is N."),
        choice("--edition", words=("20", "21", "22"), default="21", help="The edition of the Bluebook."),
        choice("--style", words=("academic", "practitioner"), default="academic", help="Which of its styles."),
        click.option("--allow-empty", is_flag=True, help="A file without notes is no error."),
        click.option(
            "--config",
            metavar="FILE",
            shell_complete=files,
            help="Take this configuration, whatever stands beside the files.",
        ),
        click.option("--isolated", is_flag=True, help="Take no file of configuration."),
    )


def choosing_options(command: Command) -> Command:
    """Add what tells which rules are applied."""
    return _all(
        command,
        click.option(
            "--select",
            multiple=True,
            metavar="RULES",
            shell_complete=rules,
            help="Rules to apply: codes, prefixes, names; default is a set.",
        ),
        click.option("--ignore", multiple=True, metavar="RULES", shell_complete=rules, help="Rules to leave out."),
        click.option(
            "--extend-select", multiple=True, metavar="RULES", shell_complete=rules, help="Rules to apply as well."
        ),
        click.option("--suggestions", is_flag=True, help="Show suggestions too."),
    )


def failing_options(command: Command) -> Command:
    """Add what tells which findings make the exit code 1."""
    return _all(
        command,
        choice(
            "--fail-on",
            words=("error", "warning", "suggestion", "never"),
            default="warning",
            show_default=True,
            help="The mildest finding that makes the exit code 1.",
        ),
        click.option("--exit-zero", is_flag=True, help="Exit 0 also with findings."),
    )


def showing_options(command: Command) -> Command:
    """Add what tells how results are shown."""
    return _all(
        command,
        choice("--color", words=("auto", "always", "never"), default="auto", help="Colour (NO_COLOR is heeded)."),
        click.option("--ascii", is_flag=True, help="Print ASCII alone."),
        click.option("-q", "--quiet", is_flag=True, help="Leave out the closing lines."),
        click.option("-v", "--verbose", is_flag=True, help="Tell what was read, and how long each stage took."),
    )


def _all(command: Command, *decorators: Callable[[Command], Command]) -> Command:
    for decorator in reversed(decorators):
        command = decorator(command)
    return command


def words_of(values: Iterable[str]) -> tuple[str, ...]:
    """Split option values at commas and blanks."""
    return tuple(word for value in values for word in value.replace(",", " ").split())


@dataclass(frozen=True, slots=True)
class Terminal:
    """What standard output can show."""

    width: int
    colour: bool


def terminal(color: str) -> Terminal:
    """Find out what standard output can show; `color` is the value of --color."""
    is_terminal = sys.stdout.isatty()
    if color == "auto":
        forced = os.environ.get("FORCE_COLOR", "0") not in ("", "0")
        refused = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
        colour = (forced or is_terminal) and not refused
    else:
        colour = color == "always"
    return Terminal(_width(is_terminal), colour)


def _width(is_terminal: bool) -> int:
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit() and int(told):
        return min(max(int(told), 40), 200)
    if is_terminal:
        try:
            return min(max(os.get_terminal_size(sys.stdout.fileno()).columns, 40), 80)
        except (OSError, ValueError):
            return 80
    return 80


def look_of(options: dict[str, Any], **more: Any) -> Look:
    """Make the look of a report from the options of a command."""
    shown = terminal(options["color"])
    return Look(width=shown.width, colour=shown.colour, ascii=options["ascii"], quiet=options["quiet"], **more)
