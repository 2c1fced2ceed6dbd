"""Rising runs of explicit labels: [1], [2], [3] ..., each a possible list of notes.

What makes it hard is what else stands at the heads of lines: a hard-wrapped line of note 14 may begin with "[3]" or
"[15]", a note may hold a numbered list, headings and lists of the body count from 1 as well, and a number may be
missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from citelint.read.plaintext.labels import Label, Shape

_ENDS_A_SENTENCE = frozenset(".?!,;:)]”’\"'")


def rising_runs(lines: str, labels: list[Label], shape: Shape, starts: frozenset[int], most: int) -> list[list[int]]:
    """Give the longest rising runs, at most `most`, as indexes of `labels`; of two as long the later comes first.

    A run starts anywhere. Each label is put behind the one that its number follows: one less, the last such since a
    paragraph began with one of the numbers `starts`; else a number or two may be left out; else one less, further up (a
    list within a note has come between); else, for labels that open paragraphs, any smaller number above. Every label
    is looked at once.
    """
    before: dict[int, int | None] = {}
    length: dict[int, int] = {}
    root: dict[int, int] = {}
    last: dict[int, int] = {}
    here: dict[int, int] = {}
    further: dict[int, int] = {}
    sure: dict[int, int] = {}
    smaller: list[int] = []
    for index, label in enumerate(labels):
        number = label.number
        if number is None:
            continue
        if label.opens and number in starts:
            further.update(here)
            here = {}
        previous = here.get(number - 1)
        for step in range(2, shape.reach + 1):
            previous = here.get(number - step) if previous is None else previous
        previous = further.get(number - 1) if previous is None else previous
        if label.opens:
            while smaller and (labels[smaller[-1]].number or 0) >= number:
                smaller.pop()
            if previous is None and smaller:
                previous = smaller[-1]
            smaller.append(index)
        before[index] = previous
        length[index] = 1 if previous is None else length[previous] + 1
        top = root[index] = index if previous is None else root[previous]
        if top not in last or length[index] >= length[last[top]]:
            last[top] = index
        sure[index] = 2 if label.opens else int(ends_a_sentence_above(lines, label))
        rival = here.get(number)
        if rival is None or sure[index] >= sure[rival]:
            here[number] = index
    longest = sorted(last.values(), key=lambda index: (length[index], index), reverse=True)
    return [back_from(index, before) for index in longest[:most]]


def ends_a_sentence_above(lines: str, label: Label) -> bool:
    """Tell whether the text before a label's line ends as a sentence does, so that something new may begin."""
    position = label.line - 1
    while position >= 0 and lines[position].isspace():
        position -= 1
    return position < 0 or lines[position] in _ENDS_A_SENTENCE


def back_from(index: int, before: Mapping[int, int | None] | Sequence[int | None]) -> list[int]:
    """Give the indexes of the labels that end in `index`, in order; `before` has for each the one before it, if any."""
    run = [index]
    at = before[index]
    while at is not None:
        run.append(at)
        at = before[at]
    run.reverse()
    return run
