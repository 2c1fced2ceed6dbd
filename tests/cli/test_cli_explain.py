"""`explain` and `rules`."""

from __future__ import annotations

import json
import re

import pytest
from conftest import Cli
from test_cli_codes import write

from citelint.report.layout.cells import cells
from citelint.rules import all_rules

CODES = [rule.code for rule in all_rules()]
ESSAY = """\
[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Id. at 920
[3] Ellison, supra note 1, at 930.
"""


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_page_that_fits(cli: Cli, code: str) -> None:
    result = cli("explain", code)
    assert result.exit_code == 0, result.stderr
    lines = result.stdout.splitlines()
    rule = next(rule for rule in all_rules() if rule.code == code)
    assert lines[0] == f"{code} {rule.name}"
    assert max(map(cells, lines)) <= 80
    assert f"  severity: {rule.severity.value}" in result.stdout
    assert result.stdout.count("  Wrong:") == len(rule.bad)
    assert result.stdout.count("  Right:") == len(rule.good)
    if rule.bluebook:
        assert rule.bluebook in result.stdout


def test_a_rule_goes_by_code_or_name_in_any_case(cli: Cli) -> None:
    page = cli("explain", "NUM011").stdout
    assert page == cli("explain", "num011").stdout
    assert page == cli("explain", "note-ends-without-period").stdout
    assert page == cli("explain", "note_ends_without_period").stdout


def test_the_carets_of_an_example_stand_beneath_what_they_mean(cli: Cli) -> None:
    lines = cli("explain", "NUM001").stdout.splitlines()
    below = next(i for i, line in enumerate(lines) if line.strip() and not line.strip(" ^"))
    start = lines[below].index("^")
    assert lines[below - 1][start : start + lines[below].count("^")] == "[3]"


def test_a_note_is_explained_with_what_it_means_and_what_is_wrong(cli: Cli) -> None:
    path = write("essay.txt", ESSAY)
    result = cli("explain", "note:2", path)
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(
        "essay.txt\n\n  2 | Id. at 920\n  * Id. at 920\n      → note 1, Mara Ellison, Dockets"
    )
    assert "warning NUM011 note-ends-without-period\n  --> essay.txt:2:" in result.stdout
    assert "note 3" not in result.stdout
    assert "reported on note 2." in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["explain", "note:2"], "name the file too"),
        (["explain", "NUM011", "essay.txt"], "a note with one: citelint explain note:12 essay.txt"),
        (["explain", "note:9", "essay.txt"], "citelint: there is no note 9: the notes run from 1 to 3"),
        (["explain", "note:x-y-z!", "gone.txt"], "no such file"),
        (["explain", "NUM9"], "did you mean"),
        (["explain"], "Missing argument"),
    ],
)
def test_what_cannot_be_explained_is_2(cli: Cli, args: list[str], said: str) -> None:
    write("essay.txt", ESSAY)
    result = cli(*args)
    assert result.exit_code == 2
    assert said.casefold() in result.stderr.casefold()


@pytest.mark.parametrize("name", ["XRF", "xrf", "XRF00"])
def test_a_family_is_told_with_its_rules(cli: Cli, name: str) -> None:
    lines = cli("explain", name).stdout.splitlines()
    assert lines[0] == "XRF: cross-references, their numbers and their form."
    listed = [line[:6] for line in lines if line.startswith("XRF0")]
    assert listed == [code for code in CODES if code.startswith(name.upper())]
    assert max(map(len, lines)) <= 80


def test_the_beginning_of_one_code_alone_is_the_page_of_its_rule(cli: Cli) -> None:
    assert cli("explain", "PUN0").stdout == cli("explain", "PUN002").stdout


def test_the_list_of_rules_has_columns(cli: Cli) -> None:
    head, *rows = [line for line in cli("rules", COLUMNS="120").stdout.splitlines()[:-1] if line]
    assert head.split() == ["code", "name", "severity", "default", "fix", "Bluebook"]
    starts = [head.index(word) for word in head.split()]
    for rule, row in zip(all_rules(), rows, strict=True):
        cells = [row[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
        assert cells[:3] == [rule.code, rule.name, rule.severity.value]
        assert cells[3] == {True: "on", False: "off"}.get(rule.default, rule.default)
        assert cells[4] == ("yes" if rule.fixable else "")
        assert cells[5].endswith(rule.bluebook)
    narrow = cli("rules").stdout.splitlines()
    assert narrow[0].split() == head.split()[:-1]
    assert all(word in narrow[1] for word in ("HER001", "hereinafter-undefined-label", "warning", "on"))


def test_the_rules_are_listed_within_the_width(cli: Cli) -> None:
    result = cli("rules")
    assert result.exit_code == 0
    listed = re.findall(r"^([A-Z]{2,3}\d{3}) ", result.stdout, re.M)
    assert listed == CODES
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stdout.endswith(f"{len(CODES)} rules. citelint explain CODE tells more of one.\n")


def test_the_rules_are_listed_for_machines(cli: Cli) -> None:
    answer = json.loads(cli("rules", "--format", "json").stdout)
    assert answer["schema"] == 1
    assert [rule["code"] for rule in answer["rules"]] == CODES
    keys = ["code", "name", "family", "severity", "default", "fixable", "bluebook", "indigo", "editions"]
    assert all(list(rule) == [*keys, "summary", "doc"] for rule in answer["rules"])


def test_the_rules_are_listed_as_a_table_of_markdown(cli: Cli) -> None:
    lines = cli("rules", "--format", "md").stdout.splitlines()
    assert len(lines) == len(CODES) + 2
    assert all(line.count(" | ") == 6 or "\\|" in line for line in lines if not line.startswith("|---"))
