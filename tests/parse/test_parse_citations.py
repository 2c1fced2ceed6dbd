"""Every kind of full citation, and the fields of each."""

from __future__ import annotations

from typing import Any

import pytest
from noted import mentions, one, values, words

from citelint.model.citation import Citation, Mention, Role, Short

CASES: list[tuple[str, dict[str, Any]]] = [
    (
        "Hart v. Quill Inv. Co., 512 F.3d 1021, 1030 n.5 (9th Cir. 2008).",
        {"parties": ["Hart", "Quill Inv. Co."], "volume": "512", "reporter": "F.3d", "page": "1021"}
        | {"pincite": "1030 n.5", "court": "9th Cir.", "year": "2008"},
    ),
    (
        "Marbury v. Madison, 5 U.S. (1 Cranch) 137, 177 (1803).",
        {"parties": ["Marbury", "Madison"], "volume": "5", "reporter": "U.S.", "page": "137", "pincite": "177"}
        | {"year": "1803"},
    ),
    (
        "Bell v. Crane, 347 U.S. 483, 490, 74 S. Ct. 686, 98 L. Ed. 873 (1954).",
        {"parties": ["Bell", "Crane"], "volume": "347", "reporter": "U.S.", "page": "483", "pincite": "490"}
        | {"parallel": ["74 S. Ct. 686", "98 L. Ed. 873"], "year": "1954"},
    ),
    (
        "People v. Marsh, 14 N.Y.3d 202, 926 N.E.2d 999 (2010).",
        {"parties": ["People", "Marsh"], "volume": "14", "reporter": "N.Y.3d", "page": "202"}
        | {"parallel": ["926 N.E.2d 999"], "year": "2010"},
    ),
    (
        "Rourke v. Dale, No. 17-cv-4512, 2018 WL 4177776, at *12 (N.D. Cal. Aug. 30, 2018).",
        {"parties": ["Rourke", "Dale"], "volume": "2018", "reporter": "WL", "page": "4177776", "pincite": "*12"}
        | {"court": "N.D. Cal.", "year": "2018"},
    ),
    (
        "In re Fallow Sec. Litig., 214 F.R.D. 65 (S.D.N.Y. 2003).",
        {"parties": ["In re Fallow Sec. Litig."], "volume": "214", "reporter": "F.R.D.", "page": "65"}
        | {"court": "S.D.N.Y.", "year": "2003"},
    ),
    (
        "Ames v. Boyle, No. 18-cv-0123 (D. Or. July 9, 2018).",
        {"parties": ["Ames", "Boyle"], "court": "D. Or.", "year": "2018"},
    ),
    (
        "Estate of Wren v. City of Dale, 98 Cal. App. 4th 1103, 1110 (2002).",
        {"parties": ["Estate of Wren", "City of Dale"], "volume": "98", "reporter": "Cal. App. 4th", "page": "1103"}
        | {"pincite": "1110", "year": "2002"},
    ),
]

STATUTES: list[tuple[str, str, dict[str, Any]]] = [
    (
        "42 U.S.C. §§ 1983, 1988(b) (2018).",
        "statute",
        {"volume": "42", "reporter": "U.S.C.", "page": "1983, 1988(b)", "year": "2018"},
    ),
    (
        "Civil Rights Act of 1964, 42 U.S.C. § 2000e-2(a)(1).",
        "statute",
        {"title": "Civil Rights Act of 1964", "volume": "42", "reporter": "U.S.C.", "page": "2000e-2(a)(1)"},
    ),
    ("Cal. Penal Code § 187.", "statute", {"reporter": "Cal. Penal Code", "page": "187"}),
    ("N.Y. Gen. Bus. Law § 349.", "statute", {"reporter": "N.Y. Gen. Bus. Law", "page": "349"}),
    (
        "Sunshine Act, Pub. L. No. 107-56, 115 Stat. 272, 280 (2001).",
        "statute",
        {"title": "Sunshine Act", "volume": "115", "reporter": "Stat.", "page": "272"}
        | {"pincite": "280", "year": "2001"},
    ),
    (
        "29 C.F.R. § 1910.134 (2020).",
        "regulation",
        {"volume": "29", "reporter": "C.F.R.", "page": "1910.134", "year": "2020"},
    ),
    (
        "Testing Standards, 84 Fed. Reg. 2,100, 2,105 (Feb. 8, 2019).",
        "regulation",
        {"title": "Testing Standards", "volume": "84", "reporter": "Fed. Reg.", "page": "2,100"}
        | {"pincite": "2,105", "year": "2019"},
    ),
    (
        "Exec. Order No. 13,769, 82 Fed. Reg. 8977 (Jan. 27, 2017).",
        "regulation",
        {"title": "Exec. Order No. 13,769", "volume": "82", "reporter": "Fed. Reg.", "page": "8977", "year": "2017"},
    ),
    (
        "U.S. Const. art. III, § 2, cl. 1.",
        "constitution",
        {"reporter": "U.S. Const.", "pincite": "art. III, § 2, cl. 1"},
    ),
    ("U.S. Const. amend. XIV.", "constitution", {"reporter": "U.S. Const.", "pincite": "amend. XIV"}),
    ("Cal. Const. art. I, § 7.", "constitution", {"reporter": "Cal. Const.", "pincite": "art. I, § 7"}),
    ("Fed. R. Civ. P. 12(b)(6).", "rule", {"reporter": "Fed. R. Civ. P.", "page": "12(b)(6)"}),
    (
        "Fed. R. Evid. 403 advisory committee’s note.",
        "rule",
        {"reporter": "Fed. R. Evid.", "page": "403", "pincite": "advisory committee’s note"},
    ),
    (
        "H.R. Rep. No. 104-100, at 12–14 (1996).",
        "legislative",
        {"title": "H.R. Rep. No. 104-100", "pincite": "12–14", "year": "1996"},
    ),
    (
        "Hearing on Sealed Files Before the H. Comm. on the Judiciary, 111th Cong. 3–4 (2009).",
        "legislative",
        {"title": "Hearing on Sealed Files Before the H. Comm. on the Judiciary", "volume": "111th"}
        | {"reporter": "Cong.", "pincite": "3–4", "year": "2009"},
    ),
    (
        "155 Cong. Rec. 2,345 (2009).",
        "legislative",
        {"volume": "155", "reporter": "Cong. Rec.", "page": "2,345", "year": "2009"},
    ),
]

SECONDARY: list[tuple[str, str, dict[str, Any]]] = [
    (
        "Roberta Cohen & Tomas van der Berg, Short Forms: A Theory, 90 Yale L.J. 1, 12–13 (1981).",
        "article",
        {"authors": ["Roberta Cohen", "Tomas van der Berg"], "title": "Short Forms: A Theory", "volume": "90"}
        | {"reporter": "Yale L.J.", "page": "1", "pincite": "12–13", "year": "1981"},
    ),
    (
        "Ada Moss et al., Counting Courts, 33 Harv. J.L. & Tech. 44 (2019).",
        "article",
        {"authors": ["Ada Moss"], "title": "Counting Courts", "volume": "33", "reporter": "Harv. J.L. & Tech."}
        | {"page": "44", "year": "2019"},
    ),
    (
        "Priya Nair, Note, Consent and the Closed File, 124 Yale L.J. 1200, 1211 (2015).",
        "article",
        {"authors": ["Priya Nair"], "title": "Consent and the Closed File", "volume": "124", "reporter": "Yale L.J."}
        | {"page": "1200", "pincite": "1211", "year": "2015"},
    ),
    (
        "Ruth Adler, Who Reads the Docket, and Why?, 98 Tex. L. Rev. 11 (forthcoming 2025).",
        "article",
        {
            "authors": ["Ruth Adler"],
            "title": "Who Reads the Docket, and Why?",
            "volume": "98",
            "reporter": "Tex. L. Rev.",
        }
        | {"page": "11", "year": "2025"},
    ),
    (
        "Ilse Morgan, The Administrative Archive 42–57 (2014).",
        "book",
        {"authors": ["Ilse Morgan"], "title": "The Administrative Archive", "pincite": "42–57", "year": "2014"},
    ),
    (
        "Ilse Morgan, The Administrative Archive: Records, Memory, and Power 42 (2014).",
        "book",
        {"authors": ["Ilse Morgan"], "title": "The Administrative Archive: Records, Memory, and Power"}
        | {"pincite": "42", "year": "2014"},
    ),
    (
        "Ilse Morgan, The Administrative Archive: Records, Memory and Power in Dale 42–57 (2014).",
        "book",
        {"authors": ["Ilse Morgan"], "title": "The Administrative Archive: Records, Memory and Power in Dale"}
        | {"pincite": "42–57", "year": "2014"},
    ),
    (
        "Beatriz Ahlberg, Counting What Is Hidden, in Secrets of the Courts 93, 101 (2012).",
        "chapter",
        {"authors": ["Beatriz Ahlberg"], "title": "Counting What Is Hidden", "reporter": "Secrets of the Courts"}
        | {"page": "93", "pincite": "101", "year": "2012"},
    ),
    (
        "Jonah Weir, A Court Loses Its Keys, N.Y. Times (Mar. 14, 2019), https://www.nytimes.example/2019/keys.html.",
        "news",
        {"authors": ["Jonah Weir"], "title": "A Court Loses Its Keys", "reporter": "N.Y. Times", "year": "2019"}
        | {"url": "https://www.nytimes.example/2019/keys.html"},
    ),
    (
        "Jonah Weir, A Court Loses Its Keys, N.Y. Times, Mar. 14, 2019, at A1.",
        "news",
        {"authors": ["Jonah Weir"], "title": "A Court Loses Its Keys", "reporter": "N.Y. Times", "year": "2019"}
        | {"pincite": "A1"},
    ),
    (
        "Frequently Asked Questions, Clerk’s Off., https://www.clerk.example/faq (last visited Jan. 5, 2021).",
        "web",
        {"title": "Frequently Asked Questions", "institution": "Clerk’s Off.", "year": "2021"}
        | {"url": "https://www.clerk.example/faq"},
    ),
    ("https://www.clerk.example/faq.", "web", {"url": "https://www.clerk.example/faq"}),
    (
        "Nat’l Ctr. for Open Courts, Sealed by Default 7 (2017), https://www.opencourts.example/sealed.pdf.",
        "report",
        {"institution": "Nat’l Ctr. for Open Courts", "title": "Sealed by Default", "pincite": "7", "year": "2017"}
        | {"url": "https://www.opencourts.example/sealed.pdf"},
    ),
    (
        "Nat’l Acads. of Sci. (NASEM), Counting Courts 12 (2019).",
        "report",
        {"institution": "Nat’l Acads. of Sci.", "aliases": ["NASEM"], "title": "Counting Courts", "pincite": "12"}
        | {"year": "2019"},
    ),
    (
        "Vienna Convention on the Law of Treaties, May 23, 1969, 1155 U.N.T.S. 331.",
        "treaty",
        {"title": "Vienna Convention on the Law of Treaties", "volume": "1155", "reporter": "U.N.T.S."}
        | {"page": "331", "year": "1969"},
    ),
    (
        "Complaint, Ames v. Boyle, No. 18-cv-0123 (D. Or. July 9, 2018).",
        "court-document",
        {"title": "Complaint", "parties": ["Ames", "Boyle"], "court": "D. Or.", "year": "2018"},
    ),
    (
        "Brief for Petitioner, Ames v. Boyle, 522 U.S. 33 (1998) (No. 97-123).",
        "court-document",
        {"title": "Brief for Petitioner", "parties": ["Ames", "Boyle"], "volume": "522", "reporter": "U.S."}
        | {"page": "33", "year": "1998"},
    ),
    (
        "Restatement (Second) of Torts § 652D (1977).",
        "other",
        {"title": "Restatement (Second) of Torts", "page": "652D", "year": "1977"},
    ),
    (
        "Letter from Ada Moss to Ruth Adler (May 3, 2017).",
        "other",
        {"title": "Letter from Ada Moss to Ruth Adler", "year": "2017"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_case(text: str, expected: dict[str, Any]) -> None:
    found = one(text)
    assert values(found) == {"kind": "case", **expected}
    assert words(text, found) + "." == text


@pytest.mark.parametrize(("text", "kind", "expected"), STATUTES, ids=[text[:40] for text, *_ in STATUTES])
def test_a_primary_source(text: str, kind: str, expected: dict[str, Any]) -> None:
    found = one(text)
    assert values(found) == {"kind": kind, **expected}
    assert words(text, found) + "." == text


@pytest.mark.parametrize(("text", "kind", "expected"), SECONDARY, ids=[text[:40] for text, *_ in SECONDARY])
def test_a_secondary_source(text: str, kind: str, expected: dict[str, Any]) -> None:
    found = one(text)
    assert values(found) == {"kind": kind, **expected}
    assert words(text, found) + "." == text


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Morgan, The Administrative Archive 42–57 (2d ed. 2014).",
        "Beatriz Ahlberg, Counting What Is Hidden, in Secrets of the Courts 93 (Noor Haddad & Felix Stone eds., 2012).",
        "Cal. Penal Code § 187 (West 2019).",
        "Ada Moss, Counting Courts (Nat’l Bureau of Econ. Rsch., Working Paper No. 1234, 2017).",
    ],
)
def test_an_edition_an_editor_and_a_publisher_are_no_court(text: str) -> None:
    assert one(text).court is None


@pytest.mark.parametrize(
    ("text", "word", "label", "bracket", "plain"),
    [
        ("[hereinafter Cohen, Forms]", "hereinafter", "Cohen, Forms", "[", True),
        ("(hereinafter Forms)", "hereinafter", "Forms", "(", True),
        ("[hereinafter “Forms”]", "hereinafter", "Forms", "[", False),
        ("[hereinafter, Forms]", "hereinafter", "Forms", "[", False),
        ("[hereafter Forms]", "hereafter", "Forms", "[", True),
    ],
)
def test_a_label_for_later(text: str, word: str, label: str, bracket: str, plain: bool) -> None:
    whole = f"Roberta Cohen, Short Forms, 90 Yale L.J. 1 (1981) {text}."
    (found,) = one(whole).hereinafter
    assert (found.word.value, found.label.value, found.bracket, found.plain) == (word, label, bracket, plain)
    assert found.span.of(whole) == text
    assert (found.word.span.of(whole), found.label.span.of(whole)) == (word, label)


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Nat’l Acads. of Sci. (NASEM), Counting Courts 12 (2019).", "NASEM"),
        ("Nat’l Ctr. for Open Courts, Sealed by Default 7 (2017) (“Sealed Report”).", "Sealed Report"),
    ],
)
def test_a_name_set_in_a_parenthesis(text: str, alias: str) -> None:
    assert [field.value for field in one(text).aliases] == [alias]


def test_the_edition_of_a_restatement_is_no_name_for_later() -> None:
    assert one("Restatement (Second) of Torts § 652D (1977).").aliases == ()


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("See Hart v. Dale, 1 U.S. 2 (1990).", "See"),
        ("See, e.g., Hart v. Dale, 1 U.S. 2 (1990).", "See, e.g.,"),
        ("See also Hart v. Dale, 1 U.S. 2 (1990).", "See also"),
        ("But see Hart v. Dale, 1 U.S. 2 (1990).", "But see"),
        ("Cf. Hart v. Dale, 1 U.S. 2 (1990).", "Cf."),
        ("Accord Hart v. Dale, 1 U.S. 2 (1990).", "Accord"),
        ("Contra Hart v. Dale, 1 U.S. 2 (1990).", "Contra"),
        ("See generally Ada Moss, Counting Courts 12 (2014).", "See generally"),
        ("Hart v. Dale, 1 U.S. 2 (1990).", None),
    ],
)
def test_the_signal_before_a_citation_is_no_part_of_it(text: str, signal: str | None) -> None:
    found = one(text)
    assert (found.signal.value if found.signal else None) == signal
    assert words(text, found) == text[len(signal or "") :].lstrip().removesuffix(".")


def test_the_page_of_a_court_document_is_its_pincite() -> None:
    text = "Complaint at 4, Ames v. Boyle, No. 18-cv-0123 (D. Or. July 9, 2018), ECF No. 1."
    found = one(text)
    assert values(found)["pincite"] == "4"
    assert words(text, found) + "." == text


def test_a_title_may_be_cut_by_its_own_stops() -> None:
    text = "Ruth Adler, Who Reads? A Docket and Why, 98 Tex. L. Rev. 11 (2020)."
    assert values(one(text))["title"] == "Who Reads? A Docket and Why"


def test_a_bill_keeps_its_section() -> None:
    found = one("S. 1404, 111th Cong. § 2 (2009).")
    assert (str(found.kind), found.year.value) == ("legislative", "2009")


def test_an_act_with_section_and_session_law_is_one_citation() -> None:
    found = one("Sunshine Act, Pub. L. No. 107-56, § 12, 115 Stat. 272, 280 (2001).")
    assert {"kind": "statute", "volume": "115", "reporter": "Stat.", "page": "272"}.items() <= values(found).items()


def test_a_treatise_in_volumes_keeps_its_authors() -> None:
    found = one("2 Ilse Morgan & Ada Moss, The Law of Records § 12.3 (3d ed. 2018).")
    assert values(found)["authors"] == ["Ilse Morgan", "Ada Moss"]
    assert values(found)["title"] == "The Law of Records"


def test_an_archived_copy_is_no_source_of_its_own() -> None:
    text = "Jonah Weir, Keys, N.Y. Times (Mar. 14, 2019), https://nyt.example/keys [https://perma.cc/4H83-GCEJ]."
    assert one(text).url.value == "https://nyt.example/keys"


def test_a_member_without_a_locator_is_a_citation_between_semicolons_and_none_in_prose() -> None:
    text = "Id.; The People’s Challenges, Liberty in the North,; Ada Moss, Counting, CNN (May 3, 2017)."
    kinds = [str(m.kind) for m in mentions(text) if isinstance(m, Citation)]
    assert kinds == ["other", "news"]
    assert mentions("He told of The People’s Challenges, Liberty in the North, and went home.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The court sat for nine days in 2009 and heard 84 witnesses, none of them twice.",
        "In May 2017 (and again in 2018) the clerk, Ada Moss, counted the files.",
        "Data on file with author.",
        "I thank Ada Moss, Ruth Adler, and the editors of the Yale Law Journal.",
        "The share rose from 12 Percent to 19 Percent, then fell.",
    ],
)
def test_prose_cites_nothing(text: str) -> None:
    assert mentions(text) == ()


def nested(text: str) -> list[tuple[str, str, int | None]]:
    """Give role, words and host of every mention."""
    return [(str(m.role), words(text, m), m.within) for m in mentions(text)]


def test_what_is_quoted_in_a_parenthesis_stands_within_the_citation() -> None:
    inmost = "Miranda v. Arizona, 384 U.S. 436 (1966)"
    inner = f"Moss, supra note 5, at 6 (citing {inmost})"
    outer = f"Cohen, supra note 3, at 4 (quoting {inner})"
    assert nested(f"{outer}.") == [
        ("top", outer, None),
        ("parenthetical", inner, 0),
        ("parenthetical", inmost, 1),
    ]


def test_history_stands_within_the_case() -> None:
    text = (
        "Ames v. Boyle, 1 F.3d 2, 3 (1st Cir. 1994) (quoting Cobb v. Drew, 5 F.2d 6, 7 (2d Cir. 1930)), rev’d on other "
        "grounds, 522 U.S. 33 (1998)."
    )
    assert nested(text) == [
        ("top", text[:-1], None),
        ("parenthetical", "Cobb v. Drew, 5 F.2d 6, 7 (2d Cir. 1930)", 0),
        ("history", "522 U.S. 33 (1998)", 0),
    ]


@pytest.mark.parametrize("phrase", ["cert. denied,", "aff’d,", "rev’d,", "vacated,", "overruled by Cobb v. Drew,"])
def test_every_word_of_history(phrase: str) -> None:
    found = mentions(f"Ames v. Boyle, 1 F.3d 2 (1st Cir. 1994), {phrase} 522 U.S. 33 (1998).")
    assert [m.role for m in found] == [Role.TOP, Role.HISTORY]


@pytest.mark.parametrize("phrase", ["reprinted in", "quoted in", "cited in", "translated in", "excerpted in"])
def test_what_explains_a_source_is_no_authority_of_the_note(phrase: str) -> None:
    text = f"Roberta Cohen, Short Forms, 90 Yale L.J. 1 (1981), {phrase} Ada Moss, Readings in Law 12 (1990)."
    assert [(m.role, m.within) for m in mentions(text)] == [(Role.TOP, None), (Role.EXPLANATORY, 0)]


def test_a_citation_in_a_parenthesis_of_prose_is_within_nothing() -> None:
    (found,) = mentions("The rule is old (it was laid down in Ames v. Boyle, 1 F.3d 2 (1st Cir. 1994)).")
    assert (found.role, found.within) == (Role.PARENTHETICAL, None)


def test_a_string_is_one_and_a_new_sentence_begins_another() -> None:
    text = "See Cohen, supra note 3; Moss, supra note 5. The rule is old. See Adler, supra note 7."
    found = mentions(text)
    assert [m.string for m in found[:2]] == [found[0].string] * 2
    assert found[2].string > found[1].string


def test_the_openings_of_parentheticals_in_order() -> None:
    found = one("Hart v. Dale, 1 U.S. 2 (1990) (en banc) (plurality opinion) (“The file is open.”).")
    assert [p.opening for p in found.parentheticals] == ["en", "plurality", "“the"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Miranda, 384 U.S. at 445.", "case", {"parties": ["Miranda"], "volume": "384", "reporter": "U.S."}),
        ("384 U.S. at 445.", "case", {"volume": "384", "reporter": "U.S."}),
        (
            "Ames v. Boyle, 384 U.S., at 445.",
            "case",
            {"parties": ["Ames", "Boyle"], "volume": "384", "reporter": "U.S."},
        ),
    ],
)
def test_a_short_form_of_a_case(text: str, kind: str, expected: dict[str, Any]) -> None:
    found: Mention = one(text)
    assert isinstance(found, Short)
    assert str(found.kind) == kind
    assert values(found) == {"pincite": "445", **expected}


def test_a_short_form_in_a_database() -> None:
    found = one("Rourke, 2018 WL 4177776, at *12.")
    assert isinstance(found, Short)
    assert values(found) == {
        "parties": ["Rourke"],
        "volume": "2018",
        "reporter": "WL",
        "page": "4177776",
        "pincite": "*12",
    }


def test_a_section_by_itself_is_a_short_form() -> None:
    found = one("See § 1983(b).")
    assert isinstance(found, Short)
    assert values(found) == {"page": "1983(b)"}


@pytest.mark.parametrize(
    ("text", "aliases"),
    [
        (
            "Harbor Dues, Report and Order, 12 FCC Rcd 8776, 9175 (1997) (Harbor First Report and Order).",
            ["Harbor First Report and Order"],
        ),
        ("Open Ports, Report and Order, 25 FCC Rcd 17905 (2010) (2010 Open Ports Order).", ["2010 Open Ports Order"]),
        (
            "Harbor Lights: Hearing Before the H. Comm. on Ports, 104th Cong. 52 (1995) "
            "(statement of Mary B. Vale, Counsel).",
            ["statement of Mary B. Vale", "Mary B. Vale"],
        ),
    ],
)
def test_a_parenthesis_sets_a_name_for_later(text: str, aliases: list[str]) -> None:
    assert values(mentions(text)[0])["aliases"] == aliases
