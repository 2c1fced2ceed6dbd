"""Exit codes: 0 nothing found, 1 findings, 2 not done in full, 3 a bug, 130 interrupted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import CLEAN, WRONG, Cli

pytestmark = pytest.mark.usefixtures("by_hand")


def write(name: str, text: str = CLEAN) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_clean_file_is_0_and_counted(cli: Cli) -> None:
    result = cli(write("essay.txt"))
    assert result.exit_code == 0
    assert result.stdout == "Checked 1 file: 2 notes, 1 citation, 1 reference.\nNo errors, no warnings.\n"
    assert result.stderr == ""


def test_findings_are_1(cli: Cli) -> None:
    result = cli("check", write("essay.txt", WRONG))
    assert result.exit_code == 1
    assert "error WRO001 wrong" in result.stdout


@pytest.mark.parametrize(
    ("word", "fail_on", "code"),
    [
        ("WARN", "error", 0),
        ("WARN", "warning", 1),
        ("TASTE", "warning", 0),
        ("TASTE", "suggestion", 1),
        ("WRONG", "error", 1),
        ("WRONG", "never", 0),
    ],
)
def test_fail_on_says_from_where_findings_count(cli: Cli, word: str, fail_on: str, code: int) -> None:
    path = write("essay.txt", f"[1] {word}.\n")
    assert cli(path, "--fail-on", fail_on).exit_code == code


def test_fail_on_suggestion_shows_them(cli: Cli) -> None:
    path = write("essay.txt", "[1] TASTE.\n")
    assert "TAS001" in cli(path, "--fail-on", "suggestion").stdout
    assert "1 suggestion: --suggestions shows it" in cli(path).stdout


def test_exit_zero_forgives_findings_and_nothing_else(cli: Cli) -> None:
    assert cli(write("essay.txt", WRONG), "--exit-zero").exit_code == 0
    assert cli(write("broken.txt", "[1] BROKEN\n"), "--exit-zero").exit_code == 2
    assert cli("missing.txt", "--exit-zero").exit_code == 2


def test_a_file_that_cannot_be_read_is_2_and_the_findings_of_the_others_are_told(cli: Cli) -> None:
    result = cli(write("a.txt", WRONG), write("b.txt", "[1] BROKEN\n"), write("c.txt"))
    assert result.exit_code == 2
    assert "error WRO001" in result.stdout
    assert "Checked 2 files" in result.stdout
    assert "1 file could not be checked." in result.stdout
    assert result.stderr == "citelint: b.txt: damaged: open it and save it again\n"


def test_an_error_stands_in_the_json_too(cli: Cli) -> None:
    result = cli(write("a.txt", "BROKEN"), "missing.txt", "--format", "json")
    assert result.exit_code == 2
    files = json.loads(result.stdout)["files"]
    assert [f["path"] for f in files] == ["a.txt", "missing.txt"]
    assert files[0]["error"] == "damaged: open it and save it again"
    assert files[1]["error"].startswith("no such file")


def test_a_named_file_without_notes_is_2_with_its_finding(cli: Cli) -> None:
    result = cli(write("essay.txt", "No note at all.\n"), "--format", "json", "--exit-zero", "--ignore", "NUM")
    assert result.exit_code == 2
    (file,) = json.loads(result.stdout)["files"]
    assert [f["code"] for f in file["findings"]] == ["NUM000"]
    assert file["findings"][0]["note"] is None
    assert "NUM000" in file["error"]
    assert "NUM000; --allow-empty forgives it" in result.stderr


def test_allow_empty_forgives_it_and_nothing_else(cli: Cli) -> None:
    result = cli(write("essay.txt", "No note at all.\n"), "--allow-empty", "--format", "json")
    assert result.exit_code == 0
    (file,) = json.loads(result.stdout)["files"]
    assert (file["error"], file["findings"]) == (None, [])
    assert cli("--allow-empty", "missing.txt").exit_code == 2
    assert cli("--allow-empty", write("b.txt", "BROKEN")).exit_code == 2
    assert cli("--allow-empty", write("c.txt", WRONG)).exit_code == 1


def test_a_walked_file_without_notes_is_counted(cli: Cli) -> None:
    write("papers/a.txt")
    write("papers/readme.txt", "No note at all.\n")
    result = cli("papers")
    assert result.exit_code == 0
    assert "Checked 2 files: 2 notes, 1 citation, 1 reference; 1 file has no notes." in result.stdout
    assert "NUM000" not in result.stdout + result.stderr


def test_a_folder_in_which_no_file_has_notes_did_not_pass(cli: Cli) -> None:
    write("papers/readme.txt", "No note at all.\n")
    result = cli("papers")
    assert result.exit_code == 2
    assert "there is no note in any of the files" in result.stderr
    assert cli("papers", "--allow-empty").exit_code == 0


def test_a_folder_without_anything_to_read_is_2(cli: Cli) -> None:
    write("papers/picture.png")
    result = cli("papers")
    assert result.exit_code == 2
    assert "papers: nothing here can be read" in result.stderr


def test_no_path_is_2_and_never_a_pass(cli: Cli) -> None:
    assert cli("check").exit_code == 2
    assert "nothing to check" in cli("check").stderr
    bare = cli()
    assert bare.exit_code == 2
    assert "Usage: citelint" in bare.stdout


def test_a_bug_is_3_and_tells_nothing_of_the_manuscript(cli: Cli) -> None:
    result = cli(write("a.txt", WRONG), write("b.txt", "[1] BUG Secret Witness\n"))
    assert result.exit_code == 3
    assert "b.txt: a bug in citelint" in result.stderr
    assert "KeyError" in result.stderr
    assert "please report" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Secret" not in result.stdout + result.stderr
    assert "error WRO001" in result.stdout


def test_with_debug_a_bug_shows_its_traceback(cli: Cli) -> None:
    result = cli(write("b.txt", "[1] BUG\n"), CITELINT_DEBUG="1")
    assert result.exit_code == 3
    assert "Traceback" in result.stderr


def test_a_bug_outside_of_any_file_is_3(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(run: object, look: object) -> str:
        raise TypeError("Secret")

    monkeypatch.setattr("citelint.report.full.report", fail)
    result = cli(write("a.txt"))
    assert result.exit_code == 3
    assert "a bug in citelint" in result.stderr
    assert "Secret" not in result.stderr


def test_an_interruption_is_130(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*args: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("citelint.pipeline.check", interrupt)
    result = cli(write("a.txt"))
    assert result.exit_code == 130
    assert "interrupted" in result.stderr


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        (["chekc"], "did you mean check?"),
        (["resolv", "x"], "did you mean resolve?"),
        (
            ["check", "--selct", "SUP", "a.txt"],
            "no such option: --selct: did you mean --select? (see: citelint check --help)",
        ),
        (["--verion"], "did you mean --version?"),
        (["--zzz"], "no such option: --zzz (see"),
        (["--fromat", "json", "a.txt"], "--format"),
        (["--format", "jsno", "a.txt"], "did you mean json?"),
        (["--fail-on", "eror", "a.txt"], "did you mean error?"),
        (["--edition", "2", "a.txt"], "20, 21, 22"),
        (["--select", "NUM0011", "a.txt"], "NUM011"),
        (["--ignore", "note-ends-without-peroid", "a.txt"], "note-ends-without-period"),
        (["--extend-select", "NUMM", "a.txt"], "NUM"),
        (["--select", "NUM11", "a.txt"], "Did you mean NUM011?"),
        (["--encoding", "utf-88", "a.txt"], "did you mean utf-8?"),
        (["--encoding", "win1252", "a.txt"], "did you mean windows-1252?"),
        (["--encoding", "rot13", "a.txt"], "'rot13' is no encoding of text: try utf-8 or cp1252 (see"),
        (["--encoding", "base64", "a.txt"], "'base64' is no encoding of text: try utf-8 or cp1252 (see"),
        (["--encoding", "hex", "a.txt"], "'hex' is no encoding of text: try utf-8 or cp1252 (see"),
        (["--encoding", "punycode", "a.txt"], "'punycode' is no encoding of text: try utf-8 or cp1252 (see"),
        (["--notes", "20-1", "a.txt"], "write 1-20"),
        (["--first-note", "0", "a.txt"], "'--first-note': 0 is not in the range x>=1"),
        (["--first-note", "9", "--last-note", "3", "a.txt"], "stands before"),
        (["explain", "NUM0011"], "NUM011"),
        (["esay.txt"], "did you mean essay.txt?"),
        (["folder/esay.txt"], "did you mean folder/essay.txt?"),
        (["essay.md"], "did you mean essay.txt?"),
        (["missing.txt"], "citelint: missing.txt: no such file\n"),
    ],
)
def test_what_is_mistyped_is_2_with_what_was_meant(cli: Cli, args: list[str], meant: str) -> None:
    write("a.txt")
    write("essay.txt")
    write("folder/essay.txt")
    result = cli(*args)
    assert result.exit_code == 2
    assert meant in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("citelint: ")


def test_a_file_that_is_called_like_a_command_nearly_is_checked(cli: Cli) -> None:
    write("chekc", "x")
    assert "no such command" not in cli("chekc").stderr


def test_a_selection_that_leaves_no_rule_checks_nothing(cli: Cli) -> None:
    result = cli(write("a.txt"), "--select", "NUM011", "--ignore", "NUM011")
    assert result.exit_code == 2
    assert "leaves no rule" in result.stderr


def test_notes_of_a_range_that_is_not_there_are_no_pass(cli: Cli) -> None:
    result = cli(write("a.txt"), "--notes", "40-50")
    assert result.exit_code == 2
    assert "the notes run from 1 to 2" in result.stderr
