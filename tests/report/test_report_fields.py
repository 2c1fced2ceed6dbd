"""What is printed of a citation, by field; and the names before supra taken apart."""

from __future__ import annotations

import pytest

from citelint.model.citation import (
    Citation,
    CrossReference,
    Field,
    Hereinafter,
    Id,
    Kind,
    NoteNumber,
    Short,
    Supra,
)
from citelint.model.span import Span
from citelint.report.layout.fields import KnownNames, fields_of, kind_of

NOWHERE = Span(0, 0)
UNKNOWN = KnownNames(frozenset(), frozenset(), ())
PIECE = KnownNames(
    surnames=frozenset({"ellison", "okafor", "lin", "van der berg", "robinson"}),
    institutions=frozenset({"council of ports", "cop"}),
    titles=("slander and libel in the harbor", "tides and tolls"),
)


def said(value: str | None) -> Field | None:
    return None if value is None else Field(NOWHERE, value)


def supra(name: str, *numbers: str, pincite: str | None = None) -> Supra:
    return Supra(
        index=0,
        note=0,
        span=NOWHERE,
        word=Field(NOWHERE, "supra"),
        name=Field(NOWHERE, name),
        numbers=tuple(NoteNumber(NOWHERE, n, None) for n in numbers),
        pincite=said(pincite),
    )


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Ellison", {"authors": ["Ellison"]}),
        ("Okafor & Lin", {"authors": ["Okafor", "Lin"]}),
        ("Okafor and Lin", {"authors": ["Okafor", "Lin"]}),
        ("Okafor, Lin & Roe", {"authors": ["Okafor", "Lin", "Roe"]}),
        ("Wu et al.", {"authors": ["Wu"]}),
        ("Ellison, Tolls of the Harbor", {"authors": ["Ellison"], "title": "Tolls of the Harbor"}),
        ("Okafor & Lin, Tides", {"authors": ["Okafor", "Lin"], "title": "Tides"}),
        ("van der Berg", {"authors": ["van der Berg"]}),
        ("Cunningham-Parmeter", {"authors": ["Cunningham-Parmeter"]}),
        ("O’Dell", {"authors": ["O’Dell"]}),
        ("ELLISON", {"authors": ["ELLISON"]}),
        ("Mara Ellison", {"authors": ["Ellison"]}),
        ("Ruth K. Doe, Jr.", {"authors": ["Doe"], "title": "Jr."}),
        ("COP", {"institution": "COP"}),
        ("NASEM", {"institution": "NASEM"}),
        ("Council of Ports", {"institution": "Council of Ports"}),
        ("Harbor Rsch. Ctr.", {"institution": "Harbor Rsch. Ctr."}),
        ("Slander and Libel", {"title": "Slander and Libel"}),
        ("Tides and Tolls", {"title": "Tides and Tolls"}),
        ("May 2022 Guidance", {"title": "May 2022 Guidance"}),
        ("COP Circular A-4", {"title": "COP Circular A-4"}),
        ("Brief for the Council of Ports", {"title": "Brief for the Council of Ports"}),
        ("Transcript of Oral Argument", {"title": "Transcript of Oral Argument"}),
        (
            "Mara Ellison, The Far Pier, in The Book of Piers",
            {"authors": ["Ellison"], "title": "The Far Pier", "reporter": "The Book of Piers"},
        ),
    ],
)
def test_a_name_before_supra_is_of_persons_or_an_institution_or_a_title(
    name: str, fields: dict[str, str | list[str]]
) -> None:
    assert fields_of(supra(name), PIECE) == fields


def test_without_any_full_citation_a_surname_is_still_one() -> None:
    assert fields_of(supra("Robinson & Darley", "93", pincite="62"), UNKNOWN) == {
        "authors": ["Robinson", "Darley"],
        "note": ["93"],
        "pincite": "62",
    }


def test_a_full_citation_gives_surnames_and_no_section_sign() -> None:
    label = Hereinafter(NOWHERE, Field(NOWHERE, "hereinafter"), Field(NOWHERE, "Ellison, Tides"), "[", True)
    whole = Citation(
        index=0,
        note=0,
        span=NOWHERE,
        kind=Kind.STATUTE,
        authors=(Field(NOWHERE, "Mara K. Ellison"), Field(NOWHERE, "Tomas van der Berg III")),
        title=said("Tides"),
        volume=said("20"),
        reporter=said("U.S.C."),
        page=said("§§ 6312(b), 6318"),
        year=said("2015"),
        hereinafter=(label,),
    )
    assert kind_of(whole) == "statute"
    assert fields_of(whole, UNKNOWN) == {
        "authors": ["Ellison", "van der Berg"],
        "title": "Tides",
        "volume": "20",
        "reporter": "U.S.C.",
        "page": "6312(b), 6318",
        "year": "2015",
        "hereinafter": "Ellison, Tides",
    }


def test_references_give_what_they_print() -> None:
    word = Field(NOWHERE, "supra")
    cross = CrossReference(index=0, note=0, span=NOWHERE, word=word, part=said("Section II.B"))
    notes = CrossReference(
        index=0, note=0, span=NOWHERE, word=word, numbers=(NoteNumber(NOWHERE, "149–153", 149, 153),)
    )
    short = Short(
        index=0,
        note=0,
        span=NOWHERE,
        kind=Kind.CASE,
        parties=(Field(NOWHERE, "Harbor Co."),),
        volume=said("2018"),
        reporter=said("WL"),
        page=said("4177776"),
        pincite=said("12"),
    )
    same = Id(index=0, note=0, span=NOWHERE, word=Field(NOWHERE, "Id."), pincite=said("§ 5"))
    assert [kind_of(m) for m in (cross, short, same, supra("Roe"))] == ["cross-reference", "short", "id", "supra"]
    assert fields_of(cross, UNKNOWN) == {"pincite": "Section II.B"}
    assert fields_of(notes, UNKNOWN) == {"note": ["149–153"]}
    assert fields_of(short, UNKNOWN) == {
        "parties": ["Harbor Co."],
        "volume": "2018",
        "reporter": "WL",
        "page": "4177776",
        "pincite": "12",
    }
    assert fields_of(same, UNKNOWN) == {"pincite": "§ 5"}
