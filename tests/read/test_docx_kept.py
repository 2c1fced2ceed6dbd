"""Versions of one Word file, read one after the other, are each what they are by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wordfiles import STYLES, bookmarked, call, field, members, note, paragraph, text, zipped

from citelint.config import Config
from citelint.model.word import View
from citelint.read import read_source
from citelint.read.wordml.kept import walks_kept
from citelint.read.wordml.walking import Walk

BODIES = (
    paragraph(text("A claim.") + bookmarked(call(1), "a") + call(2)),
    paragraph(text("A claim.") + call(2) + bookmarked(call(1), "a")),
)
NOTES = (
    note(1, text(" One.")) + note(2, text(" See ") + field("NOTEREF a", "1")),
    note(1, text(" One more.", "<w:i/>")) + note(2, text(" See ") + field("NOTEREF a", "2")),
)
LOOKS = (STYLES, STYLES.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:rPr><w:i/></w:rPr>'))
VERSIONS = [
    zipped(members(body, notes, styles=styles, settings="")) for body in BODIES for notes in NOTES for styles in LOOKS
]
_READ = st.tuples(st.sampled_from(VERSIONS), st.sampled_from(["final", "original"]))


@given(st.lists(_READ, min_size=2, max_size=8))
@settings(max_examples=30, derandomize=True, deadline=None)
def test_what_is_kept_of_one_version_is_right_for_the_next(reads: list[tuple[bytes, View]]) -> None:
    with walks_kept():
        kept = [read_source(data, "essay.docx", Config(view=view)) for data, view in reads]
    assert kept == [read_source(data, "essay.docx", Config(view=view)) for data, view in reads]


def test_a_body_that_stays_is_walked_over_once_and_only_where_it_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    walked = []
    real = Walk.walk

    def walk(self: Walk) -> None:
        walked.append(type(self).__name__)
        real(self)

    monkeypatch.setattr(Walk, "walk", walk)
    versions = [zipped(members(BODIES[0], notes)) for notes in NOTES]
    with walks_kept():
        for data in versions:
            read_source(data, "essay.docx", Config())
    assert walked == ["Body", "Notes", "Notes"]
    walked.clear()
    for data in versions:
        read_source(data, "essay.docx", Config())
    assert walked == ["Body", "Notes"] * 2
