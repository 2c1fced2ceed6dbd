"""In which notes, and whether in the body, a run of words stands: for names that may be used anywhere."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from citelint.model.span import Span
from citelint.resolve.fold import Words, fold_text

if TYPE_CHECKING:
    from citelint.lint.context import Context

BODY = -1
"""The place of the body among those of the notes, which are their ordinals."""
_LOOKED_INTO = 200
"""How many places that hold the rarest of some words are looked into; words that stand in more are called common."""


class Wording:
    """The folded words of every note and of the body, folded when they are first asked for."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._texts: dict[int, str] = {}
        self._holders: defaultdict[str, list[int]] | None = None

    def _text(self, place: int) -> str:
        """Give the words of a note or of the body as one text, folded."""
        known = self._texts.get(place)
        if known is None:
            context = self._context
            spans = context.source.body if place == BODY else (context.note(place).span,)
            known = self._texts[place] = joined(fold_text(" ".join([context.text(span) for span in spans])))
        return known

    def _places(self, words: Words) -> list[int]:
        """Give the places, in order, that hold the rarest of some words; none for no words."""
        if self._holders is None:
            self._holders = defaultdict(list)
            for place in (BODY, *range(len(self._context.document.notes))):
                for word in set(self._text(place).split()):
                    self._holders[word].append(place)
        holders = self._holders
        return min((holders.get(word, []) for word in words), key=len, default=[])

    def stands_outside(self, words: Words, note: int) -> bool:
        """Tell whether `words` stand side by side in the body or in a note other than `note`; true for common words."""
        if not words:
            return True
        places = self._places(words)
        run = joined(words)
        return len(places) > _LOOKED_INTO or any(run in self._text(place) for place in places if place != note)

    def stands_up_to(self, words: Words, note: int) -> bool:
        """Tell whether `words` stand side by side in the body or in a note up to `note`; true for common words."""
        places = self._places(words)
        run = joined(words)
        before = places[: bisect_right(places, note)]
        return len(before) > _LOOKED_INTO or any(run in self._text(place) for place in before)

    def stands_at(self, words: Words, place: int) -> bool:
        """Tell whether `words` stand side by side in a note or in the body."""
        return bool(words) and joined(words) in self._text(place)

    def count(self, words: Words) -> int:
        """Count how often `words` stand side by side; of common words as often as is looked."""
        places = self._places(words)
        run = joined(words)
        return sum(self._text(place).count(run) for place in places[:_LOOKED_INTO])

    def numbered(self, words: Words, until: int | None = None) -> bool:
        """Tell whether a number follows `words` anywhere: "545 U.S. 1" for "545 U.S."; true for common words.

        With `until` only the body and the notes up to that ordinal are looked into.
        """
        places = self._places(words)
        if until is not None:
            places = places[: bisect_right(places, until)]
        run = joined(words)
        return len(places) > _LOOKED_INTO or any(
            self._text(place)[end : end + 1].isdigit() for place in places for end in _ends(run, self._text(place))
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
    return bool(words) and joined(words) in joined(fold_text(context.text(span)))
