"""Paths for machines: they are counted from the root of the repository, with slashes."""

from __future__ import annotations

import os
from urllib.parse import quote

from citelint.model.run import Run


def in_repository(path: str, run: Run) -> str:
    """Give a path of an input relative to `run.base`, or as it is where it leads out of it or there is no base."""
    slashed = path.replace(os.sep, "/")
    if run.base is None or path.startswith("<"):
        return slashed
    relative = os.path.relpath(os.path.abspath(path), run.base)
    outside = relative == os.pardir or relative.startswith(os.pardir + os.sep)
    return os.path.abspath(path).replace(os.sep, "/") if outside else relative.replace(os.sep, "/")


def as_uri(path: str) -> str:
    """Give a path that `in_repository` gave as a URI reference: "essays/a%20b.md", "file:///tmp/a.md"."""
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a pair, as names on Windows can have
        name = path.encode("utf-8", "surrogatepass")
    quoted = quote(name, safe="/-._~!$&'()*+,;=@")
    return f"file://{quoted}" if quoted.startswith("/") else quoted
