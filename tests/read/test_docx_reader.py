"""What the Word reader makes of each thing that a Word file can say: small files made for one thing each."""

from __future__ import annotations

import pytest
from contract import faults
from wordfiles import (
    STRICT,
    WORD,
    bookmarked,
    call,
    essay_file,
    field,
    members,
    note,
    noted,
    paragraph,
    simple_field,
    text,
    word_file,
    zipped,
)

from citelint.config import Config
from citelint.model.source import FieldTrouble, Source, Typeface
from citelint.model.span import Span
from citelint.model.word import View
from citelint.read import read_source


def read(data: bytes, view: View = "final") -> Source:
    source = read_source(data, "essay.docx", Config(view=view))
    assert not faults(source)
    return source


def notes(source: Source) -> list[tuple[str | None, str]]:
    return [(note.label, note.span.of(source.text)) for note in source.notes]


def only_note(runs: str, view: View = "final") -> str:
    ((_, words),) = notes(read(noted(runs), view))
    return words


def section(numbering: str) -> str:
    return f"<w:sectPr>{numbering}</w:sectPr>"


TWO = note(1, text(" One.")) + note(2, text(" Two."))


# --- archives and parts


def test_the_strict_variant_is_read() -> None:
    assert notes(read(word_file(paragraph(text("A") + call(1) + call(2)), TWO, namespace=STRICT))) == [
        ("1", "One."),
        ("2", "Two."),
    ]


@pytest.mark.parametrize("prefix", ["", "doc"])
def test_another_prefix_is_read(prefix: str) -> None:
    made = members(paragraph(text("A") + call(2) + call(1)), TWO)
    for name, data in made.items():
        if name.startswith("word/") and isinstance(data, bytes):
            words = data.decode()
            if prefix:
                words = words.replace("w:", f"{prefix}:").replace("xmlns:w=", f"xmlns:{prefix}=")
            else:
                # attributes have no default namespace: they keep a prefix of their own
                words = words.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", f'xmlns="{WORD}" xmlns:w=')
            made[name] = words.encode()
    source = read(zipped(made))
    assert notes(source) == [("1", "Two."), ("2", "One.")]
    assert source.word is not None
    assert source.word.body.prefix == (f"{prefix}:" if prefix else "")


@pytest.mark.parametrize("encoding", ["UTF-16", "ISO-8859-1"])
def test_parts_in_other_encodings_are_read(encoding: str) -> None:
    source = read(word_file(paragraph(text("A") + call(1)), note(1, text(" §\xa01983; é.")), encoding=encoding))
    assert notes(source) == [("1", "§\xa01983; é.")]
    assert source.word is not None
    assert source.word.body.recoded
    assert b'encoding="UTF-8"' in source.word.body.data[:60]


def test_parts_are_found_by_their_relationships() -> None:
    made = members(paragraph(text("A") + call(1) + call(2)), TWO)
    made["word/_rels/document.xml.rels"] = (
        str(made["word/_rels/document.xml.rels"])
        .replace('"footnotes.xml"', '"/elsewhere/Notes7.XML"')
        .replace('"styles.xml"', '"../word/styles.xml"')
    )
    made["elsewhere/notes7.xml"] = made.pop("word/footnotes.xml")
    made["word/document2.xml"] = made.pop("word/document.xml")
    made["word/_rels/document2.xml.rels"] = made.pop("word/_rels/document.xml.rels")
    made["_rels/.rels"] = str(made["_rels/.rels"]).replace('"word/document.xml"', '"/word/document2.xml"')
    source = read(zipped(made))
    assert notes(source) == [("1", "One."), ("2", "Two.")]
    assert [part.name for part in source.parts] == ["word/document2.xml", "elsewhere/notes7.xml"]


def test_a_file_without_notes_has_none() -> None:
    source = read(word_file(paragraph(text("A text."))))
    assert source.notes == ()
    assert source.body == (Span(0, 7),)


# --- marks and numbers


def test_notes_are_numbered_by_the_order_of_their_marks_wherever_those_stand() -> None:
    row = f"<w:tbl><w:tr><w:tc>{paragraph(call(7))}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtPr><w:id w:val='3'/></w:sdtPr><w:sdtContent>{call(3)}</w:sdtContent></w:sdt>"
    body = paragraph(text("A") + control) + row + paragraph(f"<w:hyperlink w:anchor='x'>{call(1)}</w:hyperlink>")
    source = read(word_file(body, "".join(note(id, text(f" Note {id}.")) for id in (1, 3, 7))))
    assert notes(source) == [("1", "Note 3."), ("2", "Note 7."), ("3", "Note 1.")]


def test_separators_are_told_by_type_and_a_note_may_have_any_id() -> None:
    odd = note("0", text(" Zero.")) + note("-1", text(" Below."))
    made = members(paragraph(text("A") + call("-1") + call("0")), odd)
    words = made["word/footnotes.xml"]
    assert isinstance(words, bytes)
    separators = words.replace(b'w:type="separator" w:id="-1"', b'w:type="separator" w:id="8"')
    made["word/footnotes.xml"] = separators.replace(b'Separator" w:id="0"', b'Separator" w:id="9"')
    assert notes(read(zipped(made))) == [("1", "Below."), ("2", "Zero.")]


def test_custom_marks_take_no_number_and_their_sign_is_taken_off_the_note() -> None:
    body = paragraph(text("Title") + call(1, custom="*") + text(" and") + call(2))
    source = read(word_file(body, note(1, text("* Professor."), number=False) + note(2, text(" Two."))))
    assert notes(source) == [("*", "Professor."), ("1", "Two.")]
    assert [marker.span.of(source.text) for marker in source.markers] == ["*", ""]
    assert source.notes[0].number is None


NUMBERINGS = {
    "continuous": ("", ["1", "2", "3", "4"], [1, 1, 1, 1]),
    "restarted": ('<w:numRestart w:val="eachSect"/>', ["1", "2", "1", "2"], [1, 1, 2, 2]),
    "restarted from 5": ('<w:numStart w:val="5"/><w:numRestart w:val="eachSect"/>', ["5", "6", "5", "6"], [1, 1, 2, 2]),
    "roman": ('<w:numFmt w:val="lowerRoman"/>', ["i", "ii", "iii", "iv"], [1, 1, 1, 1]),
    "letters": ('<w:numFmt w:val="lowerLetter"/><w:numStart w:val="26"/>', ["z", "aa", "bb", "cc"], [1, 1, 1, 1]),
    "signs": ('<w:numFmt w:val="chicago"/>', ["*", "†", "‡", "§"], [1, 1, 1, 1]),
    "each page": ('<w:numRestart w:val="eachPage"/>', [None] * 4, [1, 1, 1, 1]),
}


@pytest.mark.parametrize(("numbering", "labels", "sections"), NUMBERINGS.values(), ids=NUMBERINGS.keys())
@pytest.mark.parametrize("where", ["settings", "sections"])
def test_number_formats_starts_and_restarts(
    where: str, numbering: str, labels: list[str | None], sections: list[int]
) -> None:
    said = f"<w:footnotePr>{numbering}</w:footnotePr>"
    in_section = said if where == "sections" else ""
    # the properties of a section stand in its last paragraph, before the marks of that paragraph
    first = paragraph(text("A") + call(1)) + paragraph(text("B") + call(2), properties=section(in_section))
    body = first + paragraph(text("C") + call(3) + call(4)) + section(in_section)
    settings = said if where == "settings" else ""
    source = read(word_file(body, "".join(note(id, text(f" N{id}.")) for id in range(1, 5)), settings=settings))
    assert [note.label for note in source.notes] == labels
    assert [note.section for note in source.notes] == sections
    if labels[0] is not None:
        start = {"5": 5, "z": 26}.get(labels[0], 1)
        assert source.notes[1].number == start + 1
    assert bool(source.numbers_unknown) is (labels[0] is None)


def test_footnotes_and_endnotes_count_for_themselves() -> None:
    body = paragraph(text("A") + call(1, "endnote") + call(1) + call(2, "endnote"))
    endnotes = note(1, text(" First."), kind="endnote") + note(2, text(" Second."), kind="endnote")
    source = read(word_file(body, note(1, text(" Foot.")), endnotes))
    assert [(n.apparatus, n.label, n.span.of(source.text)) for n in source.notes] == [
        ("footnotes", "1", "Foot."),
        ("endnotes", "i", "First."),
        ("endnotes", "ii", "Second."),
    ]
    assert [marker.note for marker in source.markers] == [1, 0, 2]


def test_a_text_box_is_written_twice_and_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(text('In the box.') + call(2))}</w:txbxContent>"
    drawing = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
    drawing += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    source = read(word_file(paragraph(text("Before") + call(1) + drawing + text(" after.")), TWO))
    assert notes(source) == [("1", "One."), ("2", "Two.")]
    assert [span.of(source.text) for span in source.body] == ["Before", "In the box.", "after."]


def test_a_text_box_outside_of_any_paragraph_doubles_none() -> None:
    source = read(word_file(f"{paragraph(text('A'))}<w:txbxContent>{paragraph(text('B'))}</w:txbxContent>"))
    assert [span.of(source.text) for span in source.body] == ["A", "B"]


def test_hidden_marks_are_not_counted_and_what_nothing_calls_is_not_printed() -> None:
    hidden = call(1).replace("<w:rPr>", "<w:rPr><w:vanish/>")
    assert notes(read(word_file(paragraph(text("A") + hidden + call(2)), TWO))) == [("1", "Two.")]


def test_a_note_called_twice_is_printed_once_and_counted_twice() -> None:
    source = read(word_file(paragraph(call(1) + call(1) + call(2)), TWO))
    assert notes(source) == [("1", "One."), ("3", "Two.")]
    assert [(marker.typed, marker.note) for marker in source.markers] == [("1", 0), ("2", 0), ("3", 1)]


def test_a_mark_without_its_note_calls_nothing() -> None:
    source = read(word_file(paragraph(call(1) + call(9) + call(2)), TWO))
    assert [(marker.typed, marker.note) for marker in source.markers] == [("1", 0), ("2", None), ("3", 1)]


def test_a_period_behind_the_number_is_no_text_and_words_left_out_are() -> None:
    assert only_note(text(".\tSee Roe.")) == "See Roe."
    assert only_note(text(". . . and so on.")) == ". . . and so on."


# --- text


PIECES = {
    "tab": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    "break": ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
    "hyphens": ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t></w:r>", "1‑2\xad3"),
    "symbol": ('<w:r><w:sym w:font="Symbol" w:char="F0B6"/><w:sym w:font="Times" w:char="00A7"/></w:r>', "∂§"),
    "no symbol": ('<w:r><w:sym w:font="Symbol" w:char="zz"/></w:r>', "\ufffd"),
    "runs cut anywhere": (text("I") + "<w:proofErr w:type='spellStart'/>" + text("d") + text("."), "Id."),
    "entities": ("<w:r><w:t>A &amp; B &#8217;s &lt;</w:t></w:r>", "A & B ’s <"),
    "character data": ("<w:r><w:t>a<![CDATA[<b>]]>c<!-- no -->d</w:t></w:r>", "a<b>cd"),
    "blanks that are not kept": ("<w:r><w:t>a</w:t></w:r><w:r><w:t>  b  </w:t></w:r>" + text("c"), "abc"),
    "a line of the file": ("<w:r><w:t xml:space='preserve'>a\n b</w:t></w:r>", "a  b"),
    "hidden": (text("a") + text("no", "<w:vanish/>") + text("b", "<w:vanish w:val='0'/>"), "ab"),
    "ruby": (
        "<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>" + text("y") + "</w:rubyBase></w:ruby></w:r>",
        "y",
    ),
    "a formula": (
        "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:r><m:t>x</m:t></m:r></m:oMath>",
        "x",
    ),
    "a field's result": (field(" PAGE ", "7"), "7"),
    "a field's code": (field(" IF 1 = 1 yes no ", None) + text("x"), "x"),
    "a field in a code": (
        field("IF ", text("yes")).replace("</w:instrText>", f"</w:instrText>{field(' PAGE ', '7')}", 1),
        "yes",
    ),
    "a field that never ends": (text("a") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + text("b"), "a"),
    "a simple field": (simple_field(" PAGE ", "7"), "7"),
}


@pytest.mark.parametrize(("runs", "words"), PIECES.values(), ids=PIECES.keys())
def test_the_text_is_what_is_printed(runs: str, words: str) -> None:
    assert only_note(runs) == words


def test_paragraphs_of_a_note_are_joined_by_a_line_break() -> None:
    body = paragraph(text("A") + call(1))
    assert notes(read(word_file(body, note(1, text(" One."), text("Two.")))))[0][1] == "One.\nTwo."


@pytest.mark.parametrize(
    ("change", "final", "original"),
    [("ins", "One.Two.", "One.Two."), ("del", "One.Two.", "One.\nTwo.")],
)
def test_the_end_of_a_paragraph_can_be_a_tracked_change(change: str, final: str, original: str) -> None:
    first = paragraph(text("One."), properties=f"<w:rPr><w:{change} w:id='1' w:author='A'/></w:rPr>")
    data = word_file(paragraph(call(1)), f'<w:footnote w:id="1">{first}{paragraph(text("Two."))}</w:footnote>')
    if change == "ins":
        final = "One.\nTwo."
    assert notes(read(data))[0][1] == final
    assert notes(read(data, "original"))[0][1] == original


def test_the_old_look_of_a_tracked_change_counts_for_nothing() -> None:
    changed = text("Id.", "<w:rPrChange w:id='1' w:author='A'><w:rPr><w:i/></w:rPr></w:rPrChange>")
    assert read(noted(changed)).styles == ()


# --- typefaces


LOOKS = {
    "direct": ("<w:i/>", "", "i"),
    "direct, off": ("<w:i w:val='0'/><w:rStyle w:val='Emphasis'/>", "", ""),
    "a character style": ("<w:rStyle w:val='Emphasis'/>", "", "i"),
    "a paragraph style": ("", "Slanted", "i"),
    "both styles": ("<w:rStyle w:val='Emphasis'/>", "Slanted", ""),
    "both styles, and direct": ("<w:rStyle w:val='Emphasis'/><w:i/>", "Slanted", "i"),
    "a style that there is not": ("<w:rStyle w:val='Gone'/>", "Gone", ""),
    "several": ("<w:i/><w:smallCaps/><w:b/><w:u w:val='single'/>", "", "isbu"),
    "an underline of none": ("<w:u w:val='none'/>", "", ""),
}
FACES = {"i": Typeface.ITALIC, "s": Typeface.SMALL_CAPS, "b": Typeface.BOLD, "u": Typeface.UNDERLINE}


@pytest.mark.parametrize(("direct", "style", "faces"), LOOKS.values(), ids=LOOKS.keys())
def test_typefaces_are_those_of_the_run_and_its_styles(direct: str, style: str, faces: str) -> None:
    properties = f"<w:pStyle w:val='{style}'/>" if style else ""
    one = f'<w:footnote w:id="1">{paragraph(text("Id.", direct), properties=properties)}</w:footnote>'
    source = read(word_file(paragraph(call(1)), one))
    assert source.styles is not None
    assert {style.typeface for style in source.styles} == {FACES[face] for face in faces}
    assert all(style.span == source.notes[0].span for style in source.styles)


def test_a_stretch_goes_on_over_runs() -> None:
    source = read(noted(text("I", "<w:i/>") + text("d", "<w:i/><w:iCs/>") + text(".", "<w:i/>") + text(" at 5.")))
    assert [style.span.of(source.text) for style in source.styles or ()] == ["Id."]


def test_headings_are_told_by_their_style_or_their_level() -> None:
    body = paragraph(text("I. One"), properties="<w:pStyle w:val='Heading1'/>")
    body += paragraph(text("A. Two"), properties="<w:outlineLvl w:val='1'/>") + paragraph(text("Text.") + call(1))
    source = read(word_file(body, note(1, text(" One."))))
    assert [(heading.level, heading.span.of(source.text)) for heading in source.headings] == [
        (1, "I. One"),
        (2, "A. Two"),
    ]
    assert [marker.paragraph.of(source.text) for marker in source.markers] == ["Text."]


# --- fields


FIELDS = {
    "sound": (field(" NOTEREF a \\h ", "1"), "1", "1", None, True),
    "stale": (field(" NOTEREF b ", "1"), "1", "2", None, True),
    "simple": (simple_field(" NOTEREF b \\h ", "1"), "1", "2", None, True),
    "lower case, quoted": (field(' noteref "B" \\f', "2"), "2", "2", None, True),
    "the old name": (field("FTNREF b", "2"), "2", "2", None, True),
    "above": (field("NOTEREF b \\p", "2 above"), "2", "2", None, True),
    "a format": (field("NOTEREF b \\* roman \\h", "ii"), "ii", "ii", None, True),
    "merged": (field("NOTEREF b \\* MERGEFORMAT", "2"), "2", "2", None, True),
    "no result yet": (field("NOTEREF b", None), "", "2", None, True),
    "gone": (field("NOTEREF zz", "4"), "4", None, FieldTrouble.NO_BOOKMARK, False),
    "no name": (field("NOTEREF", "4"), "4", None, FieldTrouble.NO_NAME, False),
    "no mark": (field("NOTEREF words", "4"), "4", None, FieldTrouble.NO_MARK, False),
    "two marks": (field("NOTEREF both", "1"), "1", "1", None, False),
    "two bookmarks": (field("NOTEREF twice", "1"), "1", "2", None, False),
    "nested": (field("NOTEREF a", field("NOTEREF b", "2")), "2", "1", None, False),
    "cut": (
        field("NOTEREF b", "2").replace(
            "NOTEREF b", 'NOTE</w:instrText></w:r><w:r><w:instrText xml:space="preserve">REF b'
        ),
        "2",
        "2",
        None,
        True,
    ),
}


def with_bookmarks(runs: str) -> bytes:
    both = bookmarked(
        bookmarked(bookmarked(call(1), "a", 1), "twice", 5) + bookmarked(bookmarked(call(2), "b", 2), "twice", 6),
        "both",
        3,
    )
    body = paragraph(both + bookmarked(text("words"), "words", 4) + call(3))
    return word_file(body, TWO + note(3, text(" See ") + runs))


@pytest.mark.parametrize(("runs", "printed", "expected", "trouble", "sound"), FIELDS.values(), ids=FIELDS.keys())
def test_fields(runs: str, printed: str, expected: str | None, trouble: FieldTrouble | None, sound: bool) -> None:
    source = read(with_bookmarks(runs))
    found = source.fields[0]
    assert (found.span.of(source.text), found.expected, found.trouble, found.sound) == (
        printed,
        expected,
        trouble,
        sound,
    )
    assert found.note == 2
    assert (found.target is None) is (trouble is not None)


def test_a_field_of_another_kind_is_no_field_to_a_note() -> None:
    assert read(with_bookmarks(field("PAGEREF a", "3") + field("REF b", "x"))).fields == ()


def test_a_field_whose_mark_was_deleted_means_nothing() -> None:
    deleted = f"<w:del w:id='1' w:author='A'>{call(1)}</w:del>"
    data = word_file(
        paragraph(bookmarked(deleted, "a") + call(2)),
        TWO.replace("Two.", "Two ").replace("</w:p></w:footnote>", field("NOTEREF a", "1") + "</w:p></w:footnote>"),
    )
    final, original = read(data), read(data, "original")
    assert [f.trouble for f in final.fields] == [FieldTrouble.NO_MARK]
    assert [f.expected for f in original.fields] == ["1", "1"]


# --- the notation of examples


def test_an_essay_in_the_notation_of_examples() -> None:
    source = read(essay_file("A claim.[2] And[1]\n[1=roe] *Id.* at 5.\n[2] See note {7=roe}.\n[*] Author."))
    assert notes(source) == [("1", "See note 7."), ("2", "Id. at 5."), ("*", "Author.")]
    assert [(f.span.of(source.text), f.expected) for f in source.fields] == [("7", "2")]
