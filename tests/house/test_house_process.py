"""The child process that runs patterns: what it finds, how it is stopped, and that it is gone afterwards."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citelint.house import process
from citelint.house.process import Search

RUNAWAY = "(a+)+$"
FATAL = "a" * 40 + "b"


@pytest.fixture(scope="module")
def shared() -> Iterator[Search]:
    search = Search()
    yield search
    search.close()


@pytest.fixture
def search(monkeypatch: pytest.MonkeyPatch) -> Iterator[Search]:
    monkeypatch.setattr(process, "DEADLINE", 0.5)
    search = Search()
    yield search
    search.close()


def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Count what is started from here on."""
    commands: list[list[str]] = []
    popen = subprocess.Popen

    def counting(command: list[str], **more: object) -> object:
        commands.append(command)
        return popen(command, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(process.subprocess, "Popen", counting)
    return commands


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([r"\bId\.", "a", "^", "$", "(?<=a)b", r"(?i)ÉL", ".", r"\ud800", "[ab]+"]), max_size=3),
    st.lists(st.text("aéIdb. \n\r\0\ud800\U0001f600"), max_size=4),
)
def test_what_is_found_is_what_re_finds(shared: Search, patterns: list[str], texts: list[str]) -> None:
    done = shared.run(patterns, texts)
    expected = {
        (pattern, index): [m.span() for m in re.finditer(pattern, text)]
        for pattern in patterns
        for index, text in enumerate(texts)
    }
    assert done.found == {key: spans for key, spans in expected.items() if spans}
    assert done.failures == {}


@pytest.mark.timed
def test_one_that_never_ends_is_stopped_and_the_others_go_on(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = started(monkeypatch)
    done = search.run(["b", RUNAWAY, "a$"], ["ba", FATAL, "a"])
    assert done.found == {
        ("b", 0): [(0, 1)],
        ("b", 1): [(40, 41)],
        ("a$", 0): [(1, 2)],
        ("a$", 2): [(0, 1)],
        (RUNAWAY, 0): [(1, 2)],
    }
    assert done.failures[RUNAWAY].text == 1
    assert "did not end within 0.5 seconds" in done.failures[RUNAWAY].why
    assert len(commands) == 2
    later = search.run([RUNAWAY, "b"], ["aaa", "b"])
    assert later.found == {("b", 1): [(0, 1)]}
    assert "was not applied to further files" in later.failures[RUNAWAY].why
    assert len(commands) == 2


@pytest.mark.timed
def test_one_that_cannot_be_compiled_in_time_is_stopped(search: Search) -> None:
    slow = "(?i)" + "[\\x00-\\uffff]" * 4000
    done = search.run(["b", slow], ["b"])
    assert done.found == {("b", 0): [(0, 1)]}
    assert "did not end within" in done.failures[slow].why
    assert done.failures[slow].text is None


@pytest.mark.timed
@pytest.mark.skipif(sys.platform != "linux", reason="memory is not limited everywhere")
@pytest.mark.parametrize("how", ["compiling", "matching"])
def test_one_that_eats_memory_is_stopped(search: Search, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(process, "DEADLINE", 30.0)
    monkeypatch.setattr(process, "MEMORY", 60 * 1024 * 1024)
    pattern = "xy" * 500_000 if how == "compiling" else "(?:(a)|(b)|(c))*d"
    done = search.run(["b", pattern], ["b", "abc" * 400_000])
    assert ("b", 0) in done.found
    assert "too much memory" in done.failures[pattern].why
    assert done.failures[pattern].text == (None if how == "compiling" else 1)


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(a", "no regular expression: missing ), unterminated subpattern at position 0"),
        ("(?<=a+)b", "no regular expression: look-behind requires fixed-width pattern"),
        ("x{99999999999}", "no regular expression: the repetition number is too large"),
        ("(" * 3000 + ")" * 3000, "nested too deeply"),
        ("x*", "fits everywhere"),
        ("", "fits everywhere"),
        (".", "was found more than 1,000 times"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_told(shared: Search, pattern: str, said: str) -> None:
    done = shared.run([pattern, "c"], ["b" * 1500 + "c"])
    assert said in done.failures[pattern].why.format(where="")
    assert done.found == {("c", 0): [(1500, 1501)]}


@pytest.mark.timed
def test_many_notes_are_one_question(shared: Search) -> None:
    texts = [f"note {n} Ibid. and more" for n in range(20_000)]
    began = time.monotonic()
    done = shared.run([r"\bIbid\b", "zzz", "qqq"], texts)
    assert len(done.found) == 20_000
    assert time.monotonic() - began < 10


def test_a_child_that_does_not_start_is_told(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process.sys, "executable", "/nowhere/python")
    assert "does not start" in search.run(["a"], ["a"]).failures["a"].why


def test_a_child_that_was_ended_from_outside_is_started_again(search: Search, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "DEADLINE", 30.0)
    assert search.run(["a"], ["a"]).failures == {}
    child = search._process
    assert child is not None
    child.kill()
    child.wait()
    done = search.run(["a", "b"], ["ab"])
    assert (done.failures, len(done.found)) == ({}, 2)


def test_closing_leaves_no_process(search: Search) -> None:
    search.run(["a"], ["a"])
    child = search._process
    assert child is not None
    search.close()
    assert child.poll() is not None
    search.close()


@pytest.mark.timed
@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_an_interruption_ends_the_child_too(tmp_path: Path) -> None:
    (tmp_path / "essay.txt").write_text(f"[1] {FATAL} Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).\n")
    (tmp_path / "citelint.toml").write_text(f"[[house]]\ncode = 'HOU001'\npattern = '{RUNAWAY[:-1]}c'\nmessage = 'x'\n")
    code = (
        "import citelint.house.process as p, sys; p.DEADLINE = 60.0;"
        "old = p.Search._send;"
        "p.Search._send = lambda s, r: (old(s, r), print(s._process.pid, flush=True))[0];"
        "from citelint.cli.main import run; sys.argv = ['citelint', 'essay.txt']; run()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    )
    assert running.stdout is not None
    child = int(running.stdout.readline())
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=30)
    assert running.returncode == 130, errors
    assert errors.strip() == b"citelint: interrupted"
    deadline = time.monotonic() + 10
    while Path(f"/proc/{child}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists()
