"""Patterns of files: "*.docx", "drafts/**", "book-reviews/*"."""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase


def fits(path: str, patterns: Iterable[str], folder: str | None = None) -> bool:
    """Tell whether one of the patterns fits a path, its end, or a folder in it.

    With `folder` the path is seen from there, if it lies in it. "**" fits any number of folders.
    """
    if not patterns:
        return False
    steps = _seen_from(path, folder).replace(os.sep, "/").removeprefix("./").split("/")
    stretches = ["/".join(steps[i:j]) for i in range(len(steps)) for j in range(i + 1, len(steps) + 1)]
    for pattern in patterns:
        plain = pattern.replace(os.sep, "/").removeprefix("./").removeprefix("**/").rstrip("/")
        if any(fnmatchcase(stretch, plain) for stretch in stretches):
            return True
    return False


def _seen_from(path: str, folder: str | None) -> str:
    if folder is None:
        return path
    whole = os.path.abspath(path)
    above = folder.rstrip(os.sep) + os.sep
    return whole[len(above) :] if whole.startswith(above) else path
