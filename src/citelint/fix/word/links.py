"""Typed numbers that become live fields: NOTEREF round the number, and a bookmark round the mark of its note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import NamedTuple

from citelint.fix.word.manners import all_parts
from citelint.fix.word.runs import Cut, Rewriter
from citelint.model.source import Source
from citelint.model.span import Span
from citelint.model.word import WordMark, WordPart
from citelint.wordfile import ByteSplice, Ids, Names, rewritten, spliced

_NAME = re.compile(rb"""[\s:]name\s*=\s*["']([^"']*)["']""")
_ID = re.compile(rb"""[\s:]id\s*=\s*["']([^"']*)["']""")


class Link(NamedTuple):
    """A number to make live: its place in the text of the part called `part`, and the ordinal of the note it means."""

    part: str
    span: Span
    note: int


class Bookmarks:
    """Answers which bookmarks stand round one mark of the body and nothing else that is a mark."""

    def __init__(self, source: Source) -> None:
        assert source.word is not None
        self._body = source.word.body
        prefix = re.escape(self._body.prefix.encode())
        tags = re.compile(rb"<" + prefix + rb"bookmark(Start|End)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
        begun: dict[bytes, tuple[bytes, int]] = {}
        stretches: dict[bytes, list[tuple[int, int]]] = {}
        for match in tags.finditer(self._body.data):
            id, name = _ID.search(match.group()), _NAME.search(match.group())
            if id is None:
                continue
            if match[1] == b"Start" and name is not None:
                begun[id[1]] = (name[1], match.end())
            elif match[1] == b"End" and id[1] in begun:
                known, start = begun.pop(id[1])
                stretches.setdefault(known.lower(), []).append((start, match.start()))
        self._stretches = stretches
        self._notes = {m.note: m for m in reversed(self._body.marks) if m.note is not None}
        self._taken = set(stretches)
        for part in all_parts(source.word):
            self._taken.update(name.lower() for name in _NAME.findall(part))

    def mark(self, note: int) -> WordMark | None:
        """Give the mark of a note, the first where there are several."""
        return self._notes.get(note)

    def known(self, mark: WordMark) -> str | None:
        """Give the name of a bookmark round this mark alone, None where there is none. Word's own names come first."""
        for name in sorted(mark.bookmarks, key=lambda name: (not name.startswith("_Ref"), name)):
            stretches = self._stretches.get(name.lower().encode(), [])
            if len(stretches) == 1 and " " not in name and '"' not in name:
                start, end = stretches[0]
                inside = [m for m in self._body.marks if start <= m.element.start < end]
                if inside == [mark]:
                    return name
        return None

    def new(self, words: str) -> str:
        """Give a name for a new bookmark: ``_Ref`` and nine digits, made of the words of the note."""
        for number in range(1 << 16):
            digest = blake2b(f"{number} {words}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
            name = f"_Ref{int.from_bytes(digest, 'big') % 10**9:09}"
            if name.lower().encode() not in self._taken:
                self._taken.add(name.lower().encode())
                return name
        raise ValueError("no name for a bookmark is left")


def linked(source: Source, links: Iterable[Link]) -> bytes:
    """Give the file of `source` with these numbers as fields. Each number stands in one paragraph, in runs of its own.

    A field is not tracked: rejecting it would leave a number that is right. Raises ValueError where two overlap.
    """
    word = source.word
    assert word is not None
    bookmarks = Bookmarks(source)
    ids = Ids(all_parts(word))
    names: dict[int, str] = {}
    body: list[ByteSplice] = []
    cuts: dict[str, list[Cut]] = {}
    for link in sorted(set(links)):
        mark = bookmarks.mark(link.note)
        if mark is None:
            raise ValueError(f"no mark calls note {link.note}")
        if link.note not in names:
            name = bookmarks.known(mark)
            if name is None:
                name = bookmarks.new(source.notes[link.note].span.of(source.text))
                body += _bookmarked(word.body, mark, name, ids.next())
            names[link.note] = name
        cuts.setdefault(link.part, []).extend(_field(word.part(link.part), link.span, names[link.note]))
    changed = {name: spliced(word.part(name).data, _runs(word.part(name), ids, mine)) for name, mine in cuts.items()}
    if body:
        changed[word.body.name] = spliced(changed.get(word.body.name, word.body.data), body)
    return rewritten(word.archive, changed)


def _runs(part: WordPart, ids: Ids, cuts: Sequence[Cut]) -> list[ByteSplice]:
    return Rewriter(part, ids, None).splices(cuts)


def _field(part: WordPart, span: Span, bookmark: str) -> list[Cut]:
    pieces = part.pieces_of(span)
    first, last = pieces[0], pieces[-1]
    begin = Cut(first, span.start, span.start, code=f" NOTEREF {bookmark} \\h ")
    return [begin, Cut(last, span.end, span.end, ends=True)]


def _bookmarked(body: WordPart, mark: WordMark, name: str, id: int) -> list[ByteSplice]:
    names = Names(body.data, body.prefix, body.namespace)
    start = names.empty("bookmarkStart", id=id, name=name)
    return [
        ByteSplice(mark.run.start, mark.run.start, start),
        ByteSplice(mark.end, mark.end, names.empty("bookmarkEnd", id=id)),
    ]
