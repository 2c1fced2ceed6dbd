"""What is let stand by the file of configuration: a baseline, stets that have to give their reason, what is allowed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citelint.cli.main import commands

Cli = Callable[..., Result]

PIECE = "[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n[2] Ibid. at 910.\n"
MARKED = "A.[^a]\n\n<!-- citelint: stet PUN002 -->\n[^a]: Mara Ellison, *Dockets*,, 12 (2018).\n"


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.chdir(tmp_path)
    Path("papers/deep").mkdir(parents=True)
    for path in ("papers/one.txt", "papers/deep/two.txt"):
        Path(path).write_text(PIECE, "utf-8")

    def call(*args: str | Path) -> Result:
        return CliRunner().invoke(commands, [str(arg) for arg in args])

    return call


def found(result: Result) -> list[str]:
    assert result.exit_code in (0, 1), result.stderr
    return [finding["code"] for file in json.loads(result.stdout)["files"] for finding in file["findings"]]


def check(cli: Cli, *args: str) -> list[str]:
    return found(cli("check", "--format", "json", "--select", "ID010,PUN002,STE", *(args or ("papers",))))


def test_a_baseline_is_seen_from_the_file_that_names_it(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("papers/citelint.toml").write_text('baseline = "known/base.json"\n')
    Path("papers/known").mkdir()
    assert cli("baseline", "--select", "ID010", "papers").exit_code == 0
    assert Path("papers/known/base.json").is_file()
    assert check(cli) == []
    assert "2 findings in the baseline" in cli("check", "--select", "ID010", "papers").stdout
    monkeypatch.chdir("papers/deep")
    assert check(cli, "two.txt") == []
    assert check(cli, "two.txt", "--isolated") == ["ID010"]
    Path("two.txt").write_text(PIECE + "[3] Ibid. at 912.\n")
    assert check(cli, "two.txt") == ["ID010"]


def test_a_baseline_of_the_command_line_is_seen_from_the_working_folder(cli: Cli) -> None:
    assert cli("baseline", "--select", "ID010", "--baseline", "mine.json", "papers").exit_code == 0
    Path("papers/citelint.toml").write_text('baseline = "none.json"\n')
    assert check(cli, "papers", "--baseline", "mine.json") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "no such file"),
        ("{", "no baseline, or damaged (line 1): delete it"),
        ('{"citelint-baseline": 1, "files": {"a": [3]}}', "a finding of a cannot be read"),
        ('{"citelint-baseline": 99, "files": {}}', "later version"),
    ],
)
@pytest.mark.parametrize("command", ["check", "report", "explain", "fix"])
def test_a_baseline_that_cannot_be_used_is_2_and_one_line(cli: Cli, command: str, text: str | None, said: str) -> None:
    Path("papers/citelint.toml").write_text('edition = 21\nbaseline = "base.json"\n')
    if text is not None:
        Path("papers/base.json").write_text(text)
    args = {
        "check": ("papers",),
        "report": ("papers", "-o", "out"),
        "explain": ("note:2", "papers/one.txt"),
        "fix": ("papers",),
    }
    result = cli(command, *args[command])
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("citelint: papers/citelint.toml:2: papers/base.json: ")
    assert said in line


def test_a_baseline_that_is_not_there_yet_can_be_made(cli: Cli) -> None:
    Path("papers/citelint.toml").write_text('baseline = "base.json"\n')
    result = cli("baseline", "papers")
    assert result.exit_code == 0, result.stderr
    assert check(cli) == []


def test_stets_need_their_reason_where_the_file_says_so(cli: Cli) -> None:
    Path("essay.md").write_text(MARKED)
    assert check(cli, "essay.md") == []
    Path("citelint.toml").write_text("require-stet-reason = true\n")
    assert check(cli, "essay.md") == ["STE003"]
    assert check(cli, "essay.md", "--isolated") == []
    Path("essay.md").write_text(MARKED.replace("PUN002", "PUN002 as it was printed"))
    assert check(cli, "essay.md") == []


def test_id_is_reported_where_the_file_forbids_it(cli: Cli) -> None:
    Path("essay.txt").write_text(PIECE.replace("Ibid.", "Id."))
    Path("citelint.toml").write_text("[rules]\nid-allowed = false\n")
    assert found(cli("check", "--format", "json", "essay.txt")) == ["ID016"]
    assert found(cli("check", "--format", "json", "essay.txt", "--isolated")) == []
    assert found(cli("check", "--format", "json", "essay.txt", "--ignore", "id-used")) == []
    assert cli("fix", "--write", "--all", "essay.txt").exit_code == 0
    assert Path("essay.txt").read_text().endswith("[2] Ellison, supra note 1, at 910.\n")


def test_numbers_begin_anew_where_the_file_says_so(cli: Cli) -> None:
    first = PIECE.replace("Ibid.", "Id.")
    second = "[1] Owen Tarr, Ledgers, 90 Yale L.J. 1 (1981).\n[2] Owen Tarr, Quays, 7 Ga. L. Rev. 5 (1973).\n"
    Path("book.txt").write_text(f"{first}\n{second}[3] Tarr, Quays, supra note 1, at 6.\n")
    args = ("check", "--format", "json", "--select", "NUM003,SUP002", "book.txt")
    assert found(cli(*args)).count("NUM003") == 2
    Path("citelint.toml").write_text('numbering = "per-section"\n')
    assert found(cli(*args)) == ["SUP002"]
    assert found(cli(*args, "--notes", "2:3")) == ["SUP002"]
    assert found(cli(*args, "--notes", "1:1-2")) == []
    assert "no note 1:3: the notes of section 1 run from 1 to 2 (" in cli(*args, "--notes", "1:3").stderr
