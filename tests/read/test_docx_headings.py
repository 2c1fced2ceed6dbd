"""The numbers that Word prints before headings, as the standard and Word's own notes on it have them."""

from __future__ import annotations

import pytest
from numbered import (
    HEADINGS,
    NORMAL,
    ONE,
    OUTLINE,
    Numbers,
    abstract,
    heading,
    instance,
    item,
    level,
    levels,
    listed,
    numbers,
    numbers_of,
    override,
    style,
)
from wordfiles import STRICT, paragraph, text, word_file


def test_levels_count_and_begin_anew() -> None:
    assert numbers(levels(1, 2, 2, 3, 3, 2, 3, 1, 2, 3, 4, 1)) == [
        *("I.", "A.", "B.", "1.", "2.", "C.", "1.", "II.", "A.", "1.", "(a)", "III."),
    ]


def test_the_strict_variant_is_numbered() -> None:
    assert numbers_of(word_file(levels(1, 2), styles=HEADINGS, numbering=ONE, namespace=STRICT)) == ["I.", "A."]


FORMATS = {
    "decimal": ["1", "2", "3", "4"],
    "upperRoman": ["I", "II", "III", "IV"],
    "lowerRoman": ["i", "ii", "iii", "iv"],
    "upperLetter": ["A", "B", "C", "D"],
    "lowerLetter": ["a", "b", "c", "d"],
    "none": [None] * 4,
    "bullet": [None] * 4,
    "ordinalText": [""] * 4,
    "decimalZero": [""] * 4,
    "custom": [""] * 4,
    "anything": [""] * 4,
}


@pytest.mark.parametrize(("format", "wanted"), FORMATS.items())
def test_formats(format: str, wanted: Numbers) -> None:
    assert numbers(levels(1, 1, 1, 1), abstract(0, level(0, format, "%1")) + instance(1, 0)) == wanted


TEXTS = {
    "%1.": "II.",
    "Part %1:": "Part II:",
    "(%1)": "(II)",
    "": None,
    "§": None,
    # nothing counted, or behind what is counted: which part is the number of the heading?
    "Appendix": "",
    "%1 Part": "",
    "%2.": "",
    "%1" + "." * 100: "",
}


@pytest.mark.parametrize(("text", "wanted"), TEXTS.items())
def test_the_text_round_a_number(text: str, wanted: str | None) -> None:
    lists = abstract(0, level(0, "upperRoman", text), level(1, "decimal")) + instance(1, 0)
    assert numbers(levels(1, 1), lists)[1] == wanted


def test_a_level_without_a_text_or_without_a_start_is_unknown() -> None:
    bare = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    assert numbers(levels(1), abstract(0, bare) + instance(1, 0)) == [""]
    assert numbers(levels(1, 1), abstract(0, level(0, "decimal", start=None)) + instance(1, 0)) == ["", ""]
    assert numbers(levels(1, 1), abstract(0, level(1, "decimal")) + instance(1, 0)) == ["", ""]


def test_numbers_of_levels_above_stand_before_the_own() -> None:
    both = abstract(0, level(0, "upperRoman"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%1.%2.%3"))
    assert numbers(levels(1, 2, 3, 3, 1, 2), both + instance(1, 0)) == ["I.", "I.1", "I.1.a", "I.1.b", "II.", "II.1"]
    parent_behind = abstract(0, level(0, "upperRoman"), level(1, "decimal", "%2 (%1)")) + instance(1, 0)
    assert numbers(levels(1, 2), parent_behind) == ["I.", ""]


def test_legal_numbers_show_levels_above_in_digits() -> None:
    legal = abstract(0, level(0, "upperRoman"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")) + instance(1, 0)
    assert numbers(levels(1, 1, 2, 2), legal) == ["I.", "II.", "2.1", "2.2"]
    off = legal.replace("<w:isLgl/>", '<w:isLgl w:val="0"/>')
    assert numbers(levels(1, 1, 2), off) == ["I.", "II.", "II.1"]
    # in digits by the standard, as it is by Word
    assert numbers(levels(1, 2), legal.replace('"decimal"', '"upperLetter"')) == ["I.", ""]


def test_a_level_begins_where_it_says() -> None:
    lists = abstract(0, level(0, "upperRoman", start=4), level(1, "decimal", start=0)) + instance(1, 0)
    assert numbers(levels(1, 2, 2, 1, 2), lists) == ["IV.", "0.", "1.", "V.", "0."]
    nought = abstract(0, level(0, "upperRoman", start=0)) + instance(1, 0)
    assert numbers(levels(1, 1), nought) == ["", "I."]
    far = abstract(0, level(0, "upperRoman", start=3999)) + instance(1, 0)
    assert numbers(levels(1, 1), far) == ["MMMCMXCIX.", ""]


RESTARTS = {
    None: ["I.", "A.", "1.", "2.", "B.", "1.", "II.", "A.", "1."],
    0: ["I.", "A.", "1.", "2.", "B.", "3.", "II.", "A.", "4."],
    1: ["I.", "A.", "1.", "2.", "B.", "3.", "II.", "A.", "1."],
    2: ["I.", "A.", "1.", "2.", "B.", "1.", "II.", "A.", "1."],
    # no level that Word takes
    99: ["I.", "A.", "", "", "B.", "", "II.", "A.", ""],
}


@pytest.mark.parametrize(("restart", "wanted"), RESTARTS.items())
def test_which_levels_begin_a_level_anew(restart: int | None, wanted: Numbers) -> None:
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    lists = abstract(0, level(0, "upperRoman"), level(1, "upperLetter"), level(2, "decimal", more=more))
    assert numbers(levels(1, 2, 3, 3, 2, 3, 1, 2, 3), lists + instance(1, 0)) == wanted


def test_a_deeper_number_shows_where_a_level_that_was_passed_would_begin() -> None:
    whole = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    # whether 1.1.1 has used up 1.1 programs see differently
    assert numbers(levels(1, 3, 3, 2, 1, 2), whole + instance(1, 0)) == ["1", "1.1.1", "1.1.2", "", "2", "2.1"]


def test_a_level_that_is_first_used_below_itself_is_unknown() -> None:
    assert numbers(levels(2, 2, 1, 2, 1)) == ["A.", "B.", "", "A.", ""]


def test_paragraphs_that_are_no_headings_count_too() -> None:
    lists = OUTLINE + abstract(8, level(0, "decimal")) + instance(1, 7) + instance(2, 8)
    body = heading(1) + item(1, 2) + item(2) + heading(2) + item(2) + heading(1)
    assert numbers(body, lists) == ["I.", "", "II."]
    # A., B. and C. are printed, and one of them before a paragraph that was set as text
    assert numbers(heading(1) + heading(2) + item(1, 1) + heading(2), lists) == ["I.", "", ""]
    # an empty paragraph prints its number
    assert numbers(heading(1) + heading(1, words="") + heading(1), lists) == ["", ""]


def test_lists_of_one_definition_count_together() -> None:
    lists = OUTLINE + instance(1, 7) + instance(2, 7) + instance(3, 7, override(0, 9))
    body = heading(1) + heading(1, listed(2, 0)) + heading(2) + heading(1, listed(2, 0)) + heading(1)
    assert numbers(body, lists) == ["I.", "II.", "A.", "III.", "IV."]
    body = heading(1) + heading(1, listed(3, 0)) + heading(1, listed(3, 0)) + heading(1) + heading(1, listed(3, 0))
    assert numbers(body, lists) == ["I.", "IX.", "X.", "XI.", "XII."]


def test_what_an_override_begins_with() -> None:
    anew = OUTLINE + instance(1, 7) + instance(2, 7, *(override(n, 1) for n in range(4)))
    body = heading(1) + heading(2) + heading(1, listed(2, 0)) + heading(2, listed(2, 1)) + heading(2, listed(2, 1))
    assert numbers(body, anew) == ["I.", "A.", "I.", "A.", "B."]
    # the list is met below what it overrides: which number stands there then?
    body = heading(1) + heading(2) + heading(2, listed(2, 1)) + heading(1, listed(2, 0))
    assert numbers(body, anew) == ["I.", "A.", "A.", ""]
    # numbers of levels above that one list would begin otherwise than another
    whole = abstract(7, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    lists = whole + instance(1, 7) + instance(2, 7, override(1, 4))
    assert numbers(heading(1, listed(2, 0)) + heading(3), lists) == ["1", ""]
    lists = whole + instance(1, 7) + instance(2, 7, override(0, 4))
    assert numbers(heading(1) + heading(2) + heading(2, listed(2, 1)), lists) == ["1", "1.1", ""]
    damaged = OUTLINE + instance(1, 7, override(0, level='<w:startOverride w:val="x"/>'))
    assert numbers(levels(1, 2), damaged) == ["", "A."]


def test_a_level_that_is_overridden_as_a_whole() -> None:
    letters = OUTLINE + instance(1, 7, override(0, level=level(0, "upperLetter", "Part %1")))
    assert numbers(levels(1, 1, 2), letters) == ["Part A", "Part B", "A."]
    # whether its own beginning holds without w:startOverride is not known
    later = OUTLINE + instance(1, 7, override(0, level=level(0, "upperLetter", start=5)))
    assert numbers(levels(1, 1), later) == ["", ""]
    again = level(2, "decimal", more='<w:lvlRestart w:val="1"/>')
    assert numbers(levels(1, 2, 3), OUTLINE + instance(1, 7, override(2, level=again))) == ["I.", "A.", ""]
    both = OUTLINE + instance(1, 7, override(0, 3, level(0, "decimal", start=8)))
    assert numbers(levels(1, 1), both) == ["3.", "4."]


def test_levels_that_come_from_a_numbering_style() -> None:
    linked = abstract(3, '<w:numStyleLink w:val="Outline"/>')
    lists = abstract(7, '<w:styleLink w:val="Outline"/>', level(0, "upperRoman"), level(1, "upperLetter"))
    lists += linked + instance(1, 3) + instance(2, 7)
    named = HEADINGS + style("Outline", listed(2), kind="numbering")
    assert numbers(levels(1, 2, 1), lists, named) == ["I.", "A.", "II."]
    # it counts for itself
    assert numbers(heading(1) + heading(1, listed(2, 0)) + heading(1), lists, named) == ["I.", "I.", "II."]
    assert numbers(levels(1), lists) == [""]
    # what the list of the style overrides holds, or does not
    assert numbers(levels(1), lists.replace(instance(2, 7), instance(2, 7, override(0, 5))), named) == [""]
    circle = linked + instance(1, 3) + instance(2, 3)
    assert numbers(levels(1), circle, named) == [""]


def test_a_style_takes_its_level_from_the_list() -> None:
    lists = abstract(
        7,
        level(0, "upperRoman", more='<w:pStyle w:val="H1"/>'),
        level(1, "upperLetter", more='<w:pStyle w:val="H2"/>'),
    ) + instance(1, 7)
    bare = NORMAL + "".join(style(f"H{n}", listed(1), name=f"heading {n}") for n in (1, 2))
    assert numbers(levels(1, 2, 2), lists, bare) == ["I.", "A.", "B."]
    # a style on it that does not say otherwise stands there too
    derived = bare + style("H3", base="H2")
    assert numbers(levels(1, 2, 3), lists, derived) == ["I.", "A.", "B."]
    # one that names its level alone is linked for itself
    own = bare + style("H3", listed(None, 0), base="H2")
    assert numbers(levels(1, 2, 3), lists, own) == ["I.", "A.", "II."]
    other = bare.replace(listed(1) + "</w:pPr></w:style>", listed(1, 0) + "</w:pPr></w:style>")
    assert numbers(levels(1, 2), lists, other) == ["I.", ""]
    assert numbers(levels(1, 1), ONE, bare) == ["I.", "II."]


def test_list_and_level_are_inherited_each_for_itself() -> None:
    styles = NORMAL + style("H1", listed(1), name="heading 1") + style("H2", listed(None, 1), base="H1")
    styles += style("H3", listed(0), base="H1") + style("H4", listed(None, 2), base="H3")
    assert numbers(levels(1, 2, 3, 4, 2), ONE, styles) == ["I.", "A.", None, None, "B."]
    direct = heading(1) + heading(1, listed(None, 1)) + heading(1, listed(0)) + heading(2, listed(1))
    assert numbers(direct, ONE, styles) == ["I.", "A.", None, "B."]


def test_circles_of_styles_end() -> None:
    styles = style("H1", listed(None, 1), base="H2", name="heading 1") + style("H2", listed(1), base="H1")
    assert numbers(levels(1, 2), ONE, styles)[0] == "A."


def test_what_cannot_be_known() -> None:
    assert numbers(heading(1, listed(5, 0)) + heading(1)) == ["", "I."]
    assert numbers(heading(1, listed(1, 9)) + heading(1, listed("x", 0)) + heading(1)) == ["", "", "I."]
    assert numbers(levels(1), None) == [""]
    assert numbers(levels(1), "<w:num") == [""]
    assert numbers(levels(1), ONE + OUTLINE) == [""]
    assert numbers(levels(1), abstract(7, level(0, "decimal"), level(0, "upperRoman")) + instance(1, 7)) == [""]
    assert numbers(levels(1), ONE + instance(1, 7)) == [""]
    assert numbers(levels(1), ONE.replace('"upperRoman"/>', '"upperRoman" w:format="I-"/>')) == [""]
    choice = "<mc:AlternateContent><mc:Choice><w:numFmt w:val='custom'/></mc:Choice></mc:AlternateContent>"
    assert numbers(levels(1, 2), ONE.replace('<w:numFmt w:val="upperRoman"/>', choice)) == ["", "A."]
    breaks = ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" w15:restartNumberingAfterBreak="{}"'
    for said, wanted in ((0, "I."), (1, "")):
        lists = abstract(7, level(0, "upperRoman"), more=breaks.format(said)) + instance(1, 7)
        assert numbers(levels(1), lists) == [wanted]


def test_a_hidden_number_is_counted_and_not_printed() -> None:
    hidden = level(0, "decimal").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    lists = abstract(0, hidden, level(1, "decimal", "%1.%2")) + instance(1, 0)
    assert numbers(levels(1, 1, 2), lists) == [None, None, "2.1"]


def test_paragraphs_that_word_may_not_count() -> None:
    hidden = paragraph(text("Hidden", "<w:vanish/>"), properties=listed(1, 0))
    end = "<w:rPr><w:vanish/>{}</w:rPr>"
    assert numbers(heading(1) + hidden + heading(2) + heading(1)) == ["", "", ""]
    assert numbers(heading(1) + heading(1, end.format("")) + heading(2) + heading(1)) == ["I.", "", "", ""]
    # a heading that runs into its paragraph
    assert numbers(heading(1) + heading(1, end.format("<w:specVanish/>")) + heading(1)) == ["I.", "II.", "III."]
    blank = heading(1, words="", before="<w:r><w:br w:type='page'/></w:r>")
    assert [n for n in numbers(heading(1) + blank + heading(2) + heading(1)) if n] == ["I."]
    break_ = paragraph(properties='<w:pStyle w:val="H1"/><w:sectPr/>')
    assert numbers(heading(1) + heading(2) + break_ + heading(2)) == ["", "A.", ""]
    field = "<w:r><w:instrText> LISTNUM </w:instrText></w:r>"
    assert numbers(levels(1, 1) + paragraph(field)) == ["", ""]


def test_a_text_box_counts_for_itself() -> None:
    box = f"<w:r><w:txbxContent>{heading(1)}</w:txbxContent></w:r>"
    assert numbers(heading(1) + paragraph(box) + heading(1)) == ["I.", "", "II."]
    # a heading that a box divides is counted once
    assert numbers(heading(1, before=text("Before") + box) + heading(1)) == ["I.", "", None, "II."]


GONE = "<w:rPr><w:del w:id='1'/></w:rPr>"
NEW = "<w:rPr><w:ins w:id='1'/></w:rPr>"


def test_tracked_changes_count_as_they_are_read() -> None:
    deleted = paragraph(
        "<w:del><w:r><w:delText>Old</w:delText></w:r></w:del>", properties='<w:pStyle w:val="H1"/>' + GONE
    )
    inserted = paragraph(f"<w:ins>{text('New')}</w:ins>", properties='<w:pStyle w:val="H1"/>' + NEW)
    body = heading(1) + deleted + inserted + inserted + heading(1)
    assert numbers(body) == ["I.", "II.", "III.", "IV."]
    assert numbers(body, view="original") == ["I.", "II.", "III."]
    # what is gone as a whole leaves nothing of its style behind
    assert numbers(heading(1) + deleted + paragraph(text("Words")) + heading(1)) == ["I.", "II."]
    # two paragraphs became one: of which is the number?
    joined = heading(1) + heading(1, GONE) + heading(2) + heading(1)
    assert numbers(joined) == ["I.", "", ""]


def test_numbers_that_were_changed_are_unknown_in_the_original_view() -> None:
    added = heading(1, listed(1, 0, "<w:ins w:id='1'/>"))
    assert numbers(heading(1) + added + heading(1)) == ["I.", "II.", "III."]
    assert numbers(heading(1) + added + heading(1), view="original") == ["I.", "", ""]
    changed = paragraph(text("Words"), properties="<w:pPrChange><w:pPr><w:numPr/></w:pPr></w:pPrChange>")
    assert numbers(heading(1) + changed) == ["I."]
    assert numbers(heading(1) + changed, view="original") == [""]
