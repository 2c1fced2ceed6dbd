"""The progress bar: late, on standard error, and only then with rich."""

from __future__ import annotations

import subprocess
import sys

import pytest

from citelint.cli import progress

QUICK = """
import sys
from citelint.cli.progress import Bar
with Bar(5) as bar:
    for _ in range(5):
        bar.step()
print("rich" in sys.modules)
"""


def test_quick_work_shows_nothing_and_imports_nothing() -> None:
    done = subprocess.run([sys.executable, "-c", QUICK], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("False\n", "")


def test_long_work_shows_how_many_files_are_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with progress.Bar(3) as bar:
        bar.step()
        bar.step()
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "2/3" in shown.err


def test_the_last_file_starts_no_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    with progress.Bar(1) as bar:
        bar.step()
    assert capsys.readouterr().err == ""
