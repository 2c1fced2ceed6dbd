"""Short forms of cases and statutes."""

from __future__ import annotations

from assembled import case, cite, linked, short

from citelint.config import Config
from citelint.model.citation import Kind
from citelint.model.link import Fit, Why

MIRANDA = case("Miranda v. Arizona", "384", "U.S.", "436", "1966")
KATZ = case("Katz v. United States", "389", "U.S.", "347", "1967")
STATUTE = cite(Kind.STATUTE, volume="42", reporter="U.S.C.", page="1983")


def test_party_volume_and_reporter() -> None:
    piece = linked(MIRANDA, KATZ, short("Miranda", "384", "U.S.", "445"), short("Katz", "389", "U. S.", "351"))
    assert piece.note(3) == 1
    assert (piece.found(3).fit, piece.found(3).certain, piece.found(3).later) == (Fit.PARTY, True, False)
    assert piece.note(4) == 2


def test_nearest_full_citation_before() -> None:
    piece = linked(MIRANDA, KATZ, MIRANDA, KATZ, short("Miranda", "384", "U.S.", "445"), MIRANDA)
    assert piece.note(5) == 3
    assert [c.note for c in piece.found(5).others] == [0, 5]


def test_full_citation_only_later() -> None:
    piece = linked(short("Katz", "389", "U.S.", "353"), KATZ)
    assert piece.note(1) == 2
    assert piece.found(1).later


def test_leading_words_and_second_party() -> None:
    long = case("Int'l Shoe Co. v. Washington", "326", "U.S.", "310", "1945")
    for name in ("International Shoe", "Int'l Shoe Co.", "Int’l Shoe"):
        assert linked(long, short(name, "326", "U.S.", "317")).found(2).fit is Fit.PARTY
    relator = case("West Virginia ex rel. Morrisey v. Dep't of the Treasury", "59", "F.4th", "1124")
    assert linked(relator, short("Morrisey", "59", "F.4th", "1142")).found(2).certain
    second = case("NLRB v. Noel Canning", "573", "U.S.", "513")
    assert linked(second, short("Noel Canning", "573", "U.S.", "549")).found(2).certain


def test_whole_name_and_serial_numbers() -> None:
    texas = case("United States v. Texas", "143", "S. Ct.", "1964")
    assert linked(texas, short("United States v. Texas", "143", "S. Ct.", "1977")).found(2).fit is Fit.PARTY
    jones = case("Jones v. Moss", "5", "F.3d", "10")
    assert linked(jones, short("Jones II", "5", "F.3d", "12")).found(2).fit is Fit.PARTY
    petition = case("", "1", "F.", "2", parties=["In re Gault"])
    assert linked(petition, short("Gault", "1", "F.", "3")).found(2).fit is Fit.PARTY


def test_government_is_no_name() -> None:
    carroll = case("United States v. Carroll Towing Co.", "159", "F.2d", "169")
    found = linked(carroll, short("United States", "159", "F.2d", "173")).found(2)
    assert (found.fit, found.certain) == (Fit.REPORTER, False)


def test_volume_and_reporter_alone() -> None:
    piece = linked(MIRANDA, KATZ, short("", "384", "U.S.", "445"))
    assert piece.note(3) == 1
    assert (piece.found(3).fit, piece.found(3).certain) == (Fit.REPORTER, True)


def test_of_one_volume_the_case_that_holds_the_page() -> None:
    first = case("Ames v. Boyle", "384", "U.S.", "100")
    piece = linked(first, MIRANDA, short("", "384", "U.S.", "120"), short("", "384", "U.S.", "445"))
    assert piece.note(3) == 1
    assert piece.note(4) == 2


def test_name_decides_in_one_volume() -> None:
    other = case("Johnson v. New Jersey", "384", "U.S.", "719")
    piece = linked(MIRANDA, other, short("Miranda", "384", "U.S.", "731"))
    assert piece.note(3) == 1


def test_misspelt_name_is_found_by_volume() -> None:
    raich = case("Gonzales v. Raich", "545", "U.S.", "1")
    found = linked(raich, KATZ, short("Rich", "545", "U.S.", "22")).found(3)
    assert (found.fit, found.certain) == (Fit.REPORTER, False)


def test_volume_or_series_differs() -> None:
    for volume, reporter in (("386", "U.S."), ("384", "U.S. 2d")):
        lost = linked(MIRANDA, KATZ, short("Miranda", volume, reporter, "445")).lost(3)
        assert lost.why is Why.CASE_DIFFERS
        assert lost.certain
        assert lost.candidates[0].citation.index == 0


def test_other_reporter_may_be_a_parallel_one() -> None:
    lost = linked(MIRANDA, short("Miranda", "86", "S. Ct.", "1612")).lost(2)
    assert lost.why is Why.CASE_DIFFERS
    assert not lost.certain


def test_parallel_reporter() -> None:
    both = case("Miranda v. Arizona", "384", "U.S.", "436", parallel=["86 S. Ct. 1602"])
    assert linked(both, short("Miranda", "86", "S. Ct.", "1612")).found(2).certain
    assert linked(both, short("", "86", "S.Ct.", "1612")).note(2) == 1


def test_two_cases_of_one_party() -> None:
    first, second = case("Spokeo v. Robins", "136", "S. Ct.", "1540"), case("Robins v. Spokeo", "867", "F.3d", "1108")
    piece = linked(first, second, short("Robins", "867", "F.3d", "1110"), short("Spokeo", "136", "S. Ct.", "1548"))
    assert (piece.note(3), piece.note(4)) == (2, 1)


def test_name_in_the_body_and_citation_in_the_note() -> None:
    bare, named = case("", "537", "F.2d", "4"), case("Abercrombie v. Hunting World", "537", "F.2d", "4")
    piece = linked(bare, short("Abercrombie", "537", "F.2d", "9"), named)
    assert piece.note(2) == 1
    alone = linked(bare, short("Abercrombie", "537", "F.2d", "9"))
    assert alone.note(2) == 1
    assert alone.found(2).fit is Fit.REPORTER


def test_databases_tell_decisions_by_number() -> None:
    doe = case("Doe v. Roe", "2015", "WL", "12345")
    other = case("Ames v. Boyle", "2015", "WL", "777")
    piece = linked(doe, other, short("Doe", "2015", "WL", "*6", page="12345"), short("", "2015", "WL", "*2", page="9"))
    assert piece.note(3) == 1
    assert piece.lost(4).why is Why.NEVER_CITED_IN_FULL


def test_full_citation_inside_a_parenthesis() -> None:
    quoting = cite(authors=["Ruth Lin"], title="Pricing", inner=[KATZ])
    piece = linked([quoting], short("Katz", "389", "U.S.", "351"))
    assert piece.note(2) == 1


def test_never_cited_in_full() -> None:
    lost = linked(KATZ, short("Mapp", "367", "U.S.", "655")).lost(2)
    assert lost.why is Why.NEVER_CITED_IN_FULL
    assert lost.certain
    dark = linked(["?Mapp v. Ohio?"], short("Mapp", "367", "U.S.", "655")).lost(2)
    assert not dark.certain
    excerpt = linked(KATZ, short("Mapp", "367", "U.S.", "655"), labels=["10", "11"], config=Config(first_note=10))
    assert not excerpt.lost(11).certain


def test_page_before_the_case_of_that_volume() -> None:
    lost = linked(KATZ, short("", "389", "U.S.", "12")).lost(2)
    assert lost.why is Why.NEVER_CITED_IN_FULL
    assert not lost.certain
    assert [c.citation.index for c in lost.candidates] == [0]


def test_name_alone() -> None:
    assert linked(MIRANDA, KATZ, short("Miranda")).note(3) == 1
    assert linked(KATZ, short("Mapp")).lost(2).why is Why.NEVER_CITED_IN_FULL


def test_statute_by_section() -> None:
    other = cite(Kind.STATUTE, volume="18", reporter="U.S.C.", page="1341(a)")
    piece = linked(STATUTE, other, short(kind=Kind.STATUTE, page="1983"), short(kind=Kind.STATUTE, page="1341"))
    assert (piece.note(3), piece.note(4)) == (1, 2)
    assert piece.found(3).certain


def test_statute_of_another_section() -> None:
    piece = linked(STATUTE, short(kind=Kind.STATUTE, page="1985"))
    assert piece.note(2) == 1
    assert not piece.found(2).certain
    assert linked(KATZ, short(kind=Kind.STATUTE, page="1985")).lost(2).why is Why.NEVER_CITED_IN_FULL


def test_page_of_a_reviewed_book() -> None:
    book = cite(Kind.BOOK, authors=["Helen Brandt"], title="The Settlement Machine", year="2014")
    piece = linked(book, KATZ, short(kind=Kind.OTHER, page="45"))
    assert piece.note(3) == 1
    assert not piece.found(3).certain
    assert linked(KATZ, short(kind=Kind.OTHER, page="45")).lost(2).why is Why.NEVER_CITED_IN_FULL
