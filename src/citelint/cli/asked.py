"""The options of a command as they are typed, for the command that is to be typed next."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import Any

_SEVERAL = ("select", "ignore", "extend_select", "exclude")
_USUAL: dict[str, object] = {
    "stdin_filename": None,
    "encoding": None,
    "markdown_dialect": "gfm",
    "view": "final",
    "first_note": None,
    "last_note": None,
    "edition": "21",
    "style": "academic",
    "config": None,
}
"""Options with one value that change what is found, each with the value that need not be typed."""

_FLAGS = ("isolated", "suggestions")


def narrowing(options: dict[str, Any]) -> str:
    """Give the options that decide what is found, each with a blank before it: every command needs them alike."""
    words: list[str] = []
    for name in _SEVERAL:
        words += (word for value in options.get(name, ()) for word in (_flag(name), value))
    for name, usual in _USUAL.items():
        value = options.get(name, usual)
        words += [] if value == usual else [_flag(name), str(value)]
    return typed([*words, *(_flag(name) for name in _FLAGS if options.get(name))])


def typed(words: Iterable[str]) -> str:
    """Give words as they are typed in a shell, each with a blank before it."""
    return "".join(f" {shlex.quote(word)}" for word in words)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"
