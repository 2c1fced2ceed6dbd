"""Changes in the runs of a Word file: any that are planted, tracked and plain, and what is left alone."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfiles import call, field, note, paragraph, text, word_file
from wordviews import authors, members, paragraphs

from citelint.config import Config
from citelint.fix import splice_edits
from citelint.fix.word import Changed
from citelint.model.diagnostic import Edit
from citelint.model.mending import Splice
from citelint.model.source import Source
from citelint.model.span import Span
from citelint.read import read_source
from citelint.wordfile import Author

EDITOR = Author("An Editor", "AE")
LETTERS = "ab.,;&<>\"'  é—§\u00a0"
words = st.text(LETTERS, min_size=1, max_size=8)
looks = st.sampled_from(["", "<w:i/>", "<w:smallCaps/>"])


def read(data: bytes, view: str = "final") -> Source:
    return read_source(data, "essay.docx", Config(view=view))  # type: ignore[arg-type]


def cdata(content: str) -> str:
    return f'<w:r><w:t xml:space="preserve"><![CDATA[{content}]]></w:t></w:r>'


def bare(content: str) -> str:
    """Give a run whose blanks at the edge count for nothing."""
    return f"<w:r><w:t> {escape(content)} </w:t></w:r>"


run = st.one_of(
    st.builds(text, words, looks),
    st.builds(text, words, looks),
    st.builds(cdata, words),
    st.builds(bare, words),
    st.builds(lambda shown: field(" NOTEREF _Ref1 \\h ", text(shown)), words),
    st.builds(
        lambda a, b: f'<w:r><w:t xml:space="preserve">{escape(a)}</w:t><w:tab/><w:t>{escape(b)}</w:t></w:r>',
        words,
        words,
    ),
    st.builds(lambda shown: f'<w:hyperlink w:anchor="x">{text(shown)}</w:hyperlink>', words),
    st.just('<w:bookmarkStart w:id="900" w:name="b"/><w:bookmarkEnd w:id="900"/>'),
)
notes = st.lists(st.lists(run, min_size=1, max_size=5).map("".join), min_size=1, max_size=3)


def essay(inside: list[str]) -> bytes:
    calls = "".join(text("A claim.") + call(number) for number in range(1, len(inside) + 1))
    return word_file(
        paragraph(calls), "".join(note(n, text("x") + runs + text("z")) for n, runs in enumerate(inside, 1))
    )


@st.composite
def planted(draw: st.DrawFn) -> tuple[bytes, Source, list[Edit]]:
    """A file, and edits of its notes that do not overlap."""
    data = essay(draw(notes))
    source = read(data)
    edits: list[Edit] = []
    for one in source.notes:
        places = draw(st.lists(st.integers(one.span.start, one.span.end), max_size=6).map(sorted))
        for start, end in zip(places[::2], places[1::2], strict=False):
            if not edits or edits[-1].span.end < start:
                edits.append(
                    Edit(Span(start, end), draw(words) if start == end else draw(st.one_of(words, st.just(""))))
                )
    return data, source, edits


def splices(source: Source, edits: list[Edit]) -> list[Splice]:
    return [Splice(*source.origin(edit.span), edit.text) for edit in edits]


@settings(deadline=None)
@given(planted(), st.sampled_from([None, EDITOR]))
def test_rejected_it_is_the_original_and_accepted_the_fixed_text(
    given_: tuple[bytes, Source, list[Edit]], author: Author | None
) -> None:
    data, source, edits = given_
    manner = Changed(author)
    taken = [edit for edit in edits if not manner.refuses(source, splices(source, [edit])[0])]
    after = manner.written(source, splices(source, taken))
    moved = [Edit(source.origin(edit.span)[1], edit.text) for edit in taken]
    part = next(part for part in source.parts if part.name == "word/footnotes.xml")
    fixed = splice_edits(part.text, moved)
    assert next(p.text for p in read(after).parts if p.name == part.name) == fixed
    assert paragraphs(after, "footnotes", accepted=True)[2:] == fixed.splitlines()
    if author is not None:
        assert paragraphs(after, "footnotes", accepted=False) == paragraphs(data, "footnotes", accepted=False)
        assert read(after, "original").text == source.text
    assert authors(after) <= ({author.name} if author else set())
    old, new = members(data), members(after)
    assert {name for name in new if new[name] != old.get(name)} <= {"word/footnotes.xml"}
    assert list(new) == list(old)


def refused(runs: str, words_: str, new: str = "new") -> str:
    source = read(essay([runs]))
    start = source.text.index(words_)
    return Changed().refuses(source, splices(source, [Edit(Span(start, start + len(words_)), new)])[0])


INSERTED = '<w:ins w:id="5" w:author="Jo"><w:r><w:t>theirs</w:t></w:r></w:ins>'
RESTYLED = (
    '<w:r><w:rPr><w:i/><w:rPrChange w:id="6" w:author="Jo"><w:rPr/></w:rPrChange></w:rPr><w:t>slanted</w:t></w:r>'
)


@pytest.mark.parametrize(
    ("runs", "words_", "why"),
    [
        (field(" ADDIN ZOTERO_ITEM CSL {}", "Cohen 2017"), "2017", "it stands in a field (ADDIN ZOTERO_ITEM)"),
        (
            '<w:fldSimple w:instr=" REF x "><w:r><w:t>shown</w:t></w:r></w:fldSimple>',
            "shown",
            "it stands in a field (REF)",
        ),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>here</w:t></w:r></w:hyperlink>', "here", "it stands in a hyperlink"),
        (INSERTED, "theirs", "it stands in a tracked change of Jo"),
        (RESTYLED, "slanted", "it stands in a tracked change of its looks"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", "it touches a tab, a break or a symbol"),
        (
            "<w:sdt><w:sdtContent><w:r><w:t>kept</w:t></w:r></w:sdtContent></w:sdt>",
            "kept",
            "it stands in a content control",
        ),
    ],
)
def test_what_is_not_citelints_to_change_is_left_with_the_reason(runs: str, words_: str, why: str) -> None:
    assert refused(runs, words_) == why


def test_new_words_on_two_lines_are_refused() -> None:
    assert "line break" in refused(text("old"), "old", "a\nb")


def changed(runs: str, words_: str, new: str, author: Author | None = None) -> str:
    data = essay([runs])
    source = read(data)
    start = source.text.index(words_)
    after = Changed(author).written(source, splices(source, [Edit(Span(start, start + len(words_)), new)]))
    xml = members(after)["word/footnotes.xml"].decode()
    return xml[xml.rindex(">x</w:t></w:r>") + len(">x</w:t></w:r>") : xml.rindex('<w:r><w:t xml:space="preserve">z')]


def test_plain_changes_keep_the_run_whole() -> None:
    assert changed(text("supra note 2, at 3"), "2", "5") == text("supra note 5, at 3")


def test_tracked_changes_say_whose_they_are_and_carry_the_looks() -> None:
    assert changed(text("note 2.", "<w:i/>"), "2", "5", EDITOR) == (
        text("note ", "<w:i/>") + '<w:del w:id="2" w:author="An Editor"><w:r><w:rPr><w:i/></w:rPr>'
        '<w:delText xml:space="preserve">2</w:delText></w:r></w:del>'
        '<w:ins w:id="3" w:author="An Editor"><w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">5</w:t></w:r></w:ins>'
        + text(".", "<w:i/>")
    )


@pytest.mark.parametrize(
    ("new", "made"),
    [
        ("Miller, 425 U.S.", text("Miller", "<w:i/>") + text(", 425 U.S.")),
        ("Cohen, supra note 3", text("Cohen, ") + text("supra", "<w:i/>") + text(" note 3")),
        ("id.", text("id.", "<w:i/>")),
        ("Miller", text("Miller", "<w:i/>")),
        ("§ 3", text("§ 3")),
    ],
)
def test_what_stands_for_id_is_in_italics_where_it_should_be(new: str, made: str) -> None:
    plain = changed(text("Id.", "<w:i/>") + text(" at 3."), "Id.", new)
    assert plain.replace("<w:rPr></w:rPr>", "") == made + text(" at 3.")


def test_words_in_two_typefaces_change_where_they_differ() -> None:
    assert changed(text("Id", "<w:i/>") + text(".,"), "Id.,", "Id.") == text("Id", "<w:i/>") + text(".")


@pytest.mark.parametrize(
    ("before", "after", "made"),
    [
        (
            text("at 3", "<w:smallCaps/>"),
            field(" REF x ", "yy"),
            text("at 3,", "<w:smallCaps/>") + field(" REF x ", "yy"),
        ),
        (text("Miller", "<w:i/>"), text("yy"), text("Miller", "<w:i/>") + text(",yy")),
        (text("Miller"), text("yy", "<w:i/>"), text("Miller,") + text("yy", "<w:i/>")),
    ],
)
def test_what_comes_at_an_edge_goes_into_no_field_and_into_no_italics(before: str, after: str, made: str) -> None:
    source = read(essay([before + after]))
    at = source.text.index("yy")
    new = Changed().written(source, splices(source, [Edit(Span(at, at), ",")]))
    assert made in members(new)["word/footnotes.xml"].decode()


def test_a_date_stands_in_no_change_unless_it_is_given() -> None:
    assert "w:date" not in changed(text("note 2."), "2", "5", EDITOR)
    dated = changed(text("note 2."), "2", "5", Author("E", "E", "2024-01-02T03:04:05Z"))
    assert dated.count('w:date="2024-01-02T03:04:05Z"') == 2
