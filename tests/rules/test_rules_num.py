"""The numbering family: cases beyond the examples in the rules."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trial import Trial, try_rules

from citelint.config import Config
from citelint.lint import find_rule
from citelint.model.diagnostic import Safety, Severity
from citelint.rules import all_rules
from citelint.rules.num.markers_out_of_order import _rising


def num(text: str, name: str = "essay.txt", config: Config | None = None) -> Trial:
    return try_rules(name, text, config, [rule for rule in all_rules() if rule.family == "NUM"])


def essay(*notes: str, body: str = "") -> str:
    return body + "\n".join(f"[{number}] {words}" for number, words in enumerate(notes, 1))


def test_the_sample_essay_ends_seven_notes_with_a_comma(shared: Path) -> None:
    (path,) = (shared / "essay").glob("*.txt")
    trial = num(path.read_text("utf-8"))
    document = trial.source
    labels = [document.notes[finding.note].label for finding in trial.found if finding.note is not None]
    assert labels == ["1", "2", "3", "5", "6", "7", "13"]
    assert {(f.code, f.severity, f.found, f.expected) for f in trial.found} == {("NUM011", Severity.WARNING, ",", None)}
    assert all(f.fix is not None and f.fix.safety is Safety.REVIEW for f in trial.found)
    assert all(f.hint == "the note stops after a comma" for f in trial.found)


@pytest.mark.parametrize(
    "ending",
    [
        "Id.",
        "384 U.S. 436, 444 (1966).",
        "who asked, “Why not?”",
        "he cried, “Never!”",
        "Roe Corp.",
        "a place (as it was then.)",
        "[hereinafter Roe Rep.]",
        "it “went on . . . .”",
        "and so on…",
        "https://example.org/a/b.",
        "the order reads as follows:",
        "the order reads:”",
        "he said ‘no.’”",
        "nothing more.\u200b",
        "‹I am done.›",
    ],
)
def test_these_notes_end_well(ending: str) -> None:
    assert num(essay(f"Roe, {ending}")).codes == []


@pytest.mark.parametrize(
    ("ending", "mended", "safety"),
    [
        ("444 (1966)", "444 (1966).", "safe"),
        ("444 (1966),", "444 (1966).", "review"),
        ("444 (1966);", "444 (1966).", "safe"),
        ("444 (1966) ,", "444 (1966) .", "review"),
        ("https://example.org/a/b", "https://example.org/a/b.", "safe"),
        ("https://example.org/a/b/", "https://example.org/a/b/.", "safe"),
        ("https://example.org/a-", "https://example.org/a-.", "safe"),
        (
            "https://example.org [https://perma.cc/AAAA-BBBB]",
            "https://example.org [https://perma.cc/AAAA-BBBB].",
            "safe",
        ),
        ("Roe wrote “the end”", "Roe wrote “the end.”", "safe"),
        ("Roe wrote ‘the end’", "Roe wrote ‘the end.’", "safe"),
        ("(quoting “the end”)", "(quoting “the end”).", "safe"),
        ("“the end” (emphasis added)", "“the end” (emphasis added).", "safe"),
        ("“a [change]”", "“a [change].”", "safe"),
        ("Roe wrote “the end,”", "Roe wrote “the end.”", "review"),
        ("(see Doe,)", "(see Doe,).", "safe"),
        ("at 5\u00a0", "at 5.\u00a0", "safe"),
        ("at 5%", "at 5%.", "safe"),
    ],
)
def test_the_period_goes_where_it_belongs(ending: str, mended: str, safety: str) -> None:
    trial = num(essay(f"Roe, {ending}"))
    assert trial.codes == ["NUM011"]
    fix = trial.found[0].fix
    assert fix is not None
    assert (fix.safety.value, trial.fixed("NUM011").rstrip(" ")) == (safety, essay(f"Roe, {mended}").rstrip(" "))
    assert num(trial.fixed("NUM011")).codes == []


@pytest.mark.parametrize("ending", ["Roe, supra note –", "Roe (", "Roe & ", "42 U.S.C. §", "Roe, “"])
def test_a_note_that_breaks_off_gets_no_fix(ending: str) -> None:
    (finding,) = num(essay(ending)).found
    assert (finding.code, finding.fix, finding.hint) == ("NUM011", None, "the note breaks off")


def test_a_note_that_ends_in_a_list_passes() -> None:
    text = "A.[^1]\n\n[^1]: There are two:\n\n    - one thing\n    - another thing\n"
    assert num(text, "essay.md").codes == []
    assert num(text.replace("- ", ""), "essay.md").codes == ["NUM011"]


def test_a_paragraph_that_begins_with_an_abbreviation_is_no_list() -> None:
    text = "A.[^1]\n\n[^1]: Roe wrote it.\n\n    Id. at 7\n"
    assert num(text, "essay.md").codes == ["NUM011"]


def test_the_period_lands_in_markdown_where_the_note_ends() -> None:
    trial = num("[^1]: *See* Roe v. Doe, 5 U.S. 1 (1850)\n[^2]: *Id*\n", "essay.md")
    assert trial.codes == ["NUM011", "NUM011"]
    assert trial.fixed("NUM011") == "[^1]: *See* Roe v. Doe, 5 U.S. 1 (1850).\n[^2]: *Id.*\n"


@given(st.text(alphabet='ab.,;)”"]( \u00a0?', min_size=1, max_size=12))
def test_the_fix_of_a_missing_period_takes_one_round(words: str) -> None:
    trial = num(f"[1] A {words}\n[2] Id.")
    (rule,) = [find_rule(all_rules(), "NUM011")]
    assert set(trial.codes) <= {rule.code}
    if trial.found and trial.found[0].fix:
        assert num(trial.fixed("NUM011")).codes == []


# --- numbers


def test_one_gap_is_one_finding() -> None:
    (finding,) = num("[1] Roe.\n[2] Doe.\n[9] Poe.").found
    assert finding.code == "NUM005"
    assert "notes 3 to 8 are missing" in finding.message


def test_a_gap_is_held_against_its_own_number_only() -> None:
    assert num("[1] Roe.\n[3] Doe.\n[2] Poe.").codes == []


def test_a_note_lost_with_its_mark_kept_is_one_finding() -> None:
    trial = num("One.[1] Two.[2] Three.[3]\n\n[1] Roe.\n[3] Doe.")
    assert trial.codes == ["NUM001"]
    trial = num("One.[1] Two.[2] Four.[5]\n\n[1] Roe.\n[5] Doe.")
    assert trial.codes == ["NUM001", "NUM005"]
    assert "notes 3 to 4 are missing" in trial.of("NUM005")[0].message


def test_a_markdown_label_is_held_against_the_number_that_will_be_printed() -> None:
    trial = num("A.[^1] B.[^3]\n\n[^1]: Roe.\n[^3]: Doe.\n", "essay.md")
    assert [(f.code, f.hint) for f in trial.found] == [("NUM005", "follows note 1, prints as 2")]


def test_named_markdown_labels_have_no_order_and_no_gaps() -> None:
    assert num("A.[^9] B.[^roe] C.[^2]\n\n[^9]: Roe.\n[^roe]: Doe.\n[^2]: Poe.\n", "essay.md").codes == []


def test_a_text_that_lost_its_marks_is_one_finding_and_only_likely() -> None:
    text = "The rule is old. It is also new.\n\n" + essay("Roe.", "Doe.", "Poe.")
    (finding,) = num(text).found
    assert (finding.code, finding.severity, finding.note) == ("NUM002", Severity.WARNING, None)
    assert "none of its 3 notes" in finding.message


def test_a_heading_above_a_list_of_notes_is_no_text() -> None:
    assert num("NOTES\n\n" + essay("Roe.", "Doe.", "Poe.")).codes == []


def test_authors_notes_are_no_numbers() -> None:
    text = "Short Forms\n\nThe rule.[1]\n\n[*] Professor.\n[1] Roe."
    assert num(text).codes == []


def test_marks_outside_an_excerpt_are_unknown() -> None:
    text = "One.[6] Two.[7]\n\n[7] Roe."
    assert num(text).codes == ["NUM001"]
    assert num(text, config=Config(first_note=7)).codes == []


def test_a_second_mark_is_not_out_of_order_too() -> None:
    assert num("A.[1] B.[2] C.[1] D.[3]\n\n" + essay("Roe.", "Doe.", "Poe.")).codes == ["NUM004"]


def test_first_of_two_doubles_is_shown() -> None:
    (finding,) = num("[1] Roe.\n[2] Doe.\n[2] Poe.").found
    (related,) = finding.related
    assert (finding.code, related.note, finding.note) == ("NUM003", 1, 2)


@given(st.permutations(range(1, 9)))
def test_the_marks_that_are_kept_rise_and_none_could_be_added(numbers: list[int]) -> None:
    kept = sorted(_rising(numbers))
    run = [numbers[place] for place in kept]
    assert run == sorted(run)
    assert len(run) == _longest(numbers)


def _longest(numbers: list[int]) -> int:
    best: list[int] = []
    for place, number in enumerate(numbers):
        best.append(1 + max((best[i] for i in range(place) if numbers[i] < number), default=0))
    return max(best)


def test_where_a_displaced_mark_stands() -> None:
    trial = num("A.[1] B.[4] C.[2] D.[3]\n\n" + essay("Roe.", "Doe.", "Poe.", "Moe."))
    assert [(f.code, f.found, f.message) for f in trial.found] == [("NUM006", "4", "the mark 4 stands before 2")]


def test_numbering_rules_are_linear_in_shuffled_marks() -> None:
    numbers = list(range(1, 4001))
    random.Random(7).shuffle(numbers)
    body = " ".join(f"Word.[{number}]" for number in numbers)
    found = num(body + "\n\n" + essay(*["Roe."] * 4000)).found
    assert len(found) > 3000
    assert {finding.code for finding in found} == {"NUM006"}


# --- no notes


def test_no_notes() -> None:
    trial = num("One paragraph.\n\nAnother one.")
    (finding,) = trial.found
    assert (finding.code, finding.note, finding.severity) == ("NUM000", None, Severity.ERROR)
    assert '"[1] ..."' in finding.message
    assert find_rule(all_rules(), "no-notes-found").selectable is False
