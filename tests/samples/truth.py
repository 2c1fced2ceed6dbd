"""What is true of each sample, written down by hand from the essays, before any of them was checked.

A finding is a line: code, note, severity, the right number as a person would type it ("-" where there is none to
give), and the words that the finding is about. Nothing here is made from what citelint prints: a wrong report cannot
be blessed by printing it again.
"""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One finding that a sample must get."""

    code: str
    note: str
    severity: str
    expected_note: str
    text: str


class Cause(NamedTuple):
    """One headline: the notes of its members, and words that its sentence must have."""

    notes: tuple[str, ...]
    words: tuple[str, ...]


class Count(NamedTuple):
    """What a clean sample holds."""

    notes: int
    citations: int
    references: int


CLEAN = {
    "ferry-rights.docx": Count(12, 5, 8),
    "prison-mail.md": Count(55, 31, 33),
    "quiet-docket.txt": Count(28, 15, 17),
    "recipe.txt": Count(13, 9, 4),
    "river-rights.md": Count(22, 13, 10),
}
"""The full citations at the top level of the notes, and all references, nested ones too, counted by hand.

Not counted is note 4 of river-rights.md, see `LEFT_ALONE`.
"""

LEFT_ALONE = {"clean/river-rights.md": ["4"], "broken/moved-section.html": ["*"]}
"""Notes in which citelint sees no citation: a statute of New Zealand, which it does not know how to read and says
nothing of, and an author's note, which cites nothing.
"""

BROKEN = {
    # Note 2 cites two works by Tarrant, so "Tarrant" alone does not say which. Notes 7 and 11 say it by the title.
    # Haddix has two works too, but in two notes: there the number says which, and nothing is wrong.
    "ambiguous-author.md": """
        SUP011 | 6  | error | 2 | Tarrant, supra note 2
        SUP011 | 10 | error | 2 | Tarrant, supra note 2
        """,
    # The note after note 3 was deleted: what was note 5 is note 4 now, and so on. Where the note behind the full
    # citation is an Id., the old number now names that Id. (SUP003); elsewhere it names another work (SUP002).
    "deleted-note.txt": """
        SUP003 | 10 | warning | 4   | Haddix, supra note 5
        SUP003 | 12 | warning | 8   | Achterberg, supra note 9
        SUP002 | 14 | error   | 11  | Bellamy, supra note 12
        SUP002 | 15 | error   | 13  | Tarrant, supra note 14
        SUP002 | 15 | error   | 6   | Crale, supra note 7
        SUP002 | 17 | error   | 13  | Tarrant, supra note 14
        SUP003 | 18 | warning | 8   | Achterberg, supra note 9
        SUP002 | 19 | warning | 8–9 | supra notes 9–10
        """,
    # Two papers by Dalhousie exist; the label of one is set in note 2 and left out in note 4. The label of note 5 is
    # in round brackets, with a comma and quotation marks. No hereinafter sets "Levee Report". Drummond's label is
    # never used. Note 14 gives the label of note 5 to another report; notes 15 and 16 say by their numbers which.
    "hereinafter-gone-wrong.md": """
        HER003 | 4  | warning | - | Dalhousie
        HER004 | 5  | warning | - | (hereinafter, “Flood Report”)
        HER001 | 10 | warning | - | Levee Report
        HER002 | 11 | warning | - | [hereinafter Drummond, Wall]
        HER006 | 14 | error   | - | [hereinafter Flood Report]
        """,
    # Notes 3, 12 and 14 cite two sources each. In notes 5 and 10 there is one that counts: what is quoted in a
    # parenthetical does not, and a work cited in full and by Id. in one note is one work. The pages of note 13 fit
    # Crale's article in note 12 and not Castellan's.
    "id-after-two-sources.txt": """
        ID002 | 4  | error | 3  | Id.
        ID002 | 13 | error | 12 | id.
        ID002 | 15 | error | 14 | Id.
        """,
    # Note 3 was inserted. Numbers that name notes 1 and 2 are right (notes 10, 15 and 20); all later ones are one
    # too low.
    "inserted-note.md": """
        SUP002 | 8  | error | 5  | Castellan, supra note 4
        SUP002 | 11 | error | 7  | Dalhousie, supra note 6
        SUP002 | 16 | error | 5  | Castellan, supra note 4
        SUP002 | 17 | error | 14 | Okereke & Drummond, supra note 13
        SUP002 | 18 | error | 12 | Ellery, supra note 11
        SUP002 | 19 | error | 7  | Dalhousie, supra note 6
        """,
    # The section on callers once stood before the others and was moved behind them. Its numbers were mended, but
    # notes 8 and 11 cite in short what note 12 cites in full; and note 10 names the Id. before the article.
    "moved-section.html": """
        SHF010 | 8  | error | 12 | Vance & Osei, supra note 12, at 331
        SUP002 | 10 | error | 3  | Thorne, supra note 2
        SHF010 | 11 | error | 12 | Vance & Osei, supra note 12, at 340–42
        """,
    # Note 1 was inserted, and no field was refreshed since: each shows the number that its note had before.
    "stale-fields.docx": """
        XRF011 | 4  | error | 2  | Ellison, supra note 1
        XRF011 | 4  | error | 3  | Renner, supra note 2
        XRF011 | 5  | error | 2  | Ellison, supra note 1
        XRF011 | 8  | error | 2  | supra note 1
        XRF011 | 9  | error | 3  | Renner, supra note 2
        XRF011 | 10 | error | 11 | infra note 10
        XRF011 | 11 | error | 2  | Ellison, supra note 1
        """,
    # The list has no note 6, two notes 8, and a note 11 that no mark calls; the mark 12 calls no note.
    "numbering.txt": """
        NUM001 | -  | error | - | [12]
        NUM005 | 7  | error | - | [7]
        NUM003 | 8  | error | - | [8]
        NUM002 | 11 | error | - | [11]
        """,
    # A paper with one mistake of each kind: a comma too many, a number of another note, an Id. behind two cases, a
    # field whose bookmark was deleted, a misspelt name, and a work that is cited in full nowhere.
    "seminar-paper.docx": """
        PUN002 | 3  | error   | - | ,,
        SUP002 | 4  | error   | 1 | Ashgrove, supra note 3
        ID002  | 6  | error   | 5 | Id.
        XRF012 | 8  | error   | 3 | Quill, supra note Error! Bookmark not defined.
        SUP012 | 10 | warning | - | Quil
        SUP004 | 11 | error   | - | Torrance, supra note 2
        """,
    # Wilson was last cited in note 2, Hudson in note 5, Richards in note 3. Banks, in note 17, is six notes away too,
    # but the sentence that note 17 belongs to names the case.
    "short-form-too-far.md": """
        SHF002 | 12 | warning | - | Wilson, 514 U.S. at 936
        SHF002 | 16 | warning | - | Hudson, 547 U.S. at 595
        SHF002 | 18 | warning | - | Richards, 520 U.S. at 393–94
        """,
    # Notes 5 and 19 were inserted. Numbers below 5 are right (notes 11, 12 and 34); those of what was between the
    # two are one too low; those of what came after the second are two too low.
    "two-insertions.md": """
        SUP002 | 17 | error | 9  | Drummond, supra note 8
        SUP002 | 18 | error | 7  | Ellery, supra note 6
        SUP002 | 23 | error | 13 | Okereke, supra note 12
        SUP002 | 24 | error | 22 | Tarrant, supra note 20
        SUP002 | 28 | error | 20 | Prewitt, supra note 18
        SUP002 | 29 | error | 26 | Crale, supra note 24
        SUP002 | 30 | error | 15 | Dalhousie, supra note 14
        SUP002 | 31 | error | 25 | Aldersey, supra note 23
        SUP002 | 32 | error | 7  | Ellery, supra note 6
        SUP002 | 33 | error | 22 | Tarrant, supra note 20
        """,
    # Each note that is wrong is wrong in one way, and every number that is printed is right. The blank means note 1.
    "typed-typos.txt": """
        PUN002 | 2  | error   | - | ..
        ID010  | 4  | error   | - | Ibid.
        ID010  | 6  | error   | - | Id
        XRF001 | 7  | error   | 1 | Brennick, supra n. 1
        NUM011 | 8  | warning | - | )
        XRF002 | 9  | error   | - | notes 3
        XRF001 | 10 | error   | 5 | Drummond supra note 5
        PUN002 | 11 | error   | - | ,,
        XRF006 | 12 | error   | 1 | Brennick, supra note __
        ID011  | 14 | error   | - | Id.
        XRF001 | 15 | error   | 3 | Okereke, supa note 3
        XRF003 | 16 | error   | - | 11–10
        """,
}
"""The findings of each broken sample, headlines apart."""

CAUSES = {
    "deleted-note.txt": (Cause(("10", "12", "14", "15", "17", "18", "19"), ("one too high", "removed")),),
    "inserted-note.md": (Cause(("8", "11", "16", "17", "18", "19"), ("one too low", "inserted at note 3 or 4")),),
    "stale-fields.docx": (Cause(("4", "5", "8", "9", "10", "11"), ("7 cross-reference fields", "not refreshed")),),
    "two-insertions.md": (
        Cause(("17", "18", "23", "30", "32"), ("one too low", "inserted at note 5 or 6")),
        Cause(("24", "28", "29", "31", "33"), ("two too low", "between notes 16 and 19")),
    ),
}
"""The headlines of the samples that have some."""


def findings(name: str) -> list[Finding]:
    """Give the findings that a broken sample must get, in the order of the table."""
    rows = [line for line in BROKEN[name].splitlines() if line.strip()]
    return [Finding(*(cell.strip() for cell in row.split("|"))) for row in rows]
