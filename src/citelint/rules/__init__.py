"""The rules, one small file each. The folder is the family, and the family is the prefix of the codes."""

from __future__ import annotations

from citelint.lint.discovery import rules_in
from citelint.lint.rule import Rule


def all_rules() -> tuple[Rule, ...]:
    """Give every rule, by code. The first call imports their modules."""
    return rules_in(__name__)
