"""What a value of the configuration may be: how it is read, what is said of a wrong one, and its JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from citelint.config.encodings import UnknownEncoding, encoding_named
from citelint.config.places import Path
from citelint.config.suggest import did_you_mean

Schema = dict[str, Any]


class Wrong(Exception):
    """A value that is not what was expected. `at` leads from the value to the part of it that is wrong."""

    def __init__(self, message: str, at: Path = ()) -> None:
        super().__init__(message)
        self.at = at


class Shape(Protocol):
    """What a value may be."""

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        ...

    def take(self, value: object) -> Any:
        """Give the value as it is kept. Raises Wrong, with what was expected, for one that is not of this shape."""
        ...


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words or numbers."""

    values: tuple[str | int, ...]

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        return {"enum": list(self.values)}

    def take(self, value: object) -> str | int:
        """Give the value. Raises Wrong for another."""
        for known in self.values:
            if value == known and type(value) is type(known):
                return known
        listed = ", ".join(_shown(known) for known in self.values)
        hint = did_you_mean(value, map(str, self.values)) if isinstance(value, str) else ""
        raise Wrong(f"expected one of {listed}, not {_shown(value)}{hint}")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number that is not below `least`."""

    least: int

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        return {"type": "integer", "minimum": self.least}

    def take(self, value: object) -> int:
        """Give the number. Raises Wrong for anything else."""
        if type(value) is not int or value < self.least:
            raise Wrong(f"expected a whole number from {self.least} on, not {_shown(value)}")
        return value


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        return {"type": "boolean"}

    def take(self, value: object) -> bool:
        """Give it. Raises Wrong for anything else."""
        if type(value) is not bool:
            raise Wrong(f"expected true or false, not {_shown(value)}")
        return value


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is not empty. `fits` is a regular expression for all of it, `like` an example."""

    fits: str = ""
    like: str = ""

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        return {"type": "string", "minLength": 1} | ({"pattern": f"^(?:{self.fits})$"} if self.fits else {})

    def take(self, value: object) -> str:
        """Give the text. Raises Wrong for anything else."""
        if not isinstance(value, str) or not value or (self.fits and not re.fullmatch(self.fits, value)):
            raise Wrong(f"expected a text{f' like {_shown(self.like)}' if self.like else ''}, not {_shown(value)}")
        return value


@dataclass(frozen=True, slots=True)
class Encoding:
    """The name of an encoding of text."""

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        return {"type": "string", "minLength": 1}

    def take(self, value: object) -> str:
        """Give the name. Raises Wrong for one that no text file is in."""
        if not isinstance(value, str):
            raise Wrong(f"expected the name of an encoding, not {_shown(value)}")
        try:
            encoding_named(value)
        except UnknownEncoding as error:
            raise Wrong(str(error)) from None
        return value


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of texts; `like` is an example. `rules` says that they are to name rules."""

    like: str
    rules: bool = False

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        return {"type": "array", "items": {"type": "string", "minLength": 1}}

    def take(self, value: object) -> tuple[str, ...]:
        """Give the texts. Raises Wrong for anything else."""
        if not isinstance(value, list):
            raise Wrong(f"expected a list like {self.like}, not {_shown(value)}")
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                raise Wrong(f"expected a list like {self.like}, not {_shown(item)} in it", (index,))
        return tuple(value)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of names that the user chooses, each with a value of one shape. `rules` says that they name rules."""

    of: Shape
    rules: bool = False

    @property
    def schema(self) -> Schema:
        """The JSON Schema of it."""
        return {"type": "object", "additionalProperties": self.of.schema}

    def take(self, value: object) -> Mapping[str, Any]:
        """Give the table. Raises Wrong for anything else."""
        if not isinstance(value, dict):
            raise Wrong(f"expected a table, not {_shown(value)}")
        taken = {}
        for name, item in value.items():
            try:
                taken[name] = self.of.take(item)
            except Wrong as wrong:
                raise Wrong(f"{name}: {wrong}", (name, *wrong.at)) from None
        return taken


def _shown(value: object) -> str:
    """Give a value as one would write it in TOML, clipped, for a message."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value if len(value) <= 40 else value[:39] + "…"}"'
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return str(value)
