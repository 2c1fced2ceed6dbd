"""What citelint writes into a comment, and how it knows its own again in a later round of review.

A comment is known by its last line, which names the rule, and by the words that it quotes: no number of a note counts,
since notes get other numbers while a manuscript is edited.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citelint.model.diagnostic import Diagnostic
from citelint.model.document import Document
from citelint.model.span import Span

SIGN = "citelint:"
"""What the last line of each comment begins with."""

LEAST = 16
"""Code points: fewer words than these are quoted with what stands beside them."""
BESIDE = 32
LONGEST = 160
"""Code points of a quotation; of a longer one the middle is left out."""

_LAST = re.compile(SIGN + r" (?:error|warning|suggestion) ([A-Z]+\d+)\b")
_LABEL = re.compile(r"(?:n\. \S+|text): ")
_QUOTED = re.compile(r"(?:n\. \S+|text): “(?P<words>.*?)”(?= →|  \(|$)(?:.*\((?P<code>[A-Z]+\d+)\)$)?")


class Own(NamedTuple):
    """A comment of citelint: the rule's code, and what it is known by: its lines, without the numbers of notes."""

    code: str
    lines: tuple[str, ...]


class Told(NamedTuple):
    """A finding that a comment tells of: the rule's code and the words quoted."""

    code: str
    words: str


def own(paragraphs: Sequence[str]) -> Own | None:
    """Give what a comment is known by, None for one that citelint did not write."""
    match = _LAST.match(paragraphs[-1]) if paragraphs else None
    if match is None:
        return None
    return Own(match[1], tuple(_LABEL.sub("", line) for line in paragraphs[:-1]))


def told(paragraphs: Sequence[str]) -> tuple[Told, ...]:
    """Give the findings that a comment of citelint tells of: its own, or the members of its headline."""
    mine = own(paragraphs)
    if mine is None:
        return ()
    found = []
    for line in paragraphs[:-1]:
        match = _QUOTED.match(line)
        if match is not None:
            found.append(Told(match["code"] or mine.code, match["words"]))
    return tuple(found)


def words_of(finding: Diagnostic, document: Document) -> str:
    """Give the words of the piece that a comment about a finding quotes."""
    if finding.note is not None:
        return quoted(document.text, finding.span, document.notes[finding.note].span)
    return quoted(document.text, finding.span, _line_of(document.text, finding.span))


def _line_of(text: str, span: Span) -> Span:
    """Give the line of `text` that `span` begins in."""
    end = text.find("\n", span.start)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def quoted(text: str, span: Span, around: Span) -> str:
    """Give the words of `span` as a comment quotes them, on one line; few words with what stands beside them.

    `around` is the note or the line of the text that the words stand in.
    """
    start = min(max(span.start, around.start), around.end)
    end = max(min(span.end, around.end), start)
    before = after = ""
    if end - start < LEAST:
        before = text[max(around.start, start - BESIDE) : start]
        before = before if start - BESIDE <= around.start else "…" + before.partition(" ")[2]
        after = text[end : min(around.end, end + BESIDE)]
        after = after if end + BESIDE >= around.end else after.rpartition(" ")[0] + "…"
    words = text[start:end] if end - start <= LONGEST else f"{text[start : start + 110]}…{text[end - 40 : end]}"
    return " ".join((before + words + after).replace("“", "‘").replace("”", "’").split())
