"""Texts made by chance: of the pieces that legal notes are made of, of any characters at all, and of both."""

from __future__ import annotations

from hypothesis import strategies as st

FRAGMENTS = (
    *("Id.", "id.", "Ibid.", "supra", "infra", "note", "notes", "n.", "at", "in", "and", "&", "et al.", "v.", "No."),
    *("See", "see also", "But see", "Cf.", "See, e.g.,", "Compare", "with", "Accord", "quoting", "citing", "quoted in"),
    *("3", "12", "412-14", "4–6", "5, 7", "& n.5", "1 U.S. 2", "512 F.3d 1021", "42 U.S.C.", "§", "§§", "¶ 4", "*12"),
    *(
        "90 Yale L.J. 1",
        "29 C.F.R.",
        "84 Fed. Reg. 2,100",
        "U.S. Const. art. I",
        "Fed. R. Civ. P. 12(b)(6)",
        "2018 WL 4",
    ),
    *(
        "(1990)",
        "(2d Cir. 2004)",
        "(Nov. 24, 2017)",
        "(last visited Jan. 5, 2024)",
        "(en banc)",
        "(quoting",
        "(forthcoming)",
    ),
    *(
        "[hereinafter",
        "Cohen]",
        "]",
        "[",
        "(",
        ")",
        "“",
        "”",
        '"',
        "’",
        ",",
        ";",
        ".",
        ":",
        "—",
        "…",
        ". . .",
        "?",
        "__",
        "XX",
    ),
    *(
        "Cohen",
        "Roberta Cohen",
        "Ames",
        "Boyle",
        "Miranda",
        "In re Fallow",
        "Short Forms",
        "The Rule of Law",
        "N.Y. Times",
    ),
    *(
        "aff’d",
        "rev’d on other grounds",
        "cert. denied",
        "reprinted in",
        "available at",
        "accompanying text",
        "Part II.A",
    ),
    *("https://a.example/b?c=(d)", "https://perma.cc/4H83-GCEJ", "www.example.org.", "eds.", "2d ed.", "forthcoming"),
    *(
        "the",
        "rule",
        "is old",
        "Error! Bookmark not defined.",
        "H.R. Rep. No. 104-1",
        "111th Cong.",
        "Pub. L. No. 107-56",
    ),
    *("\u00a0", "\u00ad", "\u202e", "\u200b", "é", "e\u0301", "🦉", "\t", "\u2028", "İ", "ß", "ﬁ", "٣", "Ⅳ"),
)
"""Words, numbers and signs of notes, well and badly typed."""

PHRASES = (
    *("Cohen, supra note 3, at 12", "Moss et al., supra note 2", "Short Forms, supra note 1", "Cohen, infra note 9"),
    *("Roberta Cohen, Short Forms, 90 Yale L.J. 1, 12 (1981)", "Ada Moss et al., Counting Courts 44 (2d ed. 2014)"),
    *(
        "Ames v. Boyle, 1 U.S. 2, 3 (1990)",
        "In re Fallow Sec. Litig., 214 F.R.D. 65 (S.D.N.Y. 2003)",
        "Ames, 1 U.S. at 3",
    ),
    *("Ada Moss, Keys, N.Y. Times (Mar. 14, 2019), https://nyt.example/keys [https://perma.cc/4H83-GCEJ]", "id. at 5"),
    *("42 U.S.C. §§ 1983, 1988(b) (2018)", "U.S. Const. art. III, § 2", "Cal. Penal Code § 187 (West 2019)", "Id."),
    *(
        "See supra notes 4–6 and accompanying text",
        "infra Part II.A",
        "note 12 above",
        "supra text accompanying note 3",
    ),
    *("[hereinafter Cohen, Forms]", "(hereinafter “Moss”)", "(quoting Ames v. Boyle, 1 U.S. 2 (1990))", "(en banc)"),
    *("aff’d, 3 U.S. 4 (1991)", "rev’d on other grounds, 5 U.S. 6 (1992)", "cert. denied, 7 U.S. 8 (1993)"),
    *("reprinted in Readings in Law 12 (Ruth Adler ed., 1990)", "quoted in Moss, supra note 2", "The rule is old"),
    *(
        "See, e.g., Cohen, Forms, supra note 1, § 4",
        "Compare Moss, supra note 2, with Ames, 1 U.S. at 3",
        "the court asked why",
    ),
    *(
        "Cohen, supra n.12",
        "Cohen, supra note __",
        "supra note 2625",
        "Cohen, supra",
        "Ibid",
        "Id at 5",
        "see generally id.",
    ),
)
"""Citations and references, whole."""

phrases = st.lists(
    st.tuples(
        st.sampled_from(PHRASES), st.sampled_from(["; ", "; ", ". ", ". ", ", ", " ", " (", ") ", "\n", ", and "])
    ),
    max_size=12,
).map(lambda pairs: "".join(phrase + joint for phrase, joint in pairs).strip())


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Give phrases of which a stretch was lost, or stands there twice."""
    text = draw(phrases)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(start + 12, len(text))))
    return text[:start] + text[end:] if draw(st.booleans()) else text[:end] + text[start:]


fragments = st.lists(
    st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["", " ", " ", " ", "  "])), max_size=40
).map(lambda pairs: "".join(word + blank for word, blank in pairs))
characters = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
notes = phrases | damaged() | fragments | characters | st.tuples(fragments, characters, phrases).map("".join)
"""The text of one note."""

labels = st.sampled_from(["[{}] {}\n", "{}. {}\n", "[{}] {}\n\n", "[^{}]: {}\n\n", "[{}] {}\r\n", "{} {}\n"])


@st.composite
def pieces(draw: st.DrawFn) -> str:
    """Give a whole text: notes under labels that may repeat and jump, with or without body and marks."""
    label = draw(labels)
    texts = draw(st.lists(notes, max_size=8))
    numbers = st.integers(0, 12) | st.sampled_from(["*", "iv", "long"])
    body = draw(st.sampled_from(["", "A text.[1] And more.[2]\n\n", "A text.[^1] And more.[^2]\n\n", "NOTES\n\n"]))
    listed = [label.format(draw(numbers) if draw(st.booleans()) else n, text) for n, text in enumerate(texts, 1)]
    return (
        draw(st.sampled_from(["", "\ufeff", "# Head\n"]))
        + body
        + "".join(listed)
        + draw(st.sampled_from(["", "\n\n", "x"]))
    )
