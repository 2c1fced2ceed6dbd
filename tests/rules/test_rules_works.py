"""Rules that hold short forms, pages and full citations of one work against each other: beyond their examples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trial import Trial, try_rules

from citelint.model.diagnostic import Severity

MIRANDA = "Miranda v. Arizona, 384 U.S. 436, 444 (1966)"
KATZ = "Katz v. United States, 389 U.S. 347, 351 (1967)"
ELLISON = "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)"


def essay(*notes: str) -> str:
    return "\n".join(f"[{number}] {words}" for number, words in enumerate(notes, 1))


def tried(*notes: str) -> Trial:
    return try_rules("essay.txt", essay(*notes))


# --- ID007


def test_id007_says_one_cause_once() -> None:
    trial = tried(f"{ELLISON}.", "Id. at 89.", "Id. at 90.", "Id. at 910.", "Id. at 91.")
    assert [finding.note for finding in trial.of("ID007")] == [1]


def test_id007_suspects_the_full_citation_where_many_references_lie_before_it() -> None:
    later = [f"{KATZ}.", "Ellison, supra note 1, at 89."] * 3
    (finding,) = tried(f"{ELLISON}.", *later).of("ID007")
    assert (finding.severity, "3 references" in finding.why) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        (
            "Mara Ellison, Dockets, 12 Atmosphere 1320, at 3 (2021).",
            "Ellison, supra note 1, at 4.",
        ),  # pages of an issue
        ("Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (forthcoming 2018).", "Ellison, supra note 1, at 12."),
        (f"{ELLISON}.", "Ellison, supra note 1 (manuscript at 12)."),
        (f"{ELLISON}.", "Ellison, supra note 1, at 950, 960."),
        (f"{ELLISON}.", "Ellison, supra note 1, § 3."),
    ],
)
def test_id007_passes(full: str, short: str) -> None:
    assert not tried(full, f"{KATZ}.", short).of("ID007")


def test_id007_is_silent_where_the_number_is_wrong() -> None:
    notes = f"{ELLISON}.", f"{KATZ}.", "Ellison, supra note 2, at 89.", "Id. at 90."
    assert not tried(*notes).of("ID007")


@settings(max_examples=40, deadline=None)
@given(st.integers(901, 1151))
def test_id007_no_page_of_the_work_is_outside(page: int) -> None:
    assert not tried(f"{ELLISON}.", f"Id. at {page}.").of("ID007")


# --- SHF008


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1 Helen Brandt, Commentaries 12 (1765).", "4 Helen Brandt, Commentaries 12 (1765)."),
        ("Helen Brandt, Law 12 (2d ed. 2014).", "Helen Brandt, Law 12 (3d ed. 2019)."),
        ("Helen Brandt, Law: A Treatise 12 (2014).", "Helen Brandt, Law: An Essay 12 (2014)."),
        (
            "EPA, Clean Rooms (2022), https://example.org/reports/2022/03/clean-rooms-fact-sheet.",
            "EPA, Clean Rooms (2022), https://example.org/indoor-air-quality/clean-rooms-campaign.",
        ),
        (
            "Letter from Ruth Lin to Ann Vale at 5 (Feb. 19, 2015).",
            "Letter from Ruth Lin to Ann Vale at 1 (Feb. 19, 2015).",
        ),
        (f"{MIRANDA}.", f"{MIRANDA}."),
    ],
)
def test_shf008_passes(first: str, second: str) -> None:
    assert not tried(first, f"{KATZ}.", second).of("SHF008")


def test_shf008_gives_no_short_form_that_two_works_of_the_note_would_share() -> None:
    other = "Mara Ellison, After the Docket, 68 Duke L.J. 401 (2018)"
    (finding,) = tried(f"{ELLISON}; {other}.", f"{KATZ}.", f"{ELLISON}.").of("SHF008")
    assert (finding.expected, finding.fix, finding.expected_note) == (None, None, "1")


def test_shf008_keeps_et_al() -> None:
    pell = "Graham Pell et al., Courts by the Numbers, 90 N.Y.U. L. Rev. 12, 14 (2015)"
    assert tried(f"{pell}.", f"{KATZ}.", f"{pell}.").of("SHF008")[0].expected == "Pell et al., supra note 1, at 14"


# --- SHF009


def test_shf009_reports_the_odd_one_of_several_wherever_it_stands() -> None:
    wrong = MIRANDA.replace("384", "348")
    (finding,) = tried(f"{wrong}.", f"{KATZ}.", f"{MIRANDA}.", f"{KATZ}.", f"{MIRANDA}.").of("SHF009")
    assert (finding.note, finding.found, finding.expected) == (0, "348", "384")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # two decisions in one string, and two of one volume far apart
        (
            "United States v. Roe, 25 F. Cas. 30, 33 (C.C.D. Va. 1807).",
            "United States v. Roe, 25 F. Cas. 187 (C.C.D. Va. 1807).",
        ),
        ("Doe v. Roe, 10 F.3d 9 (2d Cir. 1993).", "Doe v. Roe, 10 F.3d 9 (3d Cir. 1994)."),
        ("Doe v. Roe, 2015 WL 1234, at *2 (S.D.N.Y. 2015).", "Doe v. Roe, 2015 WL 4321, at *2 (S.D.N.Y. 2015)."),
    ],
)
def test_shf009_passes(first: str, second: str) -> None:
    assert not tried(first, f"{KATZ}.", second).of("SHF009")


# --- SHF006


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Trump v. Hawaii, 585 U.S. 667, 702 (2018).", "Hawaii, 585 U.S. at 703."),  # an official tells it no better
        ("Arizona v. United States, 567 U.S. 387, 394 (2012).", "Arizona, 567 U.S. at 395."),
        ("Int’l Shoe Co. v. Washington, 326 U.S. 310, 316 (1945).", "International Shoe, 326 U.S. at 317."),
        ("Texas v. Johnson, 491 U.S. 397 (1989); Utah v. Johnson, 12 P.2d 3 (1932).", "Texas, 491 U.S. at 399."),
    ],
)
def test_shf006_passes(full: str, short: str) -> None:
    assert not tried(full, f"{KATZ}.", short).of("SHF006")


# --- SUP010, SUP012


def test_sup010_a_section_of_a_treatise_is_no_law() -> None:
    notes = "13A Wright & Miller’s Federal Practice and Procedure § 3531.", f"{KATZ}.", "Wright & Miller, supra note 1."
    assert not tried(*notes).of("SUP010")


def test_sup012_names_the_right_spelling() -> None:
    (finding,) = tried("Andy Greenberg, Code, 12 Ct. Rev. 3, 4 (2018).", f"{KATZ}.", "Greenburg, supra note 1.").of(
        "SUP012"
    )
    assert (finding.found, finding.expected) == ("Greenburg", "Greenberg")


# --- ID006


def test_id006_is_silent_after_four_notes_by_id_and_in_a_new_part() -> None:
    ids = [f"Id. at {page}." for page in range(445, 449)]
    assert not tried(f"{MIRANDA}.", *ids, "Miranda, 384 U.S. at 450.").of("ID006")
    body = "# I. One\n\nText.[^1]\n\n# II. Two\n\nMore.[^2]\n\n"
    notes = f"[^1]: {MIRANDA}.\n[^2]: *Miranda*, 384 U.S. at 450.\n"
    assert not try_rules("essay.md", body + notes).of("ID006")
    assert try_rules("essay.md", body.replace("# II. Two\n\n", "") + notes).of("ID006")
