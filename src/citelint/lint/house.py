"""House rules as rules: what a pattern of the user's own was found at is reported like anything else.

The patterns are not run here. `citelint.house` runs them where they can do no harm, before the rules run.
"""

from __future__ import annotations

from functools import cache

from citelint.config import Config, House
from citelint.lint.context import Context
from citelint.lint.discovery import rules_in
from citelint.lint.report import Report, Reports
from citelint.lint.rule import Rule
from citelint.lint.selection import select
from citelint.model.document import Note


def house_rules(config: Config) -> tuple[Rule, ...]:
    """Give a rule for each house rule of the settings, in their order."""
    return tuple(map(_rule, config.house))


def chosen_houses(config: Config) -> tuple[House, ...]:
    """Give those house rules that the selection leaves: the others need not be looked for."""
    chosen = {rule.code for rule in select((*rules_in(), *house_rules(config)), config)}
    return tuple(house for house in config.house if house.code in chosen)


@cache
def _rule(house: House) -> Rule:
    def check(note: Note, context: Context) -> Reports:
        for span in context.house.get((house.code, note.ordinal), ()):
            yield Report(span, house.message, hint=house.hint, why=house.rule)

    written = f", by {house.rule}" if house.rule else ""
    check.__doc__ = f"{house.message}\n\nA rule of the house ({house.where}{written}). It looks for {house.pattern}"
    return Rule(
        code=house.code,
        name=house.name,
        check=check,
        takes=(Note,),
        severity=house.severity,
        bluebook="",
        indigo="",
        default=True,
        editions=(20, 21, 22),
        over=(),
        selectable=True,
        examples=(),
    )
