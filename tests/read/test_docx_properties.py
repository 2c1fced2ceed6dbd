"""Whatever the bytes of a Word file are: it is refused in one line, or read into a source that keeps the contract."""

from __future__ import annotations

import time

import pytest
from contract import faults
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfiles import bookmarked, call, essay_file, field, members, note, paragraph, text, word_file, zipped

from citelint.config import Config
from citelint.model.source import Source
from citelint.model.trouble import Unreadable
from citelint.model.word import View
from citelint.pipeline import collector_paused
from citelint.read import read_source

GOOD = essay_file("A claim.[1] And *more*.[2]\n[1=roe] *Roe v. Wade*, 410 U.S. 113 (1973).\n[2] See note {7=roe}.")
RICH = members(
    paragraph(text("A") + bookmarked(call(1), "a") + call(2, custom="*") + field("NOTEREF a", "1")),
    note(1, text(" One & two.", "<w:i/>"), text("More.")) + note(2, text("* By ") + field("NOTEREF a", "2")),
)


def tried(data: bytes, view: View = "final") -> Source | None:
    """Read a file and hold it to the contract; None where it was refused."""
    try:
        source = read_source(data, "essay.docx", Config(view=view))
    except Unreadable as trouble:
        if len(str(trouble).splitlines()) == 1:
            return None
        raise
    assert not faults(source)
    assert source.word is not None
    for part in source.word.parts:
        assert all(0 <= run.bytes.start <= run.bytes.end <= len(part.data) for run in part.runs)
        assert [piece.start for piece in part.pieces] == sorted(piece.start for piece in part.pieces)
    return source


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    tried(data)
    tried(b"PK\x03\x04" + data)


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.integers(0, len(GOOD)))
def test_an_archive_with_a_changed_byte_or_cut_off(place: int, byte: int, end: int) -> None:
    tried(GOOD[:place] + bytes([byte]) + GOOD[place + 1 :])
    tried(GOOD[:end])


@given(st.sampled_from(sorted(RICH)), st.data())
def test_a_part_with_a_stretch_taken_out_or_doubled(name: str, data: st.DataObject) -> None:
    part = RICH[name]
    words = part if isinstance(part, bytes) else part.encode()
    start, end = sorted((data.draw(st.integers(0, len(words))), data.draw(st.integers(0, len(words)))))
    for changed in (words[:start] + words[end:], words[:end] + words[start:]):
        tried(zipped(RICH | {name: changed}))


WORDS = st.text(st.sampled_from("ab &<§é𝒜\t\n.1"), max_size=4).map(lambda words: text(words))
PROPERTIES = st.sampled_from(["<w:i/>", "<w:vanish/>", "<w:rStyle w:val='Emphasis'/>", "<w:u w:val='single'/>"])
EMPTY = st.sampled_from(
    [
        *("<w:tab/>", "<w:br/>", "<w:sym w:font='Symbol' w:char='F0A7'/>", "<w:softHyphen/>", "<w:footnoteRef/>"),
        *(f"<w:fldChar w:fldCharType='{kind}'/>" for kind in ("begin", "separate", "end")),
        *("<w:instrText> NOTEREF a </w:instrText>", "<w:footnoteReference w:id='1'/>", "<w:delText>x</w:delText>"),
        *("<w:footnoteReference w:id='2' w:customMarkFollows='1'/>", "<w:endnoteReference w:id='1'/>"),
    ]
)
RUNS = st.builds(
    lambda properties, inside: f"<w:r><w:rPr>{''.join(properties)}</w:rPr>{''.join(inside)}</w:r>",
    st.lists(PROPERTIES, max_size=2),
    st.lists(EMPTY | st.just("<w:t> a </w:t>"), max_size=3),
)
MARKUP = st.sampled_from(
    [
        *("<w:bookmarkStart w:id='1' w:name='a'/>", "<w:bookmarkEnd w:id='1'/>", "<w:p/>", "<w:proofErr/>"),
        *("<w:pPr><w:sectPr><w:footnotePr><w:numRestart w:val='eachSect'/></w:footnotePr></w:sectPr></w:pPr>",),
        *("<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>", "<w:pPr><w:pStyle w:val='Slanted'/></w:pPr>"),
        *("<w:pPr><w:rPr><w:ins w:id='1'/></w:rPr></w:pPr>", "<w:tab/>", "<w:sectPr/>", "<w:t>a</w:t>"),
    ]
)
WRAPPERS = st.sampled_from(
    [
        *("w:p", "w:r", "w:ins", "w:del", "w:moveTo", "w:moveFrom", "w:hyperlink", "w:sdt", "w:txbxContent", "w:tbl"),
        *("mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:fldSimple", "w:pPr", "w:rPr", "w:footnote", "w:rt"),
    ]
)
CONTENT = st.recursive(
    RUNS | MARKUP | WORDS,
    lambda inner: st.builds(
        lambda name, inside: f"<{name}>{''.join(inside)}</{name}>", WRAPPERS, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(CONTENT, max_size=6), st.lists(CONTENT, max_size=6), st.sampled_from(["final", "original"]))
def test_elements_in_any_order(body: list[str], notes: list[str], view: View) -> None:
    made = f"<w:footnote w:id='1'>{''.join(notes)}</w:footnote><w:footnote w:id='2'/>"
    tried(word_file("".join(body), made, "<w:endnote w:id='1'/>"), view)


def seconds(data: bytes) -> float:
    with collector_paused():
        begun = time.process_time()
        read_source(data, "essay.docx", Config())
        return time.process_time() - begun


@pytest.mark.timed
def test_time_grows_with_the_text_and_no_faster() -> None:
    """Many of each thing that could be looked up in a list: four times the file takes at most six times as long."""

    def crowded(count: int) -> bytes:
        run = text("a ", "<w:i/>") + text("b ")
        calls = "".join(
            f"<w:bookmarkStart w:id='{n}' w:name='n{n}'/>{call(n)}{run}" for n in range(1, count + 1)
        ) + "".join(f"<w:bookmarkEnd w:id='{n}'/>" for n in range(1, count + 1))
        notes = "".join(note(n, run + field(f"NOTEREF n{n}", "1") + text(f"see {n}.")) for n in range(1, count + 1))
        return word_file(paragraph(calls), notes)

    small, large = crowded(400), crowded(1600)
    assert min(seconds(large) for _ in range(3)) < 6 * min(seconds(small) for _ in range(3))
