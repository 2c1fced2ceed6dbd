"""Words brought to one form, so that what a reader takes for the same word compares equal.

Case, accents, quotation marks, apostrophes, hyphens, small capitals typed as capitals and the dots of initials make no
difference: "Böhme", "BOHME" and "Bohme" are one word, "U.S." and "US" another, "Nat’l" and "Nat'l" a third.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Words = tuple[str, ...]
"""Folded words, in order."""

SMALL = frozenset(
    {
        *(
            "a",
            "an",
            "and",
            "as",
            "at",
            "before",
            "by",
            "de",
            "et",
            "al",
            "for",
            "from",
            "in",
            "into",
            "its",
            "la",
            "no",
        ),
        *("of", "on", "or", "our", "s", "the", "their", "to", "under", "v", "vs", "with"),
    }
)
"""Words too common to tell one work from another."""

_WORD = re.compile(r"[^\W_]+")
_OF_INITIALS = re.compile(r"\.(?:(?<=\b[^\W\d_]\.)(?=[^\W\d_]\.)|(?<=\b[^\W\d_]\.[^\W\d_]\.))")
"""A period behind one of two or more letters that stand alone: before the next of them, or behind the last."""
_POSSESSIVE = re.compile(r"'s\b")
_ABBREVIATED = re.compile(r"\.[^\W\d_]\.")
"""What stands in all initials: faster to look for."""
_MARKS = {
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("“”„«»–—‑‐‒−…§¶\u00a0", " "),
    **dict.fromkeys("\u00ad\u200b\u2060", ""),
    **{"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i"},
    **{"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d"},
}
_APART = "".join(chr(code).lower() if chr(code).isalnum() else " " for code in range(128))
"""For each ASCII character what stands for it between words and in them."""


@lru_cache(maxsize=8192)
def fold(text: str) -> Words:
    """Give the words of a name or title, folded, as `fold_text` does; the same ones come again and again."""
    return fold_text(text)


def fold_text(text: str) -> Words:
    """Give the words of `text`, folded: lower case, no accents, no punctuation, no possessive; "&" reads "and"."""
    if not text.isascii():
        # mostly one or two of them stand in a text; a table of all would be asked for every letter
        for mark, plain in _MARKS.items():
            if mark in text:
                text = text.replace(mark, plain)
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text)
            text = "".join([c for c in text if not unicodedata.combining(c)])
    text = text.lower()
    if "'" in text:
        text = _POSSESSIVE.sub("", text).replace("'", "")
    if "." in text and _ABBREVIATED.search(text) is not None:
        text = _OF_INITIALS.sub("", text)
    if "&" in text:
        text = text.replace("&", " and ")
    return tuple(text.translate(_APART).split() if text.isascii() else _WORD.findall(text))


def bare(words: Words) -> Words:
    """Give `words` without an article at their head."""
    return words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words


@lru_cache(maxsize=8192)
def telling(words: Words) -> Words:
    """Give the words that can tell works apart: all but articles, conjunctions, prepositions and "et al."."""
    return tuple(word for word in words if word not in SMALL)


def initials(words: Words) -> str:
    """Give the acronym that the telling words make, "" where there are fewer than two."""
    told = telling(words)
    return "".join(word[0] for word in told) if len(told) > 1 else ""


def shortens(short: str, long: str) -> bool:
    """Tell whether `short` can abbreviate `long`: "rsch" research, "natl" national, "ctr" center.

    The first letters agree and the letters of `short`, at least three, stand in `long` in order. A plural s is passed.
    Three letters say little: they begin the word, or end as it ends ("CRS" is not Carlson).
    """
    if len(short) > len(long):
        short, long = long, short
    if len(short) < 3 or short[0] != long[0]:
        return False
    if len(short) == 3 and not long.startswith(short) and short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(letter in rest for letter in short) or (short[-1] == "s" and shortens(short[:-1], long))


def same(first: str, second: str) -> bool:
    """Tell whether two folded words are one, or one abbreviates the other."""
    return first == second or shortens(first, second)


def stands_in(words: Words, name: Words) -> bool:
    """Tell whether `words` stand in `name` side by side, abbreviations taken for their words."""
    count = len(words)
    if not count:
        return False
    letter = words[0][0]  # a word and its abbreviation share it
    for start in range(len(name) - count + 1):
        if name[start][0] == letter:
            run = name[start : start + count]
            if run == words or all(map(same, words, run)):
                return True
    return False


def near(first: str, second: str) -> bool:
    """Tell whether one word is the other misspelt: a letter more, fewer, changed, or two neighbours swapped.

    Words under four letters have no neighbours; from eight letters on two slips side by side are passed.
    """
    if first == second:
        return True
    short, long = sorted((len(first), len(second)))
    if short < 4 or long - short > 2:
        return False
    head = 0
    while head < short and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < short - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    one, other = first[head : len(first) - tail], second[head : len(second) - tail]
    if max(len(one), len(other)) <= 1 or (len(one) == len(other) == 2 and one == other[::-1]):
        return head > 0
    return short >= 8 and head > 0 and len(one) <= 2 and len(other) <= 2
