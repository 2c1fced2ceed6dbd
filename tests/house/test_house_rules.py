"""House rules from the configuration to the report."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citelint.cli import completing
from citelint.cli.main import commands
from citelint.house import process

PIECE = """\
[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).
[2] Cf. Owen Tarr, Ledgers, 90 Yale L.J. 1 (1981); cf. Ellison, supra note 1.
[3] Ellison, supra note 2.
[4] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018)
"""
HOUSE = """\
[[house]]
code = "HOU001"
pattern = '(?i)\\bcf\\.'
message = "say see"
hint = "cf"
rule = "Style Guide 3"
"""
RUNAWAY = """\
[[house]]
code = "HOU002"
pattern = '(?:[A-Za-z .,;0-9]+)+!'
message = "x"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(process, "_search", None)
    Path("essay.txt").write_text(PIECE)
    return tmp_path


def check(config: str, *args: str) -> Result:
    Path("citelint.toml").write_text(config)
    return CliRunner().invoke(commands, ["check", *args, "essay.txt"])


def test_a_house_finding_is_one_like_any_other() -> None:
    result = check(HOUSE, "--select", "HOU,SUP003,NUM011", "--format", "json")
    found = json.loads(result.stdout)["files"][0]["findings"]
    assert [(f["code"], f["name"], f["note"], f["text"], f["severity"]) for f in found] == [
        ("HOU001", "house-rule", "2", "Cf.", "warning"),
        ("HOU001", "house-rule", "2", "cf.", "warning"),
        ("SUP003", "supra-to-short-form", "3", "Ellison, supra note 2", "warning"),
        ("NUM011", "note-ends-without-period", "4", ")", "warning"),
    ]
    assert found[0]["why"] == "Style Guide 3"
    assert "warning HOU001 house-rule: note 2: say see" in check(HOUSE, "--format", "concise").stdout
    assert "why: Style Guide 3" in check(HOUSE).stdout


@pytest.mark.parametrize(
    ("more", "args", "found"),
    [
        ("", ["--ignore", "HOU"], False),
        ("", ["--ignore", "house-rule"], False),
        ("", ["--select", "SUP"], False),
        ("", ["--select", "HOU001"], True),
        ("", ["--select", "hou001"], True),
        ('ignore = ["HOU001"]\n', [], False),
        ('[per-file-ignores]\n"*.txt" = ["HOU"]\n', [], False),
        ('[severity]\nHOU001 = "error"\n', [], True),
    ],
)
def test_it_is_selected_and_ignored_like_any_other(more: str, args: list[str], found: bool) -> None:
    result = check(more + HOUSE, "--format", "concise", *args)
    assert result.exit_code in (0, 1), result.stderr
    assert ("HOU001" in result.stdout) is found
    if "severity" in more:
        assert "error HOU001" in result.stdout


def test_its_severity_decides_of_the_exit_code() -> None:
    assert check(HOUSE, "--select", "HOU").exit_code == 1
    assert check(HOUSE + 'severity = "suggestion"\n', "--select", "HOU").exit_code == 0


def test_without_house_rules_that_are_applied_no_process_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert check("edition = 20\n").exit_code == 1
    assert check(HOUSE, "--select", "SUP").exit_code == 1
    assert check(HOUSE, "--isolated").exit_code == 1
    assert check(HOUSE).exit_code == 3  # so that this can fail


@pytest.mark.timed
def test_one_that_runs_away_is_named_and_everything_else_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "DEADLINE", 0.5)
    Path("other.txt").write_text(PIECE)
    result = check(HOUSE + RUNAWAY, "other.txt", "--format", "concise")
    assert result.exit_code == 2
    assert [line.split(": ")[2] for line in result.stderr.splitlines()] == [
        "house rule HOU002 did not end within 0.5 seconds on note 1 of other.txt and was stopped",
        "house rule HOU002 was not applied to further files, since it had failed",
    ]
    assert all(line.startswith("citelint: citelint.toml:9: ") for line in result.stderr.splitlines())
    assert result.stdout.count("HOU001") == 4
    assert result.stdout.count("SUP003") == 2


def test_no_report_sounds_like_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "DEADLINE", 0.2)
    for format_name, said in (
        ("csv", "not-checked-in-full"),
        ("gitlab", '"check_name": "not-checked-in-full"'),
        ("jsonl", '"error": "citelint.toml:3: house rule HOU002'),
        ("junit", 'type="not-checked-in-full"'),
        ("rdjson", "not checked in full: citelint.toml:3: house rule HOU002"),
        ("sarif", '"executionSuccessful": false'),
        ("full", "No errors, no warnings in what was checked.\n1 file was not checked in full."),
        ("json", '"error": "citelint.toml:3: house rule HOU002'),
        ("github", "::error file=essay.txt,title=not checked in full::citelint.toml:3: house rule HOU002"),
        ("plain", "not checked in full"),
    ):
        process.the_search().close()
        monkeypatch.setattr(process, "_search", None)
        result = check(RUNAWAY, "--select", "HOU", "--format", format_name, "--exit-zero")
        assert result.exit_code == 2
        assert said in result.stdout


@pytest.mark.parametrize("suffix", ["html", "xlsx"])
def test_no_file_sounds_like_a_pass(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "DEADLINE", 0.2)
    assert check(RUNAWAY, "--select", "HOU", "-o", f"out.{suffix}").exit_code == 2
    data = Path(f"out.{suffix}").read_bytes()
    if suffix == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            data = book.read("xl/sharedStrings.xml")
    assert data.lower().count(b"not checked in full") >= (2 if suffix == "xlsx" else 1)
    assert b"citelint.toml:3: house rule HOU002 did not end" in data


def cli(*args: str, config: str = HOUSE) -> Result:
    Path("citelint.toml").write_text(config)
    return CliRunner().invoke(commands, args)


def test_explain_tells_of_a_house_rule() -> None:
    for name in ("HOU001", "hou001", "house-rule"):
        told = cli("explain", name)
        assert told.exit_code == 0, told.stderr
        words = " ".join(told.stdout.split())
        assert words.startswith("HOU001 house-rule say see A rule of the house (citelint.toml:3, by Style Guide 3).")
        assert r"(?i)\bcf\." in words
        assert "severity: warning" in words
    assert "no rule is called 'HOU001'" in cli("explain", "HOU001", "--isolated").stderr
    assert cli("explain", "HOU002").exit_code == 2
    assert cli("explain", "SUP002", config="selct = 1").exit_code == 0
    assert "did you mean select" in cli("explain", "HOU001", config="selct = 1").stderr


def test_the_list_of_rules_has_those_of_the_house() -> None:
    listed = json.loads(cli("rules", "--format", "json").stdout)["rules"]
    assert (listed[-1]["code"], listed[-1]["summary"], listed[-1]["severity"]) == ("HOU001", "say see", "warning")
    assert "HOU001 house-rule" in " ".join(cli("rules").stdout.split())
    assert "HOU001" not in cli("rules", "--isolated").stdout
    Path("other.toml").write_text(HOUSE.replace("HOU001", "HOU007"))
    assert "HOU007" in cli("rules", "--config", "other.toml").stdout
    wrong = cli("rules", config="selct = 1")
    assert (wrong.exit_code, len(wrong.stderr.splitlines())) == (2, 1)


def test_a_finding_of_a_house_rule_can_be_let_stand() -> None:
    written = cli("stet", "essay.txt", "--rule", "HOU001", "--note", "2", "--reason", "a quotation", "--write")
    assert written.exit_code == 0, written.stderr
    assert "It lets 2 findings stand in note 2." in written.stdout
    after = check(HOUSE, "--select", "HOU,STE", "--format", "concise")
    assert after.exit_code == 0, after.stdout
    assert "HOU001" not in after.stdout
    assert cli("stet", "essay.txt", "--rule", "HOU009").exit_code == 2


def test_a_shell_completes_house_rules() -> None:
    Path("citelint.toml").write_text(HOUSE)
    assert [item.value for item in completing.rules("SUP002,hou")] == ["SUP002,HOU001", "SUP002,house-rule"]
    Path("citelint.toml").write_text("selct = 1")
    assert [item.value for item in completing.rules("hou")] == []


def test_sarif_describes_a_house_rule() -> None:
    log = json.loads(check(HOUSE, "--select", "HOU,SUP003", "--format", "sarif").stdout)["runs"][0]
    told = {rule["id"]: rule for rule in log["tool"]["driver"]["rules"]}
    assert told["HOU001"]["shortDescription"]["text"].lower() == "say see."
    assert "A rule of the house" in told["HOU001"]["help"]["text"]
    assert told["HOU001"]["defaultConfiguration"] == {"level": "warning"}


def test_a_pattern_that_is_none_is_named_with_its_line() -> None:
    result = check(HOUSE + "[[house]]\ncode = 'HOU002'\npattern = '(a'\nmessage = 'x'\n")
    assert result.exit_code == 2
    assert result.stderr.startswith("citelint: citelint.toml:9: house rule HOU002 has a pattern that is no regular")
    assert "HOU001" in result.stdout


def test_words_of_a_message_and_of_a_pattern_are_data() -> None:
    config = HOUSE.replace("'say see'", "x").replace('"say see"', '"[bold]{where} \\u001b[31m :smiley: [/sic]"')
    result = check(config, "--format", "concise")
    assert "note 2: [bold]{where} " in result.stdout
    assert ":smiley: [/sic]" in result.stdout
    assert "\x1b" not in result.stdout
    wrong = check(HOUSE.replace("cf", "{where}("))
    assert "no regular expression: missing )" in wrong.stderr


def test_the_child_imports_nothing_from_where_it_is_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("re", "json"):
        (folder / f"{name}.py").write_text("raise SystemExit('imported')\n")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    assert check(HOUSE, "--select", "HOU").exit_code == 1
