"""JATS, the XML in which journals keep their articles (ANSI/NISO Z39.96).

The text of the source is the text that is printed: the body, then the notes (``<fn>``) in the order of the file.
"""

from __future__ import annotations

from citelint.config import Config
from citelint.model.source import Source

FORMAT = "jats"
SUFFIXES = (".xml",)


def read(data: bytes, name: str, config: Config) -> Source:
    """Read an article. Raises `citelint.model.trouble.Unreadable`, and `Foreign` for XML that is no JATS."""
    from citelint.read.markup.article import source_of
    from citelint.read.markup.charset import decode_markup

    return source_of(decode_markup(data, config.encoding), name, FORMAT, config)
