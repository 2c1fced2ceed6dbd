"""The command as a process of its own: pipes, signals, encodings, what it imports, and how long it takes."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CITELINT = [sys.executable, "-m", "citelint"]
ESSAY = """\
The dockets grew.[1] So did the clerks.[2] “Nobody” counted.[3]

[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Id. at 920.
[3] Élodie Roe, Clerks of the “Quay”, 90 Yale L.J. 1 (1981).
"""

FORBIDDEN = (
    *("rich", "importlib.metadata", "lark", "difflib", "traceback", "urllib.request", "http", "socket", "asyncio"),
    *("unittest", "xml", "sqlite3", "concurrent", "multiprocessing", "logging", "tomllib", "html"),
)
"""What an ordinary check of a text file has no use for."""


def environment(**more: str) -> dict[str, str]:
    ours = ("CITELINT", "LC_", "LANG", "PYTHONIOENCODING")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours) or k == "CITELINT_CACHE"}
    return kept | {"COLUMNS": "80"} | more


def process(*args: str | Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [*CITELINT, *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, env=environment(**env), timeout=60, check=False)


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_text(ESSAY, "utf-8")
    return path


def test_a_small_essay_is_checked(essay: Path) -> None:
    done = process("check", essay)
    assert b"Checked 1 file: 3 notes, 2 citations, 1 reference." in done.stdout, done.stderr
    assert done.returncode in (0, 1)
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "cp1252"])
def test_any_encoding_of_the_terminal_will_do(essay: Path, encoding: str) -> None:
    done = process("notes", essay, PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert b"Yale L.J." in done.stdout
    spoken = process("notes", essay, "--format", "json", PYTHONIOENCODING=encoding, LC_ALL="C")
    notes = json.loads(spoken.stdout.decode("utf-8"))["files"][0]["notes"]
    assert notes[2]["text"] == "Élodie Roe, Clerks of the “Quay”, 90 Yale L.J. 1 (1981)."


def test_standard_input_is_read(essay: Path) -> None:
    done = process("notes", "-", "--format", "json", stdin=essay.read_bytes())
    (file,) = json.loads(done.stdout)["files"]
    assert (file["path"], file["format"], len(file["notes"])) == ("<stdin>", "text", 3)


def test_bytes_that_are_no_text_are_2_and_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 20)
    done = process("check", broken)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_closed_pipe_is_quiet_and_changes_no_code(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("".join(f"[{n}] Id. at {n}.\n" for n in range(1, 4000)), "utf-8")
    for args in (["notes", str(long)], ["notes", "--format", "json", str(long)]):
        running = subprocess.Popen(
            [*CITELINT, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(20)
        running.stdout.close()
        errors = running.stderr.read()
        running.stderr.close()
        assert running.wait(60) == 0
        assert errors == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_told_and_is_no_pass(essay: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*CITELINT, "notes", str(essay)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"No space left" in done.stderr


def without(descriptors: str, *args: str) -> subprocess.CompletedProcess[bytes]:
    """Run citelint from a shell that closes some of its standard streams, "1" and "2" or "0"."""
    closed = " ".join(f"{n}{'<' if n == '0' else '>'}&-" for n in descriptors)
    line = f"{shlex.join([*CITELINT, *args])} {closed}"
    return subprocess.run(["sh", "-c", line], capture_output=True, env=environment(), timeout=60, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="no shell closes streams there")
@pytest.mark.parametrize("args", [("rules",), ("explain", "SUP002"), ("resolve",), ("check",), ("--help",)])
def test_closed_standard_output_is_told_and_is_no_pass(essay: Path, args: tuple[str, ...]) -> None:
    more = (str(essay),) if args[0] in ("resolve", "check") else ()
    done = without("1", *args, *more)
    assert done.stderr == b"citelint: the output cannot be written: standard output is closed\n"
    assert done.returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no shell closes streams there")
def test_closed_streams_are_no_bug(essay: Path) -> None:
    done = without("0", "check", "-")
    assert done.stderr == b"citelint: <stdin>: cannot be read: standard input is closed\n"
    assert done.returncode == 2
    assert without("12", "check", str(essay)).returncode == 2
    assert without("2", "check", "missing.txt").returncode == 2
    assert without("2", "notes", str(essay)).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_help_that_cannot_be_written_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*CITELINT, "--help"], stdout=full, stderr=subprocess.PIPE, env=environment(), timeout=60, check=False
        )
    assert done.stderr == b"citelint: the output cannot be written: No space left on device\n"
    assert done.returncode == 2


def test_an_interruption_while_modules_are_imported_is_130_and_one_line() -> None:
    program = """
import sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
from citelint.__main__ import run
assert not {name for name in sys.modules if name.startswith("citelint.")} - {"citelint.__main__"}
run()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment(), timeout=60, check=False
    )
    assert done.stderr == b"citelint: interrupted\n"
    assert done.returncode == 130


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_an_interruption_is_130_and_one_line() -> None:
    running = subprocess.Popen(
        [*CITELINT, "check", "-", "-v"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    # more than a pipe holds: once it is written, standard input is being read, and the rest of it waited for
    assert running.stdin is not None
    running.stdin.write(b"A text.\n" * 130_000)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in errors
    assert b"interrupted" in errors


@pytest.fixture
def warm(essay: Path) -> Path:
    process("check", essay)  # the tables of the grammar are kept from here on
    return essay


@pytest.mark.parametrize("command", ["check", "notes", "resolve"])
def test_nothing_is_imported_that_is_not_needed(warm: Path, command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *CITELINT[1:], command, str(warm)],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "citelint.pipeline" in imported
    unneeded = {name for name in imported if name.split(".")[0] in FORBIDDEN or name in FORBIDDEN}
    assert not unneeded


def test_asking_for_the_version_imports_no_stage() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *CITELINT[1:], "--version"],
        capture_output=True,
        text=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    assert not re.findall(r"citelint\.(?:parse|read|resolve|lint|rules|tables)\b", done.stderr)
