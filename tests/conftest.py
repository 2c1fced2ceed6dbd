"""What tests of several packages need."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, settings

# On a busy machine an example waits for its turn, and hypothesis would call it slow: what is held to a time is marked
# `timed` and measured alone. Whatever else is set stays (on a server for checks, what hypothesis sets there).
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

# What a shell starts in the background ignores interruptions, and so does all that it starts: tests interrupt some.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

LONGEST = 180
"""Seconds that a test may take: one that waits for something that never comes fails, and does not hold up the rest."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """End a test that waits for ever, where the system has alarms."""
    if not hasattr(signal, "SIGALRM"):
        return (yield)

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"{item.nodeid} did not end within {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(LONGEST)
    try:
        return (yield)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep what citelint keeps in a folder of this session: neither read what the user has, nor add to it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CITELINT_CACHE", str(folder))
        yield folder


@pytest.fixture(autouse=True)
def nothing_known(own_cache: Path) -> Iterator[None]:
    """Have no test know what another found."""
    yield
    results = own_cache / "citelint" / "results"
    if results.exists():
        shutil.rmtree(results)


def shared_folder() -> Path | None:
    """Give the folder of shared material: where CITELINT_SHARED says, else beside the repository, else None."""
    named = os.environ.get("CITELINT_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if folder is None:
        pytest.skip("the shared material (CITELINT_SHARED, or ../shared) is not here")
    return folder
