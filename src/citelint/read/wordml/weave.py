"""The text of a part while it is made, with the place in the bytes and the look of every piece."""

from __future__ import annotations

from citelint.model.source import Typeface
from citelint.model.word import Bytes, Hidden, Piece
from citelint.read.wordml.properties import Look


class Weave:
    """Text, pieces, hidden words and stretches in a typeface. Places count code points of the text so far."""

    __slots__ = ("_open", "_words", "faces", "hidden", "length", "pieces")

    def __init__(self) -> None:
        self.length = 0
        self.pieces: list[Piece] = []
        self.hidden: list[Hidden] = []
        self.faces: list[tuple[int, int, Typeface]] = []
        self._words: list[str] = []
        self._open: dict[Typeface, int] = {}

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._words)

    def add(self, text: str, piece: Piece, look: Look) -> None:
        """Add the text of one element; the piece begins at the end of the text so far."""
        start, end = self.length, piece.end
        self.length = end
        self._words.append(text)
        self.pieces.append(piece)
        for face in look.faces:
            place = self._open.get(face)
            if place is not None and self.faces[place][1] == start:
                self.faces[place] = (self.faces[place][0], end, face)
            else:
                self._open[face] = len(self.faces)
                self.faces.append((start, end, face))

    def hide(self, text: str, opening: int, closing: int) -> None:
        """Note words that are hidden: they are no text."""
        self.hidden.append(Hidden(self.length, text, Bytes(opening, closing)))

    def end_paragraph(self) -> None:
        """Add the line break that ends a paragraph; a typeface does not lead over it."""
        self._words.append("\n")
        self.length += 1
