"""Fixes of one file, each proved before it is taken: fix → check again.

A fix is taken when the new file, read again, says what was meant and nothing else, when its own finding is gone, and
when no other came; but behind an error or warning a suggestion may come to light ("id. would do" of a mended supra).
What does not prove itself is left, with the reason. Safe fixes come first and those to review after them, again and
again until nothing is left to take: a second run finds nothing to do.

All fixes of a round are proved together, with one check of the file. Where that fails, the fixes that the failure
points at are looked at one by one, and the others together.

rounds.py       `mend`: round after round, and who writes the file
step.py         what there is to take of one safety, and the search for what is at fault
proof.py        one version of the file checked: proved, or why not
suspects.py     which fixes a failure points at
passages.py     what was taken, with the words before and after
"""

from __future__ import annotations

from citelint.mend.rounds import mend
from citelint.mend.step import EVERYTHING, Wanted
from citelint.model.mending import Mending

__all__ = ["EVERYTHING", "Mending", "Wanted", "mend"]
