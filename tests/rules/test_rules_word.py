"""Rules about the fields of Word files, and what fields change for other rules."""

from __future__ import annotations

import pytest
from trial import Trial, try_rules
from wordfiles import bookmarked, call, field, note, paragraph, text, word_file

from citelint.config import Config
from citelint.lint import lint
from citelint.pipeline import follow
from citelint.rules import all_rules

WORKS = (
    "[1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).\n"
    "[2=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n"
    "[3=brandt] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).\n"
    "[4] Katz v. United States, 389 U.S. 347, 351 (1967).\n"
)
ELLISON = text(" Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).")
KATZ = text(" Katz v. United States, 389 U.S. 347, 351 (1967).")
MIRANDA = text(" Miranda v. Arizona, 384 U.S. 436, 444 (1966).")


def tried(written: str) -> Trial:
    return try_rules("essay.docx", WORKS + written)


def checked(data: bytes) -> Trial:
    config = Config()
    result = follow(data, "essay.docx", config)
    assert result.document is not None
    assert result.links is not None
    assert result.source is not None
    return Trial(result.source, lint(result.document, result.links, config, all_rules()))


@pytest.mark.parametrize(
    ("reference", "instead"),
    [
        ("Ellison, supra note {3=ellison}, at 920", "SUP002"),
        ("Ellison, supra note {77=ellison}, at 920", "SUP001"),
        ("Ellison, supra note {5=ellison}, at 920", "SUP007"),
        ("See infra note {3=ellison}", "XRF009"),
        ("See supra note {8=ellison}", "SUP005"),
    ],
)
def test_a_stale_field_is_said_once_with_the_right_number(reference: str, instead: str) -> None:
    typed = reference.replace("{", "").replace("=ellison}", "")
    late = "\n[6] Roe v. Wade, 410 U.S. 113 (1973).\n[7] Id. at 115.\n[8] Gideon v. Wainwright, 372 U.S. 335 (1963)."
    assert instead in tried(f"[5] {typed}.{late}").codes, "typed, it is another slip"
    found = tried(f"[5] {reference}.{late}")
    assert instead not in found.codes
    assert [finding.expected_note for finding in found.of("XRF011")] == ["2"]


def test_a_stale_field_is_no_member_of_a_shift() -> None:
    typed = "\n[5] Ellison, supra note 1, at 3.\n[6] Brandt, supra note 2, at 9.\n[7] Ellison, supra note 1, at 4."
    assert "XRF010" in tried(typed).codes
    with_fields = typed.replace("note 1", "note {1=ellison}").replace("note 2", "note {2=brandt}")
    found = tried(with_fields)
    assert "XRF010" not in found.codes
    assert len(found.of("XRF011")) == 3
    (headline,) = found.of("XRF014")
    assert headline.members == (4, 5, 6)
    assert {finding.group for finding in found.of("XRF011")} == {headline.group}


def test_the_end_of_a_range_is_shortened_as_it_is_printed() -> None:
    notes = [text(f" 17 U.S.C. § {n}.") for n in range(1, 151)]
    body = paragraph(
        "".join(bookmarked(call(n), f"n{n}", n) if n in (146, 147, 149) else call(n) for n in range(1, 152))
    )

    def with_range(first: str, last: str) -> Trial:
        made = "".join(note(n, runs) for n, runs in enumerate(notes, 1))
        return checked(
            word_file(body, made + note(151, text(" See supra notes ") + first + text("–") + last + text(".")))
        )

    assert not with_range(field("NOTEREF n146", "146"), field("NOTEREF n147", "47")).of("XRF011")
    stale = with_range(field("NOTEREF n146", "146"), field("NOTEREF n149", "47")).of("XRF011")
    assert [(finding.found, finding.expected) for finding in stale] == [("47", "49")]


def test_a_field_that_shows_nothing_yet_is_not_stale() -> None:
    found = tried("[5] Ellison, supra note {=ellison}, at 920.")
    assert not found.of("XRF011")
    assert not found.of("SUP002")


def test_a_doubled_bookmark_is_likely_and_not_refreshed() -> None:
    body = paragraph(bookmarked(call(1), "a", 1) + bookmarked(call(2), "a", 2) + call(3))
    data = word_file(body, note(1, KATZ) + note(2, ELLISON) + note(3, text(" See note ") + field("NOTEREF a", "1")))
    (finding,) = checked(data).of("XRF011")
    assert (finding.severity.value, finding.expected_note, finding.fix) == ("warning", "2", None)


def test_a_right_number_in_a_nested_field_is_kept_from_a_refresh() -> None:
    body = paragraph(bookmarked(call(1), "ellison", 1) + bookmarked(call(2), "katz", 2) + call(3))
    nested = field("NOTEREF katz", field("NOTEREF ellison", "1"))
    data = word_file(
        body, note(1, ELLISON) + note(2, KATZ) + note(3, text(" Ellison, supra note ") + nested + text(", at 9."))
    )
    found = checked(data)
    assert not found.of("XRF011")
    (finding,) = found.of("XRF013")
    assert (finding.expected_note, finding.fix) == ("1", None)
    assert "right as it is printed" in finding.message


def test_a_gone_bookmark_under_a_right_number_is_a_warning() -> None:
    (right,) = tried("[5] Ellison, supra note {2=gone}, at 920.").of("XRF012")
    (wrong,) = tried("[5] Ellison, supra note {3=gone}, at 920.").of("XRF012")
    assert (right.severity.value, right.expected_note) == ("warning", None)
    assert (wrong.severity.value, wrong.expected_note) == ("error", "2")


def test_a_supra_is_held_against_its_own_section_and_a_field_leads_into_another() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    first = paragraph(text("A") + bookmarked(call(1), "ellison"), properties=section)
    body = first + paragraph(text("B") + call(2) + call(3) + call(4)) + section

    def with_reference(number: str) -> Trial:
        said = text(" Ellison, supra note ") + number + text(", at 920.")
        return checked(word_file(body, note(1, ELLISON) + note(2, KATZ) + note(3, MIRANDA) + note(4, said)))

    typed, by_field = with_reference(text("1")), with_reference(field("NOTEREF ellison", "1"))
    assert [note.label for note in typed.source.notes] == ["1", "1", "2", "3"]
    assert "SUP002" in typed.codes, "note 1 of this section cites another work"
    assert not {"SUP002", "XRF011", "XRF013"} & set(by_field.codes)


def test_footnotes_and_endnotes_are_not_taken_for_one_another() -> None:
    body = paragraph(text("A") + call(1) + call(1, "endnote") + call(2))
    footnotes = note(1, KATZ) + note(2, text(" Ellison, supra note 1, at 920."))
    found = checked(word_file(body, footnotes, note(1, ELLISON, kind="endnote")))
    assert "SUP002" in found.codes


def test_numbers_that_begin_anew_on_each_page_are_unknown_and_not_wrong() -> None:
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    body = paragraph(text("A") + call(1) + call(2) + call(3))
    said = text(" Ellison, supra note 7, at 920; see infra note 9.")
    data = word_file(body, note(1, ELLISON) + note(2, KATZ) + note(3, said), settings=settings)
    found = checked(data)
    assert not [code for code in found.codes if code.startswith(("SUP", "XRF"))]
