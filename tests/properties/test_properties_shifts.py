"""A well-formed piece is left alone; a note inserted or removed makes wrong what points behind it, and nothing else."""

from __future__ import annotations

from typing import NamedTuple

from effort import effort
from essays import Essay, Work, essays
from hypothesis import event, given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.diagnostic import Diagnostic, Severity
from citelint.pipeline import check

FAMILIES = ("SUP", "XRF", "ID", "SHF", "HER")
INSERTED = Work("Greta Winterbourne, The Unread Motion, 77 Stan. L. Rev. 501, 510 (2016)", "Winterbourne")
HEADLINE = "XRF010"


class Wrong(NamedTuple):
    """A wrong number: the number of the note it stands in, what is typed, what is right."""

    note: int
    typed: int
    right: int


def findings(text: str) -> tuple[str, list[Diagnostic]]:
    """Give the text as read and what is found in it of the cross-reference families, matters of taste left out."""
    result = check(text.encode(), "piece.txt", Config())
    assert result.error is None
    assert result.source is not None
    assert result.document is not None
    assert [note.unparsed for note in result.document.notes if note.unparsed] == []
    graver = (d for d in result.diagnostics if d.severity is not Severity.SUGGESTION)
    return result.source.text, [d for d in graver if d.code.startswith(FAMILIES)]


def wrong_numbers(piece: Essay, typed: Essay, moved: dict[int, int]) -> list[Wrong]:
    """Give the numbers of `piece` that were right in `typed`; `moved` tells where each note of that is now."""
    return sorted(
        Wrong(moved[place] + 1, typed.target(work), piece.target(work))
        for place, work in typed.supras()
        if place in moved and piece.target(work) != typed.target(work)
    )


def told(text: str, found: list[Diagnostic]) -> list[Wrong]:
    """Give what the findings say."""
    said = []
    for one in found:
        assert one.note is not None
        assert one.expected_note is not None
        typed = one.span.of(text).rpartition("supra note ")[2].partition(",")[0]
        said.append(Wrong(one.note + 1, int(typed), int(one.expected_note)))
    return sorted(said)


def check_shift(piece: Essay, typed: Essay, moved: dict[int, int], codes: tuple[str, ...]) -> None:
    text, found = findings(piece.render(typed))
    headlines = [d for d in found if d.code == HEADLINE]
    members = [d for d in found if d.code != HEADLINE]
    expected = wrong_numbers(piece, typed, moved)
    event(f"{min(len(expected), 3)} wrong numbers")
    assert [d.code for d in members if d.code not in codes] == []
    assert told(text, members) == expected
    if len({wrong.typed for wrong in expected}) < 2:
        assert headlines == []
    notes = sorted({wrong.note for wrong in expected})
    for headline in headlines:
        assert {ordinal + 1 for ordinal in headline.members} <= set(notes)
    if codes == ("SUP002",) and len({wrong.typed for wrong in expected}) >= 2:
        (headline,) = headlines
        assert [ordinal + 1 for ordinal in headline.members] == notes
        assert fixed(text, members) == piece.render()


def fixed(text: str, found: list[Diagnostic]) -> str:
    """Give the text after the fixes of some findings."""
    edits = {edit for one in found if one.fix for edit in one.fix.edits}
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@given(essays())
@effort(80)
def test_a_well_formed_piece_is_left_alone(piece: Essay) -> None:
    text, found = findings(piece.render())
    assert [(d.code, d.span.of(text)) for d in found] == []


@st.composite
def with_one_more(draw: st.DrawFn) -> tuple[Essay, Essay, int]:
    """Give a piece, the same with one note more, and the place of that note: before no Id., which it would change."""
    piece = draw(essays())
    place = draw(st.sampled_from([p for p, note in enumerate(piece.notes) if not note[0].id]))
    return piece, piece.with_note(place, draw(st.sampled_from([INSERTED, None]))), place


@given(with_one_more())
@effort(100)
def test_an_inserted_note_makes_wrong_what_points_at_or_behind_it(pieces: tuple[Essay, Essay, int]) -> None:
    shorter, longer, place = pieces
    moved = {old: old + (old >= place) for old in range(len(shorter.notes))}
    check_shift(longer, shorter, moved, ("SUP002",))


@given(with_one_more())
@effort(100)
def test_a_removed_note_makes_wrong_what_points_behind_it(pieces: tuple[Essay, Essay, int]) -> None:
    """What points one note too far now may meet a short form of the work, or the note it stands in."""
    shorter, longer, place = pieces
    moved = {old: old - (old > place) for old in range(len(longer.notes)) if old != place}
    check_shift(shorter, longer, moved, ("SUP002", "SUP003", "SUP007"))
