"""`citelint fix` as people use it: what it shows, what it writes, what it leaves, and its exit code."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citelint.cli.main import commands
from citelint.model.mending import Offer

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "broken"
Cli = Callable[..., Result]

# one safe slip (note 2) and a shift of two (notes 4 and 5)
ESSAY = """\
The dockets grew.[1] So did the clerks.[2] Nobody counted.[3] Then they did.[4] And stopped.[5]

[1] Katz v. United States, 389 U.S. 347, 351 (1967).
[2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901,, 915 (2018).
[3] Priya Natarajan, The Middle Managers of Law, 104 Va. L. Rev. 233, 240 (2018).
[4] Ellison, supra note 1, at 920.
[5] Natarajan, supra note 2, at 241.
"""
SAFE = ESSAY.replace(",,", ",")
SHIFTED = ESSAY.replace("note 1,", "note 2,").replace("supra note 2, at 241", "supra note 3, at 241")
ALL = SHIFTED.replace(",,", ",")


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(commands, [str(arg) for arg in args], input=stdin)

    return call


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_bytes(ESSAY.encode())
    return path


def test_without_write_it_shows_everything_and_writes_nothing(cli: Cli, essay: Path) -> None:
    result = cli("fix", "essay.txt")
    assert essay.read_text("utf-8") == ESSAY
    assert list(essay.parent.iterdir()) == [essay]
    assert result.exit_code == 1
    assert "  4 - Ellison, supra note 1, at 920.\n    + Ellison, supra note 2, at 920.\n" in result.output
    assert "3 fixes: 1 safe, 2 for your eye. Nothing was written." in result.output
    assert "citelint fix --write essay.txt" in result.output
    assert "citelint fix --write --renumber essay.txt" in result.output
    assert "citelint fix --write --all essay.txt" in result.output
    assert max(map(len, result.output.splitlines())) <= 80


@pytest.mark.parametrize(
    ("options", "expected", "code"),
    [
        (("--write",), SAFE, 1),
        (("--write", "--all"), ALL, 0),
        (("--write", "--renumber"), SHIFTED, 1),
        (("--write", "--renumber", "--only", "5"), ESSAY.replace("supra note 2, at 241", "supra note 3, at 241"), 1),
        (("--write", "--only", "4,5"), ESSAY, 1),
        (("--write", "--all", "--only", "2,4"), SAFE.replace("note 1,", "note 2,"), 1),
        (("--write", "--all", "--select", "PUN"), SAFE, 0),
        (("--write", "--all", "--ignore", "PUN"), SHIFTED, 0),
        (("--write", "--exit-zero"), SAFE, 0),
    ],
)
def test_write_takes_what_was_asked_for(
    cli: Cli, essay: Path, options: tuple[str, ...], expected: str, code: int
) -> None:
    result = cli("fix", *options, "essay.txt")
    assert essay.read_text("utf-8") == expected
    assert result.exit_code == code, result.output
    assert list(essay.parent.iterdir()) == [essay]


def test_what_is_left_is_listed_with_the_reason(cli: Cli, essay: Path) -> None:
    result = cli("fix", "--write", "essay.txt")
    assert "Left alone:\n  notes 4, 5, XRF010 cross-references-shifted: for your eye, --all takes it\n" in result.output
    assert "1 safe fix. Written: 1 file." in result.output
    assert "2 fixes want your eye: citelint fix essay.txt" in result.output


def test_a_second_run_finds_nothing_to_do(cli: Cli, essay: Path) -> None:
    cli("fix", "--write", "--all", "essay.txt")
    before = essay.stat()
    result = cli("fix", "--write", "--all", "essay.txt")
    assert "Nothing to fix." in result.output
    assert result.exit_code == 0
    after = essay.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_that_cannot_be_written_is_2_and_the_others_are_done(cli: Cli, essay: Path) -> None:
    other = essay.with_name("other.txt")
    shutil.copy(essay, other)
    essay.chmod(0o444)
    result = cli("fix", "--write", "--all", "essay.txt", "other.txt", "missing.txt")
    assert result.exit_code == 2
    assert essay.read_text("utf-8") == ESSAY
    assert other.read_text("utf-8") == ALL
    assert "citelint: essay.txt: is not writable" in result.stderr
    assert "citelint: missing.txt: no such file" in result.stderr
    assert "3 fixes: 1 safe, 2 for your eye. Written: 1 file." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--all", "essay.txt"), "--all goes with --write"),
        (("--force", "essay.txt"), "--force goes with --write"),
        (("--write", "--all", "--renumber", "essay.txt"), "choose one"),
        (("--only", "99", "essay.txt"), "there is no note 99: the notes run from 1 to 5"),
        (("--only", "x y", "essay.txt"), "no note or range of notes"),
        (("--select", "SPU002", "essay.txt"), "Did you mean SUP002?"),
        (("--write", "-", "essay.txt"), "name no other path"),
        (("--format", "dif", "essay.txt"), "did you mean diff?"),
        ((), "name a file"),
    ],
)
def test_what_does_not_fit_is_one_line_and_2(cli: Cli, essay: Path, arguments: tuple[str, ...], said: str) -> None:
    result = cli("fix", *arguments)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert said in result.stderr
    assert essay.read_text("utf-8") == ESSAY


def test_standard_input_is_filtered(cli: Cli) -> None:
    result = cli("fix", "--write", "--all", "-", stdin=ESSAY.encode())
    assert result.stdout_bytes == ALL.encode()
    assert "3 fixes: 1 safe, 2 for your eye." in result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_the_diff_is_one_that_patch_takes(cli: Cli, tmp_path: Path, name: str) -> None:
    shutil.copy(SAMPLES / name, tmp_path / name)
    diff = cli("fix", "--format", "diff", name).stdout_bytes
    cli("fix", "--write", "--all", name)
    mended = (tmp_path / name).read_bytes()
    if mended == (SAMPLES / name).read_bytes():
        assert diff == b""
        return
    shutil.copy(SAMPLES / name, tmp_path / name)
    if shutil.which("patch") is None:
        pytest.skip("there is no patch here")
    subprocess.run(["patch", "-p0", "-s"], input=diff, cwd=tmp_path, check=True)
    assert (tmp_path / name).read_bytes() == mended


@pytest.mark.parametrize(
    ("encoding", "option", "mark"),
    [
        ("utf-8", None, b""),
        ("utf-8", None, b"\xef\xbb\xbf"),
        ("utf-16-le", None, b"\xff\xfe"),
        ("latin-1", "latin-1", b""),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_mark_and_line_ends_are_kept_to_the_byte(
    cli: Cli, essay: Path, encoding: str, option: str | None, mark: bytes, line_end: str
) -> None:
    def written(text: str) -> bytes:
        accented = text.replace("Priya", "Priyá").rstrip("\n")
        return mark + accented.replace("\n", line_end).encode(encoding)

    essay.write_bytes(written(ESSAY))
    result = cli("fix", "--write", "--all", *(("--encoding", option) if option else ()), "essay.txt")
    assert essay.read_bytes() == written(ALL), result.output
    assert result.exit_code == 0


def test_a_letter_that_the_encoding_lacks_is_left_and_named(
    cli: Cli, essay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import citelint.mend.step

    real = citelint.mend.step.offers

    def dashed(findings: object) -> tuple[Offer, ...]:
        made = []
        for offer in real(findings):  # type: ignore[arg-type]
            new = ", \u2013" if offer.finding.code == "PUN002" else None
            edits = tuple(replace(edit, text=new or edit.text) for edit in offer.edits)
            made.append(replace(offer, fix=replace(offer.fix, edits=edits)))
        return tuple(made)

    monkeypatch.setattr(citelint.mend.step, "offers", dashed)
    result = cli("fix", "--write", "--all", "--encoding", "latin-1", "essay.txt")
    assert essay.read_bytes() == SHIFTED.encode()
    told = " ".join(result.output.split())
    assert r"note 2, PUN002 doubled-punctuation: the file's encoding has no \u2013: save it as UTF-8 first" in told


def test_labels_of_markdown_are_never_changed(cli: Cli, tmp_path: Path) -> None:
    for name in ("inserted-note.md", "two-insertions.md"):
        shutil.copy(SAMPLES / name, tmp_path / name)
        cli("fix", "--write", "--all", name)
        old, new = ((folder / name).read_text("utf-8") for folder in (SAMPLES, tmp_path))
        assert old != new
        assert re.findall(r"\[\^[^\]]+\]:?", old) == re.findall(r"\[\^[^\]]+\]:?", new)


def test_a_headline_alone_brings_its_members(cli: Cli, essay: Path) -> None:
    result = cli("fix", "--select", "XRF010", "--format", "diff", "essay.txt")
    assert result.stdout.count("\n+") - 1 == 2


def test_controls_in_a_manuscript_are_not_obeyed(cli: Cli, essay: Path) -> None:
    essay.write_text(ESSAY.replace("Dockets in", "Dockets\x1b[31m in"), "utf-8")
    result = cli("fix", "essay.txt")
    assert "\x1b" not in result.output
    assert "901, 915" in result.output


def test_colour_marks_what_goes_and_what_comes(cli: Cli, essay: Path) -> None:
    output = cli("fix", "--color", "always", "essay.txt").output
    assert "\x1b[31m- Ellison, supra note \x1b[0m\x1b[7;31m1\x1b[0m" in output
    assert "\x1b[32m+ Ellison, supra note \x1b[0m\x1b[7;32m2\x1b[0m" in output


def test_a_file_changed_between_reading_and_writing_is_left(
    cli: Cli, essay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import citelint.mend

    real = citelint.mend.mend

    def slow(*args: object) -> object:
        done = real(*args)  # type: ignore[arg-type]
        essay.write_text(ESSAY + "[6] Id.\n", "utf-8")
        return done

    monkeypatch.setattr(citelint.mend, "mend", slow)
    result = cli("fix", "--write", "--all", "essay.txt")
    assert result.exit_code == 2
    assert "changed by another program" in result.stderr
    assert essay.read_text("utf-8") == ESSAY + "[6] Id.\n"
    assert os.listdir(essay.parent) == ["essay.txt"]


def test_check_tells_of_the_fixes_and_the_command(cli: Cli, essay: Path) -> None:
    output = cli("check", "essay.txt").output
    assert "  help: citelint fix essay.txt        preview the renumbering\n" in output
    assert "1 fix is safe, 2 want your eye: citelint fix essay.txt\n" in output


PAGE = """<!DOCTYPE html>
<html><head><meta charset="windows-1252"><title>T</title></head><body>
<p>One.<a href="#fn1" id="r1"><sup>1</sup></a> Two.<a href="#fn2" id="r2"><sup>2</sup></a></p>
<ol>
<li id="fn1">Mara Ellison, <i>Dockets</i> \x80 &amp; Caf\xe9,, 118 Yale L.J. 901, 915 (2018). <a href="#r1">b</a></li>
<li id="fn2"><i>Id.</i> at 920. <a href="#r2">back</a></li>
</ol></body></html>
"""


def test_a_page_is_mended_in_the_encoding_that_it_names(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.encode("latin-1"))
    result = cli("fix", "--write", "--all", "page.html")
    assert "Written: 1 file." in result.output, result.output
    assert path.read_bytes() == PAGE.replace(",,", ",").encode("latin-1")


def test_a_page_is_written_with_the_letters_of_its_encoding_alone() -> None:
    from citelint.config import Config
    from citelint.read import read_source
    from citelint.read.encode import encoder

    data = PAGE.encode("latin-1")
    encode = encoder(read_source(data, "page.html", Config()), data, None)
    assert encode is not None
    assert encode("\u2013") == b"\x96"
    with pytest.raises(UnicodeEncodeError):
        encode("\u0142")


# a matter of taste with a fix (note 2), one without (note 3), and a shift
TASTE = """\
[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Ellison, supra note 1, at 920.
[3] Ellison, supra note 1, at 920.
"""


def commands_in(result: Result) -> list[list[str]]:
    """Give the commands that the closing lines name, as a shell would take them apart."""
    return [
        shlex.split(line.rpartition("citelint ")[2]) for line in re.findall(r"citelint [a-z]+ .*$", result.output, re.M)
    ]


def test_the_commands_that_are_named_do_what_they_are_named_for(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text(TASTE, "utf-8")
    (preview,) = commands_in(cli("check", "--suggestions", "--style", "practitioner", "essay.txt"))
    assert preview == ["fix", "--style", "practitioner", "--suggestions", "essay.txt"]
    shown = cli(*preview)
    assert "1 fix for your eye. Nothing was written." in shown.output
    write, look = commands_in(shown)
    assert "id-could-replace-repeat" in cli(*look).output
    assert "1 fix for your eye. Written: 1 file." in cli(*write).output
    assert "[2] Id. at 920." in (tmp_path / "essay.txt").read_text("utf-8")


def test_what_is_left_is_named_with_the_options_that_narrowed_it(cli: Cli, essay: Path) -> None:
    result = cli("fix", "--write", "--select", "XRF,SUP", "--only", "4-5", "essay.txt")
    (wanted,) = commands_in(result)
    assert wanted == ["fix", "--only", "4-5", "--select", "XRF,SUP", "essay.txt"]
    assert "2 fixes for your eye." in cli(*wanted).output


def test_a_folder_and_standard_input_are_named_as_they_were_typed(cli: Cli, essay: Path) -> None:
    folder = essay.parent / "my essays"
    folder.mkdir()
    for name in ("one.txt", "two.txt"):
        shutil.copy(essay, folder / name)
    result = cli("check", "my essays")
    assert "want your eye: citelint fix 'my essays'\n" in result.output
    (folder / "two.txt").unlink()
    assert "want your eye: citelint fix 'my essays/one.txt'\n" in cli("check", "my essays").output
    piped = cli("check", "--stdin-filename", "piped.txt", "-", stdin=ESSAY.encode())
    assert piped.output.endswith("citelint fix --stdin-filename piped.txt -\n")
    assert "help: citelint fix --stdin-filename piped.txt -\n" in piped.output
    many = [shutil.copy(essay, folder / f"a-long-name-for-an-essay-{number}.txt") for number in range(3)]
    assert "citelint fix (the same paths)\n" in cli("check", *many).output


def test_two_fixes_in_one_passage_are_shown_once(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text("[1] Katz v. United States, 389 U.S. 347 (1967).. See it..\n", "utf-8")
    lines = cli("fix", "essay.txt").stdout.splitlines()
    assert lines[2:6] == [
        "PUN002 doubled-punctuation                                    note 1  [safe]",
        "  1 - Katz v. United States, 389 U.S. 347 (1967).. See it..",
        "    + Katz v. United States, 389 U.S. 347 (1967). See it.",
        "",
    ]
    assert "2 safe fixes. Nothing was written." in lines
