"""Every fix of every sample, and of the shared notes: its finding goes, none comes, and nothing else changes."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest

from citelint.config import Config
from citelint.fix import offers
from citelint.mend import mend
from citelint.pipeline import check

ROOT = Path(__file__).resolve().parents[2]
PROVER = runpy.run_path(str(ROOT / "scripts" / "prove_fixes.py"))
SAMPLES = sorted(path for path in (ROOT / "samples").glob("*/*.*") if path.suffix != ".docx")
ALL = bool(os.environ.get("CITELINT_SLOW"))

LEFT = {("deleted-note.txt", "19"): "it moves with the other numbers of the shift: take them together"}
"""Fixes that cannot be taken by themselves: note 19 names no work, and is moved only along with others."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_each_fix_of_a_sample_by_itself(path: Path) -> None:
    data = path.read_bytes()
    before = check(data, path.name, Config())
    for offer in offers(before.diagnostics):
        note = before.label(offer.finding.note)
        faults, left = PROVER["faults_of_one"](data, path.name, before, offer)
        assert faults == []
        assert left == LEFT.get((path.name, note), "")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_all_fixes_of_a_sample_together(path: Path) -> None:
    first = mend(path.read_bytes(), path.name, Config())
    assert len(first.taken) == len(offers(first.before.diagnostics))
    assert [d for d in first.after.diagnostics if d.fix] == []
    second = mend(first.mended, path.name, Config())
    assert (second.taken, second.mended) == ((), first.mended)


def test_fixes_of_real_notes(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "notes").glob("*.txt"), key=lambda path: path.stat().st_size)
    for path in paths if ALL else paths[:2]:
        data = path.read_bytes()
        before = check(data, path.name, Config())
        for offer in offers(before.diagnostics):
            faults, _ = PROVER["faults_of_one"](data, path.name, before, offer)
            assert faults == [], f"{path.name}, note {before.label(offer.finding.note)}, {offer.finding.code}"
        together = mend(data, path.name, Config())
        assert mend(together.mended, path.name, Config()).mended == together.mended
