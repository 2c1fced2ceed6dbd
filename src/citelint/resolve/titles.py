"""Titles cut short: the words before the colon, the leading words, a run of words."""

from __future__ import annotations

from citelint.resolve.fold import Words, bare, same, shortens, stands_in, telling
from citelint.resolve.names import Names


def title_rank(words: Words, names: Names) -> int | None:
    """Give 2 for the whole title or all before its colon, 3 for its leading words, 4 for a run of it, else None."""
    words = bare(words)
    title = names.title or (names.lead if not names.authors and not names.parties else ())
    if not words or not title:
        return None
    if words[0][0] == title[0][0]:
        if begins(title, words):
            return 2 if len(words) in (len(title), names.main) else 3
        if len(title) > 1 and begins(words, title):
            return 4
    told = telling(words)
    if len(told) > 1 and not names.words.isdisjoint(told) and (stands_in(words, title) or _in_order(told, title)):
        return 4
    return None


def begins(name: Words, words: Words) -> bool:
    """Tell whether `name` begins with `words`, abbreviations taken for their words."""
    if not 0 < len(words) <= len(name) or words[0][0] != name[0][0]:
        return False  # a word and its abbreviation share the first letter
    return words == name[: len(words)] or all(map(same, words, name))


def _in_order(words: Words, name: Words) -> bool:
    """Tell whether all of `words` stand in `name` in their order."""
    rest = iter(name)
    for word in words:
        letter = word[0]
        for other in rest:
            if other[0] == letter and (other == word or shortens(word, other)):
                break
        else:
            return False
    return True
