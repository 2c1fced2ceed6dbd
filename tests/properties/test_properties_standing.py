"""After notes are inserted, moved and deleted, findings that were known are still known, and a new one is new."""

from __future__ import annotations

from dataclasses import dataclass, replace

from effort import effort
from hypothesis import event, given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.fingerprint import Fingerprint, fingerprint
from citelint.model.run import FileResult
from citelint.pipeline import check

PLACES = "Aldmouth Brackwater Corvane Dunmere Eastlow Fennick Garrowby Hallam Ives Jarrow Kelso Lorne".split()
THINGS = "appeals bonds claims deeds estates fines grants hearings inquests judgments keys leases".split()
CHANGES = 20
RULES = Config(select=("PUN", "SUP", "XRF"))


@dataclass(frozen=True)
class Called:
    """A sentence of the body, and its note. `bad` says that something is found in the note."""

    sentence: str
    note: str
    bad: bool = False


def clean(number: int) -> Called:
    """Give a note of its own in which nothing is found."""
    return Called(
        f"Clause {number} of the act says so for county {number}.",
        f"{PLACES[number % 12]} v. {THINGS[number % 12].title()} Board, {100 + number} U.S. {number + 1} (1901).",
    )


@st.composite
def bad(draw: st.DrawFn) -> Called:
    """Give a note in which exactly one thing is found, whatever stands before and behind it.

    The things are few, so that two notes may say the same.
    """
    place, thing = draw(st.sampled_from(PLACES[:4])), draw(st.sampled_from(THINGS[:3]))
    said = f"The clerks of {place} kept no list of {thing}"
    slip = draw(
        st.sampled_from(["; Hollis, supra note 1, at 4.", ",, as they said so themselves.", "; supra note __."])
    )
    return Called(f"Nobody at {place} counted the {thing} before that.", f"{said}{slip}", bad=True)


def piece(called: list[Called], with_body: bool) -> str:
    body = " ".join(f"{one.sentence}[{n}]" for n, one in enumerate(called, 1)) if with_body else ""
    return f"{body}\n\n" + "".join(f"[{n}] {one.note}\n" for n, one in enumerate(called, 1))


def checked(called: list[Called], with_body: bool, known: tuple[Fingerprint, ...] = ()) -> FileResult:
    result = check(piece(called, with_body).encode(), "piece.txt", replace(RULES, known=known))
    assert result.error is None
    return result


def prints(result: FileResult) -> tuple[Fingerprint, ...]:
    assert result.document is not None
    return tuple(fingerprint(finding, result.document) for finding in result.diagnostics)


@given(st.lists(bad(), min_size=1, max_size=6, unique=True), st.data(), st.booleans())
@effort(40)
def test_old_findings_stay_known_and_a_new_one_is_new(old: list[Called], data: st.DataObject, with_body: bool) -> None:
    first = [clean(0), clean(1)]
    called = data.draw(st.permutations([*old, *(clean(n) for n in range(2, 8))]))
    before = checked([*first, *called], with_body)
    assert len(before.diagnostics) == len(old)
    for change in range(CHANGES):
        sound = [index for index, one in enumerate(called) if not one.bad]
        kind = data.draw(st.sampled_from(["insert", "move", "delete"])) if sound else "insert"
        moved = clean(20 + change) if kind == "insert" else called.pop(data.draw(st.sampled_from(sound)))
        if kind != "delete":
            called.insert(data.draw(st.integers(0, len(called))), moved)
    after = checked([*first, *called], with_body, prints(before))
    assert (after.diagnostics, after.known) == ((), len(old))
    fresh = data.draw(bad())
    event("the new one says what an old one says" if fresh in old else "the new one is another")
    called.insert(data.draw(st.integers(0, len(called))), fresh)
    third = checked([*first, *called], with_body, prints(before))
    assert (len(third.diagnostics), third.known) == (1, len(old))
    if fresh not in old:
        assert third.document is not None
        assert third.document.notes[third.diagnostics[0].note or 0].span.of(third.document.text) == fresh.note


@given(st.lists(bad(), min_size=2, max_size=6, unique=True), st.data())
@effort(20)
def test_a_finding_that_was_mended_is_not_known_when_another_comes(old: list[Called], data: st.DataObject) -> None:
    called = [clean(0), clean(1), *old]
    before = checked(called, True)
    gone = data.draw(st.integers(2, len(called) - 1))
    other = data.draw(bad().filter(lambda one: one not in old))
    place = data.draw(st.integers(2, len(called) - 1).filter(lambda at: abs(at - gone) > 1) | st.just(len(called)))
    called[gone] = clean(30)
    called.insert(place, clean(31))
    called.insert(place, other)
    after = checked(called, True, prints(before))
    assert after.document is not None
    news = [after.document.notes[d.note or 0].span.of(after.document.text) for d in after.diagnostics]
    assert news == [other.note]
