"""Checking a sample as a person does: `citelint check samples/broken/NAME`, from the repository's root."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from truth import Cause, Finding

from citelint.cli.main import commands

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
EXPECTED = Path(__file__).parent / "expected"
PLAIN = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "GITHUB_STEP_SUMMARY")) | {"COLUMNS": "80"}


def citelint(*args: str) -> Result:
    """Run the command line in the repository's root, at 80 columns and without colour."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        return CliRunner().invoke(commands, list(args), env=PLAIN)
    finally:
        os.chdir(here)


def report_of(name: str) -> str:
    """Give the full report on a broken sample."""
    return citelint("check", f"samples/broken/{name}").output


def expected_report(name: str) -> Path:
    """Give the place of the report that a broken sample must get."""
    return EXPECTED / f"{Path(name).stem}.report.txt"


def checked(path: str) -> dict[str, Any]:
    """Give what `check --format json` says of one file."""
    (file,) = json.loads(citelint("check", "--format", "json", path).output)["files"]
    assert isinstance(file, dict)
    return file


def found_in(name: str) -> tuple[list[Finding], list[Cause]]:
    """Give the findings in a broken sample, and its headlines with their sentences as words."""
    findings = checked(f"samples/broken/{name}")["findings"]
    members = [
        Finding(f["code"], f["note"] or "-", f["severity"], f["expected_note"] or "-", f["text"])
        for f in findings
        if f["notes"] is None
    ]
    causes = [Cause(tuple(f["notes"]), (f["message"],)) for f in findings if f["notes"] is not None]
    return members, causes
