"""The punctuation family: cases beyond the examples in the rules."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trial import Trial, try_rules

from citelint.config import Config
from citelint.lint import find_rule, lint
from citelint.model.diagnostic import Safety, Severity
from citelint.model.document import Document, Note
from citelint.model.link import Links
from citelint.read import read_source
from citelint.rules import all_rules


def doubled(text: str, name: str = "essay.txt") -> Trial:
    return try_rules(name, text, rules=[find_rule(all_rules(), "PUN002")])


def test_the_sample_essay_has_one_clash(shared: Path) -> None:
    (path,) = (shared / "essay").glob("*.txt")
    trial = doubled(path.read_text("utf-8"))
    (finding,) = trial.found
    assert finding.note is not None
    assert trial.source.notes[finding.note].label == "5"
    assert finding.span.of(trial.source.text) == ",;"
    assert (finding.severity, finding.hint) == (Severity.ERROR, 'a page, date or URL lost before ";"?')
    assert finding.fix is not None
    assert finding.fix.safety is Safety.REVIEW


@pytest.mark.parametrize(
    "words",
    [
        "Id.; Doe v. Roe, Inc., 5 U.S. 1 (1850)",
        "Doe et al., Names; Roe Corp.; Poe Jr., More",
        "he wrote . . . . Then",
        "he wrote . . . , then",
        "he wrote . . ., then",
        "he wrote...; then",
        "he wrote ...., then",
        "he wrote,... then",
        "he wrote, . . . then",
        "he wrote\u00a0.\u00a0.\u00a0.\u00a0, then",
        "he wrote … , then",
        "he wrote . . , then",
        "Why Not?, 5 Yale L.J. 1; Stop!, 6 Yale L.J. 2; Who?; Roe",
        "https://example.org/a..b,,c;;d,;e",
        "www.example.org/a,,b",
        "HTTPS://EXAMPLE.ORG/A..B",
        "the folder ../notes or notes/.. or ..\\notes",
        "versions 1..5 and v1..2",
        "“the end.”. Roe",
        "“the end,”; Roe",
        "(, )",
        "5,000.50, and .5",
        "art. 5, § 2(a)., Roe",
        "*, Roe",
    ],
)
def test_these_are_right(words: str) -> None:
    assert doubled(f"[1] Roe, {words}.\n[2] Id.").codes == []


@pytest.mark.parametrize(
    ("words", "places", "mended", "safety"),
    [
        ("Inc.., 5", ["..,"], "Inc., 5", "safe"),
        ("2018).. Then", [".."], "2018). Then", "safe"),
        ("Roe,, Doe", [",,"], "Roe, Doe", "safe"),
        ("Roe,,, Doe", [",,,"], "Roe, Doe", "safe"),
        ("Roe;; Doe", [";;"], "Roe; Doe", "safe"),
        ("Roe , Doe", [" ,"], "Roe, Doe", "safe"),
        ("Roe\u00a0, Doe", ["\u00a0,"], "Roe, Doe", "safe"),
        ("Oct. 19 , 2017", [" ,"], "Oct. 19, 2017", "safe"),
        ("Roe. , 5", [" ,"], "Roe., 5", "safe"),
        ("Roe ,, 5", [" ,,"], "Roe, 5", "safe"),
        ("Roe, , 5", [", ,"], "Roe, 5", "review"),
        ("Roe;; , 5", [";; ,"], "Roe; 5", "review"),
        ("Inc., , 5", [", ,"], "Inc., 5", "review"),
        ("(2018),. See", [",."], "(2018). See", "safe"),
        ("(2018),. 5 see", [",."], "(2018), 5 see", "review"),
        ("at 910;. See", [";."], "at 910. See", "safe"),
        ("Monthly,; Lin", [",;"], "Monthly; Lin", "review"),
        ("Corp.,; Lin", [",;"], "Corp.; Lin", "review"),
        ("Monthly;, Lin", [";,"], "Monthly; Lin", "review"),
        ("see https://example.org/a,; Lin", [",;"], "see https://example.org/a; Lin", "review"),
        ("see https://example.org/a.. Lin", [".."], "see https://example.org/a. Lin", "safe"),
        ("“the end..” Lin", [".."], "“the end.” Lin", "safe"),
    ],
)
def test_these_are_wrong(words: str, places: list[str], mended: str, safety: str) -> None:
    trial = doubled(f"[1] Roe, {words}.\n[2] Id.")
    assert [finding.span.of(trial.source.text) for finding in trial.found] == places
    assert {f.fix.safety.value for f in trial.found if f.fix} == {safety}
    assert trial.fixed("PUN002") == f"[1] Roe, {mended}.\n[2] Id."
    assert doubled(trial.fixed("PUN002")).codes == []


def test_points_that_nobody_can_mend_are_shown_without_a_fix() -> None:
    (finding,) = doubled("[1] Roe,.,; Doe.").found
    assert (finding.fix, finding.expected) == (None, None)


def test_a_fix_spans_no_markup() -> None:
    trial = doubled("[^1]: *Id.*. *See* Roe..\n", "essay.md")
    assert trial.fixed("PUN002") == "[^1]: *Id.* *See* Roe.\n"


@given(st.text(alphabet="aB .,;…(”/1\u00a0", max_size=14))
def test_a_fix_removes_what_it_was_for_and_adds_nothing(words: str) -> None:
    trial = doubled(f"[1] A{words}b.\n[2] Id.")
    mended = trial.fixed("PUN002")
    left = doubled(mended).found
    assert len(left) <= sum(finding.fix is None for finding in trial.found)


@pytest.mark.timed
@pytest.mark.parametrize("hostile", [" ", ".", ",", " ,", ". ", "https://", "www.", ",;", "a..b", "\u00a0", "http://,"])
def test_time_is_linear_whatever_stands_there(hostile: str) -> None:
    source = read_source(f"[1] Roe.. {hostile * 40_000} Doe.\n[2] Id.".encode(), "essay.txt", Config())
    notes = tuple(Note(note.ordinal, note.label, note.ordinal + 1, note.span, ()) for note in source.notes)
    start = time.perf_counter()
    lint(Document(source, notes, ()), Links({}, (), {}, ()), Config(), [find_rule(all_rules(), "PUN002")])
    assert time.perf_counter() - start < 5
