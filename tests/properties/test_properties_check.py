"""Whatever stands in a file: the check ends without a fault, and what it finds stands in the text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest
from effort import effort
from essays import essays
from hypothesis import given
from hypothesis import strategies as st
from texts import FRAGMENTS, pieces

from citelint.config import Config
from citelint.model.diagnostic import Diagnostic
from citelint.model.document import Document
from citelint.model.run import FileResult, Run
from citelint.pipeline import check
from citelint.report import formats, reporter
from citelint.report.layout.look import Look

EVERY_RULE = Config(select=("all",), suggestions=True)
NAMES = st.sampled_from(["piece.txt", "piece.md"])
PROGRAM = """
import sys
from citelint.cli.main import commands
commands.main(["check", "-", "--stdin-filename", sys.argv[1], "--select", "all", "--format", "json"])
"""


def checked(text: str, name: str, config: Config = EVERY_RULE) -> FileResult:
    return check(text.encode("utf-8"), name, config)


def check_finding(finding: Diagnostic, document: Document) -> None:
    text = document.text
    assert 0 <= finding.span.start <= finding.span.end <= len(text)
    assert finding.message
    for ordinal in (finding.note or 0, *finding.members, *(other.note for other in finding.related)):
        assert 0 <= ordinal <= max(len(document.notes) - 1, 0)
    for other in finding.related:
        assert 0 <= other.span.start <= other.span.end <= len(text)
    if finding.fix is not None:
        edits = sorted(finding.fix.edits, key=lambda edit: edit.span)
        assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in edits)
        assert all(a.span.end <= b.span.start for a, b in pairwise(edits))


@given(pieces(), NAMES)
@effort(200)
def test_every_finding_stands_in_the_text(text: str, name: str) -> None:
    result = checked(text, name)
    if result.document is None:
        assert result.error
        assert "\n" not in result.error
        return
    for finding in result.diagnostics:
        check_finding(finding, result.document)
    places = [(-1 if found.note is None else found.note, found.span) for found in result.diagnostics]
    assert places == sorted(places)


def test_a_message_is_one_line_where_a_name_runs_over_two() -> None:
    result = checked("[1] Id.\n[2] See Driscoll\nCenter, supra note 1.\n", "piece.txt")
    assert result.diagnostics
    assert [finding.message for finding in result.diagnostics if "\n" in finding.message] == []


def test_a_fix_changes_something_where_numbers_jump() -> None:
    text = "[1] X.\n[2] Ada Moss et al., Counting Courts 44 (2d ed. 2014).\n[3] Y.\n[0] Moss et al., supra note 2.\n"
    edits = [edit for found in checked(text, "piece.txt").diagnostics if found.fix for edit in found.fix.edits]
    assert [edit for edit in edits if edit.text == edit.span.of(text)] == []


@given(pieces(), NAMES)
@effort(100)
def test_every_format_takes_every_result(text: str, name: str) -> None:
    run = Run((checked(text, name),), "0")
    for form in formats():
        assert reporter(form)(run, Look()) == reporter(form)(run, Look())


@given(pieces(), NAMES)
@effort(100)
def test_what_json_says_stands_in_the_file(text: str, name: str) -> None:
    result = checked(text, name)
    (file,) = json.loads(reporter("json")(Run((result,), "0"), Look()))["files"]
    written = result.source.parts[0].text if result.source else ""
    for found in file["findings"]:
        span = found["span"]
        if found["note"] is not None and result.source and len(result.source.segments) == 1:
            assert written[span["start"] : span["end"]] == found["text"]
        assert (found["line"], found["column"]) >= (1, 1)


@given(pieces() | essays().map(lambda piece: piece.render()), NAMES)
@effort(80)
def test_the_same_text_gives_the_same_findings(text: str, name: str) -> None:
    first, second = (reporter("json")(Run((checked(text, name),), "0"), Look()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", ["piece.txt", "piece.md"])
def test_the_same_text_gives_the_same_bytes_in_every_process(name: str) -> None:
    label = "[{}] {}.\n" if name.endswith("txt") else "[^{}]: {}.\n\n"
    text = "".join(label.format(n, " ".join(FRAGMENTS[n * 7 % 90 :][:12])) for n in range(1, 40))
    given_out = set()
    for seed in ("0", "1", "77"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, name],
            input=text.encode(),
            capture_output=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
            timeout=60,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        given_out.add(done.stdout)
    assert len(given_out) == 1
    assert len(json.loads(given_out.pop())["files"][0]["findings"]) > 10
