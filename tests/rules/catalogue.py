"""The catalogue of rules that came with the project's brief, and where we differ from it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

_NUMBER = re.compile(r"R?(?P<number>[BT]?\d\S*)")


@cache
def catalogue(shared: Path) -> dict[str, dict[str, Any]]:
    """Give the catalogue's entries by code."""
    lines = (shared / "rules" / "catalogue.jsonl").read_text("utf-8").splitlines()
    return {entry["id"]: entry for entry in map(json.loads, lines)}


def is_own(code: str) -> bool:
    """Tell whether a code is one of those, from 900 on, that are left to people who add rules of their own."""
    return code.rstrip("0123456789") + "9" == code[:-2]


def numbers(printed: str) -> str:
    """Give the catalogue's rule numbers as rules state them.

    "R3.5, R4.2(a)" is "3.5, 4.2(a)", "R4.1, B4" is "4.1, B4", "R6.2 (Inkling)" is "6.2", "typography" is nothing.
    """
    return ", ".join(match["number"] for part in printed.split(", ") if (match := _NUMBER.match(part)))


def in_briefs(entry: dict[str, Any]) -> bool:
    """Tell whether a rule of the catalogue is on in court documents, by "same", "On: ..." or why it is of no use."""
    told: str = entry["practitioner"]
    return entry["default"] == "on" if told == "same" else told.startswith("On:")


ADDED = {
    "ID016": "the catalogue does not know of journals that forbid Id.",
    "STE001": "the catalogue has no family for what was let stand",
    "STE002": "the catalogue has no family for what was let stand",
    "STE003": "the catalogue has no family for what was let stand",
}
"""Rules that the catalogue does not have, and why there are such."""

DIFFERENCES: dict[tuple[str, str], str] = {
    ("XRF013", "autofix"): "an edit changes what a field shows and not what it means: it has to be inserted anew",
    ("SHF012", "autofix"): "text cannot become a field by an edit of text: a command does that",
    ("SHF009", "bluebook"): "the catalogue gives the chapters of the book in brackets: no single rule says it",
}
"""Where a rule says otherwise than the catalogue, on purpose: (code, field) and the reason."""

MILDER = {
    "SUP001": "an infra past the last note is certain, but where two notes point by infra more than 20 notes past it: "
    "the text itself shows that it is an excerpt whose settings were forgotten",
}
"""Rules of which a single finding is milder than the catalogue has it, where the text gives reason to doubt."""

CORRECTED: dict[tuple[str, str, int], tuple[str, str]] = {
    ("NUM000", "bad", 0): (
        "An essay without a single note.\n",
        "one line alone is the text of a note; this one is a file without any",
    ),
    **{
        ("SHF012", kind, index): (
            "[1=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).\n"
            "[2] Katz v. United States, 389 U.S. 347, 351 (1967).\n"
            f"[3] {words}\n[4=roe] Roe v. Wade, 410 U.S. 113 (1973).",
            "a picture of a Word file, made one",
        )
        for kind, examples in {
            "bad": ("Ellison, *supra* note 1, at 920.", "*See infra* note 4.", "*See supra* notes 1–2."),
            "good": ("Ellison, *supra* note {1=ellison}, at 920.", "*See infra* note {4=roe}.", "*See supra* Part II."),
        }.items()
        for index, words in enumerate(examples)
    },
    ("PUN002", "bad", 0): (
        "[^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).\n[^2]: *Id..*",
        "alone, its Id. has no antecedent",
    ),
    ("PUN002", "bad", 2): (
        "[^1]: Mara Ellison, *Dockets in the Dark*, 118 Colum. L. Rev. 901, 915 (2018).\n"
        "[^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).\n"
        "[^3]: *See* Ellison, *supra* note 1, at 910;.",
        "alone, its supra points to a note that is not there",
    ),
}
"""Examples of the catalogue that say something else than they mean: (code, "bad" or "good", index), and what is tried
instead with the reason."""
