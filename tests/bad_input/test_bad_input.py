"""Files that are no essays, or monstrous ones, through the command line: an honest exit code, one line, and in time.

The sizes are small here; with CITELINT_SLOW=1 they are those that must be borne: 50 MB, a line of 5 million characters.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from citelint.cli.main import commands

SLOW = bool(os.environ.get("CITELINT_SLOW"))
CITELINT = [sys.executable, "-c", "from citelint.cli.main import run; run()"]
GOOD = "[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n[2] Id. at 920.\n"
WRONG = "[1] Id. at 920.\n[2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n"
NOTE = (
    "See Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018) (arguing that sealing is a habit); Ames "
    "v. Boyle, 512 F.3d 1021, 1030 (9th Cir. 2008). The rule is older than the court, and nobody knows who made it. "
)

Done = subprocess.CompletedProcess[str]
Test = Callable[..., None]


def citelint(*args: str | Path, seconds: float = 60, **env: str) -> Done:
    """Run the command line."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("CITELINT_") or k == "CITELINT_CACHE"}
    command = [*CITELINT, *map(str, args)]
    return subprocess.run(
        command, capture_output=True, text=True, env=kept | {"COLUMNS": "80"} | env, timeout=seconds, check=False
    )


def one_file(done: Done) -> dict[str, object]:
    (file,) = json.loads(done.stdout)["files"]
    assert isinstance(file, dict)
    return file


def is_told_in_one_line(done: Done, code: int = 2) -> bool:
    return done.returncode == code and len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr


# --- what cannot be read


BAD: dict[str, tuple[str, bytes | None, str]] = {
    "missing": ("missing.txt", None, "no such file"),
    "empty": ("empty.txt", b"", "empty"),
    "blank": ("blank.txt", b" \n\t\n", "empty"),
    "binary": ("binary.txt", b"[1] Id.\n\0\1\2\3" * 50, "NUL"),
    "undecodable": ("latin.txt", "[1] Élodie Roe, Quay 3 (1981).\n".encode("latin-1"), "--encoding"),
    "a picture": ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
    "a PDF": ("paper.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    "an archive": ("archive.txt", b"PK\x03\x04" + bytes(60), "archive"),
    "an old Word file": ("old.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Word"),
    "no notes": ("plain.txt", b"A text without any note.\n", "NUM000"),
    "an unknown suffix": ("essay.xyz", GOOD.encode(), ".txt"),
    "no suffix": ("essay", b"[1] Id.\n", "suffix"),
}


@pytest.mark.parametrize(("name", "data", "said"), BAD.values(), ids=BAD.keys())
def test_what_cannot_be_checked_is_2_and_told_in_one_line(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = citelint("check", tmp_path / name, "--exit-zero", "--fail-on", "never")
    assert is_told_in_one_line(done), done.stderr
    assert said in done.stderr


def test_the_findings_of_good_files_are_told_beside_all_bad_ones(tmp_path: Path) -> None:
    names = []
    for name, data, _ in BAD.values():
        names.append(tmp_path / name)
        if data is not None:
            (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    done = citelint("check", *names, tmp_path / "wrong.txt", tmp_path / "good.txt", "--format", "json")
    assert done.returncode == 2
    files = {Path(f["path"]).name: f for f in json.loads(done.stdout)["files"]}
    assert len(files) == len(BAD) + 2
    assert [f["code"] for f in files["wrong.txt"]["findings"]] == ["ID001"]
    assert files["good.txt"]["findings"] == []
    assert files["good.txt"]["error"] is files["wrong.txt"]["error"] is None
    for name, _, said in BAD.values():
        assert said in files[name]["error"]
        assert "\n" not in files[name]["error"]


def test_a_folder_without_anything_to_read_is_2(tmp_path: Path) -> None:
    assert is_told_in_one_line(citelint("check", tmp_path))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert is_told_in_one_line(citelint("check", tmp_path))


@pytest.mark.timed
def test_a_file_that_is_too_large_is_2_at_once(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(257 * 1024 * 1024)
    begun = time.perf_counter()
    done = citelint("check", huge)
    assert is_told_in_one_line(done), done.stderr
    assert "256" in done.stderr
    assert time.perf_counter() - begun < 10


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
def test_a_device_without_an_end_is_2() -> None:
    assert is_told_in_one_line(citelint("check", "/dev/zero"))


@pytest.mark.skipif(sys.platform == "win32", reason="names are others there")
def test_a_file_name_of_any_bytes_is_told(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/odd\xff\n\x1b[31m.txt"
    done = subprocess.run([*map(os.fsencode, CITELINT), b"check", path], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"\x1b" not in done.stderr
    Path(os.fsdecode(path)).write_text(WRONG, "utf-8")
    for form in ("full", "json", *["concise", "plain", "github"] * SLOW):
        found = subprocess.run(
            [*map(os.fsencode, CITELINT), b"check", path, b"--format", form.encode()],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert found.returncode == 1, found.stderr
        assert b"\x1b" not in found.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--select", "SUP0022"], "SUP002"),
        (["--ignore", "nonsense"], "nonsense"),
        (["--format", "jsson"], "json"),
        (["--fail-on", "warnings"], "warning"),
        (["--notes", "x y z"], "x y z"),
        (["--first-note", "-3"], "-3"),
        (["--encoding", "utf-88"], "utf-8"),
    ],
)
def test_what_is_mistyped_is_2_and_checks_nothing(tmp_path: Path, args: list[str], said: str) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    ran = CliRunner().invoke(commands, ["check", str(tmp_path / "wrong.txt"), *args])
    done = Done(args, ran.exit_code, ran.stdout, ran.stderr)
    assert is_told_in_one_line(done), done.stderr
    assert said in done.stderr
    assert done.stdout == ""


# --- where nothing can be kept


@pytest.mark.parametrize("variable", ["HOME", "CITELINT_CACHE", "XDG_CACHE_HOME", "TMPDIR"])
def test_no_place_to_keep_anything_is_no_trouble(tmp_path: Path, variable: str) -> None:
    essay = tmp_path / "wrong.txt"
    essay.write_text(WRONG, "utf-8")
    (tmp_path / "work").mkdir()
    kept = {k: v for k, v in os.environ.items() if k not in ("CITELINT_CACHE", "XDG_CACHE_HOME")}
    kept["HOME"] = str(tmp_path / "home")
    for value in (str(essay / "below" / "it"), "", *[str(essay), "no/such/folder"] * SLOW):
        done = subprocess.run(
            [*CITELINT, "check", str(essay)],
            capture_output=True,
            text=True,
            env=kept | {variable: value} | ({"HOME": "/dev/null"} if variable == "TMPDIR" else {}),
            cwd=tmp_path / "work",
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, ""), value
        assert "ID001" in done.stdout
    assert essay.read_text("utf-8") == WRONG


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that refuses us")
def test_a_cache_that_may_not_be_written_is_no_trouble(tmp_path: Path) -> None:
    essay = tmp_path / "wrong.txt"
    essay.write_text(WRONG, "utf-8")
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    assert citelint("check", essay, CITELINT_CACHE=str(cache)).returncode == 1
    assert list(cache.iterdir()) == []


# --- monsters


def monster(test: Test) -> Test:
    """Mark what takes minutes, and gigabytes, at its full size; at the small one it is far from any limit."""
    return pytest.mark.timed(test) if SLOW else test


def checked(path: Path, seconds: float) -> dict[str, object]:
    """Check a monster, and give what JSON says of it. `seconds` is how long it may take where it has its full size."""
    begun = time.perf_counter()
    done = citelint("check", path, "--format", "json", seconds=max(seconds, 60))
    took = time.perf_counter() - begun
    assert done.returncode in (0, 1), done.stderr
    assert done.stderr == ""
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB in {took:.1f} s")
    file = one_file(done)
    assert file["error"] is None
    return file


@monster
def test_a_file_of_fifty_megabytes(tmp_path: Path) -> None:
    size = 50_000_000 if SLOW else 200_000
    path = tmp_path / "large.txt"
    count = size // (len(NOTE) + 8)
    path.write_text("".join(f"[{n}] {NOTE}\n" for n in range(1, count + 1)), "utf-8")
    file = checked(path, 600)
    assert file["notes"] == count
    assert file["citations"] == 2 * count


@monster
@pytest.mark.parametrize("note", [True, False], ids=["a note", "body text"])
def test_a_line_of_five_million_characters(tmp_path: Path, note: bool) -> None:
    size = 5_000_000 if SLOW else 100_000
    path = tmp_path / "line.txt"
    words = NOTE * (size // len(NOTE))
    path.write_text(f"[1] {words}\n" if note else f"{words}[1]\n\n[1] {NOTE}\n", "utf-8")
    assert checked(path, 300)["citations"] == (2 * (size // len(NOTE)) if note else 2)


@monster
@pytest.mark.parametrize("piece", ["x", "x ", "A ", "“", "(", "1 U.S. ", "\u202e", "[1] ", "[^1] ", "\r", "\t"])
def test_a_line_of_one_thing_over_and_over(tmp_path: Path, piece: str) -> None:
    size = 5_000_000 if SLOW else 30_000
    path = tmp_path / "line.txt"
    path.write_text("[1] Id. at 5.\n[2] See " + piece * (size // len(piece)) + ".\n", "utf-8")
    assert checked(path, 300)["notes"] in (1, 2)


@monster
def test_ten_thousand_nested_brackets(tmp_path: Path) -> None:
    path = tmp_path / "nested.txt"
    nests = (("(", ")"), ("(quoting ", ""), *[("[", "]"), ("(see Ames v. Boyle, 1 U.S. 2 [", "])")] * SLOW)
    for opening, closing in nests:
        nest = opening * 10_000 + "Moss, supra note 1" + closing * 10_000
        path.write_text(f"[1] Ada Moss, Keys 4 (1999).\n[2] Id. at 7 {nest}.\n", "utf-8")
        assert checked(path, 60)["notes"] == 2


@monster
def test_a_note_of_two_hundred_thousand_characters(tmp_path: Path) -> None:
    count = 200_000 // len(NOTE) + 1
    path = tmp_path / "note.txt"
    path.write_text(f"[1] {NOTE * count}\n[2] Ames, 512 F.3d at 1031.\n", "utf-8")
    file = checked(path, 60)
    assert (file["notes"], file["citations"]) == (2, 2 * count)


@monster
def test_as_many_references_as_notes(tmp_path: Path) -> None:
    count = 100_000 if SLOW else 1_000
    path = tmp_path / "references.txt"
    first = "[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n"
    path.write_text(first + "".join(f"[{n}] Ellison, supra note {n - 1}.\n" for n in range(2, count)), "utf-8")
    assert checked(path, 300)["references"] == count - 2


@monster
def test_a_chain_of_id_as_long_as_the_piece(tmp_path: Path) -> None:
    count = 100_000 if SLOW else 1_000
    path = tmp_path / "chain.txt"
    first = "[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n"
    path.write_text(first + "".join(f"[{n}] Id. at {901 + n % 100}.\n" for n in range(2, count)), "utf-8")
    file = checked(path, 300)
    assert (file["references"], file["findings"]) == (count - 2, [])


# --- who goes away


@pytest.mark.timed
@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_an_interruption_in_the_middle_of_a_check_is_130(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("".join(f"[{n}] {NOTE}\n" for n in range(1, 20_000)), "utf-8")
    running = subprocess.Popen(
        [*CITELINT, "check", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(1.0)
    assert running.poll() is None, "it was done before it could be interrupted"
    running.send_signal(signal.SIGINT)
    printed, errors = running.communicate(timeout=30)
    assert (running.returncode, printed) == (130, "")
    assert errors.strip() == "citelint: interrupted"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize("form", ["full", "json"])
def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path, form: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"[{n}] Id.. at {n}\n" for n in range(1, 4_000)), "utf-8")
    running = subprocess.Popen(
        [*CITELINT, "check", "--format", form, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.read(10)
    running.stdout.close()
    errors = running.stderr.read()
    running.stderr.close()
    assert (running.wait(60), errors) == (1, b"")


@pytest.mark.parametrize("format_", ["full", "plain"])
def test_a_file_without_notes_is_told_of_once(tmp_path: Path, format_: str) -> None:
    (tmp_path / "essay.txt").write_text("No notes.\n", "utf-8")
    done = citelint("check", tmp_path / "essay.txt", "--format", format_)
    assert done.returncode == 2
    assert (done.stdout + done.stderr).count("no notes were found") == 1
    assert "--allow-empty forgives it" in done.stderr
    assert done.stdout == "Nothing was checked in 1 file.\n"
