"""Where things stand: notes by printed number, what a number points at, and what was not understood."""

from __future__ import annotations

from typing import NamedTuple

from citelint.config import Config
from citelint.model.citation import CrossReference, NoteNumber, Supra
from citelint.model.document import Document, Note
from citelint.model.link import Pointing
from citelint.resolve.fold import Words, fold_text
from citelint.resolve.noterefs import NoteRefs

_WIDEST = 200
"""How many notes of one range are looked into."""

_SPOKEN = 3
"""How many notes that have a name in other words are told."""


class Target(NamedTuple):
    """What the numbers of a reference point at.

    `notes` are the ordinals of the notes that exist, in order. `trouble` says what is wrong with the numbers before
    it is asked what stands there: no number, a placeholder, no such note, outside the excerpt, the own note; else None.
    """

    notes: tuple[int, ...]
    trouble: Pointing | None = None


class Places:
    """The notes of a document by number, and in the order in which *Id.* follows them."""

    def __init__(self, document: Document, config: Config) -> None:
        self.document = document
        self.first_note = config.first_note
        self.last_note = config.last_note
        self.noterefs = NoteRefs(document)
        self._unknown = document.source.numbers_unknown
        self._numbered: dict[tuple[str, int, int], list[int]] = {}
        self._before: list[int | None] = []
        self._dark: dict[int, frozenset[str]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._unexplained: dict[int, frozenset[str]] = {}
        self._capitals: dict[int, frozenset[str]] = {}
        self._dark_words: frozenset[str] | None = None
        self._spoken: dict[str, list[int]] | None = None
        last: dict[str, int] = {}
        for note in document.notes:
            # an author's note never counts
            self._before.append(last.get(note.apparatus))
            if note.number is not None:
                self._numbered.setdefault((note.apparatus, note.section, note.number), []).append(note.ordinal)
                last[note.apparatus] = note.ordinal

    def before(self, note: int) -> int | None:
        """Give the ordinal of the numbered note before note `note`, None where there is none."""
        return self._before[note]

    @property
    def opens_late(self) -> bool:
        """Tell whether the piece is an excerpt that does not begin with its first note."""
        return self.first_note is not None and self.first_note > 1

    def target(self, reference: Supra | CrossReference) -> Target:
        """Tell what the numbers of a reference point at: of one that a sound field prints, the note that it means."""
        note = self.document.notes[reference.note]
        if not reference.numbers:
            field = self.noterefs.blank(reference)
            if field is not None and field.target is not None:
                return Target((field.target,), Pointing.OWN_NOTE if field.target == reference.note else None)
            return Target((), Pointing.NO_NUMBER if reference.note_word is None else Pointing.PLACEHOLDER)
        notes: list[int] = []
        trouble: Pointing | None = None
        for number in reference.numbers:
            if number.first is None:
                trouble = trouble or Pointing.PLACEHOLDER
                continue
            meant = self._meant(reference, number)
            if meant:
                notes += meant
                continue
            for end in (number.first, number.last):
                if end is not None and not self._at(note, end):
                    # one number outside makes the whole unknown: no such note is for numbers that should be here
                    outside = self._outside(end) or (note.apparatus, note.section) in self._unknown
                    trouble = Pointing.OUTSIDE_EXCERPT if outside else trouble or Pointing.NO_SUCH_NOTE
            notes += self._between(note, number)
        if trouble is None and reference.note in notes:
            trouble = Pointing.OWN_NOTE
        return Target(tuple(dict.fromkeys(notes)), trouble)

    def _meant(self, reference: Supra | CrossReference, number: NoteNumber) -> tuple[int, ...]:
        """Give the notes that fields mean, where they print a number or an end of it; else nothing."""
        ends = self.noterefs.ends(reference, number)
        if ends.first is None and ends.last is None:
            return ()
        note = self.document.notes[reference.note]
        first, last = (
            field.target if field is not None else next(iter(self._at(note, typed or 0)), None)
            for field, typed in ((ends.first, number.first), (ends.last, number.last))
        )
        if first is None or last is None:
            return ()
        between = range(first, min(last, first + _WIDEST) + 1)
        row = self.document.notes[first].apparatus
        return tuple(o for o in between if self.document.notes[o].apparatus == row) or (first, last)

    def _between(self, note: Note, number: NoteNumber) -> list[int]:
        assert number.first is not None
        if number.last is None:
            return self._at(note, number.first)
        values = range(number.first, min(number.last, number.first + _WIDEST) + 1)
        return [ordinal for value in values for ordinal in self._at(note, value)]

    def _at(self, note: Note, number: int) -> list[int]:
        return self._numbered.get((note.apparatus, note.section, number), [])

    def _outside(self, number: int) -> bool:
        below = self.first_note is not None and number < self.first_note
        return below or (self.last_note is not None and number > self.last_note)

    def dark(self, note: int) -> frozenset[str]:
        """Give the folded words of a note that stand where it was not understood."""
        known = self._dark.get(note)
        if known is None:
            told, text = self.document.notes[note], self.document.text
            spans = [*told.unparsed, *(m.span for m in told.mentions if not m.clear)]
            known = self._dark[note] = frozenset(word for span in spans for word in fold_text(span.of(text)))
        return known

    def words(self, note: int) -> frozenset[str]:
        """Give all folded words of a note."""
        known = self._words.get(note)
        if known is None:
            span = self.document.notes[note].span
            known = self._words[note] = frozenset(fold_text(span.of(self.document.text)))
        return known

    def capitals(self, note: int) -> frozenset[str]:
        """Give the folded words of a note that are printed with a capital."""
        known = self._capitals.get(note)
        if known is None:
            words = self.document.notes[note].span.of(self.document.text).split()
            capitals = frozenset(folded for word in words if word != word.lower() for folded in fold_text(word))
            known = self._capitals[note] = capitals
        return known

    def unexplained(self, note: int) -> frozenset[str]:
        """Give the folded words of a note that stand in no citation or reference: its prose, and what was missed."""
        known = self._unexplained.get(note)
        if known is None:
            told, text = self.document.notes[note], self.document.text
            words: set[str] = set()
            end = told.span.start
            for mention in told.mentions:
                if mention.within is None:
                    words.update(fold_text(text[end : mention.span.start]))
                    end = max(end, mention.span.end)
            words.update(fold_text(text[end : told.span.end]))
            known = self._unexplained[note] = frozenset(words)
        return known

    def spoken(self, words: Words, note: int) -> tuple[int, ...]:
        """Give the first notes before note `note` that have all of some words in no citation or reference.

        One word alone is looked for only in a note that has a year outside its citations: a source may hide there.
        """
        if self._spoken is None:
            self._spoken = {}
            for told in self.document.notes:
                for word in self.unexplained(told.ordinal):
                    self._spoken.setdefault(word, []).append(told.ordinal)
        rarest = min((self._spoken.get(word, []) for word in words), key=len, default=[])
        found: list[int] = []
        for other in rarest[:_WIDEST]:
            have = self.unexplained(other)
            if other < note and have.issuperset(words) and (len(words) > 1 or any(map(_is_year, have))):
                found.append(other)
        return tuple(found[:_SPOKEN])

    def clear(self, note: int) -> bool:
        """Tell whether a note was wholly understood."""
        return not self.dark(note)

    @property
    def dark_words(self) -> frozenset[str]:
        """The folded words of every place of the document that was not understood."""
        if self._dark_words is None:
            dark = (self.dark(n.ordinal) for n in self.document.notes if not self.clear(n.ordinal))
            self._dark_words = frozenset(word for words in dark for word in words)
        return self._dark_words


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")
