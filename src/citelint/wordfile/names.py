"""How a part spells the names of Word's elements and attributes."""

from __future__ import annotations

import re

from citelint.wordfile.splicing import escaped

_ROOT = re.compile(rb"<(?![?!])[^\s/>]+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")


class Names:
    """Makes tags of a part: `prefix` is that of its main namespace, with its colon, or "" where that is the default.

    An attribute without a prefix is in no namespace. So a part whose elements have none needs another for attributes:
    one that its root declares, or else each new element declares its own.
    """

    def __init__(self, data: bytes, prefix: str, namespace: str) -> None:
        self.element = prefix.encode()
        self._attribute = self.element
        self._declared = b""
        if not prefix:
            root = _ROOT.search(data)
            known = root and re.search(rb"xmlns:([^\s=]+)\s*=\s*[\"']" + re.escape(namespace.encode()), root.group())
            self._attribute = known[1] + b":" if known else b"cw:"
            self._declared = b"" if known else b' xmlns:cw="%s"' % escaped(namespace)

    def start(self, name: str, /, **attributes: str | int | None) -> bytes:
        """Give a start tag. Attributes that are None are left out."""
        return b"<" + self._inside(name, attributes) + b">"

    def empty(self, name: str, /, **attributes: str | int | None) -> bytes:
        """Give an element with nothing in it."""
        return b"<" + self._inside(name, attributes) + b"/>"

    def end(self, name: str) -> bytes:
        """Give an end tag."""
        return b"</" + self.element + name.encode() + b">"

    def text(self, name: str, content: bytes) -> bytes:
        """Give an element of text whose blanks count; `content` is escaped."""
        return b'<%s%s xml:space="preserve">%s%s' % (self.element, name.encode(), content, self.end(name))

    def _inside(self, name: str, attributes: dict[str, str | int | None]) -> bytes:
        told = b"".join(
            b' %s%s="%s"' % (self._attribute, key.encode(), escaped(str(value)))
            for key, value in attributes.items()
            if value is not None
        )
        return self.element + name.encode() + (self._declared if told else b"") + told
