"""Supra rules beyond their examples: which note is called right, and how sure a finding is."""

from __future__ import annotations

import pytest
from trial import try_rules

from citelint.config import Config
from citelint.model.diagnostic import Diagnostic, Severity

ELLISON = "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)"
MIRANDA = "Miranda v. Arizona, 384 U.S. 436, 444 (1966)"
OKAFOR = "Tomas Okafor, Ruth Lin & Hiro Vale, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018)"
ALONE = "Tomas Okafor, Prices Without Markets, 34 Econ. Inquiry 444 (1996)"


def found(code: str, *notes: str) -> list[Diagnostic]:
    text = "\n".join(f"[{number}] {note}" for number, note in enumerate(notes, 1))
    return try_rules("essay.txt", text + "\n").of(code)


def padded(number: int, *notes: str) -> list[str]:
    """Put cases before notes so that the first of them has that number."""
    return [*(f"State v. Roe, {100 + n} P.2d {n + 10} (1990)." for n in range(1, number)), *notes]


def test_sup002_names_the_full_citation_nearest_to_the_number_printed() -> None:
    notes = [f"{ELLISON}.", *padded(9, f"{ELLISON}.", f"{MIRANDA}.", "Ellison, supra note 11, at 920.")]
    (finding,) = found("SUP002", *notes)
    assert finding.expected_note == "10"
    far = [f"{ELLISON}.", *padded(30, f"{ELLISON}.", f"{MIRANDA}.", "Ellison, supra note 12, at 920.")]
    (finding,) = found("SUP002", *far)
    assert finding.expected_note == "1"


def test_et_al_is_not_the_work_of_one_author() -> None:
    assert not found("SUP011", f"{OKAFOR}; {ALONE}.", "Okafor et al., supra note 1, at 1150.")
    both = f"{OKAFOR}; {OKAFOR.replace('Pricing', 'Trading').replace('70', '71')}."
    assert found("SUP011", both, "Okafor et al., supra note 1, at 1150.")


def test_et_al_printed_in_the_citation_stands_for_other_authors() -> None:
    written = "Tomas Okafor et al., Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018)"
    assert not found("SUP002", f"{MIRANDA}.", f"{written}.", "Okafor et al., supra note 2, at 1150.")


def test_a_name_that_stands_in_words_not_understood_is_not_certainly_uncited() -> None:
    notes = ("Ruth Okafor & Hiro Vale, Platform Patience, Marlow Institute.", f"{MIRANDA}.", f"{ELLISON}.")
    (finding,) = found("SUP008", *notes, "Okafor & Vale, supra note.")
    assert finding.severity is Severity.ERROR
    assert finding.expected_note == "1"
    assert not [f for f in found("SUP004", *notes, "Okafor & Vale, supra note 2.") if f.severity is Severity.ERROR]


def test_the_same_long_title_is_one_work_whoever_is_named_as_its_author() -> None:
    title = "Report of Inquiry Pursuant to Section 9 of the Harbor Lights Act of 1911, Release No. 81 (July 25, 2017)"
    notes = (
        f"Harbor Lights Commission, {title}.",
        *padded(6, f"{title}.", f"{MIRANDA}."),
        "Report of Inquiry, supra note 8, at 4.",
    )
    (finding,) = found("SUP002", *notes)
    assert finding.expected_note == "7"


def test_her002_is_silent_where_the_piece_goes_on() -> None:
    label = f"{ELLISON} [hereinafter Ellison, Dark Dockets]."
    assert found("HER002", label, f"{MIRANDA}.")
    assert not found("HER002", label, "See infra notes 285–294.")


def test_sup007_is_taste_where_the_work_stands_earlier_in_the_note() -> None:
    (finding,) = found("SUP007", f"{ELLISON}. So it went. Ellison, supra note 1, at 920.")
    assert finding.severity is Severity.SUGGESTION
    (finding,) = found("SUP007", f"{ELLISON}.", "Ellison, supra note 2, at 920.")
    assert (finding.severity, finding.expected_note) == (Severity.WARNING, "1")


def test_an_acronym_of_three_letters_is_no_name_cut_short() -> None:
    notes = (
        "CRS Steam, Inc. v. Vale, 225 B.R. 833 (Bankr. D. Mass. 1998).",
        "David Carlson, Trusts, 9 Marq. L. Rev. 365.",
    )
    (finding,) = found("SUP002", *notes, "Carlson, supra note 1, at 366.")
    assert (finding.severity, finding.expected_note) == (Severity.ERROR, "2")


def test_a_common_word_of_the_prose_is_no_misspelt_name() -> None:
    prose = "Some courts want more than that, and say so in every second case."
    (finding,) = found(
        "SUP002", prose, "Hal Moore, Ledgers, 9 Marq. L. Rev. 365 (2001).", "Moore, supra note 1, at 366."
    )
    assert (finding.severity, finding.expected_note) == (Severity.ERROR, "2")
    named = "Some courts want what More wants, and say so in every second case."
    assert not found("SUP002", named, "Hal Moore, Ledgers, 9 Marq. L. Rev. 365 (2001).", "Moore, supra note 1, at 366.")


def test_a_year_is_no_misspelt_year() -> None:
    notes = (
        "The count of 2022 is used here, since nobody counted before the spring of that year.",
        "Nat'l Shelter Alliance, Annual Count 12 (2021) [hereinafter Count 2021].",
    )
    (finding,) = found("SUP002", *notes, "Count 2021, supra note 1, at 14.")
    assert (finding.severity, finding.expected_note) == (Severity.ERROR, "2")


def test_a_work_that_is_cited_later_in_the_own_note_is_not_meant_by_supra() -> None:
    own = "Gill, supra note 3, at 7; Eric Dixon & Indira Gill, Two Counties, 12 Utah L. Rev. 9 (2019)."
    (finding,) = found("SUP007", f"{MIRANDA}.", "Indira Gill, Deep Ledgers, 9 Marq. L. Rev. 365 (2001).", own)
    assert finding.expected_note == "2"


def test_sup003_speaks_of_any_source_that_has_a_label() -> None:
    order = "Open Harbor Order, 30 FCC Rcd. 5601, 5603 (2015) [hereinafter 2015 Harbor Order]"
    (finding,) = found(
        "SUP003", f"{order}.", "Id. at 5605.", f"{MIRANDA}.", "2015 Harbor Order, supra note 2, at 5610."
    )
    assert finding.expected_note == "1"


def test_a_shift_moves_no_page_to_a_note_of_statutes() -> None:
    works = [
        f"Ada {name}, {title}, {50 + n} Duke L.J. {n}00 (2001)."
        for n, (name, title) in enumerate(
            [("Vale", "Dues"), ("Marsh", "Tolls"), ("Rook", "Fees"), ("Lind", "Fines")], 1
        )
    ]
    notes = [
        f"{MIRANDA}.",
        *works,
        "7 U.S.C. § 1a(9).",
        "Vale, supra note 1, at 101; Marsh, supra note 2, at 201; Rook, supra note 3, at 301.",
        "See supra note 2.",
        "See supra note 5, at 12.",
    ]
    moved = {f.note: f.expected_note for f in found("SUP002", *notes)}
    assert moved[7] == "3"
    assert 8 not in moved


def counted_in_letters(*notes: str) -> list[Diagnostic]:
    names = ("i", "ii", "iii", "iv", "v")
    return list(
        try_rules("essay.txt", "".join(f"[{name}] {note}\n" for name, note in zip(names, notes, strict=False))).found
    )


def test_where_notes_have_roman_numbers_supra_has_them_too() -> None:
    right = (f"{ELLISON}.", f"{MIRANDA}.", "Ellison, supra note i, at 920. See supra notes i–ii.")
    assert not [d for d in counted_in_letters(*right) if d.severity is not Severity.SUGGESTION]
    (finding,) = [d for d in counted_in_letters(*right, "Ellison, supra note ii, at 920.") if d.code == "SUP002"]
    assert (finding.expected, finding.expected_note) == ("supra note i", "i")
    (finding,) = [d for d in counted_in_letters(*right, "See supra note xx.") if d.severity is Severity.ERROR]
    assert finding.message == "there is no note xx: the notes are numbered from i to iv"


def test_where_notes_have_digits_letters_are_no_number() -> None:
    assert not found("SUP001", f"{ELLISON}.", f"{MIRANDA}.", "Ellison, supra note xi, at 920.")
    assert found("SUP008", f"{ELLISON}.", f"{MIRANDA}.", "Ellison, supra note ii, at 920.")
    assert found("XRF006", f"{ELLISON}.", f"{MIRANDA}.", "Ellison, supra note XX, at 920.")


def test_a_number_left_to_be_filled_in_is_told_once() -> None:
    text = f"[1] {ELLISON}.\n[2] {MIRANDA}.\n[3] Ellison, supra note [X], at 920.\n"
    codes = [d.code for d in try_rules("essay.txt", text).found if d.severity is not Severity.SUGGESTION]
    assert codes == ["XRF006"]


@pytest.mark.parametrize(
    ("reference", "codes"),
    [
        ("Mara Ellison, supra note 2, at 920.", ["SUP012", "SUP002"]),
        ("Mara Ellison, supra note 3, at 920.", ["SUP012", "SUP003"]),
        ("Okafor, supra note, at 1150.", ["SUP012", "SUP008"]),
        ("NASEM, supra note 2, at 4.", ["SUP013", "SUP002"]),
        ("Ellison, supra note 2, at 920.", ["SUP002"]),
    ],
)
def test_what_is_found_after_a_fix_was_found_before(reference: str, codes: list[str]) -> None:
    text = (
        f"[1] {ELLISON}.\n[2] {MIRANDA}.\n[3] Ellison, supra note 1, at 921.\n[4] {OKAFOR}.\n"
        f"[5] Nat’l Acads. of Scis., Eng’g & Med., Ledgers 12 (2014).\n[6] {reference}\n"
    )
    trial = try_rules("essay.txt", text)
    before = [d.code for d in trial.found if d.severity is not Severity.SUGGESTION]
    assert before == codes
    for code in codes:
        if any(d.fix for d in trial.of(code)):
            after = [
                d.code for d in try_rules("essay.txt", trial.fixed(code)).found if d.severity is not Severity.SUGGESTION
            ]
            assert after == [other for other in codes if other != code]


def test_a_number_is_not_mended_where_the_work_cannot_have_the_page() -> None:
    (finding,) = found("SUP002", f"{ELLISON}.", f"{MIRANDA}.", f"{ALONE}.", "Ellison, supra note 2, at 3.")
    assert finding.expected_note == "1"
    assert finding.fix is None


def test_a_number_past_the_last_note_is_an_error_unless_the_text_shows_that_it_goes_on() -> None:
    (finding,) = found("SUP001", f"{ELLISON}.", "See infra note 42.")
    assert finding.severity is Severity.ERROR
    (finding,) = found("SUP001", f"{ELLISON}.", "See infra note 3.")
    assert finding.severity is Severity.ERROR
    beside = found("SUP001", f"{ELLISON}.", "See infra note 42; infra notes 44–48 and accompanying text.")
    assert {finding.severity for finding in beside} == {Severity.ERROR}
    cut_off = found(
        "SUP001", f"{ELLISON}.", "See infra note 42.", "See infra note 51.", "See infra note 5; supra note 9."
    )
    assert [finding.severity for finding in cut_off] == [
        *(Severity.SUGGESTION, Severity.SUGGESTION),
        *(Severity.WARNING, Severity.ERROR),
    ]


def test_what_is_all_in_capitals_is_mended_in_capitals() -> None:
    notes = ("MARA ELLISON, DOCKETS IN THE DARK 4 (2018).", f"{MIRANDA}.", "ELLISON, SUPRA NOTE 2, AT 9.")
    assert not found("XRF001", *notes)
    (finding,) = found("SUP002", *notes)
    assert finding.expected == "SUPRA NOTE 1"


def test_words_of_a_sentence_are_no_part_of_a_name() -> None:
    (finding,) = found("SUP002", f"{ELLISON}.", f"{MIRANDA}.", "Many agreed; so did Ellison, supra note 2, at 920.")
    assert finding.message == "Ellison is cited in full in note 1, not in note 2"


def test_signs_that_are_not_seen_hide_no_reference() -> None:
    notes = (f"{ELLISON}.", f"{MIRANDA}.")
    for written in ("Ellison, su\u00adpra note 2, at 920.", "Ellison, supra note\u200b 2, at 920."):
        (finding,) = found("SUP002", *notes, written)
        assert finding.expected_note == "1"
        assert not found("SUP008", *notes, written)
        assert not found("XRF001", *notes, written)
    assert found("SUP001", *notes, "See in\u00adfra note 9.")
    assert not found("XRF001", *notes, "See in\u00adfra note 9.")


def test_id007_calls_a_case_by_the_party_that_is_no_government() -> None:
    (finding,) = found("ID007", "United States v. Katz, 389 U.S. 347, 351 (1967).", "Id. at 12.")
    assert finding.message.startswith("page 12 lies before Katz, which begins on page 347")


def test_a_note_that_pandoc_prints_twice_is_no_second_one() -> None:
    text = f"A.[^1] B.[^2] C.[^1]\n\n[^1]: {ELLISON}.\n\n[^2]: {MIRANDA}.\n"
    assert not try_rules("essay.md", text, Config(markdown_dialect="pandoc")).found
    assert not try_rules("essay.md", text.replace(" B.[^2]", ""), Config(markdown_dialect="pandoc")).of("ID006")
    twice = f"A.[^1] B.[^2] C.[^3]\n\n[^1]: {ELLISON}.\n\n[^2]: {MIRANDA}.\n\n[^3]: {ELLISON}.\n"
    assert "SHF008" in try_rules("essay.md", twice, Config(markdown_dialect="pandoc")).codes
