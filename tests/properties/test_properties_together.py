"""Fixes proved all at once are those that prove themselves one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pytest
from effort import effort
from essays import Work, essays
from hypothesis import event, given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.mend import Mending, mend
from citelint.mend.proof import Proofs, Refused
from citelint.mend.step import Step
from citelint.model.mending import Mend
from citelint.model.run import FileResult
from citelint.parse import parse
from citelint.pipeline import check_read
from citelint.read import read_source

ALL = Config(select=("all",), suggestions=True)
NO_CHAINS = Config(select=("all",), ignore=("ID006",), suggestions=True)
"""*Id.* for what was just cited is offered along a whole row of notes, and these fixes lean on one another."""
INSERTED = Work("Greta Winterbourne, The Unread Motion, 77 Stan. L. Rev. 501, 510 (2016)", "Winterbourne")
NUMBER = re.compile(r"(?<=supra note )\d+")
ERRORS = (
    ("Id.", "Id.."),
    ("id.", "Id."),
    ("Id.", "Ibid."),
    (", at", ",, at"),
    (" at ", ", at "),
    (" at 1", " at 91"),
    ("note ", "n. "),
    ("; ", ";, "),
    (").", ")"),
    (").", ").."),
)
"""What is planted: words that a note may have, and what is written for them."""


@st.composite
def marred(draw: st.DrawFn) -> str:
    """Give a sound piece with errors planted in many of its notes.

    Numbers are wrong by chance, or because a note was inserted. An *Id.* whose page its source cannot have comes to
    light where the number before it is mended, so that some fixes do harm.
    """
    piece = draw(essays())
    moved = piece.with_note(draw(st.integers(0, len(piece.notes) - 1)), INSERTED) if draw(st.booleans()) else piece
    lines = moved.render(piece).splitlines()
    for place, line in enumerate(lines):
        match = NUMBER.search(line)
        chosen = draw(st.sampled_from(["nothing", "number", "words", "page", "page"]))
        if chosen == "number" and match:
            line = f"{line[: match.start()]}{draw(st.integers(1, len(lines)))}{line[match.end() :]}"
        elif chosen == "words":
            line = line.replace(*draw(st.sampled_from(ERRORS)), 1)
        elif chosen == "page" and place and "supra" in lines[place - 1] and ";" not in lines[place - 1]:
            line = f"[{place + 1}] Id. at 9{draw(st.integers(100, 999))}."
        lines[place] = line
    return "\n".join(lines) + "\n"


class OneByOne(Step):
    """Takes one fix after the other, each proved behind those that were taken before."""

    def _take(self, mends: Sequence[Mend]) -> None:
        for one in mends:
            super()._take((one,))


class ByHalves(Step):
    """Finds what is at fault by halves alone."""

    def _single_out(self, mends: Sequence[Mend], tried: Refused) -> bool:
        return False


def anew(result: FileResult, config: Config, like: FileResult | None = None) -> FileResult:
    """Check a version of a file as if no other had been seen."""
    return check_read(result, config)


def mended(data: bytes, name: str, config: Config, step: type[Step]) -> Mending:
    """Mend in another way, with whole checks that remember nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("citelint.mend.rounds.Step", step)
        patch.setattr("citelint.mend.proof.check_read", anew)
        patch.setattr(Proofs, "_remember", lambda *_: None)
        return mend(data, name, config)


def keys(mending: Mending) -> Counter[tuple[str, int | None]]:
    return Counter((one.finding.code, one.finding.note) for one in mending.taken)


@given(marred(), st.sampled_from(["piece.txt", "piece.md"]), st.sampled_from([(OneByOne, NO_CHAINS), (ByHalves, ALL)]))
@effort(80)
def test_together_is_one_by_one_and_by_halves(text: str, name: str, other: tuple[type[Step], Config]) -> None:
    step, config = other
    if name.endswith(".md"):
        text = re.sub(r"(?m)^\[(\d+)\] (.*)", r"Words.[^\1]\n\n[^\1]: \2\n", text).replace("supra", "*supra*")
    together, apart = mend(text.encode(), name, config), mended(text.encode(), name, config, step)
    shifted = any(finding.group for finding in together.before.diagnostics)
    event(f"{'shifted' if shifted else 'not shifted'}, {'some left' if together.left else 'all taken'}")
    if shifted:
        # numbers of one shift may be right only together: apart some are not taken, or in a later round
        assert keys(together) >= keys(apart)
        assert {one.finding for one in together.left} <= {one.finding for one in apart.left}
    else:
        assert (together.mended, together.taken, together.left) == (apart.mended, apart.taken, apart.left)
        assert together.after == apart.after


@given(marred(), marred())
@effort(40)
def test_what_was_understood_before_is_understood_again(text: str, other: str) -> None:
    documents = [
        parse(read_source(one.encode(), "piece.txt", Config()), Config()) for one in (text, other, text + other)
    ]
    for document in documents:
        for like in documents:
            assert parse(document.source, Config(), like) == document
