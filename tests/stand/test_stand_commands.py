"""`citelint stet`, `citelint baseline`, `check --baseline` and `check --since`, as people use them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citelint.cli.main import commands

Cli = Callable[..., Result]

SOUND = "[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n"
PLAIN = f"{SOUND}[2] Ibid. at 910.\n[3] Tomas Varga, The Sealed Record,, 12 (2015).\n"
MARKED = "# Title\n\nA.[^a] B.[^b]\n\n[^a]: Mara Ellison, *Dockets* 12 (2018).\n[^b]: Ellison, *supra* note 1,, at 4.\n"


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "essay.txt").write_text(PLAIN, "utf-8")
    (tmp_path / "essay.md").write_text(MARKED, "utf-8")

    def call(*args: str | Path) -> Result:
        return CliRunner().invoke(commands, [str(arg) for arg in args])

    return call


def found(result: Result) -> list[str]:
    (file,) = json.loads(result.stdout)["files"]
    return [f"{finding['code']} {finding['note']}" for finding in file["findings"]]


def one_line(result: Result, said: str) -> None:
    assert result.exit_code == 2, result.output
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr


# --- stet


@pytest.mark.parametrize(("name", "rule"), [("essay.txt", "ID010"), ("essay.md", "PUN002")])
def test_stet_shows_and_writes_nothing(cli: Cli, tmp_path: Path, name: str, rule: str) -> None:
    result = cli("stet", name, "--note", "2", "--rule", rule, "--reason", "r")
    assert result.exit_code == 0
    assert "It lets 1 finding stand in note 2.\nNothing was written. To write it:\n" in result.stdout
    assert (tmp_path / "essay.md").read_text("utf-8") == MARKED
    assert sorted(path.name for path in tmp_path.iterdir()) == ["essay.md", "essay.txt"]


def test_stet_in_markdown_puts_a_comment_before_the_note(cli: Cli, tmp_path: Path) -> None:
    shown = cli("stet", "essay.md", "--note", "2", "--rule", "PUN002", "--reason", "as in the  source")
    command = re.findall(r"^  citelint (stet .*--write)$", shown.stdout, re.M)
    assert command == ["stet essay.md --rule PUN002 --note 2 --reason 'as in the  source' --write"]
    written = cli("stet", "essay.md", "--note", "2", "--rule", "PUN002", "--reason", "as in the  source", "--write")
    assert written.exit_code == 0, written.output
    comment = "<!-- citelint: stet PUN002 as in the source -->\n"
    assert (tmp_path / "essay.md").read_text("utf-8") == MARKED.replace("[^b]: E", f"{comment}[^b]: E")
    result = cli("check", "essay.md")
    assert result.exit_code == 0
    assert "1 finding let stand.\n" in result.stdout


def test_stet_at_an_inline_note_stays_in_its_line(cli: Cli, tmp_path: Path) -> None:
    text = "A.^[Mara Ellison, Dockets,, 12 (2018).] B.\n"
    (tmp_path / "essay.md").write_text(text, "utf-8")
    assert cli("stet", "essay.md", "--note", "1", "--rule", "PUN002", "--write").exit_code == 0
    expected = text.replace("^[", "<!-- citelint: stet PUN002 -->^[")
    assert (tmp_path / "essay.md").read_text("utf-8") == expected
    assert found(cli("check", "essay.md", "--format", "json")) == []


@pytest.mark.parametrize("head", ["", "---\ntitle: T\n---\n"])
def test_stet_for_the_whole_piece_goes_behind_the_metadata(cli: Cli, tmp_path: Path, head: str) -> None:
    (tmp_path / "essay.md").write_bytes((head + MARKED).replace("\n", "\r\n").encode())
    assert cli("stet", "essay.md", "--rule", "PUN", "--reason", "r", "--write").exit_code == 0
    expected = f"{head}<!-- citelint: stet-file PUN r -->\n\n{MARKED}".replace("\n", "\r\n")
    assert (tmp_path / "essay.md").read_bytes() == expected.encode()


def test_stet_in_a_page_is_a_comment_before_the_note(cli: Cli, tmp_path: Path) -> None:
    page = (
        "<!DOCTYPE html>\n<html><head><title>T</title></head><body>\n"
        '<p>One.<a href="#fn1" id="r1"><sup>1</sup></a></p>\n<ol>\n'
        '  <li id="fn1">Mara Ellison, Dockets,, 118 Colum. L. Rev. 901, 915 (2018). <a href="#r1">back</a></li>\n'
        "</ol></body></html>\n"
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert found(cli("check", "page.html", "--format", "json")) == ["PUN002 1"]
    result = cli("stet", "page.html", "--note", "1", "--rule", "PUN002", "--reason", "r", "--write")
    assert result.exit_code == 0, result.output
    assert found(cli("check", "page.html", "--format", "json")) == []
    left = (tmp_path / "page.html").read_text("utf-8").replace("<!-- citelint: stet PUN002 r -->", "")
    assert "".join(left.split()) == "".join(page.split())


def test_stet_for_plain_text_goes_into_a_file_beside_it(cli: Cli, tmp_path: Path) -> None:
    for note, rule in (("2", "ID010"), ("3", "doubled-punctuation")):
        assert (
            cli("stet", "essay.txt", "--note", note, "--rule", rule, "--reason", 'the "old" way', "--write").exit_code
            == 0
        )
    assert (tmp_path / "essay.txt").read_text("utf-8") == PLAIN
    written = (tmp_path / "citelint-stet.toml").read_text("utf-8")
    assert written.count("[[stet]]") == 2
    assert 'reason = "the \\"old\\" way"' in written
    assert "Varga" not in written
    result = cli("check", "essay.txt")
    assert (result.exit_code, "2 findings let stand." in result.stdout) == (0, True)
    # the key knows it when its number is another
    (tmp_path / "essay.txt").write_text(
        "[1] A text.\n" + re.sub(r"\[(\d)\]", lambda m: f"[{int(m[1]) + 1}]", PLAIN), "utf-8"
    )
    assert found(cli("check", "essay.txt", "--format", "json")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("essay.txt", "--note", "2", "--rule", "PUN002"), "note 2 has no finding of PUN002 (found there: ID010)"),
        (("essay.txt", "--note", "9", "--rule", "PUN002"), "there is no note 9: the notes run from 1 to"),
        (("essay.txt", "--note", "1-2", "--rule", "PUN002"), "--note 1-2 means 2 notes: name one"),
        (("essay.txt", "--rule", "PNU002"), "Did you mean PUN002?"),
        (("essay.md", "--rule", "PUN002", "--reason", "a --> b"), "may not hold -->"),
        (("missing.md", "--rule", "PUN002"), "missing.md"),
        ((".", "--rule", "PUN002"), "name one file"),
        (("essay.md", "essay.txt", "--rule", "PUN002"), "name one file"),
        (("essay.md",), "--rule"),
    ],
)
def test_a_stet_that_cannot_be_is_one_line(cli: Cli, arguments: tuple[str, ...], said: str) -> None:
    one_line(cli("stet", *arguments), said)


def test_a_stet_of_an_unknown_rule_is_told_once_and_the_file_counts_as_checked(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "citelint-stet.toml").write_text("[[stet]]\nfile = 'essay.txt'\nrule = 'PNU002'\n", "utf-8")
    result = cli("check", "essay.txt")
    assert result.exit_code == 2
    assert result.stderr == ""
    assert " ".join(result.stdout.split()).count("no rule is called 'PNU002'. Did you mean PUN002?") == 1
    assert "Checked 1 file: " in result.stdout
    assert result.stdout.endswith("1 file was not checked in full.\n")
    # where a person is not shown the finding, the line stands on standard error
    for arguments in (("--statistics",), ("-o", "found.csv"), ("--format", "json")):
        one_line(cli("check", "essay.txt", *arguments), "Did you mean PUN002?")
    assert cli("check", "essay.txt", "--exit-zero").exit_code == 2
    one_line(cli("fix", "--write", "essay.txt"), "Did you mean PUN002?")
    assert (tmp_path / "essay.txt").read_text("utf-8") == PLAIN


def test_a_damaged_file_of_stets_is_2_and_named(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "citelint-stet.toml").write_text("[[stet]\n", "utf-8")
    said = "no TOML"
    one_line(cli("check", "essay.txt"), said)
    assert cli("check", "essay.txt", "--exit-zero").exit_code == 2
    one_line(cli("fix", "--write", "essay.txt"), said)
    assert (tmp_path / "essay.txt").read_text("utf-8") == PLAIN


def test_what_stands_is_not_fixed(cli: Cli, tmp_path: Path) -> None:
    cli("stet", "essay.txt", "--note", "2", "--rule", "ID010", "--write")
    cli("fix", "--write", "--all", "essay.txt")
    assert (tmp_path / "essay.txt").read_text("utf-8") == PLAIN.replace(",,", ",")


# --- baseline


def test_a_baseline_makes_what_is_known_silent_and_tells_it(cli: Cli, tmp_path: Path) -> None:
    written = cli("baseline", "essay.txt", "essay.md")
    assert (written.exit_code, written.stdout) == (
        0,
        "citelint-baseline.json: 3 findings of 2 files taken for known.\n",
    )
    data = (tmp_path / "citelint-baseline.json").read_text("utf-8")
    assert not set(re.findall("[A-Z][a-z]+", data)), "no word of the text"
    result = cli("check", "essay.txt", "essay.md", "--baseline", "citelint-baseline.json")
    assert result.exit_code == 0
    assert "No errors, no warnings.\n3 findings in the baseline.\n" in result.stdout
    assert cli("check", "essay.txt").exit_code == 1, "a baseline is used only where it is named"


def test_what_is_new_is_reported_though_every_number_moved(cli: Cli, tmp_path: Path) -> None:
    cli("baseline", "essay.txt")
    moved = re.sub(r"\[(\d)\]", lambda m: f"[{int(m[1]) + 1}]", PLAIN)
    (tmp_path / "essay.txt").write_text(f"[1] A text.\n{moved}[5] Ruth Lin, Clerks,, 12 (2018).\n", "utf-8")
    result = cli("check", "essay.txt", "--baseline", "citelint-baseline.json", "--format", "json")
    assert (result.exit_code, found(result)) == (1, ["PUN002 5"])


def test_a_second_run_prunes_and_lets_nothing_new_in(cli: Cli, tmp_path: Path) -> None:
    cli("baseline", "essay.txt", "essay.md")
    changed = PLAIN.replace("Ibid", "Id") + "[4] Ruth Lin, Clerks,, 12 (2018).\n"
    (tmp_path / "essay.txt").write_text(changed, "utf-8")
    pruned = cli("baseline", "essay.txt")
    assert "1 finding still there, 1 gone. New: one is not in it, --renew takes it in." in pruned.stdout
    assert cli("check", "essay.txt", "--baseline", "citelint-baseline.json").exit_code == 1
    assert cli("check", "essay.md", "--baseline", "citelint-baseline.json").exit_code == 0, "what was not named stays"
    before = (tmp_path / "citelint-baseline.json").read_bytes()
    assert "1 finding still there, 0 gone" in cli("baseline", "essay.txt").stdout
    assert (tmp_path / "citelint-baseline.json").read_bytes() == before
    assert "1 new." in cli("baseline", "essay.txt", "--renew").stdout
    assert cli("check", "essay.txt", "--baseline", "citelint-baseline.json").exit_code == 0


def test_files_that_are_gone_are_forgotten(cli: Cli, tmp_path: Path) -> None:
    cli("baseline", "essay.txt", "essay.md")
    (tmp_path / "essay.md").unlink()
    assert "2 findings still there, 1 gone." in cli("baseline", "essay.txt").stdout
    assert list(json.loads((tmp_path / "citelint-baseline.json").read_bytes())["files"]) == ["essay.txt"]


def test_a_baseline_knows_its_files_from_anywhere(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    shutil.move(tmp_path / "essay.txt", tmp_path / "deep" / "er")
    cli("baseline", "deep")
    monkeypatch.chdir(tmp_path / "deep")
    assert cli("check", "er/essay.txt", "--baseline", "../citelint-baseline.json").exit_code == 0


def test_no_baseline_is_written_where_an_input_cannot_be_read(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00\xd8")
    result = cli("baseline", "essay.txt", "broken.txt", "missing.txt")
    assert result.exit_code == 2
    assert "no baseline was written" in result.stderr
    assert not (tmp_path / "citelint-baseline.json").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "damaged (line 1)"),
        (b'{"citelint-baseline": 2, "files": {}}', "later version"),
        (PLAIN.encode(), "no baseline, or damaged"),
        (None, "cannot be read"),
    ],
)
def test_a_damaged_baseline_is_one_line_and_stays(cli: Cli, tmp_path: Path, data: bytes | None, said: str) -> None:
    path = tmp_path / "base.json"
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    one_line(cli("check", "essay.txt", "--baseline", "base.json"), said)
    one_line(cli("baseline", "essay.txt", "--baseline", "base.json", "--renew"), said)
    assert data is None or path.read_bytes() == data
    one_line(cli("check", "essay.txt", "--baseline", "missing.json"), "missing.json")


# --- since


def test_since_shows_what_is_new(cli: Cli, tmp_path: Path) -> None:
    shutil.copy(tmp_path / "essay.txt", tmp_path / "old.txt")
    moved = re.sub(r"\[(\d)\]", lambda m: f"[{int(m[1]) + 1}]", PLAIN)
    (tmp_path / "essay.txt").write_text(f"[1] A text.\n{moved}[5] Ruth Lin, Clerks,, 12 (2018).\n", "utf-8")
    result = cli("check", "essay.txt", "--since", "old.txt", "--format", "json")
    assert (result.exit_code, found(result)) == (1, ["PUN002 5"])
    assert "2 findings in old.txt already.\n" in cli("check", "essay.txt", "--since", "old.txt").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("essay.txt", "--since", "missing.txt"), "missing.txt: cannot be read"),
        (("essay.txt", "essay.md", "--since", "essay.txt"), "one piece with an earlier version"),
        ((".", "--since", "essay.txt"), "one piece with an earlier version"),
        (("essay.txt", "--since", "essay.txt", "--baseline", "x.json"), "choose one"),
        (("essay.txt", "--since", "essay.pdf"), "essay.pdf"),
    ],
)
def test_a_since_that_cannot_be_is_one_line(cli: Cli, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "essay.pdf").write_bytes(b"%PDF-1.4")
    one_line(cli("check", *arguments), said)


def test_what_a_cause_tells_beside_its_members_is_counted_as_known(cli: Cli, tmp_path: Path) -> None:
    """A reference that names no work follows its shift: no rule finds it once the members are held back."""
    sample = Path(__file__).resolve().parents[2] / "samples" / "broken" / "deleted-note.txt"
    shutil.copy(sample, tmp_path / "deleted.txt")
    taken = cli("baseline", "deleted.txt").stdout
    assert "8 findings of 1 file taken for known." in taken
    result = cli("check", "deleted.txt", "--baseline", "citelint-baseline.json")
    assert result.exit_code == 0
    assert "8 findings in the baseline.\n" in result.stdout
    assert "8 findings still there, 0 gone." in cli("baseline", "deleted.txt").stdout


def test_a_stet_of_what_a_cause_tells_beside_its_members_is_of_use(cli: Cli, tmp_path: Path) -> None:
    sample = Path(__file__).resolve().parents[2] / "samples" / "broken" / "deleted-note.txt"
    shutil.copy(sample, tmp_path / "deleted.txt")
    for note in ("19", "14", "15", "17"):
        assert cli("stet", "deleted.txt", "--note", note, "--rule", "SUP002", "--reason", "x", "--write").exit_code == 0
    result = cli("check", "deleted.txt", "--select", "SUP002,XRF010,STE")
    assert result.exit_code == 0, result.stdout
    assert "5 findings let stand.\n" in result.stdout
