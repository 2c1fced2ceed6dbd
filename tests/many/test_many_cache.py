"""The cache: what is damaged is not known, what cannot be written is not written, and nothing of it is an error."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from citelint.cli.main import commands
from citelint.config import Config
from citelint.many import cache as kept
from citelint.many.cache import Cache, key_of
from citelint.many.task import Task, perform
from citelint.pipeline import check

CITELINT = [sys.executable, "-c", "from citelint.cli.main import run; run()"]
ESSAY = (
    b"A text.[1]\n\n[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).\n[2] Id.\n[3] Ellison, supra note 2,;.\n"
)


def task(data: bytes = ESSAY, name: str = "essay.txt", **settings: object) -> Task:
    return Task(check, data, name, Config(**settings), True, False)  # type: ignore[arg-type]


def filled(folder: Path) -> tuple[Cache, str, Path]:
    """Give a cache with one entry, its key and its file."""
    cache = Cache(folder)
    key = key_of(task())
    packed = perform(task()).packed
    assert packed is not None
    cache.put(key, packed)
    (path,) = folder.glob("??/*.jsonl")
    return cache, key, path


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    cache, key, path = filled(tmp_path / "results")
    found = cache.get(key, task())
    assert found is not None
    assert found.diagnostics == check(ESSAY, "essay.txt", Config()).diagnostics
    assert found.diagnostics
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parents[1].stat().st_mode) & 0o077 == 0


def test_the_key_is_of_content_suffix_and_settings() -> None:
    keys = {
        key_of(task()),
        key_of(task(ESSAY + b"\n")),
        key_of(task(name="essay.md")),
        key_of(task(edition=20)),
        key_of(task(ignore=("PUN",))),
        key_of(task(id_allowed=False)),
    }
    assert len(keys) == 6
    assert key_of(task(name="elsewhere/other.txt")) == key_of(task())


def test_another_version_knows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of(task())
    kept._made_of.cache_clear()
    monkeypatch.setattr(kept, "__version__", "99")
    after = key_of(task())
    kept._made_of.cache_clear()
    assert before != after


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"\x00\xff" * 50,
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"SUP", b"ID0") if b"SUP" in data else data[:-3] + b"]]]",
        lambda data: data.replace(b'"citelint": 1', b'"citelint": 2'),
        lambda data: b"[" * 100_000,
        lambda data: data.partition(b"\n")[2],
    ],
)
def test_a_damaged_entry_is_not_known(tmp_path: Path, damage) -> None:  # type: ignore[no-untyped-def]
    cache, key, path = filled(tmp_path / "results")
    data = path.read_bytes()
    assert damage(data) != data
    path.write_bytes(damage(data))
    assert cache.get(key, task()) is None


@pytest.mark.parametrize("body", [[], [1, 2], {"a": 1}, ["text", 1, 0, 0, 0, 0, [None, 5, 6]], None, 5])
def test_an_entry_of_another_shape_is_not_known(tmp_path: Path, body: object) -> None:
    cache, key, path = filled(tmp_path / "results")
    told = json.dumps(body).encode()
    path.write_bytes(json.dumps(kept._head(key, told)).encode() + b"\n" + told)
    assert cache.get(key, task()) is None


def test_a_folder_that_others_can_write_into_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    _, key, _ = filled(folder)
    folder.chmod(0o777)
    assert Cache(folder).get(key, task()) is None


def test_where_no_folder_can_be_made_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "results")
    packed = perform(task()).packed
    assert packed is not None
    cache.put(key_of(task()), packed)
    assert cache.get(key_of(task()), task()) is None
    cache.prune()
    assert (tmp_path / "file").read_text() == "in the way"


def test_old_entries_go_and_the_oldest_of_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, _, path = filled(tmp_path / "results")
    size = path.stat().st_size
    monkeypatch.setattr(kept, "LARGEST", 3 * size)
    now = time.time()
    for number, age in enumerate((0, 10, 20, 30, kept.OLDEST + 10)):
        other = path.with_name(f"{number:062}.jsonl")
        other.write_bytes(path.read_bytes())
        os.utime(other, (now - age, now - age))
    cache.prune()
    assert sorted(p.name[61] for p in path.parent.glob("0*.jsonl")) == ["0", "1"]


def environment(cache: Path) -> dict[str, str]:
    return os.environ | {"CITELINT_CACHE": str(cache)}


def test_two_runs_at_once_share_a_folder(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    for number in range(12):
        (papers / f"{number:02}.txt").write_bytes(ESSAY.replace(b"901", str(900 + number).encode()))
    command = [*CITELINT, "check", "papers", "--isolated", "-j", "1"]
    runs = [
        subprocess.Popen(command, cwd=tmp_path, env=environment(tmp_path / "cache"), stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    told = [run.communicate(timeout=60)[0] for run in runs]
    assert told[0] == told[1]
    assert [run.returncode for run in runs] == [1, 1]
    entries = list((tmp_path / "cache").glob("citelint/results/??/*"))
    assert len(entries) == 12
    assert all(entry.suffix == ".jsonl" for entry in entries)


@pytest.mark.parametrize("way", ["flag", "file"])
def test_who_wants_no_cache_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    (tmp_path / "essay.txt").write_bytes(ESSAY)
    if way == "file":
        (tmp_path / "citelint.toml").write_text("cache = false\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CITELINT_CACHE", str(tmp_path / "cache"))
    done = CliRunner().invoke(commands, ["check", "essay.txt", *(["--no-cache"] if way == "flag" else [])])
    assert done.exit_code == 1, done.stderr
    assert not (tmp_path / "cache" / "citelint" / "results").exists()
