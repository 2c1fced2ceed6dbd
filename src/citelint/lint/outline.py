"""The Parts of a piece by their numbers, and what a cross-reference such as "infra Part II.B" names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citelint.lint.again import marks_of_notes
from citelint.lint.pattern import Pattern
from citelint.model.citation import CrossReference
from citelint.model.source import Heading
from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.lint.context import Context

Path = tuple[str, ...]
"""The numbers of a Part and of the sections within it, in small letters: ("ii", "b", "1")."""

_TYPED = Pattern(
    r"(?:(?:Part|Section|Chapter)\s+)?(?P<number>[IVXLC]+|[ivxl]+|[A-Z]|[a-z]|\d{1,2})(?:[.):]|\s*[—–])(?=\s+\S)|"
    r"(?:Part|Section|Chapter)\s+(?P<bare>[IVXLC]+|[A-Z]|\d{1,2})\s*\Z"
)
_ROMAN = Pattern(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_PLACES = Pattern(r"(?:sub-?)?(?:parts?|sections?)\s+", 2)
_ITEM = Pattern(
    r"(?:,?\s+(?:and|&)\s+|,\s+|\s?[-–]\s?|)(?P<word>[Pp]arts?\s+|[Ss]ections?\s+)?(?P<path>\w+(?:[.(]+\w+\)?)*)"
)
_ELSEWHERE = Pattern(r",?\s+(?:of|in|to)\s+(?!this\b)")
_VALUES = {"i": 1, "v": 5, "x": 10}
_LONGEST = 120
_UNKNOWN = ("?",)
"""The path of a heading whose number cannot be known: its siblings are then not counted."""


@dataclass(slots=True)
class Section:
    """A numbered Part or section: where its heading stands, where it ends, and the sections within it.

    `doubled` tells that two headings have its path, and nobody knows which is meant.
    """

    span: Span
    end: int
    doubled: bool = False
    within: list[str] = field(default_factory=list)


class Outline:
    """The numbered headings of a piece by their paths."""

    def __init__(self, context: Context) -> None:
        self.sections: dict[Path, Section] = {}
        self.tops: list[str] = []
        open_: list[tuple[int, Path]] = []
        for heading, number in _numbered(context):
            while open_ and open_[-1][0] >= heading.level:
                self._close(open_.pop()[1], heading.span.start)
            if number is None:
                continue
            above = open_[-1][1] if open_ else ()
            path = (*above, *number)
            self._add(path, heading.span)
            open_.append((heading.level, path))
        end = len(context.source.text)
        for _, path in open_:
            self._close(path, end)

    def _add(self, path: Path, span: Span) -> None:
        known = self.sections.get(path)
        if known is not None:
            known.doubled = True
            return
        self.sections[path] = Section(span, span.end)
        siblings = (
            self.tops if len(path) == 1 else self.sections[path[:-1]].within if path[:-1] in self.sections else []
        )
        siblings.append(path[-1])

    def _close(self, path: Path, end: int) -> None:
        if path in self.sections and not self.sections[path].doubled:
            self.sections[path].end = end

    def has(self, path: Path) -> bool | None:
        """Tell whether a Part exists; None where its siblings were not all read with their numbers."""
        for depth in range(1, len(path) + 1):
            siblings = self.tops if depth == 1 else self.sections[path[: depth - 1]].within
            if not _is_counted(siblings):
                return None
            if path[:depth] not in self.sections:
                return False
        return True


def outline(context: Context) -> Outline:
    """Give the outline of the piece."""
    return Outline(context)


def named_parts(reference: CrossReference, context: Context) -> tuple[tuple[Path, Span], ...]:
    """Give the Parts of the same piece that a supra or infra names, each with its place; none where that is not sure.

    "Parts II.A and III" names two, "Part II.A–C" the ends of its range. Notes that are numbered anew, and among whose
    marks no Part begins, may be those of a piece whose headings were not read as such: what they name is not sure.
    """
    part = reference.part
    if part is None or reference.word is None or reference.numbers:
        return ()
    note = context.note_of(reference)
    if (note.apparatus, note.section) not in context.facts(_sections_with_parts):
        return ()
    text, end = context.source.text, part.span.end
    head = _PLACES.match(text, part.span.start, end)
    if head is None or _ELSEWHERE.match(text, max(end, reference.word.span.end), note.span.end):
        return ()
    found: list[tuple[Path, Span]] = []
    at = head.end()
    while at < end and (item := _ITEM.match(text, at, end)) is not None:
        path = tuple(token.lower() for token in _tokens(item["path"]))
        if found and len(path) == 1 and len(found[-1][0]) > 1 and item["word"] is None:
            path = (*found[-1][0][:-1], *path)
        if not path or value_of(path[0], is_top=True) is None:
            return ()
        found.append((path, Span(item.start("path"), item.end("path"))))
        at = item.end()
    return tuple(found)


def _sections_with_parts(context: Context) -> frozenset[tuple[str, int]]:
    """Give the sections (and their apparatus) among whose marks a Part begins, and each that is the only one."""
    sections = sorted({(note.apparatus, note.section) for note in context.document.notes})
    ends = dict.fromkeys(sections, 0)
    for ordinal, mark in context.facts(marks_of_notes).items():
        note = context.document.notes[ordinal]
        key = (note.apparatus, note.section)
        ends[key] = max(ends[key], mark.end)
    tops = sorted(section.span.start for path, section in context.facts(outline).sections.items() if len(path) == 1)
    found = set()
    for place, (apparatus, section) in enumerate(sections):
        first = place == 0 or sections[place - 1][0] != apparatus
        alone = first and (place + 1 == len(sections) or sections[place + 1][0] != apparatus)
        begin = 0 if first else ends[sections[place - 1]]
        if alone or bisect_left(tops, begin) < bisect_left(tops, ends[apparatus, section]):
            found.add((apparatus, section))
    return frozenset(found)


def value_of(number: str, *, is_top: bool) -> int | None:
    """Give the value of a number in small letters: "ii" at the top is 2, "b" 2, "3" 3; None for no number."""
    if number.isdecimal():
        return int(number)
    if is_top:
        return _roman(number)
    return ord(number) - ord("a") + 1 if len(number) == 1 and number.isascii() else _roman(number)


def _roman(number: str) -> int | None:
    if not number or _ROMAN.fullmatch(number) is None:
        return None
    values = [_VALUES[letter] for letter in number]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _tokens(path: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in path).split()


def _is_counted(numbers: list[str]) -> bool:
    """Tell whether numbers run from the first one without a gap, as letters, as Roman or as Arabic numbers."""
    wanted = list(range(1, len(numbers) + 1))
    return bool(numbers) and any([value_of(n, is_top=top) for n in numbers] == wanted for top in (True, False))


def _numbered(context: Context) -> Iterator[tuple[Heading, Path | None]]:
    """Give the headings with the numbers printed before them, None for one without.

    Of a number that is printed and another that was typed nobody knows which is meant.
    """
    text = context.source.text
    headings = context.source.headings or tuple(_plain_headings(context))
    for heading in headings:
        typed = _TYPED.match(text, heading.span.start, heading.span.end)
        if heading.number is not None:
            tokens = [] if typed is not None else _tokens(heading.number)
            yield heading, (tokens[-1].lower(),) if tokens else _UNKNOWN
            continue
        number = None if typed is None else typed["number"] or typed["bare"]
        yield heading, None if number is None else (number.lower(),)


def _plain_headings(context: Context) -> Iterator[Heading]:
    """Give the paragraphs of plain text that look like numbered headings.

    Levels are told by the numbers: Roman ones, letters, digits, small letters.
    """
    letter = ""
    for span in context.source.body:
        typed = _TYPED.match(context.source.text, span.start, span.end)
        words = context.text(span)
        if typed is None or len(words) > _LONGEST or "\n" in words or words.rstrip()[-1:] in ".;,":
            continue
        number = typed["number"] or typed["bare"] or ""
        if number.isdecimal():
            yield Heading(span, 3)
        elif number.isupper() and len(number) == 1 and (not letter or number == chr(ord(letter) + 1)) and number != "I":
            letter = number
            yield Heading(span, 2)
        elif number.isupper() and value_of(number.lower(), is_top=True) is not None:
            letter = "@"
            yield Heading(span, 1)
        elif number.islower():
            yield Heading(span, 4)
