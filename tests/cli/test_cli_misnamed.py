"""Markdown that has no name or another: it is read as what it is, or nobody takes it for checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Cli

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_markdown_on_standard_input_is_checked_as_the_file_is(cli: Cli, encoding: str) -> None:
    essay = (SAMPLES / "broken" / "inserted-note.md").read_text("utf-8").encode(encoding)
    Path("essay.md").write_bytes(essay)
    named, piped = cli("essay.md", "--format", "concise"), cli("-", "--format", "concise", stdin=essay)
    assert named.exit_code == piped.exit_code == 1
    assert "6 errors" in named.stdout
    assert piped.stdout == named.stdout.replace("essay.md", "<stdin>").replace("fix <stdin>", "fix -")


MARKDOWN = "A text.[^1] More.[^2]\n\n[^1]: Ruth Lin, *Clerks* 12 (2018).\n[^2]: Lin, *supra* note 9, at 3.\n"
EMPHASIS = "A text.[1] More.[2]\n\n[1] Ruth Lin, Clerks 12 (2018).\n[2] Lin, _supra_ note 9, at 3; *Id*. at 4.\n"


@pytest.mark.parametrize("command", ["check", "resolve", "fix", "notes"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            MARKDOWN,
            "1 reference was not read: *supra* is Markdown, and the file is named as plain text: give it a name in .md",
        ),
        (
            EMPHASIS,
            "2 references were not read: _supra_ has signs of emphasis, which plain text does not have: take them away",
        ),
    ],
)
def test_references_that_plain_text_does_not_read_are_no_pass(cli: Cli, command: str, text: str, said: str) -> None:
    Path("essay.txt").write_text(text)
    result = cli(command, "essay.txt")
    assert result.exit_code == 2
    assert f"citelint: essay.txt: {said}\n" in result.stderr
    if command == "check":
        assert "1 file was not checked in full.\n" in result.stdout


@pytest.mark.parametrize(
    "note",
    ["* Ruth Lin, Clerks 12 (2018).", "http://example.org/?_id=5_id_ (2018).", "Lin * supra * 4.", "A _title_ id."],
)
def test_what_is_no_reference_in_signs_of_emphasis_is_none(cli: Cli, note: str) -> None:
    Path("essay.txt").write_text(f"A text.[1]\n\n[1] {note}\n")
    assert "not read" not in cli("essay.txt").stderr
