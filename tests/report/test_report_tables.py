"""The tables of `notes` and `resolve`, and the page of a note, from a real piece."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from handmade import run

from citelint.config import Config
from citelint.model.run import FileResult
from citelint.pipeline import Done, follow, silent, understand
from citelint.report import reporter
from citelint.report.layout.cells import cells
from citelint.report.layout.look import Look

ESSAY = """\
The dockets grew.[1] So did the clerks.[2] Nobody counted.[3] Or did they?[4]

[1] See Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Id. at 920.
[3] Ellison, supra note 1, at 930; see supra Part II.
[4] Nobody counted.
[5] Roe, supra note 9.
"""

Stage = Callable[[bytes, str, Config, Done], FileResult]


def result(stage: Stage, text: str = ESSAY) -> FileResult:
    return stage(text.encode(), "essay.txt", Config(), silent)


def test_the_table_of_notes() -> None:
    text = reporter("table", "notes")(run(result(understand)), Look())
    assert (
        text
        == """\
essay.txt

note  kind             words and fields
   1  article          Mara Ellison, Dockets in the Dark, 118 Colum. L. ...
                       signal: See; authors: Ellison; title: Dockets in the
                       Dark; volume: 118; reporter: Colum. L. Rev.; page: 901;
                       pincite: 915; year: 2018
   2  id               Id. at 920
                       pincite: 920
   3  supra            Ellison, supra note 1, at 930
                       authors: Ellison; note: 1; pincite: 930
      cross-reference  supra Part II
                       signal: see; pincite: Part II
   4  text             Nobody counted.
   5  supra            Roe, supra note 9
                       authors: Roe; note: 9

Read 1 file: 5 notes, 1 citation, 4 references.
"""
    )


def test_the_table_of_references() -> None:
    text = reporter("table", "resolve")(run(result(follow)), Look())
    assert (
        text
        == """\
essay.txt

note  reference                       stands in  means
   2  Id. at 920                      note 1     Mara Ellison, Dockets in ...
   3  Ellison, supra note 1, at 930   note 1     Mara Ellison, Dockets in ...
   3  supra Part II                              a place in this piece
   5  Roe, supra note 9               lost       never cited in full

Read 1 file: 5 notes, 1 citation, 4 references.
2 resolved, 1 lost, 1 place in the piece itself.
"""
    )


@pytest.mark.parametrize("width", [50, 80, 120])
def test_the_tables_keep_to_the_width(width: int) -> None:
    for command, stage in (("notes", understand), ("resolve", follow)):
        text = reporter("table", command)(run(result(stage)), Look(width=width))
        assert max(map(cells, text.splitlines())) <= width


def test_the_json_of_notes_has_signals_fields_and_what_is_nested() -> None:
    text = "[1] See Roe v. Wade, 410 U.S. 113, 120 (1973) (citing Terry v. Ohio, 392 U.S. 1, 21 (1968)).\n"
    answer = json.loads(reporter("json", "notes")(run(result(understand, text)), Look()))
    (note,) = answer["files"][0]["notes"]
    (case,) = note["citations"]
    assert (note["label"], note["text"]) == ("1", text[4:-1])
    assert list(case) == ["kind", "span", "text", "signal", "fields", "nested"]
    assert (case["kind"], case["signal"], case["fields"]["parties"]) == ("case", "See", ["Roe", "Wade"])
    assert text[case["span"]["start"] : case["span"]["end"]] == case["text"]
    assert [inner["text"] for inner in case["nested"]] == ["Terry v. Ohio, 392 U.S. 1, 21 (1968)"]


def test_the_json_of_references_has_every_key() -> None:
    answer = json.loads(reporter("json", "resolve")(run(result(follow)), Look()))
    references = answer["files"][0]["references"]
    keys = ["kind", "note", "span", "text", "status", "why", "target", "chain", "left_out", "pointing", "sure"]
    keys += ["candidates"]
    assert all(list(reference) == keys for reference in references)
    same, named, place, lost = references
    assert (same["kind"], same["note"], same["status"], same["why"]) == ("id", "2", "found", None)
    assert same["target"]["note"] == "1"
    assert same["target"]["text"].startswith("Mara Ellison, Dockets")
    assert ESSAY[named["span"]["start"] : named["span"]["end"]] == named["text"]
    assert named["chain"][-1] == named["target"]
    assert (place["status"], place["why"], place["target"]) == ("lost", "internal", None)
    assert (lost["status"], lost["why"], lost["target"]) == ("lost", "never-cited-in-full", None)


@pytest.mark.parametrize("command", ["notes", "resolve"])
def test_where_nothing_was_read_the_tables_do_not_sound_like_a_result(command: str) -> None:
    unread = FileResult(path="bad.docx", error="damaged")
    assert reporter("table", command)(run(unread), Look()) == "Nothing was read in 1 file.\n"
