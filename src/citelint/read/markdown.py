"""Markdown with footnotes, as GitHub and Pandoc write them: ``[^1]`` with ``[^1]: ...``, and ``^[...]``.

The text of the source is the text as it is printed, without markup: the body, then the notes in the order of their
marks, each behind its label as the file has it.
"""

from __future__ import annotations

from citelint.config import Config
from citelint.model.source import Source

FORMAT = "markdown"
SUFFIXES = (".markdown", ".md", ".mdown", ".mkd")


def read(data: bytes, name: str, config: Config) -> Source:
    """Read Markdown in the dialect that `config` says. Raises `citelint.model.trouble.Unreadable`."""
    from citelint.read.commonmark.source import source_of
    from citelint.read.decode import decode

    return source_of(decode(data, config.encoding), name, FORMAT, config)
