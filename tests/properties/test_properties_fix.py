"""Fixing once is fixing for good, brings nothing new, and touches nothing but what it says."""

from __future__ import annotations

from collections import Counter

import pytest
from effort import effort
from essays import Essay, Work, essays
from hypothesis import event, given
from hypothesis import strategies as st
from texts import pieces

from citelint.config import Config
from citelint.mend import Mending, Wanted, mend
from citelint.model.diagnostic import Safety
from citelint.model.run import FileResult

EVERY_RULE = Config(select=("all",), suggestions=True)
NAMES = st.sampled_from(["piece.txt", "piece.md"])
SPELLINGS = st.sampled_from([("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")])
INSERTED = Work("Greta Winterbourne, The Unread Motion, 77 Stan. L. Rev. 501, 510 (2016)", "Winterbourne")


def counted(result: FileResult, graver: bool = False) -> Counter[tuple[str, int | None]]:
    least = 1 if graver else 2
    return Counter((d.code, d.note) for d in result.diagnostics if not d.members and d.severity.rank <= least)


def weight(result: FileResult) -> tuple[int, int]:
    """Give the number of errors and warnings, and that of all findings."""
    return sum(counted(result, graver=True).values()), sum(counted(result).values())


def check_mending(data: bytes, name: str, wanted: Wanted) -> Mending:
    """Mend twice; give what the first time gave."""
    first = mend(data, name, EVERY_RULE, wanted)
    assert not counted(first.after, graver=True) - counted(first.before)
    if not first.taken:
        assert first.mended == data
    else:
        # a suggestion may come to light behind what was graver
        assert weight(first.after) < weight(first.before)
    second = mend(first.mended, name, EVERY_RULE, wanted)
    assert second.taken == ()
    assert second.mended == first.mended
    return first


@given(pieces(), NAMES, SPELLINGS, st.booleans(), st.sampled_from(["\n", "\r\n", "\r"]))
@effort(40)
def test_a_second_run_finds_nothing_to_do(
    text: str, name: str, spelling: tuple[str, bytes], everything: bool, line_end: str
) -> None:
    encoding, mark = spelling
    data = mark + text.replace("\n", line_end).encode(encoding, "ignore")
    safeties = tuple(Safety) if everything else (Safety.SAFE,)
    mending = check_mending(data, name, Wanted(safeties=safeties))
    event("something taken" if mending.taken else "nothing taken")
    assert mending.mended.startswith(mark)
    assert {one.safety for one in mending.taken} <= set(safeties)


@given(essays(), st.data())
@effort(12)
def test_a_shift_is_mended_whole_or_it_is_said_what_stands_against_it(piece: Essay, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(piece.notes) - 1))
    moved = piece.with_note(place, INSERTED)
    mending = check_mending(moved.render(piece).encode(), "piece.txt", Wanted())
    if mending.left:
        # a right number can bring to light that the page of an Id. behind it is wrong
        event("something stands against it")
        assert all("would make another finding" in left.why for left in mending.left)
    else:
        assert mending.mended.decode() == moved.render()


@pytest.mark.parametrize("text", ["", "[1]", "[1] Id..", "no notes at all", "\x00", "[^1]: *Id*..", "[^1]: **Id.**.\n"])
@pytest.mark.parametrize("name", ["piece.txt", "piece.md", "piece.pdf"])
def test_odd_pieces_are_left_or_mended(text: str, name: str) -> None:
    check_mending(text.encode(), name, Wanted())
