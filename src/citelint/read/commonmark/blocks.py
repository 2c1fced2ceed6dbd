"""What a Markdown file is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    VERBATIM = "verbatim"


class Piece(NamedTuple):
    """A stretch of the file that belongs to a block: a line or several, without the prefixes of their containers."""

    start: int
    end: int


@dataclass(slots=True)
class Block:
    """A block with text of its own. `level` is that of a heading; `quoted` tells that it stands in a block quote."""

    kind: Kind
    pieces: list[Piece]
    level: int = 0
    quoted: bool = False

    def extend(self, piece: Piece) -> None:
        """Add the next stretch of the file."""
        if self.pieces and self.pieces[-1].end == piece.start:
            piece = Piece(self.pieces.pop().start, piece.end)
        self.pieces.append(piece)

    def trim(self, text: str) -> None:
        """Leave out the line end and the blanks behind the last line; `text` is that of the file."""
        while self.pieces:
            start, end = self.pieces.pop()
            while end > start and text[end - 1] in " \t\r\n":
                end -= 1
            if end > start:
                self.pieces.append(Piece(start, end))
                break


@dataclass(slots=True)
class Definition:
    """A note's definition: its label, where it starts, where the text after the label starts, and its blocks."""

    label: str
    start: int
    text_start: int
    blocks: list[Block] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the definition ends: behind its last word, or behind the label of an empty one."""
        last = self.blocks[-1].pieces if self.blocks else []
        return last[-1].end if last else self.text_start


@dataclass(slots=True)
class Blocks:
    """The blocks of the body, the definitions of notes in order, and the labels of link targets."""

    body: list[Block] = field(default_factory=list)
    notes: list[Definition] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)


def target_label(label: str) -> str:
    """Give the form in which labels of link targets are compared."""
    return " ".join(label.split()).casefold()
