"""What notes cite: a look at their first words, long before anything is understood."""

from __future__ import annotations

import re

from citelint.read.plaintext.labels import Label

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n(?=[^\S\n]*\S)")
_CITES = re.compile(
    r"\b(?:[Ii]d\.|[Ii]bid|[Ss]upra|[Ii]nfra|[Ss]ee\b|v\. |L\. ?Rev|L\.J\.|U\.S\.|F\.[23]d|https?:)"
    r"|§|\b(?:1[6-9]|20)\d\d\)"
)
_CITES_WITHIN = 600


def count_citing(lines: str, labels: list[Label], end: int | None = None) -> int:
    """Count the notes whose first paragraph begins with something like a citation; `end` is where the last one ends."""
    count = 0
    ends = [label.line for label in labels[1:]] + [len(lines) if end is None else end]
    for label, below in zip(labels, ends, strict=True):
        near = min(below, label.end + _CITES_WITHIN)
        gap = _PARAGRAPH.search(lines, label.end, near)
        count += _CITES.search(lines, label.end, gap.start() if gap else near) is not None
    return count
