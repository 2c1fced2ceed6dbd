"""Text back to bytes: a changed file is written as the file was that it was read from."""

from __future__ import annotations

from collections.abc import Callable

from citelint.model.source import Source
from citelint.read.decode import letters_of

MARKUP = ("html", "jats")
"""The formats whose files name their encoding themselves."""

Encode = Callable[[str], bytes]


def encoder(source: Source, data: bytes, encoding: str | None) -> Encode | None:
    """Give what makes bytes of a changed text of the one part of `source`, which was read from `data`.

    Byte order mark and encoding are those of `data`; `encoding` is what the user said of it. What is given raises
    UnicodeEncodeError for a letter that the encoding does not have. Gives None where the text that was read does not
    give `data` back, byte for byte: such a file must not be written.
    """
    text = source.parts[0].text
    for name in (encoding, _declared(data) if source.format in MARKUP else None, "utf-8"):
        if name is not None and (encode := _encode(data, name)) is not None:
            try:
                if encode(text) == data:
                    return encode
            except UnicodeEncodeError:
                continue
    return None


def _encode(data: bytes, name: str) -> Encode | None:
    mark, used = letters_of(data, name)
    return lambda text: mark + text.encode(used)


def _declared(data: bytes) -> str | None:
    from citelint.read.markup.charset import declared

    return declared(data)
