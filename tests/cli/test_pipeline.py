"""The pipeline: the order of its stages, what it does with what cannot be read, and the collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from citelint.config import Config
from citelint.lint import UnknownRule
from citelint.pipeline import check, collector_paused, follow, understand, without_notes

ESSAY = b"""\
[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Id. at 920
"""


@pytest.fixture
def collector() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_each_function_gives_as_much_as_was_asked_for() -> None:
    done: list[str] = []
    parsed = understand(ESSAY, "essay.txt", Config(), done.append)
    assert (parsed.notes, parsed.citations, parsed.references) == (2, 1, 1)
    assert (parsed.links, parsed.diagnostics, done) == (None, (), ["read", "parse"])
    linked = follow(ESSAY, "essay.txt", Config())
    assert linked.links is not None
    assert linked.diagnostics == ()
    done.clear()
    linted = check(ESSAY, "essay.txt", Config(select=("NUM011",)), done.append)
    assert [d.code for d in linted.diagnostics] == ["NUM011"]
    assert done == ["read", "parse", "resolve", "lint"]


def test_what_cannot_be_read_is_a_result_with_an_error() -> None:
    for stage in (understand, follow, check):
        result = stage(ESSAY, "essay.xyz", Config(), lambda stage: None)
        assert result.document is None
        assert result.error is not None
        assert ".xyz" in result.error


def test_an_unknown_rule_is_raised() -> None:
    with pytest.raises(UnknownRule):
        check(ESSAY, "essay.txt", Config(select=("XYZ123",)))


def test_a_piece_without_notes_gets_the_one_finding_that_no_selection_reaches() -> None:
    config = Config(select=("SUP",), ignore=("NUM",))
    result = without_notes(understand(b"Not a note.\n", "essay.txt", config), config)
    assert [d.code for d in result.diagnostics] == ["NUM000"]
    assert result.error is not None
    assert "NUM000" in result.error


@pytest.mark.usefixtures("collector")
def test_the_collector_is_off_while_the_model_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    from citelint import parse

    was: list[bool] = []
    real = parse.parse
    monkeypatch.setattr("citelint.parse.parse", lambda *args: (was.append(gc.isenabled()), real(*args))[1])
    understand(ESSAY, "essay.txt", Config())
    assert was == [False]
    assert gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_the_collector_is_on_again_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("citelint.parse.parse", fail)
    with pytest.raises(ZeroDivisionError):
        understand(ESSAY, "essay.txt", Config())
    assert gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with collector_paused():
        pass
    assert not gc.isenabled()
