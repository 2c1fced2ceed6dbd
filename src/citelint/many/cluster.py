"""The crew of the workers of a Dask cluster that somebody has started.

The bytes of a file go there with its settings, and neither its name nor any path; the keys of tasks are hashes; workers
write nothing. Whoever stands in between could read what is sent, and have anything run: so a cluster is spoken to on
this machine alone, or over TLS with certificates on both sides.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import queue
import secrets
import sys
import time
from dataclasses import replace
from types import ModuleType, TracebackType
from typing import Any, Self

from citelint import __version__
from citelint.many.address import Address, NoCluster, certified, verify_worker
from citelint.many.task import Outcome, Task, perform
from citelint.model.run import FileResult

PATIENCE = 6.0
"""Seconds in which the scheduler has to answer and have a worker, and in which a lost worker has to be replaced."""
_EACH = 3
"""So many files for each thread of the cluster are under way at once: the next is there when one is done."""


class Cluster:
    """The workers of the cluster whose scheduler has `address`. Raises NoCluster on entering.

    A file at which workers end, as often as the scheduler lets them (`distributed.scheduler.allowed-failures`) and once
    more with no other file about, has that for its error. Where no worker is left, so have all that are not done.
    """

    def __init__(self, address: str) -> None:
        self.room = 1
        self._address = Address.parse(address)
        self._client: Any = None
        self._ready: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._salt = secrets.token_bytes(16)
        self._given: dict[str, tuple[int, Task]] = {}
        self._suspects: list[tuple[int, Task]] = []
        self._alone = False
        self._lost = ""

    def give(self, index: int, task: Task) -> None:
        """Hand a task to the scheduler."""
        said = self._salt + f"{index} {self._alone} ".encode()
        key = "citelint-" + hashlib.sha256(said + task.data).hexdigest()
        self._given[key] = (index, task)
        if self._lost:
            return
        try:
            self._client.submit(_perform_there, _bare(task), key=key, pure=False).add_done_callback(self._ready.put)
        except Exception as error:
            self._lost = f"the scheduler takes no more ({type(error).__name__})"

    def take(self) -> tuple[int, Outcome]:
        """Wait for the next task to be done."""
        while True:
            if not self._given:  # what is left ended its workers when others were about
                self._alone = True
                self.give(*self._suspects.pop())
            future = self._next()
            if future is None:
                index, task = self._given.pop(next(iter(self._given)))
                return index, _unchecked(task, f"could not be checked there: {self._lost}")
            index, task = self._given.pop(future.key)
            outcome = self._outcome(future, task)
            if outcome is not None:
                return index, outcome
            self._suspects.append((index, task))

    def __enter__(self) -> Self:
        began = time.monotonic()
        distributed = _library()
        # what it warns of is for who runs the cluster
        for name in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        security = certified(distributed, self._address)
        try:
            self._client = distributed.Client(
                self._address.text, timeout=PATIENCE, security=security, set_as_default=False, direct_to_workers=False
            )
        except Exception as error:
            why = f"the scheduler does not answer ({type(error).__name__}): is it running?"
            raise NoCluster(f"{self._address.text}: {why}") from error
        try:
            self._verify_workers(PATIENCE - (time.monotonic() - began))
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def _close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            with contextlib.suppress(Exception):
                client.close(timeout=2)

    def _verify_workers(self, patience: float) -> None:
        """Raise NoCluster where there is no worker, or one that is elsewhere or has other versions."""
        where = self._address.text
        try:
            self._client.wait_for_workers(1, timeout=max(patience, 1))
            told: dict[str, Any] = self._client.run(_versions, on_error="return")
            self.room = _EACH * max(sum(self._client.nthreads().values()), 1)
        except Exception as error:
            raise NoCluster(f"{where}: the scheduler has no worker: start one there") from error
        for worker, theirs in told.items():
            verify_worker(self._address, worker)
            if not isinstance(theirs, dict):
                raise NoCluster(f"{where}: worker {worker} has no citelint {__version__}: install it there")
            for name, mine in _versions().items():
                if theirs.get(name) != mine:
                    it_has = f"has {name} {theirs.get(name)}, and here is {mine}"
                    raise NoCluster(f"{where}: worker {worker} {it_has}: install the same there")

    def _next(self) -> Any:
        """Give the next future that is done, or None when the cluster was lost."""
        alone_since: float | None = None
        while not self._lost:
            with contextlib.suppress(queue.Empty):
                return self._ready.get(timeout=0.5)
            if self._workers():
                alone_since = None
            elif alone_since is None:
                alone_since = time.monotonic()
            elif time.monotonic() - alone_since > PATIENCE:
                self._lost = "the cluster has no worker left"
        return None

    def _workers(self) -> int:
        """Count the workers; none where the scheduler does not tell."""
        try:
            return len(self._client.nthreads()) if self._client.status == "running" else 0
        except Exception:
            return 0

    def _outcome(self, future: Any, task: Task) -> Outcome | None:
        """Give what came of a task, or None where it is to be tried once more, alone."""
        from distributed import KilledWorker

        alone_since = time.monotonic()
        while True:
            try:
                outcome: Outcome = future.result(timeout=1)
            except KilledWorker:
                if not self._alone:
                    return None
                return _unchecked(task, "each worker that was given it ended: check it here, with -j 1")
            except TimeoutError:  # the worker that had it is gone, and another works it out again
                if self._workers():
                    alone_since = time.monotonic()
                elif time.monotonic() - alone_since > PATIENCE:
                    return _unchecked(task, "could not be checked there: the cluster has no worker left")
            except Exception as error:
                return _unchecked(task, f"could not be checked there: the work was lost ({type(error).__name__})")
            else:
                future.release()
                return outcome


def _unchecked(task: Task, why: str) -> Outcome:
    return Outcome(None, FileResult(path=task.name, error=why))


def _bare(task: Task) -> Task:
    """Give the task without names and paths: of the name, the suffix alone tells something."""
    suffix = "".join(os.path.basename(task.name).rpartition(".")[1:])
    house = tuple(replace(rule, file="", line=0) for rule in task.config.house)
    return replace(task, name=f"piece{suffix}", config=replace(task.config, baseline=None, house=house))


def _perform_there(task: Task) -> Outcome:
    from citelint.parse.table import keep_nothing

    keep_nothing()
    return perform(task)


def _versions() -> dict[str, str]:
    """Give the versions that have to be the same on both sides: only the same program understands what is sent."""
    import distributed

    return {
        "citelint": __version__,
        "Python": ".".join(map(str, sys.version_info[:2])),
        "distributed": str(distributed.__version__),
    }


def _library() -> ModuleType:
    try:
        import distributed
    except ImportError as error:
        raise NoCluster("--scheduler needs Dask: pip install 'citelint[dask]'") from error
    library: ModuleType = distributed
    return library
