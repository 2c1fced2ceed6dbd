"""The tab that tells what the others are, what was checked, and where the names of the staff go."""

from __future__ import annotations

from typing import Any

from citelint.model.run import FileResult, Run
from citelint.report.layout.totals import checked
from citelint.report.layout.words import counted
from citelint.report.workbook.cells import LONGEST, cell_text, height_of, lines_of
from citelint.report.workbook.sheet import Styles, for_print

NAME = "About"

STAFF = "=About!$D$2:$D$61"
"""The cells in which the names of the staff are typed."""

TABS = (
    ("Cite check", "A row for each source in each note, in the order of the text. The yellow columns are yours."),
    ("Sources", "Each authority once, with all notes that cite it: what has to be pulled."),
    ("Findings", "What citelint found. An error is certain, a warning is likely, a suggestion is a matter of taste."),
    ("Cross-references", "Every Id., supra, infra and short form: what is typed, and what it should be."),
)

ADVICE = (
    "Columns that you add at the right of the cite check, and what you write into the yellow ones, go into a new "
    "workbook with: citelint check ESSAY -o NEW.xlsx --merge OLD.xlsx",
    "A row shows all of a long comment when the lower edge of its number is double-clicked.",
    "Rows whose source is no longer in the essay are kept in a tab of their own then. Colours and comments of cells "
    "stay behind in the old workbook.",
    "citelint looks nothing up: whether the source says so is for you to check.",
)


def add(book: Any, styles: Styles, run: Run) -> None:
    """Add the tab to a workbook."""
    sheet = book.add_worksheet(NAME)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 2, 3)
    sheet.set_column(3, 3, 24)
    sheet.write_string(0, 0, "Cite check", styles.title)
    sheet.write_string(0, 3, 'Staff ("assigned to" offers these names)', styles.their_head)
    sheet.set_row(0, height_of(2))
    rows = [("Made by", f"citelint {run.version}"), ("Checked", checked(run)), ("Found", _found(run)), ("", "")]
    rows += [*TABS, ("", ""), *(("", advice) for advice in ADVICE), ("", "")]
    rows += [(cell_text(result.path), cell_text(_file(result))) for result in run.files]
    for number, (name, says) in enumerate(rows, 1):
        sheet.set_row(number, height_of(max(lines_of(name, 22), lines_of(says, 68))))
        sheet.write_string(number, 0, name[:LONGEST], styles.bold)
        sheet.write_string(number, 1, says[:LONGEST], styles.plain)
    for_print(sheet, head=False)


def _file(result: FileResult) -> str:
    if result.error:
        return f"could not be checked: {result.error}"
    return "; ".join([counted(result.notes, "note"), *(f"not checked in full: {gap}" for gap in result.gaps)])


def _found(run: Run) -> str:
    from citelint.model.diagnostic import Severity

    return ", ".join(counted(run.count(severity), severity.value) for severity in Severity) + "."
