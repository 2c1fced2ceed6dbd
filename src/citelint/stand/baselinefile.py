"""A baseline: the findings of a day, by their fingerprints, so that only what comes after them is reported.

It holds the codes of rules and hashes, and no word and no number of a note: it may be committed to a repository.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from citelint.model.fingerprint import Fingerprint
from citelint.stand import Damaged

NAME = "citelint-baseline.json"
VERSION = 1
_VERSION_KEY = "citelint-baseline"


class Entry(NamedTuple):
    """One finding: the code of its rule, for people, and what it is known by."""

    code: str
    print: Fingerprint


Entries = dict[str, tuple[Entry, ...]]
"""The findings of each file, by its path from the folder of the baseline, with slashes."""


def parse(data: bytes) -> Entries:
    """Read a baseline. Raises `Damaged` for what is none, or one that a later version wrote."""
    try:
        read: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        at = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise Damaged(
            f"it is no baseline, or damaged{at}: delete it, and make it anew with citelint baseline"
        ) from error
    version = read.get(_VERSION_KEY) if isinstance(read, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise Damaged("it was written by a later version of citelint: update this one, or make it anew")
    files = read.get("files") if version == VERSION else None
    if not isinstance(files, dict):
        raise Damaged("it is no baseline, or damaged: delete it, and make it anew with citelint baseline")
    return {path: tuple(_entry(path, line) for line in _lines(path, lines)) for path, lines in files.items()}


def _lines(path: str, lines: Any) -> list[Any]:
    if not isinstance(lines, list):
        raise Damaged(f"the findings of {path} are no list: delete it, and make it anew with citelint baseline")
    return lines


def _entry(path: str, line: Any) -> Entry:
    code, _, written = line.partition(" ") if isinstance(line, str) else ("", "", "")
    try:
        return Entry(code, Fingerprint.parse(written))
    except ValueError as error:
        raise Damaged(
            f"a finding of {path} cannot be read: delete it, and make it anew with citelint baseline"
        ) from error


def dump(entries: Entries) -> bytes:
    """Give the bytes of a baseline: the same for the same findings, a finding a line, files without any left out."""
    files = {
        path: sorted(f"{entry.code} {entry.print.written}" for entry in found)
        for path, found in sorted(entries.items())
        if found
    }
    text = json.dumps({_VERSION_KEY: VERSION, "files": files}, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "surrogatepass") + b"\n"
