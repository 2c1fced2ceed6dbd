"""Fixing what was selected, where a cause was selected and what follows from it was not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from citelint.cli.main import commands

SHIFTED = Path(__file__).parents[2] / "samples" / "broken" / "inserted-note.md"


@pytest.mark.parametrize("more", [(), ("--renumber",)])
@pytest.mark.parametrize("config", ["", '[severity]\nSUP002 = "suggestion"\n'])
def test_the_fix_of_a_cause_that_was_selected_alone_is_that_of_its_members(
    more: tuple[str, ...], config: str, tmp_path: Path
) -> None:
    (tmp_path / "citelint.toml").write_text(config)
    essay = tmp_path / "essay.md"
    essay.write_bytes(SHIFTED.read_bytes())
    shown = CliRunner().invoke(commands, ["fix", "--select", "XRF010", *more, str(essay)])
    assert shown.exit_code == 1
    assert "XRF010 cross-references-shifted" in shown.output
    assert "6 fixes for your eye. Nothing was written." in shown.output
    whole = () if more else ("--all",)
    assert (
        CliRunner().invoke(commands, ["fix", "--select", "XRF010", *more, *whole, "--write", str(essay)]).exit_code == 0
    )
    checked = CliRunner().invoke(commands, ["check", str(essay)])
    assert (checked.exit_code, "No errors, no warnings" in checked.output) == (0, True)
