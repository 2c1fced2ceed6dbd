"""Errors planted in a sound piece, and what must be reported of it then.

A kind of plant is chosen only where its truth is known for sure. That a reference was right before is taken from the
resolver (it must call it certain, and no rule may speak of it); all else is read from the words of the notes by plain
patterns: that the name stands in the note with the full citation, that it does not stand in the note that the number
names afterwards, that no *Id.* follows where it would change its meaning. The same seed plants the same errors.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from piece import Piece

SUPRA_CODES = ("SUP001", "SUP002", "SUP003", "SUP004", "SUP007", "SUP011", "SHF010")
ID_CODES = ("ID002",)
LABEL_CODES = ("HER001", "SUP002", "SUP004", "SUP011")
"""The codes that count, by what was planted: each says that the number, the Id. or the label names nothing sure."""

PROSE = "The point was long thought to be settled."
SOURCES = (
    "Orla Quennell, Tideline Ordinances, 41 Ecology L.Q. 88, 90 (2014).",
    "Bram Oosting, The Lamplighters’ Lien, 77 Tex. L. Rev. 512, 530 (1999).",
    "Tilde Arvidsen, Ferries at Common Law, 28 J. Mar. L. & Com. 301, 306 (1997).",
    "Corvin Maddrell, Whose Hedge?, 66 Iowa L. Rev. 745, 751 (1981).",
    "Ysolde Penhallow, Salvage by Night, 19 Yale J.L. & Human. 60, 77 (2007).",
)
"""What is cited in new words: a work for each place, since none is cited in full twice."""
SOURCE = SOURCES[0]
_MOST = 5
"""How many numbers, labels or Id.s are spoilt in one piece."""

_ID = re.compile(r"\b(?:id|ibid)\b", re.I)
_OPENS_WITH_ID = re.compile(r"(?:See,? (?:also |e\.g\., )?)?[*_]*Id\.[*_]* ?(?:at \d|[.§])")
_FULL = re.compile(r"\d{4}\)|https?://|\bv\. |§|\d [A-Z][\w.]* \d|hereinafter")
_SHORT = re.compile(r"\d [A-Z][\w. ]{0,20} at \*?\d")
_NOTE_NUMBERS = re.compile(r"\b(?:notes?|supra|infra)[*_]*,?\s*((?:\d+(?:\s*(?:[-–—,&]|and)\s*)?)+)", re.I)
_LABEL = re.compile(r" ?\[[*_]*hereinafter[*_]* (?P<label>[^\[\]]{3,60})\]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_EMPTY = frozenset({"the", "and", "for", "see", "also", "with", "from", "that", "note", "supra", "infra", "generally"})


@dataclass(frozen=True, slots=True)
class Sound:
    """A named supra that is right: its note (place in `Piece.notes`), the span of its words in the text of the note,
    the span of its number, the name and the number."""

    note: int
    start: int
    end: int
    digits: tuple[int, int]
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Sure:
    """What is known of a sound piece: the named supras that are right, and the notes that open with a sure *Id.*."""

    supras: tuple[Sound, ...]
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Must:
    """One finding that must be made: in which note, on which words of its text, under which codes.

    `expected` is the right note, None where only the author can know it.
    """

    note: int
    start: int
    end: int
    codes: tuple[str, ...]
    expected: int | None


@dataclass(frozen=True, slots=True)
class Planted:
    """A piece with errors: what must be found, how notes moved, and what may be said besides.

    `was` gives for each note of the piece its place before, None for the new one. `moved_from` is the number from which
    on numbers are wrong now: what is said of a reference to such a note is true.
    """

    kind: str
    piece: Piece
    must: tuple[Must, ...]
    was: tuple[int | None, ...]
    moved_from: int | None = None


Planter = Callable[[Piece, Sure, random.Random], Planted | None]


def plant(kind: str, piece: Piece, sure: Sure, seed: str) -> Planted | None:
    """Plant one kind of error; None where the piece has no place for it that is sure."""
    return KINDS[kind](piece, sure, random.Random(f"{seed} {kind}"))  # a seed is the point


def words_of(text: str) -> set[str]:
    """Give the words of three letters and more, folded, without those that name nothing."""
    return {w for word in _WORD.findall(text) if len(w := word.casefold().replace("’", "'")) > 2} - _EMPTY


def numbers_in(text: str) -> list[int]:
    """Give every number that stands behind "note", "notes", supra or infra."""
    return [int(n) for group in _NOTE_NUMBERS.findall(text) for n in re.findall(r"\d+", group)]


def _named_in(name: str, text: str) -> bool:
    """Tell whether any word of a name stands in a text."""
    return not words_of(name).isdisjoint(words_of(text))


def _insert(piece: Piece, sure: Sure, chance: random.Random) -> Planted | None:
    usable = [s for s in sure.supras if piece.index_of(s.number) is not None]
    places = [
        i
        for i, note in enumerate(piece.notes)
        if i and note.number is not None and note.number > 1 and not _ID.search(note.text)
        and piece.index_of(note.number) == i and any(s.number >= note.number for s in usable)
    ]  # fmt: skip
    if not places:
        return None
    at = chance.choice(places)
    number = piece.notes[at].number
    assert number is not None
    new = chance.choice((PROSE, SOURCE))
    planted = piece.inserted(at, new)
    must = tuple(_shifted(usable, planted, lambda n: n + (n >= at), number, 1))
    was = (*range(at), None, *range(at, len(piece.notes)))
    return Planted("insert a note", planted, must, was, number)


def _delete(piece: Piece, sure: Sure, chance: random.Random) -> Planted | None:
    usable = [s for s in sure.supras if piece.index_of(s.number) is not None]
    named = {n for note in piece.notes for n in numbers_in(note.text)} | set(numbers_in(piece.head))
    places = [
        i
        for i, note in enumerate(piece.notes[:-1])
        if note.number is not None and note.number not in named and piece.index_of(note.number) == i
        and not _ID.search(piece.notes[i + 1].text) and not _FULL.search(note.text) and not _SHORT.search(note.text)
        and any(s.number > note.number and s.note != i for s in usable)
    ]  # fmt: skip
    if not places:
        return None
    at = chance.choice(places)
    number = piece.notes[at].number
    assert number is not None
    planted = piece.deleted(at)
    kept = [s for s in usable if s.note != at]
    must = tuple(_shifted(kept, planted, lambda n: n - (n > at), number, -1))
    was = (*range(at), *range(at + 1, len(piece.notes)))
    return Planted("delete a note", planted, must, was, number)


def _shifted(supras: list[Sound], planted: Piece, place: Callable[[int], int], first: int, by: int) -> Iterator[Must]:
    """Give the supras whose number is wrong now, and names a note in which no word of the name stands."""
    for supra in supras:
        if supra.number < first:
            continue
        there = planted.index_of(supra.number)
        if there is not None and there != place(supra.note) and _may_be_meant(supra, there, supra.number + by, planted):
            continue
        yield Must(place(supra.note), supra.start, supra.end, SUPRA_CODES, supra.number + by)


def _may_be_meant(supra: Sound, there: int, right: int, planted: Piece) -> bool:
    """Tell whether a note may cite what a name names: a word of it stands there, or what its Id. repeats has one."""
    if _named_in(supra.name, planted.notes[there].text):
        return True
    while _ID.search(planted.notes[there].text) and there:
        there -= 1
        if planted.notes[there].number != right and _named_in(supra.name, planted.notes[there].text):
            return True
    return False


def _swap(piece: Piece, sure: Sure, chance: random.Random) -> Planted | None:
    must: list[Must] = []
    planted = piece
    used: set[int] = set()
    for supra in chance.sample(sure.supras, len(sure.supras)):
        if len(must) == _MOST:
            break
        own = piece.notes[supra.note].number
        if supra.note in used or own is None or piece.index_of(supra.number) is None:
            continue
        others = [
            note.number
            for note in piece.notes[: supra.note]
            if note.number is not None and note.number < own and note.number != supra.number and note.text
            and piece.index_of(note.number) is not None
            and not _ID.search(note.text) and not _named_in(supra.name, note.text)
        ]  # fmt: skip
        near = [n for n in others if abs(n - supra.number) <= 6]
        if not others:
            continue
        wrong = chance.choice(near if near and chance.random() < 0.5 else others)
        used.add(supra.note)
        text = piece.notes[supra.note].text
        first, last = supra.digits
        planted = planted.with_text(supra.note, text[:first] + str(wrong) + text[last:])
        end = supra.end + len(str(wrong)) - (last - first)
        must.append(Must(supra.note, supra.start, end, SUPRA_CODES, supra.number if _is_sole(supra, piece) else None))
    return Planted("swap a number", planted, tuple(must), tuple(range(len(piece.notes)))) if must else None


def _is_sole(supra: Sound, piece: Piece) -> bool:
    """Tell whether, before its note, no word of the name stands elsewhere than in its note and before other supras."""
    name = words_of(supra.name)
    for note in piece.notes[: supra.note + 1]:
        if note.number == supra.number:
            continue
        rest = re.sub(r"[^.;()]{0,80}?,?[”\"*_]*\s+[*_]*supra\b", " ", note.text)
        if not name.isdisjoint(words_of(rest)):
            return False
    return True


def _drop_label(piece: Piece, sure: Sure, chance: random.Random) -> Planted | None:
    places = []
    for index, note in enumerate(piece.notes):
        found = list(_LABEL.finditer(note.text))
        if len(found) == 1 and note.number is not None and piece.index_of(note.number) == index:
            uses = _uses(found[0]["label"], index, piece, sure)
            if uses and _is_foreign(found[0]["label"], index, piece):
                places.append((index, found[0], uses))
    if not places:
        return None
    must: list[Must] = []
    planted = piece
    for index, label, uses in chance.sample(places, min(_MOST, len(places))):
        text = piece.notes[index].text
        planted = planted.with_text(index, text[: label.start()] + text[label.end() :])
        must += [Must(use.note, use.start, use.end, LABEL_CODES, None) for use in uses if use.note != index]
    return Planted("drop a hereinafter", planted, tuple(must), tuple(range(len(piece.notes))))


def _uses(label: str, index: int, piece: Piece, sure: Sure) -> list[Sound]:
    """Give the supras that use a label as it was set."""
    plain = re.sub(r"[*_]", "", label).strip(" ,“”\"'").casefold()
    number = piece.notes[index].number
    return [s for s in sure.supras if s.number == number and s.name.strip(" ,“”\"'").casefold() == plain]


def _is_foreign(label: str, index: int, piece: Piece) -> bool:
    """Tell whether a label has a word that stands nowhere but in the label, however cut, and is no name and a title."""
    plain = re.sub(r"[*_]", "", label)
    if "," in plain or re.search(r"\b[A-Z]{2,}\b", plain):
        return False
    rest = _LABEL.sub(" ", piece.notes[index].text)
    near = {word[:4] for word in words_of(rest)}
    foreign = [word for word in words_of(plain) if word[:4] not in near]
    use = re.compile(re.escape(plain) + r"[”\"*_]*,?[”\"*_]*\s+[*_]*supra", re.I)
    texts = (piece.head, *(_LABEL.sub(" ", note.text) for note in piece.notes))
    return bool(foreign) and not any(plain.casefold() in use.sub(" ", text).casefold() for text in texts)


def _move_id(piece: Piece, sure: Sure, chance: random.Random) -> Planted | None:
    places = [
        i
        for i in sure.ids
        if i and _OPENS_WITH_ID.match(piece.notes[i].text) and ";" not in piece.notes[i - 1].text
        and piece.notes[i - 1].text.endswith(".") and piece.notes[i - 1].number is not None
    ]  # fmt: skip
    chosen: list[int] = []
    for index in chance.sample(places, len(places)):
        # not within one chain: what follows an Id. that is lost is lost with it
        if len(chosen) < _MOST and all(abs(index - other) > 12 for other in chosen):
            chosen.append(index)
    planted = piece
    must = []
    for index, source in zip(chosen, SOURCES, strict=False):
        planted = planted.with_text(index - 1, f"{piece.notes[index - 1].text} See also {source}")
        opening = _OPENS_WITH_ID.match(piece.notes[index].text)
        assert opening is not None
        must.append(Must(index, 0, opening.end(), ID_CODES, None))
    return Planted("move an Id.", planted, tuple(must), tuple(range(len(piece.notes)))) if must else None


KINDS: dict[str, Planter] = {
    "insert a note": _insert,
    "delete a note": _delete,
    "swap a number": _swap,
    "drop a hereinafter": _drop_label,
    "move an Id.": _move_id,
}
"""What can be planted."""
