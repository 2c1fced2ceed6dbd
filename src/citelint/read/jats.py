"""JATS, the XML in which journals keep their articles (ANSI/NISO Z39.96).

The text of the source is the text that is printed: the body, then the notes (``<fn>``) in the order of the file.
"""

from __future__ import annotations

from citelint.config import Config
from citelint.model.source import Source

FORMAT = "jats"
SUFFIXES = (".xml",)


def read(data: bytes, name: str, config: Config) -> Source:
    """Read an article. Raises `citelint.model.trouble.Unreadable`, and `Foreign` for what is no JATS."""
    from citelint.model.trouble import Foreign, Unreadable
    from citelint.read.markup.article import source_of
    from citelint.read.markup.charset import decode_markup

    try:
        text = decode_markup(data, config.encoding)
    except Unreadable as trouble:
        # much that is called .xml is neither text nor an article
        if data and b"<article" not in data:
            raise Foreign(str(trouble)) from trouble
        raise
    return source_of(text, name, FORMAT, config)
