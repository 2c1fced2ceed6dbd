"""Sections of a Markdown file, each with notes that count from 1: where labels begin anew, or headings say so.

A label can be used once in a file, so a book has labels of its own for every chapter, and what prints it counts anew at
each heading of the chapters' level. Chapters that were put together keep their labels, and the label 1 comes again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Head(NamedTuple):
    """A heading of the body: its place among the stretches of the body, its level, and its place in the file."""

    paragraph: int
    level: int
    start: int


@dataclass(frozen=True, slots=True)
class Sections:
    """The section, from 1, of each mark and of each definition; `restart` tells that the labels themselves say so."""

    marks: tuple[int, ...]
    definitions: tuple[int, ...]
    restart: bool


def find_sections(
    marks: Sequence[tuple[str | None, int]], definitions: Sequence[tuple[str, int]], headings: Sequence[Head]
) -> Sections | None:
    """Tell which notes belong together, None where the whole piece is one section.

    `marks` are labels (None for an inline note), each with the place of its stretch of the body; `definitions` labels,
    each with its place in the file. Where the label 1 is defined more than once the sections are those of the labels.
    Else they begin at the headings of the highest level that has two; what stands above the first, and sections
    without marks, count for nothing.
    """
    labels = [label for label, _ in definitions]
    if labels.count("1") > 1:
        runs, called_runs = _runs(labels), _runs(label for label, _ in marks)
        if not marks or called_runs[-1] == runs[-1]:
            return Sections(tuple(called_runs), tuple(runs), restart=True)
    levels = Counter(head.level for head in headings)
    level = min((level for level, count in levels.items() if count > 1), default=None)
    if level is None or not marks:
        return None
    heads = [head for head in headings if head.level <= level]
    in_body = [bisect_right(heads, paragraph, key=lambda head: head.paragraph) for _, paragraph in marks]
    known = {label.casefold() for label in labels}
    with_notes = {
        chapter
        for chapter, (label, _) in zip(in_body, marks, strict=True)
        if label is None or label.casefold() in known
    }
    if len(with_notes) < 2:
        return None
    chapters = sorted(with_notes)
    in_file = [bisect_right(heads, start, key=lambda head: head.start) for _, start in definitions]
    # what stands in a chapter without notes counts with the chapter above
    called, defined = (
        tuple(max(bisect_right(chapters, chapter), 1) for chapter in places) for places in (in_body, in_file)
    )
    return Sections(called, defined, restart=False)


def _runs(labels: Iterable[str | None]) -> list[int]:
    """Count the runs of labels that begin at 1: "1" opens one, but for the first, and but right behind another "1"."""
    runs: list[int] = []
    number, before = 1, None
    for label in labels:
        if label == "1" and runs and before != "1":
            number += 1
        runs.append(number)
        before = label
    return runs
