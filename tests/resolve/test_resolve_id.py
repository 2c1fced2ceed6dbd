"""Id.: the authority just before in the same note, or the sole authority of the note just before."""

from __future__ import annotations

from assembled import across, case, cite, ident, linked, short, supra

from citelint.config import Config
from citelint.model.citation import Kind, Role
from citelint.model.link import Fit, Why

COHEN = cite(authors=["Roberta Cohen"], title="Admitting Refugees", volume="1", reporter="J.", page="5")
LIN = cite(authors=["Ruth Lin"], title="Pricing Privacy", volume="70", reporter="Stan. L. Rev.", page="1127")
ROE = case("Roe v. Moss", "410", "U.S.", "113")


def statute(section: str, **more: object) -> object:
    return cite(Kind.STATUTE, volume="42", reporter="U.S.C.", page=section, **more)  # type: ignore[arg-type]


def test_sole_authority_of_the_note_before() -> None:
    piece = linked(COHEN, ident("7"))
    assert piece.note(2) == 1
    assert piece.found(2).certain
    assert piece.found(2).chain == (0,)


def test_chain_runs_to_the_full_citation() -> None:
    piece = linked(COHEN, LIN, supra("Cohen", 1), ident(), ident())
    assert piece.note(5) == 1
    assert piece.found(5).chain == (3, 2, 0)


def test_last_authority_of_its_own_note() -> None:
    piece = linked(COHEN, [LIN, "; ", ROE, ". ", ident("9")], [ident()])
    assert piece.found(2).citation.kind is Kind.CASE
    assert piece.found(2).chain == (2,)


def test_long_chain_keeps_its_ends() -> None:
    piece = linked(COHEN, *([ident()] for _ in range(100)))
    chain = piece.found(101).chain
    assert chain[0] == 99
    assert chain[-1] == 0
    assert len(chain) < 30


def test_nothing_before() -> None:
    piece = linked(["As noted, ", ident(), "."], COHEN)
    assert piece.lost(1).why is Why.NOTHING_BEFORE
    assert piece.lost(1).certain


def test_nothing_before_in_an_excerpt_is_outside() -> None:
    late = Config(first_note=10)
    assert linked(ident(), labels=["10"], config=late).lost(10).why is Why.OUTSIDE_EXCERPT
    assert linked(ident(), config=Config(first_note=1)).lost(1).why is Why.NOTHING_BEFORE


def test_several_authorities_before() -> None:
    piece = linked([COHEN, "; ", LIN], ident("7"))
    lost = piece.lost(2)
    assert lost.why is Why.SEVERAL_AUTHORITIES
    assert lost.certain
    assert [c.citation.index for c in lost.candidates] == [0, 1]
    assert {c.fit for c in lost.candidates} == {Fit.PLACE}


def test_after_a_lost_id_all_is_lost_until_something_is_cited() -> None:
    piece = linked([COHEN, "; ", LIN], ident(), ident(), [ROE, "; ", ident()], ident())
    assert piece.lost(3).why is Why.ANTECEDENT_LOST
    assert piece.lost(3).chain == (2,)
    assert piece.found(4).citation.kind is Kind.CASE
    assert piece.note(5) == 4


def test_one_work_cited_twice_is_one_authority() -> None:
    for again in (ident("8"), supra("Cohen"), COHEN):
        assert linked([COHEN, "; ", again], ident()).note(2) == 1


def test_a_short_form_counts_with_its_case() -> None:
    piece = linked(ROE, LIN, [short("Roe", "410", "U.S.", "120"), "; ", ROE], ident())
    assert piece.found(4).citation.kind is Kind.CASE


def test_nested_citations_do_not_count() -> None:
    for role in (Role.PARENTHETICAL, Role.HISTORY, Role.EXPLANATORY, Role.QUOTED):
        nested = case("Ames v. Boyle", "1", "F.", "2", role=role)
        quoting = cite(authors=["Roberta Cohen"], title="Admitting Refugees", inner=[nested])
        piece = linked([quoting], ident())
        assert piece.found(2).citation.authors[0].value == "Roberta Cohen"
        assert piece.found(2).certain


def test_bracketed_citation_in_prose_does_not_count() -> None:
    aside = case("Ames v. Boyle", "1", "F.", "2", role=Role.PARENTHETICAL)
    piece = linked([COHEN, ". The rule is older (", aside, ")."], ident())
    assert piece.note(2) == 1


def test_only_a_bracketed_citation_is_taken_with_doubt() -> None:
    aside = case("Ames v. Boyle", "1", "F.", "2", role=Role.PARENTHETICAL)
    piece = linked(COHEN, ["The rule is older (", aside, "). ", ident(), "."], ident())
    assert piece.found(2).citation.kind is Kind.CASE
    assert not piece.found(2).certain


def test_sections_of_one_code_in_one_clause_are_one_authority() -> None:
    one = linked([statute("1983", string=0), "; ", statute("1985", string=0)], ident())
    assert one.found(2).citation.page.value == "1985"  # type: ignore[union-attr]
    assert one.found(2).certain
    two = linked([statute("1983", string=0), ". ", statute("1985", string=1)], ident())
    assert not two.found(2).certain
    other = cite(Kind.STATUTE, volume="21", reporter="U.S.C.", page="841")
    assert linked([statute("1983"), "; ", other], ident()).lost(2).why is Why.SEVERAL_AUTHORITIES


def test_provisions_of_one_constitution_are_one_authority() -> None:
    article = cite(Kind.CONSTITUTION, reporter="U.S. Const.", pincite="art. III, § 2", string=0)
    piece = linked([article, "; ", ident("art. VI", string=0)], ident())
    assert piece.note(2) == 1


def test_parallel_citations_are_one_authority() -> None:
    both = case("Roe v. Moss", "410", "U.S.", "113", parallel=["93 S. Ct. 705"])
    assert linked([both], ident()).note(2) == 1


def test_pure_text_before() -> None:
    piece = linked(COHEN, "This Article leaves remedies for another day.", ident())
    assert piece.lost(3).why is Why.NO_AUTHORITY_IN_NOTE
    assert piece.lost(3).certain


def test_text_that_may_cite_something_is_not_pure() -> None:
    for text in ("FAR 36.6.", "October Interview.", "Free Press Comments at 116.", "Ada Moss, A Title, July 13, 2023."):
        lost = linked(COHEN, text, ident()).lost(3)
        assert lost.why is Why.NOT_UNDERSTOOD
        assert not lost.certain


def test_cross_reference_before() -> None:
    for before in ([across(1)], ["see ", across(part="Part II"), "."]):
        lost = linked(COHEN, before, ident()).lost(3)
        assert lost.why is Why.INTERNAL_REFERENCE
        assert lost.certain
    same_note = linked(COHEN, [across(part="Part II"), "; ", ident()])
    assert same_note.lost((2, 1)).why is Why.INTERNAL_REFERENCE


def test_cross_reference_beside_an_authority_does_not_count() -> None:
    assert linked([COHEN, "; ", across(part="Part II")], ident()).note(2) == 1
    doubtful = linked([COHEN, "; ", across(part="Part II"), "; ", ident()]).lost((1, 1))
    assert doubtful.why is Why.INTERNAL_REFERENCE
    assert not doubtful.certain


def test_cross_reference_with_a_page_means_the_source_of_its_note() -> None:
    piece = linked(COHEN, LIN, across(1, pincite="7"), ident("8"))
    assert piece.note(4) == 1
    assert not piece.found(4).certain


def test_supra_with_a_name_is_an_authority() -> None:
    assert linked(COHEN, LIN, supra("Cohen", 1), ident()).note(4) == 1


def test_after_a_lost_supra() -> None:
    piece = linked(COHEN, supra("Whitcombe", 1), ident())
    assert piece.lost(3).why is Why.ANTECEDENT_LOST


def test_authors_notes_do_not_count() -> None:
    piece = linked(COHEN, "* The author thanks nobody.", ident(), labels=["1", "*", "2"])
    assert piece.note(2) == 1


def test_each_apparatus_has_its_own_order() -> None:
    kinds = ("footnotes", "endnotes", "footnotes")
    piece = linked(COHEN, LIN, ident(), labels=["1", "i", "2"], apparatus=kinds)
    assert piece.note(2) == 1


def test_first_note_of_a_section_has_nothing_before() -> None:
    piece = linked(COHEN, ident(), labels=["1", "1"], sections=[1, 2])
    lost = piece.lost((1, 0))
    assert lost.why is Why.NOTHING_BEFORE
    assert not lost.certain


def test_unparsed_note_before_lowers_certainty() -> None:
    one = linked([COHEN, "; ?some stretch?"], ident())
    assert one.note(2) == 1
    assert not one.found(2).certain
    none = linked(COHEN, "?some stretch?", ident())
    assert none.lost(3).why is Why.NOT_UNDERSTOOD
    several = linked([COHEN, "; ", LIN, "; ?some stretch?"], ident())
    assert several.lost(2).why is Why.SEVERAL_AUTHORITIES
    assert not several.lost(2).certain


def test_unclear_mention_before_lowers_certainty() -> None:
    unclear = cite(authors=["Ruth Lin"], title="Pricing Privacy", clear=False)
    assert not linked([unclear], ident()).found(2).certain


def test_unparsed_stretch_just_before_in_the_note() -> None:
    lost = linked([COHEN, "; ?some stretch?; ", ident()]).lost(1)
    assert lost.why is Why.NOT_UNDERSTOOD
    assert [c.citation.index for c in lost.candidates] == [0]


def test_citation_missed_just_before_in_the_note() -> None:
    lost = linked([COHEN, "; Free Press Comments at 116; ", ident("92")]).lost(1)
    assert lost.why is Why.NOT_UNDERSTOOD
    opening = linked(COHEN, ["Free Press Comments at 93. They disagree. ", ident("94")]).lost(2)
    assert opening.why is Why.NOT_UNDERSTOOD
    prose = linked([COHEN, ". The dissent disagreed with all of that. ", ident("92")])
    assert prose.note(1) == 1


def test_one_source_read_as_two_is_one_authority() -> None:
    split = cite(Kind.WEB, title="W3C", year="2018")
    piece = linked([COHEN, ", ", split], ident())
    assert piece.found(2).citation.index == 0
    assert not piece.found(2).certain


def test_nested_id_looks_before_its_host() -> None:
    quoting = cite(authors=["Ruth Lin"], title="Pricing Privacy", inner=[ident("3")], opening="quoting")
    piece = linked(COHEN, [quoting])
    assert piece.note(2) == 1
    assert not piece.found(2).certain


def test_nested_id_in_explaining_words_means_its_host() -> None:
    explained = cite(authors=["Ruth Lin"], title="Pricing Privacy", inner=[ident("3")], opening="arguing")
    piece = linked(COHEN, [explained])
    assert piece.note(2) == 2


def test_nested_id_after_a_nested_citation_means_that() -> None:
    nested = [case("Ames v. Boyle", "1", "F.", "2"), ident("4")]
    piece = linked(COHEN, [cite(authors=["Ruth Lin"], title="Pricing Privacy", inner=nested)])
    assert piece.found(2).citation.kind is Kind.CASE


def test_id_nested_in_an_id_means_the_same() -> None:
    piece = linked(COHEN, [ident("8", inner=[ident("6")])])
    assert piece.note((2, 1)) == 1


def test_named_id_takes_the_work_of_its_name() -> None:
    piece = linked(COHEN, [ROE, "; ", ident("35", name="Cohen")])
    assert piece.note(2) == 1
    assert not piece.found(2).certain
    unknown = linked([COHEN, "; ", ROE, "; ", ident("35", name="Whitcombe")])
    assert unknown.found(1).citation.kind is Kind.CASE


def test_cites_of_each_note() -> None:
    links = linked([COHEN, "; ", LIN], LIN, supra("Cohen", 1), [ident(), "; ", ROE], across(1)).links
    cohen, lin, roe = (links.work_of[i] for i in (0, 1, 5))
    assert links.cites == ((cohen, lin), (lin,), (cohen,), (cohen, roe), ())
