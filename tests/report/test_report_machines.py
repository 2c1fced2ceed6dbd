"""What CI systems, review bots and spreadsheets are given: the forms that they read, with everything that was found."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from handmade import counting, evidence, finding, piece, with_findings
from handmade import run as run_of

from citelint.model.diagnostic import Diagnostic, Edit, Fix, Safety, Severity, Sure
from citelint.model.run import FileResult, RuleText, Run
from citelint.report import formats, rendered, reporter
from citelint.report.layout.look import Look
from citelint.report.layout.paths import as_uri

ESSAY = (
    "[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2018).\n"
    "[2] Id.\n"
    "[3] “Café” Ellison, supra note 2.\n"
    "[4] Ellison, supra note 2, at 4.\n"
)
MACHINES = ("csv", "gitlab", "json", "jsonl", "junit", "rdjson", "sarif")
UNREAD = FileResult(path="bad.docx", error="damaged: open it and save it again")


def essay(path: str = "essay.txt", part: str = "") -> FileResult:
    """Give an essay in which two numbers have one cause, a taste is offended, and a fix takes two edits."""
    result = counting(piece(ESSAY, path=path, part=part), 1, 3)
    members = [_wrong(result, "3"), _wrong(result, "4")]
    cause = replace(
        members[0],
        code="XRF010",
        name="cross-references-shifted",
        message="2 of 2 supra numbers are one too high",
        note=None,
        members=(2, 3),
        fix=None,
        expected_note=None,
        related=(),
    )
    taste = finding(result, "2", "Id.", "TAS001", "taste", severity=Severity.SUGGESTION)
    start = ESSAY.index("118 Colum. L. Rev.")
    edits = (
        Edit(taste.span._replace(start=start, end=start), "("),
        Edit(taste.span._replace(start=start + 3, end=start + 3), ")"),
    )
    two = replace(
        finding(result, "1", "118 Colum. L. Rev.", "TWO001", "two-edits", severity=Severity.WARNING),
        fix=Fix(Safety.SAFE, edits),
    )
    return with_findings(result, two, taste, cause, *members)


def _wrong(result: FileResult, note: str) -> Diagnostic:
    return finding(
        result,
        note,
        "Ellison, supra note 2",
        "SUP002",
        "supra-wrong-note",
        bluebook="4.2(a)",
        message="Ellison is cited in full in note 1, not 2",
        expected_note="1",
        sure=Sure("certain", "one earlier work by Ellison"),
        related=(evidence(result, "1", "Mara Ellison", "cited in full here"),),
        fix=("2", "1"),
        group="XRF010-1",
    )


def text(name: str, *results: FileResult, run: Run | None = None) -> str:
    return reporter(name)(run or run_of(*results), Look())


def result_of(log: dict[str, Any], code: str) -> dict[str, Any]:
    return next(one for one in log["runs"][0]["results"] if one["ruleId"] == code)


def test_there_is_a_format_for_each() -> None:
    assert set(MACHINES) <= set(formats())


@pytest.mark.parametrize("name", MACHINES)
def test_the_same_run_gives_the_same_bytes_and_nothing_is_left_out(name: str) -> None:
    made = rendered(name, run_of(essay(), UNREAD), Look())
    assert made == rendered(name, run_of(essay(), UNREAD), Look())
    told = made.decode("utf-8")
    for words in ("Ellison is cited in full in note 1", "TAS001", "damaged: open it", "bad.docx", "2 of 2 supra"):
        assert words in told


def test_sarif_places_a_finding_its_evidence_and_its_fix() -> None:
    log = json.loads(text("sarif", essay()))
    assert (log["version"], log["runs"][0]["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    one = result_of(log, "SUP002")
    (location,) = one["locations"]
    column = ESSAY.splitlines()[2].index("Ellison, supra") + 1
    assert location["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": column,
        "endLine": 3,
        "endColumn": column + 21,
        "charOffset": ESSAY.index("Ellison, supra"),
        "charLength": 21,
    }
    assert location["logicalLocations"] == [{"name": "note 3", "fullyQualifiedName": "footnote 3", "kind": "footnote"}]
    (related,) = one["relatedLocations"]
    assert related["message"] == {"text": "cited in full here"}
    assert related["physicalLocation"]["region"]["startLine"] == 1
    (change,) = one["fixes"][0]["artifactChanges"]
    assert [(r["deletedRegion"]["charLength"], r["insertedContent"]["text"]) for r in change["replacements"]] == [
        (1, "1")
    ]
    assert one["level"] == "error"
    assert one["message"]["text"] == "note 3: Ellison is cited in full in note 1, not 2."


def test_sarif_keeps_headline_and_members_as_results_of_one_group() -> None:
    results = json.loads(text("sarif", essay()))["runs"][0]["results"]
    told = [
        (r["ruleId"], r["properties"]["headline"], r["properties"]["notes"])
        for r in results
        if "group" in r["properties"]
    ]
    assert told == [("XRF010", True, ["3", "4"]), ("SUP002", False, ["3"]), ("SUP002", False, ["4"])]


def test_sarif_counts_paths_from_the_repository() -> None:
    run = replace(run_of(essay("/home/me/repo/essays/a b%.txt"), essay("/elsewhere/c.txt")), base="/home/me/repo")
    artifacts = [a["location"] for a in json.loads(text("sarif", run=run))["runs"][0]["artifacts"]]
    assert [as_uri(name) for name in ("a\udcff.txt", "a\ud800.txt")] == ["a%FF.txt", "a%ED%A0%80.txt"]
    assert artifacts == [{"uri": "essays/a%20b%25.txt", "uriBaseId": "SRCROOT"}, {"uri": "file:///elsewhere/c.txt"}]


def test_sarif_tells_apart_what_is_alike() -> None:
    result = piece("[1] Id.\n[2] Id.\n[3] Id.\n[4] Id.\n[5] Id.\n[6] Id.\n" * 4)
    same = [finding(result, "3", "Id.", "ID001", "id-without-antecedent")] * 3
    results = json.loads(text("sarif", with_findings(result, *same)))["runs"][0]["results"]
    assert len({r["partialFingerprints"]["citelintCitation/v1"] for r in results}) == 1
    assert len({r["partialFingerprints"]["citelintPlace/v1"] for r in results}) == 3


def test_sarif_of_an_archive_has_the_note_and_the_part_and_no_line() -> None:
    log = json.loads(text("sarif", essay("essay.docx", part="word/footnotes.xml")))
    one = result_of(log, "SUP002")
    assert one["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert one["locations"][0]["logicalLocations"][0]["name"] == "note 3"
    assert one["properties"]["part"] == "word/footnotes.xml"
    assert one["properties"]["span"]["start"] == ESSAY.index("Ellison, supra")
    assert "fixes" not in one


def test_sarif_knows_its_rules_and_what_was_not_checked() -> None:
    doc = "The number is that of the full citation.\n\nMore of it."
    rule = RuleText("SUP002", "supra-wrong-note", Severity.ERROR, "4.2(a)", "The number is right", doc)
    (run,) = json.loads(text("sarif", run=replace(run_of(essay(), UNREAD), rules=(rule,))))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == ["SUP002", "TAS001", "TWO001", "XRF010"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    assert rules[0]["help"]["text"] == doc
    assert rules[0]["shortDescription"]["text"] == "The number is right."
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "damaged" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert json.loads(text("sarif", essay()))["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_jsonl_has_a_line_for_each_thing_and_ends_with_the_summary() -> None:
    lines = [json.loads(line) for line in text("jsonl", essay(), UNREAD).splitlines()]
    assert [line["type"] for line in lines] == ["file", *["finding"] * 5, "file", "summary"]
    whole = json.loads(text("json", essay(), UNREAD))
    assert [{k: v for k, v in line.items() if k not in ("type", "path")} for line in lines[1:6]] == whole["files"][0][
        "findings"
    ]
    assert {line.get("path") for line in lines[1:6]} == {"essay.txt"}
    assert lines[-1]["errors"] == whole["summary"]["errors"]
    assert lines[6]["error"] == UNREAD.error


def test_gitlab_gets_each_finding_once_with_a_fingerprint_of_its_own() -> None:
    entries = json.loads(text("gitlab", essay(), essay("other.txt"), UNREAD))
    assert [e["check_name"].split()[0] for e in entries[:4]] == ["TWO001", "TAS001", "SUP002", "SUP002"]
    assert [e["severity"] for e in entries[:4]] == ["minor", "info", "major", "major"]
    assert [e["location"]["lines"]["begin"] for e in entries[:4]] == [1, 2, 3, 4]
    assert "XRF010: 2 of 2 supra numbers are one too high" in entries[2]["description"]
    assert (entries[-1]["severity"], entries[-1]["location"]["path"]) == ("blocker", "bad.docx")
    assert max(Counter(e["fingerprint"] for e in entries).values()) == 1


def test_rdjson_counts_columns_in_bytes_and_joins_edits_that_belong_together() -> None:
    diagnostics = json.loads(text("rdjson", essay()))["diagnostics"]
    by_code = {d["code"]["value"].split()[0]: d for d in diagnostics}
    line = ESSAY.splitlines()[2]
    column = len(line[: line.index("Ellison, supra")].encode()) + 1
    wrong = next(d for d in diagnostics if d["location"]["range"]["start"]["line"] == 3)
    assert wrong["location"] == {
        "path": "essay.txt",
        "range": {"start": {"line": 3, "column": column}, "end": {"line": 3, "column": column + 21}},
    }
    assert wrong["suggestions"][0]["text"] == "1"
    assert [s["text"] for s in by_code["TWO001"]["suggestions"]] == ["(118)"]
    assert by_code["TAS001"]["severity"] == "INFO"
    assert "XRF010" not in by_code
    archive = json.loads(text("rdjson", essay("essay.docx", part="word/footnotes.xml"), UNREAD))["diagnostics"]
    assert {json.dumps(d["location"]) for d in archive} == {'{"path": "essay.docx"}', '{"path": "bad.docx"}'}
    assert not any("suggestions" in d for d in archive)


def test_rdjson_counts_bytes_far_into_a_long_line_too() -> None:
    long = "[1] " + "é" * 9000 + " WRONG.\n"
    result = piece(long)
    (one,) = json.loads(text("rdjson", with_findings(result, finding(result, "1", "WRONG", "X", "x"))))["diagnostics"]
    assert one["location"]["range"]["start"]["column"] == 4 + 18000 + 1 + 1


def test_junit_fails_a_case_for_each_finding_and_skips_taste() -> None:
    root = ElementTree.fromstring(text("junit", essay(), UNREAD, counting(piece("[1] Id.\n", path="clean.txt"), 1, 1)))
    assert {k: root.get(k) for k in ("tests", "failures", "errors", "skipped")} == {
        "tests": "6",
        "failures": "3",
        "errors": "1",
        "skipped": "1",
    }
    suites = {suite.get("name"): suite for suite in root}
    assert [c.get("name") for c in suites["essay.txt"]] == [
        "note 1: TWO001 two-edits",
        "note 2: TAS001 taste",
        "note 3: SUP002 supra-wrong-note",
        "note 4: SUP002 supra-wrong-note",
    ]
    told = suites["essay.txt"][2][0].text or ""
    assert told.startswith("essay.txt:3, note 3\nwords: Ellison, supra note 2\n")
    assert "note 1: cited in full here" in told
    assert [len(case) for case in suites["clean.txt"]] == [0]
    assert suites["bad.docx"][0][0].tag == "error"


def test_csv_is_for_spreadsheets() -> None:
    made = text("csv", essay(), UNREAD)
    assert made.startswith("\ufefffile,note,")
    assert "\r\n" in made
    rows = list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
    assert [row["note"] for row in rows] == ["1", "2", "3, 4", "3", "4", ""]
    assert [row["cause"] for row in rows] == ["", "", "XRF010-1", "XRF010-1", "XRF010-1", ""]
    assert rows[-1]["message"] == UNREAD.error
    assert {len(row) for row in rows} == {17}


@pytest.mark.parametrize("head", ["=", "+", "-", "@", " =", "\t=", "\r\n@"])
def test_csv_has_no_cell_that_is_computed(head: str) -> None:
    result = piece("[1] words\n")
    one = replace(finding(result, "1", "words", "X", "x"), message=f"{head}1+1")
    rows = list(csv.reader(io.StringIO(text("csv", with_findings(result, one)))))
    assert (
        rows[1][8]
        == f"'{head.replace(chr(13) + chr(10), ' ').translate(str.maketrans(chr(9) + chr(13) + chr(10), '   '))}1+1"
    )


def test_github_counts_paths_from_the_repository() -> None:
    run = replace(
        run_of(essay("/home/me/repo/essays/a.txt"), replace(UNREAD, path="/home/me/repo/b.docx")), base="/home/me/repo"
    )
    told = text("github", run=run).splitlines()
    assert told[0].startswith("::error file=b.docx,")
    assert told[1].startswith("::error file=essays/a.txt,line=3,")
