"""The table: without conflicts, the same after it was kept, and made anew whenever what was kept is no good."""

from __future__ import annotations

import json
import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from lark import Lark

from citelint.parse import table as tables
from citelint.parse.grammar import Table, build_table, grammar_text, table_key
from citelint.parse.names import RETYPED

CLASH = ("conflict", "collision")
PROGRAM = """
from citelint.config import Config
from citelint.pipeline import understand
found = understand("[1] Cohen, supra note 3, at 4.".encode(), "a.txt", Config())
print(found.references)
"""


@pytest.fixture(scope="module")
def built() -> Table:
    return build_table()


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Give an empty cache folder, and forget the table that this process has."""
    monkeypatch.setenv("CITELINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(tables, "packed_table", lambda: tmp_path / "no-wheel.json")
    tables.automaton.cache_clear()
    yield tmp_path / "cache" / "citelint"
    tables.automaton.cache_clear()


def clashes(grammar: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Give what Lark logs of conflicts while it makes a table."""
    caplog.clear()
    with caplog.at_level(logging.DEBUG, logger="lark"):
        Lark(grammar, parser="lalr", lexer="contextual", start="note", debug=True)
    return [r.getMessage() for r in caplog.records if any(word in r.getMessage().lower() for word in CLASH)]


def test_the_grammar_has_no_conflict(caplog: pytest.LogCaptureFixture) -> None:
    assert clashes(grammar_text(), caplog) == []


def test_a_conflict_would_be_seen(caplog: pytest.LogCaptureFixture) -> None:
    assert clashes('note: "a" note "b" note | "a" note | "c"\n', caplog) != []


def test_no_rule_settles_a_conflict_by_its_priority() -> None:
    lark = Lark(grammar_text(), parser="lalr", lexer="contextual", start="note")
    assert [rule for rule in lark.rules if rule.options.priority] == []


def test_where_a_looked_up_name_may_come_its_shape_may_come(built: Table) -> None:
    """REPORTER and CODE have no pattern: a state that knows them and not PERIODICAL would never see one."""
    deaf = [s for s in built["states"] if s.keys() & {"REPORTER", "CODE"} and "PERIODICAL" not in s]
    assert deaf == []
    deaf = [s for s in built["states"] if "ENDING" in s and "ABBREVIATION" not in s]
    assert deaf == []


def test_every_terminal_that_is_looked_up_is_one_of_the_grammar(built: Table) -> None:
    assert RETYPED.keys() <= built["patterns"].keys()


def test_a_kept_table_is_the_table(folder: Path, built: Table) -> None:
    tables.keep(built)
    (file,) = folder.iterdir()
    kept = tables.read_table(file)
    assert kept is not None
    first, second = tables.Automaton(built), tables.Automaton(kept)
    assert (first.start, first.rules, first.default) == (second.start, second.rules, second.default)
    assert first.actions == second.actions
    for one, other in zip(first.lexers, second.lexers, strict=True):
        assert one.names == other.names
        assert one.add("Se") == other.add("Se")


def test_building_twice_gives_the_same(built: Table) -> None:
    assert json.dumps(build_table()) == json.dumps(built)


def test_the_table_is_built_once_and_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    monkeypatch.setattr(tables, "build_table", lambda: built.append(1) or build_table())
    tables.automaton()
    assert [file.name for file in folder.iterdir()] == [f"table-{table_key()}.json"]
    tables.automaton.cache_clear()
    tables.automaton()
    assert len(built) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="modes are others there")
def test_nobody_else_may_read_or_write_the_folder(folder: Path) -> None:
    tables.automaton()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"null",
        b"[]",
        b"{}",
        b'{"key": "another"}',
        json.dumps({"key": table_key()}).encode(),
        json.dumps({"key": table_key(), "start": 0, "patterns": {}, "states": [], "rules": [], "lexers": []}).encode(),
        json.dumps({"key": table_key(), "start": "x", "patterns": 1, "states": 2, "rules": 3, "lexers": 4}).encode(),
        b"[" * 100_000,
    ],
    ids=range(11),
)
def test_a_damaged_table_is_made_anew(
    folder: Path, built: Table, monkeypatch: pytest.MonkeyPatch, damaged: bytes
) -> None:
    monkeypatch.setattr(tables, "build_table", lambda: built)  # building gives the same each time, see above
    folder.mkdir(parents=True)
    file = folder / f"table-{table_key()}.json"
    file.write_bytes(damaged)
    assert len(tables.automaton().actions) > 50
    assert file.read_bytes() != damaged


def test_a_table_cut_short_is_made_anew(folder: Path, built: Table) -> None:
    tables.keep(built)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    tables.automaton()
    assert tables.read_table(file) is not None


def run(**environment: str) -> subprocess.Popen[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("CITELINT_CACHE", "XDG_CACHE_HOME")}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        env=kept | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("variable", ["CITELINT_CACHE", "XDG_CACHE_HOME", "HOME"])
def test_a_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path, variable: str) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    done = run(**{variable: str(tmp_path / "file" / "below")})
    assert done.communicate(timeout=60) == ("1\n", "")
    assert (tmp_path / "file").read_text("utf-8") == "in the way"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that refuses us")
def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert run(CITELINT_CACHE=str(tmp_path)).communicate(timeout=60) == ("1\n", "")


def test_two_processes_at_once_leave_one_whole_table(tmp_path: Path) -> None:
    both = [run(CITELINT_CACHE=str(tmp_path)) for _ in range(2)]
    assert [one.communicate(timeout=60) for one in both] == [("1\n", "")] * 2
    (file,) = (tmp_path / "citelint").iterdir()
    assert tables.read_table(file) is not None


def test_tables_of_older_grammars_are_removed_and_nothing_else_is(folder: Path, built: Table) -> None:
    folder.mkdir(parents=True)
    older = [folder / f"table-{number:032x}.json" for number in range(6)]
    others = [folder / "table-mine.json", folder / "results.json"]
    for age, path in enumerate([*older, *others]):
        path.write_text("{}", "utf-8")
        os.utime(path, (1000 + age, 1000 + age))
    tables.keep(built)
    kept = [*older[-(tables.MOST_KEPT - 1) :], folder / f"table-{table_key()}.json"]
    assert sorted(folder.iterdir()) == sorted([*kept, *others])
