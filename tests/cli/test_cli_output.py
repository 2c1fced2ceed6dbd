"""What is printed: formats, notes of a range, colour, environment, encodings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import CLEAN, WRONG, Cli
from test_cli_codes import write

pytestmark = pytest.mark.usefixtures("by_hand")

THREE = "[1] WRONG.\n[2] WARN.\n[3] TASTE and WRONG.\n"


def codes(text: str) -> list[tuple[str, str]]:
    return [(f["note"], f["code"]) for file in json.loads(text)["files"] for f in file["findings"]]


def test_notes_narrow_what_is_reported_and_not_what_is_read(cli: Cli) -> None:
    path = write("a.txt", THREE)
    result = cli(path, "--notes", "2-3", "--format", "json")
    assert codes(result.stdout) == [("2", "WAR001"), ("3", "TAS001"), ("3", "WRO001")]
    assert json.loads(result.stdout)["files"][0]["notes"] == 3
    assert cli(path, "--notes", "2", "--fail-on", "error").exit_code == 0
    assert "Checked 1 file: 3 notes, 1 citation, 1 reference; reported on note 2." in cli(path, "--notes", "2").stdout


def test_the_same_input_gives_the_same_bytes(cli: Cli) -> None:
    path = write("a.txt", THREE)
    for form in ("full", "concise", "plain", "json", "github"):
        assert cli(path, "--format", form).stdout_bytes == cli(path, "--format", form).stdout_bytes


def test_colour_is_for_terminals_and_for_those_who_ask(cli: Cli) -> None:
    path = write("a.txt", WRONG)
    assert "\x1b[" not in cli(path).stdout
    assert "\x1b[" in cli(path, "--color", "always").stdout
    assert "\x1b[" in cli(path, FORCE_COLOR="1").stdout
    assert "\x1b[" not in cli(path, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in cli(path, "--color", "never", FORCE_COLOR="1").stdout
    assert "\x1b[" in cli(path, "--color", "always", NO_COLOR="1").stdout


def test_accessible_means_plain_where_no_format_is_asked_for(cli: Cli) -> None:
    path = write("a.txt", WRONG)
    assert cli(path, ACCESSIBLE="1").stdout.startswith("Error. Note 2. ")
    assert cli(path, ACCESSIBLE="0").stdout.startswith("a.txt\n")
    assert cli(path, "--format", "full", ACCESSIBLE="1").stdout.startswith("a.txt\n")


def test_options_come_from_the_environment_and_flags_are_stronger(cli: Cli) -> None:
    path = write("a.txt", WRONG)
    assert cli(path, CITELINT_FORMAT="concise").stdout.startswith("a.txt:2:5: error")
    assert cli(path, "--format", "full", CITELINT_FORMAT="concise").stdout.startswith("a.txt\n")
    assert cli(path, CITELINT_FAIL_ON="never").exit_code == 0
    assert cli("notes", path, CITELINT_FORMAT="concise").exit_code == 0
    assert "CITELINT" not in cli(path, CITELINT_FORMAT="concse").stdout
    assert cli(path, CITELINT_FORMAT="concse").exit_code == 2


def test_columns_set_the_width(cli: Cli) -> None:
    path = write("a.txt", f"[1] {'word ' * 60}WRONG.\n")
    assert max(map(len, cli(path, COLUMNS="60").stdout.splitlines())) <= 60
    assert max(map(len, cli(path, COLUMNS="nonsense").stdout.splitlines())) <= 80


def test_ascii_and_quiet(cli: Cli) -> None:
    path = write("a.txt", "[1] “Roe”, WRONG.\n")
    assert "“" in cli(path).stdout
    assert cli(path, "--ascii").stdout.isascii()
    assert "Checked" not in cli(path, "-q").stdout
    assert cli(write("clean.txt"), "-q").stdout == ""


def test_verbose_tells_on_standard_error_what_was_read(cli: Cli) -> None:
    result = cli(write("a.txt"), "-v", "--format", "json")
    assert json.loads(result.stdout)
    assert result.stderr.startswith("citelint: a.txt: read as text, 2 notes (read ")


def test_statistics_take_the_place_of_findings(cli: Cli) -> None:
    path = write("a.txt", THREE)
    assert cli(path, "--statistics", "-q").stdout.splitlines() == [
        "2  error       WRO001  wrong",
        "1  warning     WAR001  warn",
    ]
    refused = cli(path, "--statistics", "--format", "json")
    assert refused.exit_code == 2
    assert "--statistics" in refused.stderr


def test_json_is_utf8_whatever_the_encoding_of_the_terminal(cli: Cli) -> None:
    path = write("a.txt", "[1] “Roe” 王 WRONG.\n")
    result = cli(path, "--format", "json")
    assert "“" not in json.loads(result.stdout_bytes.decode("utf-8"))["files"][0]["findings"][0]["text"]
    assert cli("notes", path, "--format", "json").stdout_bytes.decode("utf-8").count("王") == 1


def test_a_summary_is_added_for_github(cli: Cli, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    result = cli(write("a.txt", WRONG), "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert result.exit_code == 1
    text = summary.read_text("utf-8")
    assert text.startswith("before\n<h3>citelint</h3>")
    assert "WRO001 wrong" in text


def test_a_summary_that_cannot_be_written_is_said_and_changes_no_code(cli: Cli, tmp_path: Path) -> None:
    result = cli(write("a.txt", WRONG), "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "such"))
    assert result.exit_code == 1
    assert "summary" in result.stderr


def test_help_and_version(cli: Cli) -> None:
    shown = cli("--help")
    assert shown.exit_code == 0
    for name in ("check", "resolve", "notes", "explain", "rules"):
        assert f"\n  {name} " in shown.stdout
        assert cli(name, "--help").exit_code == 0
    assert cli("check", "-h").exit_code == 0
    version = cli("--version")
    assert version.exit_code == 0
    assert version.stdout.startswith("citelint ")


def test_notes_and_resolve_give_tables_and_json(cli: Cli) -> None:
    path = write("a.txt")
    (file,) = json.loads(cli("notes", path, "--format", "json").stdout)["files"]
    assert [n["label"] for n in file["notes"]] == ["1", "2"]
    assert list(file["notes"][0]) == ["label", "apparatus", "section", "span", "text", "citations", "unparsed"]
    only = json.loads(cli("notes", path, "--format", "json", "--notes", "2").stdout)["files"][0]["notes"]
    assert [n["label"] for n in only] == ["2"]
    table = cli("notes", path)
    assert table.exit_code == 0
    assert table.stdout.startswith("a.txt\n\nnote  kind")
    assert cli("notes", "missing.txt", "--format", "json").exit_code == 2


def test_findings_make_no_code_of_notes(cli: Cli) -> None:
    assert cli("notes", write("a.txt", WRONG)).exit_code == 0
    assert cli("notes", write("b.txt", "no notes")).exit_code == 2


def test_a_clean_text_is_really_clean(cli: Cli) -> None:
    assert codes(cli(write("a.txt", CLEAN), "--format", "json").stdout) == []
