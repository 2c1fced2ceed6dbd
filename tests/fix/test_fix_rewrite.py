"""A file is replaced whole or not at all, and what somebody else did to it meanwhile is kept."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from citelint.fix.rewrite import CannotRewrite, rewrite

OLD = b"[1] Old..\n"
NEW = b"[1] New.\n"


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "essay.txt"
    path.write_bytes(OLD)
    return path


def alone(essay: Path) -> bool:
    """Tell whether nothing else was left in the folder."""
    return list(essay.parent.iterdir()) == [essay]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_file_is_replaced_and_keeps_its_mode(essay: Path, mode: int) -> None:
    essay.chmod(mode)
    os.utime(essay, (1, 1))
    rewrite(str(essay), OLD, NEW)
    assert essay.read_bytes() == NEW
    assert stat.S_IMODE(essay.stat().st_mode) == mode
    assert essay.stat().st_mtime > 1000, "who looks for changed files must see this one"
    assert alone(essay)


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there" / "essay.txt"
    real.write_bytes(OLD)
    link = tmp_path / "link.txt"
    link.symlink_to(Path("there") / "essay.txt")
    rewrite(str(link), OLD, NEW)
    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert not real.is_symlink()


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to("gone.txt")
    with pytest.raises(CannotRewrite, match="could not be written"):
        rewrite(str(link), OLD, NEW)


def test_a_file_with_other_names_wants_force(essay: Path) -> None:
    other = essay.with_name("other.txt")
    other.hardlink_to(essay)
    with pytest.raises(CannotRewrite, match=r"2 names .*--force"):
        rewrite(str(essay), OLD, NEW)
    assert essay.read_bytes() == OLD
    rewrite(str(essay), OLD, NEW, force=True)
    assert (essay.read_bytes(), other.read_bytes()) == (NEW, OLD)


def test_a_file_that_nobody_may_write_is_left(essay: Path) -> None:
    essay.chmod(0o444)
    with pytest.raises(CannotRewrite, match="not writable"):
        rewrite(str(essay), OLD, NEW)
    assert essay.read_bytes() == OLD


def test_no_ordinary_file_is_written(tmp_path: Path) -> None:
    with pytest.raises(CannotRewrite, match="no ordinary file"):
        rewrite(str(tmp_path), OLD, NEW)


@pytest.mark.parametrize("now", [OLD + b"more", OLD[:-1], b""])
def test_a_file_that_was_changed_meanwhile_is_left(essay: Path, now: bytes) -> None:
    essay.write_bytes(now)
    with pytest.raises(CannotRewrite, match="changed by another program"):
        rewrite(str(essay), OLD, NEW)
    assert essay.read_bytes() == now
    assert alone(essay)


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_file_whole(essay: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, call, full)
    with pytest.raises(CannotRewrite, match=r"no space left on device.*as it was"):
        rewrite(str(essay), OLD, NEW)
    monkeypatch.undo()
    assert essay.read_bytes() == OLD
    assert alone(essay)


def test_ctrl_c_takes_the_new_file_away(essay: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> None:
        assert len(list(essay.parent.iterdir())) == 2
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        rewrite(str(essay), OLD, NEW)
    monkeypatch.undo()
    assert essay.read_bytes() == OLD
    assert alone(essay)


@pytest.mark.skipif(not sys.platform.startswith("linux") or os.geteuid() != 0, reason="a small disk needs root")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        essay = disk / "essay.txt"
        old = b"x" * 40_000
        essay.write_bytes(old)
        with pytest.raises(CannotRewrite, match="no space left"):
            rewrite(str(essay), old, old + b"y")
        assert essay.read_bytes() == old
        assert alone(essay)
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_reader_never_finds_half_of_it(essay: Path) -> None:
    versions = [letter * 200_000 for letter in (b"a", b"b")]
    essay.write_bytes(versions[0])
    seen: set[bytes] = set()
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            seen.add(essay.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for turn in range(10):
        rewrite(str(essay), versions[turn % 2], versions[(turn + 1) % 2])
    stop.set()
    reader.join()
    assert seen <= set(versions)
