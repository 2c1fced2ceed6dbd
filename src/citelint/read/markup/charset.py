"""The encoding of a file that names it itself."""

from __future__ import annotations

import codecs
import re

from citelint.read.decode import decode

_HEAD = 4096
_DECLARED = re.compile(
    rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})"""
    rb"""|<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9._:-]{1,40})""",
    re.IGNORECASE,
)
# the Encoding Standard of the web: pages that name these mean what Windows called so
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}


def decode_markup(data: bytes, encoding: str | None) -> str:
    """Give the text of an HTML or XML file, line ends as they are, without a byte order mark.

    A byte order mark tells the encoding; without one `encoding` does, then the file's own XML declaration or
    ``<meta charset>``, and without these it is UTF-8. Raises `citelint.model.trouble.Unreadable` like
    `citelint.read.decode.decode`.
    """
    return decode(data, encoding or declared(data))


def declared(data: bytes) -> str | None:
    """Give the encoding that the head of a file names, None where it names none that is known, or UTF-8."""
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return None
    # a file whose declaration could be read as ASCII is in no encoding of two bytes, whatever it says
    return None if name.startswith(("utf-8", "utf-16", "utf-32")) else _MEANT.get(name, name)
