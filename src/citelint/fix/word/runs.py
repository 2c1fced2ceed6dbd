"""A run taken apart and put together again, with words gone, words come, and fields begun and ended in it.

What is not touched of a run is copied to the byte. Words of an element that is cut get ``xml:space`` and stay otherwise
as they are spelt, entities too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from citelint.fix.word.typefaces import is_upright, stretches, upright
from citelint.model.word import Piece, WordPart
from citelint.wordfile import Author, ByteSplice, Ids, Names, escaped


class Cut(NamedTuple):
    """Something that happens within a piece at `start` (a place in the part's text).

    The words up to `end` go and `new` comes behind them; or, with `code`, a field with that code begins; or, with
    `ends`, a field ends.
    """

    piece: Piece
    start: int
    end: int
    new: str = ""
    code: str | None = None
    ends: bool = False


class _Token(NamedTuple):
    """What a run is made of: "raw" elements, "text", "old" and "new" words, the "begin" and the "end" of a field.

    "upright" are new words that are not in italics, whatever those before them are.
    """

    kind: str
    data: bytes


class Rewriter:
    """Puts runs of a part together again. Changes are tracked in the name of `author`, or made plainly for None."""

    def __init__(self, part: WordPart, ids: Ids, author: Author | None) -> None:
        self._part = part
        self._ids = ids
        self._author = author
        self._names = Names(part.data, part.prefix, part.namespace)

    def splices(self, cuts: Iterable[Cut]) -> list[ByteSplice]:
        """Give the changes of the part's bytes, a splice for each run."""
        by_run: dict[int, list[Cut]] = {}
        for cut in cuts:
            by_run.setdefault(cut.piece.run, []).append(cut)
        pieces: dict[int, list[Piece]] = {index: [] for index in by_run}
        for piece in self._part.pieces:
            if piece.run in pieces:
                pieces[piece.run].append(piece)
        return [
            ByteSplice(*self._part.runs[index].bytes, self._run(index, pieces[index], mine))
            for index, mine in sorted(by_run.items())
        ]

    def _run(self, index: int, pieces: Sequence[Piece], cuts: Sequence[Cut]) -> bytes:
        part, data = self._part, self._part.data
        run = part.runs[index]
        head = part.tag_of(run.bytes.start)
        start = max(head.end, run.properties.end if run.properties.start < run.properties.end else 0)
        end = data.rindex(b"</", run.bytes.start, run.bytes.end)
        tokens: list[_Token] = []
        at = start
        for piece in pieces:
            element = part.element_of(piece)
            if at < element.start:
                tokens.append(_Token("raw", data[at : element.start]))
            mine = sorted(
                (cut for cut in cuts if cut.piece == piece), key=lambda cut: (cut.start, cut.end, not cut.ends)
            )
            tokens += self._cut(piece, mine) if mine else [_Token("raw", element.of(data))]
            at = element.end
        if at < end:
            tokens.append(_Token("raw", data[at:end]))
        return self._joined(tokens, head.of(data), run.properties.of(data), data[end : run.bytes.end])

    def _cut(self, piece: Piece, cuts: Sequence[Cut]) -> list[_Token]:
        tokens = []
        at = piece.start
        for cut in cuts:
            if at < cut.start:
                tokens.append(_Token("text", self._words(piece, at, cut.start)))
            if cut.code is not None:
                tokens.append(_Token("begin", escaped(cut.code)))
            elif cut.ends:
                tokens.append(_Token("end", b""))
            else:
                if cut.start < cut.end:
                    tokens.append(_Token("old", self._words(piece, cut.start, cut.end)))
                old = _read(self._words(piece, cut.start, cut.end))
                for words, as_before in stretches(old, cut.new) if cut.new else ():
                    tokens.append(_Token("new" if as_before else "upright", escaped(words)))
            at = cut.end
        if at < piece.end:
            tokens.append(_Token("text", self._words(piece, at, piece.end)))
        return tokens

    def _words(self, piece: Piece, start: int, end: int) -> bytes:
        """Give the words of a piece as they are spelt."""
        part = self._part
        first, last = part.byte_at(piece, start), part.byte_at(piece, end)
        words = part.data[first:last]
        inside = part.data[part.tag_of(piece.opening).end : piece.closing]
        if b"<" not in inside:
            return words
        # sections of raw characters, comments: spelt anew
        return escaped(_read(inside)[piece.cut + start - piece.start : piece.cut + end - piece.start])

    def _joined(self, tokens: Sequence[_Token], head: bytes, looks: bytes, tail: bytes) -> bytes:
        names, made = self._names, bytearray()
        inside = bytearray()
        words = bytearray()

        def run(content: bytes, looks: bytes = looks) -> bytes:
            return names.start("r") + looks + content + names.end("r")

        def close_text() -> None:
            if words:
                inside.extend(names.text("t", bytes(words)))
                words.clear()

        def close() -> None:
            close_text()
            if inside:
                made.extend(head + looks + inside + tail)
                inside.clear()

        for kind, content in tokens:
            if kind == "upright" and is_upright(looks):
                kind = "new"
            if kind == "text" or (kind == "new" and self._author is None):
                words += content
            elif kind == "raw":
                close_text()
                inside += content
            elif kind == "old" and self._author is None:
                continue
            else:
                close()
                if kind == "old":
                    made += self._changed("del", run(names.text("delText", content)))
                elif kind == "new":
                    made += self._changed("ins", run(names.text("t", content)))
                elif kind == "upright":
                    plain = run(names.text("t", content), upright(looks))
                    made += plain if self._author is None else self._changed("ins", plain)
                elif kind == "begin":
                    made += run(names.empty("fldChar", fldCharType="begin"))
                    made += run(names.text("instrText", content))
                    made += run(names.empty("fldChar", fldCharType="separate"))
                else:
                    made += run(names.empty("fldChar", fldCharType="end"))
        close()
        return bytes(made)

    def _changed(self, name: str, content: bytes) -> bytes:
        author = self._author or Author()
        start = self._names.start(name, id=self._ids.next(), author=author.name, date=author.date)
        return start + content + self._names.end(name)


def _read(inside: bytes) -> str:
    """Give the characters of an element that has no elements in it."""
    from xml.parsers import expat

    words: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.CharacterDataHandler = words.append
    parser.Parse(b"<t>" + inside + b"</t>", True)
    return "".join(words)
