"""Text of a manuscript in a spreadsheet: it is never a formula, and it fits into a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from citelint.report.layout.escape import visible

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the encoding of the country."""

_BEGINS_FORMULA = ("=", "+", "-", "@")


def comma_separated(rows: Iterable[Sequence[str]]) -> str:
    """Give rows as CSV (RFC 4180) for spreadsheets: a mark of UTF-8 at the head, and no cell that would be computed.

    A cell that begins with one of = + - @, blanks before it left out of account, gets an apostrophe before it.
    """
    made = io.StringIO()
    made.write(BYTE_ORDER_MARK)
    csv.writer(made, lineterminator="\r\n").writerows([_cell(cell) for cell in row] for row in rows)
    return made.getvalue()


def _cell(text: str) -> str:
    text = visible(text)
    return f"'{text}" if text.lstrip().startswith(_BEGINS_FORMULA) else text
