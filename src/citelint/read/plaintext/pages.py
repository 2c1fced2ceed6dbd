"""Pages of a text whose notes stand below each page, and count on: the body of the next page is no part of a note.

What stands between the last note of a page and the first of the next belongs to that note, as its further paragraphs
do, unless it calls the next note: then it is body, and the note above ends with its first paragraph, or before the
number of the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from citelint.read.plaintext.labels import MARGIN, Label
from citelint.read.plaintext.marks import Mark, Marks, certain_marks
from citelint.read.plaintext.sections import Section

_GAP = re.compile(r"(?<=\S)[^\S\n]*+\n[^\S\n]*+\n\s*+")
_PAGE_NUMBER = re.compile(
    r"(?<=\S)[^\S\n]*+\n[^\S\n]*+\n\s*+(?=(?:[-–—[][^\S\n]?)?\d{1,4}(?:[^\S\n]?[-–—\]])?[^\S\n]*+\n[^\S\n]*+(?:\n|\Z))"
)


def pages_of(lines: str, section: Section) -> list[Section]:
    """Give a section page by page, where the body goes on below notes; the section alone where it does not."""
    labels = section.found.labels
    if len(labels) < 2 or not lines[section.start + MARGIN : labels[0].line].strip():
        return [section]
    cuts: dict[int, int] = {}
    for index, (label, following) in enumerate(pairwise(labels)):
        cut = _end_above_body(lines, label, following)
        if cut is not None:
            cuts[index] = cut
    if not cuts:
        return [section]
    number = _PAGE_NUMBER.search(lines, labels[-1].end, section.end + MARGIN)
    if number is not None:
        cuts[len(labels) - 1] = number.start()
    pages = _parted(section, cuts)
    marks = _marks(lines, pages, labels)
    if not marks:
        return [section]
    first = [bisect_left(marks, page.start, key=lambda mark: mark.start) for page in pages]
    return [
        replace(page, found=replace(page.found, marks=marks[begin:end]))
        for page, begin, end in zip(pages, first, [*first[1:], len(marks)], strict=True)
    ]


def _end_above_body(lines: str, label: Label, following: Label) -> int | None:
    """Give where a note ends above the body of the next page, None where what follows it is its own."""
    gap = _GAP.search(lines, label.end, following.line)
    if gap is None or gap.end() >= following.line:
        return None
    if not any(mark.typed == following.name for mark in certain_marks(lines, gap.end(), following.line)):
        return None
    number = _PAGE_NUMBER.search(lines, label.end, following.line)
    return (gap if number is None else number).start()


def _parted(section: Section, cuts: dict[int, int]) -> list[Section]:
    pages: list[Section] = []
    start, first = section.start, 0
    labels = section.found.labels
    for index, cut in cuts.items():
        end = cut - MARGIN
        found = replace(section.found, labels=labels[first : index + 1], marks=[])
        pages.append(Section(start, end, found, continues=bool(pages)))
        start, first = end, index + 1
    if first < len(labels):
        found = replace(section.found, labels=labels[first:], marks=[])
        pages.append(Section(start, section.end, found, continues=True))
    return pages


def _marks(lines: str, pages: list[Section], labels: list[Label]) -> list[Mark]:
    """Give the marks in the bodies of all pages, found as if these stood in one piece."""
    start = pages[0].start + MARGIN
    pieces: list[str] = []
    for page in pages:
        below = page.found.labels[0].line
        pieces += [lines[page.start + MARGIN : below], "\n" * (page.end + MARGIN - below)]
    body = Marks("".join(pieces))
    found = body.before(len(lines), [label.name for label in labels], lines[labels[0].start] == "[")
    by = start - MARGIN
    return [mark._replace(start=mark.start + by, end=mark.end + by) for mark in found]
