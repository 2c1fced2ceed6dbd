"""Pages whose notes were read by people, where the shared material is at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citelint.config import Config
from citelint.model.source import Source, Typeface
from citelint.read import read_source

SIGNS = "*†‡"


def read(path: Path) -> Source:
    return read_source(path.read_bytes(), str(path), Config())


def bare(text: str) -> str:
    """Leave out white space and what joins: the reader of the pages kept no break between paragraphs."""
    return re.sub(r"[\s\u200b-\u200d\u2060\ufeff]+", "", text)


def known(path: Path) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for paragraph in path.read_text("utf-8").split("\n\n"):
        label = re.match(r"\[([^\]\s]+)\] ?", paragraph)
        if label:
            found.append((label[1], bare(paragraph[label.end() :])))
        elif paragraph.strip():
            found[-1] = (found[-1][0], found[-1][1] + bare(paragraph))
    return found


def check_page(path: Path) -> bool:
    """Hold a page against its notes as people read them, and tell whether its typefaces are known."""
    source = read(path)
    wanted = known(path.parents[1] / "notes" / f"{path.stem}.txt")
    found = [(note.label or "", bare(note.span.of(source.text))) for note in source.notes]
    # not every reader took down the author's notes, which have no number
    signed = {pair for pair in wanted if not pair[0].strip(SIGNS)}
    assert signed <= set(found)
    assert [pair for pair in found if pair[0].strip(SIGNS)] == [pair for pair in wanted if pair[0].strip(SIGNS)]
    numbered = [note.ordinal for note in source.notes if (note.label or "").strip(SIGNS)]
    assert {marker.note for marker in source.markers} >= set(numbered)
    for segment in source.segments:
        assert segment.span.of(source.text) == segment.origin.of(source.parts[0].text)
    if source.styles is None:
        return False
    italic = [style.span.start for style in source.styles if style.typeface is Typeface.ITALIC]
    assert italic[-1] > source.notes[0].span.start
    return True


def test_the_notes_of_articles_are_those_that_people_read(shared: Path) -> None:
    pages = sorted((shared / "corpus" / "originals").glob("*.html"))
    if not pages:
        pytest.skip("the shared material has no pages")
    set_in = []
    for path in pages:
        try:
            set_in.append(check_page(path))
        except AssertionError as error:
            raise AssertionError(path.stem) from error
    # some pages have lost their italics, most have not
    assert sum(set_in) > len(pages) * 3 // 4


def test_the_samples_of_programs(shared: Path) -> None:
    truth = json.loads((shared / "formats" / "truth.json").read_text("utf-8"))["text"]
    pages = [name for name in truth if name.endswith(".html")]
    assert pages
    for name in pages:
        source = read(shared / "formats" / "text" / name)
        found = [[note.label, " ".join(note.span.of(source.text).split())] for note in source.notes]
        assert found == [[label, " ".join(text.split())] for label, text in truth[name]["notes"]]
