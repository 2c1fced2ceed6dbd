"""What is read: paths, folders, standard input."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import CLEAN, WRONG, Cli
from hypothesis import given
from hypothesis import strategies as st
from test_cli_codes import write

from citelint.cli.inputs import Choice, guess_name

pytestmark = pytest.mark.usefixtures("by_hand")


def checked(cli: Cli, *args: str | Path) -> list[str]:
    """Give the paths that were checked."""
    result = cli(*args, "--format", "json", "--allow-empty")
    return [f["path"].replace(os.sep, "/") for f in json.loads(result.stdout)["files"]]


def test_a_folder_is_walked_by_name_and_what_is_aside_is_left(cli: Cli) -> None:
    for name in (
        *("papers/b.txt", "papers/a.txt", "papers/deep/c.TXT", "papers/picture.png"),
        *("papers/.git/d.txt", "papers/__MACOSX/e.txt", "papers/~$f.txt", "papers/.~lock.g.txt#"),
        *("papers/._h.txt", "papers/.~lock.i.txt", "papers/a.citelint.txt"),
    ):
        write(name)
    assert checked(cli, "papers") == ["papers/a.txt", "papers/b.txt", "papers/deep/c.TXT"]


def test_this_folder_is_walked_without_dots_before_the_names(cli: Cli) -> None:
    write("a.txt")
    write("deep/b.txt")
    assert checked(cli, ".") == ["a.txt", "deep/b.txt"]


def test_a_file_is_checked_once_however_often_it_is_named(cli: Cli) -> None:
    write("papers/a.txt")
    write("papers/b.txt")
    assert checked(cli, "papers/b.txt", "papers", "papers/../papers/a.txt") == ["papers/b.txt", "papers/a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links want rights there")
def test_a_link_that_leads_back_ends(cli: Cli) -> None:
    write("papers/a.txt")
    os.symlink("..", "papers/up")
    os.symlink(".", "papers/here")
    os.symlink("gone", "papers/gone.txt")
    assert checked(cli, "papers") == ["papers/a.txt"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("drafts/**", ["papers/a.txt"]),
        ("drafts", ["papers/a.txt"]),
        ("drafts/", ["papers/a.txt"]),
        ("papers/drafts", ["papers/a.txt"]),
        ("*.txt", []),
        ("b.*", ["papers/a.txt"]),
        ("papers/a.txt", ["papers/drafts/b.txt"]),
        ("a.txt,b.txt", []),
    ],
)
def test_excluded_files_are_left_out(cli: Cli, pattern: str, left: list[str]) -> None:
    write("papers/a.txt")
    write("papers/drafts/b.txt")
    result = cli("papers", "--exclude", pattern, "--format", "json", "--allow-empty")
    files = [f["path"] for f in json.loads(result.stdout)["files"] if not f["error"]]
    assert files == left


def test_a_named_file_is_excluded_only_by_force(cli: Cli) -> None:
    write("a.txt", WRONG)
    assert cli("a.txt", "--exclude", "a.txt").exit_code == 1
    assert cli("a.txt", "--exclude", "a.txt", "--force-exclude").exit_code == 2
    assert cli("a.txt", "--exclude", "a.txt", "--force-exclude", "--allow-empty").exit_code == 0


def test_standard_input_is_read_and_named(cli: Cli) -> None:
    result = cli("-", stdin=WRONG)
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>\n")
    named = cli("check", "-", "--stdin-filename", "essay.md", stdin=WRONG)
    assert named.stdout.startswith("essay.md\n")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04rest", "stdin.docx"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", "stdin.html"),
        (b"  <html lang=en>", "stdin.html"),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", "stdin.xhtml"),
        (b"<?xml version='1.0'?><article>", "stdin.xml"),
        (b"A text.[^1]\n\n[^1]: Id.\n", "stdin.md"),
        (b"A text.[1]\n\n[1] Id.\n", "stdin.txt"),
        (b"", "stdin.txt"),
        (b"A text.^[Katz v. United States, 389 U.S. 347 (1967).]\n", "stdin.md"),
        ("A text. " * 20_000 + "[^1]\n\n[^1]: Id.\n", "stdin.md"),
        (codecs.BOM_UTF16_LE + "A text.[^1]\n\n[^1]: Id.\n".encode("utf-16-le"), "stdin.md"),
        (codecs.BOM_UTF16_BE + "A text.[^1]\n\n[^1]: Id.\n".encode("utf-16-be"), "stdin.md"),
        (codecs.BOM_UTF32_BE + "A text.[^1]\n\n[^1]: Id.\n".encode("utf-32-be"), "stdin.md"),
        (codecs.BOM_UTF16_LE + "<!DOCTYPE html><p>".encode("utf-16-le"), "stdin.html"),
        (codecs.BOM_UTF16_LE + "<?xml version='1.0'?><article>".encode("utf-16-le"), "stdin.xml"),
        (codecs.BOM_UTF16_LE + "A text.[1]\n\n[1] Id.\n".encode("utf-16-le"), "stdin.txt"),
        (b"\xe2\x80\x9cA text.\x9d[^1]\n\n[^1]: Id.\n", "stdin.md"),
    ],
)
def test_what_standard_input_looks_like_tells_the_format(data: str | bytes, name: str) -> None:
    assert guess_name(data.encode() if isinstance(data, str) else data) == name


def test_an_encoding_that_was_given_tells_what_standard_input_looks_like() -> None:
    data = "A text.[^1]\n\n[^1]: Id.\n".encode("utf-16-le")
    assert guess_name(data, "utf-16-le") == "stdin.md"
    assert guess_name(data, "no-such") == "stdin.txt"


def test_a_file_without_rights_is_told_in_one_line(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.txt")

    def refuse(*args: object, **more: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    result = cli("a.txt")
    assert result.exit_code == 2
    assert result.stderr == "citelint: a.txt: permission denied: check who may read it\n"


def test_odd_file_names_are_shown_and_never_fail(cli: Cli) -> None:
    names = ["new\nline.txt", "esc\x1b[31m.txt", "-dash.txt", "[red]x[/red].txt"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"lone\xff.txt"))
    for name in names:
        write(name, WRONG)
    for form in ("full", "concise", "plain", "github", "json"):
        result = cli("check", "--format", form, "--", *names)
        assert result.exit_code == 1, form
        assert "\x1b" not in result.stdout
    assert "new line.txt" in cli("--", "new\nline.txt").stdout
    missing = cli("--", "gone\n\x1b.txt")
    assert missing.exit_code == 2
    assert len(missing.stderr.splitlines()) == 1


def test_a_name_that_no_file_can_have_is_told(cli: Cli) -> None:
    result = cli("a\0b.txt")
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


@given(st.text(max_size=30), st.text(max_size=10))
def test_any_pattern_can_be_asked_about(path: str, pattern: str) -> None:
    assert Choice((".txt",), (pattern,)).excludes(path) in (True, False)


def test_a_file_that_can_only_be_read_forward_is_read(cli: Cli) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no named pipes here")
    os.mkfifo("pipe.txt")
    # a process, which can be ended: a thread that waits for a reader that never comes holds up the interpreter too
    writer = subprocess.Popen([sys.executable, "-c", f"open('pipe.txt', 'w').write({CLEAN!r})"])
    try:
        result = cli("pipe.txt")
    finally:
        writer.kill()
        writer.wait(60)
    assert result.exit_code == 0
