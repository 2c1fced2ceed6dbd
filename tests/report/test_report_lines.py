"""The reports of one line a finding: concise, plain, github; and the counts in their place."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from handmade import counting, finding, piece, run, with_findings
from hypothesis import given
from hypothesis import strategies as st

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.run import FileResult
from citelint.report import github, reporter
from citelint.report.layout.escape import without_controls
from citelint.report.layout.look import Look
from citelint.report.layout.statistics import report as statistics

ESSAY = "[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).\n[2] Id.\n[3] Ellison, supra note 2.\n"


def told(path: str = "essay.txt", part: str = "") -> FileResult:
    result = piece(ESSAY, path=path, part=part)
    wrong = finding(
        result,
        "3",
        "Ellison, supra note 2",
        "SUP002",
        "supra-wrong-note",
        message="Ellison is cited in full in note 1, not 2",
        found="supra note 2",
        expected="supra note 1",
        expected_note="1",
        fix=("2", "1"),
        group="XRF010-1",
    )
    cause = replace(
        wrong, code="XRF010", name="cross-references-shifted", note=None, members=(2,), fix=None, expected=None
    )
    cause = replace(cause, message="1 of 1 supra numbers is one too high")
    taste = finding(result, "2", "Id.", "ID009", "taste", severity=Severity.SUGGESTION, message="taste differs")
    stop = finding(
        result, "1", "(2018)", "PAR001", "year-late", severity=Severity.WARNING, message="the year: 2018, late"
    )
    return with_findings(counting(result, 1, 2), cause, stop, taste, wrong)


def test_concise_is_a_line_for_each_finding() -> None:
    assert reporter("concise")(run(told()), Look(quiet=True)).splitlines() == [
        "essay.txt:3:5: error XRF010 cross-references-shifted: note 3: 1 of 1 supra numbers is one too high",
        "essay.txt:1:51: warning PAR001 year-late: note 1: the year: 2018, late",
        "essay.txt:3:5: error SUP002 supra-wrong-note: note 3: Ellison is cited in full in note 1, not 2 [*]",
    ]


def test_concise_counts_notes_in_an_archive() -> None:
    lines = reporter("concise")(run(told("e.docx", "word/footnotes.xml")), Look(quiet=True)).splitlines()
    assert lines[2].startswith("e.docx:3:1: error SUP002 supra-wrong-note: note 3: ")


def test_concise_ends_with_what_was_counted() -> None:
    text = reporter("concise")(run(told()), Look())
    assert "Checked 1 file: 3 notes, 1 citation, 2 references.\n1 error, 1 warning; one cause explains 1" in text


def test_plain_is_a_sentence_a_line() -> None:
    assert reporter("plain")(run(told()), Look()).splitlines() == [
        "Error. Note 3. 1 of 1 supra numbers is one too high. Rule XRF010, cross-references-shifted.",
        "Warning. Note 1. The year: 2018, late. Rule PAR001, year-late.",
        "Error. Note 3. Ellison, supra note 2 should be supra note 1. Rule SUP002, supra-wrong-note.",
        "Checked 1 file: 3 notes, 1 citation, 2 references.",
        "1 error, 1 warning; one cause explains 1 of the errors.",
        "1 suggestion: --suggestions shows it.",
    ]


def test_plain_announces_the_file_where_there_are_several() -> None:
    text = reporter("plain")(run(told(), told("two.txt")), Look(quiet=True))
    assert re.findall(r"^File .*$", text, re.M) == ["File essay.txt.", "File two.txt."]


def test_plain_says_what_is_about_the_whole_piece() -> None:
    result = piece(ESSAY)
    whole = finding(result, None, "", "NUM005", "numbering-gap", message="note 2 is missing")
    text = reporter("plain")(run(with_findings(result, whole)), Look(quiet=True))
    assert text == "Error. The whole piece. Note 2 is missing. Rule NUM005, numbering-gap.\n"


def test_github_gives_causes_first_and_not_their_members() -> None:
    assert reporter("github")(run(told()), Look()).splitlines() == [
        "::error file=essay.txt,line=3,col=5,title=XRF010 cross-references-shifted"
        "::note 3: 1 of 1 supra numbers is one too high",
        "::warning file=essay.txt,line=1,col=51,title=PAR001 year-late::note 1: the year: 2018, late",
        "::notice file=essay.txt,line=2,col=5,title=ID009 taste::note 2: taste differs",
        "Checked 1 file: 3 notes, 1 citation, 2 references.",
    ]


def test_github_names_no_line_of_an_archive() -> None:
    text = reporter("github")(run(told("e.docx", "word/footnotes.xml")), Look())
    assert "file=e.docx,title=XRF010" in text
    assert "line=" not in text


def many(count: int) -> FileResult:
    result = piece("".join(f"[{n}] Stop {n}\n" for n in range(1, count + 1)))
    stops = [finding(result, str(n), "Stop", "NUM011", "no-period", severity=Severity.WARNING) for n in range(1, count)]
    return with_findings(result, *stops, finding(result, str(count), "Stop", "ID001", "id-lost"))


def test_github_gives_ten_and_counts_the_rest() -> None:
    lines = reporter("github")(run(many(14)), Look()).splitlines()
    assert lines[0].startswith("::error ")
    assert sum(line.startswith("::") for line in lines) == 10
    assert "4 findings more: citelint check lists them all" in lines
    assert "4 findings more in the summary\n" in reporter("github")(run(many(14)), Look(summed=True))


def test_github_gives_exactly_ten_without_a_word_of_more() -> None:
    assert "more in the summary" not in reporter("github")(run(many(10)), Look())


def test_github_annotates_a_file_that_could_not_be_read() -> None:
    text = reporter("github")(run(FileResult(path="a,b:c.docx", error="damaged:\n100% lost")), Look())
    assert text.splitlines()[0] == "::error file=a%2Cb%3Ac.docx,title=could not be checked::damaged:%0A100%25 lost"


@given(st.text(), st.text(min_size=1))
def test_github_lets_no_text_begin_a_command_or_end_a_property(message: str, path: str) -> None:
    result = piece(ESSAY, path=path)
    one = finding(result, "1", "Mara", "X001", "x", message=message)
    lines = re.split(r"[\r\n]", reporter("github")(run(with_findings(result, one)), Look()))
    assert sum(line.startswith("::") for line in lines) == 1
    properties = re.match(r"::error file=([^,:]*),line=1,col=5,title=X001 x::", lines[0])
    assert properties
    back = properties[1].replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r")
    assert back.replace("%25", "%") == without_controls(path)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.seen.add(tag)


def test_the_summary_escapes_everything_and_lists_all() -> None:
    result = piece(ESSAY, path="<b>essay</b>.txt")
    evil = finding(result, "1", "Mara", "X001", "x", message="<script>alert(1)</script> & <img src=x>\n\n# head")
    text = github.summary(run(with_findings(result, evil), FileResult(path="x", error="<a href='y'>")))
    tags = Tags()
    tags.feed(text)
    assert tags.seen == {"h3", "p", "table", "tr", "th", "td"}
    assert "\n#" not in text
    assert "&lt;script&gt;" in text


def test_the_summary_stays_under_what_github_takes() -> None:
    text = github.summary(run(many(1500)))
    assert len(text.encode()) < 1024 * 1024
    assert "500 findings more" in text


def test_statistics_count_each_rule_the_commonest_first() -> None:
    assert statistics(run(many(14), told()), Look(quiet=True)).splitlines() == [
        "13  warning     NUM011  no-period",
        " 1  error       ID001  id-lost",
        " 1  error       SUP002  supra-wrong-note  [1 with a fix]",
        " 1  warning     PAR001  year-late",
    ]


def test_statistics_count_the_fixes_of_each_severity() -> None:
    result = piece("[1] Roe, supra note 2.\n[2] Doe, supra note 1.\n")
    sure = finding(result, "1", "supra note 2", "SUP002", "supra-wrong-note", fix=("2", "1"))
    unsure = finding(result, "2", "supra note 1", "SUP002", "supra-wrong-note", severity=Severity.WARNING)
    assert statistics(run(with_findings(result, sure, unsure)), Look(quiet=True)).splitlines() == [
        "1  error       SUP002  supra-wrong-note  [1 with a fix]",
        "1  warning     SUP002  supra-wrong-note",
    ]


def test_statistics_of_nothing_are_the_closing_lines() -> None:
    assert statistics(run(piece(ESSAY)), Look()).startswith("Checked 1 file")


@given(st.text())
def test_lines_for_people_hold_no_control_characters(message: str) -> None:
    result = piece(ESSAY)
    one: Diagnostic = finding(result, "1", "Mara", "X001", "x", message=message, found=message, expected=message)
    for name in ("concise", "plain", "full"):
        for look in (Look(), Look(ascii=True)):
            text = reporter(name)(run(with_findings(result, one)), look)
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
            assert text.isascii() or not look.ascii
