"""What the numbers of a cross-reference point at. It names no work, so there is none to find."""

from __future__ import annotations

from citelint.model.citation import CrossReference
from citelint.model.link import Lost, Pointing, Why
from citelint.resolve.places import Places


def point(reference: CrossReference, places: Places) -> Lost:
    """Say that a cross-reference is internal, and whether what its numbers name exists; a Part is not looked for."""
    trouble = places.target(reference).trouble
    certain = trouble is not Pointing.OUTSIDE_EXCERPT and reference.clear
    if trouble is Pointing.NO_NUMBER and reference.part is not None:
        return Lost(reference.index, Why.INTERNAL, certain=certain)
    return Lost(reference.index, Why.INTERNAL, pointing=trouble or Pointing.RIGHT, certain=certain)
