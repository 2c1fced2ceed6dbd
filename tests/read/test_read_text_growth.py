"""Reading a text takes as long as the text is, whatever its lists look like."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from citelint.config import Config
from citelint.model.trouble import Unreadable
from citelint.pipeline import collector_paused
from citelint.read import read_source

KATZ = "Katz v. United States, 389 U.S. 347, 351 (1967)."


def repeated(words: str) -> Callable[[int], str]:
    return lambda count: words * count


def counted(words: str) -> Callable[[int], str]:
    return lambda count: "".join(words.format(n, 2 * n + 1, 2 * n + 2) for n in range(count))


def notes_and_works(count: int) -> str:
    notes = "".join(f"{n}. {KATZ}\n" for n in range(1, count))
    return f"Old.[1]\n\nNotes\n\n{notes}\n\nReferences\n\n" + "".join(f"{n}. The book.\n\n" for n in range(1, count))


TEXTS = {
    "chapters": repeated(f"Old.1 New.2\n\n1. {KATZ}\n\n2. Id. at 4.\n\n"),
    "headed chapters": repeated(f"Old.[1] New.[2]\n\nNotes\n1. {KATZ}\n2. Id. at 4.\n\n"),
    "bibliographies": repeated(f"Old.[1]\n\n1. {KATZ}\n\nReferences\n\n1. Alpha (1990).\n\n"),
    "headings": repeated("References\n\nChapter 1\n\nNotes\n\n"),
    "lists of the body": repeated("1. One thing.\n\n2. Another.\n\nText. It is.\n\n"),
    "lists one behind another": repeated(f"1. {KATZ}\n2. {KATZ}\n\n"),
    "figures and Roman numbers": repeated(f"[1] {KATZ}\n\n[i] {KATZ}\n\n"),
    "falling numbers": repeated(f"7. {KATZ}\n3. {KATZ}\n"),
    "lists within notes": counted(f"{{0}}. {KATZ} There are:\n1. one\n2. two\n"),
    "pages": counted(f"Old.[{{1}}] New.[{{2}}]\n\n{{1}}. {KATZ}\n\n{{2}}. {KATZ}\n\n{{0}}\n\n"),
    "blank lines": lambda count: f"Old.[1]\n\n1. {KATZ}\n\nNew.[2]\n\n2. {KATZ}\n" + "\n" * (40 * count) + "x",
    "notes and works": notes_and_works,
}


def seconds(make: Callable[[int], str], count: int) -> float:
    data = make(count).encode()
    with collector_paused():
        begun = time.process_time()
        with suppress(Unreadable):
            read_source(data, "essay.txt", Config())
        return time.process_time() - begun


@pytest.mark.timed
@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_time_grows_with_the_text_and_no_faster(make: Callable[[int], str]) -> None:
    few, many = seconds(make, 150), seconds(make, 1_200)
    # linear is 8, quadratic 64
    if many / few > 16:
        few, many = (min(seconds(make, count) for _ in range(3)) for count in (150, 1_200))
        assert many / few < 20
