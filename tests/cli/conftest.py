"""The command line with a pipeline made by hand: what is tested here is what comes in and what goes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from handmade import counting, finding, piece, with_findings

from citelint.cli.main import commands
from citelint.config import Config
from citelint.model.diagnostic import Severity
from citelint.model.run import FileResult
from citelint.model.trouble import Unreadable
from citelint.pipeline import Done

Cli = Callable[..., Result]

CLEAN = "A text.[1]\n\n[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).\n[2] Id.\n"
WRONG = "[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).\n[2] WRONG.\n"


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Run `citelint` with arguments, in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "COLUMNS", "GITHUB_STEP_SUMMARY", "CITELINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def call(*args: str | Path, stdin: str | bytes | None = None, **env: str) -> Result:
        return CliRunner().invoke(commands, [str(arg) for arg in args], input=stdin, env=env or None)

    return call


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a pipeline in place of the real one: the words WRONG, WARN and TASTE of a note are its findings.

    A file that says BROKEN cannot be read, and one that says BUG makes citelint fail.
    """

    def stage(data: bytes, name: str, config: Config, done: Done) -> FileResult:
        text = data.decode("utf-8", "surrogateescape")
        if "BUG" in text:
            raise KeyError(text)
        done("read")
        try:
            if "BROKEN" in text:
                raise Unreadable("damaged: open it and save it again")
        except Unreadable as trouble:
            return FileResult(path=name, error=str(trouble))
        result = piece(text, path=name)
        if not result.notes:
            return result
        kinds = {"WRONG": Severity.ERROR, "WARN": Severity.WARNING, "TASTE": Severity.SUGGESTION}
        assert result.document is not None
        found = [
            finding(result, note.label, word, f"{word[:3]}001", word.lower(), severity=kinds[word])
            for note in result.document.notes
            for word in re.findall("WRONG|WARN|TASTE", note.span.of(text))
        ]
        return with_findings(counting(result, 1, 1), *found)

    for name in ("check", "understand", "follow"):
        monkeypatch.setattr(f"citelint.pipeline.{name}", stage)
