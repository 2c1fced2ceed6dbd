"""A choice of notes as a person writes it: "1-20,35", "2:12" for note 12 of section 2, "e:ii" for an endnote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citelint.model.document import Document, Note

_ITEM = re.compile(
    r"(?P<end>e:)?(?:(?P<section>\d+):)?(?:(?P<first>\d+)(?:\s*[-–]\s*(?P<last>\d+))?|(?P<label>[^\s\d,:]+))"
)


@dataclass(frozen=True, slots=True)
class _Item:
    endnotes: bool
    section: int | None
    first: int | None
    last: int | None
    label: str | None

    def takes(self, note: Note, main: str) -> bool:
        if note.apparatus != ("endnotes" if self.endnotes else main):
            return False
        if self.section is not None and note.section != self.section:
            return False
        if self.label is not None:
            return note.label == self.label
        return note.number is not None and self.first is not None and self.first <= note.number <= (self.last or 0)


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """Notes that a person chose, by their printed numbers; `words` is the choice as written.

    Without "e:" a number means a footnote, or an endnote in a piece that has no footnotes; without a section it means
    the note of that number in every section.
    """

    words: str
    items: tuple[_Item, ...]

    @classmethod
    def parse(cls, words: str) -> NoteChoice:
        """Read a choice. Raises ValueError, with a sentence for a person, for what is none."""
        items = []
        for word in filter(None, (w.strip() for w in words.split(","))):
            match = _ITEM.fullmatch(word)
            if not match:
                raise ValueError(f"{word!r} is no note or range of notes: write 12, 1-20, 2:12 or e:ii")
            section = int(match["section"]) if match["section"] else None
            first = int(match["first"]) if match["first"] else None
            last = int(match["last"]) if match["last"] else first
            if first is not None and last is not None and last < first:
                raise ValueError(f"{word!r} runs backwards: write {last}-{first}")
            items.append(_Item(bool(match["end"]), section, first, last, match["label"]))
        if not items:
            raise ValueError("no note is named: write 12, 1-20, 2:12 or e:ii")
        return cls(words, tuple(items))

    def of(self, document: Document) -> frozenset[int]:
        """Give the ordinals of the notes of `document` that are chosen."""
        main = "footnotes" if any(n.apparatus == "footnotes" for n in document.notes) else "endnotes"
        return frozenset(n.ordinal for n in document.notes if any(item.takes(n, main) for item in self.items))

    def absent(self, document: Document) -> str:
        """Give a sentence for a person that `document` has none of these notes, and which it has."""
        several = len(self.items) > 1 or self.items[0].first != self.items[0].last
        told = f"there are no notes {self.words}" if several else f"there is no note {self.words}"
        sections = {item.section for item in self.items}
        section = next(iter(sections)) if len(sections) == 1 else None
        notes = [n for n in document.notes if n.number is not None and section in (None, n.section)]
        if not notes:
            return told
        first, last = (choose(notes, key=lambda note: note.number or 0).label for choose in (min, max))
        return f"{told}: the notes{f' of section {section}' if section is not None else ''} run from {first} to {last}"
