"""Supra rules beyond their examples: which note is called right, and how sure a finding is."""

from __future__ import annotations

from trial import try_rules

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


def test_sup001_is_not_certain_of_an_infra_past_the_last_note() -> None:
    assert [f.severity for f in found("SUP001", f"{MIRANDA}.", "See infra note 285.")] == [Severity.WARNING]
    assert [f.severity for f in found("SUP001", f"{MIRANDA}.", "See supra note 285.")] == [Severity.ERROR]


def test_her002_is_silent_where_the_piece_goes_on() -> None:
    label = f"{ELLISON} [hereinafter Ellison, Dark Dockets]."
    assert found("HER002", label, f"{MIRANDA}.")
    assert not found("HER002", label, "See infra notes 285–294.")


def test_sup007_is_taste_where_the_work_stands_earlier_in_the_note() -> None:
    (finding,) = found("SUP007", f"{ELLISON}. So it went. Ellison, supra note 1, at 920.")
    assert finding.severity is Severity.SUGGESTION
    (finding,) = found("SUP007", f"{ELLISON}.", "Ellison, supra note 2, at 920.")
    assert (finding.severity, finding.expected_note) == (Severity.WARNING, "1")
