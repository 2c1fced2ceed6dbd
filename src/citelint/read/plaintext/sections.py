"""Sections of a text: where the notes begin anew at 1, each list with the body above it.

A book in one file has its notes behind each chapter, or all at its end, chapter by chapter; a file of notes alone has
one list behind another. A list begins where a paragraph opens with the number 1. Numbered lists of the body begin so
too: what is not explicit ("1.", "1 ") is a list of notes only where marks in the body call it, a heading ("Notes")
stands above it, or it follows another list of notes with no more than a heading between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citelint.read.plaintext.labels import MARGIN, SHAPES, Label, Shape, find_labels, with_plain_line_ends
from citelint.read.plaintext.lists import NoteList, find_list, is_headed
from citelint.read.plaintext.marks import Mark, Marks

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_HEADING_MOST = 100
_NO_HEADING_ENDS = ".;,:)]”"
_MOST_ASIDE = 32
"""So many numbered lists of the body in a row are looked into: each is read again with the next, as its body."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a text with one list of notes: where its body starts, where its last note ends, and the list."""

    start: int
    end: int
    found: NoteList


def find_sections(lines: str) -> list[Section]:
    """Find the lists of a text, given as *lines*, in order; none where its notes begin once or never."""
    for shape in SHAPES:
        labels = find_labels(lines, shape)
        starts = [index for index, label in enumerate(labels) if label.number == 1 and label.opens]
        if len(starts) < 2:
            continue
        sections = list(_sections(lines, shape, labels, starts))
        if len(sections) > 1:
            return _with_marks_above(lines, _closed(lines, sections))
    return []


def _sections(lines: str, shape: Shape, labels: list[Label], starts: list[int]) -> Iterator[Section]:
    start = 0
    above = False
    aside = 0
    for place, (first, following) in enumerate(zip(starts, [*starts[1:], len(labels)], strict=True)):
        last = place == len(starts) - 1
        end = len(lines) - MARGIN if last else _end_of_list(lines, labels[first:following], shape)
        words = with_plain_line_ends(lines[start + MARGIN : end + MARGIN])
        found = find_list(words, Marks(words[MARGIN:]), None)
        if found.labels and _is_list_of_notes(words, shape, found, above):
            yield Section(start, end, _moved(found, start))
            start, above, aside = end, True, 0
        elif (aside := aside + 1) > _MOST_ASIDE:
            return


def _is_list_of_notes(words: str, shape: Shape, found: NoteList, follows: bool) -> bool:
    """Tell whether a list is one of notes; `follows` says that another such list stands above."""
    label = found.labels[0]
    if label.number not in (1, None):
        return False
    bare = follows and not _paragraphs(words[MARGIN : label.line])[1:]
    return shape.explicit or bool(found.marks) or is_headed(words, label) or bare


def _end_of_list(lines: str, labels: list[Label], shape: Shape) -> int:
    """Give where the paragraph ends that the last label of a list opens."""
    at = labels[0]
    for label in labels[1:]:
        if label.number is not None and at.number is not None and 0 <= label.number - at.number <= shape.reach:
            at = label
    gap = _GAP.search(lines, at.end)
    return (len(lines) if gap is None else gap.start()) - MARGIN


def _moved(found: NoteList, by: int) -> NoteList:
    return replace(
        found,
        labels=[
            label._replace(line=label.line + by, start=label.start + by, end=label.end + by) for label in found.labels
        ],
        marks=[mark._replace(start=mark.start + by, end=mark.end + by) for mark in found.marks],
    )


def _closed(lines: str, sections: list[Section]) -> list[Section]:
    """Give each last note the further paragraphs that are its own, and the last one all that follows.

    What stands between two lists is the body of the second where marks in it call notes. Otherwise it belongs to the
    note above, but for a line that is a heading.
    """
    closed: list[Section] = []
    for section in sections:
        above = section.found.labels[0].line - MARGIN
        if closed and not section.found.marks:
            paragraphs = _paragraphs(lines[section.start + MARGIN : above + MARGIN])
            border = above
            for start, words in reversed(paragraphs):
                if len(words) > _HEADING_MOST or words[-1] in _NO_HEADING_ENDS:
                    break
                border = section.start + start
            closed[-1] = replace(closed[-1], end=border)
            section = replace(section, start=border)
        closed.append(section)
    closed[-1] = replace(closed[-1], end=len(lines) - MARGIN)
    return closed


def _paragraphs(words: str) -> list[tuple[int, str]]:
    """Give the paragraphs of a stretch, each with its place in it."""
    found: list[tuple[int, str]] = []
    at = 0
    for end, following in [*(gap.span() for gap in _GAP.finditer(words)), (len(words), len(words))]:
        if bare := words[at:end].strip():
            found.append((at + words[at:end].index(bare[0]), bare))
        at = following
    return found


def _with_marks_above(lines: str, sections: list[Section]) -> list[Section]:
    """Give lists that stand one behind another, below the whole text, the marks that call them.

    The marks begin anew as often as the lists do, or it is not known which call which: then there are none.
    """
    given = list(sections)
    first = 0
    while first < len(given):
        last = first
        while last + 1 < len(given) and not given[last + 1].found.marks:
            last += 1
        head = given[first].found
        if last > first and head.marks:
            lists = [[label.name for label in section.found.labels] for section in given[first : last + 1]]
            start = given[first].start
            body = Marks(lines[start + MARGIN : head.labels[0].line])
            end = head.labels[0].line - MARGIN - start
            runs = _runs(
                body.before(end, [name for names in lists for name in names], lines[head.labels[0].start] == "[")
            )
            if len(runs) != len(lists):
                runs = _in_order(body.at_words(end), lists)
            for index, run in enumerate(runs, first):
                marks = [mark._replace(start=mark.start + start, end=mark.end + start) for mark in run]
                given[index] = replace(given[index], found=replace(given[index].found, marks=marks))
        first = last + 1
    return given


def _in_order(marks: list[Mark], lists: list[list[str]]) -> list[list[Mark]]:
    """Give for each list the marks that call all of its notes one after the other; where some do not, none for any."""
    runs: list[list[Mark]] = []
    following = iter(marks)
    for names in lists:
        run = [mark for name in names if (mark := next((m for m in following if m.typed == name), None))]
        if len(run) < len(names):
            return [[] for _ in lists]
        runs.append(run)
    return runs


def _runs(marks: list[Mark]) -> list[list[Mark]]:
    """Part marks where they begin anew at 1; an author's signs are left out."""
    runs: list[list[Mark]] = []
    for mark in marks:
        if not mark.typed[0].isalnum():
            continue
        if not runs or (mark.typed in ("1", "i") and mark.typed not in (m.typed for m in runs[-1][-1:])):
            runs.append([])
        runs[-1].append(mark)
    return runs
