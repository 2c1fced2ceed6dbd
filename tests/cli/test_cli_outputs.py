"""`-o`: several reports in one run, and what is refused before any of them is written."""

from __future__ import annotations

import csv
import errno
import json
import os
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import WRONG, Cli
from test_cli_codes import write

from citelint.cli.inputs import PAGE_SIGN, Choice, find
from citelint.cli.outputs import repository
from citelint.cli.targets import target_of

pytestmark = pytest.mark.usefixtures("by_hand")


def leftovers() -> list[str]:
    return [name for name in os.listdir() if ".citelint." in name]


def test_several_outputs_are_written_in_one_run(cli: Cli) -> None:
    result = cli(
        write("a.txt", WRONG), "-o", "a.json", "-o", "a.sarif", "-o", "a.csv", "-o", "junit=a.xml", "-o", "a.jsonl"
    )
    assert result.exit_code == 1
    assert result.stdout == "Checked 1 file: 2 notes, 1 citation, 1 reference.\n1 error.\n"
    assert json.loads(Path("a.json").read_bytes())["summary"]["errors"] == 1
    assert json.loads(Path("a.sarif").read_bytes())["version"] == "2.1.0"
    assert ElementTree.parse("a.xml").getroot().get("failures") == "1"
    assert Path("a.csv").read_bytes().startswith(b"\xef\xbb\xbffile,")
    assert len(Path("a.jsonl").read_text("utf-8").splitlines()) == 3
    assert not leftovers()


def test_with_a_format_both_are_given(cli: Cli) -> None:
    result = cli(write("a.txt", WRONG), "--format", "json", "-o", "b.json")
    assert Path("b.json").read_bytes() == result.stdout_bytes
    assert cli("a.txt", "--format", "concise", "-o", "c.json").stdout.startswith("a.txt:2:5: error")


def test_closing_lines_can_be_silent_and_statistics_asked_for(cli: Cli) -> None:
    write("a.txt", WRONG)
    assert cli("a.txt", "-q", "-o", "a.json").stdout == ""
    assert cli("a.txt", "--statistics", "-q", "-o", "b.json").stdout.startswith("1  error       WRO001")


def test_a_file_for_people_has_no_colour(cli: Cli) -> None:
    write("a.txt", WRONG)
    assert cli("a.txt", "--color", "always", "-o", "full=report.txt").exit_code == 1
    assert Path("report.txt").read_text("utf-8").startswith("a.txt\n\nerror WRO001")


@pytest.mark.parametrize(
    ("value", "format", "path"),
    [
        ("out/a.SARIF", "sarif", "out/a.SARIF"),
        ("a.sarif.json", "sarif", "a.sarif.json"),
        ("a.b.jsonl", "jsonl", "a.b.jsonl"),
        ("junit=out.xml", "junit", "out.xml"),
        ("json=a.csv", "json", "a.csv"),
        ("x=y.json", "json", "x=y.json"),
        ("gitlab=gl-code-quality-report.json", "gitlab", "gl-code-quality-report.json"),
    ],
)
def test_the_suffix_tells_the_format_or_the_word_before_it(value: str, format: str, path: str) -> None:
    target = target_of(value)
    assert (target.format, target.path) == (format, path)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("out.xml", "does not tell the format"),
        ("report", "does not tell the format"),
        ("junti=out.xml", "did you mean junit?"),
        ("junit=", "names no file"),
        (".csv/x", "does not tell the format"),
    ],
)
def test_what_tells_no_format_is_a_mistake_of_usage(cli: Cli, value: str, said: str) -> None:
    result = cli(write("a.txt", WRONG), "-o", value)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert said in result.stderr


def refused(cli: Cli, *args: str | Path) -> str:
    """Run, and give the one line that says why not; nothing was printed and nothing written."""
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    result = cli(*args)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert before == {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    return result.stderr


def test_an_output_that_is_an_input_is_refused_through_links_too(cli: Cli) -> None:
    write("a.txt", WRONG)
    Path("soft.txt").symlink_to("a.txt")
    Path("hard.txt").hardlink_to("a.txt")
    for path in ("a.txt", "./a.txt", "soft.txt", "hard.txt"):
        assert "this is an input" in refused(cli, "a.txt", "--force", "-o", f"json={path}")
    Path("folder").mkdir()
    write("folder/b.txt", WRONG)
    assert "this is an input" in refused(cli, "folder", "--force", "-o", "json=folder/b.txt")
    assert "this is an input" in refused(cli, "missing.txt", "-o", "json=missing.txt")
    write("old.txt", WRONG)
    assert "this is an input" in refused(cli, "a.txt", "--since", "old.txt", "--force", "-o", "json=old.txt")


def test_two_outputs_in_one_place_are_refused(cli: Cli) -> None:
    write("a.txt", WRONG)
    Path("there").symlink_to(".")
    assert "two outputs" in refused(cli, "a.txt", "-o", "b.json", "-o", "./b.json")
    assert "two outputs" in refused(cli, "a.txt", "-o", "b.json", "-o", "csv=there/b.json")


def test_a_folder_that_is_not_there_and_one_that_is_are_refused(cli: Cli) -> None:
    write("a.txt", WRONG)
    Path("folder.json").mkdir()
    assert "there is no such folder" in refused(cli, "a.txt", "-o", "no/such/b.json")
    assert "this is a folder" in refused(cli, "a.txt", "--force", "-o", "folder.json")
    assert "no plain file" in refused(cli, "a.txt", "--force", "-o", "json=/dev/null")
    assert "cannot be written" in refused(cli, "a.txt", "-o", "a.txt/b.json")
    assert refused(cli, "a.txt", "-o", "json=a\0b")


def test_a_file_that_exists_needs_force(cli: Cli) -> None:
    write("a.txt", WRONG)
    write("b.json", "mine")
    Path("b.json").chmod(0o640)
    assert "--force replaces it" in refused(cli, "a.txt", "-o", "b.json")
    assert cli("a.txt", "-o", "b.json", "--force").exit_code == 1
    assert json.loads(Path("b.json").read_bytes())
    assert Path("b.json").stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_a_link(cli: Cli) -> None:
    write("a.txt", WRONG)
    Path("far").mkdir()
    Path("b.json").symlink_to("far/c.json")
    assert cli("a.txt", "-o", "b.json").exit_code == 1
    assert Path("b.json").is_symlink()
    assert json.loads(Path("far/c.json").read_bytes())


def test_what_could_not_be_read_is_in_the_outputs_and_the_code_is_2(cli: Cli) -> None:
    write("bad.txt", "[1] BROKEN")
    result = cli(write("a.txt", WRONG), "bad.txt", "-o", "a.json", "-o", "a.csv")
    assert result.exit_code == 2
    assert [f["error"] for f in json.loads(Path("a.json").read_bytes())["files"]] == [
        None,
        "damaged: open it and save it again",
    ]
    rows = list(csv.reader(Path("a.csv").read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == ["a.txt", "bad.txt"]


def test_a_full_disk_leaves_nothing_half_written(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", WRONG)
    write("b.csv", "mine")
    calls = iter([None, OSError(errno.ENOSPC, "No space left on device")])

    def full(handle: int) -> None:
        if error := next(calls):
            raise error

    monkeypatch.setattr("os.fsync", full)
    result = cli("a.txt", "--force", "-o", "a.json", "-o", "b.csv")
    assert result.exit_code == 2
    assert result.stderr == "citelint: b.csv: cannot be written, and no output was: no space left on device\n"
    assert sorted(os.listdir()) == ["a.txt", "b.csv"]
    assert Path("b.csv").read_text("utf-8") == "mine"


def test_a_file_that_came_to_be_meanwhile_is_left_alone(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt", WRONG)
    real: Any = os.fsync

    def meanwhile(handle: int) -> None:
        write("a.json", "another's")
        real(handle)

    monkeypatch.setattr("os.fsync", meanwhile)
    result = cli("a.txt", "-o", "a.json")
    assert (result.exit_code, result.stderr) == (2, "citelint: a.json: this file exists: --force replaces it\n")
    assert Path("a.json").read_text("utf-8") == "another's"
    assert not leftovers()


def test_an_interruption_leaves_nothing_behind(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    assert cli(write("a.txt", WRONG), "-o", "a.json").exit_code == 130
    assert os.listdir() == ["a.txt"]


def test_outputs_are_not_read_again_by_accident(cli: Cli) -> None:
    write("folder/a.txt", WRONG)
    assert cli("folder", "-o", "plain=folder/report.citelint.txt").exit_code == 1
    assert cli("folder").stdout.count("folder/") == 1


def test_a_page_says_by_whom_it_was_made_and_is_passed_over_in_folders(cli: Cli) -> None:
    write("folder/a.txt", WRONG)
    assert cli("folder", "-o", "folder/page.html").exit_code == 1
    assert PAGE_SIGN in Path("folder/page.html").read_bytes()[:400]
    write("folder/essay.html", "<p>another's</p>")

    def everything(folder: str) -> Choice:
        return Choice((".html", ".txt"))

    assert [one.path for one in find(["folder"], everything)] == ["folder/a.txt", "folder/essay.html"]
    assert [one.path for one in find(["folder/page.html"], everything)] == ["folder/page.html"]


def test_the_repository_is_looked_for_above(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert repository(str(inner)) is None
    (tmp_path / ".git").mkdir()
    assert repository(str(inner)) == str(tmp_path)
    assert repository(str(tmp_path)) == str(tmp_path)


def test_machines_are_told_paths_from_the_root_of_the_repository(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".git").mkdir()
    write("essays/a.txt", WRONG)
    monkeypatch.chdir("essays")
    (run,) = json.loads(cli("a.txt", "--format", "sarif").stdout)["runs"]
    assert run["artifacts"][0]["location"]["uri"] == "essays/a.txt"


def test_a_workbook_is_never_overwritten_and_what_is_in_it_is_carried_over(cli: Cli) -> None:
    write("a.txt", WRONG)
    assert cli("a.txt", "-o", "old.xlsx").exit_code == 1
    told = refused(cli, "a.txt", "--force", "-o", "old.xlsx")
    assert "never overwritten" in told
    assert "--merge old.xlsx" in told
    assert "this is an input" in refused(cli, "a.txt", "--merge", "old.xlsx", "-o", "old.xlsx")
    assert cli("a.txt", "--merge", "old.xlsx", "-o", "new.xlsx").exit_code == 1
    assert Path("new.xlsx").read_bytes() == Path("old.xlsx").read_bytes()


def test_a_merge_needs_a_new_workbook_and_an_old_one(cli: Cli) -> None:
    write("a.txt", WRONG)
    write("old.xlsx", "no workbook")
    assert "-o NEW.xlsx" in refused(cli, "a.txt", "--merge", "old.xlsx")
    assert "this is no workbook" in refused(cli, "a.txt", "--merge", "old.xlsx", "-o", "new.xlsx")
    assert "no such file" in refused(cli, "a.txt", "--merge", "none.xlsx", "-o", "new.xlsx")


def test_a_library_that_is_missing_is_told_in_a_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    assert "pip install XlsxWriter" in refused(cli, write("a.txt", WRONG), "-o", "new.xlsx", "-o", "a.json")


def test_a_format_that_is_not_printed_says_how_it_is_had(cli: Cli) -> None:
    assert "-o FILE.xlsx" in refused(cli, write("a.txt", WRONG), "--format", "xlsx")
