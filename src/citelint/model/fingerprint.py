"""Knowing a finding again in a later version of the piece, when every note has got another number.

A fingerprint is made of the words of the citation and of its neighbours, and of no number of a note: neither the label
of its own note, nor the numbers that references name, nor the marks of the body. It holds no word of the manuscript,
so that it may be committed to a repository.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from citelint.model.citation import Mention
from citelint.model.diagnostic import Diagnostic
from citelint.model.document import Document
from citelint.model.source import Marker
from citelint.model.span import Span

NEAR = 8
"""So many words on either side are the neighbours: enough to tell one *Id.* from another."""

_REACH = 240
"""Code points on either side in which the neighbours are looked for, so that a note of any length costs the same."""

_FEWEST = 4
"""So many words that tell something are the least that a citation and its place are known by together."""

_EVERYWHERE = frozenset("id ibid supra infra note notes n nn at see also cf and the of in".split())

_LONGEST = 4000
_MOST = 200
"""Code points and words of a citation that count: of the rest of a longer one nothing is hashed."""

_NUMBERED = re.compile(
    r"\b((?:foot|end)?notes?|nn?\.)\s*+\d++(?:\s*+(?:[-–—,&]|and\b|to\b|through\b)\s*+(?:n(?:ote)?s?\.?\s*+)?\d++)*+",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"[0-9a-f]{16}(?:-[0-9a-f]{16}){2,3}")
_QUOTES = str.maketrans({**dict.fromkeys("‘’‚‛′", "'"), **dict.fromkeys("“”„‟″", '"')})


class Fingerprint(NamedTuple):
    """What a finding is known by: hashes of 16 hexadecimal digits.

    `key` is made of the rule's code, the words complained of and the citation or reference they stand in; `before` and
    `after` of the `NEAR` words on either side, across the borders of the note. Two findings with one key are told
    apart by their neighbours: "Id." is a common key. Where a note was inserted beside a finding, one side is another
    and the rest is the same. `home` is made of what else stands in its note, and of the words of the body that the
    note belongs to: it is the same wherever the note is moved. It is "" where that, with the citation itself, is too
    little to tell a finding by ("Id. at 5.").
    """

    key: str
    before: str
    after: str
    home: str = ""

    @classmethod
    def parse(cls, written: str) -> Fingerprint:
        """Read what `written` gives. Raises ValueError for what is none."""
        if not _WRITTEN.fullmatch(written):
            raise ValueError(f"{written!r} is no fingerprint")
        return cls(*written.split("-"))

    @property
    def written(self) -> str:
        """The hashes as they stand in files, joined by hyphens."""
        return "-".join(filter(None, self))

    @property
    def whole(self) -> str:
        """The hash of key and neighbours, for those who can compare but one."""
        return _hash(self.key, self.before, self.after)


def fingerprint(finding: Diagnostic, document: Document) -> Fingerprint:
    """Give what `finding`, whose spans count in the text of `document`, is known by.

    The same words give the same hashes in every version of citelint that finds the same stretch, on every machine and
    in every format: blanks, line ends and the shape of quotation marks do not count.
    """
    anchor = _mention_at(document, finding.span) if finding.note is not None else None
    place = anchor.span if anchor is not None and anchor.note == finding.note else finding.span
    return _of(document, finding.note, (finding.code, finding.span), place)


def fingerprint_of_place(document: Document, note: int, span: Span) -> Fingerprint:
    """Give what a stretch of the note with the ordinal `note` is known by, whether anything is found in it or not."""
    return _of(document, note, ("", span), span)


def _of(document: Document, note: int | None, what: tuple[str, Span], place: Span) -> Fingerprint:
    code, span = what
    return Fingerprint(
        _hash(code, *(" ".join(_beginning(document, some)) for some in (span, place))),
        _hash(" ".join(_before(document, note, place))),
        _hash(" ".join(_after(document, note, place))),
        _home(document, note, place),
    )


def _home(document: Document, note: int | None, place: Span) -> str:
    """Give the hash of the words beside `place` in its own note, and of those before the mark in the body."""
    if note is None:
        return ""
    whole = document.notes[note].span
    words = _end_of(document, Span(min(whole.start, place.start), place.start))
    words += _head_of(document, Span(place.end, max(whole.end, place.end)))
    if (mark := _mark_of(document, note)) is not None:
        words += _end_of(document, Span(mark.paragraph.start, mark.span.start))
    telling = [word for word in (*words, *_beginning(document, place)) if _tells(word)]
    return _hash(" ".join(words)) if len(telling) >= _FEWEST else ""


def _tells(word: str) -> bool:
    """Tell whether a word is one that not every other reference has."""
    bare = word.strip(".,;:()[]").casefold()
    return any(map(str.isalnum, bare)) and bare not in _EVERYWHERE


def _mark_of(document: Document, note: int) -> Marker | None:
    """Give the first mark that calls the note: in most pieces that is the mark at its place."""
    markers = document.source.markers
    if note < len(markers) and markers[note].note == note and (note == 0 or markers[note - 1].note == note - 1):
        return markers[note]
    return next((marker for marker in markers if marker.note == note), None)


def _mention_at(document: Document, span: Span) -> Mention | None:
    """Give the innermost mention that `span` lies in, or else the one it overlaps."""
    index = bisect_right(document.mentions, span.start, key=lambda mention: mention.span.start) - 1
    nearest = document.mentions[index] if index >= 0 else None
    mention = nearest
    while mention is not None and not mention.span.covers(span):
        mention = None if mention.within is None else document.mentions[mention.within]
    if mention is None and nearest is not None and nearest.span.overlaps(span):
        return nearest
    return mention


def _beginning(document: Document, span: Span) -> list[str]:
    return _words(document, Span(span.start, min(span.end, span.start + _LONGEST)))[:_MOST]


def _before(document: Document, note: int | None, place: Span) -> list[str]:
    found: list[str] = []
    for stretch in _stretches_before(document, note, place):
        found = _end_of(document, stretch) + found
        if len(found) >= NEAR:
            break
    return found[-NEAR:]


def _end_of(document: Document, stretch: Span) -> list[str]:
    """Give the last `NEAR` words of a stretch."""
    cut = Span(max(stretch.start, stretch.end - _REACH), stretch.end)
    words = _words(document, cut)
    # a word that was cut off is another word where a number near it has another length
    return (words[1:] if cut.start > stretch.start else words)[-NEAR:]


def _after(document: Document, note: int | None, place: Span) -> list[str]:
    found: list[str] = []
    for stretch in _stretches_after(document, note, place):
        found += _head_of(document, stretch)
        if len(found) >= NEAR:
            break
    return found[:NEAR]


def _head_of(document: Document, stretch: Span) -> list[str]:
    """Give the first `NEAR` words of a stretch."""
    cut = Span(stretch.start, min(stretch.end, stretch.start + _REACH))
    words = _words(document, cut)
    return (words[:-1] if cut.end < stretch.end else words)[:NEAR]


def _stretches_before(document: Document, note: int | None, place: Span) -> Iterator[Span]:
    if note is None:
        yield Span(0, place.start)
        return
    yield Span(min(document.notes[note].span.start, place.start), place.start)
    if note > 0:
        yield document.notes[note - 1].span


def _stretches_after(document: Document, note: int | None, place: Span) -> Iterator[Span]:
    if note is None:
        yield Span(place.end, len(document.text))
        return
    yield Span(place.end, max(document.notes[note].span.end, place.end))
    if note + 1 < len(document.notes):
        yield document.notes[note + 1].span


def _words(document: Document, span: Span) -> list[str]:
    """Give the words of a stretch, with a sign in place of each number of a note and each mark."""
    markers = document.source.markers
    pieces: list[str] = []
    start = span.start
    index = max(bisect_right(markers, span.start, key=lambda marker: marker.span.start) - 1, 0)
    while index < len(markers) and markers[index].span.start < span.end:
        mark = markers[index].span
        if mark.end > start:
            pieces += (document.text[start : mark.start], " # ")
            start = mark.end
        index += 1
    pieces.append(document.text[start : span.end])
    return _NUMBERED.sub(r"\1 #", "".join(pieces).translate(_QUOTES)).split()


def _hash(*texts: str) -> str:
    joined = "\x00".join(texts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=8).hexdigest()
