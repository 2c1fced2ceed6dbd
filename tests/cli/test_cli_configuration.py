"""The configuration as people meet it: what a file beside the essay changes, and what a wrong one is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from conftest import Cli

PIECE = """\
[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).
[2] Owen Tarr, Ledgers, 90 Yale L.J. 1 (1981)
[3] Ellison, supra note 2.
[4] Ibid. at 7.
"""
"""NUM011 in note 2, SUP002 in note 3, ID010 in note 4."""
LOOKED_AT = ("NUM011", "SUP001", "SUP002", "ID010", "SHF002", "ID012")


def put(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def codes(result: Result) -> dict[str, list[str]]:
    files: list[dict[str, Any]] = json.loads(result.stdout)["files"]
    return {f["path"]: sorted(c for d in f["findings"] if (c := d["code"]) in LOOKED_AT) for f in files}


@pytest.fixture
def found(cli: Cli) -> Any:
    """Check with `citelint check --format json`, and give the codes found in each file."""
    put("essay.txt", PIECE)

    def call(*args: str, **env: str) -> dict[str, list[str]]:
        result = cli("check", "--format", "json", *(args or ("essay.txt",)), **env)
        assert result.exit_code in (0, 1), result.stderr
        return codes(result)

    return call


def test_without_a_file_the_defaults_hold(found: Any) -> None:
    assert found() == {"essay.txt": ["ID010", "NUM011", "SUP002"]}


def test_flag_before_environment_before_file(found: Any) -> None:
    put("citelint.toml", 'select = ["SUP"]\n')
    assert found() == {"essay.txt": ["SUP002"]}
    assert found(CITELINT_SELECT="ID") == {"essay.txt": ["ID010"]}
    assert found("essay.txt", "--select", "NUM", CITELINT_SELECT="ID") == {"essay.txt": ["NUM011"]}
    assert found("essay.txt", "--isolated") == {"essay.txt": ["ID010", "NUM011", "SUP002"]}


def test_ignoring_adds_to_what_the_file_ignores(found: Any) -> None:
    put("citelint.toml", 'ignore = ["SUP002"]\n')
    assert found() == {"essay.txt": ["ID010", "NUM011"]}
    assert found("essay.txt", "--ignore", "ID") == {"essay.txt": ["NUM011"]}
    assert found("essay.txt", "--extend-select", "SUP") == {"essay.txt": ["ID010", "NUM011", "SUP002"]}
    assert found("essay.txt", "--select", "SUP002") == {"essay.txt": ["SUP002"]}


def test_a_flag_ignores_what_the_file_selects(found: Any) -> None:
    put("citelint.toml", 'extend-select = ["SUP002"]\n')
    assert found("essay.txt", "--ignore", "SUP") == {"essay.txt": ["ID010", "NUM011"]}


def test_each_file_has_the_configuration_nearest_to_it(found: Any) -> None:
    put("citelint.toml", 'select = ["SUP"]\n')
    put("a/essay.txt", PIECE)
    put("b/pyproject.toml", '[tool.citelint]\nselect = ["ID"]\n')
    put("b/deep/essay.txt", PIECE)
    assert found(".") == {"a/essay.txt": ["SUP002"], "b/deep/essay.txt": ["ID010"], "essay.txt": ["SUP002"]}
    other = put("elsewhere/house.toml", 'select = ["NUM"]\n')
    assert set(map(tuple, found(".", "--config", str(other)).values())) == {("NUM011",)}


def test_exit_codes_follow_the_configuration_of_each_file(cli: Cli) -> None:
    put("a/essay.txt", PIECE)
    put("a/citelint.toml", 'fail-on = "never"\n')
    put("b/essay.txt", PIECE)
    assert cli("a").exit_code == 0
    assert cli("a", "b").exit_code == 1
    put("b/citelint.toml", 'fail-on = "error"\n[severity]\nSUP002 = "warning"\nID010 = "suggestion"\n')
    assert cli("a", "b", "--ignore", "ID007").exit_code == 0
    assert cli("a", "b", "--fail-on", "warning").exit_code == 1


def test_severities_are_set(cli: Cli) -> None:
    put("essay.txt", PIECE)
    put("citelint.toml", '[severity]\nsupra-wrong-note = "suggestion"\nNUM = "error"\n')
    told = cli("--format", "concise", "--suggestions", "essay.txt").stdout
    assert "suggestion SUP002" in told
    assert "error NUM011" in told


def test_rules_are_left_out_of_some_files_whatever_is_selected(found: Any) -> None:
    put("citelint.toml", '[per-file-ignores]\n"reviews/*" = ["SUP", "note-ends-without-period"]\n"*.md" = ["ID"]\n')
    put("reviews/essay.txt", PIECE)
    assert found(".", "--select", "SUP002,ID010,NUM011") == {
        "essay.txt": ["ID010", "NUM011", "SUP002"],
        "reviews/essay.txt": ["ID010"],
    }


def test_folders_are_walked_for_what_is_included_and_not_excluded(found: Any) -> None:
    put("citelint.toml", 'include = ["*.txt"]\nexclude = ["drafts/**", "old-*"]\nselect = ["SUP"]\n')
    for path in ("drafts/one.txt", "two.md", "old-three.txt", "deep/drafts/four.txt", "deep/five.txt"):
        put(path, PIECE)
    assert list(found(".")) == ["deep/five.txt", "essay.txt"]
    assert list(found("old-three.txt")) == ["old-three.txt"]
    assert list(found(".", "old-three.txt", "--force-exclude")) == ["deep/five.txt", "essay.txt"]
    assert list(found(".", "--exclude", "deep")) == ["drafts/one.txt", "essay.txt", "old-three.txt"]


def test_patterns_are_seen_from_the_folder_of_the_file(found: Any, tmp_path: Path) -> None:
    nested = tmp_path.name
    put("citelint.toml", f'exclude = ["{nested}"]\nselect = ["SUP"]\n')
    assert list(found(str(tmp_path))) == [str(tmp_path / "essay.txt")]


def test_a_file_that_is_included_and_has_no_reader_is_no_pass(cli: Cli) -> None:
    put("essay.txt", PIECE)
    put("old.wpd", PIECE)
    put("citelint.toml", 'include = ["*.txt", "*.wpd"]\n')
    result = cli(".")
    assert result.exit_code == 2
    assert "old.wpd: no reader for .wpd files" in result.stderr


def test_the_window_of_short_forms_and_the_edition_are_heeded(found: Any) -> None:
    between = "".join(f"[{n}] Mara Ellison, Dockets {n}, {n} Colum. L. Rev. 901 (2018).\n" for n in range(2, 6))
    put("essay.txt", f"[1] Katz v. United States, 389 U.S. 347 (1967).\n{between}[6] Katz, 389 U.S. at 350.\n")
    assert found("essay.txt", "--select", "SHF002") == {"essay.txt": []}
    put("citelint.toml", "[rules]\ncase-short-form-window = 3\n")
    assert found("essay.txt", "--select", "SHF002") == {"essay.txt": ["SHF002"]}


def test_an_excerpt_may_be_set_in_the_file(found: Any) -> None:
    put("essay.txt", "[7] Id.\n[8] Ellison, supra note 2.\n")
    put("citelint.toml", "first-note = 7\n")
    assert "SUP001" not in found()["essay.txt"]


def test_the_encoding_may_be_set_in_the_file(cli: Cli) -> None:
    Path("essay.txt").write_bytes(PIECE.replace("Ellison", "Éllison").encode("cp1252"))
    put("citelint.toml", 'encoding = "cp1252"\n')
    assert "Éllison" in cli("notes", "--format", "json", "essay.txt").stdout


def test_standard_input_has_the_configuration_of_its_name(cli: Cli) -> None:
    put("a/citelint.toml", 'select = ["NUM"]\n')
    result = cli("check", "-", "--format", "json", "--stdin-filename", "a/x.txt", stdin=PIECE)
    assert codes(result) == {"a/x.txt": ["NUM011"]}
    put("citelint.toml", 'select = ["SUP"]\n')
    assert codes(cli("check", "-", "--format", "json", stdin=PIECE)) == {"<stdin>": ["SUP002"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("edition = = 20", "citelint.toml:1: no TOML: invalid value"),
        ("editon = 20", "citelint.toml:1: editon: no such key: did you mean edition?"),
        ("edition = 23", "citelint.toml:1: edition: expected one of 20, 21, 22, not 23"),
        (
            '\nselect = [\n"SUP",\n"SUO002"]',
            'citelint.toml:4: select: no rule is called "SUO002": did you mean SUP002?',
        ),
        ('ignore = ["supra-wrong-not"]', 'ignore: no rule is called "supra-wrong-not": did you mean supra-wrong-note?'),
        ('extend-select = ["qqqqqq"]', 'citelint.toml:1: extend-select: no rule is called "qqqqqq"'),
        ('[severity]\nSPU = "error"', 'citelint.toml:2: severity: no rule is called "SPU": did you mean SUP?'),
        ('[per-file-ignores]\n"a/*" = ["SFH"]', 'citelint.toml:2: per-file-ignores: a/*: no rule is called "SFH": did'),
        (
            '[[house]]\ncode = "SUP901"\npattern = "a"\nmessage = "b"',
            "citelint.toml:3: house: code: the family SUP is citelint's own: take another, like HOU901",
        ),
        (
            '[[house]]\ncode = "HOU901"\npattern = "a"\nmessage = "b"\nname = "supra-wrong-note"',
            "citelint.toml:3: house: name: supra-wrong-note is a rule of citelint's own",
        ),
    ],
)
def test_a_wrong_file_is_2_and_one_line_before_anything_is_checked(cli: Cli, text: str, said: str) -> None:
    put("essay.txt", PIECE)
    put("citelint.toml", text)
    result = cli("essay.txt")
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("citelint: ")
    assert said in line
    assert cli("essay.txt", "--isolated").exit_code == 1


def test_what_is_wrong_in_one_folder_stops_the_run_and_names_the_file(cli: Cli) -> None:
    put("a/essay.txt", PIECE)
    put("b/essay.txt", PIECE)
    put("b/citelint.toml", "edition = 1\nstyl = 2\n")
    result = cli("a", "b")
    assert result.exit_code == 2
    assert [line.partition(": ")[2][:18] for line in result.stderr.splitlines()] == [
        "b/citelint.toml:1:",
        "b/citelint.toml:2:",
    ]


def test_a_configuration_that_is_named_has_to_be_there(cli: Cli) -> None:
    put("essay.txt", PIECE)
    for command in ("check", "notes", "resolve"):
        result = cli(command, "essay.txt", "--config", "none.toml")
        assert (result.exit_code, result.stderr) == (2, "citelint: none.toml: no such file\n")
    assert cli("essay.txt", "--config", "x.toml", "--isolated").exit_code == 2


def test_a_project_file_that_is_named_needs_no_table(cli: Cli) -> None:
    put("essay.txt", PIECE)
    put("other/pyproject.toml", "[project]\nname = 'x'\n")
    assert cli("essay.txt", "--config", "other/pyproject.toml").exit_code == 1


def test_an_excerpt_that_ends_before_it_begins_is_told_with_both_places(cli: Cli) -> None:
    put("essay.txt", PIECE)
    put("citelint.toml", "first-note = 9\n")
    result = cli("essay.txt", "--last-note", "3")
    assert result.exit_code == 2
    assert "--last-note: last-note 3 stands before citelint.toml:1: first-note 9" in result.stderr


def test_explaining_a_note_heeds_the_configuration(cli: Cli) -> None:
    put("essay.txt", PIECE)
    put("citelint.toml", 'ignore = ["SUP"]\n')
    assert "SUP002" not in cli("explain", "note:3", "essay.txt").stdout
