"""Which stets hold for a piece: comments in its files, and what stands in a file beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from citelint.model.comment import told
from citelint.model.place import LineIndex
from citelint.model.source import Part, Source
from citelint.model.span import Span
from citelint.model.stet import FiledStet, Stet

_COMMENT = "<!--"
_SIGN = re.compile(r"\s*citelint:\s*(\S*)\s*")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_WORDS = ("stet", "stet-file")


def stets_of(source: Source, filed: Iterable[FiledStet] = ()) -> tuple[Stet, ...]:
    """Give the stets of a piece: comments ``<!-- citelint: stet RULE reason -->`` in order, then `filed`.

    A comment may name several rules, joined by commas. It holds for the note in which it stands, else for the note of
    the next mark in the body or for the next note in a list of notes; ``stet-file`` holds for the whole piece. What
    is printed is no comment: in plain text there are none, nor in code. In a Word file a comment of citelint that was
    marked as resolved holds for the finding that it tells of.
    """
    found = [stet for part in source.parts if _COMMENT in part.text for stet in _comments(source, part)]
    start = Span(0, 0)
    found += (Stet(one.rule, one.reason, one.where, start, key=one.key) for one in filed)
    found += _resolved(source)
    return tuple(found)


def _resolved(source: Source) -> Iterator[Stet]:
    """Give the stets that comments of citelint in a Word file are, where somebody marked them as resolved."""
    if source.word is None or source.word.comments is None:
        return
    for comment in source.word.comments.comments:
        if not comment.resolved or comment.answers:
            continue
        for one in told(comment.paragraphs):
            span = source.notes[comment.note].span if comment.note is not None else Span(0, 0)
            where = f"comment {comment.id}"
            yield Stet(one.code, "marked as resolved in Word", where, Span(span.start, span.start), words=one.words)


def _comments(source: Source, part: Part) -> Iterator[Stet]:
    text, lines = part.text, LineIndex(part.text)
    holders = _Holders(source, part.name)
    at = text.find(_COMMENT)
    while at >= 0:
        end = text.find("-->", at + len(_COMMENT))
        if end < 0:
            return
        sign = _SIGN.match(text, at + len(_COMMENT), end)
        if sign and not holders.prints(at) and not holders.is_code(at):
            where = f"line {lines.place(at).line}"
            yield from _written(sign[1], " ".join(text[sign.end() : end].split()), where, holders, at)
        at = text.find(_COMMENT, end)


def _written(word: str, rest: str, where: str, holders: _Holders, at: int) -> Iterator[Stet]:
    rules, _, reason = rest.partition(" ")
    note = None if word == "stet-file" else holders.note(at)
    span = holders.span(note)
    trouble = ""
    if word not in _WORDS:
        trouble = f"{word!r} is no instruction: write stet RULE reason, or stet-file RULE reason"
    elif not rules.strip(":,"):
        trouble = f"it names no rule: write {word} RULE reason"
    elif word == "stet" and note is None:
        trouble = "no note follows it: put it before the mark or the note, or write stet-file"
    for rule in filter(None, rules.strip(":").split(",")) if not trouble else (rules,):
        yield Stet(rule, reason.strip(" :,–—-"), where, span, note, trouble=trouble)


class _Holders:
    """Answers which note a place in a part belongs to."""

    def __init__(self, source: Source, part: str) -> None:
        self._source = source
        self._printed = sorted(segment.origin for segment in source.segments if segment.part == part)
        text = next(one.text for one in source.parts if one.name == part)
        self._fences = [m.start() for m in _FENCE.finditer(text)] if source.format == "markdown" else []
        self._inside = sorted((note.origin, note.ordinal) for note in source.notes)
        marks = ((source.origin(marker.span), marker.note) for marker in source.markers)
        self._next = sorted(
            [(place.start, note) for (name, place), note in marks if name == part and note is not None]
            + [(span.start, ordinal) for span, ordinal in self._inside]
        )

    def prints(self, at: int) -> bool:
        """Tell whether the place is printed: then it is text, and no comment."""
        index = bisect_left(self._printed, (at + 1,)) - 1
        return index >= 0 and self._printed[index].start <= at < self._printed[index].end

    def is_code(self, at: int) -> bool:
        """Tell whether a place of a Markdown file is between the fences of code, which readers leave out."""
        return bisect_left(self._fences, at) % 2 == 1

    def note(self, at: int) -> int | None:
        """Give the note that the place is in, else the next one that is called or begins, else None."""
        index = bisect_left(self._inside, ((at + 1,),)) - 1
        if index >= 0 and self._inside[index][0].start <= at < self._inside[index][0].end:
            return self._inside[index][1]
        later = bisect_left(self._next, (at,))
        return self._next[later][1] if later < len(self._next) else None

    def span(self, note: int | None) -> Span:
        """Give the place at which a stet is shown: where its note begins."""
        start = 0 if note is None else self._source.notes[note].span.start
        return Span(start, start)
