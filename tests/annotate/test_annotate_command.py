"""`citelint annotate`, and the Word files of `check -o` and `report`: what is written where, and what is refused."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from commented import lines
from wordfiles import essay_file

from citelint.cli.main import commands

WRONG = """
[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Katz v. United States, 389 U.S. 347, 351 (1967).
[3] Ellison, supra note 2, at 920.
"""
CLEAN = WRONG.replace("supra note 2", "supra note 1")

Cli = Callable[..., Result]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.chdir(tmp_path)
    Path("essay.docx").write_bytes(essay_file(WRONG))
    return lambda *args: CliRunner().invoke(commands, [str(arg) for arg in args])


def test_without_write_nothing_is_written(cli: Cli) -> None:
    result = cli("annotate", "essay.docx")
    assert result.exit_code == 1
    assert "essay.docx: 1 comment; nothing was written" in result.stdout
    assert "citelint annotate --write essay.docx" in result.stdout
    assert os.listdir() == ["essay.docx"]


def test_with_write_it_goes_beside_and_the_original_stays(cli: Cli) -> None:
    before = Path("essay.docx").read_bytes()
    assert cli("annotate", "essay.docx", "--write").exit_code == 1
    assert Path("essay.docx").read_bytes() == before
    assert len(lines(Path("essay.citelint.docx").read_bytes())) == 1
    assert sorted(os.listdir()) == ["essay.citelint.docx", "essay.docx"]


def test_a_folder_gives_a_file_for_each_and_leaves_out_what_was_made_and_what_is_no_word_file(cli: Cli) -> None:
    Path("other.docx").write_bytes(essay_file(CLEAN))
    Path("notes.txt").write_text("[1] Id. at 3.\n")
    assert cli("annotate", ".", "--write").exit_code == 1
    assert cli("annotate", ".", "--write", "--force").exit_code == 1
    made = ["essay.citelint.docx", "other.citelint.docx"]
    assert sorted(name for name in os.listdir() if "citelint" in name) == made


def test_a_clean_file_is_copied_to_the_byte(cli: Cli) -> None:
    Path("clean.docx").write_bytes(essay_file(CLEAN))
    assert cli("annotate", "clean.docx", "-o", "new.docx").exit_code == 0
    assert Path("new.docx").read_bytes() == Path("clean.docx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["essay.docx", "-o", "essay.docx"], "this is an input"),
        (["essay.docx", "-o", "link.docx"], "this is an input"),
        (["essay.docx", "-o", "there.docx"], "this file exists: --force replaces it"),
        (["essay.docx", "-o", "new.doc"], "does not end in .docx"),
        (["essay.docx", "there.docx", "-o", "new.docx"], "-o names one new file"),
        (["essay.docx", "--force"], "--force goes with"),
        (["notes.txt", "-o", "new.docx"], "only Word files (.docx) take comments"),
        (["essay.docx", "-o", "none/new.docx"], "there is no such folder"),
    ],
)
def test_what_is_refused_writes_nothing(cli: Cli, arguments: list[str], said: str) -> None:
    Path("there.docx").write_bytes(essay_file(CLEAN))
    Path("notes.txt").write_text("[1] Id. at 3.\n")
    Path("link.docx").hardlink_to("essay.docx")
    before = {name: Path(name).read_bytes() for name in os.listdir()}
    result = cli("annotate", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert {name: Path(name).read_bytes() for name in os.listdir()} == before


def test_force_replaces_another_file(cli: Cli) -> None:
    Path("there.docx").write_bytes(b"old")
    assert cli("annotate", "essay.docx", "-o", "there.docx", "--force").exit_code == 1
    assert len(lines(Path("there.docx").read_bytes())) == 1


def test_a_damaged_file_stops_no_other(cli: Cli) -> None:
    Path("bad.docx").write_bytes(Path("essay.docx").read_bytes()[:300])
    result = cli("annotate", "essay.docx", "bad.docx", "--write")
    assert result.exit_code == 2
    assert sorted(os.listdir()) == ["bad.docx", "essay.citelint.docx", "essay.docx"]


def test_a_full_disk_leaves_nothing(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = cli("annotate", "essay.docx", "--write")
    assert result.exit_code == 2
    assert "no space left" in result.stderr
    assert os.listdir() == ["essay.docx"]


def test_breaking_off_leaves_nothing(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", broken_off)
    assert cli("annotate", "essay.docx", "--write").exit_code == 130
    assert os.listdir() == ["essay.docx"]


def test_suggestions_only_when_asked_for(cli: Cli) -> None:
    def count(*more: str) -> int:
        assert cli("annotate", "essay.docx", "-o", "new.docx", "--force", *more).exit_code in (0, 1)
        data = Path("new.docx").read_bytes()
        return len(lines(data)) if data != Path("essay.docx").read_bytes() else 0

    text = CLEAN + "[4] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 930 (2018).\n"
    Path("essay.docx").write_bytes(essay_file(text))
    assert count("--suggestions") > count()


def test_check_and_report_make_the_same_file(cli: Cli) -> None:
    assert cli("annotate", "essay.docx", "--write").exit_code == 1
    assert cli("check", "essay.docx", "-o", "checked.docx").exit_code == 1
    assert cli("report", "essay.docx", "-o", "folder").exit_code == 1
    made = Path("essay.citelint.docx").read_bytes()
    assert Path("checked.docx").read_bytes() == made
    assert Path("folder/essay.citelint.docx").read_bytes() == made
    assert cli("report", "essay.docx", "-o", "folder").exit_code == 2


def test_check_comments_in_one_word_file_alone(cli: Cli) -> None:
    Path("notes.txt").write_text("[1] Id. at 3.\n")
    result = cli("check", "notes.txt", "-o", "new.docx")
    assert result.exit_code == 2
    assert "one Word file" in result.stderr
    assert not Path("new.docx").exists()
