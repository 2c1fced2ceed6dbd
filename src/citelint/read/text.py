"""Plain text: notes typed after the text, or a file that is nothing but notes.

The text of the source is the text of the file, so every position is one of the file.
"""

from __future__ import annotations

from citelint.config import Config
from citelint.model.source import Source

FORMAT = "text"
SUFFIXES = (".text", ".txt")


def read(data: bytes, name: str, config: Config) -> Source:
    """Read plain text. Raises `citelint.model.trouble.Unreadable`."""
    from citelint.read.decode import decode
    from citelint.read.plaintext.source import source_of

    return source_of(decode(data, config.encoding), name, FORMAT, config)
