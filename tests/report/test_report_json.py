"""The JSON of `check`: every key always there, positions of the file, the same bytes for the same run."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from handmade import counting, evidence, finding, piece, run, with_findings

from citelint.model.diagnostic import Diagnostic, Severity, Sure
from citelint.model.run import FileResult
from citelint.model.source import Part, Segment
from citelint.model.span import Span
from citelint.report import reporter
from citelint.report.layout.look import Look

ESSAY = "[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2018).\n[2] Id.\n[3] Ellison, supra note 2.\n"

KEYS = [
    *("code", "name", "severity", "rule", "note", "apparatus", "section", "part", "span", "line", "column", "text"),
    *("message", "why", "found", "expected", "expected_note", "sure", "related", "fix", "group", "notes"),
]


def parsed(*results: FileResult) -> dict[str, Any]:
    text = reporter("json")(run(*results), Look())
    assert text.endswith("}\n")
    answer: dict[str, Any] = json.loads(text)
    return answer


def wrong_note(result: FileResult) -> Diagnostic:
    return finding(
        result,
        "3",
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


def test_a_finding_has_every_key_and_counts_in_the_file() -> None:
    result = piece(ESSAY)
    answer = parsed(with_findings(counting(result, 1, 2), wrong_note(result)))
    (file,) = answer["files"]
    assert {k: v for k, v in file.items() if k != "findings"} == {
        "path": "essay.txt",
        "format": "text",
        "error": None,
        "notes": 3,
        "citations": 1,
        "references": 2,
    }
    (one,) = file["findings"]
    start = ESSAY.index("Ellison, supra")
    assert list(one) == KEYS
    assert one == {
        "code": "SUP002",
        "name": "supra-wrong-note",
        "severity": "error",
        "rule": "4.2(a)",
        "note": "3",
        "apparatus": "footnotes",
        "section": 1,
        "part": "",
        "span": {"start": start, "end": start + 21},
        "line": 3,
        "column": 5,
        "text": "Ellison, supra note 2",
        "message": "Ellison is cited in full in note 1, not 2",
        "why": "",
        "found": None,
        "expected": None,
        "expected_note": "1",
        "sure": {"level": "certain", "why": "one earlier work by Ellison"},
        "related": [
            {"note": "1", "span": {"start": 4, "end": 16}, "text": "Mara Ellison", "message": "cited in full here"}
        ],
        "fix": {"safety": "review", "edits": [{"start": start + 20, "end": start + 21, "text": "1"}]},
        "group": "XRF010-1",
        "notes": None,
    }


def test_spans_count_in_the_file_and_not_in_the_text_that_was_read() -> None:
    result = piece(ESSAY)
    assert result.source is not None
    assert result.document is not None
    shift = 1000
    moved = tuple(replace(s, origin=Span(s.origin.start + shift, s.origin.end + shift)) for s in result.source.segments)
    source = replace(result.source, segments=moved)
    result = replace(result, source=source, document=replace(result.document, source=source))
    (one,) = parsed(with_findings(result, wrong_note(result)))["files"][0]["findings"]
    assert one["span"]["start"] == ESSAY.index("Ellison, supra") + shift
    assert one["fix"]["edits"][0]["start"] == ESSAY.index("2.\n") + shift
    assert one["related"][0]["span"] == {"start": 4 + shift, "end": 16 + shift}
    assert one["text"] == "Ellison, supra note 2"


def test_in_an_archive_the_part_is_named_and_the_line_is_the_note() -> None:
    result = piece(ESSAY, path="essay.docx", part="word/footnotes.xml")
    (one,) = parsed(with_findings(result, wrong_note(result)))["files"][0]["findings"]
    assert (one["part"], one["line"], one["column"]) == ("word/footnotes.xml", 3, 1)


def test_a_headline_names_its_notes_and_is_not_counted() -> None:
    result = piece(ESSAY)
    member = wrong_note(result)
    cause = replace(member, code="XRF010", note=None, members=(2,), fix=None, expected_note=None)
    answer = parsed(with_findings(result, cause, member))
    first, second = answer["files"][0]["findings"]
    assert (first["note"], first["notes"]) == (None, ["3"])
    assert (second["note"], second["notes"]) == ("3", None)
    assert answer["summary"]["errors"] == 1
    assert answer["summary"]["fixes"] == 1


def test_a_file_that_could_not_be_read_says_why_and_has_no_findings() -> None:
    answer = parsed(FileResult(path="bad.docx", error="damaged"), piece(ESSAY))
    assert answer["files"][0] == {
        "path": "bad.docx",
        "format": None,
        "error": "damaged",
        "notes": 0,
        "citations": 0,
        "references": 0,
        "findings": [],
    }
    assert answer["summary"]["unread"] == 1
    assert answer["schema"] == 1
    assert answer["version"] == "9.9.9"


def test_suggestions_are_always_there_with_their_severity() -> None:
    result = piece(ESSAY)
    taste = finding(result, "2", "Id.", "ID009", "taste", severity=Severity.SUGGESTION)
    answer = parsed(with_findings(result, taste))
    assert answer["files"][0]["findings"][0]["severity"] == "suggestion"
    assert answer["summary"]["suggestions"] == 1


def test_the_same_run_gives_the_same_text() -> None:
    def text() -> str:
        result = piece(ESSAY)
        return reporter("json")(run(with_findings(counting(result, 1, 2), wrong_note(result))), Look())

    assert text() == text()


def test_the_text_can_be_written_whatever_stands_in_it() -> None:
    result = piece("[1] “Roe” \U0001f600 \u2028 \x00.\n", path="odd\udcff.txt")
    text = reporter("json")(run(with_findings(result, finding(result, "1", "“Roe”", "X", "x"))), Look())
    data = text.encode("utf-8", "backslashreplace")
    assert json.loads(data)["files"][0]["path"] == "odd\udcff.txt"
    assert json.loads(data)["files"][0]["findings"][0]["text"] == "“Roe”"


def test_a_note_that_nothing_calls_goes_by_its_place() -> None:
    result = piece("[1] Id.\n")
    assert result.document is not None
    nameless = replace(result.document.notes[0], label=None, number=None)
    one = finding(result, "1", "Id.", "ID001", "id-without-antecedent")
    result = replace(result, document=replace(result.document, notes=(nameless,)))
    assert parsed(with_findings(result, one))["files"][0]["findings"][0]["note"] == "#1"


def test_a_finding_in_text_that_the_reader_made_has_a_place_too() -> None:
    result = piece("[1] Id.\n[2] Id.\n")
    assert result.source is not None
    text = result.source.text
    source = replace(
        result.source,
        parts=(Part("", text.replace("\n", "", 1)),),
        segments=(Segment(Span(0, 7), "", Span(0, 7)), Segment(Span(8, 16), "", Span(7, 15))),
    )
    assert result.document is not None
    result = replace(result, source=source, document=replace(result.document, source=source))
    one = replace(finding(result, "1", "Id.", "X", "x"), span=Span(7, 8))
    found = parsed(with_findings(result, one))["files"][0]["findings"][0]
    assert 0 <= found["span"]["start"] <= found["span"]["end"] <= 15
