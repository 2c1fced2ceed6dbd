"""Names that the tables know, and words that they must not take for names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.tables.codes import code_kind, is_code
from citelint.tables.courts import is_court
from citelint.tables.folding import squeeze
from citelint.tables.institutions import looks_institutional
from citelint.tables.journals import is_journal, looks_like_journal
from citelint.tables.outlets import is_outlet
from citelint.tables.reporters import is_reporter, reporter_years
from citelint.tables.treaties import is_treaty_source


def split(names: str) -> list[str]:
    return [" ".join(name.split()) for name in names.split("|")]


REPORTERS = split(
    """
        U.S. | U. S. | S. Ct. | L. Ed. 2d | F. | F.2d | F.3d | F.4th | F. Supp. | F. Supp. 2d | F.Supp.3d |
        F.R.D. | F. App'x | F. App’x | Fed. App'x | Fed. Appx. | F.Cas. | F. Cas. | Fed. Cl. | B.R. | T.C. |
        M.J. | WL | LEXIS | U.S. Dist. LEXIS | U.S. App. LEXIS | Cal. App. LEXIS | U.S.P.Q. | U.S.P.Q.2d |
        U.S.P.Q.2d (BNA) | Wall. | Cranch | How. | Dall. | Wheat. | Pet. | Black | Cal. Rptr. 3d | Cal. 4th |
        Cal.App.5th | N.Y.S.2d | A.D.3d | N.E.2d | P.3d | A.3d | So. 3d | S.W.3d | N.W.2d | Ill. App. 3d | Ohio
        St. 3d | Mass. | N.J. Super. | I. & N. Dec. | F.C.C. Rcd. | FCC Rcd | Trade Cas. (CCH) | A.L.R.4th | Op.
        O.L.C. | A.C. | All E.R. | Eng. Rep. | Media L. Rep. | Media L. Rep. (BNA)
        """
)
NO_REPORTERS = split(
    """
        Harv. L. Rev. | Yale L.J. | N.Y.L.J. | U.S.C. | C.F.R. | Fed. Reg. | Mar. | Nov. | me | or | how | so |
        v. | at. | app. | ch. | art. | J. | Section | Part | Roe v. Doe | U.S. Const. | lexis | the | see
        """
)


@pytest.mark.parametrize("name", REPORTERS)
def test_reporters(name: str) -> None:
    assert is_reporter(name)


@pytest.mark.parametrize("name", [*NO_REPORTERS, ""])
def test_no_reporters(name: str) -> None:
    assert not is_reporter(name)


def test_reporter_years() -> None:
    assert reporter_years("F.2d") == (1924, 1993)
    assert reporter_years("F. Supp. 3d") == (2014, None)
    assert reporter_years("u. s.") == (1875, None)
    assert reporter_years("Harv. L. Rev.") is None


CODES = {
    "statute": """
        U.S.C. | U. S. C. | U.S.C.A. | U.S.C. app. | I.R.C. | U.C.C. | Cal. Penal Code | CAL. PENAL CODE | Cal.
        Bus. & Prof. Code | Cal. Gov’t Code | N.Y. Penal Law | N.Y. Gen. Bus. Law | N.Y. C.P.L.R. | Tex. Bus. &
        Com. Code Ann. | Tex. Penal Code | Md. Code Ann., Crim. Law | Mass. Gen. Laws ch. | Mass. Gen. Laws Ann.
        ch. | Ill. Comp. Stat. | Fla. Stat. | Minn. Stat. Ann. | Del. Code Ann. tit. | Vt. Stat. Ann. tit. |
        Ohio Rev. Code Ann. | Wash. Rev. Code | Va. Code Ann. | Pa. Cons. Stat. | D.C. Code | Model Penal Code |
        R.C.W. | Colo. Rev. Stat.
        """,
    "regulation": "C.F.R. | C. F. R. | C.F.R. pt. | Fed. Reg. | Cal. Code Regs. tit. | Treas. Reg. | Tex. Admin. Code",
    "session": "Stat. | Pub. L. No. | Pub. L. | Cal. Stat. | N.Y. Laws | Mass. Acts",
    "legislative": "Cong. Rec. | CONG. REC. | H.R. Rep. No. | S. Rep. No. | U.S.C.C.A.N.",
    "rule": "Fed. R. Civ. P. | Fed. R. Evid. | Sup. Ct. R. | U.S. Sent'g Guidelines Manual",
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in CODES for name in split(CODES[kind])])
def test_codes(kind: str, name: str) -> None:
    assert is_code(name)
    assert code_kind(name) == kind


@pytest.mark.parametrize(
    "name",
    ["", *split("U.S. | Cal. | N.Y. | F.3d | Harv. L. Rev. | Code | Penal | Cal. Nonsense Code | Roe Code | art. | §")],
)
def test_no_codes(name: str) -> None:
    assert not is_code(name)
    assert code_kind(name) is None


@pytest.mark.parametrize("name", split("U.S.T. | T.I.A.S. No. | U.N.T.S. | I.L.M. | S. Treaty Doc. No. | E.T.S. No."))
def test_treaty_sources(name: str) -> None:
    assert is_treaty_source(name)


@pytest.mark.parametrize("name", split("U.S. | Stat. | U.N. | treaty | F.2d"))
def test_no_treaty_sources(name: str) -> None:
    assert not is_treaty_source(name)


@pytest.mark.parametrize(
    "name",
    split(
        """
        Harv. L. Rev. | HARV. L. REV. | Calif. L. Rev. | CALIF. L. REV. | Yale L.J. | Yale Law Journal | The
        Yale Law Journal | Stan. L. Rev. | N.Y.U. L. Rev. | UCLA L. Rev. | Wm. & Mary L. Rev. | J. Legal Stud. |
        Law & Contemp. Probs. | Geo. L.J. | Science | Nature | Q.J. Econ.
        """
    ),
)
def test_journals(name: str) -> None:
    assert is_journal(name)


@pytest.mark.parametrize("name", split("F.3d | U.S.C. | Jane Roe | Journal | N.Y. Penal Law | L. Rev."))
def test_no_journals(name: str) -> None:
    assert not is_journal(name)


@pytest.mark.parametrize(
    "name",
    split(
        """
        Atlantis L. Rev. | ATLANTIS L. REV. | Utopia St. L.J. | WAKE FOREST L.REV. | J. Pol. & Econ. | J.L. &
        Econ. | Am. J. Socio. | Hum. Rts. Q. | Cornell Int'l L.J. | Cornell Int’l L.J. | Env't L. | Int'l J.
        Priv. & Tech.
        """
    ),
)
def test_shape_of_a_journal(name: str) -> None:
    assert looks_like_journal(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        *split(
            "F.3d | U.S. Dep’t of Just. | Jane Roe | N.Y. Times | J. Doe & Co. | Roe v. Doe | Rev. | l. rev. | U.S.C."
        ),
    ],
)
def test_no_shape_of_a_journal(name: str) -> None:
    assert not looks_like_journal(name)


COURTS = split(
    """
        1st Cir. | 2d Cir. | 9th Cir. | D.C. Cir. | Fed. Cir. | 2nd Cir. | 3rd Cir. | B.A.P. 9th Cir. | S.D.N.Y.
        | E.D.N.Y. | E.D.N.Y | N.D. Cal. | D. Del. | D. Minn. | D. Minnesota | D. Md. | M.D. Pa. | M.D. Penn. |
        D.D.C. | D.N.J. | W.D. Okla. | Bankr. S.D.N.Y. | Bankr. D. Del. | C.C.D. Mass. | Fed. Cl. | T.C. |
        J.P.M.L. | U.S. | Wis. | N.Y. | Ohio | Tex. | Cal. Ct. App. | Cal. Ct. App. 2d Dist. | N.Y. App. Div. |
        N.Y. App. Div. 1st Dep't | N.Y. Sup. Ct. | N.Y. Sup. Ct., Albany Cnty. | Tex. Crim. App. | Tex. App. |
        Tex. App.—Houston [14th Dist.] | Fla. 3d Dist. Ct. App. | N.J. Super. Ct. App. Div. | Mass. App. Ct. |
        Del. Ch. | Pa. Commw. Ct. | Ohio Ct. App. | P.T.A.B. | B.I.A. | Bankr. S.D.N.Y. filed | Wayne Cnty. Cir.
        Ct.
        """
)


@pytest.mark.parametrize("name", COURTS)
def test_courts(name: str) -> None:
    assert is_court(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        *split(
            """
        forthcoming | en banc | Jane Roe | quoting | 2d ed. | West | June 3 | Cal., June 3 | Cal., quoting Roe |
        Oxford Univ. Press | Harv. L. Rev. | Cal. Penal Code | Spring | Supp. | Am. L. Inst. | per curiam | 3 |
        ,
        """
        ),
    ],
)
def test_no_courts(name: str) -> None:
    assert not is_court(name)


@pytest.mark.parametrize(
    "name",
    split(
        """
        N.Y. Times | The New York Times | N.Y. TIMES | Wash. Post | Wall St. J. | Guardian | The Guardian | CNN
        | CNN.com | BBC | NPR | Vox | WIRED | Atlantic | New Yorker | Politico | Reuters | AP | The Verge | Ars
        Technica | L.A. Times | Chi. Trib. | DES MOINES REG. | Yahoo! Fin. | Harper’s Mag. | KCRA 3 | WABC-TV
        """
    ),
)
def test_outlets(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["", *split("Jane Roe | Harv. L. Rev. | U.S. | F.3d | KING | WOLF | The | .com")])
def test_no_outlets(name: str) -> None:
    assert not is_outlet(name)


@pytest.mark.parametrize(
    "name",
    split(
        """
        Pew Rsch. Ctr. | U.S. Dep't of Just. | U.S. DEP’T OF JUST. | OECD | ACLU | A.C.L.U. | Human Rights Watch
        | Fed. Trade Comm'n | World Bank | Am. Bar Ass’n | Nat'l Inst. of Standards & Tech. | Amnesty Int'l |
        City of Utopia | Off. of the Inspector Gen. | Acme, Inc. | Acme LLC | RAND Corp. | Cong. Rsch. Serv. |
        U.N. High Comm'r for Refugees | Task Force on Footnotes | Sec’y of State | The White House
        | Special Rapporteur on Footnotes | Associated Press | Fox News
        | Netflix | NETFLIX | N.L.R.B. | Bd. of
        Governors of the Fed. Rsrv. Sys. | Library of Congress
        """
    ),
)
def test_institutions(name: str) -> None:
    assert looks_institutional(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        *split(
            """
        Jane Roe | JANE ROE | Jane Q. Roe | J.Q. Roe | J.Q. ROE | ROE | Roe | Martin Doe, Jr. | Jane Banks |
        Will Grant | W.E.B. Doe | Mary Bush | MARY LEE | JANE ICE | Jane Tribe | Jane House
            | Frank Press | Jane Church | Comm’r Jane Roe
            | Jane Roe & John Doe | Anne-Marie O’Doe | Ludwig van Doe
        | U Doe
        """
        ),
    ],
)
def test_persons(name: str) -> None:
    assert not looks_institutional(name)


def test_line_breaks_within_a_name_are_spaces() -> None:
    assert is_court("Wayne Cnty. Cir.\nCt.")
    assert is_reporter("F.\n  Supp. 2d")
    assert is_code("Cal. Penal\nCode")
    assert looks_institutional("Task\nForce on Footnotes")
    assert looks_like_journal("Atlantis\nL. Rev.")


def test_squeeze() -> None:
    assert squeeze(" F.\u00a0App’x ") == "f.app'x"
    assert squeeze("CALIF. L. REV.") == squeeze("Calif. L.Rev.")


@given(st.text())
def test_no_question_raises_on_any_text(text: str) -> None:
    for ask in (
        is_reporter,
        is_code,
        is_treaty_source,
        is_journal,
        looks_like_journal,
        is_court,
        is_outlet,
        looks_institutional,
    ):
        assert ask(text) in (True, False)
    reporter_years(text)


@given(st.text())
def test_squeeze_is_its_own_fixed_point_and_ignores_spaces(text: str) -> None:
    folded = squeeze(text)
    assert squeeze(folded) == folded
    assert squeeze(" ".join(text)) == squeeze(text)


@given(st.sampled_from(REPORTERS))
def test_spaces_make_no_difference_to_a_reporter(name: str) -> None:
    assert is_reporter(name.replace(" ", ""))
    assert is_reporter(name.replace(" ", "\u00a0"))
