"""The words of a configuration that are to name rules, held against the rules that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from citelint.cli.configured import WrongConfiguration
from citelint.config.trouble import Fault

if TYPE_CHECKING:
    from citelint.config.layers import Settings
    from citelint.config.load import Loaded
    from citelint.lint import Rule


def verify_rules(loaded: Loaded | None, found: Settings) -> None:
    """Look at everything that is to name a rule, and at house rules.

    Raises WrongConfiguration with all that is wrong in the file, and UsageError for an option, or where no rule is
    left to be applied.
    """
    from citelint.lint import UnknownRule, house_rules, select
    from citelint.rules import all_rules

    ours = all_rules()
    if loaded is not None:
        faults = [*_clashes(loaded, ours), *_unknown(loaded, (*ours, *house_rules(found.config)))]
        if faults:
            raise WrongConfiguration(sorted(faults))
    try:
        chosen = select((*ours, *house_rules(found.config)), found.config)
    except UnknownRule as error:
        raise click.UsageError(str(error)) from error
    if not chosen:
        raise click.UsageError("nothing to check: the selection leaves no rule")


def _unknown(loaded: Loaded, rules: tuple[Rule, ...]) -> list[Fault]:
    from citelint.lint import UnknownRule, named

    faults = []
    for word in loaded.rule_words:
        try:
            named(rules, word.word)
        except UnknownRule as error:
            meant = f": did you mean {error.suggestion}?" if error.suggestion else ""
            faults.append(Fault(loaded.shown, word.line, f'{word.key}: no rule is called "{word.word}"{meant}'))
    return faults


def _clashes(loaded: Loaded, ours: tuple[Rule, ...]) -> list[Fault]:
    """Give what is wrong with the names of house rules: one code, and one name, mean one thing."""
    families = {rule.family for rule in ours} | {"ALL"}
    names = {rule.name for rule in ours}
    faults = []
    for house in loaded.house:
        family = house.code.rstrip("0123456789")
        if family in families:
            told = f"house: code: the family {family} is citelint's own: take another, like HOU{house.code[-3:]}"
            faults.append(Fault(house.file, house.line, told))
        if house.name in names:
            faults.append(Fault(house.file, house.line, f"house: name: {house.name} is a rule of citelint's own"))
    return faults
