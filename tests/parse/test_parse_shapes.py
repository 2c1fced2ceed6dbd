"""Citations in less common shapes, each read as what it is."""

from __future__ import annotations

from typing import Any

import pytest
from noted import mentions, one, values, words

SHAPES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "Ada Moss, Old Doors, 44 Harv. C.R.-C.L. L. Rev. 133, 136 (2009).",
        "article",
        {"authors": ["Ada Moss"], "title": "Old Doors", "volume": "44", "reporter": "Harv. C.R.-C.L. L. Rev."}
        | {"page": "133", "pincite": "136", "year": "2009"},
    ),
    (
        "Ada Moss, Old Doors, 18 Lantern Stud., Jan. 25, 2023, at 1, 4.",
        "article",
        {"authors": ["Ada Moss"], "title": "Old Doors", "volume": "18", "reporter": "Lantern Stud."}
        | {"pincite": "1, 4", "year": "2023"},
    ),
    (
        "Ada Moss, The 2005 Doors Ruling, 14 ILSA J. Int’l & Comp. L. 121 (2007).",
        "article",
        {"authors": ["Ada Moss"], "title": "The 2005 Doors Ruling", "volume": "14", "page": "121", "year": "2007"}
        | {"reporter": "ILSA J. Int’l & Comp. L."},
    ),
    (
        "Ada Moss, Pleas Denied in 14 Odd Cases, Dale Chron., May 29, 1993, at A1.",
        "news",
        {"authors": ["Ada Moss"], "title": "Pleas Denied in 14 Odd Cases", "reporter": "Dale Chron."}
        | {"pincite": "A1", "year": "1993"},
    ),
    (
        "Wren v. Leady (1845) 153 Eng. Rep. 351, 352.",
        "case",
        {"parties": ["Wren", "Leady"], "volume": "153", "reporter": "Eng. Rep.", "page": "351", "pincite": "352"}
        | {"year": "1845"},
    ),
    (
        "Restatement (Second) of Torts § 652A cmt. b (Am. L. Inst. 1977).",
        "other",
        {"title": "Restatement (Second) of Torts", "page": "652A", "pincite": "cmt. b", "institution": "Am. L. Inst."}
        | {"year": "1977"},
    ),
    (
        "5 U.S.C. § 706(2)(A)–(C) (2018).",
        "statute",
        {"volume": "5", "reporter": "U.S.C.", "page": "706(2)(A)–(C)", "year": "2018"},
    ),
    ("18 U.S.C. app. § 4.", "statute", {"volume": "18", "reporter": "U.S.C.", "page": "4"}),
    (
        "Ada Moss & Felix Stone, Doors: Cases and Materials 11 (v6.0 2024).",
        "book",
        {"authors": ["Ada Moss", "Felix Stone"], "title": "Doors: Cases and Materials", "pincite": "11"}
        | {"year": "2024"},
    ),
    (
        "Felix Stone, Old Doors, in Handbook of Halls 53 (Ada Moss et al., eds. 2016).",
        "chapter",
        {"authors": ["Felix Stone"], "title": "Old Doors", "reporter": "Handbook of Halls", "page": "53"}
        | {"year": "2016"},
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), SHAPES, ids=[text[:40] for text, *_ in SHAPES])
def test_a_less_common_shape(text: str, kind: str, expected: dict[str, Any]) -> None:
    found = one(text)
    assert values(found) == {"kind": kind, **expected}
    assert words(text, found) + "." == text


@pytest.mark.parametrize(
    ("text", "pincite"),
    [
        ("Id. § 8-501 cmt. 4.", "§ 8-501 cmt. 4"),
        ("Id. § 6311(c)(4)(B)–(C), (d).", "§ 6311(c)(4)(B)–(C), (d)"),
        ("Moss, supra note 2, § B.4.1.", "§ B.4.1"),
        ("Moss, supra note 2, at app. A.", "app. A"),
        ("Moss, supra note 2, § 30 cmt. a.", "§ 30 cmt. a"),
    ],
)
def test_a_place_in_a_source(text: str, pincite: str) -> None:
    found = one(text)
    assert found.pincite.value == pincite
    assert words(text, found) + "." == text


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/ story/news/2018/12/27/low-despite-it/24/",
        "https://example.org/sputnik/omb_ to_government_show_us.html",
        "https://perma.cc/ 6ZN9-L3WL",
    ],
)
def test_an_address_with_a_blank_where_a_line_broke(url: str) -> None:
    found = one(f"Ada Moss, Old Doors (2017), {url}.")
    assert found.url.value == url


def test_the_year_of_a_date_is_no_volume() -> None:
    (moss,) = mentions("See Moss Comments; Felix Stone, A Note on Feb. 19, 2015 Letters, 12 Dale L.J. 3 (2016).")
    assert moss.volume is not None
    assert moss.volume.value == "12"


def test_a_number_behind_a_comma_is_no_page_where_a_reporter_follows() -> None:
    found = one("2010 Open Doors Order, 25 FCC Rcd at 17945, para. 73.")
    assert found.volume.value == "25"
    assert [party.value for party in found.parties] == ["2010 Open Doors Order"]
    assert found.pincite.value == "17945, para. 73"


def test_a_blank_lost_behind_versus() -> None:
    assert [p.value for p in one("Ames v.Boyle, 1 U.S. 2 (1990).").parties] == ["Ames", "Boyle"]


def test_the_page_of_a_nominate_report_is_no_source_of_its_own() -> None:
    assert len(mentions("Regina v. Wren (1713) 93 Eng. Rep. 252, 253; Gilb. Cas. 36, 39 (KB).")) == 1
