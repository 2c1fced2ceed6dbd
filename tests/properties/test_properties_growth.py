"""A piece of four times as many notes takes four times as long, whatever its notes have in common."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from citelint.config import Config
from citelint.pipeline import check

FEW, MANY = 250, 1_000
"""Notes of the pieces that are compared."""


def name(number: int) -> str:
    """Give a name that no other number has: three syllables."""
    onsets, vowels = "BDFGHJKLMNPRSTV", "aeiou"
    return "".join(
        onsets[number // 75**place % 75 // 5] + vowels[number // 75**place % 5] for place in range(3)
    ).capitalize()


def book(number: int, author: str = "") -> str:
    return f"{author or 'Ada ' + name(number)}, {name(7 * number)} Courts {number} (2014)"


def every_other(full: Callable[[int], str], later: Callable[[int], str]) -> Callable[[int], list[str]]:
    """Give what makes a piece whose odd notes are `full` and whose even ones `later`."""
    return lambda count: [full(number) if number % 2 else later(number) for number in range(1, count + 1)]


PIECES: dict[str, Callable[[int], list[str]]] = {
    "sound": every_other(book, lambda n: f"{name(n - 1)}, supra note {n - 1}"),
    "every number wrong": every_other(book, lambda n: f"{name(n - 1)}, supra note {n * 7919 % 250 + 1}"),
    "every name misspelt": every_other(book, lambda n: f"{name(n - 1)[:-1]}x, supra note {n - 1}"),
    "nothing cited in full": every_other(book, lambda n: f"{name(n + 5000)}, supra note {n - 1}"),
    "one author": every_other(lambda n: book(n, "Ada Moss"), lambda n: f"Moss, supra note {n - 1}"),
    "one title": every_other(lambda n: f"Ada {name(n)}, Courts {n} (2014)", lambda n: f"Courts, supra note {n - 1}"),
    "one work": every_other(lambda n: "Ada Moss, Courts 4 (2014)", lambda n: f"Moss, supra note {n - 1}"),
    "one label": every_other(lambda n: f"{book(n)} [hereinafter Files]", lambda n: f"Files, supra note {n - 1}"),
    "one party": every_other(
        lambda n: f"State v. {name(n)}, {n} U.S. {n} (1990)", lambda n: f"State, {n - 1} U.S. at {n}"
    ),
    "a chain of id": lambda count: [book(1), *(f"Id. at {n}" for n in range(1, count))],
    "id after two works": every_other(lambda n: f"{book(n)}; {book(n + 1)}", lambda n: "Id"),
    "ranges over all before": lambda count: [f"See supra notes 1–{n} and accompanying text" for n in range(count)],
    "one note": lambda count: [book(1), "; ".join(f"{name(1)}, supra note {n}" for n in range(count))],
}


def seconds(make: Callable[[int], list[str]], count: int) -> float:
    """Give the processor's seconds that the check of a piece takes."""
    data = "".join(f"[{number}] {note}.\n" for number, note in enumerate(make(count), 1)).encode()
    begun = time.process_time()
    check(data, "piece.txt", Config())
    return time.process_time() - begun


@pytest.mark.timed
@pytest.mark.parametrize("make", PIECES.values(), ids=PIECES.keys())
def test_time_grows_with_the_notes_and_no_faster(make: Callable[[int], list[str]]) -> None:
    few, many = seconds(make, FEW), seconds(make, MANY)
    # linear is 4, quadratic 16
    if many / few > 8:
        few, many = (min(seconds(make, count) for _ in range(3)) for count in (FEW, MANY))
        assert many / few < 9
