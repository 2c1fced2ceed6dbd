"""Fields of a part: their instructions, their results, and how they stand in one another (ECMA-376, 17.16).

A complex field is begun, separated and ended by ``w:fldChar`` elements among the runs of one story; what stands before
the separator is its code and is not shown. A simple field is an element with the code as an attribute.
"""

from __future__ import annotations

from citelint.model.span import Span
from citelint.model.word import Bytes, WordField


class _Open:
    """A field that was begun and has not ended."""

    __slots__ = ("begin", "code", "index", "parent", "result", "run", "simple")

    def __init__(self, index: int, begin: Bytes, run: int, parent: int | None, simple: bool) -> None:
        self.index = index
        self.begin = begin
        self.run = run
        self.parent = parent
        self.simple = simple
        self.code: list[str] = []
        self.result: int | None = None


class Fields:
    """The fields of one part, in the order of their beginnings.

    `ended` are those that have ended in the run that is open.
    """

    def __init__(self) -> None:
        self.all: list[WordField] = []
        self.ended: list[int] = []
        self._open: list[_Open] = []
        self._in_code = 0

    @property
    def shown(self) -> bool:
        """Tell whether text here is shown: it is no code of a field."""
        return not self._in_code

    @property
    def innermost(self) -> int | None:
        """The index of the innermost field that is open, None where there is none."""
        return self._open[-1].index if self._open else None

    def begin(self, begin: Bytes, run: int, at: int, code: str | None = None) -> None:
        """Begin a field: `begin` is its first element, `run` the byte at which its first run begins, `at` the place.

        A simple one comes with its code.
        """
        field = _Open(len(self.all), begin, run, self.innermost, code is not None)
        self.all.append(WordField("", Span(at, at), begin, begin, field.parent, field.simple))
        self._open.append(field)
        if code is None:
            self._in_code += 1
        else:
            field.code.append(code)
            field.result = at

    def add_code(self, words: str) -> None:
        """Add to the code of the innermost field that has not come to its result."""
        if self._open and self._open[-1].result is None:
            self._open[-1].code.append(words)

    def separate(self, at: int) -> None:
        """End the code of the innermost field: its result begins."""
        if self._open and self._open[-1].result is None:
            self._open[-1].result = at
            self._in_code -= 1

    def end(self, at: int, byte: int) -> None:
        """End the innermost field; `byte` is the end of its last element."""
        if not self._open:
            return
        field = self._open.pop()
        self.ended.append(field.index)
        if field.result is None:
            self._in_code -= 1
        result = Span(at if field.result is None else field.result, at)
        self.all[field.index] = WordField(
            "".join(field.code), result, field.begin, Bytes(field.run, byte), field.parent, field.simple
        )

    def run_ended(self, byte: int) -> None:
        """Let the fields that ended in a run end with the run."""
        for index in self.ended:
            field = self.all[index]
            self.all[index] = field._replace(bytes=Bytes(field.bytes.start, byte))
        self.ended.clear()

    def end_all(self, at: int, byte: int) -> None:
        """End every field that is open: no field leads out of a note."""
        while self._open:
            self.end(at, byte)
