"""How the programs that people write with, and journals, write notes in HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from citelint.config import Config
from citelint.model.source import Source, Typeface
from citelint.read import read_source

ROE, ID = "Roe v. Wade, 410 U.S. 113 (1973).", "Id. at 114."

SHAPES = {path.stem: path.read_text("utf-8") for path in sorted((Path(__file__).parent / "shapes").glob("*.html"))}


def page(text: str, **more: object) -> Source:
    return read_source(text.encode(), "essay.html", Config(**more))  # type: ignore[arg-type]


def notes(source: Source) -> list[tuple[str | None, str]]:
    return [(note.label, note.span.of(source.text)) for note in source.notes]


@pytest.mark.parametrize("shape", SHAPES)
def test_notes_are_found(shape: str) -> None:
    source = page(
        SHAPES[shape].replace("ROE", "<em>Roe v. Wade</em>, 410 U.S. 113 (1973).").replace("ID", "<i>Id.</i> at 114.")
    )
    assert notes(source) == [("1", ROE), ("2", ID)]
    assert {marker.note for marker in source.markers} == {0, 1}
    assert [marker.typed for marker in source.markers][:2] == ["1", "2"]
    assert [style.span.of(source.text) for style in source.styles or ()] == ["Roe v. Wade", "Id."]
    assert "First." in source.text[: source.notes[0].span.start]
    for note in source.notes:
        assert source.parts[0].text[note.origin.start : note.origin.end].count("<em>") == (note.ordinal == 0)


def test_a_mark_stands_in_its_paragraph() -> None:
    source = page(SHAPES["github"].replace("ROE", ROE).replace("ID", ID))
    assert [marker.span.of(source.text) for marker in source.markers] == ["1", "2"]
    assert {marker.paragraph.of(source.text) for marker in source.markers} == {"First.1 Second.2"}


def test_the_printed_number_wins_over_the_id() -> None:
    source = page("""
        <p>A.<a href="#_ftn1" name="_ftnref1">*</a> B.<a href="#_ftn2" name="_ftnref2">[1]</a> C.<a href="#_ftn3"
        name="_ftnref3">[2]</a></p><p>*<a href="#_ftnref1" name="_ftn1"></a>Professor.</p>
        <p><a href="#_ftnref2" name="_ftn2"></a><span>[1]</span>Roe.</p>
        <p><a href="#_ftnref3" name="_ftn3"></a>[2]Id.</p>""")
    assert notes(source) == [("*", "Professor."), ("1", "Roe."), ("2", "Id.")]


def test_a_number_that_begins_a_citation_is_no_label() -> None:
    source = page("""
        <p>A.<sup><a href="#a" id="b">1</a></sup> B.<sup><a href="#c" id="d">2</a></sup></p><ol>
        <li id="a">1 Annals of Cong. 518
        (1789). <a href="#b">^</a></li><li id="c">Id. at 4. <a href="#d">^</a></li></ol>""")
    assert notes(source) == [("1", "1 Annals of Cong. 518 (1789)."), ("2", "Id. at 4.")]


def test_a_number_that_differs_from_the_mark_is_kept() -> None:
    marks = "".join(f'A.<a href="#n{n}" id="r{n}">[{n}]</a> ' for n in range(1, 6))
    found = page(
        f"<p>{marks}</p>"
        + "".join(f'<p id="n{n}"><a href="#r{n}">[{n + (n == 4)}]</a> Id. at {n}.</p>' for n in range(1, 6))
    )
    assert [note.label for note in found.notes] == ["1", "2", "3", "5", "5"]
    assert [marker.typed for marker in found.markers] == ["1", "2", "3", "4", "5"]


def test_a_cross_reference_in_the_text_is_no_mark() -> None:
    source = page("""
        <p>A.<sup><a href="#fn1" id="ref1">1</a></sup> See note <a href="#fn1">1</a>.</p>
        <ol><li id="fn1">Roe. <a href="#ref1">↩</a></li></ol>""")
    assert [marker.span.of(source.text) for marker in source.markers] == ["1"]
    assert source.body[0].of(source.text) == "A.1 See note 1."


def test_a_table_of_contents_is_no_list_of_notes() -> None:
    source = page("""
        <ul><li><a href="#s1" id="t1">I</a></li><li><a href="#s2" id="t2">II</a></li></ul>
        <h2 id="s1"><a href="#t1">I</a></h2><p>Words.</p><h2 id="s2"><a href="#t2">II</a></h2><p>More words.</p>""")
    assert source.notes == ()
    assert [heading.span.of(source.text) for heading in source.headings] == ["I", "II"]


def test_a_note_of_several_paragraphs_is_whole() -> None:
    source = page("""
        <p>A.<a href="#n1" name="r1">[1]</a> B.<a href="#n2" name="r2">[2]</a></p>
        <p><a name="n1" href="#r1">[1]</a> Roe.</p><blockquote>Quoted.</blockquote><p>More.</p>
        <p><a name="n2" href="#r2">[2]</a> Id.</p><p>About the author</p>""")
    assert notes(source) == [("1", "Roe.\n\nQuoted.\n\nMore."), ("2", "Id.")]


def test_notes_that_nothing_calls_are_seen() -> None:
    source = page("""
        <p>A.<sup><a href="#n1" id="r1">1</a></sup> B.<sup><a href="#n3" id="r3">3</a></sup></p>
        <ol><li id="n1">Roe.<a href="#r1">↩</a></li><li id="n2">Lost.</li>
        <li id="n3">Id.<a href="#r3">↩</a></li></ol>""")
    assert notes(source) == [("1", "Roe."), ("2", "Lost."), ("3", "Id.")]
    assert [marker.note for marker in source.markers] == [0, 2]


def test_a_mark_without_its_note_is_seen() -> None:
    source = page("""
        <p>A.<sup><a href="#n1" id="r1">1</a></sup> B.<sup><a href="#n2" id="r2">2</a></sup></p>
        <ol><li id="n1">Roe.<a href="#r1">↩</a></li></ol>""")
    assert [(marker.typed, marker.note) for marker in source.markers] == [("1", 0), ("2", None)]


def test_numbers_begin_again_in_a_new_section() -> None:
    chapter = "".join(
        f"<div><p>A.<sup><a href='#{c}1' id='{c}r1'>1</a></sup> B.<sup><a href='#{c}2' id='{c}r2'>2</a></sup></p><ol>"
        f"<li id='{c}1'>Roe.<a href='#{c}r1'>↩</a></li><li id='{c}2'>Id.<a href='#{c}r2'>↩</a></li></ol></div>"
        for c in "ab"
    )
    source = page(chapter)
    assert [(note.label, note.section) for note in source.notes] == [("1", 1), ("2", 1), ("1", 2), ("2", 2)]
    assert [marker.section for marker in source.markers] == [1, 1, 2, 2]


def test_counted_side_notes_begin_where_the_excerpt_does() -> None:
    source = page(SHAPES["tufte"], first_note=7)
    assert [note.label for note in source.notes] == ["7", "8"]
    assert not source.numbers_typed


def test_typefaces_are_known() -> None:
    source = page("""
        <p>A.<sup><a href="#n" id="r">1</a></sup></p><ol><li id="n"><span style="font-style: italic">See</span>
        <span class="small-caps">Garner</span> <u>under</u> <b>bold</b>
        <em>Roe <span style="font-style:normal">not</span>
        v.</em> <i style="mso-bidi-font-style:normal">Id.</i> <span style='FONT-VARIANT: small-caps'>Rev.</span>
        <i>a<p>b</i>c</p>
        <a href="#r">↩</a></li></ol>""")
    set_in = [(style.typeface, style.span.of(source.text)) for style in source.styles or ()]
    assert set_in == [
        (Typeface.ITALIC, "See"),
        (Typeface.SMALL_CAPS, "Garner"),
        (Typeface.UNDERLINE, "under"),
        (Typeface.BOLD, "bold"),
        (Typeface.ITALIC, "Roe"),
        (Typeface.ITALIC, "v. Id."),
        (Typeface.SMALL_CAPS, "Rev."),
        (Typeface.ITALIC, "a"),
        (Typeface.ITALIC, "b"),
    ]


def test_what_is_not_shown_is_not_read() -> None:
    source = page("""
        <head><title>T</title><style>p {}</style></head><nav>Menu</nav><p hidden>x</p><p style="display:none">y</p>
        <script>var a = "<p>z</p>";</script><p>A.<sup><a href="#n" id="r">1</a></sup></p><ol><li id="n">Roe.<span
        class="sr-only">aloud</span><!-- no --><a href="#r">↩</a></li></ol><footer>About</footer>""")
    assert source.text == "A.1\n\nRoe."


def test_typefaces_that_a_page_has_lost_are_not_known() -> None:
    side = "".join(f"A.<sup>{n}</sup><span class='footnote'>Id. at {n}.</span>" for n in range(1, 31))
    assert page(f"<p><i>Body.</i> {side}").styles is None
    assert page(f"<p><i>Body.</i> {side.replace('Id.', '<i>Id.</i>', 1)}").styles is not None
