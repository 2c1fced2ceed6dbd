"""The committed tables are what the sources make, and quick to read."""

from __future__ import annotations

import subprocess
import sys
import time
import tomllib
from importlib.metadata import PackageNotFoundError, version
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from citelint.tables.entries import entries, lines, values
from citelint.tables.folding import squeeze

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "src" / "citelint" / "tables").glob("*.txt"))
UNFOLDED = {"acronyms", "history"}


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that makes the tables, as a module."""
    spec = spec_from_file_location("make_tables", ROOT / "scripts" / "make_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def header(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().rstrip("\n")


def pinned() -> dict[str, str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return dict(pin.split("==") for pin in project["dependency-groups"]["tables"])


def installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_committed_table_is_what_the_script_makes_now(path: Path, script: ModuleType) -> None:
    sources, _ = script.TABLES[path.stem]
    for package, wanted in pinned().items():
        # Tables that need no package are checked even where none is installed.
        if package in sources and installed(package) != wanted:
            pytest.skip(f"{package} {wanted} is not installed (pip install --group tables)")
    assert path.read_text(encoding="utf-8") == script.made(path.stem), "run python scripts/make_tables.py"


def test_script_and_folder_have_the_same_tables(script: ModuleType) -> None:
    assert {path.stem for path in FILES} == set(script.TABLES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_header_names_the_pinned_versions(path: Path) -> None:
    named = dict(part.rsplit(" ", 1) for part in header(path).removeprefix("# ").split("; ") if "-db " in part)
    assert all(pinned()[package] == number for package, number in named.items())


def test_every_pinned_package_is_the_source_of_some_table() -> None:
    headers = " ".join(header(path) for path in FILES)
    assert all(f"{package} {number}" in headers for package, number in pinned().items())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_table_is_sorted_folded_and_not_empty(path: Path) -> None:
    rows = lines(path.stem)
    assert len(rows) >= 30
    assert list(rows) == sorted(set(rows))
    assert "" not in rows
    if path.stem not in UNFOLDED:
        names = [row.partition("\t")[0] for row in rows]
        assert names == [squeeze(name) for name in names]


def test_large_tables_are_large() -> None:
    assert len(entries("reporters")) > 3000
    assert len(entries("journals")) > 1500
    assert len(entries("courts")) > 1000
    assert len(entries("abbreviations")) > 900
    assert len(values("codes")) > 550
    assert len(entries("outlets")) > 700


@pytest.mark.timed
def test_reading_every_table_is_quick() -> None:
    best = min(read_all() for _ in range(3))
    # Each takes well under a millisecond; the bound is generous for a busy machine.
    assert best < 0.002 * len(FILES)


def read_all() -> float:
    start = time.perf_counter()
    for path in FILES:
        frozenset(lines.__wrapped__(path.stem))
    return time.perf_counter() - start


def test_importing_the_loaders_reads_no_table_and_no_database() -> None:
    modules = sorted(path.stem for path in (ROOT / "src" / "citelint" / "tables").glob("[a-z]*.py"))
    code = (
        "import sys, importlib\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == 'open' else None)\n"
        f"for name in {modules}: importlib.import_module('citelint.tables.' + name)\n"
        "assert not [name for name in opened if name.endswith(('.txt', '.json'))], opened\n"
        "from citelint.tables.reporters import is_reporter\n"
        "assert is_reporter('U.S.')\n"
        "assert [name for name in opened if name.endswith('reporters.txt')]\n"
        "assert not {'reporters_db', 'courts_db', 'json'} & set(sys.modules), sys.modules.keys()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT / "src")
    assert done.returncode == 0, done.stderr


def test_notices_carry_the_licences_of_the_sources() -> None:
    notices = (ROOT / "THIRD_PARTY.md").read_text(encoding="utf-8")
    for package, number in pinned().items():
        assert f"{package} {number}" in notices
    assert notices.count("Redistributions in binary form must reproduce the above copyright notice") == 2
    assert notices.count("Free Law Project") >= 2
    assert "CC0" in notices
