"""A piece taken apart into its notes by plain patterns, changed, and put together again.

It knows nothing of citelint: what is planted in a piece, and what is true of it then, must not rest on the reader
that is tried. Two shapes are known: a list of notes ``[12] text``, one a paragraph, and Markdown's ``[^12]: text``;
before the list the body may stand, with its marks ``[12]`` or ``[^12]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_DEFINITION = {
    False: re.compile(r"^\[(?P<label>\d+|[*†‡§¶]+)\](?: +|(?=\n))", re.M),
    True: re.compile(r"^\[\^(?P<label>[^\]\s]{1,40})\]: +(?=\S)", re.M),
}
_NEW = "planted"


@dataclass(frozen=True, slots=True)
class NoteText:
    """One note: its label as typed, the number that is printed for it (None for a sign), its words as in the file."""

    label: str
    number: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece: the text before its notes, its notes in order, and what the marks look like.

    `numbered` tells that labels are numbers and mean themselves; else the order of the marks makes the number.
    """

    head: str
    notes: tuple[NoteText, ...]
    markdown: bool
    numbered: bool

    def render(self) -> tuple[str, list[int]]:
        """Give the text of the piece, and where the words of each note begin in it, in code points."""
        text, starts = self.head, []
        for note in self.notes:
            text += f"[^{note.label}]: " if self.markdown else f"[{note.label}] "
            starts.append(len(text))
            text += f"{note.text}\n\n"
        return text, starts

    def index_of(self, number: int) -> int | None:
        """Give the place in `notes` of the note with that printed number, None where none or several have it."""
        places = [i for i, note in enumerate(self.notes) if note.number == number]
        return places[0] if len(places) == 1 else None

    def with_text(self, index: int, text: str) -> Piece:
        """Give the piece with other words in the note at `index`."""
        return replace(
            self, notes=(*self.notes[:index], replace(self.notes[index], text=text), *self.notes[index + 1 :])
        )

    def inserted(self, index: int, text: str) -> Piece:
        """Give the piece with a new note before that at `index`, every later one counted up, and a mark for it."""
        number = self.notes[index].number
        assert number is not None
        moved = self._moved(number, 1)
        label = str(number) if self.numbered else _NEW
        head = moved.head
        old = moved.notes[index].label
        mark, before = (f"[^{label}]", f"[^{old}]") if self.markdown else (f"[{label}]", f"[{old}]")
        if head:
            head = head.replace(before, f"{mark}{before}", 1)
        new = NoteText(label, number, text)
        return replace(moved, head=head, notes=(*moved.notes[:index], new, *moved.notes[index:]))

    def deleted(self, index: int) -> Piece:
        """Give the piece without the note at `index` and its mark, every later one counted down."""
        gone = self.notes[index]
        assert gone.number is not None
        head = self.head.replace(f"[^{gone.label}]" if self.markdown else f"[{gone.label}]", "")
        without = replace(self, head=head, notes=(*self.notes[:index], *self.notes[index + 1 :]))
        return without._moved(gone.number, -1)

    def _moved(self, first: int, by: int) -> Piece:
        """Count every note from number `first` on up or down, and its mark with it."""
        names: dict[str, str] = {}
        notes = []
        for note in self.notes:
            if note.number is None or note.number < first:
                notes.append(note)
                continue
            label = str(note.number + by) if self.numbered else note.label
            names[note.label] = label
            notes.append(NoteText(label, note.number + by, note.text))
        mark = re.compile(r"\[\^([^\]\s]+)\]" if self.markdown else r"\[(\d+)\]")
        head = mark.sub(lambda m: m[0].replace(m[1], names.get(m[1], m[1])), self.head)
        return replace(self, head=head, notes=tuple(notes))


def taken_apart(text: str) -> Piece:
    """Take a piece apart. Raises ValueError for one that has neither shape."""
    markdown = _DEFINITION[True].search(text) is not None
    found = list(_DEFINITION[markdown].finditer(text))
    if not found:
        raise ValueError("neither a list of [12] notes nor Markdown's [^12]: notes")
    ends = [*(m.start() for m in found[1:]), len(text)]
    labels = [m["label"] for m in found]
    numbered = not markdown or all(label.isdecimal() for label in labels)
    head = text[: found[0].start()]
    order = {label: n for n, label in enumerate(dict.fromkeys(re.findall(r"\[\^([^\]\s]+)\]", head)), 1)}
    notes = tuple(
        NoteText(
            match["label"],
            (int(match["label"]) if match["label"].isdecimal() else None) if numbered else order.get(match["label"]),
            text[match.end() : end].strip(),
        )
        for match, end in zip(found, ends, strict=True)
    )
    return Piece(head, notes, markdown, numbered)
