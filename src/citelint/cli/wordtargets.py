"""Where new Word files are written, and in whose name: the options of the commands that make them."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from citelint.cli.inputs import STDIN
from citelint.cli.options import Command
from citelint.cli.targets import Target, refuse_unwritable
from citelint.report.layout.totals import SAME

if TYPE_CHECKING:
    from citelint.model.run import FileResult
    from citelint.wordfile import Author

WORD = ".docx"


def beside(path: str) -> str:
    """Give the path of the new file beside a Word file: NAME.citelint.docx. Walks over folders leave such files out."""
    stem = path[: -len(WORD)] if path.lower().endswith(WORD) else path
    return f"{stem}.citelint{WORD}"


def word_file(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Read the path of a new Word file. Raises a usage error for another suffix."""
    if value is not None and not value.lower().endswith(WORD):
        raise click.BadParameter(f"{value!r} does not end in {WORD}: a new Word file is made")
    return value


def word_output_options(command: Command) -> Command:
    """Add what tells where a new Word file goes."""
    for option in (
        click.option("--force", is_flag=True, help="Replace a file of that name."),
        click.option("--write", is_flag=True, help="Write NAME.citelint.docx beside each file."),
        click.option(
            "-o", "--output", "word", callback=word_file, metavar="FILE", help="Write this new Word file instead."
        ),
    ):
        command = option(command)
    return command


def author_options(command: Command) -> Command:
    """Add what tells in whose name comments and changes are made."""
    command = click.option("--initials", metavar="XY", help="Initials of the author (default: cl).")(command)
    return click.option("--author", metavar="NAME", default="citelint", show_default=True, help="Whose they are.")(
        command
    )


@dataclass(frozen=True, slots=True)
class WordTargets:
    """Where the new files go: to `output`, or beside their originals. `writes` tells whether any is written."""

    paths: Sequence[str]
    output: str | None
    writes: bool
    force: bool
    author: Author

    @classmethod
    def of(cls, options: dict[str, Any], is_filter: bool = False) -> WordTargets:
        """Give what the options say. Raises a usage error.

        `is_filter` says that text from standard input may be handed on to standard output.
        """
        from citelint.wordfile import Author

        output = options["word"]
        writes = options["write"] or output is not None
        paths = options["paths"]
        if output is not None and (len(paths) > 1 or any(os.path.isdir(path) for path in paths)):
            raise click.UsageError("-o names one new file: name one Word file, or give --write for files beside them")
        if options["force"] and not writes:
            raise click.UsageError("--force goes with -o or --write: without them nothing is written")
        if writes and output is None and STDIN in paths and not is_filter:
            raise click.UsageError("--write has no place beside standard input: name the new file with -o FILE")
        name = options["author"]
        initials = options["initials"]
        if initials is None:
            initials = "cl" if name == "citelint" else "".join(word[0] for word in name.split()).upper()[:9]
        return cls(paths, output, writes, options["force"], Author.of(name, initials))

    def path(self, path: str) -> str:
        """Give where the new file of an input goes."""
        return self.output or beside(path)

    def refuse(self, inputs: Sequence[str]) -> None:
        """Raise `citelint.cli.targets.Refused` for a place that must not or cannot be written."""
        if not self.writes:
            return
        paths = [self.output] if self.output else [beside(p) for p in inputs if p.lower().endswith(WORD)]
        refuse_unwritable([Target("docx", path) for path in paths], inputs, self.force)

    def asked(self, files: Sequence[FileResult]) -> str:
        """Give the path to type for the same again: that of the one file, or `SAME` for several."""
        return shlex.quote(files[0].path) if len(files) == 1 else SAME
