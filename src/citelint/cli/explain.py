"""`citelint explain`: a rule's page, or everything that was found in one note."""

from __future__ import annotations

from typing import Any

import click

from citelint.cli import stream
from citelint.cli.configured import configured
from citelint.cli.options import SETTINGS, chosen_notes, look_of, reading_options, rules, showing_options

NOTE = "note:"


@click.command("explain", context_settings=SETTINGS, short_help="Explain a rule, or what was found in a note.")
@click.argument("what", metavar="RULE|note:N", shell_complete=rules)
@reading_options
@showing_options
@click.pass_context
def command(ctx: click.Context, /, what: str, **options: Any) -> None:
    """Explain a rule by its code or name, or list the rules whose codes begin so; or, as note:12 with a path, tell a
    note's findings in full.

    House rules are those of the configuration that holds in this folder.
    """
    if what.startswith(NOTE):
        _explain_note(ctx, what, options)
    elif options["paths"]:
        raise click.UsageError(
            f"a rule is explained without a path; a note with one: citelint explain note:12 {options['paths'][0]}"
        )
    else:
        _explain_rule(ctx, what, options)


def _explain_rule(ctx: click.Context, name: str, options: dict[str, Any]) -> None:
    from citelint.cli.rulepage import family_page, page
    from citelint.lint import UnknownRule, house_rules
    from citelint.lint.selection import rules_meant
    from citelint.rules import all_rules

    try:
        meant = rules_meant(all_rules(), name)
    except UnknownRule:
        # only now the configuration is read: one that is wrong keeps nobody from reading of our own rules
        houses = house_rules(configured(ctx, options).within("").config)
        try:
            meant = rules_meant((*all_rules(), *houses), name)
        except UnknownRule as error:
            raise click.UsageError(str(error)) from error
    look = look_of(options)
    stream.tell(page(meant[0], look) if len(meant) == 1 else family_page(meant, look))


def _explain_note(ctx: click.Context, what: str, options: dict[str, Any]) -> None:
    from citelint.cli.standing import Standing, verify_standing
    from citelint.cli.work import do, exit_code, job_of
    from citelint.pipeline import check
    from citelint.report.explain.note import report

    if not options["paths"]:
        raise click.UsageError(f"name the file too: citelint explain {what} PATH")
    options["notes"] = chosen_notes(what.removeprefix(NOTE))
    settings = configured(ctx, options, verify_standing, suggestions=True)
    job = job_of(Standing(check), settings, options)
    run = do(job)
    stream.tell(report(run, look_of(options, expand=True, suggestions=True)))
    ctx.exit(exit_code(run, job))
