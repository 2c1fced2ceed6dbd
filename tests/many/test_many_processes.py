"""Processes of this machine: one that ends takes its file with it and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from citelint.config import Config
from citelint.many import processes
from citelint.many.processes import Processes
from citelint.many.task import Outcome, Task
from citelint.model.run import FileResult
from citelint.pipeline import Done, check

CITELINT = [sys.executable, "-c", "from citelint.cli.main import run; run()"]
ESSAY = "A text.[1]\n\n[1] Mara Ellison, Dockets, 118 Colum. L. Rev. {} (2018).\n[2] Id.\n"


def fatal(data: bytes, name: str, config: Config, done: Done) -> FileResult:
    """Check a file; at one that says so, end the process."""
    if b"KILLED" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"LEAVES" in data:
        os._exit(7)
    if b"BUG" in data:
        raise KeyError(data)
    return check(data, name, config, done)


def carried_out(texts: list[str], count: int = 2) -> list[FileResult]:
    """Give the results of files with these texts, by `count` processes."""
    tasks = [Task(fatal, text.encode(), f"{number}.txt", Config(), True, False) for number, text in enumerate(texts)]
    outcomes: dict[int, Outcome] = {}
    with Processes(count) as crew:
        for index, task in enumerate(tasks):
            crew.give(index, task)
        for _ in tasks:
            index, outcome = crew.take()
            assert index not in outcomes
            outcomes[index] = outcome
    return [outcomes[index].unpacked(task) for index, task in enumerate(tasks)]


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_process_that_ends_is_the_error_of_its_file_alone() -> None:
    texts = [ESSAY.format(number) for number in range(10)]
    texts[2] += "KILLED"
    texts[5] += "LEAVES"
    texts[7] += "BUG"
    results = carried_out(texts)
    assert [bool(result.error) for result in results] == [number in (2, 5, 7) for number in range(10)]
    assert [result.notes for result in results if not result.error] == [2] * 7
    assert "SIGKILL" in (results[2].error or "")
    assert "exit code 7" in (results[5].error or "")
    assert [results[number].fault for number in (2, 5, 7)] == [False, True, True]
    assert "KeyError" in (results[7].error or "")
    assert "Ellison" not in "".join(result.error or "" for result in results)


def test_where_no_process_starts_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PROGRAM", "raise SystemExit(1)")
    assert [result.notes for result in carried_out([ESSAY.format(1), ESSAY.format(2)])] == [2, 2]


@pytest.mark.timed
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_an_interruption_ends_all_processes(tmp_path: Path) -> None:
    long = "\n".join(f"[{n}] Mara Ellison, Dockets, 118 Colum. L. Rev. {n} (2018)." for n in range(1, 6000))
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"A text.[1]\n\n{long}\n")
    run = subprocess.Popen(
        [*CITELINT, "check", ".", "-j", "2", "--no-cache"],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    children: list[int] = []
    until = time.monotonic() + 30
    while len(children) < 2 and time.monotonic() < until:
        time.sleep(0.05)
        children = [int(n) for n in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()] or children
        for task in Path(f"/proc/{run.pid}/task").iterdir():
            children += [int(n) for n in (task / "children").read_text().split() if int(n) not in children]
    time.sleep(0.3)
    began = time.monotonic()
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=30)
    assert (run.returncode, told.strip()) == (130, b"citelint: interrupted")
    assert time.monotonic() - began < 5
    assert len(children) == 2
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def test_house_rules_and_their_failures_are_told_as_by_one_process(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(ESSAY.format(900 + number) + "[3] " + "a" * 1200 + "\n")
    (tmp_path / "citelint.toml").write_text(
        '[[house]]\ncode = "HOU001"\npattern = \'\\bColum\\b\'\nmessage = "write Columbia"\n'
        '[[house]]\ncode = "HOU002"\npattern = \'a\'\nmessage = "never said"\n'
    )
    told = [
        subprocess.run(
            [*CITELINT, "check", ".", "--no-cache", "-j", jobs, "--format", "json"],
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            check=False,
        )
        for jobs in ("1", "2")
    ]
    assert told[0].stdout == told[1].stdout
    assert told[0].stderr == told[1].stderr
    assert [done.returncode for done in told] == [2, 2]
    assert told[0].stdout.count(b'"HOU001"') == 4
