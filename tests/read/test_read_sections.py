"""Notes that begin anew at 1 in every section: of a text, and of Markdown."""

from __future__ import annotations

import time

import pytest
from contract import faults
from hypothesis import given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.diagnostic import Diagnostic
from citelint.model.ranges import NoteChoice
from citelint.model.run import FileResult
from citelint.pipeline import check, collector_paused, understand
from citelint.read import read_source
from citelint.read.plaintext import labels as labelling
from citelint.read.plaintext.labels import find_labels, with_plain_line_ends
from citelint.read.plaintext.sections import _FIRST

PER_SECTION = Config(numbering="per-section")
KATZ = "Katz v. United States, 389 U.S. 347, 351 (1967)."
ELLISON = "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)."
LIN = "Ruth Lin, The Quiet Clerk, 104 Va. L. Rev. 233, 240 (2018)."


def checked(text: str, name: str = "book.txt", config: Config = PER_SECTION) -> FileResult:
    result = check(text.encode(), name, config)
    assert result.error is None
    assert result.source is not None
    assert not faults(result.source)
    return result


def notes(result: FileResult) -> list[tuple[int, str | None, str]]:
    """Give section, label and first word of each note."""
    assert result.document is not None
    return [(n.section, n.label, n.span.of(result.document.text).partition(" ")[0]) for n in result.document.notes]


def marks(result: FileResult) -> list[tuple[int, str, int | None]]:
    assert result.source is not None
    return [(mark.section, mark.typed, mark.note) for mark in result.source.markers]


def of(result: FileResult, *codes: str) -> list[Diagnostic]:
    return [d for d in result.diagnostics if d.code.startswith(codes)]


BEHIND_EACH_CHAPTER = f"""\
Chapter One

The rule is old.[1] It is new.[2]

[1] {KATZ}

[2] {ELLISON}

Chapter Two

Here it begins again.[1] It ends.[2] A long paragraph follows, as chapters have them.

[1] {LIN}

[2] Lin, supra note 1, at 241.
"""
ONE_LIST_BEHIND_ANOTHER = f"""\
[1] {KATZ}
[2] {ELLISON}

[1] {LIN}
[2] Lin, supra note 1, at 241.
"""
AT_THE_END = f"""\
1. Introduction

The rule is old.1 It is new.2

2. The Rest of It

It begins again.1 And it ends.2

Notes

Chapter 1

1. {KATZ}
2. {ELLISON}

Chapter 2

1. {LIN}
2. Lin, supra note 1, at 241.
"""
BY_HEADINGS = f"""\
# The Book

## One

Old.[^a] New.[^b]

## Two

Again.[^c] End.[^d]

[^a]: {KATZ}
[^b]: {ELLISON}
[^c]: {LIN}
[^d]: Lin, *supra* note 1, at 241.
"""
BY_LABELS = f"""\
Old.[^1] New.[^2]

[^1]: {KATZ}
[^2]: {ELLISON}

Again.[^1] End.[^2]

[^1]: {LIN}
[^2]: Lin, *supra* note 1, at 241.
"""
FOUR = [(1, "1", "Katz"), (1, "2", "Mara"), (2, "1", "Ruth"), (2, "2", "Lin,")]
CALLED = [(1, "1", 0), (1, "2", 1), (2, "1", 2), (2, "2", 3)]
SHAPES = {
    "behind each chapter": (BEHIND_EACH_CHAPTER, "book.txt"),
    "behind each chapter, with points": (
        BEHIND_EACH_CHAPTER.replace("\n[1]", "\nNotes\n\n1.")
        .replace("\n[2]", "\n2.")
        .replace("[", "")
        .replace("]", ""),
        "book.txt",
    ),
    "one list behind another": (ONE_LIST_BEHIND_ANOTHER, "book.txt"),
    "at the end of the book": (AT_THE_END, "book.txt"),
    "with Windows line ends": (BEHIND_EACH_CHAPTER.replace("\n", "\r\n"), "book.txt"),
    "by headings": (BY_HEADINGS, "book.md"),
    "by labels": (BY_LABELS, "book.md"),
    "a list of definitions": ("\n".join(x for x in BY_LABELS.split("\n") if x.startswith("[")), "book.md"),
}


@pytest.mark.parametrize(("text", "name"), SHAPES.values(), ids=SHAPES.keys())
def test_each_section_counts_from_1_and_a_supra_stays_in_it(text: str, name: str) -> None:
    result = checked(text, name)
    assert notes(result) == FOUR
    assert [(d.code, d.message) for d in of(result, "SUP", "NUM", "XRF")] == []
    called = marks(result)
    if name == "book.md" and called:
        assert [(section, note) for section, _, note in called] == [(section, note) for section, _, note in CALLED]
    else:
        assert called == (CALLED if called or "old." in text else [])


BEGUN_ANEW = [shape for shape in SHAPES if "chapter" in shape or "the book" in shape or "Windows" in shape]
COUNTED_ON = [shape for shape in SHAPES if shape not in BEGUN_ANEW]


@pytest.mark.parametrize("shape", COUNTED_ON)
def test_where_numbers_count_on_there_is_one_section(shape: str) -> None:
    assert {section for section, *_ in notes(checked(*SHAPES[shape], Config()))} == {1}


@pytest.mark.parametrize("shape", BEGUN_ANEW)
def test_lists_of_a_text_that_marks_or_headings_part_are_sections_unasked(shape: str) -> None:
    assert checked(*SHAPES[shape], Config()).document == checked(*SHAPES[shape]).document


def test_where_numbers_count_on_a_restart_is_a_double() -> None:
    result = checked(ONE_LIST_BEHIND_ANOTHER, config=Config())
    assert [d.message for d in of(result, "NUM003")] == ["there are two notes 1", "there are two notes 2"]


def test_a_piece_that_never_begins_anew_is_one_section() -> None:
    text = f"Old.[1] New.[2]\n\n[1] {KATZ}\n\n[2] {ELLISON}\n"
    assert checked(text).document == checked(text, config=Config()).document


def test_doubles_and_gaps_are_those_of_a_section() -> None:
    result = checked(f"[1] {KATZ}\n[2] {ELLISON}\n\n[1] {LIN}\n[2] {KATZ}\n[2] {ELLISON}\n[4] {LIN}\n")
    found = [(d.section, d.code, d.message) for d in of(result, "NUM003", "NUM005")]
    assert found == [
        (2, "NUM003", "there are two notes 2"),
        (2, "NUM005", "note 4 follows note 2: note 3 is missing"),
    ]


def test_a_supra_means_a_note_of_its_own_section() -> None:
    text = f"[1] {KATZ}\n[2] {ELLISON}\n[3] Ellison, supra note 2, at 920.\n\n"
    text += f"[1] {KATZ}\n[2] {LIN}\n[3] Lin, supra note 1, at 241.\n"
    (wrong,) = of(checked(text), "SUP002")
    assert (wrong.section, wrong.expected_note) == (2, "2")


def test_a_choice_of_notes_names_the_section() -> None:
    document = checked(BEHIND_EACH_CHAPTER).document
    assert document is not None
    assert NoteChoice.parse("2:1").of(document) == {2}
    assert NoteChoice.parse("1").of(document) == {0, 2}


def test_a_mark_calls_the_note_of_its_own_section_only() -> None:
    result = checked(BEHIND_EACH_CHAPTER.replace("It ends.[2]", "It ends.[2] Or not.[3]"))
    assert [(d.code, d.found) for d in of(result, "NUM001", "NUM002")] == [("NUM001", "[3]")]


def test_marks_that_cannot_be_told_apart_call_nothing() -> None:
    result = checked(AT_THE_END.replace("It begins again.1", "It begins again."))
    assert notes(result) == FOUR
    assert of(result, "NUM") == []


def test_further_paragraphs_of_a_last_note_are_its_own() -> None:
    more = "The court said more than that, and all of it was said again in later years."
    text = f"[1] {KATZ}\n\n{more}\n\nPart II\n\n[1] {LIN}\n"
    result = checked(text)
    assert result.document is not None
    first, second = result.document.notes
    assert first.span.of(result.document.text).endswith("later years.")
    assert (second.section, second.label) == (2, "1")


def test_a_numbered_list_of_the_body_is_no_section() -> None:
    text = f"There are two:\n\n1. the first,\n\n2. the second.\n\nThe rule is old.[1]\n\n[1] {KATZ}\n\n1. of a note\n"
    assert [section for section, *_ in notes(checked(text))] == [1]


def test_markdown_labels_that_count_on_are_not_what_is_printed() -> None:
    text = BY_HEADINGS
    for number, letter in enumerate("abcd", 1):
        text = text.replace(f"[^{letter}]", f"[^{number}]")
    result = checked(text, "book.md")
    assert notes(result) == FOUR
    assert of(result, "NUM") == []


BLOCKS = (
    "[1] Id. at 5.",
    "[2] Roe, supra note 1.",
    "1. One.",
    "2. Two.",
    "Text.[1] More.[2]",
    "Text.1",
    "# Head",
    "Notes",
)
MARKDOWN = ("[^1]: Id.", "[^2]: Id.", "[^a]: Id.", "Text[^1] and[^2].", "Text[^a].", "# One", "## Two", "^[Id.]")


@given(st.lists(st.sampled_from(BLOCKS), max_size=14), st.sampled_from(["\n", "\n\n", "\r\n\r\n"]))
def test_any_text_is_read_with_every_place_inside(blocks: list[str], between: str) -> None:
    _holds(between.join(blocks), "book.txt")


@given(st.lists(st.sampled_from(MARKDOWN), max_size=14))
def test_any_markdown_is_read_with_every_place_inside(blocks: list[str]) -> None:
    _holds("\n\n".join(blocks), "book.md")


def _holds(text: str, name: str) -> None:
    source = understand(text.encode(), name, PER_SECTION).source
    if source is None:
        return
    assert not faults(source)
    sections = [note.section for note in source.notes if note.label is not None]
    assert sections == sorted(sections)
    filled = {note.section for note in source.notes}
    if name.endswith(".txt"):  # a chapter of Markdown may have nothing but a mark that is used again
        assert filled == set(range(1, len(filled) + 1))


CHAPTERS = {
    "behind each chapter": ("book.txt", "Old.[1] New.[2]\n\n[1] Id. at 5.\n\n[2] Id. at 6.\n\n"),
    "lists of the body": ("book.txt", "1. Heading\n\nText text.\n\n1. Other\n\nOld.1 New.2 of it.\n\n"),
    "headings": ("book.md", "# Chapter\n\nOld.^[Id. at 5.] New.^[Id. at 6.]\n\n"),
    "labels": ("book.md", "Old.[^1] New.[^2]\n\n[^1]: Id. at 5.\n\n[^2]: Id. at 6.\n\n"),
}


@pytest.mark.timed
@pytest.mark.parametrize(("name", "chapter"), CHAPTERS.values(), ids=CHAPTERS.keys())
def test_time_grows_with_the_sections_and_no_faster(name: str, chapter: str) -> None:
    def seconds(count: int) -> float:
        data = (chapter * count).encode()
        # as the pipeline reads: the collector walks what other tests have left, and that is no time of the reader's
        with collector_paused():
            begun = time.process_time()
            read_source(data, name, PER_SECTION)
            return time.process_time() - begun

    # linear is 8, quadratic 64
    if seconds(1_600) / seconds(200) > 16:
        assert min(seconds(1_600) for _ in range(3)) / min(seconds(200) for _ in range(3)) < 20


def test_a_finding_names_the_section_of_its_note() -> None:
    result = checked(f"[1] {KATZ}\n\n[1] {LIN}\n[2] Lin, supra note 7, at 241.\n[2] {ELLISON}\n")
    (double,) = of(result, "NUM003")
    assert result.label(double.note) == "2:2"
    assert result.label(0) == "1"


FIRST_OR_NOT = (
    "\n|\n\n|\r\n| |\u00a0|[1] A|[^01]: B|1. C|001. D|1 E|1\u00a0F|[i] G|"
    "i. H|¹ I|⁰¹ J|¹² K|[2] L|ii. M|1.“N|(1) O|1) P|[1]. Q|*"
).split("|")


@given(st.lists(st.sampled_from(FIRST_OR_NOT), max_size=14))
def test_no_first_label_escapes_the_first_look(pieces: list[str]) -> None:
    lines = with_plain_line_ends("".join(pieces))
    ones = sum(label.number == 1 for shape in labelling.SHAPES for label in find_labels(lines, shape))
    assert len(_FIRST.findall(lines)) >= ones
