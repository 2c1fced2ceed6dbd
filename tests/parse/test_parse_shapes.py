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
    (
        "Reed v. Lane, No. 12-cr-3 (D. Or. May 2, 2013), https://example.org/a.pdf.",
        "case",
        {"parties": ["Reed", "Lane"], "court": "D. Or.", "year": "2013", "url": "https://example.org/a.pdf"},
    ),
    (
        "First Amended Complaint at 17–18, Reed v. Lane, Inc., No. 12-cv-3 (D. Or. May 2, 2013).",
        "court-document",
        {"title": "First Amended Complaint", "pincite": "17–18", "parties": ["Reed", "Lane, Inc."]}
        | {"court": "D. Or.", "year": "2013"},
    ),
    (
        "Dale Indus., Inc. v. Priv. Wren Access, Inc., WL 7560395, at *18 (D. Colo. Oct. 13, 2022).",
        "case",
        {"parties": ["Dale Indus., Inc.", "Priv. Wren Access, Inc."], "court": "D. Colo.", "year": "2022"},
    ),
    (
        "Dale Mining Corp. v. Republic of Wren, ICSID Case No. ARB/14/21, Award, ¶ 149 (Nov. 30, 2017).",
        "case",
        {"parties": ["Dale Mining Corp.", "Republic of Wren"], "title": "Award", "pincite": "¶ 149", "year": "2017"},
    ),
    (
        "Dale Place, LLC v. Wren (In re Wren), 811 F.3d 1120 (9th Cir. 2016).",
        "case",
        {"parties": ["Dale Place, LLC", "Wren"], "title": "In re Wren", "volume": "811", "reporter": "F.3d"}
        | {"page": "1120", "court": "9th Cir.", "year": "2016"},
    ),
    (
        "In re Dale Belle Crash, MDL No. 1448, 2006 WL 27387, at *40 (S.D.N.Y. May 9, 2006).",
        "case",
        {"parties": ["In re Dale Belle Crash"], "volume": "2006", "reporter": "WL", "page": "27387"}
        | {"pincite": "*40", "court": "S.D.N.Y.", "year": "2006"},
    ),
    (
        "Agreement for the Promotion of Doors, Can.-Serb., art. 18, Sept. 1, 2014, 2015 Can. T.S. No. 6.",
        "treaty",
        {"title": "Agreement for the Promotion of Doors", "pincite": "art. 18", "volume": "2015"}
        | {"reporter": "Can. T.S.", "page": "No. 6", "year": "2014"},
    ),
    (
        "S.B. 2144, 67th Leg. Assemb., Reg. Sess. (N.D. 2021).",
        "legislative",
        {"title": "S.B. 2144", "year": "2021"},
    ),
    (
        "Open Doors Act of 2019, H.R. 1865, 116th Cong. § 501 (2019).",
        "legislative",
        {"title": "Open Doors Act of 2019", "volume": "116th", "reporter": "Cong.", "pincite": "§ 501"}
        | {"year": "2019"},
    ),
    (
        "Doors & the Act of 2003, 46 Op. O.L.C., slip op. at 1–2 (2022).",
        "other",
        {"title": "Doors & the Act of 2003", "volume": "46", "reporter": "Op. O.L.C.", "pincite": "1–2"}
        | {"year": "2022"},
    ),
    (
        "U.C.C. § 7-204(a) (Am. L. Inst. & Unif. L. Comm’n 2022).",
        "statute",
        {"reporter": "U.C.C.", "page": "7-204(a)", "institution": "Am. L. Inst. & Unif. L. Comm’n", "year": "2022"},
    ),
    (
        "Cal. Civ. Code 1798.81.5(b) (West 2016).",
        "statute",
        {"reporter": "Cal. Civ. Code", "page": "1798.81.5(b)", "year": "2016"},
    ),
    ("GDPR art. 17(1).", "statute", {"title": "GDPR", "pincite": "art. 17(1)"}),
    (
        "Clean Water Plan Funding, State Budget Off. (Dec. 2024), https://example.org/plan.",
        "web",
        {"title": "Clean Water Plan Funding", "institution": "State Budget Off.", "year": "2024"}
        | {"url": "https://example.org/plan"},
    ),
    (
        "Clean Air Facts, Dep’t of Env’t, Great Lakes, & Energy, https://example.org/facts.",
        "web",
        {"title": "Clean Air Facts", "institution": "Dep’t of Env’t, Great Lakes, & Energy"}
        | {"url": "https://example.org/facts"},
    ),
    (
        "Ada Moss & Felix Stone, Cong. Rsch. Serv., R41741, Doors and Secrets 11 (2011).",
        "report",
        {"authors": ["Ada Moss", "Felix Stone"], "institution": "Cong. Rsch. Serv.", "volume": "R41741"}
        | {"title": "Doors and Secrets", "pincite": "11", "year": "2011"},
    ),
    (
        "Dale & Co., Open Doors: Strong Despite Wind 2 (2016), https://example.org/doors.pdf.",
        "report",
        {"institution": "Dale & Co.", "title": "Open Doors: Strong Despite Wind", "pincite": "2", "year": "2016"}
        | {"url": "https://example.org/doors.pdf"},
    ),
    (
        "Ada Moss, Is It O.K. to Open Doors?, N.Y. Times, Oct. 28, 1984.",
        "news",
        {"authors": ["Ada Moss"], "title": "Is It O.K. to Open Doors?", "reporter": "N.Y. Times", "year": "1984"},
    ),
    (
        "Ada Moss, Why ‘Doors Open,’ Dale Mag. (Mar. 10, 2021), https://example.org/why.",
        "news",
        {"authors": ["Ada Moss"], "title": "Why ‘Doors Open,’", "reporter": "Dale Mag.", "year": "2021"}
        | {"url": "https://example.org/why"},
    ),
    (
        "Ada Moss, Old Doors, U. Ill. L. Rev. (forthcoming 2025).",
        "article",
        {"authors": ["Ada Moss"], "title": "Old Doors", "reporter": "U. Ill. L. Rev.", "year": "2025"},
    ),
    (
        "Ada Moss, Old Doors, 1998 U. Ill. L. Rev. 173, 186.",
        "article",
        {"authors": ["Ada Moss"], "title": "Old Doors", "volume": "1998", "reporter": "U. Ill. L. Rev."}
        | {"page": "173", "pincite": "186", "year": "1998"},
    ),
    (
        "Ada Moss & Felix Stone, 1 Theory of Open Doors 12 (1996).",
        "book",
        {"authors": ["Ada Moss", "Felix Stone"], "volume": "1", "title": "Theory of Open Doors", "pincite": "12"}
        | {"year": "1996"},
    ),
    (
        "Ada Moss, Doors, Windows, and the Pursuit of Air 58 (Dale Univ. Press 1998).",
        "book",
        {"authors": ["Ada Moss"], "title": "Doors, Windows, and the Pursuit of Air", "pincite": "58", "year": "1998"},
    ),
    (
        "Sylvia A. Law, Old Doors, 132 U. Pa. L. Rev. 955 (1984).",
        "article",
        {"authors": ["Sylvia A. Law"], "title": "Old Doors", "volume": "132", "reporter": "U. Pa. L. Rev."}
        | {"page": "955", "year": "1984"},
    ),
    (
        "bell hooks, Old Doors 116 (2000).",
        "book",
        {"authors": ["bell hooks"], "title": "Old Doors", "pincite": "116", "year": "2000"},
    ),
    (
        "Ada Moss (@adamoss), Twitter (July 3, 2020), https://example.org/1.",
        "web",
        {"authors": ["Ada Moss"], "institution": "Twitter", "year": "2020", "url": "https://example.org/1"},
    ),
    (
        "Felix Stone, Old Doors, in Handbook of Halls 65–92 (Ada Moss ed., 2001).",
        "chapter",
        {"authors": ["Felix Stone"], "title": "Old Doors", "reporter": "Handbook of Halls", "page": "65–92"}
        | {"year": "2001"},
    ),
    (
        "Dale Storage LLC, 186 FERC ¶ 61,117 (2024).",
        "case",
        {"parties": ["Dale Storage LLC"], "volume": "186", "reporter": "FERC", "page": "61,117", "year": "2024"},
    ),
    (
        "State v. Wren, 29 Ky. (6 J.J. Marsh.) 119, 120 (1831).",
        "case",
        {"parties": ["State", "Wren"], "volume": "29", "reporter": "Ky.", "page": "119", "pincite": "120"}
        | {"year": "1831"},
    ),
    (
        "Wren v. Dale, No. 12-cr-00327, at 5 (N.D. Ohio Aug. 13, 2013), ECF No. 33.",
        "case",
        {"parties": ["Wren", "Dale"], "court": "N.D. Ohio", "year": "2013"},
    ),
    (
        "720 Ill. Comp. Stat. 5/11-23.5(b) (2015).",
        "statute",
        {"volume": "720", "reporter": "Ill. Comp. Stat.", "page": "5/11-23.5(b)", "year": "2015"},
    ),
    (
        "15 U.S.C. § 6801 et seq. (2012).",
        "statute",
        {"volume": "15", "reporter": "U.S.C.", "page": "6801 et seq.", "year": "2012"},
    ),
    (
        "47 C.F.R. pt. 79, subpt. B (2018).",
        "regulation",
        {"volume": "47", "reporter": "C.F.R.", "page": "pt. 79, subpt. B", "year": "2018"},
    ),
    ("Fed. R. Evid. 501.", "rule", {"reporter": "Fed. R. Evid.", "page": "501"}),
    (
        "4 Ada B. Moss, Doors: A Treatise on Halls § 8.6(a), at 12 (6th ed. 2021).",
        "book",
        {"authors": ["Ada B. Moss"], "volume": "4", "title": "Doors: A Treatise on Halls", "year": "2021"}
        | {"pincite": "§ 8.6(a), at 12"},
    ),
    (
        "Ada Moss, How Doors Became “Essential,” Dale Chron. (Dec. 5, 2020), https://example.org/e.",
        "news",
        {"authors": ["Ada Moss"], "title": "How Doors Became “Essential,”", "reporter": "Dale Chron."}
        | {"year": "2020", "url": "https://example.org/e"},
    ),
    (
        "Ada Moss, Old Doors, Educ. Researcher, Nov. 2002, at 18, 20.",
        "article",
        {"authors": ["Ada Moss"], "title": "Old Doors", "reporter": "Educ. Researcher", "pincite": "18, 20"}
        | {"year": "2002"},
    ),
    (
        "Ada Moss, Old Doors, 5 Law, Probability & Risk 1 (2006).",
        "article",
        {"authors": ["Ada Moss"], "title": "Old Doors", "volume": "5", "reporter": "Law, Probability & Risk"}
        | {"page": "1", "year": "2006"},
    ),
    (
        "Act of Apr. 2, 1803, ch. LXXI, § 2.",
        "statute",
        {"title": "Act of Apr. 2, 1803", "page": "2", "year": "1803"},
    ),
    (
        "Letter from Ada Moss, Dir., Dale Ctr., to Felix Stone, Sec’y of Doors (May 3, 2017).",
        "other",
        {"title": "Letter from Ada Moss, Dir., Dale Ctr., to Felix Stone, Sec’y of Doors", "year": "2017"},
    ),
    (
        "Ada Moss, Felix Stone, & Ruth Adler, Old Doors, 12 Dale L.J. 3 (2016).",
        "article",
        {"authors": ["Ada Moss", "Felix Stone", "Ruth Adler"], "title": "Old Doors", "volume": "12"}
        | {"reporter": "Dale L.J.", "page": "3", "year": "2016"},
    ),
    (
        "Ada Moss, Migration Pol’y Inst., Eight Key Issues: State of Doors 16 (2019), https://example.org/8.",
        "report",
        {"authors": ["Ada Moss"], "institution": "Migration Pol’y Inst.", "title": "Eight Key Issues: State of Doors"}
        | {"pincite": "16", "year": "2019", "url": "https://example.org/8"},
    ),
    (
        "Ada Moss, The Federal Doors: Politics, Policy, Process 101 (3d ed. 2007).",
        "book",
        {"authors": ["Ada Moss"], "title": "The Federal Doors: Politics, Policy, Process", "pincite": "101"}
        | {"year": "2007"},
    ),
    (
        "National Academies of Sciences, Engineering, and Medicine, Why Indoor Doors Matter 2 (2022).",
        "report",
        {"institution": "National Academies of Sciences, Engineering, and Medicine"}
        | {"title": "Why Indoor Doors Matter", "pincite": "2", "year": "2022"},
    ),
    (
        "Bell v. Hawke (1851) 21 LJQB 75.",
        "case",
        {"parties": ["Bell", "Hawke"], "volume": "21", "reporter": "LJQB", "page": "75", "year": "1851"},
    ),
    (
        "Motion to Stay at 2, Wren v. Dale, No. 23-cv-3 (E.D. Mich. filed Oct. 2, 2024).",
        "court-document",
        {"title": "Motion to Stay", "pincite": "2", "parties": ["Wren", "Dale"], "court": "E.D. Mich."}
        | {"year": "2024"},
    ),
    (
        "Human Rights Committee, Communication No. 2158/2012, Moss v. Dale, views adopted July 13, 2017.",
        "court-document",
        {"title": "Human Rights Committee, Communication No. 2158/2012", "parties": ["Moss", "Dale"]}
        | {"year": "2017"},
    ),
    (
        "Press Release, U.S. Dep’t of Just., Agency Opens Doors (Nov. 29, 2023), https://example.org/pr.",
        "web",
        {"institution": "U.S. Dep’t of Just.", "title": "Agency Opens Doors", "year": "2023"}
        | {"url": "https://example.org/pr"},
    ),
    (
        "Interview by Dale Clinic with [Ada], February 11, 2020.",
        "other",
        {"title": "Interview by Dale Clinic with [Ada]", "year": "2020"},
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


@pytest.mark.parametrize(
    ("text", "authors", "title"),
    [
        (
            "Ada Roe & Hiro Vale, Ports Are Embracing a New Kind of Toll. Here’s What It Means, CNN (May 29, 2020).",
            ["Ada Roe", "Hiro Vale"],
            "Ports Are Embracing a New Kind of Toll. Here’s What It Means",
        ),
        (
            "Ada Roe, First, They Lost the Port. Then the Tolls Started. Now, the Crews Fight Back, "
            "Wash. Post (July 8, 2019).",
            ["Ada Roe"],
            "First, They Lost the Port. Then the Tolls Started. Now, the Crews Fight Back",
        ),
        ("Ruth Moss, The Toll Machine. Nora Vale, Dues, CNN (May 1, 2020).", ["Nora Vale"], "Dues"),
    ],
)
def test_a_title_may_be_made_of_sentences(text: str, authors: list[str], title: str) -> None:
    found = values(one(text))
    assert (found["authors"], found["title"]) == (authors, title)


def test_a_comment_on_a_case_is_a_piece_of_its_periodical() -> None:
    found = values(one("Recent Case, Ames v. Boyle, 84 F.4th 378 (5th Cir. 2023), 137 Harv. L. Rev. 2408 (2024)."))
    assert (found["kind"], found["volume"], found["reporter"], found["page"], found["year"]) == (
        *("article", "137", "Harv. L. Rev.", "2408", "2024"),
    )


def test_a_piece_on_file_is_a_source() -> None:
    found = values(one("Neil Moss & Ada Hart, The Duty of Tolls (on file with author)."))
    assert (found["authors"], found["title"]) == (["Neil Moss", "Ada Hart"], "The Duty of Tolls")
    assert mentions("The memorandum, so we were told, is lost (on file with author).") == ()
