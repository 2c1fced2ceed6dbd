"""What holds of every reader, whatever stands in the file."""

from __future__ import annotations

import pytest
from contract import faults
from hypothesis import given, settings
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.source import Source
from citelint.model.trouble import Unreadable
from citelint.read import read_source, suffixes

PIECES = (
    "[1] Id. at 5.",
    "[^1]",
    "[^1]: See id.",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "*supra* note 2",
    "1. X",
    "&amp;",
    "&nbsp;",
    "&",
    "<",
    ">",
    "é",
    "𝔞",
    "\xa0",
    "<p>",
    "</p>",
    "<i>",
    "</i>",
    "<em>Id.</em>",
    "<sup>1</sup>",
    '<a href="#n1" id="r1">1</a>',
    '<p id="n1"><a href="#r1">1</a> Id.</p>',
    '<li id="n2">See &sect; 2.<a href="#r2">↩</a>',
    "<ol>",
    "</ol>",
    "<ul>",
    '<sup><a href="#n2" id="r2">2</a></sup>',
    "<div>",
    "</div>",
    "<table><td>",
    "</table>",
    "<!-- x -->",
    "<!--",
    "<![CDATA[",
    "]]>",
    "<script>",
    "</script>",
    '<a name="n3"></a>',
    '<a href="#n3">[3]</a>',
    "<br>",
    "<h2>Part</h2>",
    "<hr>",
    '<span class="sidenote">',
    "</span>",
    '<label class="sidenote-number"></label>',
    '<cite class="footnote">',
    "</cite>",
    "<article>",
    "</article>",
    "<body>",
    "</body>",
    "<fn id='f1'>",
    "</fn>",
    "<xref ref-type='fn' rid='f1'>1</xref>",
    "<label>1</label>",
    "<front/>",
    "<title>T</title>",
    "<span style='font-variant:small-caps'>",
    "<b hidden>",
    "\x00",
)
MARKUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map("".join)
NAMES = st.sampled_from(sorted(suffixes()))


def check_source(source: Source) -> None:
    assert faults(source) == []


def check_refusal(said: str) -> None:
    assert said
    assert "\n" not in said


@given(MARKUP, NAMES)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_file_is_read_or_refused_in_one_line(text: str, suffix: str) -> None:
    try:
        source = read_source(text.encode("utf-8", "replace"), "essay" + suffix, Config())
    except Unreadable as trouble:
        check_refusal(str(trouble))
        return
    check_source(source)
    assert source == read_source(text.encode("utf-8", "replace"), "essay" + suffix, Config())


@given(MARKUP)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_a_page_is_read_whatever_its_tags(text: str) -> None:
    page = f"<p>A.<sup><a href='#a' id='b'>1</a></sup>{text}<p id='a'><a href='#b'>1</a> {text}".replace("\0", "")
    try:
        check_source(read_source(page.encode("utf-8", "replace"), "essay.html", Config()))
    except Unreadable as trouble:
        check_refusal(str(trouble))


@given(st.binary(max_size=200), NAMES)
@settings(max_examples=60, derandomize=True, deadline=None)
def test_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    try:
        check_source(read_source(data, "essay" + suffix, Config()))
    except Unreadable as trouble:
        check_refusal(str(trouble))


@pytest.mark.parametrize("suffix", suffixes())
def test_an_empty_file_is_refused(suffix: str) -> None:
    with pytest.raises(Unreadable):
        read_source(b"", "essay" + suffix, Config())
