"""Fixes to new text: offers are put in their places, overlaps are refused, what is left is spliced.

A fix is a splice into the part of a file that its words were read from (`Segment`), and all that it does not touch
stays as it is to the byte. Nothing here knows a format: a plain file is one part called "", a member of an archive is
a part of its own, and a writer for a format asks `Plan.splices` what to change in each.

    offers(findings)        what can be taken, one offer for each finding
    plan(source, offers)    where each goes, and which cannot be taken, with the reason
    splice(text, splices)   the text of a part with the changes

Whether a fix does what it should is found out by checking the new file. That is `citelint.mend`, which stands above
the pipeline.
"""

from __future__ import annotations

from citelint.fix.offers import offers
from citelint.fix.plan import Plan, plan
from citelint.fix.splice import Moved, splice, splice_edits

__all__ = ["Moved", "Plan", "offers", "plan", "splice", "splice_edits"]
