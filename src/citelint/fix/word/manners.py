"""How a fix goes into a Word file: as a tracked change, as plain text, or as the new result of a field."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from citelint.fix.word.changes import Change, changes
from citelint.fix.word.runs import Cut, Rewriter
from citelint.model.mending import Splice
from citelint.model.source import Source
from citelint.model.span import Span
from citelint.model.word import WordField, WordFile, WordPart
from citelint.wordfile import Author, ByteSplice, Ids, Names, rewritten, spliced, xml_members

NO_FIELD = "it is no number that a sound field shows"


@dataclass(frozen=True, slots=True)
class Changed:
    """Words are changed: tracked in the name of `author`, or plainly for None."""

    author: Author | None = None

    def refuses(self, source: Source, splice: Splice) -> str:
        """Say why a change is not made, or "" where it can be."""
        found = changes(_part(source, splice), splice, text_of(source, splice.part))
        return found if isinstance(found, str) else ""

    def written(self, source: Source, splices: Iterable[Splice]) -> bytes:
        """Give the file with the changes. Raises ValueError for one that `refuses` refuses, and for overlaps."""
        cuts: dict[str, list[Cut]] = {}
        for splice in sorted(set(splices)):
            found = changes(_part(source, splice), splice, text_of(source, splice.part))
            cuts.setdefault(splice.part, []).extend(cuts_of(found))
        word = _word(source)
        ids = Ids(all_parts(word) if self.author is not None else ())
        changed = {}
        for name, mine in cuts.items():
            part = word.part(name)
            changed[name] = spliced(part.data, Rewriter(part, ids, self.author).splices(mine))
        return rewritten(word.archive, changed)


class Refreshed:
    """The result of a field that shows the number of a note is brought up to date, and Word is told to look again."""

    def __init__(self) -> None:
        self._shown: _Shown | None = None

    def refuses(self, source: Source, splice: Splice) -> str:
        """Say why a change is not made, or "" where it can be."""
        index = self._field_at(source, splice)
        if index is None:
            return NO_FIELD
        found = changes(_part(source, splice), splice, text_of(source, splice.part), index)
        return found if isinstance(found, str) else ""

    def written(self, source: Source, splices: Iterable[Splice]) -> bytes:
        """Give the file with the changes. Raises ValueError for one that `refuses` refuses."""
        word = _word(source)
        cuts: dict[str, list[Cut]] = {}
        dirty: dict[str, list[ByteSplice]] = {}
        for splice in sorted(set(splices)):
            part = word.part(splice.part)
            index = self._field_at(source, splice)
            cuts.setdefault(part.name, []).extend(cuts_of(changes(part, splice, text_of(source, part.name), index)))
            if index is not None:
                dirty.setdefault(part.name, []).append(_dirty(part, part.fields[index]))
        ids = Ids(())
        changed = {}
        for name, mine in cuts.items():
            part = word.part(name)
            runs = Rewriter(part, ids, None).splices(mine)
            changed[name] = spliced(part.data, [*_beside(runs, dirty.get(name, []))])
        return rewritten(word.archive, changed)

    def _field_at(self, source: Source, splice: Splice) -> int | None:
        if self._shown is None or self._shown.source is not source:
            self._shown = _Shown(source)
        return self._shown.field_at(splice)


class _Shown:
    """Finds the sound fields of a source by the places of the numbers that they show."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._fields: dict[str, list[tuple[Span, int]]] = {}
        for field in source.fields:
            if field.sound and field.span.start < field.span.end:
                part, place = source.origin(field.span)
                if part == field.part:
                    self._fields.setdefault(part, []).append((place, field.index))
        for fields in self._fields.values():
            fields.sort()
        # how far the fields up to one reach: one may stand in another
        self._reach = {
            part: list(accumulate((place.end for place, _ in fields), max)) for part, fields in self._fields.items()
        }

    def field_at(self, splice: Splice) -> int | None:
        """Give the index of the outermost field that shows the number at a place of a part, None where none does."""
        fields, reach = self._fields.get(splice.part, []), self._reach.get(splice.part, [])
        at = bisect_right(fields, splice.span.start, key=lambda field: field[0].start) - 1
        found = None
        while at >= 0 and reach[at] >= splice.span.end:
            if fields[at][0].covers(splice.span):
                found = fields[at][1]
            at -= 1
        return found


def _beside(runs: list[ByteSplice], tags: list[ByteSplice]) -> Iterable[ByteSplice]:
    """Give all changes; a field that begins in a run that is put together anew is marked in there."""
    yield from runs
    runs = sorted(runs)
    for tag in tags:
        at = bisect_right(runs, tag.start, key=lambda run: run.start) - 1
        if at < 0 or runs[at].end < tag.end:
            yield tag


def _dirty(part: WordPart, field: WordField) -> ByteSplice:
    """Give the change that tells Word to calculate a field anew when it opens the file."""
    tag = field.begin.of(part.data)
    known = re.search(rb"""[\s:]dirty\s*=\s*(["'])(.*?)\1""", tag)
    if known:
        start = field.begin.start + known.start(2)
        return ByteSplice(start, start + len(known[2]), b"true")
    names = Names(part.data, part.prefix, part.namespace)
    made = names.empty("x", dirty="true")
    attribute = made[len(names.element) + 2 : -2]
    end = field.begin.start + len(tag.rstrip(b">").rstrip(b"/").rstrip())
    return ByteSplice(end, end, attribute)


def cuts_of(found: tuple[Change, ...] | str) -> list[Cut]:
    """Give the cuts of changes. Raises ValueError for a reason why there are none."""
    if isinstance(found, str):
        raise ValueError(found)
    return [Cut(change.piece, change.span.start, change.span.end, change.new) for change in found]


def all_parts(word: WordFile) -> Iterable[bytes]:
    """Give the bytes of every part that has elements with ids."""
    for _, data in xml_members(word.archive):
        yield data


def text_of(source: Source, part: str) -> str:
    """Give the text of a part."""
    return next(one.text for one in source.parts if one.name == part)


def _word(source: Source) -> WordFile:
    if source.word is None:
        raise ValueError("no Word file")
    return source.word


def _part(source: Source, splice: Splice) -> WordPart:
    return _word(source).part(splice.part)
