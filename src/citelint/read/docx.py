"""Word files (.docx): footnotes and endnotes as Word numbers them.

The text of the source is the body, then the footnotes and the endnotes in the order of their marks, without labels:
numbers are nowhere in the file, Word counts them. Of tracked changes one side is read, as `Config.view` says.
"""

from __future__ import annotations

from citelint.config import Config
from citelint.model.source import Source

FORMAT = "docx"
SUFFIXES = (".docx",)


def read(data: bytes, name: str, config: Config) -> Source:
    """Read a Word file. Raises `citelint.model.trouble.Unreadable` for what is damaged, locked, or no Word file."""
    from citelint.read.wordml.source import source_of

    return source_of(data, name, FORMAT, config)
