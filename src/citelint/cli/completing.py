"""What a shell is told when it completes a word: files, words of an option, rules."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from click import ClickException
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from citelint.lint import Rule


def files(begun: str) -> list[CompletionItem]:
    """Have the shell complete the names of files and folders."""
    return [CompletionItem(begun, type="file")]


def words(known: Iterable[str], begun: str) -> list[CompletionItem]:
    """Give those words that begin as a word does."""
    return [CompletionItem(word) for word in known if word.startswith(begun.casefold())]


def rules(begun: str) -> list[CompletionItem]:
    """Give the rules whose code or name begins as a word does, the last of a list with commas.

    House rules are those of the configuration that holds in the working folder; one that is wrong adds none.
    """
    from citelint.cli.configured import Configured
    from citelint.lint import house_rules
    from citelint.rules import all_rules

    houses: tuple[Rule, ...] = ()
    with suppress(ClickException):
        houses = house_rules(Configured().within("").config)
    before, comma, word = begun.rpartition(",")
    found = [(name, rule.name) for rule in (*all_rules(), *houses) for name in (rule.code, rule.name)]
    found += [("default", "the usual rules"), ("all", "every rule")]
    return [
        CompletionItem(f"{before}{comma}{name}", help=told)
        for name, told in found
        if name.casefold().startswith(word.casefold())
    ]
