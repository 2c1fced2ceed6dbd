"""Treaties in series without volumes and in the Official Journal, and the U.N. Charter: and *id.* behind them."""

from __future__ import annotations

from typing import Any

import pytest
from noted import document, one, values

from citelint.config import Config
from citelint.model.citation import Citation, Id
from citelint.model.link import Found
from citelint.resolve import resolve

TREATIES: list[tuple[str, dict[str, Any]]] = [
    (
        "Convention on Doors, Nov. 23, 2001, E.T.S. No. 185.",
        {"title": "Convention on Doors", "reporter": "E.T.S.", "page": "No. 185", "year": "2001"},
    ),
    (
        "Harbor Agreement art. 3, Dec. 12, 2015, T.I.A.S. No. 16-1104.",
        {"title": "Harbor Agreement", "reporter": "T.I.A.S.", "page": "No. 16-1104", "year": "2015"}
        | {"pincite": "art. 3"},
    ),
    (
        "Treaty on Windows, Feb. 7, 1992, 1992 O.J. (C 191) 1, 3.",
        {"title": "Treaty on Windows", "volume": "1992", "reporter": "O.J. (C 191)", "page": "1", "pincite": "3"}
        | {"year": "1992"},
    ),
    (
        "Convention on Doors, Nov. 23, 2001, E.T.S. No. 185, 2296 U.N.T.S. 167.",
        {"title": "Convention on Doors", "reporter": "E.T.S.", "page": "No. 185", "year": "2001"},
    ),
    ("U.N. Charter art. 2, ¶ 4.", {"title": "U.N. Charter", "pincite": "art. 2, ¶ 4"}),
]


@pytest.mark.parametrize(("text", "fields"), TREATIES)
def test_a_treaty_is_one_citation(text: str, fields: dict[str, Any]) -> None:
    found = values(one(text))
    assert {name: found.get(name) for name in fields} == fields
    assert found["kind"] == "treaty"


def test_what_the_official_journal_prints_is_no_treaty_unless_it_says_so() -> None:
    found = values(one("Council Directive 93/13, art. 3, 1993 O.J. (L 95) 29."))
    assert (found["kind"], found["title"], found["pincite"]) == ("other", "Council Directive 93/13", "art. 3")


@pytest.mark.parametrize("text", [text for text, _ in TREATIES])
def test_id_behind_a_treaty_means_it(text: str) -> None:
    piece = document(text, "Id. art. 5.")
    links = resolve(piece, Config())
    (id,) = [mention for mention in piece.mentions if isinstance(mention, Id)]
    link = links.of(id.index)
    assert isinstance(link, Found)
    assert link.citation.index == 0


def test_two_places_of_one_treaty_in_two_series_are_one_authority() -> None:
    text = "Convention on Roofs art. 31, May 23, 1969, 1155 U.N.T.S. 331, T.I.A.S. No. 18232; Cohen, supra note 3."
    assert [type(m) is Citation for m in document(text).mentions] == [True, False]


def test_a_number_of_a_series_alone_is_no_citation() -> None:
    assert not document("That convention, E.T.S. No. 5, was signed by few.").mentions
