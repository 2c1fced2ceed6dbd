"""What a body says of notes: their marks, the bookmarks round them, and the sections that number them."""

from __future__ import annotations

from dataclasses import dataclass, field

from citelint.model.source import Apparatus
from citelint.model.word import Bytes

_NOWHERE = Bytes(0, 0)
LONGEST_MARK = 10
"""The most characters of a custom mark that Word takes."""


@dataclass(slots=True)
class Mark:
    """A mark as the body is read: which note it calls, in which section, and where.

    `custom` is the sign that stands for the number, None for a mark that is numbered; `label` is what the sign is
    called, which is more than itself for a character of a symbol font. `at` and `sign_end` are places in the body's
    text: of the mark, and of the end of its sign.
    """

    apparatus: Apparatus
    id: str
    section: int
    at: int
    element: Bytes
    within: tuple[str, ...]
    change: int | None
    paragraph: int
    custom: str | None = None
    label: str = ""
    sign_end: int = 0
    run: Bytes = _NOWHERE
    end: int = 0

    def take(self, text: str, at: int, label: str | None) -> None:
        """Take the sign of a custom mark from the text behind the reference."""
        words = text.split()
        sign = words[0][:LONGEST_MARK] if words else ""
        self.custom = sign
        self.label = label or sign
        self.sign_end = at + text.find(sign) + len(sign)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its name as written, and the marks that stand in it, as positions in the list of marks."""

    name: str
    first: int
    end: int


@dataclass(slots=True)
class Bookmarks:
    """The bookmarks of a part by name without regard to case.

    `counts` tells how often a name is given. Of two bookmarks of one name the last one counts (MS-OI29500, 2.1.307 d).
    """

    by_name: dict[str, Bookmark] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    _open: dict[str, tuple[str, int]] = field(default_factory=dict)

    def begin(self, id: str, name: str, marks: int) -> None:
        """Begin a bookmark behind so many marks."""
        self._open[id] = (name, marks)

    def end(self, id: str, marks: int) -> None:
        """End a bookmark; one that was not begun is passed over."""
        begun = self._open.pop(id, None)
        if begun is not None:
            key = begun[0].casefold()
            self.by_name[key] = Bookmark(begun[0], begun[1], marks)
            self.counts[key] = self.counts.get(key, 0) + 1
