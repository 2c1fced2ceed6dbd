"""The catalogue of rules that came with the project's brief, and where we differ from it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

RENUMBERED = re.compile(r"R(?=\d)")


@cache
def catalogue(shared: Path) -> dict[str, dict[str, Any]]:
    """Give the catalogue's entries by code."""
    lines = (shared / "rules" / "catalogue.jsonl").read_text("utf-8").splitlines()
    return {entry["id"]: entry for entry in map(json.loads, lines)}


def numbers(printed: str) -> str:
    """Give the catalogue's rule numbers as rules state them: "R3.5, R4.2(a)" is "3.5, 4.2(a)", "typography" nothing."""
    return ", ".join(RENUMBERED.sub("", part) for part in printed.split(", ") if RENUMBERED.match(part))


DIFFERENCES: dict[tuple[str, str], str] = {}
"""Where a rule says otherwise than the catalogue, on purpose: (code, field) and the reason."""

CORRECTED: dict[tuple[str, str, int], tuple[str, str]] = {
    ("NUM000", "bad", 0): (
        "An essay without a single note.\n",
        "one line alone is the text of a note; this one is a file without any",
    ),
}
"""Examples of the catalogue that say something else than they mean: (code, "bad" or "good", index), and what is tried
instead with the reason."""
