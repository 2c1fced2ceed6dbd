"""HTML: a published page, or a document that a word processor or pandoc saved as one.

The text of the source is the text as a browser shows it, without markup: the body, then the notes in the order of the
page. How notes are told from the rest is in `citelint.read.markup`.
"""

from __future__ import annotations

from citelint.config import Config
from citelint.model.source import Source

FORMAT = "html"
SUFFIXES = (".htm", ".html", ".xhtml")


def read(data: bytes, name: str, config: Config) -> Source:
    """Read a page with its notes. Raises `citelint.model.trouble.Unreadable`, also where the notes lie elsewhere."""
    from citelint.read.markup.charset import decode_markup
    from citelint.read.markup.page import source_of

    return source_of(decode_markup(data, config.encoding), name, FORMAT, config)
