"""Writing sentences about a manuscript down without its words: each is a place in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Told = str | list[Any]
"""A text: strings that are our own, ``[start, end]`` for a stretch of the manuscript, and ``[start, end, case]`` for
one that is printed in another case. A text without any such stretch is a plain string."""

_TOKENS = re.compile(r"\w+|\W+")
_WORDS = re.compile(r"\w+")
_CASES: tuple[Callable[[str], str], ...] = (str, str.lower, str.upper, str.capitalize)


class CannotTell(Exception):
    """A text has a word of the manuscript in a form that no place in it gives."""


class Words:
    """The words of one manuscript and where each first stands. Made in one pass over the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._exact: dict[str, int] = {}
        self._folded: dict[str, tuple[int, str]] = {}
        self._told: dict[str, Told] = {}
        for match in _WORDS.finditer(text):
            word = match.group()
            if word not in self._exact:
                self._exact[word] = match.start()
                self._folded.setdefault(word.lower(), (match.start(), word))

    def tell(self, sentence: str) -> Told:
        """Write a sentence down: no word that stands in the manuscript is in what is given. Raises CannotTell."""
        if sentence not in self._told:
            self._told[sentence] = self._tell(sentence)
        return self._told[sentence]

    def _tell(self, sentence: str) -> Told:
        if not sentence or sentence.isdigit():
            return sentence  # a number is no word
        told: list[Any] = []
        for token in _TOKENS.findall(sentence):
            last = told[-1] if told else None
            if isinstance(last, list) and len(last) == 2 and self._goes_on(token, last[1]):
                last[1] += len(token)
                continue
            place = self._place(token)
            if place is not None:
                told.append(place)
            elif isinstance(last, str):
                told[-1] = last + token
            else:
                told.append(token)
        return told if any(isinstance(piece, list) for piece in told) else sentence

    def _goes_on(self, token: str, at: int) -> bool:
        end = at + len(token)
        return self._text.startswith(token, at) and not (token[-1:].isalnum() and self._text[end : end + 1].isalnum())

    def _place(self, token: str) -> list[int] | None:
        if token in self._exact:
            at = self._exact[token]
            return [at, at + len(token)]
        folded = self._folded.get(token.lower())
        if folded is None or token.isdigit():
            return None
        at, word = folded
        for case, change in enumerate(_CASES):
            if change(word) == token:
                return [at, at + len(word), case]
        raise CannotTell


def read(told: Told, text: str) -> str:
    """Give the sentence that `Words(text).tell` wrote down."""
    if isinstance(told, str):
        return told
    return "".join(piece if isinstance(piece, str) else _stretch(text, *piece) for piece in told)


def _stretch(text: str, start: int, end: int, case: int = 0) -> str:
    return _CASES[case](text[start:end])
