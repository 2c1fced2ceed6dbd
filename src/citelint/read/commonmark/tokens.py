"""The pieces that the characters of one paragraph are cut into."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from citelint.model.source import Typeface


class Role(Enum):
    """What becomes of a token."""

    TEXT = "text"
    """It is printed as it stands."""
    DROP = "drop"
    """It is markup, and not printed."""
    MADE = "made"
    """`Token.value` is printed for it."""
    RUN = "run"
    """A run of asterisks or underscores; what no emphasis takes of it is printed."""
    MARK = "mark"
    """The mark of a note, whose label is `Token.value`."""
    NOTE = "note"
    """It opens an inline note."""


class Token:
    """A stretch of one paragraph's characters.

    `opens` and `closes` tell whether a run may open or close emphasis. `printed` is the stretch of the printed text
    that it became.
    """

    __slots__ = ("closes", "end", "opens", "printed", "role", "start", "value")

    def __init__(self, role: Role, start: int, end: int, value: str = "") -> None:
        self.role = role
        self.start = start
        self.end = end
        self.value = value
        self.opens = False
        self.closes = False
        self.printed = (0, 0)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens, and the typeface of what stands between them."""

    opening: Token
    closing: Token
    typeface: Typeface


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is printed as one: tokens in order, and the pairs among them that set a typeface."""

    tokens: list[Token] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A note written where it is called: the tokens that open and close it, and what stands between."""

    opening: Token
    closing: Token
    inside: Tokens = field(default_factory=Tokens)


@dataclass(frozen=True, slots=True)
class Scanned:
    """A paragraph cut up. Of an inline note the opening and closing tokens stay among those of the paragraph."""

    outside: Tokens
    notes: dict[Token, InlineNote]
