"""Texts whose notes stand below each page and count on."""

from __future__ import annotations

import pytest
from contract import faults

from citelint.config import Config
from citelint.model.run import FileResult
from citelint.pipeline import check

NOTES = (
    "Katz v. United States, 389 U.S. 347,\n351 (1967).",
    "Jane Roe, Short Forms, 90 Yale L.J. 1 (1981).",
    "Terry v. Ohio, 392 U.S. 1, 21 (1968).",
    "Id. at 22.",
    "Roe, supra note 2, at 7.",
    "Gideon v. Wainwright, 372 U.S. 335, 344 (1963).",
)
BODIES = (
    "The rule is old.{0} And so\nit goes on.{1}",
    "Then it changed,{0} more\nthan once.{1}",
    "It ended.{0} For good.{1}",
)
PAGE_ENDS = {"number": "\n\n{}\n\n", "dashes": "\n\n- {} -\n\n", "nothing": "\n\n", "form feed": "\n\n\f{}\n\n"}


def read(text: str) -> FileResult:
    result = check(text.encode(), "essay.txt", Config())
    assert result.error is None
    assert result.source is not None
    assert not faults(result.source)
    return result


def typed(label: str, mark: str, between: str, page_end: str) -> str:
    pages = []
    for page, body in enumerate(BODIES):
        numbers = (2 * page + 1, 2 * page + 2)
        notes = between.join(label.format(n) + NOTES[n - 1] for n in numbers)
        pages.append(body.format(*map(mark.format, numbers)) + "\n\n" + notes + page_end.format(11 + page))
    return "".join(pages)


@pytest.mark.parametrize("page_end", PAGE_ENDS.values(), ids=PAGE_ENDS.keys())
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(("label", "mark"), [("{}. ", "{}"), ("{}. ", "[{}]"), ("[{}] ", "[{}]")])
def test_the_body_of_the_next_page_is_no_part_of_a_note(label: str, mark: str, between: str, page_end: str) -> None:
    result = read(typed(label, mark, between, page_end))
    assert result.source is not None
    text = result.source.text
    assert [note.span.of(text) for note in result.source.notes] == list(NOTES)
    assert {note.section for note in result.source.notes} == {1}
    assert [(marker.typed, marker.note) for marker in result.source.markers] == [(str(n + 1), n) for n in range(6)]
    body = " ".join(span.of(text) for span in result.source.body)
    assert all(words.split(",")[0].split(".")[0] in body for words in BODIES)
    assert [found.code for found in result.diagnostics if found.code.startswith(("NUM", "SUP"))] == []


def test_further_paragraphs_of_a_note_that_call_nothing_stay_its_own() -> None:
    more = "The court went on.\n\nIt said so in its 3 opinions, and in no. 3 of its papers."
    result = read(f"Old.[1] New.[2] Or not.[3]\n\n[1] {NOTES[1]}\n\n[2] {more}\n\n[3] {NOTES[2]}\n")
    assert result.source is not None
    assert [note.span.of(result.source.text) for note in result.source.notes] == [NOTES[1], more, NOTES[2]]
