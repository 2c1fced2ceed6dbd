"""The files by which other tools start citelint."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from citelint.cli.main import commands
from citelint.read import suffixes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def hook() -> dict[str, str]:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    return dict(re.findall(r"^[- ] (\w+): (.*)$", text, re.M))


def test_the_hook_is_given_exactly_the_files_that_readers_know(hook: dict[str, str]) -> None:
    match = re.fullmatch(r"\(\?i\)\\\.\((.*)\)\$", hook["files"])
    assert match
    assert sorted(f".{suffix}" for suffix in match[1].split("|")) == sorted(suffixes())


def test_the_pattern_takes_what_readers_take(hook: dict[str, str]) -> None:
    for suffix in suffixes():
        assert re.search(hook["files"], f"papers/essay{suffix}")
        assert re.search(hook["files"], f"papers/ESSAY{suffix.upper()}")
        assert not re.search(hook["files"], f"papers/essay{suffix}.bak")


def test_the_hook_calls_options_that_there_are(hook: dict[str, str]) -> None:
    program, name, *options = hook["entry"].split()
    assert (program, hook["id"], hook["require_serial"]) == ("citelint", "citelint", "true")
    command = commands.get_command(None, name)  # type: ignore[arg-type]
    assert command
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(options) <= known
    assert "types" not in hook


def test_the_ci_script_is_sound_shell() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert "set -euo pipefail" in script.read_text("utf-8")


@pytest.mark.parametrize("target", ["demo", "test", "check", "score", "bench"])
def test_make_knows_its_targets(target: str) -> None:
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
