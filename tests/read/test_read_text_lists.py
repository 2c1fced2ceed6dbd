"""Several lists in one text: footnotes and endnotes, chapters, bibliographies; which of them are notes."""

from __future__ import annotations

import pytest
from contract import faults

from citelint.config import Config
from citelint.model.run import FileResult
from citelint.pipeline import check, understand, without_notes

KATZ = "Katz v. United States, 389 U.S. 347, 351 (1967)."
ROE = "Jane Roe, Short Forms, 90 Yale L.J. 1 (1981)."
TERRY = "Terry v. Ohio, 392 U.S. 1, 21 (1968)."
GIDEON = "Gideon v. Wainwright, 372 U.S. 335, 344 (1963)."
WRONG = "Roe, supra note 1, at 7."
FIRST, SECOND = (KATZ, ROE, WRONG), (TERRY, GIDEON, "Id. at 345.")
BODY = "The rule is old.[1] And new.[2] Or not.[3]"
WORKS = ("Alpha, A. (1990). The book of alpha. Oxford.", "Beta, B. (1991). The book.", "Gamma, G. (1992). The book.")


def read(text: str) -> FileResult:
    result = check(text.encode(), "essay.txt", Config())
    assert result.error is None, result.error
    assert result.source is not None
    assert not faults(result.source)
    return result


def notes(result: FileResult) -> list[tuple[str, int, str | None, str]]:
    assert result.source is not None
    return [(n.apparatus, n.section, n.label, n.span.of(result.source.text)) for n in result.source.notes]


def texts(result: FileResult) -> list[str]:
    return [text for *_, text in notes(result)]


def marks(result: FileResult) -> list[tuple[str, int | None]]:
    assert result.source is not None
    return [(mark.typed, mark.note) for mark in result.source.markers]


def codes(result: FileResult, *families: str) -> list[str]:
    return [found.code for found in result.diagnostics if found.code.startswith(families)]


def listed(words: tuple[str, ...], label: str = "{}. ", between: str = "\n") -> str:
    return between.join(label.format(number) + text for number, text in enumerate(words, 1))


WAYS = [(label, between) for label in ("{}. ", "[{}] ") for between in ("\n", "\n\n")]


@pytest.mark.parametrize("above", ["\n\n", "\n"], ids=["apart", "tight"])
@pytest.mark.parametrize(
    "body", [BODY + "\n\n" + BODY, BODY, "The rule is old.", ""], ids=["twice", "once", "bare", "no"]
)
@pytest.mark.parametrize(("label", "between"), WAYS)
def test_footnotes_and_endnotes_are_two_apparatus(label: str, between: str, body: str, above: str) -> None:
    first, second = listed(FIRST, label, between), listed(SECOND, label, between)
    result = read(f"{body}\n\nFootnotes{above}{first}\n\nEndnotes{above}{second}\n")
    assert notes(result) == [
        *(("footnotes", 1, str(number), text) for number, text in enumerate(FIRST, 1)),
        *(("endnotes", 1, str(number), text) for number, text in enumerate(SECOND, 1)),
    ]
    assert codes(result, "SUP", "NUM") == ["SUP002"]
    called = [(str(note % 3 + 1), note) for note in range(6)]
    assert marks(result) == (called if body.count(BODY) == 2 else [])


@pytest.mark.parametrize("heading", ["Notes\n\n", "Notes\n", ""])
@pytest.mark.parametrize(("label", "between"), WAYS)
def test_chapters_that_each_begin_at_1_are_sections(label: str, between: str, heading: str) -> None:
    first, second = listed(FIRST, label, between), listed(SECOND, label, between)
    result = read(f"One\n\n{BODY}\n\n{heading}{first}\n\nTwo\n\n{BODY}\n\n{heading}{second}\n")
    assert [(section, label) for _, section, label, _ in notes(result)] == [
        (s, str(n)) for s in (1, 2) for n in (1, 2, 3)
    ]
    assert texts(result) == [*FIRST, *SECOND]
    assert codes(result, "SUP", "NUM") == ["SUP002"]
    assert [note for _, note in marks(result)] == list(range(6))


@pytest.mark.parametrize("body", [BODY, "The rule is old."])
@pytest.mark.parametrize("titles", [("Notes\n\nChapter 1", "Chapter 2"), ("Notes to Chapter 1", "Notes to Chapter 2")])
def test_chapters_of_notes_at_the_end_are_sections(titles: tuple[str, str], body: str) -> None:
    result = read(f"{body}\n\n{titles[0]}\n\n{listed(FIRST)}\n\n{titles[1]}\n\n{listed(SECOND)}\n")
    assert [section for _, section, *_ in notes(result)] == [1, 1, 1, 2, 2, 2]
    assert texts(result) == [*FIRST, *SECOND]


@pytest.mark.parametrize("body", [BODY + "\n\n", ""])
@pytest.mark.parametrize("label", ["{}. ", "[{}] "])
def test_a_list_right_behind_another_gives_its_numbers_twice(label: str, body: str) -> None:
    result = read(f"{body}{listed(FIRST, label)}\n\n{listed(SECOND, label)}\n")
    assert texts(result) == [*FIRST, *SECOND]
    assert codes(result, "NUM") == ["NUM003"] * 3


@pytest.mark.parametrize("heading", ["Endnotes\n\n", ""])
def test_footnotes_in_figures_and_endnotes_in_roman_numbers(heading: str) -> None:
    roman = "\n".join(f"[{label}] {text}" for label, text in zip(("i", "ii", "iii"), SECOND, strict=True))
    body = "The rule[1] is old.[i] And[2] new.[ii] Or[3] not.[iii]"
    result = read(f"{body}\n\n{heading and 'Footnotes'}\n\n{listed(FIRST, '[{}] ')}\n\n{heading}{roman}\n")
    assert texts(result) == [*FIRST, *SECOND]
    assert [apparatus for apparatus, *_ in notes(result)] == ["footnotes"] * 3 + ["endnotes"] * 3
    assert marks(result) == [("1", 0), ("i", 3), ("2", 1), ("ii", 4), ("3", 2), ("iii", 5)]
    assert codes(result, "NUM") == []


@pytest.mark.parametrize(
    "heading", ["References", "BIBLIOGRAPHY", "Works Cited", "Selected Bibliography", "# References"]
)
@pytest.mark.parametrize("works", [listed(WORKS), listed(WORKS, "[{}] "), "\n\n".join(WORKS)])
@pytest.mark.parametrize("above", ["Notes\n\n", ""])
@pytest.mark.parametrize(("label", "between"), WAYS)
def test_a_bibliography_is_no_list_of_notes(label: str, between: str, above: str, works: str, heading: str) -> None:
    result = read(f"{BODY}\n\n{above}{listed(FIRST, label, between)}\n\n{heading}\n\n{works}\n")
    assert texts(result) == list(FIRST)
    assert codes(result, "SUP", "NUM") == ["SUP002"]


def test_a_bibliography_above_the_notes_is_no_body() -> None:
    result = read(f"{BODY}\n\nReferences\n\n{listed(WORKS)}\n\nNotes\n\n{listed(FIRST)}\n")
    assert texts(result) == list(FIRST)
    assert result.source is not None
    assert not any("Alpha" in span.of(result.source.text) for span in result.source.body)


def test_bibliographies_of_chapters_end_with_them() -> None:
    chapters = [f"Chapter {n}\n\n{BODY}\n\n{listed(FIRST)}\n\nReferences\n\n{listed(WORKS)}\n\n" for n in (1, 2)]
    result = read("".join(chapters))
    assert texts(result) == [*FIRST, *FIRST]
    assert [section for _, section, *_ in notes(result)] == [1, 1, 1, 2, 2, 2]


def test_notes_that_are_headed_references_are_notes() -> None:
    assert texts(read(f"{BODY}\n\nReferences\n\n{listed(FIRST)}\n")) == list(FIRST)
    assert texts(read(f"{BODY}\n\nReferences\n\n{listed(SECOND[:2])}\n")) == list(SECOND[:2])


def test_what_refers_back_is_not_left_out() -> None:
    result = read(f"{BODY}\n\nNotes\n\n{listed(FIRST)}\n\nReferences\n\n{listed(SECOND)}\n")
    assert texts(result) == [*FIRST, *SECOND]


def test_where_two_lists_may_be_the_notes_it_is_said_where_they_stand() -> None:
    text = f"{BODY}\n\n{listed((KATZ, ROE, TERRY))}\n\nReferences\n\n{listed(WORKS)}\n"
    error = check(text.encode(), "essay.txt", Config()).error
    assert error is not None
    assert "at line 3 and at line 9" in error
    assert 'a line "Notes"' in error
    assert texts(read(text.replace("\n\n1. Katz", "\n\nNotes\n\n1. Katz"))) == [KATZ, ROE, TERRY]


@pytest.mark.parametrize("works", [WORKS[:2], (*WORKS, KATZ)])
def test_marks_tell_notes_from_references(works: tuple[str, ...]) -> None:
    text = f"{BODY}\n\n{listed((KATZ, ROE, TERRY))}\n\nReferences\n\n{listed(works)}\n"
    assert texts(read(text)) == [KATZ, ROE, TERRY]


def test_references_that_marks_call_are_read_too() -> None:
    text = f"{BODY} So.[4]\n\n{listed((KATZ, ROE, TERRY))}\n\nReferences\n\n{listed((*WORKS, KATZ))}\n"
    assert texts(read(text)) == [KATZ, ROE, TERRY, *WORKS, KATZ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("label", ["{}. ", "[{}] "])
def test_the_first_note_may_stand_right_below_its_heading(label: str, between: str) -> None:
    assert texts(read(f"{BODY}\n\nNotes\n{listed(FIRST, label, between)}\n")) == list(FIRST)


@pytest.mark.parametrize("said", ["There are two reasons:", "There are two reasons."])
def test_a_list_within_the_last_note_is_no_list_of_notes(said: str) -> None:
    result = read(f"{BODY}\n\n1. {KATZ}\n\n2. {ROE}\n\n3. {said}\n\n1. One thing.\n\n2. Another.\n")
    assert texts(result) == [KATZ, ROE, f"{said}\n\n1. One thing.\n\n2. Another."]


ROMAN = ("i", "ii", "iii")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("body", ["", "The rule is old.[i] And new.[ii] Or not.[iii]\n\n", f"{BODY}\n\nEndnotes\n\n"])
def test_notes_with_small_roman_numbers_are_endnotes(body: str, between: str) -> None:
    typed = between.join(f"{label}. {text}" for label, text in zip(ROMAN, SECOND, strict=True))
    result = read(f"{body}{typed}\n")
    assert notes(result) == [("endnotes", 1, label, text) for label, text in zip(ROMAN, SECOND, strict=True)]
    if "[i]" in body:
        assert marks(result) == [("i", 0), ("ii", 1), ("iii", 2)]
        assert codes(result, "NUM") == []


def test_footnotes_labelled_1_and_endnotes_labelled_i() -> None:
    typed = "\n".join(f"{label}. {text}" for label, text in zip(ROMAN, SECOND, strict=True))
    result = read(f"{BODY}\n\nFootnotes\n\n{listed(FIRST)}\n\nEndnotes\n\n{typed}\n")
    assert texts(result) == [*FIRST, *SECOND]
    assert [label for *_, label, _ in notes(result)] == ["1", "2", "3", *ROMAN]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_roman_list_within_a_note_is_no_list_of_notes(between: str) -> None:
    items = between.join(["Two things:", "i. one thing,", "ii. another."])
    typed = between.join([f"1. {KATZ}", f"2. {items}", f"3. {TERRY}"])
    assert [label for *_, label, _ in notes(read(f"{BODY}\n\n{typed}\n"))] == ["1", "2", "3"]


def test_a_wrapped_name_of_a_case_begins_no_note() -> None:
    typed = f"i. {KATZ}\nii. {ROE}\niii. Terry\nv. Ohio, 392 U.S. 1, 21 (1968).\n"
    assert [label for *_, label, _ in notes(read(f"Notes\n\n{typed}"))] == ["i", "ii", "iii"]


AUTHORS = ("* Professor of Law, Coastal University.", "† My thanks go to Ruth Lin.")


@pytest.mark.parametrize(
    "above", ["", "The Docket\n\n", "The Docket*\n\n", f"The Docket*†\n\n{BODY}\n\n", f"{BODY}\n\n"]
)
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("label", ["{}. ", "[{}] "])
def test_authors_notes_above_a_list_are_notes(label: str, between: str, count: int, above: str) -> None:
    result = read(f"{above}{between.join([*AUTHORS[:count], listed(FIRST, label, between)])}\n")
    assert [label for *_, label, _ in notes(result)] == [*"*†"[:count], "1", "2", "3"]
    assert texts(result) == [text[2:] for text in AUTHORS[:count]] + list(FIRST)


@pytest.mark.parametrize(
    "line", ["* * *", "* one point", "* One point.\n\n* Another.", "# Notes", "§ 1 is old law.", "**Notes**"]
)
def test_what_begins_with_a_sign_is_not_always_an_authors_note(line: str) -> None:
    result = read(f"{BODY}\n\n{line}\n\n{listed(FIRST)}\n")
    assert [label for *_, label, _ in notes(result)] == ["1", "2", "3"]


@pytest.mark.parametrize("label", ["{}. ", "{} "])
def test_a_list_that_begins_further_on_is_named_with_what_reads_it(label: str) -> None:
    typed = "\n".join(label.format(number) + text for number, text in enumerate(FIRST, 57))
    text = f"The rule is old.57 And new.58 Or not.59\n\n{typed}\n"
    (found,) = without_notes(understand(text.encode(), "essay.txt", Config()), Config()).diagnostics
    assert found.code == "NUM000"
    assert 'at line 3 begins with 57: if that is the first note, give "--first-note 57"' in found.message
    told = check(text.encode(), "essay.txt", Config(first_note=57))
    assert told.source is not None
    assert [note.label for note in told.source.notes] == ["57", "58", "59"]


@pytest.mark.parametrize("text", ["1. One.\n2. Two.\n3. Three.\n\nIt ends.", "In 1990 it began.", "7. One.\n\n9. Two."])
def test_other_numbers_give_no_such_hint(text: str) -> None:
    (found,) = without_notes(understand(f"A text.\n\n{text}\n".encode(), "essay.txt", Config()), Config()).diagnostics
    assert "--first-note" not in found.message
