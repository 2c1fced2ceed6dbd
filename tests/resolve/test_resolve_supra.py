"""Supra: which work the name means, and what stands at the note that the number names."""

from __future__ import annotations

import pytest
from assembled import Assembled, Piece, across, case, cite, ident, linked, short, supra

from citelint.config import Config
from citelint.model.citation import Kind, Role
from citelint.model.link import Fit, Pointing, Why

COHEN = cite(authors=["Roberta Cohen"], title="Admitting Refugees", volume="1", reporter="J.", page="5")
COHEN_COSTS = cite(authors=["Roberta Cohen"], title="Counting Costs", volume="9", reporter="J.", page="200")
OKAFOR = cite(authors=["Tomas Okafor", "Ruth Lin"], title="Pricing Privacy", volume="70", reporter="L.J.", page="1127")
ROE = case("Roe v. Moss", "410", "U.S.", "113")
TEXT = "This Article leaves remedies for another day."


def linked_to(name: str, *works: Piece, **more: object) -> Assembled:
    """Link "name, supra note 1" after works in notes 1, 2 ..."""
    return linked(*works, supra(name, 1), **more)  # type: ignore[arg-type]


# --- what stands at the number


def test_right() -> None:
    piece = linked(ROE, COHEN, supra("Cohen", 2))
    found = piece.found(3)
    assert found.pointing is Pointing.RIGHT
    assert found.pointed is found.citation
    assert (piece.note(3), found.fit, found.certain, found.later) == (2, Fit.AUTHOR, True, False)
    assert found.chain == (1,)
    assert found.because == "one earlier work by Cohen"


def test_wrong_note() -> None:
    piece = linked(ROE, COHEN, OKAFOR, supra("Cohen", 3))
    found = piece.found(4)
    assert found.pointing is Pointing.ANOTHER_WORK
    assert found.pointed is None
    assert (piece.note(4), found.certain, found.rivals) == (2, True, ())


def test_no_such_note() -> None:
    piece = linked(COHEN, ROE, supra("Cohen", 11))
    assert piece.found(3).pointing is Pointing.NO_SUCH_NOTE
    assert piece.note(3) == 1


def test_number_outside_the_excerpt_is_unknown() -> None:
    excerpt = Config(first_note=10, last_note=12)
    for number in (4, 40):
        lost = linked(COHEN, supra("Cohen", number), labels=["10", "11"], config=excerpt).lost(11)
        assert lost.why is Why.OUTSIDE_EXCERPT
        assert lost.pointing is Pointing.OUTSIDE_EXCERPT
        assert not lost.certain
    inside = linked(COHEN, supra("Cohen", 10), labels=["10", "11"], config=excerpt)
    assert inside.found(11).pointing is Pointing.RIGHT


def test_an_excerpt_is_never_inferred() -> None:
    piece = linked(COHEN, supra("Cohen", 4), labels=["10", "11"])
    assert piece.found(11).pointing is Pointing.NO_SUCH_NOTE


def test_own_note() -> None:
    here = linked(ROE, [COHEN, "; ", supra("Cohen", 2)])
    assert here.found(2).pointing is Pointing.OWN_NOTE
    assert here.note(2) == 2
    elsewhere = linked(COHEN, supra("Cohen", 2))
    assert elsewhere.found(2).pointing is Pointing.OWN_NOTE
    assert elsewhere.note(2) == 1


def test_short_form() -> None:
    piece = linked(COHEN, ROE, supra("Cohen", 1), ROE, supra("Cohen", 3))
    found = piece.found(5)
    assert found.pointing is Pointing.SHORT_FORM
    assert found.pointed is None
    assert piece.note(5) == 1
    assert found.chain == (2, 0)
    assert linked(COHEN, ident(), ROE, supra("Cohen", 2)).found(4).pointing is Pointing.SHORT_FORM


def test_mention_inside_another_citation() -> None:
    quoting = cite(authors=["Ruth Lin"], title="Pricing", inner=[COHEN])
    piece = linked([quoting], ROE, supra("Cohen", 1))
    assert piece.found(3).pointing is Pointing.MENTION
    assert piece.found(3).citation.role is Role.PARENTHETICAL


def test_mention_as_the_book_of_a_chapter() -> None:
    chapter = cite(Kind.CHAPTER, authors=["Mara Ellison"], title="Filing Fees", reporter="Courts and Cost", page="12")
    found = linked(chapter, supra("Courts and Cost", 1)).found(2)
    assert (found.pointing, found.fit) == (Pointing.MENTION, Fit.REPORTER)


def test_collection_of_a_chapter_is_meant_and_not_the_chapter() -> None:
    first = cite(Kind.CHAPTER, authors=["Mara Ellison"], title="Filing Fees", reporter="Courts and Cost", page="12")
    inside = supra("Courts and Cost", 1, role=Role.EXPLANATORY)
    second = cite(Kind.CHAPTER, authors=["Ruth Lin"], title="Seals", reporter="Courts and Cost", inner=[inside])
    piece = linked(first, [second], supra("Lin", 2))
    assert piece.note(2) == 1
    assert piece.found(3).pointing is Pointing.RIGHT


def test_repeated_full_citation_is_as_good() -> None:
    piece = linked(COHEN, ROE, COHEN, supra("Cohen", 3), supra("Cohen", 2))
    assert piece.found(4).pointing is Pointing.RIGHT
    assert piece.note(4) == 3
    assert [c.note for c in piece.found(4).others] == [0]
    assert piece.note(5) == 1
    assert [c.note for c in piece.found(5).others] == [2]


def test_range_is_right_where_one_note_of_it_is() -> None:
    assert linked(ROE, COHEN, OKAFOR, supra("Cohen", (1, 3))).found(4).pointing is Pointing.RIGHT
    assert linked(COHEN, ROE, OKAFOR, supra("Cohen", (2, 3))).found(4).pointing is Pointing.ANOTHER_WORK
    assert linked(COHEN, ROE, supra("Cohen", (1, 9))).found(3).pointing is Pointing.RIGHT


def test_list_of_numbers() -> None:
    assert linked(ROE, COHEN, supra("Cohen", 1, 2)).found(3).pointing is Pointing.RIGHT


def test_no_number() -> None:
    assert linked(COHEN, ROE, supra("Cohen")).found(3).pointing is Pointing.NO_NUMBER
    same = linked(ROE, [COHEN, "; ", supra("Cohen")])
    assert same.found(2).pointing is Pointing.SAME_NOTE
    assert same.note(2) == 2


def test_placeholder() -> None:
    assert linked(COHEN, ROE, supra("Cohen", None)).found(3).pointing is Pointing.PLACEHOLDER
    assert linked(COHEN, ROE, supra("Cohen", blank=True)).found(3).pointing is Pointing.PLACEHOLDER


def test_unclear_where_the_name_stands_in_what_was_not_understood() -> None:
    piece = linked(COHEN, ["?Roberta Cohen, In Other Words?"], supra("Cohen", 2))
    assert piece.found(3).pointing is Pointing.UNCLEAR
    assert not piece.found(3).certain
    prose = linked(COHEN, "Cohen has said so in her letters.", supra("Cohen", 2))
    assert prose.found(3).pointing is Pointing.UNCLEAR


def test_unparsed_stretch_without_the_name_lowers_certainty() -> None:
    piece = linked(COHEN, ["?something else?"], supra("Cohen", 2))
    assert piece.found(3).pointing is Pointing.ANOTHER_WORK
    assert not piece.found(3).certain


def test_name_in_the_words_of_another_citation_lowers_certainty() -> None:
    about = cite(authors=["Ada Moss"], title="What Cohen Missed", volume="3", reporter="J.", page="4")
    piece = linked(COHEN, about, supra("Cohen", 2))
    assert piece.note(3) == 1
    assert piece.found(3).pointing is Pointing.ANOTHER_WORK
    assert not piece.found(3).certain


# --- which work


def test_work_by_the_name_beats_work_that_names_it() -> None:
    about = cite(authors=["Ada Moss"], title="How Marshall Paved the Road", reporter="Mag.")
    by = cite(authors=["Thurgood Marshall"], title="Remarks at the Seminar", year="1987")
    piece = linked(about, by, supra("Marshall", 1))
    assert piece.note(3) == 2
    assert piece.found(3).pointing is Pointing.ANOTHER_WORK


def test_number_decides_between_works_of_one_author() -> None:
    for number in (1, 3):
        piece = linked(COHEN, ROE, COHEN_COSTS, supra("Cohen", number))
        assert piece.note(4) == number
        assert [c.fit for c in piece.found(4).rivals] == [Fit.AUTHOR]


def test_several_works_and_nothing_decides() -> None:
    lost = linked(COHEN, *[TEXT] * 17, COHEN_COSTS, supra("Cohen", 10)).lost(20)
    assert lost.why is Why.SEVERAL_WORKS
    assert lost.pointing is Pointing.ANOTHER_WORK
    assert lost.certain
    assert [c.citation.note for c in lost.candidates] == [0, 18]
    assert lost.because == "two works fit Cohen: notes 1 and 19"


def test_several_works_in_the_note_pointed_at() -> None:
    lost = linked([COHEN, "; ", COHEN_COSTS], supra("Cohen", 1)).lost(2)
    assert lost.why is Why.SEVERAL_WORKS
    assert lost.pointing is Pointing.RIGHT
    assert len(lost.candidates) == 2


def test_title_words_decide() -> None:
    piece = linked([COHEN, "; ", COHEN_COSTS], supra("Cohen, Counting Costs", 1), supra("Cohen, Admitting", 1))
    assert piece.found(2).citation.title.value == "Counting Costs"  # type: ignore[union-attr]
    assert piece.found(3).citation.title.value == "Admitting Refugees"  # type: ignore[union-attr]
    assert piece.found(2).certain


def test_label_decides() -> None:
    labelled = cite(authors=["Roberta Cohen"], title="Counting Costs", year="2001", label="Cohen, Costs")
    for name in ("Cohen, Costs", "Costs", "COHEN, COSTS"):
        piece = linked([COHEN, "; ", labelled], supra(name, 1))
        assert piece.found(2).fit is Fit.LABEL
        assert piece.found(2).citation.title.value == "Counting Costs"  # type: ignore[union-attr]


def test_label_set_by_a_short_form() -> None:
    piece = linked(COHEN, supra("Cohen", 1, label="Long Memo"), ROE, supra("Long Memo", 1))
    assert piece.note(4) == 1
    assert piece.found(4).fit is Fit.LABEL


def test_page_decides() -> None:
    piece = linked(COHEN, ROE, COHEN_COSTS, ROE, supra("Cohen", 4, pincite="212"))
    assert piece.note(5) == 3
    assert not piece.found(5).certain


def test_nearness_decides() -> None:
    piece = linked(COHEN, *[ROE] * 20, COHEN_COSTS, ROE, supra("Cohen", 23))
    assert piece.note(24) == 22
    assert not piece.found(24).certain


def test_sole_author_before_coauthors() -> None:
    together = cite(authors=["Roberta Cohen", "Ruth Lin"], title="Together", year="2000")
    assert linked(together, ROE, COHEN, ROE, supra("Cohen", 4)).note(5) == 3
    assert linked(COHEN, ROE, together, ROE, supra("Cohen & Lin", 2)).note(5) == 3
    assert linked([COHEN, "; ", together], supra("Cohen", 1)).found(2).citation.index == 0


def test_earlier_work_before_a_later_one() -> None:
    piece = linked(COHEN, ROE, supra("Cohen", 2), COHEN_COSTS)
    assert piece.note(3) == 1


def test_only_later_work() -> None:
    piece = linked(supra("Cohen", 2), COHEN)
    assert piece.found(1).later
    assert piece.found(1).pointing is Pointing.RIGHT
    assert linked(ROE, supra("Cohen", 1), COHEN).found(2).later


def test_pointing_at_a_later_repetition() -> None:
    piece = linked(COHEN, supra("Cohen", 3), COHEN)
    found = piece.found(2)
    assert found.pointing is Pointing.RIGHT
    assert found.pointed is not None
    assert found.pointed.note == 2
    assert (piece.note(2), found.later) == (1, False)


def test_infra_means_what_comes() -> None:
    piece = linked(COHEN_COSTS, supra("Cohen", 9, word="infra"), ROE, COHEN)
    assert piece.note(2) == 4
    assert piece.found(2).later
    assert linked(supra("Cohen", 2, word="infra"), COHEN).found(1).pointing is Pointing.RIGHT


def test_never_cited_in_full() -> None:
    lost = linked(ROE, COHEN, supra("Whitcombe & Vale", 2)).lost(3)
    assert lost.why is Why.NEVER_CITED_IN_FULL
    assert lost.pointing is Pointing.ANOTHER_WORK
    assert lost.certain
    assert lost.candidates == ()


def test_never_cited_is_not_certain_of_what_was_not_understood() -> None:
    dark = linked(["?Ada Whitcombe, Some Book?"], COHEN, supra("Whitcombe", 2)).lost(3)
    assert dark.why is Why.NEVER_CITED_IN_FULL
    assert not dark.certain
    there = linked(COHEN, "As Whitcombe has said.", supra("Whitcombe", 2)).lost(3)
    assert there.pointing is Pointing.UNCLEAR
    missed = linked(COHEN, "Zeynep Tufekci, In Classrooms, N.Y. Times, Aug. 9, 2023.", supra("Tufecki", 2)).lost(3)
    assert missed.pointing is Pointing.UNCLEAR
    excerpt = linked(COHEN, supra("Whitcombe", 10), labels=["10", "11"], config=Config(first_note=10)).lost(11)
    assert not excerpt.certain


def test_words_in_common_are_candidates() -> None:
    report = cite(Kind.REPORT, institution="Nat'l Ctr. for Tenant Just.", title="Eviction by Numbers", year="2019")
    there = linked(report, supra("Tenant Report", 1)).found(2)
    assert (there.fit, there.pointing, there.certain) == (Fit.LOOSE, Pointing.RIGHT, False)
    away = linked(report, COHEN, supra("Tenant Report", 2)).lost(3)
    assert away.why is Why.NEVER_CITED_IN_FULL
    assert not away.certain
    assert [c.fit for c in away.candidates] == [Fit.LOOSE]


def test_case_named_before_supra() -> None:
    assert linked_to("Roe v. Moss", ROE).found(2).fit is Fit.PARTY
    assert linked_to("Roe", ROE).found(2).fit is Fit.PARTY
    state = case("Commonwealth v. Moss", "1", "Mass.", "2")
    assert linked_to("Commonwealth", state).found(2).fit is Fit.LOOSE


def test_author_before_party_of_the_same_name() -> None:
    author = cite(authors=["Jane Roe"], title="Short Forms", year="1981")
    assert linked(ROE, author, supra("Roe", 2)).found(3).fit is Fit.AUTHOR
    wrong = linked(ROE, author, COHEN, supra("Roe", 3))
    assert wrong.note(4) == 2


def test_sections_number_their_own_notes() -> None:
    piece = linked(COHEN, ROE, OKAFOR, supra("Okafor & Lin", 1), labels=["1", "2", "1", "2"], sections=[1, 1, 2, 2])
    assert piece.links.of(3).pointing is Pointing.RIGHT


def test_doubled_numbers() -> None:
    piece = linked(ROE, COHEN, supra("Cohen", 1), labels=["1", "1", "2"])
    assert piece.found(2).pointing is Pointing.RIGHT


@pytest.mark.parametrize("number", [1, 2, 3, 9])
def test_cross_reference_names_no_work(number: int) -> None:
    lost = linked(COHEN, across(number), ROE).lost(2)
    assert lost.why is Why.INTERNAL
    expected = {1: Pointing.RIGHT, 2: Pointing.OWN_NOTE, 3: Pointing.RIGHT, 9: Pointing.NO_SUCH_NOTE}
    assert lost.pointing is expected[number]


def test_cross_reference_to_a_part_or_a_blank() -> None:
    assert linked(across(part="Part II")).lost(1).pointing is None
    assert linked(across(None)).lost(1).pointing is Pointing.PLACEHOLDER
    assert linked(across((1, 9)), COHEN).lost(1).pointing is Pointing.NO_SUCH_NOTE
    excerpt = linked(across(4), labels=["10"], config=Config(first_note=10)).lost(10)
    assert excerpt.pointing is Pointing.OUTSIDE_EXCERPT
    assert not excerpt.certain


def test_short_form_of_a_case_makes_a_short_form_note() -> None:
    piece = linked(ROE, COHEN, short("Roe", "410", "U.S.", "120"), supra("Roe v. Moss", 3))
    assert piece.found(4).pointing is Pointing.SHORT_FORM
