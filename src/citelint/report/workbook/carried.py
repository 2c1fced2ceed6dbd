"""What people wrote into an older workbook, and to which rows of a new one it belongs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from citelint.model.fingerprint import Fingerprint
from citelint.report.files import MissingLibrary
from citelint.report.workbook.citecheck import KEY, OURS, TAB, THEIRS
from citelint.report.workbook.sheet import Value

TEXT = "full text"
"""The head of the column that tells of which source a row is, for people, and where a workbook lost its keys."""

NOTE = "note"


class NoWorkbook(Exception):
    """A file is no workbook that citelint wrote. Its text is one line for a person: what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A row in which somebody wrote: its key, the source's words, its note, and what is in their columns."""

    key: str
    text: str
    note: str
    theirs: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Carried:
    """What is carried over: the heads of the columns that people filled in, and the rows in which they did."""

    heads: tuple[str, ...]
    rows: tuple[Kept, ...]

    def placed(self, keys: Sequence[str], texts: Sequence[str]) -> tuple[dict[int, Kept], list[Kept]]:
        """Give each row of theirs to a row of the new workbook, each once, and those that fit none.

        `keys` and `texts` are those of the new rows. Rows that are wholly alike go first, then those with the same
        words and one neighbour or the same home, then those with the same words, and at last those with the same text.
        """
        placed: dict[int, Kept] = {}
        left = list(self.rows)
        for sameness in (_whole, _words_and_before, _words_and_after, _words_at_home, _words, _text):
            free: dict[str, list[int]] = defaultdict(list)
            for index in range(len(keys) - 1, -1, -1):
                if index not in placed and (name := sameness(keys[index], texts[index])):
                    free[name].append(index)
            still: list[Kept] = []
            for row in left:
                places = free.get(sameness(row.key, row.text))
                if places:
                    placed[places.pop()] = row
                else:
                    still.append(row)
            left = still
        return placed, left


def _whole(key: str, text: str) -> str:
    return key


def _words_and_before(key: str, text: str) -> str:
    known = _fingerprint(key)
    return f"{known.key}-{known.before}" if known else ""


def _words_and_after(key: str, text: str) -> str:
    known = _fingerprint(key)
    return f"{known.key}-{known.after}" if known else ""


def _words_at_home(key: str, text: str) -> str:
    known = _fingerprint(key)
    return f"{known.key}-{known.home}" if known and known.home else ""


def _words(key: str, text: str) -> str:
    known = _fingerprint(key)
    return known.key if known else ""


def _fingerprint(key: str) -> Fingerprint | None:
    try:
        return Fingerprint.parse(key)
    except ValueError:  # somebody wrote over it
        return None


def _text(key: str, text: str) -> str:
    return " ".join(text.split())


def carried_from(path: str) -> Carried:
    """Read what people wrote into the workbook at `path`. Raises NoWorkbook, and MissingLibrary without openpyxl."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingLibrary("--merge needs openpyxl, which is not installed: pip install openpyxl") from error
    try:
        rows = _read(load_workbook(path))
        if any(isinstance(value, str) and value.startswith("=") for row in rows for value in row):
            # a formula of theirs becomes what it gave, or the text of it where nobody worked it out
            given = _read(load_workbook(path, data_only=True))
            rows = [
                [old if new is None or _is_failure(old, new) else new for old, new in zip(*pair, strict=True)]
                for pair in zip(rows, given, strict=True)
            ]
    except OSError as error:
        raise NoWorkbook(f"{path}: cannot be read: {(error.strerror or 'failed').lower()}") from error
    except Exception as error:  # openpyxl raises what its parts raise, for a file that is damaged or none of Excel's
        raise NoWorkbook(f"{path}: this is no workbook that can be read: open it and save it again as .xlsx") from error
    if not rows or TEXT not in (heads := [_said(value) for value in rows[0]]):
        raise NoWorkbook(f"{path}: there is no tab {TAB!r} with a column {TEXT!r}: was it written by citelint?")
    return _carried(heads, rows[1:])


def _is_failure(written: object, given: object) -> bool:
    """Tell whether a formula gave no answer: it was no formula, but a comment that begins with "="."""
    return written != given and isinstance(given, str) and given.startswith("#")


def _read(book: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[TAB].iter_rows()] if TAB in book.sheetnames else []


def _carried(heads: list[str], rows: list[list[Any]]) -> Carried:
    ours = {column.head for column in OURS} | {KEY.head, ""}
    known = [column.head for column in THEIRS]
    added = [head for head in dict.fromkeys(heads) if head not in ours and head not in known]
    theirs = (*known, *added)
    at = {head: heads.index(head) for head in heads}

    def of(row: list[Any], head: str) -> Any:
        return row[at[head]] if head in at else None

    return Carried(theirs, tuple(_kept(rows, theirs, of)))


def _kept(rows: list[list[Any]], theirs: Sequence[str], of: Callable[[list[Any], str], Any]) -> Iterator[Kept]:
    for row in rows:
        values = tuple(_value(of(row, head)) for head in theirs)
        if any(value != "" for value in values):
            yield Kept(_said(of(row, KEY.head)), _said(of(row, TEXT)), _said(of(row, NOTE)), values)


def _said(value: object) -> str:
    return "" if value is None else str(value).strip()


def _value(value: object) -> Value:
    if value is None:
        return ""
    if isinstance(value, bool | int | float | datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    return str(value)
