"""Bytes to a `Source`: what a file says, where each stretch of it stands, its notes and its marks.

One module a format; `citelint.read.contract` says what a reader is. Readers are looked for when one is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citelint.config import Config
    from citelint.model.source import Source

__all__ = ["MAX_BYTES", "TOO_LARGE", "read_source", "suffixes"]

MAX_BYTES = 256 * 1024 * 1024
"""The size above which no file is read."""
TOO_LARGE = f"larger than {MAX_BYTES // 1024**2} MB: check the parts of it that have notes"
"""What is said of such a file."""


def read_source(data: bytes, name: str, config: Config) -> Source:
    """Read one file with the reader for its suffix.

    `data` are its bytes; `name` is its path as the user gave it, kept in `Source.path`, and its ending, in whatever
    case, chooses the reader. Raises `citelint.model.trouble.Unreadable` for a suffix that no reader knows, for more
    than `MAX_BYTES`, and for what the reader cannot read.
    """
    from citelint.model.trouble import Unreadable
    from citelint.read.contract import readers

    if len(data) > MAX_BYTES:
        raise Unreadable(TOO_LARGE)
    known = readers()
    file_name = name.replace("\\", "/").rpartition("/")[2].lower()
    suffix = next((suffix for suffix in sorted(known, key=len, reverse=True) if file_name.endswith(suffix)), None)
    if suffix is None:
        ending = "." + file_name.rpartition(".")[2] if "." in file_name else ""
        what = f"no reader for {ending} files" if ending else "the name has no suffix that tells the format"
        raise Unreadable(f"{what}: save it as one of {', '.join(suffixes())}")
    return known[suffix].read(data, name, config)


def suffixes() -> tuple[str, ...]:
    """Give the file name endings that readers know, sorted, each in lower case with its dot."""
    from citelint.read.contract import readers

    return tuple(sorted(readers()))
