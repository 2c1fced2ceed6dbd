"""The essays in samples/ get the reports they must get."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from checking import ROOT, SAMPLES, checked, citelint, expected_report, found_in, report_of
from truth import BROKEN, CAUSES, CLEAN, LEFT_ALONE, findings

WORD_TEXTS = ROOT / "scripts" / "word_samples"

each_clean = pytest.mark.parametrize("name", sorted(CLEAN))
each_broken = pytest.mark.parametrize("name", sorted(BROKEN))


def test_every_sample_is_in_the_tables() -> None:
    assert {path.name for path in (SAMPLES / "clean").iterdir()} == set(CLEAN)
    assert {path.name for path in (SAMPLES / "broken").iterdir()} == set(BROKEN)
    assert {path.name for path in expected_report("x").parent.iterdir()} == {expected_report(n).name for n in BROKEN}


@each_clean
def test_a_clean_sample_gets_no_finding_not_even_a_suggestion(name: str) -> None:
    result = citelint("check", "--suggestions", f"samples/clean/{name}")
    assert result.exit_code == 0
    assert checked(f"samples/clean/{name}")["findings"] == []


@each_clean
def test_a_clean_sample_is_counted_as_by_hand(name: str) -> None:
    file = checked(f"samples/clean/{name}")
    assert (file["notes"], file["citations"], file["references"]) == CLEAN[name]


@each_clean
def test_every_reference_of_a_clean_sample_is_followed(name: str) -> None:
    references = resolved(f"samples/clean/{name}")
    assert [r for r in references if r["status"] == "lost" and r["kind"] != "cross-reference"] == []


@each_broken
def test_the_findings_are_those_written_down_by_hand(name: str) -> None:
    found, causes = found_in(name)
    assert sorted(found) == sorted(findings(name))
    wanted = CAUSES.get(name, ())
    assert [cause.notes for cause in causes] == [cause.notes for cause in wanted]
    for cause, told in zip(wanted, causes, strict=True):
        assert all(words in told.words[0] for words in cause.words)


@each_broken
def test_the_report_is_the_one_expected_to_the_byte(name: str) -> None:
    assert report_of(name).encode() == expected_report(name).read_bytes()
    assert max(map(len, report_of(name).splitlines())) <= 80


@each_broken
def test_a_broken_sample_ends_in_exit_code_1(name: str) -> None:
    assert citelint("check", f"samples/broken/{name}").exit_code == 1


@pytest.mark.parametrize("name", ["inserted-note.md", "two-insertions.md", "deleted-note.txt"])
def test_the_fixes_of_a_renumbering_mend_the_essay(name: str, tmp_path: Path) -> None:
    text = (SAMPLES / "broken" / name).read_text("utf-8")
    edits = {
        (edit["start"], edit["end"], edit["text"])
        for finding in checked(f"samples/broken/{name}")["findings"]
        for edit in (finding["fix"] or {"edits": []})["edits"]
    }
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    mended = tmp_path / name
    mended.write_text(text, "utf-8")
    file = checked(str(mended))
    assert file["findings"] == []
    assert {r["status"] for r in resolved(str(mended)) if r["kind"] == "supra"} == {"found"}


@pytest.mark.parametrize("path", [*(f"clean/{n}" for n in sorted(CLEAN)), *(f"broken/{n}" for n in sorted(BROKEN))])
def test_every_note_of_a_sample_is_understood(path: str) -> None:
    result = citelint("notes", "--format", "json", f"samples/{path}")
    (file,) = json.loads(result.output)["files"]
    assert [note["label"] for note in file["notes"] if not note["citations"]] == LEFT_ALONE.get(path, [])


TEXTS = [path for path in SAMPLES.rglob("*.*") if path.suffix != ".docx"] + list(WORD_TEXTS.iterdir())


@pytest.mark.parametrize("path", sorted(TEXTS), ids=lambda path: path.name)
def test_no_sample_names_a_host_that_exists(path: Path) -> None:
    hosts = re.findall(r"https?://([^/\s]+)", path.read_text("utf-8"))
    assert set(hosts) <= {"www.example.com", "www.example.org", "perma.cc"}


def test_the_word_files_are_made_of_their_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(WORD_TEXTS.parent))
    made = importlib.import_module("make_word_samples")
    assert {f"{name}.docx" for name in made.PLACES} == {path.name for path in SAMPLES.rglob("*.docx")}
    for name, place in made.PLACES.items():
        text = (WORD_TEXTS / f"{name}.txt").read_text("utf-8")
        assert (SAMPLES / place / f"{name}.docx").read_bytes() == made.word_file(text)


def resolved(path: str) -> list[dict[str, Any]]:
    (file,) = json.loads(citelint("resolve", "--format", "json", path).output)["files"]
    references = file["references"]
    assert isinstance(references, list)
    return references
