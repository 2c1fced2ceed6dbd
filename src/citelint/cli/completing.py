"""What a shell is told when it completes a word: files, words of an option, rules."""

from __future__ import annotations

from collections.abc import Iterable

from click.shell_completion import CompletionItem


def files(begun: str) -> list[CompletionItem]:
    """Have the shell complete the names of files and folders."""
    return [CompletionItem(begun, type="file")]


def words(known: Iterable[str], begun: str) -> list[CompletionItem]:
    """Give those words that begin as a word does."""
    return [CompletionItem(word) for word in known if word.startswith(begun.casefold())]


def rules(begun: str) -> list[CompletionItem]:
    """Give the rules whose code or name begins as a word does, the last of a list with commas."""
    from citelint.rules import all_rules

    before, comma, word = begun.rpartition(",")
    found = [(name, rule.name) for rule in all_rules() for name in (rule.code, rule.name)]
    found += [("default", "the usual rules"), ("all", "every rule")]
    return [
        CompletionItem(f"{before}{comma}{name}", help=told)
        for name, told in found
        if name.casefold().startswith(word.casefold())
    ]
