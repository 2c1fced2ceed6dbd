"""Bibliographies: lists of works that are no notes, though they may be numbered as the notes are.

What stands under the heading of a bibliography is left out of a text where notes are found without it, and where
nothing in it is written as only a note is: no *Id.*, no *supra*, no mark that calls a note.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from citelint.model.trouble import Unreadable
from citelint.read.plaintext.headings import NOTES, is_headed
from citelint.read.plaintext.labels import MARGIN
from citelint.read.plaintext.lists import NoteList, find_list
from citelint.read.plaintext.marks import Marks

_BIBLIOGRAPHY = re.compile(
    r"\n[^\S\n]*+\n[^\S\n]*+(?:(?:[#*_=]{1,6}|[A-Z0-9]{1,5}\.)[^\S\n]*+)?"
    r"(?:(?:select(?:ed)?|general|list of|table of|primary|secondary|annotated)[^\S\n]++)?"
    r"(?:bibliography|(?:references|literature)(?:[^\S\n]++cited)?|works[^\S\n]++(?:cited|consulted)|authorities"
    r"|sources(?:[^\S\n]++(?:cited|consulted))?|(?:reference|reading)[^\S\n]++list|further[^\S\n]++reading)"
    r"[^\w\n]{0,9}(?=\n|\Z)",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"\n[^\S\n]*+\n[^\S\n]*+[\W_]{0,9}"
    rf"(?:(?:\w{{1,12}} \w{{1,12}}[\W_]{{1,3}})?{NOTES}[^\w\n]{{0,9}}"
    r"|(?:chapter|part|appendix|epilogue)\b[^\n]{0,80})(?=\n|\Z)",
    re.IGNORECASE,
)
_REFERS_BACK = re.compile(r"\b(?:[Ii]d\.|[Ii]bid\b|[Ss]upra\b|[Ii]nfra\b)")
_CALLS = re.compile(r"[^\W\d_][.,;:?!)”’\"']{0,3}\[\^?\d{1,4}\]")
_RIVALS = 4
"""So many bibliographies, from the end, are held against the list above them: each costs a look at the text."""


def without_bibliographies(lines: str, first_note: int | None) -> str:
    """Give *lines* with blanks in place of bibliographies; nothing moves.

    Raises `Unreadable` where two lists may be the notes, of which one stands under such a heading, and nothing tells
    which.
    """
    stretches = _bibliographies(lines)
    if not stretches:
        return lines
    rest = _without(lines, stretches)
    notes = find_list(rest, Marks(rest[MARGIN:]), first_note)
    if not notes.labels:
        return lines
    first = notes.labels[0]
    if lines[first.end - 1] == "]" or is_headed(rest, first) or _is_written_as_notes(rest, notes):
        return rest
    rivals = [
        rival
        for start, end in stretches[-_RIVALS:]
        if (rival := _list_in(lines, start, end, first_note)).labels and rival.labels[0].line >= start
    ]
    # an unheaded list, perhaps one of the body, beside one that is headed "References": the marks tell
    best = max(rivals, key=_called, default=None)
    if best is None or _called(notes) > _called(best):
        return rest
    if _called(notes) < _called(best):
        return lines
    places = [1 + lines.count("\n", MARGIN, labels[0].start) for labels in (notes.labels, best.labels)]
    raise Unreadable(
        f"two lists may be the notes, at line {min(places)} and at line {max(places)}: "
        'put a line "Notes" above the one that is'
    )


def _list_in(lines: str, start: int, end: int, first_note: int | None) -> NoteList:
    """Give the list under a heading, with the marks that call it from above; an empty one where there is none."""
    return find_list(lines[:end], Marks(lines[MARGIN:end]), first_note)


def _is_written_as_notes(lines: str, notes: NoteList) -> bool:
    return _REFERS_BACK.search(lines, notes.labels[0].start) is not None


def _called(notes: NoteList) -> float:
    """Give what share the notes that marks call have of all numbers of notes and marks."""
    names, typed = {label.name for label in notes.labels}, {mark.typed for mark in notes.marks}
    return len(names & typed) / len(names | typed)


def _bibliographies(lines: str) -> list[tuple[int, int]]:
    """Give the stretches of *lines* under the heading of a bibliography, that heading included.

    Each ends at the next heading of notes, of another or of a chapter, or at the end. Where something in it is written
    as only a note is, it is none.
    """
    headings = [match.span() for match in _BIBLIOGRAPHY.finditer(lines)]
    borders = sorted([match.start() for match in _BELOW.finditer(lines)] + [start for start, _ in headings])
    found: list[tuple[int, int]] = []
    for start, after in headings:
        place = bisect_left(borders, after)
        end = borders[place] if place < len(borders) else len(lines)
        if not (_REFERS_BACK.search(lines, start, end) or _CALLS.search(lines, start, end)):
            found.append((start, end))
    return found


def _without(lines: str, stretches: list[tuple[int, int]]) -> str:
    """Give *lines* with blanks in place of stretches; nothing moves."""
    pieces: list[str] = []
    at = 0
    for start, end in stretches:
        pieces += [lines[at:start], "\n" * (end - start)]
        at = end
    return "".join([*pieces, lines[at:]])
