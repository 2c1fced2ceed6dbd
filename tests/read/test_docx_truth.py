"""Word files whose true notes were written down by hand: shared ones, and manuscripts of real articles."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from citelint.config import Config
from citelint.model.source import Source, Typeface
from citelint.model.word import View
from citelint.read import read_source

FILES = (
    *("01_basic_ids_not_numbers", "02_noteref_fresh", "03_noteref_stale", "04_custom_marks", "05_tracked_changes"),
    *("06_endnotes_and_footnotes", "10_split_runs_formatting", "16_existing_comments", "17_no_notes"),
    *("20_separator_ids_0_1_first_note_id_2", "21_made_by_pandoc"),
)
MANUSCRIPTS = ("bookpull-sample-article", "ecology-lin-prefinal", "fcc-open-internet-order", "slr-bersh")


@cache
def truth(shared: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((shared / "formats/truth.json").read_text("utf-8"))
    return told


@cache
def read(path: Path, view: View = "final") -> Source:
    return read_source(path.read_bytes(), path.name, Config(view=view))


def labels(source: Source, apparatus: str = "footnotes") -> list[str | None]:
    return [note.label for note in source.notes if note.apparatus == apparatus]


def notes(source: Source) -> list[list[str | None]]:
    return [[note.label, note.span.of(source.text)] for note in source.notes]


def bare(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


def ids(source: Source) -> list[str]:
    assert source.word is not None
    assert source.word.footnotes is not None
    by_origin = {note.span: note.id for note in source.word.footnotes.notes}
    return [by_origin[note.origin] for note in source.notes]


def stretches(source: Source, label: str, typeface: Typeface) -> list[str]:
    span = next(note.span for note in source.notes if note.label == label)
    assert source.styles is not None
    found = [style.span for style in source.styles if style.typeface is typeface and span.covers(style.span)]
    return [stretch.of(source.text) for stretch in found]


def test_every_file_that_is_shared_is_tried(shared: Path) -> None:
    assert {path.stem for path in (shared / "formats/docx").iterdir()} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_numbers_ids_and_texts_are_those_of_word(shared: Path, name: str) -> None:
    source, told = read(shared / f"formats/docx/{name}.docx"), truth(shared)[f"{name}.docx"]
    if "labels" in told:
        assert labels(source) == told["labels"]
    if "ids" in told:
        assert ids(source) == told["ids"]
    if "notes" in told:
        assert [[label, id, text] for (label, text), id in zip(notes(source), ids(source), strict=True)] == told[
            "notes"
        ]
    for apparatus in ("footnotes", "endnotes"):
        if apparatus in told:
            assert labels(source, apparatus) == told[apparatus]
    for label, text in told.get("text", {}).items():
        assert [label, text] in notes(source)


def test_both_views_of_tracked_changes(shared: Path) -> None:
    path, told = shared / "formats/docx/05_tracked_changes.docx", truth(shared)["05_tracked_changes.docx"]
    assert notes(read(path)) == told["final"]
    assert notes(read(path, "original")) == told["original"]
    assert not stretches(read(path), "3", Typeface.ITALIC)[:-1], "the old italics of Id. were taken away"


def test_fields_are_followed_to_the_notes_they_mean(shared: Path) -> None:
    followed = 0
    for name, told in truth(shared).items():
        if "fields" in told:
            source = read(shared / "formats/docx" / name)
            found = [[field.bookmark, field.span.of(source.text), field.expected] for field in source.fields]
            assert found == told["fields"], name
            followed += len(found)
    assert followed == 15


def test_typefaces_of_runs_and_styles(shared: Path) -> None:
    told = truth(shared)["01_basic_ids_not_numbers.docx"]["formats"]
    source = read(shared / "formats/docx/01_basic_ids_not_numbers.docx")
    for label, faces in told.items():
        assert stretches(source, label, Typeface.ITALIC) == faces.get("italic", [])
        assert stretches(source, label, Typeface.SMALL_CAPS) == faces.get("smallcaps", [])
    told = truth(shared)["10_split_runs_formatting.docx"]
    source = read(shared / "formats/docx/10_split_runs_formatting.docx")
    for label, words in told["italic"].items():
        assert stretches(source, label, Typeface.ITALIC)[: len(words)] == words
    for label, words in told["not_italic"].items():
        slanted = " ".join(stretches(source, label, Typeface.ITALIC))
        assert not [word for word in words if word in slanted]
    for label, words in told["smallcaps"].items():
        assert stretches(source, label, Typeface.SMALL_CAPS) == words


def test_hidden_words_are_no_text_and_are_kept_aside(shared: Path) -> None:
    source = read(shared / "formats/docx/10_split_runs_formatting.docx")
    assert source.word is not None
    assert source.word.footnotes is not None
    told = truth(shared)["10_split_runs_formatting.docx"]["hidden"]
    assert [hidden.text for hidden in source.word.footnotes.hidden] == told["4"]
    assert told["4"][0].strip() not in source.text


@pytest.mark.parametrize("slug", MANUSCRIPTS)
def test_manuscripts_give_the_notes_of_their_lists(shared: Path, slug: str) -> None:
    source = read(shared / f"corpus/originals/{slug}.docx")
    listed = re.findall(r"^\[([^\]]+)\] ?(.*)$", (shared / f"corpus/notes/{slug}.txt").read_text("utf-8"), re.M)
    mine = [(label or "", " ".join(text.split())) for label, text in notes(source)]
    assert len(mine) == len(listed)
    # the lists leave some soft hyphens out, and have what is hidden in note 898 of one
    odd = [old[0] for old, new in zip(listed, mine, strict=True) if bare(old[1]) != bare(new[1])]
    assert odd == (["898"] if slug.startswith("fcc") else [])
    if slug.startswith("fcc"):
        highest: dict[int, int] = {}
        for note in source.notes:
            highest[note.section] = int(note.label or 0)
        # two marks stand in the paragraph that ends the second section, and belong to it
        assert list(highest.values()) == [1777, 173, 2, 487, 76]
    else:
        # the lists call every author's note "*"
        assert [label if label.isdigit() else "*" for label, _ in mine] == [label for label, _ in listed]
