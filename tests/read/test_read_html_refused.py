"""Pages whose notes lie elsewhere, pages without notes, and pages that mean harm."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable

import pytest

from citelint.config import Config
from citelint.model.trouble import Unreadable
from citelint.read import read_source


def why(text: str, name: str = "essay.html") -> str:
    with pytest.raises(Unreadable) as trouble:
        read_source(text.encode(), name, Config())
    assert "\n" not in str(trouble.value)
    return str(trouble.value)


def marks(address: str) -> str:
    return "<p>" + " ".join(f'Words.<sup><a href="{address}{n}">{n}</a></sup>' for n in range(1, 5))


def test_notes_on_another_page() -> None:
    assert "its 4 marks call notes on another page (notes.html)" in why(marks("notes.html#n"))


def test_notes_that_are_loaded() -> None:
    said = why(marks("#n"))
    assert said.startswith("its 4 marks call notes that are not in this file: ")
    assert "browser" in said


def test_notes_that_wordpress_keeps_apart() -> None:
    mark = "<sup data-fn='x' class='fn'><a href='#x' id='x-link'>1</a></sup>"
    assert "WordPress" in why(f"<!-- wp:paragraph --><p>A.{mark}</p><!-- wp:footnotes /-->")


def test_notes_of_scalar() -> None:
    assert "Scalar" in why('<p><span rev="scalar:has_note" resource="note-1">Words</span></p>')


def test_notes_that_only_pop_up() -> None:
    pops = "".join(
        f'A.<sup><a href="javascript:void(0)" title="See Roe v. Wade, 410 U.S. 113.">{n}</a></sup>' for n in "12"
    )
    assert "its 2 notes are only shown when the pointer rests on a mark" in why(f"<p>{pops}</p>")


def test_numbers_that_are_raised() -> None:
    assert "its 3 marks call notes" in why("<p>A.<sup>1</sup> B.<sup>2</sup> C.<sup>3</sup></p>")


@pytest.mark.parametrize(
    "text",
    [
        "<p>Nothing here.</p>",
        "<p>E = mc<sup>2</sup>, the 1<sup>st</sup> of 10<sup>1</sup></p>",
        '<p><a href="#top">Top</a> <a href="#">1</a> <a href="/page/2">2</a> <a href="other.html#part">3</a></p>',
        "<nav><a href='#a'>1</a></nav><section id=a><h2>One</h2></section>",
    ],
)
def test_a_page_without_notes_is_read(text: str) -> None:
    assert read_source(text.encode(), "essay.html", Config()).notes == ()


def test_text_that_is_no_page() -> None:
    assert "no tag" in why("It was said that 3 < 4.")


def _linked(count: int) -> str:
    return "".join(f"<p>t<sup><a id=r{i} href=#f{i}>{i}</a></sup>" for i in range(count)) + "".join(
        f"<p id=f{i}><a href=#r{i}>{i}</a> Id. at {i}." for i in range(count)
    )


MONSTERS: dict[str, Callable[[int], str]] = {
    "tags never closed": lambda n: "<p>" + "<a x " * n,
    "comments never closed": lambda n: "<p>" + "<!-- " * n,
    "quotes never closed": lambda n: "<p>" + "<a b=\"<a c='" * n,
    "deep": lambda n: "<div>" * n + "x" + "</b>" * n,
    "crossing": lambda n: "<i><td><b>" * n + "</i></b>" * n,
    "crossing paragraphs": lambda n: "<b><p></b>" * n,
    "one note with many marks": lambda n: "<a id=x href=#y>1</a>" * n + "<p id=y>" + "<a href=#x>1</a>" * n,
    "one place, many names": lambda n: "<p id=x><a href=#x>1</a>" * n,
    "many notes": _linked,
    "many side notes": lambda n: "<sup>1</sup><span class=footnote>x</span>" * n,
    "typed notes": lambda n: "<p>[1] See id." * n,
    "marks without notes": lambda n: "<sup><a href=#x>1</a></sup>" * n,
    "lists in lists": lambda n: "<ol><li>" * n,
}


def steps(text: str) -> int:
    """Count the calls that reading a page takes: the clock of a busy machine tells less."""
    count = 0

    def counting(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += 1

    data = text.encode()
    sys.setprofile(counting)
    try:
        with contextlib.suppress(Unreadable):
            read_source(data, "essay.html", Config())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("monster", MONSTERS)
def test_work_grows_with_the_page(monster: str) -> None:
    page = MONSTERS[monster]
    steps(page(50))
    # what is quadratic takes sixteen times as many
    assert steps(page(1200)) < 6 * steps(page(300)) + 2000


@pytest.mark.timed
@pytest.mark.parametrize("monster", [name for name in MONSTERS if "closed" in name])
def test_patterns_do_not_try_again(monster: str) -> None:
    data = MONSTERS[monster](50_000).encode()
    started = time.process_time()
    with contextlib.suppress(Unreadable):
        read_source(data, "essay.html", Config())
    # what is quadratic takes minutes
    assert time.process_time() - started < 10


def test_ten_thousand_tags_deep() -> None:
    source = read_source(("<div>" * 10_000 + _linked(2)).encode(), "essay.html", Config())
    assert len(source.notes) == 2


def test_more_tags_than_an_essay_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citelint.read.markup.nesting.MOST_ITEMS", 100)
    assert "tags" in why("<a>" * 1000)
