"""The report for a terminal: its lines, its width, and that a manuscript is only ever data."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from handmade import counting, evidence, finding, piece, run, with_findings
from hypothesis import given
from hypothesis import strategies as st

from citelint.model.diagnostic import Diagnostic, Edit, Fix, Safety, Severity, Sure
from citelint.model.run import FileResult, Run
from citelint.model.span import Span
from citelint.report import reporter
from citelint.report.layout.cells import cells
from citelint.report.layout.look import Look

LOOK = Look(fixable=True)

ESSAY = """\
The dockets grew.[1] So did the clerks.[2] Nobody counted.[3]

[1] Mara Ellison, Dockets in the Dark: How the Clerks of the Old Court Lost Count, Harbor Post (Nov. 24, 2017),
[2] Priya Natarajan, The Middle Managers of Law, 104 Va. L. Rev. 233, 240 (2018).
[3] Ellison, supra note 2.
[4] The Clerks' Lament, Friends of the Docket,; Ana Lindqvist, Life Among the Files, Harbor Post (Nov. 17, 2017),
[5] Natarajan, supra note 1.
"""


def supra(
    result: FileResult, note: str, name: str, author: str, typed: str, right: str, group: str | None
) -> Diagnostic:
    return finding(
        result,
        note,
        f"{name}, supra note {typed}",
        "SUP002",
        "supra-wrong-note",
        bluebook="4.2(a)",
        hint=f"points to note {typed}",
        message=f"{name} is cited in full in note {right}, not {typed}",
        found=f"supra note {typed}",
        expected=f"supra note {right}",
        expected_note=right,
        sure=Sure("certain", f"one earlier work by {name}"),
        why='"supra note N" names the note with the full citation',
        related=(
            evidence(result, typed, "", f"note {typed} does not cite {name}"),
            evidence(result, right, author, f"{name} is cited in full here"),
        ),
        fix=(typed, right),
        group=group,
    )


def told(result: FileResult, group: str | None = "XRF010-1") -> FileResult:
    """Give an essay with a cause and two members, an error of its own, and a warning in two notes."""
    commas = [
        finding(result, note, "2017),", "NUM011", "note-ends-without-period", severity=Severity.WARNING, bluebook="1.1")
        for note in ("1", "4")
    ]
    commas = [replace(d, span=Span(d.span.end - 1, d.span.end), hint="the note stops after a comma") for d in commas]
    commas = [
        replace(
            d,
            fix=Fix(Safety.REVIEW, (Edit(d.span, "."),)),
            why="something may be missing here: a page, a URL? If not, end with a period.",
        )
        for d in commas
    ]
    members = [
        supra(result, "3", "Ellison", "Mara Ellison", "2", "1", group),
        supra(result, "5", "Natarajan", "Priya Natarajan", "1", "2", group),
    ]
    cause = Diagnostic(
        code="XRF010",
        name="cross-references-shifted",
        severity=Severity.ERROR,
        bluebook="4.2(a)",
        note=None,
        span=members[0].span,
        message="2 of 2 supra numbers are off: a note was probably moved after they were typed",
        members=(2, 4),
        group=group,
    )
    doubled = finding(
        result,
        "4",
        ",;",
        "PUN002",
        "doubled-punctuation",
        hint='a page, date or URL lost before ";"?',
        fix=(",;", ";"),
    )
    causes = (cause,) if group else ()
    return with_findings(counting(result, 4, 2), *causes, commas[0], members[0], doubled, commas[1], members[1])


def full(*results: FileResult, look: Look = LOOK) -> str:
    return reporter("full")(run(*results), look)


def test_a_cause_its_members_an_error_and_a_warning_in_two_notes() -> None:
    assert (
        full(told(piece(ESSAY)))
        == """\
essay.txt

error XRF010 cross-references-shifted                             notes 3, 5
  2 of 2 supra numbers are off: a note was probably moved after they
  were typed.

    note  typed                       should be  cited in full in
       3  Ellison, supra note 2       note 1     note 1
       5  Natarajan, supra note 1     note 2     note 2

  help: citelint fix essay.txt        preview the renumbering
  rule: Bluebook R. 4.2(a)            citelint explain XRF010

error PUN002 doubled-punctuation                                      note 4
  4 | ... Friends of the Docket,; Ana Lindqvist, ...
    |                          ^^ a page, date or URL lost before ";"?
                                                                    [review]

warning NUM011 note-ends-without-period                           notes 1, 4
  1 | ... Harbor Post (Nov. 24, 2017),
    |                                ^ the note stops after a comma
  4 | ... Harbor Post (Nov. 17, 2017),
  why: something may be missing here: a page, a URL? If not, end with a
       period.

Checked 1 file: 5 notes, 4 citations, 2 references.
3 errors, 2 warnings; one cause explains 2 of the errors.
5 fixes want your eye: citelint fix essay.txt
"""
    )


def test_expanded_each_finding_is_told_in_full_after_its_cause() -> None:
    text = full(told(piece(ESSAY)), look=replace(LOOK, expand=True))
    assert (
        """\
error SUP002 supra-wrong-note
  --> essay.txt:5:5, note 3
  3 | Ellison, supra note 2.
    |                     ^ points to note 2
  2 | Priya Natarajan, The Middle Managers of Law ...
    | note 2 does not cite Ellison
  1 | Mara Ellison, Dockets in the Dark: How the ...
    | ------------ Ellison is cited in full here
  found: supra note 2     expected: supra note 1
  sure: certain, one earlier work by Ellison
  why: "supra note N" names the note with the full citation
       (Bluebook R. 4.2(a))
"""
        in text
    )
    assert text.count("error SUP002") == 2
    assert text.count("warning NUM011") == 2
    assert text.index("XRF010") < text.index("SUP002") < text.index("PUN002") < text.index("NUM011")


def test_without_its_headline_a_member_is_a_finding_like_others() -> None:
    text = full(told(piece(ESSAY), group=None))
    assert "XRF010" not in text
    assert "error SUP002 supra-wrong-note" in text
    assert "cause" not in text


def test_one_finding_alone_says_what_should_be_and_which_rule() -> None:
    result = piece(ESSAY)
    alone = with_findings(counting(result, 4, 2), supra(result, "3", "Ellison", "Mara Ellison", "2", "1", None))
    assert (
        full(alone)
        == """\
essay.txt

error SUP002 supra-wrong-note                                         note 3
  3 | Ellison, supra note 2.
    |                     ^ points to note 2 -> supra note 1
  why: "supra note N" names the note with the full citation
       (Bluebook R. 4.2(a))                                         [review]

Checked 1 file: 5 notes, 4 citations, 2 references.
1 error.
1 fix wants your eye: citelint fix essay.txt
"""
    )


def test_without_a_command_that_fixes_none_is_named() -> None:
    text = full(told(piece(ESSAY)), look=Look())
    assert "citelint fix" not in text
    assert "preview" not in text


def test_a_clean_file_gives_the_closing_lines_alone() -> None:
    assert full(counting(piece(ESSAY), 4, 2)) == (
        "Checked 1 file: 5 notes, 4 citations, 2 references.\nNo errors, no warnings.\n"
    )


def test_quiet_leaves_the_closing_lines_out() -> None:
    assert full(counting(piece(ESSAY), 4, 2), look=Look(quiet=True)) == ""
    assert "Checked" not in full(told(piece(ESSAY)), look=Look(quiet=True))


def test_the_closing_line_counts_what_was_not_checked_and_what_has_no_notes() -> None:
    text = full(
        counting(piece("[1] Id."), 0, 1),
        piece("no notes at all", path="readme.txt"),
        FileResult(path="bad.docx", error="damaged: open and save it in Word"),
    )
    assert text.splitlines() == [
        "Checked 2 files: 1 note, 0 citations, 1 reference; 1 file has no notes.",
        "No errors, no warnings in what was checked.",
        "1 file could not be checked.",
    ]


def suggestion(result: FileResult) -> Diagnostic:
    return finding(result, "1", "Ellison", "DAT009", "odd-date", severity=Severity.SUGGESTION)


@pytest.mark.parametrize(
    ("look", "shown"),
    [
        (Look(), False),
        (Look(selected=("default",)), False),
        (Look(selected=("SUP", "NUM011")), False),
        (Look(suggestions=True), True),
        (Look(selected=("DAT009",)), True),
        (Look(selected=("dat",)), True),
        (Look(selected=("odd-date",)), True),
        (Look(selected=("odd_date",)), True),
    ],
)
def test_a_suggestion_is_counted_and_shown_when_asked_for(look: Look, shown: bool) -> None:
    result = piece(ESSAY)
    text = full(with_findings(result, suggestion(result)), look=look)
    assert ("DAT009" in text) is shown
    assert ("1 suggestion: --suggestions shows it" in text) is not shown


def test_safe_fixes_and_those_that_want_an_eye_are_counted_apart() -> None:
    result = piece(ESSAY)
    safe = finding(result, "4", ",;", "PUN002", "doubled-punctuation", fix=(",;", ";"), safety=Safety.SAFE)
    eye = finding(result, "3", "note 2", "SUP002", "supra-wrong-note", fix=("2", "1"))
    assert full(with_findings(result, safe)).endswith("1 fix is safe: citelint fix essay.txt\n")
    assert full(with_findings(result, safe, eye)).endswith("1 fix is safe, 1 wants your eye: citelint fix essay.txt\n")


def test_many_notes_that_do_not_fit_beside_the_name_are_drawn_together_or_stand_below() -> None:
    result = piece("".join(f"[{n}] Stop {n}\n" for n in range(1, 60)))
    every = [finding(result, str(n), "Stop", "NUM011", "note-ends-without-period") for n in range(1, 60)]
    assert "notes 1-59\n" in full(with_findings(result, *every))
    odd = full(with_findings(result, *every[::2])).splitlines()
    assert odd[3].startswith("  notes 1, 3, 5,")
    assert max(map(len, odd)) <= 80


def test_hints_that_differ_are_each_said_under_one_heading() -> None:
    result = piece("[1] See (April 2, 2017).\n[2] See (October 3, 2017).\n")
    dates = [
        finding(result, "1", "April", "DAT001", "month-not-abbreviated", hint="abbreviate", expected="Apr."),
        finding(result, "2", "October", "DAT001", "month-not-abbreviated", hint="abbreviate", expected="Oct."),
    ]
    lines = full(with_findings(result, *dates)).splitlines()
    assert lines[2].endswith("notes 1, 2")
    assert [line for line in lines if "^" in line] == [
        "    |      ^^^^^ abbreviate -> Apr.",
        "    |      ^^^^^^^ abbreviate -> Oct.",
    ]


def test_the_text_of_a_manuscript_is_never_markup_or_control() -> None:
    evil = "[1] [/sic] [hereinafter Cohen] :smiley: \x1b[31mred\x1b[0m \u202egnitirw\u202c <b>&amp;\n"
    result = piece(evil, path="es\nsay\x1b]0;title\x07.txt")
    whole = finding(result, "1", "[hereinafter Cohen]", "HER001", "odd-label", found="\x1b[2J", expected="\u202ex")
    for expand in (False, True):
        text = full(with_findings(result, whole), look=Look(expand=expand))
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[/sic] [hereinafter Cohen] :smiley:" in text
        assert "es say\\x1b]0;title\\x07.txt" in text


def test_colour_adds_escapes_and_changes_no_word() -> None:
    plain = full(told(piece(ESSAY)))
    coloured = full(told(piece(ESSAY)), look=replace(LOOK, colour=True))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_ascii_prints_ascii_with_the_marks_in_the_right_place() -> None:
    result = piece("[1] “Éllison” … § 5, supra note 2.\n")
    one = finding(result, "1", "supra note 2", "SUP002", "supra-wrong-note", hint="“points” on")
    text = full(with_findings(result, one), look=Look(ascii=True))
    assert text.isascii()
    above, below = text.splitlines()[3:5]
    assert above[below.index("^") :].startswith("supra note 2")
    assert below.count("^") == len("supra note 2")


def test_the_marks_stand_beneath_wide_characters_too() -> None:
    result = piece("[1] 王小明, 数字时代, supra note 2.\n")
    one = finding(result, "1", "supra note 2", "SUP002", "supra-wrong-note", hint="here")
    above, below = full(with_findings(result, one)).splitlines()[3:5]
    assert cells(above[: above.index("supra")]) == below.index("^")


@given(
    notes=st.lists(
        st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=300), min_size=1, max_size=3
    ),
    cut=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    hint=st.text(max_size=60),
    width=st.sampled_from([60, 80, 100]),
    expand=st.booleans(),
)
def test_no_line_is_too_long_whatever_a_note_holds(
    notes: list[str], cut: tuple[float, float], hint: str, width: int, expand: bool
) -> None:
    texts = [re.sub(r"[\r\n]", " ", note) for note in notes]
    result = piece("".join(f"[{i}] {text}\n" for i, text in enumerate(texts, 1)))
    assert result.document is not None
    found = []
    for note in result.document.notes:
        start, end = sorted(note.span.start + int(c * (note.span.end - note.span.start)) for c in cut)
        # a hint is ours: words of a length that a line can hold
        ours = re.sub(r"\S{20}(?=\S)", r"\g<0> ", hint)
        found.append(
            replace(finding(result, note.label, "", "SUP002", "supra-wrong-note", hint=ours), span=Span(start, end))
        )
    text = full(with_findings(result, *found), look=Look(width=width, expand=expand))
    assert max(cells(line) for line in text.split("\n")) <= width


def test_the_essay_of_the_specification_gets_the_report_of_the_specification(shared: Path) -> None:
    blocks = re.findall(r"^```\n(.*?)^```$", (shared / "ux.md").read_text("utf-8"), re.M | re.S)
    essay = next((shared / "essay").glob("*.txt")).read_text("utf-8")
    result = specified(counting(piece(essay), 8, 15))
    story, one = blocks[0], blocks[1]
    # the specification shows one note of the seven that end with a comma
    commas = re.compile(r"^ +(?:2|3|5|6|7|13) \| \.\.\. .*,\n", re.M)
    assert commas.sub("", full(result)) == story
    assert one in full(result, look=replace(LOOK, expand=True))


def specified(result: FileResult) -> FileResult:
    author = {"Cohen": "Roberta Cohen", "Robertson": "Phil Robertson"}
    members = [
        supra(result, note, name, author[name], typed, right, "XRF010-1")
        for note, name, typed, right in (
            ("8", "Robertson", "5", "6"),
            ("12", "Cohen", "2", "3"),
            ("14", "Cohen", "2", "3"),
        )
    ]
    cause = Diagnostic(
        code="XRF010",
        name="cross-references-shifted",
        severity=Severity.ERROR,
        bluebook="4.2(a)",
        note=None,
        span=members[0].span,
        message="3 of 3 supra numbers are one too low: "
        "a note was probably inserted at note 1 or 2 after they were typed",
        members=(7, 11, 13),
        group="XRF010-1",
    )
    doubled = finding(
        result, "5", ",;", "PUN002", "doubled-punctuation", hint='a page, date or URL lost before ";"?', fix=(",;", ";")
    )
    commas = []
    for note in ("1", "2", "3", "5", "6", "7", "13"):
        one = finding(result, note, ",", "NUM011", "note-ends-without-period", severity=Severity.WARNING)
        assert result.document is not None
        assert one.note is not None
        end = result.document.notes[one.note].span.end
        commas.append(
            replace(
                one,
                span=Span(end - 1, end),
                fix=Fix(Safety.REVIEW, (Edit(Span(end - 1, end), "."),)),
                hint="the note stops after a comma",
                why="something may be missing here: a page, a URL? If not, end with a period.",
            )
        )
    return with_findings(result, cause, *members, doubled, *commas)


def test_a_run_without_files_says_so() -> None:
    assert reporter("full")(Run((), "9.9.9"), Look()).startswith("Checked 0 files: 0 notes")


def test_where_nothing_was_read_it_does_not_sound_like_a_pass() -> None:
    text = full(FileResult(path="bad.docx", error="damaged"), FileResult(path="worse.docx", error="damaged"))
    assert text == "Nothing was checked in 2 files.\n"


@pytest.mark.timed
def test_a_note_as_long_as_a_book_with_many_findings_is_told_fast() -> None:
    result = piece("[1] " + "Ellison, supra note 2; " * 20_000)
    assert result.document is not None
    one = finding(result, "1", "supra note 2", "SUP002", "supra-wrong-note", related=(evidence(result, "1", "", "x"),))
    found = [replace(one, span=Span(n, n + 5)) for n in range(4, 400_000, 200)]
    began = time.perf_counter()
    for look in (Look(), Look(expand=True)):
        full(with_findings(result, *found), look=look)
    assert time.perf_counter() - began < 5


def test_what_a_cut_line_keeps_of_the_words_in_question() -> None:
    text = "It said so at length, and nobody doubted it at all; Harbor Commission Working Paper, supra note 36."
    result = piece(f"[1] {text}\n")
    one = finding(
        result, "1", "Harbor Commission Working Paper, supra note 36", "SUP003", "supra-to-short-form", fix=("36", "35")
    )
    line, below = full(with_findings(result, one)).splitlines()[3:5]
    assert line == "  1 | ... Harbor Commission Working Paper, supra note 36."
    assert line[below.index("^") :] == "36."


def test_a_fix_that_only_takes_away_is_marked_with_what_was_found() -> None:
    result = piece("[1] So it was,; or so they say.\n")
    one = finding(result, "1", ",;", "PUN002", "doubled-punctuation", fix=(",", ""))
    assert "    |          ^^ " in full(with_findings(result, one))


def test_a_finding_in_the_body_shows_its_line() -> None:
    result = piece("The first line.\nA mark that calls nothing.[9]\n\n[1] Id.\n")
    assert result.document is not None
    start = result.document.text.index("[9]")
    one = replace(
        finding(result, None, "", "NUM001", "marker-without-note", hint="no such note"), span=Span(start, start + 3)
    )
    assert full(with_findings(result, one), look=Look(quiet=True)).splitlines()[2:5] == [
        "error NUM001 marker-without-note",
        "  line 2 | A mark that calls nothing.[9]",
        "         |                           ^^^ no such note",
    ]
    assert "  --> essay.txt:2:27\n" in full(with_findings(result, one), look=Look(expand=True))


def test_a_lone_stop_is_no_answer_beside_a_hint() -> None:
    result = piece("[1] So it was,\n")
    one = finding(result, "1", ",", "NUM011", "note-ends-without-period", hint="no period", expected=".")
    assert "^ no period\n" in full(with_findings(result, one))


def test_several_findings_in_one_note_are_each_marked() -> None:
    words = "A; " + "a word or two about the dockets, " * 4 + "B"
    result = piece(f"[1] A..\n[2] B.. See.. Foo..\n[3] C..\n[4] D.. {words}..\n")
    assert result.document is not None
    text = result.document.text
    (first,) = (finding(result, "1", "..", "PUN002", "doubled-punctuation", hint="one too many"),)
    places = [index for index in range(len(text)) if text.startswith("..", index)]
    notes = [0, 1, 1, 1, 2, 3, 3]
    found = [replace(first, note=note, span=Span(at, at + 2)) for at, note in zip(places, notes, strict=True)]
    lines = full(with_findings(result, *found)).splitlines()
    assert lines[3:10] == [
        "  1 | A..",
        "    |  ^^ one too many",
        "  2 | B.. See.. Foo..",
        "    |  ^^    ^^    ^^",
        "  3 | C..",
        lines[8],
        "    |  ^^",
    ]
    # what does not fit into one line has a line of its own, marked too
    assert lines[8].startswith("  4 | D..")
    assert lines[10].startswith("  4 | ...")
    assert lines[11].strip(" |") == "^^"
    assert lines[10][lines[11].index("^") :].startswith("..")


def test_points_and_blanks_are_quoted_where_they_are_told() -> None:
    result = piece("[1] Roe , A Title.\n")
    told = finding(result, "1", " ,", "PUN002", "doubled-punctuation", found=" ,", expected=",")
    words = finding(result, "1", "Roe", "SUP012", "supra-author-form", found="Roe", expected="Doe")
    text = reporter("full")(run(with_findings(result, told, words)), replace(LOOK, expand=True))
    assert '  found: " ,"     expected: ","\n' in text
    assert "  found: Roe     expected: Doe\n" in text
