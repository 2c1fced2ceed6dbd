"""In which typeface new words are set where they take the place of an *Id.* in italics.

What stands for *Id.* is a short form or a supra: of these only the name of a case and the words supra and infra are in
italics (Bluebook R. 4.1, 4.2, 10.9). New words everywhere else are set as those whose place they take.
"""

from __future__ import annotations

import re

_ID = re.compile(r"[Ii](?:d|bid)\.?,?")
_ITALIC = re.compile(rb"<[^\s<>/:]*:?i(?:Cs)?(?:\s[^<>]*)?/>")
_SIGNAL = re.compile(r"\b(?:supra|infra|id\.)")


def stretches(old: str, new: str) -> list[tuple[str, bool]]:
    """Cut new words into stretches that are set as the old ones were (True), or without italics (False)."""
    if not _ID.fullmatch(old.strip()) or _ID.match(new):
        return [(new, True)]
    found: list[tuple[str, bool]] = []
    signals = list(_SIGNAL.finditer(new))
    if not signals:
        name, comma, rest = new.partition(",")
        is_name = name[:1].isalpha()
        return [(name, is_name), (comma + rest, False)] if comma else [(new, is_name)]
    at = 0
    for match in signals:
        found += [(new[at : match.start()], False), (match.group(), True)]
        at = match.end()
    return [(words, set_) for words, set_ in (*found, (new[at:], False)) if words]


def is_upright(looks: bytes) -> bool:
    """Tell whether the properties of a run say nothing of italics."""
    return upright(looks) == looks


def upright(looks: bytes) -> bytes:
    """Give the properties of a run without italics."""
    return _ITALIC.sub(b"", looks)
