"""Whatever stands in the part that defines numbering, a Word file is read: fast, and with all else that it has."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numbered import HEADINGS, NORMAL, ONE, abstract, heading, instance, item, level, levels, listed, numbers_of, style
from wordfiles import call, members, note, paragraph, text, word_file, zipped

from citelint.config import Config
from citelint.model.trouble import Unreadable
from citelint.pipeline import check, collector_paused
from citelint.read import read_source

BODY = levels(1, 2, 2, 3, 1, 2) + item(1) + item(2, 1) + heading(2, listed(2, 1)) + heading(4)
GOOD = members(BODY, styles=HEADINGS, numbering=ONE + instance(2, 7))


@given(st.data())
def test_a_part_with_a_stretch_taken_out_or_doubled_or_changed(data: st.DataObject) -> None:
    part = GOOD["word/numbering.xml"]
    assert isinstance(part, bytes)
    start, end = sorted((data.draw(st.integers(0, len(part))), data.draw(st.integers(0, len(part)))))
    byte = bytes([data.draw(st.integers(0, 255))])
    for changed in (part[:start] + part[end:], part[:end] + part[start:], part[:start] + byte + part[start + 1 :]):
        assert len(numbers_of(zipped(GOOD | {"word/numbering.xml": changed}))) == 8


@given(st.binary(max_size=60).filter(lambda data: b"DOC" not in data.replace(b"\0", b"")))
def test_a_part_of_any_bytes(data: bytes) -> None:
    assert numbers_of(zipped(GOOD | {"word/numbering.xml": data})) == [""] * 8


VALUES = st.sampled_from(
    ["0", "1", "2", "3", "8", "9", "-1", "", "x", "99999999999", "H1", "H2", "S", "upperRoman", "%1", "%2%1."]
)
NAMES = st.sampled_from(
    [
        *("abstractNum", "num", "lvl", "lvlOverride", "start", "startOverride", "numFmt", "lvlText", "lvlRestart"),
        *("isLgl", "pStyle", "abstractNumId", "numStyleLink", "styleLink", "rPr", "vanish", "suff", "legacy"),
    ]
)
ELEMENTS = st.recursive(
    st.builds(lambda name, value: f"<w:{name} w:val='{value}'/>", NAMES, VALUES),
    lambda inner: st.builds(
        lambda name, value, inside: (
            f"<w:{name} w:abstractNumId='{value}' w:numId='{value}' w:ilvl='{value}'>{''.join(inside)}</w:{name}>"
        ),
        NAMES,
        VALUES,
        st.lists(inner, max_size=6),
    ),
    max_leaves=25,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ELEMENTS, max_size=8), st.sampled_from(["", ONE, ONE + instance(2, 7)]))
def test_elements_in_any_order(made: list[str], before: str) -> None:
    linked = HEADINGS + style("S", listed(1), kind="numbering")
    assert len(numbers_of(word_file(BODY, styles=linked, numbering=before + "".join(made)))) == 8


@pytest.mark.parametrize("made", ["", "<", "<w:numbering>", "plain words"])
def test_a_damaged_part_leaves_the_notes_as_they_are(made: str) -> None:
    body = heading(1) + paragraph(text("Words.") + call(1))
    file = members(body, note(1, text(" One.")), styles=HEADINGS, numbering=ONE)
    source = read_source(zipped(file | {"word/numbering.xml": made}), "essay.docx", Config())
    assert [note.span.of(source.text) for note in source.notes] == ["One."]
    assert [heading.number for heading in source.headings] == [""]
    del file["word/numbering.xml"]
    source = read_source(zipped(file), "essay.docx", Config())
    assert [heading.number for heading in source.headings] == [""]


def test_entities_are_refused_in_this_part_as_in_any_other() -> None:
    laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(Unreadable, match="document type"):
        numbers_of(zipped(GOOD | {"word/numbering.xml": f"{laughs}<w>&b;</w>"}))


def seconds(data: bytes) -> float:
    with collector_paused():
        begun = time.process_time()
        read_source(data, "essay.docx", Config())
        return time.process_time() - begun


def many_levels(count: int) -> bytes:
    rows = "".join(level(n % 12, "decimal") for n in range(8 * count))
    return word_file(levels(1), styles=HEADINGS, numbering=abstract(0, rows) + instance(1, 0))


def many_lists(count: int) -> bytes:
    made = "".join(abstract(n, level(0, "upperRoman")) + instance(n, n) for n in range(1, count + 1))
    return word_file("".join(heading(1, listed(n, 0)) for n in range(1, count + 1)), styles=HEADINGS, numbering=made)


def chain_of_links(count: int) -> bytes:
    made = "".join(abstract(n, f'<w:numStyleLink w:val="S{n + 1}"/>') + instance(n, n) for n in range(count))
    styles = HEADINGS + "".join(style(f"S{n}", listed(n), kind="numbering") for n in range(count + 1))
    return word_file("".join(heading(1, listed(n, 0)) for n in range(count)), styles=styles, numbering=made)


def chain_of_styles(count: int) -> bytes:
    styles = NORMAL + style("S0", listed(1), base=f"S{count}", name="heading 1")
    styles += "".join(style(f"S{n}", base=f"S{n - 1}") for n in range(1, count + 1))
    body = "".join(paragraph(text("Words"), properties=f'<w:pStyle w:val="S{n}"/>') for n in range(count, 0, -1))
    return word_file(body, styles=styles, numbering=ONE)


@pytest.mark.parametrize("crowded", [many_levels, many_lists, chain_of_links, chain_of_styles])
def test_time_grows_with_the_part_and_no_faster(crowded: object) -> None:
    """Four times the file takes at most six times as long."""
    assert callable(crowded)
    small, large = crowded(200), crowded(800)
    assert min(seconds(large) for _ in range(3)) < 6 * min(seconds(small) for _ in range(3))


def test_a_part_that_is_not_there_is_found_in_a_manuscript_with_automatic_numbers() -> None:
    body = (
        heading(1, words="Origins")
        + heading(1, words="Growth")
        + heading(2, words="Roots")
        + heading(2, words="Branches")
        + paragraph(text("A claim.") + call(1) + text(" More.") + call(2) + call(3) + call(4))
        + heading(1, words="Decline")
        + heading(2, words="Drought")
        + heading(2, words="Frost")
    )
    notes = ("See supra Part II.A.", "See infra Part III.C.", "See infra Part III.B.", "See supra Part III.")
    footnotes = "".join(note(n, text(f" {words}")) for n, words in enumerate(notes, 1))

    def found(numbering: str) -> list[tuple[str, int | None, str]]:
        result = check(word_file(body, footnotes, styles=HEADINGS, numbering=numbering), "essay.docx", Config())
        return [(d.code, d.note, d.message) for d in result.diagnostics]

    assert found(ONE) == [
        ("XRF007", 1, "there is no Part III.C: Part III ends with B"),
        ("XRF008", 3, "Part III follows: infra, not supra"),
    ]
    # of numbers that cannot be known nothing is said, nor of those that are typed besides
    assert found(ONE.replace("upperRoman", "ordinal")) == []
    assert found("") == []
    body = body.replace("Drought", "A. Drought").replace("Growth", "II. Growth")
    assert found(ONE) == []


def test_notes_numbered_anew_where_no_part_begins_are_those_of_another_piece() -> None:
    """A dissent has its own Parts, and headings that are set by hand."""
    anew = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'

    def found(of_second: str) -> list[tuple[str, int | None]]:
        first = heading(1) + paragraph(text("A claim.") + call(1)) + heading(1) + paragraph(text("More.") + call(2))
        second = of_second + paragraph(text("I dissent.") + call(3))
        body = first + paragraph(properties=anew) + second + anew
        words = ("See infra Part II.", "See supra Part II.", "See infra Part I.")
        notes = "".join(note(n, text(f" {line}")) for n, line in enumerate(words, 1))
        result = check(word_file(body, notes, styles=HEADINGS, numbering=ONE), "essay.docx", Config())
        assert result.document is not None
        assert [note.section for note in result.document.notes] == [1, 1, 2]
        return [(d.code, d.note) for d in result.diagnostics]

    assert found("") == []
    assert found(heading(1)) == [("XRF008", 2)]
