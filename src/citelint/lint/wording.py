"""In which notes, and whether in the body, a run of words stands: for names that may be used anywhere."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from citelint.model.span import Span
from citelint.resolve.fold import Words, fold

if TYPE_CHECKING:
    from citelint.lint.context import Context

BODY = -1
"""The place of the body among those of the notes, which are their ordinals."""
_LOOKED_INTO = 200
"""How many places that hold the rarest of some words are looked into; words that stand in more are called common."""


class Wording:
    """The folded words of every note and of the body."""

    def __init__(self, context: Context) -> None:
        self._texts: dict[int, str] = {}
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        source = context.source
        self._add(BODY, " ".join(span.of(source.text) for span in source.body))
        for note in context.document.notes:
            self._add(note.ordinal, context.text(note.span))

    def _add(self, place: int, text: str) -> None:
        words = fold(text)
        self._texts[place] = joined(words)
        for word in set(words):
            self._holders[word].append(place)

    def stands_outside(self, words: Words, note: int) -> bool:
        """Tell whether `words` stand side by side in the body or in a note other than `note`; true for common words."""
        if not words:
            return True
        places = min((self._holders.get(word, []) for word in words), key=len)
        run = joined(words)
        return len(places) > _LOOKED_INTO or any(run in self._texts[place] for place in places if place != note)

    def stands_up_to(self, words: Words, note: int) -> bool:
        """Tell whether `words` stand side by side in the body or in a note up to `note`; true for common words."""
        places = min((self._holders.get(word, []) for word in words), key=len, default=[])
        run = joined(words)
        before = places[: bisect_right(places, note)]
        return len(before) > _LOOKED_INTO or any(run in self._texts[place] for place in before)

    def stands_at(self, words: Words, place: int) -> bool:
        """Tell whether `words` stand side by side in a note or in the body."""
        return bool(words) and joined(words) in self._texts[place]

    def count(self, words: Words) -> int:
        """Count how often `words` stand side by side; of common words as often as is looked."""
        places = min((self._holders.get(word, []) for word in words), key=len, default=[])
        run = joined(words)
        return sum(self._texts[place].count(run) for place in places[:_LOOKED_INTO])

    def numbered(self, words: Words, until: int | None = None) -> bool:
        """Tell whether a number follows `words` anywhere: "545 U.S. 1" for "545 U.S."; true for common words.

        With `until` only the body and the notes up to that ordinal are looked into.
        """
        places = min((self._holders.get(word, []) for word in words), key=len, default=[])
        if until is not None:
            places = places[: bisect_right(places, until)]
        run = joined(words)
        return len(places) > _LOOKED_INTO or any(
            self._texts[place][end : end + 1].isdigit() for place in places for end in _ends(run, self._texts[place])
        )


def joined(words: Words) -> str:
    """Give folded words as one text in which a run of words can be searched."""
    return f" {' '.join(words)} "


def _ends(run: str, text: str) -> Iterator[int]:
    """Give where each place of a run of words ends in a text."""
    place = text.find(run)
    while place >= 0:
        yield place + len(run)
        place = text.find(run, place + 1)


def stands_in(words: Words, span: Span, context: Context) -> bool:
    """Tell whether folded `words` stand side by side in a span."""
    return bool(words) and joined(words) in joined(fold(context.text(span)))
