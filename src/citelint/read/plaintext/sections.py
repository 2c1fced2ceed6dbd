"""Sections of a text: where the notes begin anew at 1, each list with the body above it.

A book in one file has its notes behind each chapter, or all at its end, chapter by chapter; an article may have
footnotes and endnotes; a file of notes alone has one list behind another. A list begins where a paragraph opens with
the number 1. Numbered lists of the body, and of a note, begin so too: what is not explicit ("1.", "1 ") is a list of
notes only where marks in the body call it, a heading ("Notes") stands above it, or it follows another list of notes
with no more than a heading between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from citelint.read.plaintext.chains import items_within_notes
from citelint.read.plaintext.citing import count_citing
from citelint.read.plaintext.headings import (
    is_headed,
    is_headed_by_chapter,
    is_title,
    start_of_heading,
)
from citelint.read.plaintext.labels import MARGIN, SHAPES, Label, Shape, find_labels, with_plain_line_ends
from citelint.read.plaintext.lists import NoteList, find_list
from citelint.read.plaintext.marks import Mark, Marks

_FIRST = re.compile(r"\n[^\S\n]*+(?:\[\^?0*1\]|\[i\]|i\.|⁰*¹(?![⁰¹²³⁴⁵⁶⁷⁸⁹])|0*1[.\s])")
"""What every label with the number 1 begins like, whatever its shape."""
_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_MOST_ASIDE = 32
"""So many numbered lists of the body in a row are looked into: each is read again with the next, as its body."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a text with one list of notes: where its body starts, where its last note ends, and the list.

    `continues` says that it is a further page of the section above, whose numbers count on.
    """

    start: int
    end: int
    found: NoteList
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Start:
    """The labels of one shape from a 1 that may begin a list on, up to the next such."""

    shape: Shape
    labels: list[Label]


def find_sections(lines: str, stated: bool) -> list[Section]:
    """Find the lists of a text, given as *lines*, in order; none where its notes begin once or never.

    `stated` says that the settings expect sections. Otherwise a list is a section where a heading stands above it, or
    marks call it that begin anew as it does. One that stands right behind another belongs to that: its numbers are
    there twice.
    """
    if len(_FIRST.findall(lines)) < 2:
        return []
    of_shapes = {shape: _starts(lines, shape) for shape in SHAPES}
    mixed = [
        start
        for shape, starts in of_shapes.items()
        for start in starts
        if shape.name in ("bracket", "raised") or is_headed(lines, start.labels[0]) or _is_citing(lines, start)
    ]
    mixed.sort(key=lambda start: start.labels[0].start)
    tries = [mixed] if len({start.shape for start in mixed}) > 1 else []
    for starts in [*tries, *of_shapes.values()]:
        sections = list(_sections(lines, starts, stated)) if len(starts) > 1 else []
        if len(sections) > 1:
            closed = _closed(lines, sections)
            called = _with_marks_above(lines, closed)
            return called if stated else _joined(lines, called, closed)
    return []


def _starts(lines: str, shape: Shape) -> list[_Start]:
    labels = find_labels(lines, shape)
    within = [False] * len(labels) if shape.explicit else items_within_notes(lines, labels)
    places = [index for index, label in enumerate(labels) if label.number == 1 and label.opens and not within[index]]
    return [_Start(shape, labels[first:following]) for first, following in pairwise([*places, len(labels)])]


def _is_citing(lines: str, start: _Start) -> bool:
    """Tell whether Roman numbers in brackets are those of notes, not of a list within one: most of what they label
    cites."""
    return start.shape.explicit and len(start.labels) > 1 and 2 * count_citing(lines, start.labels) >= len(start.labels)


def _sections(lines: str, starts: list[_Start], stated: bool) -> Iterator[Section]:
    start = 0
    above = False
    aside = 0
    for begun, following in pairwise([*starts, None]):
        assert begun is not None
        end = len(lines) - MARGIN
        if following is not None:
            below = following.labels[0]
            border = start_of_heading(lines, below) if is_headed(lines, below) else below.line
            end = min(_end_of_list(lines, begun.labels, begun.shape), border - MARGIN)
        words = with_plain_line_ends(lines[start + MARGIN : end + MARGIN])
        found = find_list(words, Marks(words[MARGIN:]), None)
        if found.labels and _is_list_of_notes(words, begun.shape, found, above, stated):
            yield Section(start, end, _moved(found, start))
            start, above, aside = end, True, 0
        elif (aside := aside + 1) > _MOST_ASIDE:
            return


def _is_list_of_notes(words: str, shape: Shape, found: NoteList, follows: bool, stated: bool) -> bool:
    """Tell whether a list is one of notes; `follows` says that another such list stands above."""
    label = found.labels[0]
    if label.number not in (1, None):
        return False
    if shape.explicit or is_headed(words, label) or is_headed_by_chapter(words, label):
        return True
    citing = 2 * count_citing(words, found.labels) >= len(found.labels)
    if not (stated or citing):
        return False
    above = _paragraphs(words[MARGIN : label.line])
    return bool(found.marks) or (follows and len(above) < 2) or (citing and not above)


def _joined(lines: str, sections: list[Section], closed: list[Section]) -> list[Section]:
    """Give lists that begin anew without a heading, and are not called by marks of their own, to the list above.

    `closed` are the sections with the marks that stand above each. Where all are one then, and its labels explicit,
    there are none.
    """
    joined: list[Section] = []
    for section, alone in zip(sections, closed, strict=True):
        label = section.found.labels[0]
        headed = lines[section.start + MARGIN : label.line].strip()
        if not joined or section.found.marks or headed:
            joined.append(section)
            continue
        above = joined[-1]
        marks = above.found.marks
        if not marks and len(joined) == 1:
            marks = closed[0].found.marks
        found = replace(above.found, labels=[*above.found.labels, *alone.found.labels], marks=marks)
        joined[-1] = replace(above, end=section.end, found=found)
    explicit = lines[sections[0].found.labels[-1].end - 1] in "]⁰¹²³⁴⁵⁶⁷⁸⁹"
    return [] if len(joined) == 1 and explicit else joined


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
                if not is_title(words):
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
            marks = body.before(end, [name for names in lists for name in names], lines[head.labels[0].start] == "[")
            runs = _by_name(marks, lists) or _runs(marks)
            if len(runs) != len(lists):
                runs = _in_order(body.at_words(end), lists)
            for index, run in enumerate(runs, first):
                marks = [mark._replace(start=mark.start + start, end=mark.end + start) for mark in run]
                given[index] = replace(given[index], found=replace(given[index].found, marks=marks))
        first = last + 1
    return given


def _by_name(marks: list[Mark], lists: list[list[str]]) -> list[list[Mark]]:
    """Give for each list the marks that call its notes, where no two lists have a label in common; else nothing."""
    place = {name: index for index, names in enumerate(lists) for name in names}
    if any(place[name] != index for index, names in enumerate(lists) for name in names):
        return []
    numbered = next((index for index, names in enumerate(lists) if any(map(str.isdecimal, names))), 0)
    runs: list[list[Mark]] = [[] for _ in lists]
    for mark in marks:
        runs[place.get(mark.typed, numbered)].append(mark)
    return runs


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
