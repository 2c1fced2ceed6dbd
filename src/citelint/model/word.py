"""Where the text of a Word file stands in the bytes of its parts: what a writer needs to splice into them.

A .docx is an archive of XML parts. The text of a `Source` is made of the texts of some parts (`Source.parts`), and each
character of a part's text was read from the *piece* of an element in a *run* of a *paragraph*. From a `Span` in
`Source.text` a writer asks `Source.origin` for the part and the span there, and `WordPart.pieces_of` for the pieces,
each with its bytes.

Every byte position counts in `WordPart.data`. Ranges are half open.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from citelint.model.span import Span

View = Literal["final", "original"]
"""Which side of tracked changes is read: all accepted, or all rejected."""

_TAG = re.compile(rb"<[^\s/>]+(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_CHARACTERS = re.compile(rb"&[^;]*;|<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|\r\n?|[^&<\r]+", re.DOTALL)


class Bytes(NamedTuple):
    """A half-open range of bytes in the data of a part."""

    start: int
    end: int

    def of(self, data: bytes) -> bytes:
        """Give the bytes of `data` that stand in this range."""
        return data[self.start : self.end]


class Change(NamedTuple):
    """A tracked change that text of this view stands in: what kind, whose, and the bytes of its element.

    `kind` is the local name of the element: ins or moveTo in the final view, del or moveFrom in the original one.
    """

    kind: str
    author: str
    bytes: Bytes


class Run(NamedTuple):
    """A run with text in it.

    `bytes` is the whole element, `properties` its ``w:rPr`` element (empty where it has none). `paragraph` is the index
    of its paragraph. `within` are the local names of the elements between the paragraph and the run, outermost first
    (hyperlink, ins, fldSimple, sdtContent, smartTag ...). `change` is the index of the innermost tracked change that it
    stands in and `field` that of the innermost field whose result it belongs to, None for none.
    """

    bytes: Bytes
    properties: Bytes
    paragraph: int
    within: tuple[str, ...]
    change: int | None
    field: int | None


class Piece(NamedTuple):
    """The text of one element of a run.

    `start` and `end` count code points of the part's text. `element` is the local name: "t" and "delText" hold
    characters; any other ("tab", "br", "noBreakHyphen", "sym" ...) stands for one character and cannot be cut.
    `opening` and `closing` are the first bytes of the start tag and of the end tag, equal for an empty element. `cut`
    counts the blanks at the beginning of the element that are no text, since nothing says that they are kept
    (``xml:space``).
    """

    start: int
    end: int
    element: str
    opening: int
    closing: int
    run: int
    cut: int


class Paragraph(NamedTuple):
    """A paragraph: its span in the part's text, without the line break after it, and its bytes."""

    span: Span
    bytes: Bytes


class WordNote(NamedTuple):
    """A note of a notes part: its id, its span in the part's text and its bytes."""

    id: str
    span: Span
    bytes: Bytes


class WordField(NamedTuple):
    """A field of any kind.

    `code` is its instruction; `result` the span of its result in the part's text, empty where nothing is shown. `begin`
    is the element that begins it: ``w:fldChar``, or the start tag of a ``w:fldSimple``; `bytes` is the whole from the
    first run of the field to its last. `parent` is the index of the field that it stands in. `simple` tells a
    ``w:fldSimple``.
    """

    code: str
    result: Span
    begin: Bytes
    bytes: Bytes
    parent: int | None
    simple: bool


class WordMark(NamedTuple):
    """The mark of a note in the body.

    `note` is the ordinal of the note it calls, None where the part has no such note. `at` is its place in the body's
    text. `element` is the reference element, `run` the bytes of its run, and `end` the end of the last run that belongs
    to the mark: a custom mark may stand in the next run, and nothing may come between the two. `bookmarks` are the
    names by which a field means this mark. `within` and `change` are as in `Run`.
    """

    note: int | None
    at: int
    element: Bytes
    run: Bytes
    end: int
    bookmarks: tuple[str, ...]
    within: tuple[str, ...]
    change: int | None


class Hidden(NamedTuple):
    """Hidden text, which is not printed and stands in no text: the place in the part's text, the words, the bytes."""

    at: int
    text: str
    bytes: Bytes


@dataclass(frozen=True, slots=True)
class WordPart:
    """One part as read: the body, the footnotes or the endnotes.

    `data` are the bytes that positions count in. They are the part's own, but for a part that is not UTF-8
    (`recoded`): it was encoded anew, its declaration with it. `prefix` is that of the main namespace, with its colon
    ("w:", or "" where it is the default). `text` of the `Source.parts` of this name is what spans count in.
    """

    name: str
    data: bytes = field(repr=False)
    recoded: bool
    prefix: str
    namespace: str
    paragraphs: tuple[Paragraph, ...]
    runs: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    changes: tuple[Change, ...]
    fields: tuple[WordField, ...]
    notes: tuple[WordNote, ...] = ()
    marks: tuple[WordMark, ...] = ()
    hidden: tuple[Hidden, ...] = ()

    def pieces_of(self, span: Span) -> tuple[Piece, ...]:
        """Give the pieces that hold the characters of `span` of the part's text, in order.

        An empty span gives the piece before it and the piece behind it, or the one that it stands in.
        """
        if span.start == span.end:
            first = bisect_left(self.pieces, span.start, key=lambda piece: piece.end)
            last = bisect_right(self.pieces, span.start, key=lambda piece: piece.start)
        else:
            first = bisect_right(self.pieces, span.start, key=lambda piece: piece.end)
            last = bisect_left(self.pieces, span.end, key=lambda piece: piece.start)
        return self.pieces[first:last]

    def tag_of(self, position: int) -> Bytes:
        """Give the tag that begins at a byte position."""
        match = _TAG.match(self.data, position)
        return Bytes(position, match.end() if match else self.data.index(b">", position) + 1)

    def element_of(self, piece: Piece) -> Bytes:
        """Give the whole element of a piece, with both tags."""
        return Bytes(
            piece.opening,
            self.tag_of(piece.opening).end
            if piece.opening == piece.closing
            else self.data.index(b">", piece.closing) + 1,
        )

    def byte_at(self, piece: Piece, position: int) -> int:
        """Give the byte before which the character at `position` of the part's text stands, inside of `piece`.

        `position` may be the piece's end. Only for pieces that hold characters ("t", "delText").
        """
        start = self.tag_of(piece.opening).end
        todo = piece.cut + position - piece.start
        if piece.closing - start == piece.end - piece.start:
            return start + todo
        for match in _CHARACTERS.finditer(self.data, start, piece.closing):
            if todo == 0:
                return match.start()
            words = match.group()
            if words.startswith((b"<!--", b"<?")):
                continue
            inside, at = (words[9:-3], match.start() + 9) if words.startswith(b"<!") else (words, match.start())
            length = 1 if words[:1] in b"&\r" else len(inside.decode())
            if todo < length:
                return at + len(inside.decode()[:todo].encode())
            todo -= length
        return piece.closing


class WordComment(NamedTuple):
    """A comment: its id, its author, and its paragraphs.

    `note` is the ordinal of the note whose mark it stands at, None where it stands at none. `resolved` says that
    somebody marked it as done, `answered` that others answered it, `answers` that it is such an answer. `bytes` is its
    element; `key` is what the parts beside it know it by (the ``w14:paraId`` of its last paragraph), "" for nothing.
    """

    id: str
    author: str
    paragraphs: tuple[str, ...]
    note: int | None
    resolved: bool
    answered: bool
    answers: bool
    bytes: Bytes
    key: str


@dataclass(frozen=True, slots=True)
class WordComments:
    """The part with the comments. `data`, `recoded`, `prefix` and `namespace` are as in `WordPart`.

    `end` is the byte before the end tag of its root, or at the end of that tag where the root is one empty element.
    """

    name: str
    data: bytes = field(repr=False)
    recoded: bool
    prefix: str
    namespace: str
    end: int
    comments: tuple[WordComment, ...]


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file as read: its parts by role, and which view of its tracked changes was read.

    `archive` are the bytes of the whole file.
    """

    view: View
    body: WordPart
    footnotes: WordPart | None = None
    endnotes: WordPart | None = None
    comments: WordComments | None = None
    archive: bytes = field(default=b"", repr=False)

    @property
    def parts(self) -> tuple[WordPart, ...]:
        """The parts that were read, in the order of the text."""
        return tuple(part for part in (self.body, self.footnotes, self.endnotes) if part is not None)

    def part(self, name: str) -> WordPart:
        """Give the part of that name. Raises KeyError where none was read."""
        for part in self.parts:
            if part.name == name:
                return part
        raise KeyError(name)
