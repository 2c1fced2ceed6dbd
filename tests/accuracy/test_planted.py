"""Errors planted in the samples are found, with the right note, and nothing else is said of the piece."""

from __future__ import annotations

from pathlib import Path

import pytest
from piece import taken_apart
from plant import KINDS, plant
from planted import Checked, Tally, sure_of, tallies, try_out

FOLDER = Path(__file__).resolve().parents[2] / "samples" / "clean"
CLEAN = sorted(path for path in FOLDER.iterdir() if path.suffix != ".docx")
SEEDS = 3

LABELLED = """\
[1] Dep't of Inland Navigation, Locks and Weirs 12 (2014) [hereinafter Sluice Survey].

[2] Hiro Castellan, Trimmed, Not Struck, 71 Duke L.J. 1203, 1219 (2022).

[3] Sluice Survey, supra note 1, at 14.

[4] Castellan, supra note 2, at 1220; Sluice Survey, supra note 1, at 15.
"""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "drop a hereinafter"])
def test_what_is_planted_in_the_samples_is_found_with_its_note_and_nothing_besides(kind: str) -> None:
    told = tallies(CLEAN, SEEDS, [kind])[kind]
    assert told.told == []
    assert told.planted >= SEEDS * len(CLEAN)
    assert (told.found, told.right, told.elsewhere) == (told.planted, told.answerable, 0)


def test_a_label_that_nothing_sets_any_more_is_found_wherever_it_is_used() -> None:
    piece = taken_apart(LABELLED)
    before = Checked("labels.txt", piece)
    assert before.said == ()
    planted = plant("drop a hereinafter", piece, sure_of(before), "1")
    assert planted is not None
    assert "hereinafter" not in planted.piece.render()[0]
    tally = Tally()
    try_out("labels.txt", before, planted, tally)
    assert [must.note for must in planted.must] == [2, 3]
    assert (tally.found, tally.told) == (2, [])


def test_what_is_not_reported_is_counted_as_missed() -> None:
    """The piece is checked unspoilt: whatever was planted is not in it, so all of it must count as missed."""
    (path,) = [path for path in CLEAN if path.name == "quiet-docket.txt"]
    piece = taken_apart(path.read_text("utf-8"))
    before = Checked(path.name, piece)
    planted = plant("swap a number", piece, sure_of(before), "1")
    assert planted is not None
    tally = Tally()
    try_out(path.name, before, type(planted)(planted.kind, piece, planted.must, planted.was), tally)
    assert (tally.planted, tally.found, tally.right) == (len(planted.must), 0, 0)
    assert len(tally.told) == len(planted.must)


def test_a_finding_that_was_not_there_before_is_counted() -> None:
    piece = taken_apart(LABELLED)
    before = Checked("labels.txt", piece)
    planted = plant("swap a number", piece, sure_of(before), "1")
    assert planted is not None
    tally = Tally()
    try_out("labels.txt", before, type(planted)(planted.kind, planted.piece, (), planted.was), tally)
    assert tally.elsewhere == len(planted.must)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_the_same_seed_plants_the_same(path: Path) -> None:
    piece = taken_apart(path.read_text("utf-8"))
    sure = sure_of(Checked(path.name, piece))
    for kind in KINDS:
        assert plant(kind, piece, sure, "7") == plant(kind, piece, sure, "7")
    seeds = {repr(plant("insert a note", piece, sure, str(seed))) for seed in range(8)}
    assert len(seeds) > 1


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_a_piece_put_together_again_is_read_alike(path: Path) -> None:
    piece = taken_apart(path.read_text("utf-8"))
    assert taken_apart(piece.render()[0]) == piece
    assert [note.number for note in piece.notes] == list(range(1, len(piece.notes) + 1))
    longer = piece.inserted(3, "A new one.")
    assert [note.number for note in longer.notes] == list(range(1, len(piece.notes) + 2))
    assert longer.deleted(3) == piece


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_an_inserted_note_is_never_put_before_an_id(path: Path) -> None:
    piece = taken_apart(path.read_text("utf-8"))
    sure = sure_of(Checked(path.name, piece))
    for seed in range(12):
        planted = plant("insert a note", piece, sure, str(seed))
        assert planted is not None
        new = planted.was.index(None)
        assert "id." not in planted.piece.notes[new + 1].text.casefold()
        assert planted.must
        assert all(must.expected is not None and must.expected > new + 1 for must in planted.must)
