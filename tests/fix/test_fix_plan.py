"""Edits find their places in the file, overlaps are refused with a reason, and what is spliced is what was meant."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citelint.config import Config
from citelint.fix import Moved, Plan, offers, plan, splice, splice_edits
from citelint.model.diagnostic import Diagnostic, Edit, Fix, Safety, Severity
from citelint.model.mending import Offer, Splice
from citelint.model.source import Part, Segment, Source, SourceNote
from citelint.model.span import Span
from citelint.read import read_source

PLAIN = "[1] Mara Ellison,, Dockets 12 (2018)..\n[2] Id.. at 4\n"


def found(span: Span, code: str = "PUN002", **more: object) -> Diagnostic:
    usual = {"name": "x", "severity": Severity.ERROR, "bluebook": "", "note": 0, "message": "m"}
    return Diagnostic(code=code, span=span, **(usual | more))  # type: ignore[arg-type]


def offered(source: Source, *edits: tuple[str, str], code: str = "PUN002", nth: int = 0) -> Offer:
    """Give the offer that writes each second text for the first, where it stands for the `nth` time."""
    made = []
    for old, new in edits:
        at = -1
        for _ in range(nth + 1):
            at = source.text.index(old, at + 1)
        made.append(Edit(Span(at, at + len(old)), new))
    return Offer(found(made[0].span, code), Fix(Safety.SAFE, tuple(made)))


def plain() -> Source:
    return read_source(PLAIN.encode(), "essay.txt", Config())


def markdown(text: str) -> Source:
    return read_source(text.encode(), "essay.md", Config())


def made(source: Source, planned: Plan) -> str:
    return splice(source.parts[0].text, planned.splices.get("", ()))


def test_edits_are_spliced_in_order_and_nothing_else_changes() -> None:
    source = plain()
    planned = plan(source, [offered(source, ("Id..", "Id.")), offered(source, (",,", ","))])
    assert planned.left == ()
    assert made(source, planned) == PLAIN.replace("Id..", "Id.").replace(",,", ",")


@pytest.mark.parametrize(
    ("first", "second"),
    [(("..", "."), ("(2018)..", "(2018);")), (("Dockets", "Docket"), ("Dockets 12", "")), ((",,", ","), (",,", ";"))],
)
def test_two_that_change_the_same_words_differently_are_both_left_with_the_other_named(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    source = plain()
    planned = plan(source, [offered(source, first, code="AAA001"), offered(source, second, code="BBB001")])
    assert planned.mends == ()
    reasons = {left.finding.code: left.why for left in planned.left}
    assert "BBB001 changes the same words" in reasons["AAA001"]
    assert "AAA001 changes the same words" in reasons["BBB001"]


def test_the_same_change_wanted_twice_is_made_once() -> None:
    source = plain()
    planned = plan(source, [offered(source, (",,", ","), code="AAA001"), offered(source, (",,", ","), code="BBB001")])
    assert planned.left == ()
    assert made(source, planned) == PLAIN.replace(",,", ",")


def test_one_large_edit_over_several_small_ones_is_left_with_all_of_them() -> None:
    source = plain()
    whole = offered(source, ("Mara Ellison,, Dockets 12", "See"), code="AAA001")
    small = [offered(source, pair) for pair in (("Mara", "M."), (",,", ","), ("Dockets", "Docket"))]
    apart = offered(source, ("at 4", "at 5"))
    planned = plan(source, [whole, *small, apart])
    assert [mend.offer for mend in planned.mends] == [apart]
    assert len(planned.left) == 4


def test_two_insertions_at_one_place_are_left() -> None:
    source = plain()
    at = source.text.index(" Dockets")
    two = [Offer(found(Span(at, at), code), Fix(Safety.SAFE, (Edit(Span(at, at), new),)))
           for code, new in (("AAA001", "x"), ("BBB001", "y"))]  # fmt: skip
    assert len(plan(source, two).left) == 2


def test_a_fix_whose_own_edits_overlap_is_left() -> None:
    source = plain()
    planned = plan(source, [offered(source, ("Dockets", "x"), ("kets 1", "y"))])
    assert [left.why for left in planned.left] == ["its edits overlap"]


def test_labels_and_marks_are_never_changed() -> None:
    source = markdown("A.[^1] B.[^2]\n\n[^1]: Mara Ellison, Dockets 12 (2018).\n[^2]: Id. at 4.\n")
    for mark in source.markers:
        planned = plan(source, [Offer(found(mark.span), Fix(Safety.SAFE, (Edit(mark.span, "[^9]"),)))])
        assert planned.mends == ()
        assert "label or mark" in planned.left[0].why
    label = offered(source, ("[^2]:", "[^3]:"))
    assert "label or mark" in plan(source, [label]).left[0].why


def test_markup_between_the_letters_stays() -> None:
    text = "[^1]: Ellison, *supra* n. 4, at 2.\n"
    source = markdown(text)
    planned = plan(source, [offered(source, ("Ellison, supra n. 4", "Ellison, supra note 4"))])
    assert made(source, planned) == "[^1]: Ellison, *supra* note 4, at 2.\n"


def test_a_name_in_italics_grows_in_italics() -> None:
    source = markdown("[^1]: *See Wilson*, 514 U.S. at 936.\n")
    planned = plan(source, [offered(source, ("Wilson", "Wilson v. Arkansas"))])
    assert made(source, planned) == "[^1]: *See Wilson v. Arkansas*, 514 U.S. at 936.\n"


def test_what_is_taken_out_takes_its_markup_along() -> None:
    source = markdown("[^1]: Ellison, *Dockets* 12 (2018) [hereinafter Ellison, *Dockets*].\n")
    planned = plan(source, [offered(source, (" [hereinafter Ellison, Dockets]", ""))])
    assert made(source, planned) == "[^1]: Ellison, *Dockets* 12 (2018).\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[^1]: *Id*\n", "[^1]: *Id*.\n"),
        ("[^1]: Roe, Quay, <https://example.org/a>\n", "[^1]: Roe, Quay, <https://example.org/a>.\n"),
        ("[^1]: Roe, Quay 12 (2018)\n\n[^2]: Id.\n", "[^1]: Roe, Quay 12 (2018).\n\n[^2]: Id.\n"),
    ],
)
def test_a_period_goes_behind_the_markup_that_ends_a_note(text: str, expected: str) -> None:
    source = markdown(text)
    end = source.notes[0].span.end
    planned = plan(source, [Offer(found(Span(end, end)), Fix(Safety.SAFE, (Edit(Span(end, end), "."),)))])
    assert made(source, planned) == expected


def test_an_insertion_before_italics_stays_out_of_them() -> None:
    source = markdown("[^1]: Mara *supra* note 4.\n")
    at = source.text.index("supra")
    planned = plan(source, [Offer(found(Span(at, at)), Fix(Safety.SAFE, (Edit(Span(at, at), "x "),)))])
    assert made(source, planned) == "[^1]: Mara x *supra* note 4.\n"


def test_each_part_gets_its_own_changes() -> None:
    text = "Id..\nId..\n"
    pieces = [
        Segment(Span(0, 4), "word/footnotes.xml", Span(10, 14)),
        Segment(Span(5, 9), "word/endnotes.xml", Span(0, 4)),
    ]
    source = Source(
        "a.docx",
        "docx",
        text,
        (Part("word/footnotes.xml", "0123456789Id.."), Part("word/endnotes.xml", "Id..")),
        tuple(pieces),
        tuple(SourceNote(i, str(i + 1), None, s.span, s.origin) for i, s in enumerate(pieces)),
    )
    planned = plan(source, [offered(source, ("Id..", "Id.")), offered(source, ("Id..", "Id."), nth=1)])
    assert planned.splices == {
        "word/endnotes.xml": (Splice("word/endnotes.xml", Span(0, 4), "Id."),),
        "word/footnotes.xml": (Splice("word/footnotes.xml", Span(10, 14), "Id."),),
    }


def test_words_that_the_reader_made_cannot_be_changed() -> None:
    source = Source("a.html", "html", "a & b", (Part("", "a &amp; b"),), (Segment(Span(0, 2), "", Span(0, 2)),
        Segment(Span(3, 5), "", Span(7, 9))), (SourceNote(0, "1", None, Span(0, 5), Span(0, 9)),))  # fmt: skip
    planned = plan(source, [offered(source, ("&", "and"))])
    assert "do not stand in the file" in planned.left[0].why


def test_a_headline_is_offered_member_by_member() -> None:
    first, second = (found(Span(at, at + 5), note=i, group="XRF010-1") for i, at in enumerate((4, 30)))
    second = replace(second, code="SUP001")
    edits = (Edit(Span(6, 7), "3"), Edit(Span(32, 33), "4"))
    cause = found(Span(4, 9), "XRF010", note=None, group="XRF010-1", members=(0, 1), fix=Fix(Safety.REVIEW, edits))
    given_ = offers((cause, first, second))
    assert [(offer.finding, offer.edits) for offer in given_] == [(first, edits[:1]), (second, edits[1:])]


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("xyz", max_size=3)), max_size=8)


@given(SPANS)
@settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_a_plan_takes_never_overlaps_and_touches_nothing_else(drawn: list[tuple[int, int, str]]) -> None:
    text = "".join(chr(97 + i % 26) for i in range(36))
    whole = Span(0, len(text))
    note = SourceNote(0, "1", None, whole, whole)
    source = Source("a.txt", "text", text, (Part("", text),), (Segment(whole, "", whole),), (note,))
    given_ = [
        Offer(
            found(Span(start, start + length), f"AAA{i:03}"),
            Fix(Safety.SAFE, (Edit(Span(start, start + length), new),)),
        )
        for i, (start, length, new) in enumerate(drawn)
    ]
    planned = plan(source, given_)
    new = made(source, planned)  # raises where two overlap
    edits = {edit for mend in planned.mends for edit in mend.edits}
    assert new == splice_edits(text, edits)
    assert len(planned.mends) + len(planned.left) == len(given_)
    moved = Moved(edits)
    for at in range(len(text)):
        if not any(edit.span.start <= at < edit.span.end for edit in edits):
            assert new[moved.to(at, behind=True)] == text[at]
