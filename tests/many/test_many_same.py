"""A result is printed alike wherever it comes from: this process, another one, or an earlier run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from citelint.cli.main import commands
from citelint.report import formats

ROOT = Path(__file__).resolve().parents[2]
CITELINT = [sys.executable, "-c", "from citelint.cli.main import run; run()"]
WRONG = """\
First.[^1] Second.[^2] Third.[^3]

[^1]: Mara Ellison, *Dockets in the Dark*, 118 Colum. L. Rev. 901 (2018),;.
[^2]: Élodie Roe, *Clerks of the Quay*, 90 Yale L.J. 1 (1981).
[^3]: Ellison, *supra* note 2, at 905 (:smiley: [/sic] <b>).
"""


def run(*args: str | Path, cache: Path) -> tuple[bytes, int]:
    """Give the output and the exit code of `citelint check` in the root of the project."""
    done = subprocess.run(
        [*CITELINT, "check", "--isolated", *map(str, args)],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"CITELINT_CACHE": str(cache)},
        timeout=120,
        check=False,
    )
    assert done.stderr == b"", done.stderr
    return done.stdout, done.returncode


@pytest.fixture(scope="module")
def piece(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("piece") / "wrong.md"
    path.write_text(WRONG, "utf-8")
    return path


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory, piece: Path) -> dict[str, dict[str, bytes]]:
    """Check all samples alone, with two processes, and from the cache; give the files of every format."""
    cache = tmp_path_factory.mktemp("kept")
    made: dict[str, dict[str, bytes]] = {}
    ways = {"alone": ("-j", "1", "--no-cache"), "two": ("-j", "2"), "cached": ("-v",)}
    for way, options in ways.items():
        folder = tmp_path_factory.mktemp(way)
        targets = [f"{name}={folder / name}" for name in formats()]
        told = [word for target in targets for word in ("-o", target)]
        done = subprocess.run(
            [*CITELINT, "check", "--isolated", "samples", str(piece), *options, *told],
            capture_output=True,
            cwd=ROOT,
            env=os.environ | {"CITELINT_CACHE": str(cache)},
            timeout=120,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        if way == "cached":
            lines = done.stderr.decode().splitlines()
            assert lines
            assert all("known from an earlier run" in line for line in lines), lines
        made[way] = {name: (folder / name).read_bytes() for name in formats()}
    return made


@pytest.mark.parametrize("way", ["two", "cached"])
@pytest.mark.parametrize("name", formats())
def test_every_format_has_the_same_bytes(outputs: dict[str, dict[str, bytes]], name: str, way: str) -> None:
    assert outputs[way][name] == outputs["alone"][name]
    assert len(outputs[way][name]) > 100


@pytest.mark.parametrize("options", [("--expand",), ("--suggestions", "--ascii"), ("--statistics",), ()])
def test_what_is_printed_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CITELINT_CACHE", str(tmp_path))
    command = ["check", "samples/broken", "--isolated", *options]
    told = [CliRunner().invoke(commands, [*command, *more]) for more in (["--no-cache"], [], ["-v"])]
    assert "known from an earlier run" in told[2].stderr
    assert told[0].stdout == told[1].stdout == told[2].stdout
    assert "supra" in told[0].stdout or options == ("--statistics",)


def test_a_page_and_chosen_notes_are_the_same_from_two_processes(tmp_path: Path) -> None:
    two = ("samples/broken/inserted-note.md", "samples/broken/numbering.txt")
    for jobs in ("1", "2"):
        run(*two, "-j", jobs, "-o", tmp_path / f"page{jobs}.html", "--notes", "3-9", cache=tmp_path)
    assert (tmp_path / "page1.html").read_bytes() == (tmp_path / "page2.html").read_bytes()


def test_an_entry_holds_no_word_of_the_manuscript(tmp_path: Path, piece: Path) -> None:
    run(piece, "-j", "1", cache=tmp_path)
    entries = list((tmp_path / "citelint" / "results").glob("??/*.jsonl"))
    assert len(entries) == 1
    text = entries[0].read_text("utf-8").lower()
    for word in (
        "ellison",
        "mara",
        "dockets",
        "dark",
        "colum",
        "roe",
        "clerks",
        "quay",
        "yale",
        "third",
        "smiley",
        "sic",
    ):
        assert word not in text
