"""Formats are found by their files."""

from __future__ import annotations

import pytest

from citelint.report import formats, reporter


def test_the_formats_of_check_are_the_files_of_the_package() -> None:
    assert set(formats()) >= {"concise", "full", "github", "json", "plain"}


@pytest.mark.parametrize("command", ["check", "notes", "resolve"])
def test_every_format_has_a_report(command: str) -> None:
    for name in formats(command):
        assert callable(reporter(name, command))


def test_nothing_else_is_a_format() -> None:
    with pytest.raises(ModuleNotFoundError):
        reporter("jsonn")
