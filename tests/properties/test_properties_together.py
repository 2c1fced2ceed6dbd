"""Fixes proved all at once are those that prove themselves one after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from effort import effort
from essays import Work, essays
from hypothesis import event, given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.mend import Mending, mend
from citelint.mend.lineup import left_for
from citelint.mend.proof import Proofs, Refused
from citelint.mend.step import Step
from citelint.model.mending import Mend
from citelint.model.run import FileResult
from citelint.parse import parse
from citelint.pipeline import check_read
from citelint.read import read_source

EVERY_RULE = Config(select=("all",), suggestions=True)
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
    piece = draw(essays().filter(lambda piece: len(piece.supras()) > 2))
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
            tried = self._try((one,))
            other = one.other()
            if isinstance(tried, Refused) and other is not None:
                one, tried = other, self._try((other,))
            if isinstance(tried, Refused):
                self.left.append(left_for(one, tried))
            else:
                self._accept((one,), tried)


def anew(result: FileResult, config: Config, like: FileResult | None = None) -> FileResult:
    """Check a version of a file as if no other had been seen."""
    return check_read(result, config)


def one_by_one(data: bytes, name: str) -> Mending:
    """Mend by proving each fix by itself, with a whole check that remembers nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("citelint.mend.rounds.Step", OneByOne)
        patch.setattr("citelint.mend.proof.check_read", anew)
        patch.setattr(Proofs, "_remember", lambda *_: None)
        return mend(data, name, EVERY_RULE)


@given(marred(), st.sampled_from(["piece.txt", "piece.md"]))
@effort(60)
def test_together_is_one_by_one(text: str, name: str) -> None:
    if name.endswith(".md"):
        text = re.sub(r"(?m)^\[(\d+)\] (.*)", r"Words.[^\1]\n\n[^\1]: \2\n", text).replace("supra", "*supra*")
    together, single = mend(text.encode(), name, EVERY_RULE), one_by_one(text.encode(), name)
    shifted = any(finding.group for finding in together.before.diagnostics)
    event(f"{'shifted' if shifted else 'not shifted'}, {'some left' if together.left else 'all taken'}")
    assert (together.mended, together.taken, together.left) == (single.mended, single.taken, single.left)
    assert together.after == single.after


@given(marred(), marred())
@effort(40)
def test_what_was_understood_before_is_understood_again(text: str, other: str) -> None:
    documents = [
        parse(read_source(one.encode(), "piece.txt", Config()), Config()) for one in (text, other, text + other)
    ]
    for document in documents:
        for like in documents:
            assert parse(document.source, Config(), like) == document
