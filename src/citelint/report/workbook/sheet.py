"""One tab of the workbook: a header that stays in sight and on each page, and rows of text under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from citelint.report.workbook.cells import divided, height_of, lines_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format

PAGE = 260
"""Characters across one page that can still be read; a wider tab is printed on two."""

Value = str | float | bool | datetime
"""What a cell can hold. Texts are never computed."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width in characters, and what a person may choose from where it is theirs to fill.

    `choices` are words to choose from, or the place of a list of them ("=About!$A$9:$A$40"); others may be typed.
    `theirs` says that the column is filled in by people; `hidden` that it is for machines.
    """

    head: str
    width: int
    theirs: bool = False
    choices: tuple[str, ...] | str = ()
    hidden: bool = False


class Styles:
    """The formats of a workbook, made once."""

    def __init__(self, book: Any) -> None:
        wrapped = {"text_wrap": True, "valign": "top"}
        lined = {"bottom": 1, "bottom_color": "#D9D9D9", **wrapped}
        head = {"bold": True, **lined}
        self.plain: Format = book.add_format(wrapped)
        self.text: Format = book.add_format(lined)
        self.date: Format = book.add_format({"num_format": "yyyy-mm-dd", **lined})
        self.head: Format = book.add_format({"bg_color": "#DCE6F1", **head})
        self.their_head: Format = book.add_format({"bg_color": "#FFF2CC", **head})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self.bold: Format = book.add_format({"bold": True, **wrapped})


def add_table(book: Any, styles: Styles, name: str, columns: Sequence[Column], rows: Iterable[Sequence[Value]]) -> int:
    """Add the tab `name` and give the number of its rows, the head not counted.

    A text that is too long for a cell goes on in the rows below it; all of them are marked in the first column.
    """
    sheet = book.add_worksheet(name)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width, None, {"hidden": 1} if column.hidden else {})
        sheet.write_string(0, index, column.head, styles.their_head if column.theirs else styles.head)
    sheet.set_row(0, _height([column.head for column in columns], columns))
    count = 0
    for row in rows:
        for part in _parts(row):
            count += 1
            sheet.set_row(count, _height(part, columns))
            for index, value in enumerate(part):
                _write(sheet, count, index, value, styles)
    last = max(count, 1)
    for index, column in enumerate(columns):
        if column.choices:
            source = column.choices if isinstance(column.choices, str) else list(column.choices)
            sheet.data_validation(1, index, last, index, {"validate": "list", "source": source, "show_error": False})
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    for_print(sheet)
    if sum(column.width for column in columns if not column.hidden) > PAGE:
        sheet.fit_to_pages(2, 0)
        sheet.repeat_columns(0, 1)
    return count


def _height(row: Sequence[Value], columns: Sequence[Column]) -> float:
    shown = (pair for pair in zip(row, columns, strict=True) if not pair[1].hidden)
    return height_of(max(lines_of(value, column.width) if isinstance(value, str) else 1 for value, column in shown))


def for_print(sheet: Any, head: bool = True) -> None:
    """Set a tab for paper: across the page, the first row on each if it is a `head`, no wider than one, numbered."""
    sheet.set_landscape()
    if head:
        sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&L&A&RPage &P of &N")


def _parts(row: Sequence[Value]) -> Iterable[Sequence[Value]]:
    pieces = [divided(value) if isinstance(value, str) else [value] for value in row]
    most = max(map(len, pieces))
    if most == 1:
        return [row]
    parts: list[Sequence[Value]] = []
    for number in range(most):
        part = [column[number] if number < len(column) else "" for column in pieces]
        part[0] = f"{row[0]} (part {number + 1} of {most})".strip()
        parts.append(part)
    return parts


def _write(sheet: Any, row: int, column: int, value: Value, styles: Styles) -> None:
    if value == "":
        sheet.write_blank(row, column, None, styles.text)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, styles.text)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, styles.text)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, styles.date)
    else:
        sheet.write_number(row, column, value, styles.text)
