"""How long is looked: the same examples for everybody, or with CITELINT_SLOW=1 others each time, and many more."""

from __future__ import annotations

import os

from hypothesis import settings

SLOW = bool(os.environ.get("CITELINT_SLOW"))


def effort(examples: int) -> settings:
    """Give the settings of a property that so many examples try."""
    return settings(max_examples=examples * (25 if SLOW else 1), derandomize=not SLOW, deadline=None)
