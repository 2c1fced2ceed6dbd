"""Where the text of a page stands in the file: entities, white space, encodings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.span import Span
from citelint.model.trouble import Unreadable
from citelint.read import read_source
from citelint.read.markup.nesting import read_page
from citelint.read.markup.tree import Element, Text

NOTE = '<p>A.<sup><a href="#n" id="r">1</a></sup></p>\n<ol><li id="n">{}<a href="#r">↩</a></li></ol>'


def origin_of(note: str, words: str) -> str:
    source = read_source(NOTE.format(note).encode(), "essay.html", Config())
    start = source.text.index(words)
    part, origin = source.origin(Span(start, start + len(words)))
    assert part == ""
    return origin.of(source.parts[0].text)


@pytest.mark.parametrize(
    ("note", "words", "written"),
    [
        ("Cohen &amp; Roe", "Cohen & Roe", "Cohen &amp; Roe"),
        ("Cohen &amp; Roe", "&", "&amp;"),
        ("410&nbsp;U.S.", "\xa0U.S.", "&nbsp;U.S."),
        ("410&#xA0;U.S.", "410\xa0", "410&#xA0;"),
        ("410&#160;&#167;&thinsp;5", "§", "&#167;"),
        ("<i>supra</i>\n\t note 4", "supra note 4", "supra</i>\n\t note 4"),
        ("<i>supra</i>\r\n note 4", " ", "\r\n "),
        ("note  4", "note 4", "note  4"),
        ("AT&T v. X", "AT&T", "AT&T"),
        ("&copy 5", "©", "&copy"),
        ("&unknown; x", "&unknown;", "&unknown;"),
        ("𝔞𝔟 <!-- &amp; --><b>c</b>", "c", "c"),
        ("a < b", "a < b", "a < b"),
    ],
)
def test_a_place_is_that_of_the_spelling(note: str, words: str, written: str) -> None:
    assert origin_of(note, words) == written


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso-8859-2"),
        ("<meta charset='utf-8'>", "utf-8"),
        ("<meta charset=nonsense>", "utf-8"),
        ("", "utf-8"),
    ],
)
def test_the_encoding_is_the_one_that_the_file_names(head: str, encoding: str) -> None:
    source = read_source((head + NOTE.format("Zoë at 5.").replace("↩", "^")).encode(encoding), "essay.html", Config())
    assert source.notes[0].span.of(source.text) == "Zoë at 5."


def test_a_byte_order_mark_counts_more_than_what_the_file_names() -> None:
    data = ('<meta charset="windows-1252">' + NOTE.format("Zoë")).encode("utf-16")
    assert "Zoë" in read_source(data, "essay.html", Config()).text


def test_the_option_counts_more_than_what_the_file_names() -> None:
    data = ('<meta charset="utf-8">' + NOTE.format("Zoë").replace("↩", "^")).encode("cp1252")
    assert "Zoë" in read_source(data, "essay.html", Config(encoding="cp1252")).text
    with pytest.raises(Unreadable, match="UTF-8"):
        read_source(data, "essay.html", Config())


NAMES = (
    "<p> </p> <i> </i> <b> </b> <ul> <li> </li> </ul> <a> </a> <table> <tr> <td> </table> <div> </div> <dl> <dt> <dd>"
)
TAGS = st.lists(st.sampled_from((*NAMES.split(), "x", "<br>", "<h1>", "</h1>")), max_size=40).map("".join)


@given(TAGS)
@settings(max_examples=200, derandomize=True, deadline=None)
def test_a_tree_nests_whatever_is_left_open(text: str) -> None:
    tree = read_page(text, xml=False)
    for index, element in tree.elements():
        assert index < element.after <= len(tree.items)
        assert index < element.face_until <= element.after
        assert 0 <= element.start < element.end <= len(text)
        if element.parent >= 0:
            assert element.parent < index
            assert element.after <= tree.element(element.parent).after
    written = [item for item in tree.items if isinstance(item, Text)]
    assert all(a.end <= b.start for a, b in pairwise(written))
    assert "".join(text[item.start : item.end] for item in written) == "x" * text.count("x")


def test_a_new_item_or_paragraph_ends_the_one_before() -> None:
    tree = read_page("<ul><li>a<li>b<ul><li>c</ul></ul><p>d<p>e<table><tr><td>f<td>g</table>", xml=False)
    above = [[e.name for _, e in tree.above(i)] for i, e in tree.elements() if e.name in ("li", "p", "td")]
    assert above == [["ul"], ["ul"], ["ul", "li", "ul"], [], [], ["tr", "table"], ["tr", "table"]]


def test_in_xhtml_a_tag_may_close_itself() -> None:
    (anchor, bold) = (e for _, e in read_page('<a id="x"/><b>c</b>', xml=True).elements())
    assert anchor.after == 1
    assert isinstance(bold, Element)
    assert read_page("<p><![CDATA[a < b]]></p>", xml=True).inside(0) == "a < b"
