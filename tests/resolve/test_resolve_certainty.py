"""How sure a link is, and why: certain only where nothing speaks against it, and never without a reason."""

from __future__ import annotations

import pytest
from assembled import Assembled, case, cite, ident, linked, short, supra

from citelint.config import Config
from citelint.model.citation import Kind
from citelint.model.link import Pointing

COHEN = cite(authors=["Roberta Cohen"], title="Admitting Refugees", volume="1", reporter="J.", page="5")
COSTS = cite(authors=["Roberta Cohen"], title="Counting Costs", volume="9", reporter="J.", page="200")
DIM = cite(authors=["Roberta Cohen"], title="Admitting Refugees", volume="1", reporter="J.", page="5", clear=False)
ROE = case("Roe v. Moss", "410", "U.S.", "113")
QUOTING = case("Doe v. Vale", "510", "U.S.", "1", inner=[COHEN])


def told(piece: Assembled, note: int) -> tuple[bool, str]:
    found = piece.found(note)
    return found.certain, found.because


# --- supra


@pytest.mark.parametrize(
    ("piece", "note", "certain", "because"),
    [
        (linked(COHEN, ROE, supra("Cohen", 2)), 3, True, "one earlier work by Cohen"),
        (linked(COHEN, ROE, supra("Cohen, Admitting Refugees", 2)), 3, True,
         "one earlier work called Cohen, Admitting Refugees"),
        (linked(COHEN, ["?something else?"], supra("Cohen", 2)), 3, False,
         "one earlier work by Cohen, but note 2 was not wholly understood"),
        (linked(DIM, ROE, supra("Cohen", 2)), 3, False,
         "one earlier work by Cohen, but the citation in note 1 was not wholly understood"),
        (linked(COHEN, ROE, supra("Cohen", 2, clear=False)), 3, False,
         "one earlier work by Cohen, but the reference was not wholly understood"),
        (linked(QUOTING, ROE, supra("Cohen", 2)), 3, False,
         "one earlier work by Cohen, but note 1 cites it first, inside another citation"),
        (linked(QUOTING, COHEN, ROE, supra("Cohen", 3)), 4, False,
         "one earlier work by Cohen, but note 1 cites it first, inside another citation"),
        (linked(COHEN, COSTS, supra("Cohen", 2)), 3, True, "two works fit Cohen: notes 1 and 2; the number says which"),
        (linked(COHEN, ROE, COSTS, *[ROE] * 9, supra("Cohen", 4)), 13, False,
         "two works fit Cohen: notes 1 and 3; this one fits best, but nothing but its place speaks for this one"),
    ],
)  # fmt: skip
def test_a_supra_says_how_its_name_fits_and_what_speaks_against_it(
    piece: Assembled, note: int, certain: bool, because: str
) -> None:
    assert told(piece, note) == (certain, because)


def test_in_an_excerpt_an_earlier_note_may_cite_the_work() -> None:
    excerpt = Config(first_note=10)
    wrong = linked(COHEN, ROE, supra("Cohen", 11), labels=["10", "11", "12"], config=excerpt)
    assert told(wrong, 12) == (False, "one earlier work by Cohen, but the notes before the excerpt are not known")
    both = linked(COHEN, COSTS, ROE, supra("Cohen", 12), labels=["10", "11", "12", "13"], config=excerpt)
    assert not both[13].certain
    late = linked(supra("Cohen", 11), COHEN, labels=["10", "11"], config=excerpt)
    assert (late.found(10).pointing, late.found(10).later, late.found(10).certain) == (Pointing.RIGHT, True, False)


# --- Id.


@pytest.mark.parametrize(
    ("piece", "where", "certain", "because"),
    [
        (linked(COHEN, ident("7")), (2, 0), True, "the one authority of note 1"),
        (linked([COHEN, ident("7")]), (1, 0), True, "cited just before in the same note"),
        (linked([DIM, ident("7")]), (1, 0), False,
         "cited just before in the same note, but that citation was not wholly understood"),
        (linked(DIM, ident("7")), (2, 0), False, "the one authority of note 1, but note 1 was not wholly understood"),
        (linked(COHEN, ident(clear=False), ident("9")), (3, 0), False,
         "the one authority of note 2, but note 2 was not wholly understood"),
        (linked(COHEN, ["?What?"], supra("Cohen", 2), ident("9")), (4, 0), False,
         "the one authority of note 3, but what it repeats is not certain itself"),
        (linked(COHEN, ident("9", name="Cohen")), (2, 0), False,
         "note 1 cites a work of that name, but Id. takes no name"),
    ],
)  # fmt: skip
def test_an_id_says_where_its_source_stands(
    piece: Assembled, where: tuple[int, int], certain: bool, because: str
) -> None:
    link = piece.found(where)
    assert (link.certain, link.because) == (certain, because)


def test_the_reason_of_a_long_chain_of_doubt_does_not_grow() -> None:
    piece = linked(DIM, *[ident("7")] * 40)
    assert not piece.found(41).certain
    assert len(piece.found(41).because) < 100


# --- short forms


def test_a_short_form_says_by_what_it_is_told() -> None:
    assert told(linked(ROE, short("Roe", "410", "U.S.", "120")), 2) == (
        True,
        "one earlier case called Roe in 410 U.S., in note 1",
    )
    assert told(linked(ROE, short("", "410", "U.S.", "120")), 2) == (True, "one earlier case in 410 U.S., in note 1")
    dim = case("Roe v. Moss", "410", "U.S.", "113", clear=False)
    assert told(linked(dim, short("Roe", "410", "U.S.", "120")), 2) == (
        False,
        "one earlier case called Roe in 410 U.S., in note 1, but the citation in note 1 was not wholly understood",
    )


def test_a_short_form_in_an_excerpt_may_have_its_full_citation_before_it() -> None:
    notes = (short("Roe", "410", "U.S.", "120"), ROE)
    assert linked(*notes).found(1).certain
    excerpt = linked(*notes, labels=["10", "11"], config=Config(first_note=10))
    assert told(excerpt, 10) == (
        False,
        "one later case called Roe in 410 U.S., in note 11, but the notes before the excerpt are not known",
    )


def test_a_section_without_its_code_names_the_kind() -> None:
    law = cite(Kind.STATUTE, volume="42", reporter="U.S.C.", page="1983")
    assert told(linked(law, short(kind=Kind.STATUTE, page="1983")), 2)[1] == "one earlier statute, in note 1"
