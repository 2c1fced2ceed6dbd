"""A Dask cluster: a real one on this machine, of two worker processes, one of which is ended in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from citelint.config import Config, House
from citelint.many import cluster as module
from citelint.many.address import Address, NoCluster, verify_worker
from citelint.many.cluster import Cluster
from citelint.many.task import Task
from citelint.model.run import FileResult
from citelint.pipeline import Done, check

CITELINT = [sys.executable, "-c", "from citelint.cli.main import run; run()"]
ESSAY = "A text.[1]\n\n[1] Mara Ellison, Dockets, 118 Colum. L. Rev. {} (2018).\n[2] Id.\n[3] Ellison, supra note 2.\n"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "127.0.0.1:8786",
        "tcp://127.0.0.1",
        "http://127.0.0.1:8786",
        "tcp://127.0.0.1:x",
        "tcp://[::1",
        "inproc://a:1",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(NoCluster, match="is no address"):
        Address.parse(address)


@pytest.mark.parametrize("address", ["tcp://10.0.0.5:8786", "tcp://example.org:8786", "tcp://localhost.example.org:1"])
def test_clear_text_goes_to_this_machine_alone(address: str) -> None:
    with pytest.raises(NoCluster, match="tls://"):
        Address.parse(address)


def test_the_command_says_so_in_one_line() -> None:
    address = "tcp://10.0.0.5:8786"
    done = subprocess.run(
        [*CITELINT, "check", "--scheduler", address, __file__], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:8786", "tls://10.0.0.5:1"]
)
def test_other_addresses_are_taken(address: str) -> None:
    assert Address.parse(address).text == address


def test_a_worker_elsewhere_is_refused() -> None:
    here = Address.parse("tcp://127.0.0.1:8786")
    verify_worker(here, "tcp://127.0.0.1:40001")
    with pytest.raises(NoCluster, match="over a network"):
        verify_worker(here, "tcp://10.0.0.5:40001")
    verify_worker(Address.parse("tls://10.0.0.5:8786"), "tls://10.0.0.6:40001")


def test_neither_name_nor_path_is_sent() -> None:
    house = (House("HOU001", "a", "b", file="/home/ellison/citelint.toml", line=3),)
    task = Task(
        check, b"text", "/home/ellison/secret.plan.md", Config(house=house, baseline="/home/b.json"), True, False
    )
    sent = module._bare(task)
    assert "ellison" not in repr(sent)
    assert "home" not in repr(sent)
    assert (sent.name, sent.data) == ("piece.md", b"text")


def dies(data: bytes, name: str, config: Config, done: Done) -> FileResult:
    """Check a file, slowly; at one that says so, end the worker."""
    if b"DIE" in data:
        os._exit(1)
    time.sleep(0.02)
    return check(data, name, config, done)


@dataclass
class Started:
    """A cluster and the processes that it is made of."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def library() -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (citelint[dask])")


@pytest.fixture
def cluster(library: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """Start a scheduler and two workers, as the README says, and end them."""
    import distributed

    folder = tmp_path_factory.mktemp("dask")
    env = os.environ | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "CITELINT_CACHE": str(folder / "kept"),
        "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
    }
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": env, "cwd": folder}
    where = folder / "scheduler.json"
    command = ["scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(where)]
    scheduler = subprocess.Popen([*dask, *command], **quiet)  # type: ignore[call-overload]
    workers: list[subprocess.Popen[bytes]] = []
    try:
        until = time.monotonic() + 30
        while not where.exists() or not where.read_text().endswith("}"):
            assert time.monotonic() < until
            time.sleep(0.05)
        address = json.loads(where.read_text())["address"]
        command = ["worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
        workers += (subprocess.Popen([*dask, *command], **quiet) for _ in range(2))  # type: ignore[call-overload]
        with distributed.Client(address, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=30)
        yield Started(address, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def test_a_worker_is_ended_in_the_middle_and_nothing_is_lost_or_told_twice(cluster: Started) -> None:
    texts = [ESSAY.format(number) for number in range(60)]
    tasks = [Task(dies, text.encode(), f"{number}.txt", Config(), True, False) for number, text in enumerate(texts)]
    seen: dict[int, FileResult] = {}
    with Cluster(cluster.address) as crew:
        given = 0
        while len(seen) < len(tasks):
            while given < len(tasks) and given - len(seen) < crew.room:
                crew.give(given, tasks[given])
                given += 1
            index, outcome = crew.take()
            assert index not in seen
            seen[index] = outcome.unpacked(tasks[index])
            if len(seen) == 15:
                cluster.workers[0].send_signal(signal.SIGKILL)
    assert sorted(seen) == list(range(60))
    for index, task in enumerate(tasks):
        assert seen[index].error is None, seen[index].error
        assert seen[index].path == task.name
        assert seen[index].diagnostics == check(task.data, task.name, task.config).diagnostics


def test_a_file_that_ends_its_workers_is_in_error_and_so_is_what_no_worker_is_left_for(
    cluster: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cluster(cluster.address) as crew:
        monkeypatch.setattr(module, "PATIENCE", 3.0)
        crew.give(0, Task(dies, b"DIE", "0.txt", Config(), True, False))
        index, outcome = crew.take()
        assert index == 0
        assert outcome.result is not None
        assert "each worker that was given it ended" in (outcome.result.error or "")
        crew._alone = False
        crew.give(1, Task(dies, ESSAY.encode(), "1.txt", Config(), True, False))
        index, outcome = crew.take()
        assert outcome.result is not None
        assert "no worker left" in (outcome.result.error or "")


def test_the_command_prints_what_one_process_prints(cluster: Started, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(ESSAY.format(900 + number))
    (tmp_path / "6.txt").write_bytes(b"\x00\x01")
    (tmp_path / "citelint.toml").write_text('[[house]]\ncode = "HOU001"\npattern = "Colum"\nmessage = "no"\n')
    told = []
    for way in (("-j", "1"), ("--scheduler", cluster.address)):
        command = [*CITELINT, "check", ".", "--no-cache", "--format", "json", "-o", f"page{len(told)}.html", *way]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60, check=False)
        told.append((done.stdout, done.stderr, done.returncode))
        (tmp_path / f"page{len(told) - 1}.html").rename(tmp_path.parent / f"page{len(told) - 1}.html")
    assert told[0] == told[1]
    assert told[0][2] == 2
    assert b"HOU001" in told[0][0]
    assert (tmp_path.parent / "page0.html").read_bytes() == (tmp_path.parent / "page1.html").read_bytes()


def test_versions_have_to_be_equal(cluster: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "__version__", "99.0")
    with pytest.raises(NoCluster, match=r"worker .* has citelint .*, and here is 99\.0"):
        Cluster(cluster.address).__enter__()


@pytest.mark.timed
def test_a_scheduler_that_does_not_answer_is_told_within_ten_seconds(library: None, tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text(ESSAY)
    began = time.monotonic()
    command = [*CITELINT, "check", "essay.txt", "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert "does not answer" in done.stderr
    assert time.monotonic() - began < 10


def test_tls_wants_certificates(library: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoCluster, match="CA_FILE"):
        Cluster("tls://10.0.0.5:8786").__enter__()
