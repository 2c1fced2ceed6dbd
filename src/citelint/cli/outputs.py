"""The options that say where reports go, and how they get there."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from citelint.cli.options import Command
from citelint.cli.targets import WORD, Refused, Target, refuse_unwritable, target_of

if TYPE_CHECKING:
    from citelint.cli.configured import Configured
    from citelint.lint import Rule
    from citelint.model.run import FileResult, Run
    from citelint.report.layout.look import Look
    from citelint.report.workbook.carried import Carried


@dataclass(frozen=True, slots=True)
class Outputs:
    """What is to be written: the files, whether one that exists may be replaced, and what a new workbook takes over.

    `carried` is what people wrote into the workbook at the path `merge`; `read` are other files that are read.
    """

    targets: tuple[Target, ...] = ()
    force: bool = False
    merge: str | None = None
    carried: Carried | None = None
    read: tuple[str, ...] = ()

    def refuse(self, inputs: Sequence[str]) -> None:
        """Raise `Refused` for what must not or cannot be written when `inputs` are the paths of all that is read."""
        for target in self.targets if inputs else ():
            if target.format == WORD and (len(inputs) > 1 or not inputs[0].lower().endswith(f".{WORD}")):
                raise Refused(f"{target.path}: comments go into a copy of one Word file: name one .docx to check")
        refuse_unwritable(self.targets, [*inputs, *self.read, *([self.merge] if self.merge else [])], self.force)


def output_options(command: Command) -> Command:
    """Add what tells where reports are written."""
    for option in (
        click.option("--merge", metavar="OLD.xlsx", help="Carry the editors' columns of a workbook over into the new."),
        click.option("--force", is_flag=True, help="Replace output files that exist."),
        click.option(
            "-o",
            "--output",
            "output",
            type=target_of,
            multiple=True,
            metavar="FILE",
            help="Write a report; the suffix tells the format, or FORMAT=FILE says it. Any number of times.",
        ),
    ):
        command = option(command)
    return command


def outputs_of(options: dict[str, Any]) -> Outputs:
    """Give what the options say, and read the workbook to merge. Raises a usage error, or `Refused`."""
    read = tuple(path for name in ("baseline", "since") if (path := options.get(name)) is not None)
    outputs = Outputs(tuple(options["output"]), options["force"], options["merge"], read=read)
    if outputs.merge and not any(target.format == "xlsx" for target in outputs.targets):
        raise click.UsageError("--merge carries columns into a workbook: name the new one with -o NEW.xlsx")
    return replace(outputs, carried=carried_over(outputs.merge))


def carried_over(path: str | None) -> Carried | None:
    """Give what people wrote into a workbook, None for None. Raises `Refused`."""
    if path is None:
        return None
    from citelint.report.files import MissingLibrary
    from citelint.report.workbook.carried import NoWorkbook, carried_from

    try:
        return carried_from(path)
    except (MissingLibrary, NoWorkbook) as error:
        raise Refused(str(error)) from error


def informed(run: Run, settings: Configured) -> Run:
    """Give the run with what machines are told beside the findings: the rules, and where paths are counted from.

    House rules are those of all settings that were used; of two with one code the first is told.
    """
    from citelint.lint import house_rules
    from citelint.model.run import RuleText
    from citelint.rules import all_rules

    houses: dict[str, Rule] = {}
    for used in settings.used:
        for rule in house_rules(used.config):
            houses.setdefault(rule.code, rule)
    rules = tuple(
        RuleText(
            rule.code,
            rule.name,
            rule.severity,
            rule.bluebook or "",
            " ".join(rule.doc.split("\n\n")[0].split()),
            rule.doc,
        )
        for rule in (*all_rules(), *houses.values())
    )
    return replace(run, base=repository(os.getcwd()), rules=rules)


def repository(folder: str) -> str | None:
    """Give the root of the repository that an absolute folder is in, or None where it is in none."""
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def write(run: Run, look: Look, outputs: Outputs) -> None:
    """Make all reports, and then write them. Raises `Refused`, or `citelint.cli.stream.CannotWrite` for a full disk."""
    from citelint.cli.deliver import Made, deliver
    from citelint.report.files import MissingLibrary

    look = replace(look, colour=False, width=80, quiet=False)
    try:
        made = [
            Made(target.path, _content(target, run, look, outputs.carried))
            for target in outputs.targets
            if target.format != WORD or _is_word(run)
        ]
    except MissingLibrary as error:
        raise Refused(str(error)) from error
    deliver(made, outputs.force)


def _is_word(run: Run) -> bool:
    """Tell whether there is something to comment on: a file that could not be read was complained of already."""
    return len(run.files) == 1 and run.files[0].source is not None and run.files[0].source.word is not None


def annotated(result: FileResult, look: Look) -> bytes:
    """Give the Word file of a result with a comment for each finding that is shown."""
    from citelint.annotate import annotate
    from citelint.wordfile import Author

    findings = [finding for finding in result.diagnostics if look.shows(finding)]
    return annotate(result, findings, Author.of("citelint", "cl")).data


def _content(target: Target, run: Run, look: Look, carried: Carried | None) -> bytes:
    if target.format == WORD:
        return annotated(run.files[0], look)
    if target.format == "xlsx":
        from citelint.report.files.xlsx import report

        return report(run, look, carried)
    from citelint.report import rendered

    return rendered(target.format, run, look)
