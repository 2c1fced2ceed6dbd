"""All fixes of a round are proved together, and few more checks find those that are at fault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import ceil, log2
from typing import Any

import pytest
from handmade import finding, piece
from hypothesis import event, given, settings
from hypothesis import strategies as st

from citelint.config import Config
from citelint.mend import mend
from citelint.mend.lineup import ONLY_TOGETHER
from citelint.mend.proof import STILL_THERE, Refused, Version
from citelint.mend.step import Step
from citelint.model.diagnostic import Edit, Fix, Safety
from citelint.model.mending import Mend, Offer, Splice
from citelint.model.run import FileResult
from citelint.model.span import Span

RESULT = piece("".join(f"[{number}] Id..\n" for number in range(1, 400)))


def mend_of(note: int, second: bool = False, group: str | None = None) -> Mend:
    """Give the mend of a note, with a second place if asked."""
    found = finding(RESULT, str(note + 1), "Id.", "PUN002", "doubled-punctuation", group=group)
    edit = Edit(Span(found.span.end, found.span.end + 1), "")
    offer = Offer(found, Fix(Safety.SAFE, (edit,)))
    return Mend(offer, (edit,), (Splice("", edit.span, "first"),), (Splice("", edit.span, "second"),) if second else ())


def note_of(one: Mend) -> int:
    assert one.offer.finding.note is not None
    return one.offer.finding.note


@dataclass
class Oracle:
    """Proves mends by the numbers of their notes, in the place of checks: none in `harmful`, no two in `rivals`.

    Those in `company` are right only all together. Mends in `elsewhere` do harm at their first place alone. What a
    failure points at is what `points` makes of the notes at fault.
    """

    harmful: Collection[int] = ()
    rivals: Collection[tuple[int, int]] = ()
    elsewhere: Collection[int] = ()
    company: Collection[int] = ()
    points: Callable[[set[int]], Collection[int]] = lambda fault: fault
    tried: int = 0

    def prove(self, base: Version, mends: Sequence[Mend]) -> Version | Refused:
        self.tried += 1
        notes = {note_of(one) for one in mends}
        fault = {note for note in notes if note in self.harmful}
        fault |= {note_of(one) for one in mends if note_of(one) in self.elsewhere and one.otherwise}
        fault |= {pair[1] for pair in self.rivals if notes >= set(pair)}
        if fault:
            return Refused(f"it does harm in {min(fault)}", self._mends(mends, fault))
        if missing := notes & set(self.company) if not notes >= set(self.company) else ():
            return Refused(STILL_THERE, self._mends(mends, set(missing)))
        return Version(b"", RESULT, RESULT)

    def _mends(self, mends: Sequence[Mend], fault: set[int]) -> tuple[Mend, ...]:
        return tuple(one for one in mends if note_of(one) in self.points(fault))


def search(oracle: Any, mends: Sequence[Mend]) -> Step:
    """Take what can be taken of these mends."""
    step = Step(Version(b"", RESULT, RESULT), oracle)
    step._take(mends)
    return step


def told(step: Step) -> tuple[list[tuple[int, str]], list[tuple[int | None, str]]]:
    """Give what was taken, with its place, and what was left, with the reason."""
    taken = [(note_of(one), one.splices[0].text) for one in step.taken]
    return sorted(taken), [(left.finding.note, left.why) for left in step.left]


def one_by_one(oracle: Oracle, mends: Sequence[Mend]) -> Step:
    """Take one after the other."""
    step = Step(Version(b"", RESULT, RESULT), oracle)  # type: ignore[arg-type]
    for one in mends:
        step._take((one,))
    return step


@given(st.data(), st.integers(1, 40))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_whatever_a_failure_points_at_the_same_is_taken_as_one_by_one(data: st.DataObject, count: int) -> None:
    numbers = st.integers(0, count - 1)
    few = st.frozensets(numbers, max_size=5)
    pairs = st.frozensets(st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1]), max_size=4)
    harmful, rivals, elsewhere = data.draw(few), data.draw(pairs), data.draw(few)
    noise = data.draw(few)
    how: dict[str, Callable[[set[int]], Collection[int]]] = {
        "rightly": lambda fault: fault,
        "at others too": lambda fault: fault | noise,
        "wrongly": lambda fault: noise,
        "nowhere": lambda fault: (),
    }
    points = data.draw(st.sampled_from(sorted(how)))
    mends = [mend_of(note, second=note in elsewhere) for note in range(count)]
    together = search(Oracle(harmful, rivals, elsewhere, points=how[points]), mends)
    event(f"points {points}, {'some' if together.left else 'none'} left")
    assert told(together) == told(one_by_one(Oracle(harmful, rivals, elsewhere), mends))


def test_of_two_that_cannot_both_be_made_the_first_is_taken() -> None:
    for points in (lambda fault: {3}, lambda fault: {7}, lambda fault: {3, 7}, lambda fault: ()):
        step = search(Oracle(rivals=[(3, 7)], points=points), [mend_of(note) for note in range(10)])
        assert [note_of(one) for one in step.taken] == [0, 1, 2, 3, 4, 5, 6, 8, 9]
        assert [left.finding.note for left in step.left] == [7]


def test_numbers_of_a_shift_are_taken_together_though_one_beside_them_does_harm() -> None:
    mends = [mend_of(note, group="XRF010-1" if note in (1, 6, 9) else None) for note in range(10)]
    for points in (lambda fault: fault, lambda fault: fault | {1, 6}):
        step = search(Oracle(harmful=[4], company=(1, 6, 9), points=points), mends)
        assert [left.finding.note for left in step.left] == [4]
    alone = search(Oracle(company=(1, 6, 9)), mends[:9])
    assert [(left.finding.note, left.why) for left in alone.left] == [(1, ONLY_TOGETHER), (6, ONLY_TOGETHER)]


@pytest.mark.parametrize("count", [16, 64, 256])
def test_what_is_pointed_at_takes_two_checks_and_one_for_each_and_what_is_not_the_logarithm(count: int) -> None:
    mends = [mend_of(note) for note in range(count)]
    for harmful in ([], [5], [2, 5, count - 2]):
        oracle = Oracle(harmful)
        search(oracle, mends)
        assert oracle.tried == (2 + len(harmful) if harmful else 1)
        blind = Oracle(harmful, points=lambda fault: ())
        search(blind, mends)
        assert blind.tried <= 1 + 2 * len(harmful) * ceil(log2(count))


def essay(blocks: int, harmful: Collection[int]) -> bytes:
    """Give a piece of four notes for each block, one number of which is wrong.

    In a harmful block the right number brings to light that an *Id.* has a page that its source cannot have.
    """
    notes = []
    for block in range(blocks):
        name = f"Mara {chr(65 + block // 26)}{chr(97 + block % 26)}ver"
        first = len(notes) + 1
        page = 9_000 if block in harmful else 511
        notes += [
            f"{name}, The Unread Motion, {block + 10} Stan. L. Rev. 501, 510 (2016).",
            "Data on file with author.",
            f"{name.split()[1]}, supra note {first + 1 - 2 * (block % 3)}, at 510.",
            f"Id. at {page}.",
        ]
    return "".join(f"[{number}] {note}\n" for number, note in enumerate(notes, 1)).encode()


def checks(monkeypatch: pytest.MonkeyPatch, data: bytes) -> tuple[int, int, int]:
    """Mend a piece; count the checks of it, the fixes taken and those left."""
    import citelint.pipeline

    count = 0
    real = citelint.pipeline.read

    def read(*args: Any) -> FileResult:
        nonlocal count
        count += 1
        return real(*args)

    monkeypatch.setattr("citelint.pipeline.read", read)
    monkeypatch.setattr("citelint.mend.proof.read", read)
    mending = mend(data, "piece.txt", Config())
    return count, len(mending.taken), len(mending.left)


@pytest.mark.parametrize("blocks", [8, 32, 128])
def test_the_number_of_checks_does_not_grow_with_that_of_fixes(monkeypatch: pytest.MonkeyPatch, blocks: int) -> None:
    assert checks(monkeypatch, essay(blocks, ())) == (2, blocks, 0)


@pytest.mark.parametrize("blocks", [8, 32, 128])
def test_a_fix_that_does_harm_takes_two_checks_more(monkeypatch: pytest.MonkeyPatch, blocks: int) -> None:
    # that it does harm behind those before it, and that the others do none; the next round remembers the first
    assert checks(monkeypatch, essay(blocks, {5})) == (4, blocks - 1, 1)


@pytest.mark.parametrize("blocks", [8, 32, 128])
def test_where_nothing_points_at_it_the_checks_grow_with_the_logarithm(
    monkeypatch: pytest.MonkeyPatch, blocks: int
) -> None:
    monkeypatch.setattr("citelint.mend.proof.near", lambda *_: ())
    count, taken, left = checks(monkeypatch, essay(blocks, {5}))
    assert (taken, left) == (blocks - 1, 1)
    assert count <= 3 + 2 * ceil(log2(blocks))


SHIFTED = """\
[1] Data on file with author.
[2] Data on file with author.
[3] Mara Alver, The Unread Motion, 17 Yale L.J. 117, 121 (2015).
[4] See supra note {} and accompanying text.
[5] See also Alver, supra note 1, at 135.
[6] Id. at 136.
[7] Id. at 9027.
[8] Owen Bexley, The Long Recess, 31 Yale L.J. 131, 135 (2015).
[9] Data on file with author.
[10] See also Bexley, supra note {}, at 142.
"""
"""Numbers typed before two notes were inserted. Once that of note 5 is right, note 7 is seen to have a wrong page."""


def test_a_number_without_a_name_moves_with_its_shift_though_another_number_does_harm() -> None:
    mending = mend(SHIFTED.format(1, 6).encode(), "piece.txt", Config())
    assert mending.mended.decode() == SHIFTED.format(3, 8)
    assert [(left.finding.note, left.why) for left in mending.left] == [
        (4, "it would make another finding: ID007 in note 7")
    ]
