"""Lists of notes labelled "1.": a number missing, doubled or out of its order, lists within notes, wrapped lines."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

import pytest
from contract import faults
from hypothesis import given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.source import Source
from citelint.pipeline import check
from citelint.read import read_source

CITING = (
    "Katz v. United States, 389 U.S. 347, 351 (1967).",
    "Jane Roe, Short Forms, 90 Yale L.J. 1 (1981).",
    "Terry v. Ohio, 392 U.S. 1, 21 (1968).",
    "Id. at 345.",
    "See Gideon v. Wainwright, 372 U.S. 335, 344 (1963); see also Fed. R. Civ. P. 12. Roe says so too.",
    "Roe, supra note 2, at 7 (reading Rule 3. as it was meant to be read). But see Fed. R. Evid. 403. It was not.",
    "Brief for the Respondents at 445, Terry v. Ohio, 392 U.S. 1 (1968) (No. 67), which has it on page 14. Then again",
)
ITEMS = ("One thing.", "Another thing.", "What the court left open;", "The last of them", "And nothing else.")


def read(text: str, config: Config = Config()) -> Source:  # noqa: B008 - it is frozen
    source = read_source(text.encode(), "essay.txt", config)
    assert not faults(source)
    return source


def texts(source: Source) -> list[str]:
    return [re.sub(r"\s+", " ", note.span.of(source.text)) for note in source.notes]


@dataclass(frozen=True)
class Typed:
    """A list of notes as somebody types it."""

    notes: tuple[str, ...]
    between: str
    width: int | None
    above: str
    indent: str

    def lines(self, label: str, words: str) -> str:
        paragraphs = (label + words).split("\n")
        if self.width:
            paragraphs = [
                textwrap.fill(paragraph, self.width, break_long_words=False, break_on_hyphens=False)
                if not paragraph.startswith(" ")
                else paragraph
                for paragraph in paragraphs
            ]
        return (self.between if self.between == "\n\n" else "\n").join(paragraphs)

    def text(self, numbers: list[int], label: str = "{}. ") -> str:
        typed = [self.lines(label.format(number), words) for number, words in zip(numbers, self.notes, strict=True)]
        return self.above + self.between.join(typed) + "\n"

    def told(self) -> list[str]:
        return [re.sub(r"\s+", " ", words) for words in self.notes]


@st.composite
def typed(draw: st.DrawFn, lists: bool, least: int = 4) -> Typed:
    notes = draw(st.lists(st.sampled_from(CITING), min_size=least, max_size=14))
    indent = draw(st.sampled_from(["", "    "]))
    if lists:
        for at in draw(st.sets(st.integers(0, len(notes) - 1), max_size=3)):
            items = draw(st.lists(st.sampled_from(ITEMS), min_size=2, max_size=5))
            said = draw(st.sampled_from(["There are several:", "There are several of them."]))
            notes[at] = "\n".join([f"{notes[at]} {said}", *(f"{indent}{n}. {item}" for n, item in enumerate(items, 1))])
    width = draw(st.sampled_from([None, 60, 72]))
    if width and not lists:  # whether a line was wrapped there, or a note has no period, nobody can tell
        notes = [note if note.endswith(".") else f"{note}." for note in notes]
    above = draw(st.sampled_from(["", "Notes\n\n", "The rule is old. It has been so for long.\n\nNotes\n\n"]))
    return Typed(tuple(notes), draw(st.sampled_from(["\n", "\n\n"])), width, above, indent)


@given(typed(lists=True))
def test_a_list_that_counts_on_is_read_note_by_note(piece: Typed) -> None:
    source = read(piece.text(list(range(1, len(piece.notes) + 1))))
    assert texts(source) == piece.told()
    assert [note.label for note in source.notes] == [str(n) for n in range(1, len(piece.notes) + 1)]


@given(typed(lists=False), st.data())
def test_a_number_missing_doubled_or_out_of_order_parts_the_same_notes(piece: Typed, data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(["{}. ", "[{}] "]))
    numbers = list(range(1, len(piece.notes) + 1))
    at = data.draw(st.integers(1, len(numbers) - 2))
    match data.draw(st.sampled_from(["missing", "doubled", "swapped"])):
        case "missing":
            numbers[at:] = [number + 1 for number in numbers[at:]]
        case "doubled":
            numbers[at:] = [number - 1 for number in numbers[at:]]
        case _:
            numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    source = read(piece.text(numbers, label))
    assert texts(source) == piece.told()
    assert [note.label for note in source.notes] == [str(number) for number in numbers]


KATZ, ROE, TERRY, ID, *_ = CITING
REFERRING = (KATZ, ROE, TERRY, "Gideon v. Wainwright, 372 U.S. 335, 344 (1963).", ID, "Roe, supra note 2, at 7.")
BODY = "The rule is old.1 And so on.2 It ends.3 Once more.4 And then.5 At last.6\n\n"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("above", ["", BODY, "The rule is old.\n\nNotes\n\n"])
def test_a_gap_and_a_double_are_told_and_make_nothing_else_wrong(above: str, between: str) -> None:
    def told(*numbers: int) -> list[tuple[str, str]]:
        notes = between.join(f"{n}. {words}" for n, words in zip(numbers, REFERRING, strict=True))
        result = check(f"{above}{notes}\n".encode(), "essay.txt", Config())
        assert result.source is not None
        assert texts(result.source) == list(REFERRING)
        families = ("NUM003", "NUM005", "SUP", "XRF", "ID002", "ID012")
        return [(one.code, one.message) for one in result.diagnostics if one.code.startswith(families)]

    assert told(1, 2, 3, 4, 5, 6) == []
    assert told(1, 2, 3, 5, 6, 7) == [("NUM005", "note 5 follows note 3: note 4 is missing")]
    assert told(1, 2, 3, 3, 4, 5) == [("NUM003", "there are two notes 3")]
    assert told(1, 2, 3, 9, 10, 11) == [("NUM005", "note 9 follows note 3: notes 4 to 8 are missing")]
    assert told(1, 2, 4, 3, 5, 6) == []


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_list_that_begins_at_2_is_read(between: str) -> None:
    notes = between.join(f"{n}. {words}" for n, words in enumerate(REFERRING, 2))
    assert texts(read(f"The rule is old.\n\nNotes\n\n{notes}\n")) == list(REFERRING)


def test_a_wrapped_line_that_begins_with_a_number_cuts_no_note() -> None:
    wrapped = (
        "1. Katz v. United States, 389 U.S. 347, 351 (1967) (a case under Rule\n"
        "2. It was decided late); Fed. R. Civ. P.\n"
        "12. See also what was said of it later.\n"
        "2. Terry v. Ohio, 392 U.S. 1, 21 (1968), as it was read in the years of\n"
        "1980. The court went on.\n"
        "3. Id. at 22.\n"
    )
    assert [note.label for note in read(wrapped).notes] == ["1", "2", "3"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_headings_of_the_body_are_no_notes(between: str) -> None:
    body = "1. Introduction\n\nIt is old.1 New.2\n\n2. The Middle\n\nIt goes.3 On.4\n\n3. The End\n\nSo.5 It ends.6\n\n"
    notes = between.join(f"{n}. {words}" for n, words in enumerate(REFERRING, 1))
    assert texts(read(f"{body}{notes}\n")) == list(REFERRING)
    notes = notes.replace("\n2. ", "\n3. ")
    assert texts(read(f"{body}{notes}\n")) == list(REFERRING)


def test_a_wrapped_line_in_a_note_is_no_list_because_a_quotation_has_a_mark() -> None:
    quoting = "Roe, supra note 2, at 7 (“The rule is old.[1] It is laid out in a table of\n1 column and many rows.”)."
    typed = "\n".join(f"{n}. {words}" for n, words in enumerate((*REFERRING, quoting, ID), 1))
    source = read(f"The rule is old.\n\nNotes\n\n{typed}\n")
    assert texts(source) == [*REFERRING, quoting.replace("\n", " "), ID]


@given(typed(lists=False), st.sampled_from(["[{}] ", "{}. "]), st.sampled_from(["Notes\n\n", "Notes\n", ""]))
def test_notes_without_a_period_in_wrapped_lines_are_read_one_by_one(piece: Typed, label: str, above: str) -> None:
    notes = [words.removesuffix(".") if number % 3 == 0 else words for number, words in enumerate(piece.notes)]
    lines = "\n".join(piece.lines(label.format(number), words) for number, words in enumerate(notes, 1))
    source = read(f"{above}{lines}\n")
    assert [note.label for note in source.notes] == [str(number) for number in range(1, len(notes) + 1)]
