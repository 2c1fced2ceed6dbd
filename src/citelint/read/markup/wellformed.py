"""XML to a tree, with the place of every character, by the expat of the standard library.

Nothing outside of the file is looked at, and no entity that the file declares is filled in.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from citelint.model.trouble import Foreign, Unreadable
from citelint.read.markup.tree import MOST_ITEMS, NO_ATTRIBUTES, Element, Text, Tree

_DEEPEST = 50_000


def read_xml(text: str, accepts: Callable[[str, str], bool]) -> Tree:
    """Give the tree of an XML file. Names lose their prefix.

    `accepts` is asked for the name of the root and the public identifier of the document type. Raises `Foreign` where
    it says no or there is no root, `Unreadable` for what is not well formed, for entities that the file declares, and
    for more tags than an essay has.
    """
    return _Reader(text, accepts).read()


class _Reader:
    def __init__(self, text: str, accepts: Callable[[str, str], bool]) -> None:
        self._text = text
        self._bytes = text.encode("utf-8")
        self._is_ascii = len(self._bytes) == len(text)
        # how far bytes are counted in characters
        self._counted = (0, 0)
        self._accepts = accepts
        self._items: list[Element | Text] = []
        self._open: list[int] = []
        self._public = ""
        self._in_cdata = False
        parser = self._parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.SkippedEntityHandler = self._skipped
        parser.StartCdataSectionHandler = lambda: self._cdata(True)
        parser.EndCdataSectionHandler = lambda: self._cdata(False)

    def read(self) -> Tree:
        try:
            # in one piece: older releases of expat take quadratic time for a long token in many
            self._parser.Parse(self._bytes, True)
        except expat.ExpatError as error:
            what = f"line {error.lineno} is not well-formed XML ({expat.ErrorString(error.code)})"
            if not self._items:
                raise Foreign(f"{what}: give a JATS article, or save it under another suffix") from error
            raise Unreadable(f"{what}: mend it, or export the article again") from error
        return Tree(self._text, self._items)

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        self._public = f"{public or ''} {system or ''}"
        self._look_at_root(name.rpartition(":")[2])

    def _look_at_root(self, name: str) -> None:
        if not self._accepts(name, self._public):
            raise Foreign(f"this is no JATS article (its root is <{name[:40]}>): citelint reads no other XML")

    def _entity(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        # pictures are declared so, and are nobody's text
        if not is_parameter and notation is None:
            raise Unreadable(f"it declares an entity of its own ({name[:40]}), which is not filled in: write it out")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if not self._items:
            self._look_at_root(name)
        if len(self._items) > MOST_ITEMS or len(self._open) > _DEEPEST:
            raise Unreadable("more tags, or deeper ones, than any essay has")
        parent = self._open[-1] if self._open else -1
        place = self._place(self._parser.CurrentByteIndex)
        self._open.append(len(self._items))
        self._items.append(Element(name, attributes or NO_ATTRIBUTES, parent, place))

    def _end(self, name: str) -> None:
        element = self._items[self._open.pop()]
        assert isinstance(element, Element)
        element.after = element.face_until = len(self._items)
        start = self._parser.CurrentByteIndex
        end = self._bytes.find(b">", start) + 1 if self._bytes[start : start + 1] == b"<" else start
        element.end = self._place(end)

    def _characters(self, said: str) -> None:
        start = self._parser.CurrentByteIndex
        written = self._bytes
        sign = written[start : start + 1]
        if sign == b"&" and not self._in_cdata:
            end = written.find(b";", start) + 1
            self._items.append(Text(self._place(start), self._place(end), said))
        elif said == "\n" and sign == b"\r":
            end = start + (2 if written[start + 1 : start + 2] == b"\n" else 1)
            self._items.append(Text(self._place(start), self._place(end), said))
        else:
            place = self._place(start)
            self._items.append(Text(place, place + len(said)))

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """Print a name that the external document type declares, which is not looked at, as HTML knows it."""
        if is_parameter:
            return
        from html.entities import html5

        start = self._parser.CurrentByteIndex
        end = self._bytes.find(b";", start) + 1
        self._items.append(Text(self._place(start), self._place(end), html5.get(f"{name};", f"&{name};")))

    def _cdata(self, begins: bool) -> None:
        self._in_cdata = begins

    def _place(self, index: int) -> int:
        """Give the place in the text of a place in the bytes; places come in order, or nearly."""
        if self._is_ascii:
            return index
        counted, place = self._counted
        if index >= counted:
            place += len(self._bytes[counted:index].decode("utf-8"))
            self._counted = (index, place)
            return place
        return place - len(self._bytes[index:counted].decode("utf-8"))
