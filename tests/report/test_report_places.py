"""Where the words of a finding stand, as a person is shown them: marks in the body, wrapped notes, narrow lines."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import run

from citelint.config import Config
from citelint.model.run import FileResult
from citelint.pipeline import check
from citelint.report import reporter
from citelint.report.layout.cells import cells
from citelint.report.layout.look import Look

MARKED = """\
The rule is old[^1]. It failed[^2] badly.[^1]
And another paragraph—[^3]that goes on.

[^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
[^2]: See Jane Roe, Short
    Forms, 90 Yale L.J. 1 (1981).
[^3]: See Jane
    Roe, supra note
    1, at 4.
"""


def piece(text: str, name: str) -> FileResult:
    data = text if name.endswith(".md") else text.replace("]:", "]").replace("[^", "[")
    return check(data.encode(), name, Config())


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@pytest.mark.parametrize("expand", [False, True])
def test_a_finding_about_a_mark_is_shown_at_the_mark(name: str, expand: bool) -> None:
    lines = reporter("full")(run(piece(MARKED, name)), Look(expand=expand)).splitlines()
    where = next(place for place, line in enumerate(lines) if line.startswith("  line 1 | The rule is old"))
    sign = "^^^^^" if name == "essay.md" else "^^^^"
    assert lines[where + 1] == f"         |                {sign} the mark goes behind it"
    assert any(line.startswith("  line 2 | And another paragraph—") for line in lines)
    assert any(line.endswith("| this mark was used before") for line in lines)
    assert "  3 | See Jane Roe, supra note 1, at 4." in lines


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@pytest.mark.parametrize("format_name", ["full", "concise", "plain", "github"])
def test_the_indent_of_a_wrapped_note_is_shown_nowhere(format_name: str, name: str, end: str) -> None:
    result = piece(MARKED.replace("\n", end), name)
    told = reporter(format_name)(run(result), Look())
    assert "supra note 1" in told or format_name in ("concise", "github")
    assert "Jane Roe" in told
    assert not [word for word in ("%0A", "Jane  ", "supra note  ") if word in told]


def test_a_line_for_people_that_is_not_the_manuscripts_fits() -> None:
    path = "papers/winter/essay-of-the-winter.md"
    result = replace(piece(MARKED, "essay.md"), path=path)
    look = Look(fixable=True, paths=(path,), narrowing=" --select NUM --suggestions", suggestions=True)
    for expand in (False, True):
        lines = reporter("full")(run(result), replace(look, expand=expand)).splitlines()
        assert max(map(cells, lines)) <= 80
    assert f"  citelint fix --select NUM --suggestions {path}" in lines
    assert "2 fixes are safe, 1 wants your eye:" in lines
    plain = reporter("plain")(run(result), look).splitlines()
    assert plain[-1] == f"2 fixes are safe, 1 wants your eye: citelint fix --select NUM --suggestions {path}."
