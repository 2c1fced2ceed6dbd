"""`citelint rules`: the list of all rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from citelint.cli import stream
from citelint.cli.configured import configured
from citelint.cli.options import SETTINGS, choice, files, look_of, showing_options

if TYPE_CHECKING:
    from citelint.lint import Rule
    from citelint.report.layout.look import Look


@click.command("rules", context_settings=SETTINGS, short_help="List the rules.")
@choice(
    "--format",
    "format",
    words=("text", "json", "md"),
    default="text",
    show_default=True,
    envvar="CITELINT_RULES_FORMAT",
    help="What is printed.",
)
@click.option(
    "--config",
    metavar="FILE",
    shell_complete=files,
    help="List the house rules of this configuration, not of the nearest.",
)
@click.option("--isolated", is_flag=True, help="List no house rules.")
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """List every rule: code, name, severity, whether it is on and has a fix, and the rule of the Bluebook.

    The house rules of the configuration that holds in this folder stand at the end.
    """
    from citelint.lint import house_rules
    from citelint.rules import all_rules

    rules = (*all_rules(), *house_rules(configured(ctx, options).within("").config))
    if options["format"] == "json":
        stream.hand_over(_json(rules))
    elif options["format"] == "md":
        stream.hand_over(_markdown(rules))
    else:
        stream.tell(_text(rules, look_of(options)))


def listed(rules: Sequence[Rule], look: Look) -> list[str]:
    """Give a table of rules for a terminal, families apart. The rule of the Bluebook is in it where it fits."""
    from citelint.report.layout.paint import Paint

    paint = Paint(look.colour)
    head = ("code", "name", "severity", "default", "fix", "Bluebook")
    rows = [
        (rule.code, rule.name, rule.severity.value, _default(rule), "yes" if rule.fixable else "", _book(rule))
        for rule in rules
    ]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) > look.width:
        del widths[-1]
    lines = [paint.faint(_row(head, widths))]
    for index, (rule, row) in enumerate(zip(rules, rows, strict=True)):
        if index and rule.family != rules[index - 1].family:
            lines.append("")
        line = _row(row, widths)
        lines.append(paint.strong(rule.code) + line[len(rule.code) :])
    return lines


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)).rstrip()


def _text(rules: Sequence[Rule], look: Look) -> str:
    lines = listed(rules, look)
    if not look.quiet:
        lines += ["", f"{len(rules)} rules. citelint explain CODE tells more of one."]
    return "".join(f"{line}\n" for line in lines)


def _default(rule: Rule) -> str:
    return "on" if rule.default is True else rule.default or "off"


def _book(rule: Rule) -> str:
    from citelint.cli.rulepage import numbered

    return numbered(rule.bluebook) if rule.bluebook else ""


def _summary(rule: Rule) -> str:
    return " ".join(rule.doc.split("\n\n")[0].split())


def _json(rules: Sequence[Rule]) -> str:
    import json

    listed = [
        {
            "code": rule.code,
            "name": rule.name,
            "family": rule.family,
            "severity": rule.severity.value,
            "default": rule.default,
            "fixable": rule.fixable,
            "bluebook": rule.bluebook,
            "indigo": rule.indigo,
            "editions": list(rule.editions),
            "summary": _summary(rule),
            "doc": rule.doc,
        }
        for rule in rules
    ]
    return json.dumps({"schema": 1, "rules": listed}, ensure_ascii=False, indent=2) + "\n"


def _markdown(rules: Sequence[Rule]) -> str:
    lines = ["| code | name | severity | default | fix | Bluebook | what it says |", "|---|---|---|---|---|---|---|"]
    for rule in rules:
        cells = (
            rule.code,
            rule.name,
            rule.severity.value,
            _default(rule),
            "yes" if rule.fixable else "",
            _book(rule),
            _summary(rule),
        )
        lines.append("| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"
