"""The pieces that the characters of one paragraph are cut into."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from citelint.model.source import Typeface


class Role(Enum):
    """What becomes of a token. What is in no token is printed as it stands."""

    TEXT = "text"
    """It is no markup after all, and printed as it stands."""
    DROP = "drop"
    """It is markup, and not printed."""
    MADE = "made"
    """`Token.value` is printed for it."""
    RUN = "run"
    """A run of asterisks or underscores; what no emphasis takes of it is printed."""
    MARK = "mark"
    """The mark of a note, whose label is `Token.value`. It is printed as it stands."""
    NOTE = "note"
    """It opens an inline note. Its sign is printed, and behind it that of its end."""


class Token:
    """A stretch of one paragraph's characters that is markup, or may be.

    `printed` is the stretch of the printed text that it became.
    """

    __slots__ = ("end", "printed", "role", "start", "value")

    def __init__(self, role: Role, start: int, end: int, value: str = "") -> None:
        self.role = role
        self.start = start
        self.end = end
        self.value = value
        self.printed = (0, 0)


class Run(Token):
    """A run of asterisks or underscores.

    `opens` and `closes` tell whether it may open or close emphasis, `left` and `right` how many of its signs at
    either end have done so.
    """

    __slots__ = ("closes", "left", "opens", "right")

    def __init__(self, start: int, end: int, opens: bool, closes: bool) -> None:
        super().__init__(Role.RUN, start, end)
        self.opens = opens
        self.closes = closes
        self.left = self.right = 0

    @property
    def rest(self) -> int:
        """How many signs no emphasis has taken."""
        return self.end - self.start - self.left - self.right


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens, and the typeface of what stands between them."""

    opening: Token
    closing: Token
    typeface: Typeface


@dataclass(frozen=True, slots=True)
class Tokens:
    """What is printed as one: characters `start` to `end`, the tokens among them in order, and the pairs of these."""

    start: int
    end: int
    tokens: list[Token] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A note written where it is called: the tokens that open and close it, and what stands between."""

    opening: Token
    closing: Token
    inside: Tokens


@dataclass(frozen=True, slots=True)
class Scanned:
    """A paragraph cut up: what is outside of inline notes, and these by the tokens that open them."""

    outside: Tokens
    notes: dict[Token, InlineNote]
