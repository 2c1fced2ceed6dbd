"""Abbreviations, months, and phrases of case history."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.tables.abbreviations import is_abbreviation, is_also_a_word, may_end_sentence
from citelint.tables.entries import entries
from citelint.tables.history import phrase_kind, phrases
from citelint.tables.months import ABBREVIATIONS, MONTHS, NAMES, is_season, month_number

ABBREVIATED = """
    v. vs. No. Nos. ed. eds. rev. vol. ch. pt. pts. art. amend. cl. para. paras. sec. n. nn. p. pp. fig. tbl. trans.
    supp. comp. al. cert. cf. e.g. i.e. viz. nom. Mr. Mrs. Ms. Dr. Prof. Hon. St. Jr. Sr. Inc. Corp. Co. Ltd. L.L.C.
    Bros. Exec. Rsch. Mtn. Grp. Sess. Cong. Res. Doc. Rep. Sen. Gov. U. Univ. N.Y. S.D.N.Y. Ph.D. Cal.App. J. JJ. C.J.
    Educ. Liab. Just. Mfrs. Recs. Enters. REV. PUB. CALIF. Fed. Am. Sept. Jan. Cir. Bankr. Harv. Colum. Tex. Ass’ns.
"""
NOT_ABBREVIATED = """
    etc. court. Court. Id. id. supra. holding. law. way. that. plan. term. high. camp. info. work. power. 2019. Smith.
    The. 3d. Privacy. No Rev rsch.x x.. ... . Act. works. Works. case. fire. unit. miss. 12. 1.2.
"""
WORDS_TOO = "No. Mass. Am. Art. Will. All. Me. Or. How. Ill. Miss. Wash. I. Enter. Enters. Pet."
NO_WORDS = "Rsch. Corp. Cal. Harv. Educ. Bankr. Nos. v. cert. eds. Mfrs. S.D.N.Y. Univ. Dr."


@pytest.mark.parametrize("word", ABBREVIATED.split())
def test_abbreviations(word: str) -> None:
    assert is_abbreviation(word)


@pytest.mark.parametrize("word", NOT_ABBREVIATED.split())
def test_no_abbreviations(word: str) -> None:
    assert not is_abbreviation(word)


def test_nothing_is_no_abbreviation() -> None:
    assert not is_abbreviation("")


@pytest.mark.parametrize("word", WORDS_TOO.split())
def test_abbreviations_that_are_words_too(word: str) -> None:
    assert is_abbreviation(word)
    assert is_also_a_word(word)


@pytest.mark.parametrize("word", NO_WORDS.split())
def test_abbreviations_that_are_no_words(word: str) -> None:
    assert is_abbreviation(word)
    assert not is_also_a_word(word)


@pytest.mark.parametrize("word", ["Inc.", "Jr.", "U.S.", "Corp.", "D.C.", "al."])
def test_abbreviations_that_end_sentences(word: str) -> None:
    assert is_abbreviation(word)
    assert may_end_sentence(word)


@pytest.mark.parametrize("word", ["v.", "Dr.", "No.", "cf.", "Harv.", "Cir."])
def test_abbreviations_that_end_no_sentence(word: str) -> None:
    assert not may_end_sentence(word)


def test_small_abbreviations_are_abbreviations() -> None:
    assert entries("small_abbreviations") <= entries("abbreviations")


@given(st.text())
def test_only_what_ends_in_a_period_is_an_abbreviation(text: str) -> None:
    if is_abbreviation(text):
        assert text.rstrip().endswith(".")
    assert is_also_a_word(text) in (True, False)
    assert may_end_sentence(text) in (True, False)


def test_months() -> None:
    assert [month_number(form) for form in ABBREVIATIONS] == list(range(1, 13))
    assert [month_number(form) for form in NAMES] == list(range(1, 13))
    assert month_number("SEPTEMBER") == month_number("Sep.") == month_number("Sept") == month_number("sept.") == 9
    assert month_number("Jun.") == 6
    assert month_number("Jul") == 7
    assert month_number("Mayor") is None
    assert month_number("") is None
    assert set(MONTHS.values()) == set(range(1, 13))


def test_seasons() -> None:
    assert is_season("Spring")
    assert is_season("FALL")
    assert not is_season("Springs")


@pytest.mark.parametrize(
    "phrase",
    [
        "aff'd",
        "aff’d,",
        "rev’d",
        "rev'd on other grounds,",
        "cert. denied",
        "Cert. denied,",
        "vacated",
        "overruled by",
        "superseded by statute",
        "sub nom.",
        "aff’d sub nom.",
        "prob. juris. noted",
        "reh’g granted",
    ],
)
def test_history(phrase: str) -> None:
    assert phrase_kind(phrase) == "history"


@pytest.mark.parametrize("phrase", ["reprinted in", "quoted in", "quoting", "citing", "codified at", "reviewed by,"])
def test_explanatory(phrase: str) -> None:
    assert phrase_kind(phrase) == "explanatory"


@pytest.mark.parametrize("phrase", ["", "see", "denied cert.", "Roe v. Doe", "reprinted", "in"])
def test_no_phrase(phrase: str) -> None:
    assert phrase_kind(phrase) is None


def test_phrases_are_longest_first_with_both_apostrophes() -> None:
    found = phrases()
    assert [len(phrase) for phrase in found] == sorted((len(phrase) for phrase in found), reverse=True)
    assert {"aff'd", "aff’d", "cert. denied", "reprinted in"} <= set(found)
    assert len(found) == len(set(found))
    assert all(phrase_kind(phrase) for phrase in found)
    assert not any(phrase.endswith(",") for phrase in found)
