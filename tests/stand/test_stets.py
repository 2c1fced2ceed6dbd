"""Stets: which note a comment holds for, what it holds back, and what is said of one that is of no use."""

from __future__ import annotations

import pytest

from citelint.config import Config
from citelint.lint.stets import stets_of
from citelint.model.run import FileResult
from citelint.model.stet import FiledStet
from citelint.pipeline import check
from citelint.read import read_source

RULES = ("PUN", "SUP", "XRF", "STE")
FULL = "Katz v. United States,, 389 U.S. 347, 351 (1967)."


def checked(text: str, name: str = "essay.md", **settings: object) -> FileResult:
    """Check with the rules that these texts are about, and no other."""
    return check(text.encode(), name, Config(**{"select": RULES, **settings}))  # type: ignore[arg-type]


def codes(result: FileResult) -> list[tuple[str, str | None]]:
    return [(d.code, result.label(d.note)) for d in result.diagnostics]


def holders(text: str, name: str = "essay.md") -> list[str | None]:
    source = read_source(text.encode(), name, Config())
    return [None if one.note is None else source.notes[one.note].label for one in stets_of(source)]


STET = "<!-- citelint: stet PUN002 why -->"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (f"A.{STET}[^a] B.[^b]\n\n[^a]: One.\n[^b]: Two.\n", "1"),
        (f"A.[^a]{STET} B.[^b]\n\n[^a]: One.\n[^b]: Two.\n", "2"),
        (f"A.[^a] B.[^b]\n\n{STET}\n[^a]: One.\n[^b]: Two.\n", "1"),
        (f"A.[^a] B.[^b]\n\n[^a]: One.\n{STET}\n[^b]: Two.\n", "2"),
        (f"A.[^a] B.[^b]\n\n[^a]: One. {STET}\n[^b]: Two.\n", "1"),
        (f"A.[^a] B.[^b]\n\n[^a]: {STET} One.\n\n[^b]: Two.\n", "1"),
        (f"A.[^a] B.[^b]\n\n[^b]: Two.\n{STET}\n[^a]: One.\n", "1"),
        (f"{STET}\n\nA.^[One.] B.^[Two.]\n", "1"),
        (f"A.^[One.] {STET}B.^[Two.]\n", "2"),
    ],
)
def test_the_note_that_a_comment_holds_for(text: str, label: str) -> None:
    assert holders(text) == [label]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"[1] One. {STET}\n", "essay.txt"),
        (f"A `{STET}`[^1]\n\n[^1]: One.\n", "essay.md"),
        (f"A.[^1]\n\n```\n{STET}\n```\n\n[^1]: One.\n", "essay.md"),
        ("A.[^1]\n\n<!-- citelint: stet PUN002\n\n[^1]: One.\n", "essay.md"),
        ("A.[^1]\n\n<!-- citelint is a linter -->\n\n[^1]: One.\n", "essay.md"),
    ],
)
def test_what_is_printed_or_never_ends_is_no_stet(text: str, name: str) -> None:
    assert holders(text, name) == []


def test_a_stet_holds_back_the_finding_of_its_note_alone() -> None:
    result = checked(f"{STET}\n[^1]: {FULL}\n[^2]: {FULL}\n")
    assert codes(result) == [("PUN002", "2")]
    assert result.stood == 1


@pytest.mark.parametrize("word", ["PUN002", "doubled-punctuation", "PUN", "NUM011,PUN002", "pun002"])
def test_a_rule_is_named_by_code_name_or_family(word: str) -> None:
    result = checked(f"<!-- citelint: stet {word} why -->\n[^1]: {FULL}\n", select=("PUN",))
    assert codes(result) == []


def test_stet_file_holds_for_all() -> None:
    result = checked(f"<!-- citelint: stet-file PUN002 why -->\n\n[^1]: {FULL}\n[^2]: {FULL}\n")
    assert (codes(result), result.stood) == ([], 2)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("stet PNU002 why", "no rule is called 'PNU002'. Did you mean PUN002?"),
        ("disable PUN002", "'disable' is no instruction"),
        ("stet", "it names no rule"),
        ("stet all why", "no rule is called 'all'"),
    ],
)
def test_one_that_names_no_rule_means_that_the_file_was_not_checked(comment: str, said: str) -> None:
    result = checked(f"<!-- citelint: {comment} -->\n[^1]: {FULL}\n", select=("PUN",))
    assert result.error is not None
    assert said in result.error
    assert "\n" not in result.error
    assert ("PUN002", "1") in codes(result)


def test_one_that_holds_nothing_back_is_told_where_its_rules_ran() -> None:
    text = f"{STET}\n[^1]: Katz v. United States, 389 U.S. 347, 351 (1967).\n"
    assert codes(checked(text)) == [("STE002", "1")]
    assert codes(checked(text, ignore=("PUN002",))) == []
    assert codes(checked(text, select=("NUM",))) == []


def test_a_stet_behind_the_last_note_is_told() -> None:
    result = checked(f"[^1]: {FULL}\n\nThe end.\n\n{STET}\n")
    assert result.error is not None
    assert "no note follows it" in result.error


def test_what_stands_is_no_part_of_a_cause() -> None:
    shifted = "".join(
        f"[^{n}]: {author}, Title {'ABCDEF'[n]}, {100 + n} Colum. L. Rev. {n}01, {n}15 (2018).\n"
        for n, author in enumerate(("Mara Ellison", "Ruth Lin", "Tomas Okafor", "Ada Moss"), 2)
    )
    text = f"[^1]: Katz v. United States, 389 U.S. 347, 351 (1967).\n{shifted}"
    text += (
        "[^6]: Lin, *supra* note 2, at 9.\n<!-- citelint: stet SUP002 a joke -->\n[^7]: Okafor, *supra* note 3, at 9.\n"
    )
    text += "[^8]: Moss, *supra* note 4, at 9.\n[^9]: Ellison, *supra* note 1, at 9.\n"
    result = checked(text)
    (cause,) = (d for d in result.diagnostics if d.members)
    assert [result.label(note) for note in cause.members] == ["6", "8", "9"]


def test_a_cause_that_is_let_stand_leaves_its_members() -> None:
    text = (
        "<!-- citelint: stet-file XRF010 we number by hand -->\n\n"
        "[^1]: Katz v. United States, 389 U.S. 347, 351 (1967).\n"
        "[^2]: Mara Ellison, Dockets, 118 Colum. L. Rev. 901, 915 (2018).\n[^3]: Ruth Lin, Clerks 12 (2018).\n"
        "[^4]: Ellison, *supra* note 1, at 9.\n[^5]: Lin, *supra* note 2, at 9.\n"
    )
    result = checked(text)
    assert codes(result) == [("SUP002", "4"), ("SUP002", "5")]
    assert {d.group for d in result.diagnostics} == {None}


def test_a_filed_stet_holds_for_the_whole_piece_or_for_what_its_key_knows() -> None:
    from citelint.model.fingerprint import fingerprint

    text = f"[1] {FULL}\n[2] Terry v. Ohio,, 392 U.S. 1, 21 (1968).\n"
    before = checked(text, "essay.txt")
    assert before.document is not None
    assert codes(before) == [("PUN002", "1"), ("PUN002", "2")]
    key = fingerprint(before.diagnostics[1], before.document).written
    one = checked(text, "essay.txt", stets=(FiledStet("PUN002", "why", key, "stet 1"),))
    assert (codes(one), one.stood) == ([("PUN002", "1")], 1)
    moved = checked(f"[1] A text.\n{text.replace('[2]', '[3]').replace('[1]', '[2]')}", "essay.txt",
                    stets=(FiledStet("PUN002", "why", key, "stet 1"),))  # fmt: skip
    assert codes(moved) == [("PUN002", "2")]
    whole = checked(text, "essay.txt", stets=(FiledStet("PUN002", "why", "", "stet 1"),))
    assert (codes(whole), whole.stood) == ([], 2)
    gone = checked(text.replace("Ohio,,", "Ohio,"), "essay.txt", stets=(FiledStet("PUN002", "why", key, "stet 1"),))
    assert codes(gone) == [("STE002", None), ("PUN002", "1")]


@pytest.mark.timed
def test_many_stets_and_many_known_findings_cost_what_they_are() -> None:
    from time import perf_counter

    from citelint.model.baseline import Known
    from citelint.model.fingerprint import Fingerprint

    def seconds(count: int) -> float:
        one = [Fingerprint("a" * 16, f"{n:016x}", f"{n + 1:016x}", "") for n in range(count)]
        start = perf_counter()
        assert all(Known(one).take(list(reversed(one))))
        text = "".join(f"{STET}\n[^{n}]: Katz,, a text.\n" for n in range(count // 10))
        assert len(stets_of(read_source(text.encode(), "essay.md", Config()))) == count // 10
        return perf_counter() - start

    short = min(seconds(500) for _ in range(3))
    assert min(seconds(4000) for _ in range(2)) < 8 * short * 5
