"""The way of each reference, told for a person, for machines and as a graph."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from handmade import run
from hypothesis import assume, example, given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.run import FileResult, Run
from citelint.pipeline import follow
from citelint.report import formats, reporter
from citelint.report.layout.cells import cells
from citelint.report.layout.escape import visible
from citelint.report.layout.look import Look

ESSAY = """\
[1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
[2] Mara Ellison, Dockets & More, 118 Colum. L. Rev. 901, 915 (2018).
[3] Id. at 920.
[4] Ellison, supra note 3, at 930 (quoting "a \\\\ docket").
[5] Id.; see supra Part II.
[6] Ellison, supra note 1, at 12; Roe, supra note 1.
[7] Miranda, 385 U.S. at 440; Id.
[8] Id. at 3.
[9] Tomas Vale, Fees, 9 Yale L.J. 1 (2001); Tomas Vale, Costs, 10 Yale L.J. 1 (2002).
[10] Id. at 7.
[11] Vale, supra note 9.
"""
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def told(*notes: str, text: str = ESSAY) -> Run:
    result = follow(text.encode(), "essay.txt", Config())
    document = result.document
    assert document is not None
    if not notes:
        return run(result)
    chosen = frozenset(note.ordinal for note in document.notes if note.label in notes)
    return replace(run(replace(result, chosen=chosen)), reported=",".join(notes))


def table(*notes: str, **look: object) -> str:
    return reporter("table", "resolve")(told(*notes), Look(quiet=True, **look))  # type: ignore[arg-type]


def test_an_id_is_followed_through_every_note() -> None:
    assert (
        table("5")
        == """\
essay.txt

note 5
  Id.
    → note 4, Ellison, supra note 3, at 930
    → note 3, Id. at 920
    → note 2, Mara Ellison, Dockets & More, 118 Colum. L. Rev. 901, 915 (2018)
    sure: certain, the one authority of note 4
  supra Part II
    a place in this piece

"""
    )


def test_a_wrong_number_says_what_stands_there_and_a_name_that_is_nowhere_says_so() -> None:
    assert (
        table("6", ascii=True)
        == """\
essay.txt

note 6
  Ellison, supra note 1, at 12
    -> note 2, Mara Ellison, Dockets & More, 118 Colum. L. Rev. 901, 915 (2018)
    sure: certain, one earlier work by Ellison
    typed: note 1, which does not cite it
  Roe, supra note 1
    lost: no full citation of the piece fits it

"""
    )


def test_what_was_considered_is_told_with_the_reason_why_it_is_not_meant() -> None:
    text = table("7", "10", "11")
    assert "    considered: note 1, Miranda v. Arizona, 384 U.S. 436, 444 (1966)\n" in text
    assert "      called so, but of another volume or reporter\n" in text
    assert text.count("      it is one of several, and Id. needs one alone\n") == 2
    assert text.count("      its author is called so, and so with others\n") == 2


def test_a_note_that_refers_to_nothing_says_so() -> None:
    assert table("1").endswith("note 1\n  refers to nothing\n\n")


@pytest.mark.parametrize("width", [50, 80])
def test_the_lines_keep_to_the_width(width: int) -> None:
    notes = [str(number) for number in range(1, 12)]
    assert max(map(cells, table(*notes, width=width).splitlines())) <= width
    assert table(*notes, ascii=True).isascii()


def test_json_tells_certainty_and_why_each_candidate_was_rejected() -> None:
    answer = json.loads(reporter("json", "resolve")(told("6", "10"), Look()))
    wrong, nowhere, several = answer["files"][0]["references"]
    assert (wrong["pointing"], wrong["sure"]) == (
        "another-work",
        {"level": "certain", "why": "one earlier work by Ellison"},
    )
    assert nowhere["sure"]["why"] == "no full citation of the piece fits it"
    assert [c["rejected"] for c in several["candidates"]] == ["it is one of several, and Id. needs one alone"] * 2


def test_json_says_how_many_steps_of_a_long_way_it_leaves_out() -> None:
    text = "[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).\n"
    text += "".join(f"[{number}] Id. at {number}.\n" for number in range(2, 62))
    answer = json.loads(reporter("json", "resolve")(told("61", text=text), Look()))
    (reference,) = answer["files"][0]["references"]
    assert reference["target"]["note"] == "1"
    assert len(reference["chain"]) + reference["left_out"] == 60
    assert reference["left_out"] > 0
    assert reporter("table", "resolve")(told("61", text=text), Look()).count("→") == 60


def test_dot_is_a_format_of_resolve_alone() -> None:
    assert "dot" in formats("resolve")
    assert "dot" not in formats("notes")


def test_the_graph_of_one_note_has_its_whole_way_and_nothing_else() -> None:
    text = reporter("dot", "resolve")(told("5"), Look())
    assert re.findall(r"^  (m\d+) \[label=\"note (\d+)", text, re.M) == [
        ("m1", "2"),
        ("m2", "3"),
        ("m3", "4"),
        ("m4", "5"),
        ("m5", "5"),
    ]
    assert re.findall(r"^  (m\d+) -> (m\d+)", text, re.M) == [("m4", "m3"), ("m3", "m2"), ("m2", "m1")]
    assert "Dockets &amp; More" in text


def test_every_arrow_of_the_graph_joins_two_nodes_that_are_drawn() -> None:
    text = reporter("dot", "resolve")(told(), Look())
    nodes = re.findall(r"^  (m\d+) \[", text, re.M)
    ends = {end for edge in re.findall(r"^  (m\d+) -> (m\d+)", text, re.M) for end in edge}
    assert len(nodes) == len(set(nodes))
    assert ends <= set(nodes)
    assert "style=dotted" in text
    assert 'label="typed: note 1, which does not cite it", color=red' in text


def test_the_graph_of_several_files_is_one_digraph_each_and_of_none_nothing() -> None:
    both = told().files * 2
    text = reporter("dot", "resolve")(run(*both), Look())
    assert text.count("digraph") == 2
    assert reporter("dot", "resolve")(run(FileResult(path="bad.docx", error="damaged")), Look()) == ""


@given(st.text(min_size=1, max_size=30))
@example('a "b" \\ c')
@example("\\")
@example("&lt;b&gt; \\N\\l \x1b[31m\u202e")
def test_any_text_of_a_manuscript_stays_inside_its_quotation_marks(words: str) -> None:
    text = f"[1] Roe{words.replace('[', '(')}, supra note 4.\n"
    result = follow(text.encode("utf-8", "replace"), f"{words}.txt", Config())
    assume(result.document is not None)  # a zero makes it no text
    graph = reporter("dot", "resolve")(run(result), Look())
    outside = _QUOTED.sub("", graph)
    assert re.fullmatch(r"[\w\s\[\]{};=,>-]*", outside, re.A)
    assert not any(ord(char) < 32 and char != "\n" for char in graph)
    (name,) = re.findall(r'^digraph "((?:[^"\\]|\\.)*)"', graph)
    plain = re.sub(r"\\(.)", r"\1", name).replace("&amp;", "&")
    assert plain == visible(f"{words}.txt")


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_takes_the_graph() -> None:
    text = reporter("dot", "resolve")(told(), Look())
    drawn = subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, timeout=60, check=False)
    assert (drawn.returncode, drawn.stderr) == (0, b"")
    assert "Dockets &amp; More" in drawn.stdout.decode()
