"""Which labels of a text are those of its notes.

Notes stand after the text, or are all there is. Paragraphs that all open with an explicit label are taken as they
stand: any start, gaps, doubles, signs. Otherwise a list is a rising run; of several the one that marks in the text
above it call, or that looks most like notes. What is not explicit ("1.", "1 ") has to prove itself: by marks, by a
heading, or by what its items cite.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from citelint.read.plaintext.chains import find_chains
from citelint.read.plaintext.citing import count_citing
from citelint.read.plaintext.headings import is_headed
from citelint.read.plaintext.labels import AUTHOR_SIGNS, MARGIN, SHAPES, Label, Shape, find_labels
from citelint.read.plaintext.marks import Mark, Marks
from citelint.read.plaintext.runs import ends_a_sentence_above, rising_runs

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n(?=[^\S\n]*\S)")
_LINE = re.compile(r"\n(?=[^\S\n]*\S)")
_AUTHOR = re.compile(
    rf"(?P<head>\n(?P<blank>[^\S\n]*\n)?)[^\S\n]*(?P<label>\[?(?P<name>[{AUTHOR_SIGNS}]{{1,9}})\]?)(?=[^\S\n]+\S|[^\W\d_a-z])"
)
_RUNS = 6
"""How many rising runs of one shape are weighed."""
_IN_ORDER = (["*", "**", "***", "****"], ["*", "†", "‡", "§"])
_SENTENCE_ENDS = '.?!)”"'
_POSSIBLE, _SURE = 1, 2


@dataclass(frozen=True, slots=True)
class NoteList:
    """The labels of the notes in order, and the marks in the body above them. Empty where there are no notes."""

    labels: list[Label]
    marks: list[Mark]
    endnotes: bool = False


def find_list(lines: str, marks: Marks, first_note: int | None) -> NoteList:
    """Find the notes of a text, given as *lines*. `first_note` is the number that an excerpt begins with, if any."""
    finder = _Finder(lines, marks, first_note)
    best, best_weight = NoteList([], []), 0
    for shape in SHAPES:
        for found, weight in finder.candidates(shape):
            if weight > best_weight and not _is_within(found, best):
                best, best_weight = found, weight
        if best_weight == _SURE:
            break
    return best


def _is_within(found: NoteList, best: NoteList) -> bool:
    """Tell whether a list stands in the notes of another, which has many more: a few wrapped lines may count up too."""
    above = bool(best.labels) and best.labels[0].line <= found.labels[0].line
    return above and 2 * len(found.labels) < len(best.labels)


class _Finder:
    def __init__(self, lines: str, marks: Marks, first_note: int | None) -> None:
        self._lines = lines
        self._marks = marks
        self._starts = frozenset({1} if first_note is None else {1, first_note})
        begins = re.search(r"\S", lines)
        self._begins = begins.start() if begins else len(lines)

    def candidates(self, shape: Shape) -> list[tuple[NoteList, int]]:
        """Give the lists that labels of one shape may be, those to be preferred first, each with its weight."""
        labels = find_labels(self._lines, shape)
        if not labels:
            return []
        opening = [label for label in labels if label.opens] if shape.explicit else []
        if opening and self._paragraphs(opening[0]) == len(opening):
            first = labels.index(opening[0])
            members = labels[first:]
            if not self._label_every_line(members):
                members = self._members(labels, first, self._chain_of_lines(labels, opening, shape))
            found = self._weighed(members, shape)
            if found[1]:
                return [found]
        starts = self._starts
        if labels[0].start == self._begins and labels[0].number is not None:
            starts |= {labels[0].number}
        found_lists: list[tuple[NoteList, int]] = []
        if not shape.explicit:
            chains = find_chains(self._lines, labels, shape, starts, _RUNS)
            opens = [0, *accumulate(label.opens for label in labels)]
            return [
                self._weighed([labels[index] for index in chain], shape, opens[-1] - opens[chain[0]])
                for chain in chains
            ]
        for run in rising_runs(self._lines, labels, shape, starts, _RUNS):
            first = self._further_up(labels, run[0])
            found_lists.append(self._weighed(self._members(labels, first, frozenset(run)), shape))
        return found_lists

    def _chain_of_lines(self, labels: list[Label], opening: list[Label], shape: Shape) -> frozenset[int]:
        """Give the likeliest list where most of its labels open no paragraph (`opening` of all do), else nothing."""
        starts = self._starts | {label.number for label in opening[:1] if label.number is not None}
        chains = find_chains(self._lines, labels, shape, starts, 1)
        return frozenset(chains[0]) if chains and len(chains[0]) > 2 * len(opening) else frozenset()

    def _paragraphs(self, first: Label) -> int:
        """Count the paragraphs from that of a label to the end."""
        return 1 + len(_PARAGRAPH.findall(self._lines, first.end))

    def _further_up(self, labels: list[Label], first: int) -> int:
        """Give the first label of the paragraphs right above label `first` that all open with a label."""
        at = first
        for index in range(first - 1, -1, -1):
            label = labels[index]
            if not label.opens:
                continue
            gap = _PARAGRAPH.search(self._lines, label.end, labels[at].start + 1)
            if gap is not None and gap.end() < labels[at].line:
                break
            at = index
        return at

    def _label_every_line(self, labels: list[Label]) -> bool:
        """Tell whether every line from the first of some labels on has one of them."""
        return len(_LINE.findall(self._lines, labels[0].line - 1)) == len(labels)

    def _members(self, labels: list[Label], first: int, run: frozenset[int]) -> list[Label]:
        """Give the labels of the notes from label `first` on."""
        rest = labels[first:]
        if self._label_every_line(rest):
            return rest
        # a line that opens no paragraph begins a note where it is in the run, fills a gap, or repeats a number
        opening = {label.number for label in rest if label.opens}
        members: list[Label] = []
        for index, label in enumerate(rest, first):
            above = members[-1].number if members else None
            fills = label.number not in opening and above is not None and label.number == above + 1
            if (
                label.opens
                or not members
                or index in run
                or (
                    (label.number in (None, above) or (fills and not run)) and ends_a_sentence_above(self._lines, label)
                )
            ):
                members.append(label)
        return members

    def _weighed(self, members: list[Label], shape: Shape, opening: int = 0) -> tuple[NoteList, int]:
        """Give a list with its weight; `opening` counts the labels that open paragraphs from its first to the end."""
        members = [*self._authors_above(members[0]), *members]
        first = members[0]
        numbered = {label.name for label in members if label.number is not None}
        alone = first.start <= self._begins
        marks = (
            []
            if alone
            else self._marks.before(first.line - MARGIN, [label.name for label in members], shape.name == "bracket")
        )
        found = NoteList(members, marks, endnotes=shape.name.startswith("roman"))
        called = len({mark.typed for mark in marks} & numbered)
        if (alone and shape.explicit) or (called and 2 * called >= len(numbered)):
            return found, _SURE
        if is_headed(self._lines, first):
            return found, _POSSIBLE
        if not first.opens:
            return found, 0
        citing = count_citing(self._lines, members)
        if shape.explicit:
            return found, _POSSIBLE if len(members) > 1 or citing else 0
        unlabelled = self._paragraphs(first) - max(opening, sum(label.opens for label in members))
        listed = len(members) > 1 and 2 * citing >= len(members) and unlabelled <= len(members)
        return found, _POSSIBLE if listed or (alone and 2 * unlabelled <= len(members)) else 0

    @cached_property
    def _signs(self) -> list[Label]:
        """What may be author's notes: lines that begin with a sign."""
        return [
            Label(match.end("head"), *match.span("label"), match["name"], None, match["blank"] is not None)
            for match in _AUTHOR.finditer(self._lines)
        ]

    def _authors_above(self, first: Label) -> list[Label]:
        """Give author's notes ("* Professor of Law.") right above a list.

        They have signs that differ, unlike the bullets of a list, and are called from the text, or it has none. Where
        they are not called, their signs have to be those of author's notes, in order, each before a sentence.
        """
        chosen: list[Label] = []
        lower_lines: list[Label] = []
        below = first
        for index in range(bisect_left(self._signs, first.line, key=lambda note: note.line) - 1, -1, -1):
            note = self._signs[index]
            lower_lines.append(note)
            if not note.opens:
                continue
            gap = _PARAGRAPH.search(self._lines, note.end, below.start + 1)
            if gap is not None and gap.end() < below.line:
                break
            chosen += lower_lines
            lower_lines = []
            below = note
        names = [note.name for note in reversed(chosen)]
        if not chosen or len(set(names)) < len(chosen):
            return []
        chosen.reverse()
        if chosen[0].start <= self._begins or self._are_signed(chosen, first):
            return chosen
        called = {m.typed for m in self._marks.before(chosen[0].line - MARGIN, names, bracketed=True)}
        return chosen if called.issuperset(names) else []

    def _are_signed(self, notes: list[Label], first: Label) -> bool:
        """Tell whether notes have the signs of author's notes in their order, and sentences behind them."""
        if not any([note.name for note in notes] == signs[: len(notes)] for signs in _IN_ORDER):
            return False
        ends = [note.line for note in notes[1:]] + [first.line]
        texts = [self._lines[note.end : end].strip() for note, end in zip(notes, ends, strict=True)]
        return all(text[:1].isalpha() and text[-1] in _SENTENCE_ENDS for text in texts)
