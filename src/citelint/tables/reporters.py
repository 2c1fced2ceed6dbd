"""Reporters of cases, known by name: reporters-db with all its variations, services, databases, foreign reporters."""

from __future__ import annotations

from citelint.tables.entries import entries, values
from citelint.tables.folding import squeeze

__all__ = ["is_reporter", "reporter_years", "squeeze"]


def is_reporter(words: str) -> bool:
    """Tell whether `words` are the name of a reporter ("U.S.", "F. Supp. 2d", "WL", "Wall.").

    Spaces, the form of apostrophes and case make no difference, but a name without a period or digit has to begin
    with a capital: "How", "Me" and "Or" are names of reporters, "how", "me" and "or" are not. Such bare names are
    often surnames too ("Black", "Jones"): only a volume before and a page behind make them a reporter.
    """
    name = squeeze(words)
    if name not in entries("reporters"):
        # Lexis has a name for every court and agency: "Cal. App. LEXIS", "N.Y. Misc. LEXIS".
        return name.endswith(".lexis") and words[:1].isupper()
    return "." in name or words[:1].isupper() or words[:1].isdigit()


def reporter_years(words: str) -> tuple[int, int | None] | None:
    """Give the first and last year that a reporter covers, None for the last where it still appears.

    None where `words` are no reporter's own abbreviation or its years are not known. Where several reporters go by
    one abbreviation the years are those of all together.
    """
    years = values("reporter_years").get(squeeze(words))
    if years is None:
        return None
    first, _, last = years.partition("\t")
    return int(first), int(last) if last else None
