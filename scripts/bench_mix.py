"""The text that is measured: notes of every kind in the proportions of law reviews, as many as wanted.

`bench_mix.txt` holds forty invented notes. They are repeated with new names, places, volumes and pages, so that every
repetition cites works of its own, and with numbers that fit: a piece of any length has sound cross-references.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_AUTHORS = "son berg well ton mann ley hurst dottir quist wick more strand".split()
_PARTIES = "ford gate ridge stone vale brook mere holt crest wood field marsh".split()
_ONSETS = "B D F G H J K L M N P R S T V".split()
_VOWELS = "a e i o u".split()
_CODE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

BODY = (
    "The court in which this happened had done it for so long that nobody could say when it began, and the few who "
    "were asked gave answers that had little in common. What they agreed on is that no rule had ever required it."
)
"""A sentence or two of the text that a note stands under in an essay."""


@cache
def mix() -> tuple[str, ...]:
    """Give the forty notes with their places for names and numbers."""
    lines = Path(__file__).with_name("bench_mix.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def share(pattern: str) -> float:
    """Give the share of the mix's notes in which a pattern is found."""
    return sum(bool(re.search(pattern, note)) for note in mix()) / len(mix())


def syllables(number: int) -> str:
    """Give a beginning of a name, another one for each number: four letters or more."""
    word = ""
    pair = len(_ONSETS) * len(_VOWELS)
    while number or len(word) < 4:
        onset, vowel = divmod(number % pair, len(_VOWELS))
        word += _ONSETS[onset] + _VOWELS[vowel]
        number //= pair
    return word.capitalize()


def values(repetition: int) -> dict[str, object]:
    """Give what stands in the braces of the mix in its repetition of that number, counted from 0."""
    begin = syllables(repetition * 7 % 5625)
    block, offset = divmod(repetition, 300)
    volume, page, other = 200 + offset, 11 + 97 * block, 60 + 97 * block
    first = 1 + repetition * len(mix())
    return {
        **{f"s{i}": begin + ending for i, ending in enumerate(_AUTHORS, 1)},
        **{f"c{i}": begin + ending for i, ending in enumerate(_PARTIES, 1)},
        **{f"n{i}": first + i - 1 for i in range(1, len(mix()) + 1)},
        **{"w": begin + "via", "v": volume, "u": 400 + repetition % 150, "y": 2000 + offset // 43},
        **{"p": page, "pp": page + 6, "pq": page + 9, "q": other, "qq": other + 4, "h": 100 + repetition % 900},
        **{"f": f"{2 + repetition % 60},{100 + repetition % 899}", "k": code(repetition)},
    }


def code(number: int) -> str:
    """Give four letters or digits, others for each number, as a link to an archive has."""
    return "".join(_CODE[(number // len(_CODE) ** place + 5 * place) % len(_CODE)] for place in range(4))


def notes(count: int) -> list[str]:
    """Give the first `count` notes, without their labels."""
    size = len(mix())
    made: list[str] = []
    for repetition in range(-(-count // size)):
        known = values(repetition)
        made += [note.format_map(known) for note in mix()]
    return made[:count]


def note_list(count: int) -> str:
    """Give a file that is nothing but `count` notes, numbered from 1."""
    return "".join(f"[{number}] {note}\n" for number, note in enumerate(notes(count), 1))


def essay(count: int) -> str:
    """Give an essay with `count` notes and a sentence or two of text for each."""
    body = "\n\n".join(f"{BODY}[{number}]" for number in range(1, count + 1))
    return f"{body}\n\n{note_list(count)}"
