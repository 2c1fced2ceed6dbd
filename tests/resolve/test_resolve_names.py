"""Names before supra: what they fit, and how well."""

from __future__ import annotations

import pytest
from assembled import Piece, case, cite, linked, supra

from citelint.model.citation import Kind
from citelint.model.link import Fit, Found, Pointing

COHEN = cite(authors=["Roberta Cohen"], title="Admitting Refugees", volume="1", reporter="J.", page="5")
PAIR = cite(authors=["Tomas Okafor", "Ruth Lin"], title="Pricing Privacy", volume="70", reporter="L.J.", page="1127")
FOUR = cite(
    authors=["Nina Prescott", "Mike Henchen", "Emma Hines", "Brady Seals"], title="Regulators' Guide", year="2023"
)
CALO = cite(authors=["M. Ryan Calo"], title="The Boundaries of Privacy Harm: An Essay", volume="86", reporter="L.J.")
BOOK = cite(Kind.BOOK, authors=["Danielle Keats Citron"], title="Hate Crimes in Cyberspace", year="2014")
DOUBLE = cite(Kind.BOOK, authors=["Viktor Mayer-Schönberger", "Kenneth Cukier"], title="Big Data", year="2013")
PARTICLE = cite(authors=["Rory Van Loo"], title="Digital Markets", year="2020")
JUNIOR = cite(authors=["Bill Fletcher, Jr."], title="Race and Class", year="2010")
PEW = cite(Kind.REPORT, institution="Pew Rsch. Ctr.", title="Trust and Distrust", year="2019")
NASEM = cite(
    Kind.REPORT,
    institution="Nat'l Acads. of Scis., Eng'g & Med.",
    title="Why Indoor Chemistry Matters",
    aliases=["NASEM"],
    year="2022",
)
COVENANT = cite(Kind.TREATY, title="International Covenant on Civil and Political Rights", year="1966")
COMMENT = cite(Kind.REPORT, institution="Human Rights Comm.", title="General Comment 16", year="1994")
ARMY = cite(Kind.WEB, title="Facebook's Dark Side: What Moderators See", url="https://a.example/b", year="2020")
CODE = cite(Kind.STATUTE, volume="42", reporter="U.S.C.", page="1983")


@pytest.mark.parametrize(
    ("name", "work", "fit"),
    [
        ("Cohen", COHEN, Fit.AUTHOR),
        ("COHEN", COHEN, Fit.AUTHOR),
        ("Roberta Cohen", COHEN, Fit.AUTHOR),
        ("R. Cohen", COHEN, Fit.AUTHOR),
        ("Professor Cohen", COHEN, Fit.AUTHOR),
        ("Cohen's work", COHEN, Fit.LOOSE),
        ("Cohen’s", COHEN, Fit.AUTHOR),
        ("as noted in Cohen", COHEN, Fit.AUTHOR),
        ("the sources cited in Cohen", COHEN, Fit.AUTHOR),
        ("The plan had failed. Cohen", COHEN, Fit.AUTHOR),
        ("the law.Cohen", COHEN, Fit.AUTHOR),
        ("2 Cohen", COHEN, Fit.AUTHOR),
        ("Okafor & Lin", PAIR, Fit.AUTHOR),
        ("Okafor and Lin", PAIR, Fit.AUTHOR),
        ("Okafor", PAIR, Fit.AUTHOR),
        ("Lin", PAIR, Fit.AUTHOR),
        ("Prescott, Henchen, Hines & Seals", FOUR, Fit.AUTHOR),
        ("Prescott et al.", FOUR, Fit.AUTHOR),
        ("Prescott et. al", FOUR, Fit.AUTHOR),
        ("Prescott et al., Regulators’ Guide", FOUR, Fit.AUTHOR),
        ("Calo, Boundaries of Privacy Harm", CALO, Fit.AUTHOR),
        ("Calo, Boundaries", CALO, Fit.AUTHOR),
        ("The Boundaries of Privacy Harm", CALO, Fit.TITLE),
        ("CITRON, HATE CRIMES IN CYBERSPACE", BOOK, Fit.AUTHOR),
        ("Citron, Hate Crimes", BOOK, Fit.AUTHOR),
        ("Hate Crimes in Cyberspace", BOOK, Fit.TITLE),
        ("Mayer-Schonberger & Cukier", DOUBLE, Fit.AUTHOR),
        ("MAYER‑SCHÖNBERGER & CUKIER", DOUBLE, Fit.AUTHOR),
        ("Van Loo", PARTICLE, Fit.AUTHOR),
        ("Loo", PARTICLE, Fit.AUTHOR),
        ("Fletcher, Jr.", JUNIOR, Fit.AUTHOR),
        ("Fletcher", JUNIOR, Fit.AUTHOR),
        ("Pew Rsch. Ctr.", PEW, Fit.INSTITUTION),
        ("Pew Research Center", PEW, Fit.INSTITUTION),
        ("Pew", PEW, Fit.INSTITUTION),
        ("Pew Rsch. Ctr., Trust and Distrust", PEW, Fit.INSTITUTION),
        ("Trust and Distrust", PEW, Fit.TITLE),
        ("PRC", PEW, Fit.ALIAS),
        ("NASEM", NASEM, Fit.ALIAS),
        ("ICCPR", COVENANT, Fit.ALIAS),
        ("International Covenant", COVENANT, Fit.TITLE),
        ("General Comment 16", COMMENT, Fit.TITLE),
        ("Facebook’s Dark Side", ARMY, Fit.TITLE),
        ("42 U.S.C. § 1983", CODE, Fit.REPORTER),
        ("Choen", COHEN, Fit.FUZZY),
        ("Okafor & Linn", PAIR, Fit.LOOSE),
    ],
)
def test_names(name: str, work: Piece, fit: Fit) -> None:
    found = linked("A text.", work, supra(name, 2)).found(3)
    assert found.pointing is Pointing.RIGHT
    assert found.fit is fit


@pytest.mark.parametrize(("name", "printed"), [("Tufecki", "Tufekci"), ("Imwinkelreid", "Imwinkelried")])
def test_misspelt_names_with_the_right_number_and_without(name: str, printed: str) -> None:
    work = cite(authors=[f"Zeynep {printed}"], title="In Classrooms", year="2023")
    for number in (1, 2):
        piece = linked(work, COHEN, supra(name, number))
        assert piece.note(3) == 1
        assert piece.found(3).fit is Fit.FUZZY
        assert not piece.found(3).certain


def test_exact_name_elsewhere_beats_a_misspelt_one() -> None:
    other = cite(authors=["Ada Cohan"], title="Another Title", year="2020")
    piece = linked(other, COHEN, supra("Cohen", 1))
    assert piece.note(3) == 2


@pytest.mark.parametrize(
    ("name", "work"),
    [
        ("Bell", cite(authors=["Sam Adler-Bell"], title="What Is Behind It", year="2020")),
        ("White et al.", cite(Kind.WEB, institution="White House", title="Readout", year="2020")),
        ("Law Review", cite(authors=["Ada Moss"], title="A Law of Review", year="2020")),
        ("U.S. Dep't", cite(Kind.REPORT, institution="Cal. Dep't of Just.", title="Crime", year="2020")),
    ],
)
def test_names_that_are_not_certain(name: str, work: Piece) -> None:
    link = linked(work, COHEN, supra(name, 2))[3]
    assert not isinstance(link, Found) or not link.certain


def test_authors_that_were_not_told_apart() -> None:
    unsplit = cite(title="Josephine (Jo) R. Potuto, The Rules of the Game", year="2010")
    piece = linked(unsplit, COHEN, supra("Potuto", 1), supra("Potuto", 2))
    assert piece.found(3).fit is Fit.AUTHOR
    assert piece.note(4) == 1


def test_one_work_cited_twice() -> None:
    again = cite(authors=["Roberta Cohen"], title="Admitting Refugees", volume="1", reporter="J.", page="5")
    subtitle = cite(authors=["R. Cohen"], title="Admitting Refugees: A Study", reporter="J.")
    links = linked(COHEN, again, subtitle).links
    assert links.works == ((0, 1, 2),)
    assert links.work_of == {0: 0, 1: 0, 2: 0}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (case("Roe v. Wade", "410", "U.S.", "113"), case("", "410", "U.S.", "113"), True),
        (case("Roe v. Wade", "410", "U.S.", "113"), case("Roe v. Wade", "410", "U. S.", "113"), True),
        (case("Roe v. Wade", "410", "U.S.", "113"), case("Roe v. Wade", "93", "S. Ct.", "705"), False),
        (
            case("Roe v. Wade", "410", "U.S.", "113", parallel=["93 S. Ct. 705"]),
            case("Roe v. Wade", "93", "S. Ct.", "705"),
            True,
        ),
        (case("Terry v. Ohio", "392", "U.S.", "1", "1968"), case("Terry v. Ohio", "329", "U.S.", "1", "1968"), True),
        (case("Doe v. Roe", "92", "N.Y.2d", "232"), case("Doe v. Roe", "170", "F.3d", "264"), False),
        (CODE, cite(Kind.STATUTE, volume="42", reporter="U.S.C.", page="1985"), False),
        (CODE, cite(Kind.STATUTE, volume="42", reporter="U.S.C.", page="1983"), True),
        (PEW, cite(Kind.REPORT, institution="Pew Rsch. Ctr.", title="Trust and Distrust", year="2020"), False),
        (
            cite(Kind.WEB, title="Privacy Policy", url="https://a.example/p"),
            cite(Kind.WEB, title="Privacy Policy", url="https://b.example/p"),
            False,
        ),
        (COHEN, cite(authors=["Ada Cohen"], title="Other", year="2000"), False),
        (
            cite(Kind.COURT_DOCUMENT, title="Complaint", parties=["Roe", "Dale"], year="2020"),
            cite(Kind.COURT_DOCUMENT, title="Complaint", parties=["Roe", "Wren"], year="2020"),
            False,
        ),
        (
            cite(Kind.COURT_DOCUMENT, title="Complaint", parties=["Roe", "Dale"], year="2020"),
            cite(Kind.COURT_DOCUMENT, title="Complaint", parties=["Roe", "Dale"], year="2020"),
            True,
        ),
    ],
)
def test_works(first: Piece, second: Piece, same: bool) -> None:
    assert (len(linked(first, second).links.works) == 1) is same


def test_of_several_rare_words_the_first_leads() -> None:
    """What a name is taken for must not hang on the order of a set, which is another in every run."""
    for place in range(0, 24, 3):
        names = [f"{chr(65 + place + step)}{'ornelius'[step:]}" for step in range(3)]
        works = [cite(authors=[f"Jo {name}"], title=f"Essay {name[0]}", volume=name[0], page="5") for name in names]
        found = linked(*works, supra(f"{names[0]}, {names[1]} & {names[2]}", 9)).found(4)
        assert (found.citation.authors[0].value, found.fit) == (f"Jo {names[0]}", Fit.LOOSE)
