"""Who comments and changes, as Word shows it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import NamedTuple


class Author(NamedTuple):
    """A name and initials. `date` is a moment as Word writes it, None for none: manuscripts are reviewed blind."""

    name: str = "citelint"
    initials: str = "cl"
    date: str | None = None

    @staticmethod
    def of(name: str, initials: str) -> Author:
        """Give the author of that name. There is a date only where SOURCE_DATE_EPOCH gives one, in seconds."""
        seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
        date = None
        if seconds.isascii() and seconds.isdigit() and len(seconds) < 12:
            date = datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Author(name, initials, date)


CITELINT = Author()
