"""The numbers that Word prints at notes: counted over the marks, as settings and sections say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citelint.model.source import Apparatus
from citelint.read.wordml.marks import Mark
from citelint.read.wordml.numerals import numeral
from citelint.read.wordml.settings import Numbering, Numberings


class Counted(NamedTuple):
    """What is printed at a mark: a label, or None where nothing is or it cannot be known; the number counted.

    `section` counts from 1 the stretches that are numbered for themselves. `known` is false where every page begins
    anew: only a layout tells what is printed then.
    """

    label: str | None
    number: int | None
    section: int
    known: bool = True


def count(marks: Sequence[Mark], sections: Sequence[Numberings], file: Numberings) -> list[Counted]:
    """Give for each mark, in order, what is printed at it."""
    counters = {apparatus: _Counter(apparatus, sections, file) for apparatus in file}
    return [counters[mark.apparatus].count(mark) for mark in marks]


class _Counter:
    """Counts the notes of one apparatus. `stretch` is the section in which they are counted, from 1."""

    def __init__(self, apparatus: Apparatus, sections: Sequence[Numberings], file: Numberings) -> None:
        self._file = file[apparatus]
        self._sections = [section[apparatus].over(self._file) for section in sections]
        self._section = -1
        self._next = 0
        self._stretch = 0

    def count(self, mark: Mark) -> Counted:
        rule = self._rule(mark.section)
        if mark.section != self._section:
            if self._section < 0 or rule.restart == "eachSect":
                self._stretch += 1
                self._next = 1 if rule.start is None else rule.start
            self._section = mark.section
        if mark.custom is not None:
            return Counted(mark.label or None, None, self._stretch)
        number, self._next = self._next, self._next + 1
        if rule.restart == "eachPage":
            return Counted(None, None, self._stretch, known=False)
        return Counted(numeral(number, rule.format or "decimal") or None, number, self._stretch)

    def _rule(self, section: int) -> Numbering:
        return self._sections[section] if section < len(self._sections) else self._file
