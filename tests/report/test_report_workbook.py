"""The cite-check workbook: what is in its tabs, that nothing in it is computed, and what is carried over."""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook

from citelint.config import Config
from citelint.model.run import FileResult, Run
from citelint.pipeline import check
from citelint.report.files import MissingLibrary
from citelint.report.files.xlsx import report
from citelint.report.layout.look import Look
from citelint.report.workbook.carried import NoWorkbook, _is_failure, carried_from
from citelint.report.workbook.cells import LONGEST, cell_text, divided, lines_of

NOTES = (
    "See Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 905 (2018); "
    "Katz v. United States, 389 U.S. 347 (1967).",
    "The court did not say.",
    "Ellison, supra note 2, at 910.",
    "Id. at 912; https://example.com/" + "x" * 2200 + ".",
    'Tomas Varga, =HYPERLINK("https://example.org") and Others 12 (2015).',
)


def checked(notes: tuple[str, ...] = NOTES, name: str = "essay.txt") -> FileResult:
    text = "".join(f"[{number}] {note}\n" for number, note in enumerate(notes, 1))
    return check(text.encode(), name, Config())


def made(*results: FileResult, **more: Any) -> bytes:
    return report(Run(results, "9.9.9"), Look(), **more)


def tab(data: bytes, name: str) -> list[dict[str, Any]]:
    """Give the rows of a tab by the heads of their columns."""
    heads, *rows = load_workbook(io.BytesIO(data))[name].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_there_is_a_row_for_each_source_in_each_note() -> None:
    rows = tab(made(checked()), "Cite check")
    assert [(r["note"], r["cite"], r["kind"]) for r in rows[:5]] == [
        ("1", "1", "article"),
        ("1", "2", "case"),
        ("2", None, "text"),
        ("3", "1", "supra"),
        ("4", "1", "id"),
    ]
    first = rows[0]
    assert (first["signal"], first["author"], first["title"]) == ("See", "Mara Ellison", "Dockets in the Dark")
    assert (first["source"], first["date"], first["pincite"]) == ("118 Colum. L. Rev. 901", "2018", "905")
    assert rows[1]["title"] == "Katz v. United States"
    assert [head for head in first if head][-6:-1] == [
        "assigned to",
        "located at",
        "pulled",
        "supports text",
        "comments",
    ]


def test_a_short_form_has_its_source_its_findings_and_what_would_be_right() -> None:
    row = tab(made(checked()), "Cite check")[3]
    assert (row["author"], row["short form of note"]) == ("Mara Ellison", "1")
    assert row["findings"].startswith("error SUP002: ")
    assert row["suggested text"] == "Ellison, supra note 1, at 910"


def test_every_finding_stands_in_some_row() -> None:
    result = checked((*NOTES, "A text , with a slip. Katz v. United States, 389 U.S. 347 (1967)"))
    told = "\n".join(row["findings"] or "" for row in tab(made(result), "Cite check"))
    for finding in result.diagnostics:
        if not finding.members and finding.note is not None:
            assert f"{finding.code}: " in told


def test_sources_findings_and_cross_references_have_their_tabs() -> None:
    data = made(checked())
    assert load_workbook(io.BytesIO(data)).sheetnames == [
        "Cite check",
        "Sources",
        "Findings",
        "Cross-references",
        "About",
    ]
    sources = tab(data, "Sources")
    assert [(s["kind"], s["in full in note"], s["all notes"]) for s in sources[:2]] == [
        ("article", "1", "1, 3, 4"),
        ("case", "1", "1"),
    ]
    supra, ident = tab(data, "Cross-references")
    assert (supra["typed"], supra["should be"], supra["result"], supra["in full in note"]) == ("2", "1", "wrong", "1")
    assert (ident["typed"], ident["result"]) == (None, "right")
    assert "SUP002" in [row["rule"] for row in tab(data, "Findings")]


def test_no_cell_is_computed_and_a_long_address_is_kept() -> None:
    data = made(checked())
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                root = ElementTree.fromstring(book.read(name))
                assert not [e for e in root.iter() if e.tag.endswith(("}f", "}hyperlink"))]
    rows = tab(data, "Cite check")
    assert any('=HYPERLINK("https://example.org")' in (row["full text"] or "") for row in rows)
    assert any("x" * 2200 in (row["full text"] or "") for row in rows)


def test_a_title_that_looks_like_a_formula_stays_a_text() -> None:
    book = load_workbook(io.BytesIO(made(checked(("=1+1", "=cmd|' /C calc'!A1, 12 Yale L.J. 3 (1999).")))))
    cells = [cell for row in book["Cite check"].iter_rows(min_row=2) for cell in row if str(cell.value).startswith("=")]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_text_too_long_for_a_cell_goes_on_in_rows_that_are_marked() -> None:
    note = "A long note of prose, " * 4000
    rows = tab(made(checked((note, "Id."))), "Cite check")
    parts = [row for row in rows if row["note"].startswith("1 (part ")]
    assert [row["note"] for row in parts] == ["1 (part 1 of 3)", "1 (part 2 of 3)", "1 (part 3 of 3)"]
    assert all(len(row["full text"]) <= LONGEST for row in parts)
    assert rows[3]["note"] == "2"


@pytest.mark.parametrize("text", ["", "a", "x" * 100_000, "word " * 20_000, "\U0001f600" * 40_000])
def test_pieces_fit_and_nothing_is_lost(text: str) -> None:
    pieces = divided(text)
    assert "".join(pieces) == text
    assert all(len(piece.encode("utf-16-le")) // 2 <= LONGEST for piece in pieces)


def test_a_cell_holds_no_controls() -> None:
    assert cell_text(" a\x00\x1b[31m\u202eb\n c\ud800\ufffe ") == "a[31mb c"


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    assert [lines_of(text, 10) for text in ("", "word", "two words here", "x" * 25, "a\nb")] == [1, 1, 2, 3, 2]


def test_the_same_run_gives_the_same_bytes() -> None:
    assert made(checked()) == made(checked())


def test_several_files_have_a_column_and_one_that_was_not_read_a_row() -> None:
    data = made(checked(), FileResult(path="bad.docx", error="damaged"))
    rows = tab(data, "Cite check")
    assert {row["file"] for row in rows} == {"essay.txt", "bad.docx"}
    assert rows[-1]["findings"] == "could not be checked: damaged"
    assert tab(data, "Findings")[-1]["what is wrong"] == "damaged"


def test_the_page_is_set_for_work_and_for_paper() -> None:
    sheet: Any = load_workbook(io.BytesIO(made(checked())))["Cite check"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["L2"].alignment.wrap_text
    lists = {str(v.sqref).split(":")[0][0]: v.formula1 for v in sheet.data_validations.dataValidation}
    assert lists["O"] == "About!$D$2:$D$61"
    assert '"yes,requested,no"' in lists.values()
    assert sheet.column_dimensions["T"].hidden


def written(path: Path, data: bytes, values: dict[tuple[str, str], dict[str, Any]], extra: str = "") -> Path:
    """Write a workbook as an editor leaves it: `values` by note and cite, and a column `extra` added at the right."""
    book = load_workbook(io.BytesIO(data))
    sheet: Any = book["Cite check"]
    heads = [cell.value for cell in sheet[1]]
    if extra:
        heads.append(extra)
        sheet.cell(1, len(heads), extra)
    for row in sheet.iter_rows(min_row=2):
        place = (row[heads.index("note")].value, row[heads.index("cite")].value)
        for head, value in values.get(place, {}).items():
            sheet.cell(row[0].row, heads.index(head) + 1, value)
    book.save(path)
    return path


def test_merging_carries_what_editors_wrote_to_where_the_source_stands_now(tmp_path: Path) -> None:
    old = written(
        tmp_path / "old.xlsx",
        made(checked()),
        {
            ("1", "2"): {"assigned to": "Noor", "pulled": "yes", "comments": "=SUM(1)"},
            ("3", "1"): {"supports text": "in part", "due": datetime(2026, 3, 1)},
            ("5", "1"): {"comments": "for the author"},
        },
        extra="due",
    )
    book = load_workbook(old)
    sheet: Any = book["Cite check"]
    sheet.cell(1, sheet.max_column + 1, "pages")
    sheet.cell(5, sheet.max_column, 12)
    book.save(old)
    notes = ("A new note, put in front.", *(note.replace("supra note 2", "supra note 3") for note in NOTES[:4]))
    data = made(checked(notes), carried=carried_from(str(old)))
    rows = {(row["note"], row["cite"]): row for row in tab(data, "Cite check")}
    assert rows["2", "2"]["assigned to"] == "Noor"
    assert rows["2", "2"]["pulled"] == "yes"
    assert rows["2", "2"]["comments"] == "=SUM(1)"
    assert rows["4", "1"]["supports text"] == "in part"
    assert rows["4", "1"]["due"] == datetime(2026, 3, 1)
    assert rows["4", "1"]["pages"] == 12
    assert not rows["1", None]["comments"]
    assert {cell.data_type for row in load_workbook(io.BytesIO(data))["Cite check"] for cell in row} <= {"s", "n", "d"}
    (left,) = tab(data, "Not carried over")
    assert left["comments"] == "for the author"
    assert "Varga" in left["full text"]


def test_merging_twice_and_after_sorting_loses_nothing(tmp_path: Path) -> None:
    values = {("1", "1"): {"comments": "one"}, ("4", "1"): {"comments": "four"}}
    first = written(tmp_path / "1.xlsx", made(checked()), values)
    book = load_workbook(first)
    sheet: Any = book["Cite check"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for index, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(index, column).value = value
    book.save(first)
    second = tmp_path / "2.xlsx"
    second.write_bytes(made(checked(), carried=carried_from(str(first))))
    data = made(checked(), carried=carried_from(str(second)))
    told = {(row["note"], row["cite"]): row["comments"] for row in tab(data, "Cite check") if row["comments"]}
    assert told == {("1", "1"): "one", ("4", "1"): "four"}


def test_a_comment_that_a_spreadsheet_took_for_a_formula_is_kept_as_it_was_typed() -> None:
    assert _is_failure("=seen", "#NAME?")
    assert not _is_failure("=1+1", "2")
    assert not _is_failure("#12", "#12")


def test_a_workbook_that_lost_its_keys_is_read_by_its_texts(tmp_path: Path) -> None:
    path = written(tmp_path / "old.xlsx", made(checked()), {("3", "1"): {"comments": "three"}})
    book = load_workbook(path)
    sheet: Any = book["Cite check"]
    sheet.delete_cols(sheet.max_column)
    book.save(path)
    rows = tab(made(checked(), carried=carried_from(str(path))), "Cite check")
    assert [row["comments"] for row in rows if row["note"] == "3"] == ["three"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"note,cite\r\n"])
def test_what_is_no_workbook_is_told_in_a_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "old.xlsx"
    path.write_bytes(content)
    with pytest.raises(NoWorkbook, match=r"old\.xlsx: this is no workbook"):
        carried_from(str(path))
    with pytest.raises(NoWorkbook, match="cannot be read: no such file"):
        carried_from(str(tmp_path / "missing.xlsx"))
    book = Workbook()
    book.save(path)
    with pytest.raises(NoWorkbook, match="no tab 'Cite check'"):
        carried_from(str(path))


def test_a_library_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingLibrary, match="pip install XlsxWriter"):
        made(checked())
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingLibrary, match="pip install openpyxl"):
        carried_from(str(tmp_path / "old.xlsx"))


def test_a_choice_of_notes_narrows_the_cite_check() -> None:
    result = replace(checked(), chosen=frozenset({2, 3}))
    assert {row["note"] for row in tab(made(result), "Cite check")} == {"3", "4"}
