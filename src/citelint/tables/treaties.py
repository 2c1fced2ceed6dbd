"""Sources of treaties, known by name."""

from __future__ import annotations

from citelint.tables.entries import entries
from citelint.tables.folding import squeeze


def is_treaty_source(words: str) -> bool:
    """Tell whether `words` are the name of a source of treaties ("U.N.T.S.", "T.I.A.S. No."), case set aside."""
    name = squeeze(words)
    return name in entries("treaties") or name.removesuffix("no.") in entries("treaties")
