"""References of a plain text that nobody reads: those in signs of emphasis, which Markdown has and plain text not."""

from __future__ import annotations

import re
from bisect import bisect_right

from citelint.model.document import Document

_WORDS = r"(?:supra|infra|ibid\.?|id\.?)"
_EMPHASIZED = re.compile(
    # behind a blank or what opens: addresses have such signs too
    rf"(?<![^\s(\[\"'“‘])(?:[*_]{{1,3}}+{_WORDS}(?![^\W_])|{_WORDS}[*_]{{1,3}}+(?![^\W_]))",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"^[ ]{0,3}\[\^[^\]\s]{1,40}\]:", re.MULTILINE)


def unread_references(document: Document) -> str | None:
    """Say how many references of the notes were not read because signs of emphasis stand round them, and what to do.

    Gives None for a format that has typefaces, and where all was read. Linear in the text.
    """
    source = document.source
    if source.styles is not None:
        return None
    # most notes have no such sign, and two looks for one take a small part of the time of the pattern
    signed = [
        note
        for note in source.notes
        if source.text.find("*", *note.span) >= 0 or source.text.find("_", *note.span) >= 0
    ]
    if not signed:
        return None
    read = [reference.span for reference in document.references]
    starts = [span.start for span in read]
    found: list[str] = []
    for note in signed:
        for match in _EMPHASIZED.finditer(source.text, *note.span):
            place = bisect_right(starts, match.end()) - 1
            if place < 0 or read[place].end <= match.start():
                found.append(match.group())
    if not found:
        return None
    several = len(found) > 1
    told = f"{len(found):,} {'references were' if several else 'reference was'} not read: {_shown(found[0])} "
    if _DEFINITION.search(source.text):
        return f"{told}is Markdown, and the file is named as plain text: give it a name in .md"
    return f"{told}has signs of emphasis, which plain text does not have: take them away"


def _shown(word: str) -> str:
    """Give a word with its sign on both sides."""
    bare = word.strip("*_")
    sign = word.replace(bare, "")
    return f"{sign}{bare}{sign}"
