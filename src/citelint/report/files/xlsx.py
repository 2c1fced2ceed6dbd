"""The cite-check workbook, for Excel, LibreOffice and Google Sheets. No cell is ever computed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

from citelint.model.run import Run
from citelint.report.files import MissingLibrary
from citelint.report.layout.look import Look
from citelint.report.workbook import about, citecheck, crossreferences, findings, sources
from citelint.report.workbook.carried import NOTE, TEXT, Carried
from citelint.report.workbook.sheet import Column, Styles, Value, add_table

LEFT_OVER = "Not carried over"

_MADE = datetime(2000, 1, 1)
"""What the file says about when it was made: the same run gives the same bytes."""


def report(run: Run, look: Look, carried: Carried | None = None) -> bytes:
    """Give the workbook; `carried` is what people wrote into an older one. Raises MissingLibrary without XlsxWriter."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise MissingLibrary("a workbook needs XlsxWriter, which is not installed: pip install XlsxWriter") from error
    made = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(made, options) as book:
        book.set_properties({"title": "Cite check", "created": _MADE})
        styles = Styles(book)
        several = len(run.files) > 1
        left = _cite_check(book, styles, run, several, carried)
        for name, tab in (("Sources", sources), ("Findings", findings), ("Cross-references", crossreferences)):
            add_table(book, styles, name, *_for_one(tab.COLUMNS, tab.rows(run), several))
        about.add(book, styles, run)
        if left:
            add_table(book, styles, LEFT_OVER, *left)
    return made.getvalue()


def _cite_check(
    book: object, styles: Styles, run: Run, several: bool, carried: Carried | None
) -> tuple[Sequence[Column], Sequence[Sequence[Value]]] | None:
    """Add the tab of the cite check, and give the table of what could not be carried over."""
    rows = list(citecheck.rows(run))
    heads = carried.heads if carried else tuple(column.head for column in citecheck.THEIRS)
    known = {column.head: column for column in citecheck.THEIRS}
    theirs = [known.get(head, Column(head, 20, theirs=True)) for head in heads]
    text = next(index for index, column in enumerate(citecheck.OURS) if column.head == TEXT)
    placed, left = carried.placed([row[-1] for row in rows], [row[text] for row in rows]) if carried else ({}, [])
    blank = ("",) * len(theirs)
    full = [
        (*row[:-1], *(placed[index].theirs if index in placed else blank), row[-1]) for index, row in enumerate(rows)
    ]
    columns = (*citecheck.OURS, *theirs, citecheck.KEY)
    add_table(book, styles, citecheck.TAB, *_for_one(columns, full, several))
    if not left:
        return None
    return (Column(NOTE, 8), Column(TEXT, 50), *theirs), [(kept.note, kept.text, *kept.theirs) for kept in left]


def _for_one(
    columns: Sequence[Column], rows: Iterable[Sequence[Value]], several: bool
) -> tuple[Sequence[Column], list[Sequence[Value]]]:
    """Leave out the column of the files, which is the first, where there is but one."""
    return (columns, list(rows)) if several else (columns[1:], [row[1:] for row in rows])
