"""Which configuration holds for which folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from citelint.config.find import nearest

TABLE = '[project]\nname = "x"\n[tool.citelint]\nedition = 20\n'


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder some steps below the home folder."""
    home = tmp_path / "home"
    folder = home / "journal" / "volume" / "issue"
    folder.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return folder


def found(folder: Path) -> Path | None:
    path = nearest(str(folder))
    return None if path is None else Path(path)


def test_there_may_be_none(deep: Path) -> None:
    assert found(deep) is None


def test_the_nearest_wins_whole(deep: Path) -> None:
    far, near = deep.parent.parent / "citelint.toml", deep.parent / "citelint.toml"
    far.write_text("")
    assert found(deep) == far
    near.write_text("")
    assert found(deep) == near


def test_a_project_file_counts_where_it_has_the_table(deep: Path) -> None:
    own, project = deep.parent / "citelint.toml", deep / "pyproject.toml"
    own.write_text("")
    project.write_text('[project]\nname = "x"\ndependencies = ["citelint"]\n')
    assert found(deep) == own
    project.write_text(TABLE)
    assert found(deep) == project
    (deep / "citelint.toml").write_text("")
    assert found(deep) == deep / "citelint.toml"


def test_a_project_file_that_is_damaged_and_names_citelint_is_not_passed_over(deep: Path) -> None:
    project = deep / "pyproject.toml"
    project.write_text("[tool.citelint]\nedition = = 20\n")
    assert found(deep) == project
    project.write_text("[tool.other]\nx = = 20\n")
    assert found(deep) is None


def test_the_search_ends_at_the_home_folder(deep: Path) -> None:
    home = deep.parent.parent.parent
    (home.parent / "citelint.toml").write_text("")
    assert found(deep) is None
    (home / "citelint.toml").write_text("")
    assert found(deep) == home / "citelint.toml"


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_the_search_ends_at_the_root_of_a_repository(deep: Path, kind: str) -> None:
    above = deep.parent.parent / "citelint.toml"
    above.write_text("")
    root = deep.parent / ".git"
    if kind == "folder":
        root.mkdir()
    else:
        root.write_text("gitdir: elsewhere\n")
    assert found(deep) is None
    (deep.parent / "citelint.toml").write_text("")
    assert found(deep) == deep.parent / "citelint.toml"


def test_nothing_is_taken_from_above_where_anybody_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    shared = tmp_path / "shared"
    mine = shared / "mine"
    mine.mkdir(parents=True)
    (shared / "citelint.toml").write_text("")
    assert found(mine) == shared / "citelint.toml"
    shared.chmod(0o777)
    assert found(mine) is None
    assert found(shared) == shared / "citelint.toml"
