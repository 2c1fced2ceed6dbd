"""What rules are made with, and what runs them. A rule imports everything it needs from here and from the model."""

from citelint.lint.context import Context
from citelint.lint.discovery import rules_in
from citelint.lint.engine import Linted, lint, lint_all
from citelint.lint.examples import Bad, Example, Good
from citelint.lint.house import chosen_houses, house_rules
from citelint.lint.pattern import Pattern
from citelint.lint.report import Findings, Report, Reports, change, review, safe
from citelint.lint.rule import Rule, rule
from citelint.lint.selection import UnknownRule, find_rule, named, select, severity_of

__all__ = [
    "Bad",
    "Context",
    "Example",
    "Findings",
    "Good",
    "Linted",
    "Pattern",
    "Report",
    "Reports",
    "Rule",
    "UnknownRule",
    "change",
    "chosen_houses",
    "find_rule",
    "house_rules",
    "lint",
    "lint_all",
    "named",
    "review",
    "rule",
    "rules_in",
    "safe",
    "select",
    "severity_of",
]
