"""Comments of a Word file: who says what at which note, and what was answered or marked as done.

What is done stands in a part of its own (``commentsExtended``, [MS-DOCX] 2.5.1.1), which knows a comment by the
``w14:paraId`` of its last paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citelint.model.word import Bytes, WordComment, WordComments
from citelint.read.wordml.markup import Attributes, markup_of, parser_of, run, walk
from citelint.read.wordml.names import OFF, WORDS, local, value
from citelint.read.wordml.package import Package


@dataclass(slots=True)
class Commented:
    """Where the comments of a body stand, by id: behind how many marks each begins, and behind how many it ends."""

    _begun: dict[str, int] = field(default_factory=dict)
    _ended: dict[str, int] = field(default_factory=dict)

    def begin(self, id: str, marks: int) -> None:
        """Begin the stretch of a comment behind so many marks."""
        self._begun[id] = marks

    def refer(self, id: str, marks: int) -> None:
        """Take notice of the sign of a comment behind so many marks."""
        self._ended[id] = marks

    def mark(self, id: str) -> int | None:
        """Give the place in the list of marks of the first one that the comment stands round, or None for none."""
        end = self._ended.get(id, 0)
        start = self._begun.get(id, end - 1)
        return start if 0 <= start < end else None


@dataclass(slots=True)
class _State:
    done: bool
    parent: str


def read_comments(package: Package, commented: Commented, called: Sequence[int | None]) -> WordComments | None:
    """Give the comments, None where the file has none. `called` are, for each mark, the ordinal of its note.

    Raises `citelint.model.trouble.Unreadable` where a part is damaged.
    """
    data = package.read("comments")
    if data is None:
        return None
    name = package.others["comments"]
    markup = markup_of(data, name)
    found = _Comments(markup.data, name)
    states = _states(package)
    parents = {state.parent for state in states.values() if state.parent}
    comments = []
    for id, author, paragraphs, place, key in found.all:
        state = states.get(key, _State(False, ""))
        mark = commented.mark(id)
        note = None if mark is None else called[mark]
        texts = tuple(paragraphs)
        comments.append(
            WordComment(id, author, texts, note, state.done, key in parents, bool(state.parent), place, key)
        )
    return WordComments(
        package.archive.name_of(name),
        markup.data,
        markup.recoded,
        found.prefix,
        found.namespace,
        found.end,
        tuple(comments),
    )


def _states(package: Package) -> dict[str, _State]:
    """Give what is known of comments by their key."""
    data = package.read("commentsExtended")
    states: dict[str, _State] = {}
    if data is None:
        return states

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "commentEx":
            told = {local(key): word for key, word in attributes.items()}
            done = told.get("done", "0") not in OFF
            states[told.get("paraId", "").upper()] = _State(done, told.get("paraIdParent", "").upper())

    walk(data, package.others["commentsExtended"], start)
    return states


class _Comments:
    """A walk over the part: for each comment its id, author, paragraphs, element and key."""

    def __init__(self, data: bytes, part: str) -> None:
        self.all: list[tuple[str, str, list[str], Bytes, str]] = []
        self.prefix = self.namespace = ""
        self.end = len(data)
        self._data = data
        self._open: tuple[str, str, int] | None = None
        self._paragraphs: list[str] = []
        self._key = ""
        self._in_text = False
        self._depth = 0
        self._parser = parser_of(part)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._finish
        self._parser.CharacterDataHandler = self._text
        run(self._parser, data, part)

    def _start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        byte = self._parser.CurrentByteIndex
        if self._depth == 1:
            self.namespace = name.rpartition("}")[0]
            self.prefix = self._data[byte + 1 : byte + 80].split(b"comments")[0].decode("utf-8", "replace")
        kind = local(name) if name.startswith(WORDS) else ""
        if kind == "comment":
            self._open = (value(attributes, "id") or "", value(attributes, "author") or "", byte)
            self._paragraphs, self._key = [], ""
        elif kind == "p":
            self._paragraphs.append("")
            self._key = next((word for key, word in attributes.items() if local(key) == "paraId"), "").upper()
        elif kind in ("tab", "br", "cr") and self._paragraphs:
            self._paragraphs[-1] += " "
        self._in_text = kind == "t"

    def _finish(self, name: str) -> None:
        self._depth -= 1
        self._in_text = False
        byte = self._parser.CurrentByteIndex
        if not self._depth:
            self.end = byte if self._data[byte : byte + 2] == b"</" else self._data.rindex(b"/>") + 2
        elif name.startswith(WORDS) and local(name) == "comment" and self._open is not None:
            id, author, start = self._open
            place = Bytes(start, self._data.index(b">", byte) + 1)
            self.all.append((id, author, self._paragraphs, place, self._key))
            self._open = None

    def _text(self, words: str) -> None:
        if self._in_text and self._paragraphs:
            self._paragraphs[-1] += words
