"""Finding rules: every module in a folder of a package of rules holds one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from citelint.lint.rule import Rule

RULES = "citelint.rules"
"""Where our own rules are. A name and no import: rules know what they are made with, and not the other way round."""


@cache
def rules_in(package: str = RULES) -> tuple[Rule, ...]:
    """Give the rules that stand in the folders (families) of a package, by code. Their modules are imported."""
    found: list[Rule] = []
    for family in iter_modules(import_module(package).__path__, f"{package}."):
        if family.ispkg:
            for module in iter_modules(import_module(family.name).__path__, f"{family.name}."):
                names = vars(import_module(module.name))
                found.extend(value for value in names.values() if isinstance(value, Rule))
    return tuple(sorted(found, key=lambda rule: rule.code))
