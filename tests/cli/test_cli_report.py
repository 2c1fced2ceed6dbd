"""`citelint report`: a page and a workbook for each paper, and a list of the papers of a folder."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import Any

import pytest
from conftest import CLEAN, WRONG, Cli
from openpyxl import load_workbook
from test_cli_codes import write

pytestmark = pytest.mark.usefixtures("by_hand")


def rows(folder: str = "out") -> list[dict[str, str]]:
    return list(csv.DictReader((Path(folder) / "class.csv").read_text("utf-8-sig").splitlines()))


def files(folder: str = "out") -> list[str]:
    return sorted(os.listdir(folder))


def refused(cli: Cli, *args: str) -> str:
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    result = cli("report", *args)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert before == {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    return result.stderr


def test_one_paper_gets_a_page_and_a_workbook(cli: Cli) -> None:
    result = cli("report", write("essays/a.txt", WRONG), "-o", "out")
    assert result.exit_code == 1
    assert files() == ["a.html", "a.xlsx"]
    assert result.stdout.splitlines()[-1] == "2 files written to out"
    assert "WRO001" in Path("out/a.html").read_text("utf-8")
    assert load_workbook("out/a.xlsx")["Findings"]["C2"].value == "WRO001"


def test_a_folder_gets_a_row_for_each_paper(cli: Cli) -> None:
    write("class/a.txt", WRONG)
    write("class/b.txt", "[1] BROKEN")
    write("class/c.txt", "no notes at all")
    write("class/d.txt", CLEAN.replace("Id.", "WRONG and WRONG, WARN."))
    assert cli("report", "class", "-o", "out").exit_code == 2
    assert files() == ["a.html", "a.xlsx", "class.csv", "d.html", "d.xlsx"]
    a, b, c, d = rows()
    assert (a["paper"], a["notes"], a["errors"], a["errors WRO"], a["headline 1"]) == (
        os.path.join("class", "a.txt"),
        "2",
        "1",
        "1",
        "note 2: wrong here",
    )
    assert (b["notes"], b["errors"], b["could not be checked"]) == ("", "", "damaged: open it and save it again")
    assert (c["notes"], c["could not be checked"]) == ("0", "there are no notes in it")
    assert (d["errors WRO"], d["errors WAR"], d["warnings"]) == ("2", "0", "1")
    assert d["headline 1"] == "note 2: wrong here (and 1 more of WRO001)"


def test_names_are_left_out_where_they_should_be(cli: Cli) -> None:
    write("class/Doe, Jane.txt", WRONG)
    write("class/Roe, Rick.txt", "[1] BROKEN")
    assert cli("report", "class", "-o", "out", "--anonymous").exit_code == 2
    assert files() == ["class.csv", "paper-1.html", "paper-1.xlsx"]
    assert [row["paper"] for row in rows()] == ["paper 1", "paper 2"]
    book: Any = load_workbook("out/paper-1.xlsx")
    told = [str(cell.value) for sheet in book for row in sheet for cell in row]
    for text in (Path("out/class.csv").read_text("utf-8"), Path("out/paper-1.html").read_text("utf-8"), *told):
        assert "Doe" not in text
        assert "Roe" not in text


def test_papers_of_one_name_get_files_of_their_own(cli: Cli) -> None:
    for path in ("1/a.txt", "2/a.txt", "3/a.md", "3/A.txt", "3/class.txt"):
        write(path, WRONG)
    cli("report", ".", "-o", "out")
    names = files()
    assert len(names) == 2 * 5 + 1
    assert len({name.casefold() for name in names}) == len(names)
    assert "class.csv" in names
    assert len(rows()) == 5


def test_pages_need_force_and_workbooks_are_never_replaced(cli: Cli) -> None:
    write("a.txt", WRONG)
    cli("report", "a.txt", "-o", "out")
    assert "--force replaces it" in refused(cli, "a.txt", "-o", "out")
    assert "never overwritten" in refused(cli, "a.txt", "-o", "out", "--force")
    Path("out/a.xlsx").unlink()
    assert cli("report", "a.txt", "-o", "out", "--force").exit_code == 1


def test_editors_columns_are_carried_over_from_a_workbook_or_a_folder(cli: Cli) -> None:
    write("class/a.txt", WRONG)
    write("class/b.txt", WRONG)
    cli("report", "class", "-o", "out")
    book: Any = load_workbook("out/a.xlsx")
    heads = [cell.value for cell in book["Cite check"][1]]
    book["Cite check"].cell(2, heads.index("comments") + 1, "seen by me")
    book.save("out/a.xlsx")
    cli("report", "class", "-o", "out2", "--merge", "out")
    cli("report", "class/a.txt", "-o", "out3", "--merge", "out/a.xlsx")
    for path in ("out2/a.xlsx", "out3/a.xlsx"):
        made: Any = load_workbook(path)
        assert made["Cite check"].cell(2, heads.index("comments") + 1).value == "seen by me"
    assert "for several, name the folder" in refused(cli, "class", "-o", "out4", "--merge", "out/a.xlsx")
    write("no.xlsx", "no workbook")
    assert "this is no workbook" in refused(cli, "class/a.txt", "-o", "out4", "--merge", "no.xlsx")
    assert "no such file" in refused(cli, "class/a.txt", "-o", "out4", "--merge", "none.xlsx")
    assert not Path("out4").exists()


def test_what_cannot_be_a_folder_is_refused(cli: Cli) -> None:
    write("a.txt", WRONG)
    assert "this is no folder" in refused(cli, "a.txt", "-o", "a.txt")
    assert "there is no folder to make it in" in refused(cli, "a.txt", "-o", "no/such/out")
    assert "-o" in refused(cli, "a.txt")


def test_a_paper_that_was_not_read_leaves_no_folder_behind(cli: Cli) -> None:
    result = cli("report", write("b.txt", "[1] BROKEN"), "-o", "out")
    assert result.exit_code == 2
    assert "damaged" in result.stderr
    assert not Path("out").exists()


def test_the_same_papers_give_the_same_bytes(cli: Cli) -> None:
    write("class/a.txt", WRONG)
    cli("report", "class", "-o", "1")
    cli("report", "class", "-o", "2")
    assert files("1") == files("2")
    for name in files("1"):
        assert Path("1", name).read_bytes() == Path("2", name).read_bytes()


def test_a_full_disk_leaves_nothing_half_written(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = cli("report", write("a.txt", WRONG), "-o", "out")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert os.listdir() == ["a.txt"]
