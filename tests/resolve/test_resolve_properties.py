"""What holds of any document: a link for every reference, no exception, the same links each time, and time in step."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from assembled import Piece, Written, across, case, cite, document, ident, short, supra
from hypothesis import given, settings
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.citation import Citation, Id, Kind, Mention, Role
from citelint.model.document import Document
from citelint.model.link import Found, Links, Pointing
from citelint.pipeline import collector_paused
from citelint.resolve import resolve

_NAMES = st.one_of(
    st.sampled_from(
        ["Ada Cohen", "Ruth Lin", "Lin", "", "v.", "NASEM", "Roe v. Moss", "et al.", "in", "İß’&", "O’Brien", "…"]
    ),
    st.text(max_size=12),
)
_NUMBERS = st.one_of(st.none(), st.integers(0, 12), st.tuples(st.integers(0, 12), st.integers(0, 12)))
_ROLES = st.sampled_from(list(Role))


@st.composite
def pieces(draw: st.DrawFn, depth: int = 1) -> Piece:
    """Draw a mention of any sort, sometimes with others inside it."""
    inner = draw(st.lists(pieces(depth - 1), max_size=2)) if depth else []
    clear = draw(st.booleans())
    name = draw(_NAMES)
    match draw(st.integers(0, 6)):
        case 0:
            kind = draw(st.sampled_from(list(Kind)))
            label = draw(st.one_of(st.none(), _NAMES))
            opening = draw(st.sampled_from(["quoting", "arguing", "citing"]))
            more = {
                key: draw(_NAMES) for key in ("title", "institution", "page", "volume", "year") if draw(st.booleans())
            }
            return cite(kind, inner, opening, authors=[name], label=label, clear=clear, **more)
        case 1:
            return case(name or "Roe v. Moss", draw(st.sampled_from(["1", "x"])), "U.S.", "5", inner=inner, clear=clear)
        case 2:
            word = draw(st.sampled_from(["supra", "infra", "Supra"]))
            numbers = draw(st.lists(_NUMBERS, max_size=2))
            label = draw(st.one_of(st.none(), _NAMES))
            return supra(
                name, *numbers, word=word, pincite=draw(st.one_of(st.none(), _NAMES)), label=label, clear=clear
            )
        case 3:
            part = draw(st.one_of(st.none(), st.just("Part II")))
            return across(*draw(st.lists(_NUMBERS, max_size=2)), part=part, clear=clear)
        case 4:
            return short(name, draw(st.sampled_from(["", "1"])), draw(st.sampled_from(["", "U.S."])), "7", clear=clear)
        case 5:
            kind = draw(st.sampled_from([Kind.STATUTE, Kind.OTHER]))
            return short(kind=kind, page=draw(st.one_of(st.none(), _NAMES)), role=draw(_ROLES))
        case _:
            return ident(draw(st.one_of(st.none(), st.just("7"))), name or None, inner=inner, clear=clear)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document of a few notes, prose between the mentions."""
    prose = st.sampled_from(["; ", ". See ", " ?not understood? ", "The rule is older than the court. ", " at 5; "])
    note = st.lists(st.tuples(pieces(), prose), max_size=3)
    notes: list[list[Written]] = [[x for pair in drawn for x in pair] for drawn in draw(st.lists(note, max_size=8))]
    labels = draw(
        st.lists(st.sampled_from(["1", "2", "3", "4", "*", "iv", None]), min_size=len(notes), max_size=len(notes))
    )
    sections = draw(st.lists(st.integers(1, 2), min_size=len(notes), max_size=len(notes)))
    return document(*notes, labels=labels, sections=sorted(sections))


configs = st.builds(Config, first_note=st.sampled_from([None, 1, 3]), last_note=st.sampled_from([None, 4]))


@settings(max_examples=250, deadline=None)
@given(documents(), configs)
def test_every_reference_has_a_link_that_holds_together(drawn: Document, config: Config) -> None:
    links = resolve(drawn, config)
    assert set(links.by_reference) == {reference.index for reference in drawn.references}
    for reference in drawn.references:
        link = links.of(reference.index)
        assert link.reference == reference.index
        if isinstance(link, Found):
            _check_found(link, reference, drawn, links)
        assert all(drawn.mentions[index].index == index for index in link.chain)


def _check_found(link: Found, reference: Mention, drawn: Document, links: Links) -> None:
    citation = link.citation
    assert drawn.mentions[citation.index] is citation
    assert link.chain[-1] == citation.index
    if link.later:
        assert citation.index > reference.index
    elif not isinstance(reference, Id):
        assert citation.index < reference.index
    work = links.work_of[citation.index]
    assert citation.index in links.works[work]
    assert all(links.work_of[other.index] == work and other.index != citation.index for other in link.others)
    assert all(links.work_of[rival.citation.index] != work for rival in link.rivals)
    if link.pointed is not None:
        assert links.work_of[link.pointed.index] == work
    if link.pointing is Pointing.RIGHT:
        assert link.pointed is not None


@settings(max_examples=100, deadline=None)
@given(documents(), configs)
def test_links_are_the_same_each_time(drawn: Document, config: Config) -> None:
    assert resolve(drawn, config) == resolve(drawn, config)


@settings(max_examples=100, deadline=None)
@given(documents())
def test_works_and_cites(drawn: Document) -> None:
    links = resolve(drawn, Config())
    full = [m.index for m in drawn.mentions if isinstance(m, Citation)]
    assert sorted(index for work in links.works for index in work) == full
    assert all(list(work) == sorted(work) for work in links.works)
    assert all(a[0] < b[0] for a, b in pairwise(links.works))
    assert all(index in links.works[work] for index, work in links.work_of.items())
    assert len(links.cites) == len(drawn.notes)
    for note, works in zip(drawn.notes, links.cites, strict=True):
        assert len(set(works)) == len(works)
        own = {links.work_of[m.index] for m in note.top if isinstance(m, Citation) and m.within is None}
        assert own <= set(works)


def _article(author: str, number: int) -> Piece:
    title = f"On the {_word(number * 7)} of {_word(number * 13)}"
    return cite(authors=[f"Ann {author}"], title=title, volume="5", reporter="J.", page=str(number))


def _word(number: int) -> str:
    """Give a word of seven letters that differs from number to number."""
    state, letters = number * 2654435761 % 2**32, []
    for _ in range(7):
        state = (state * 1664525 + 1013904223) % 2**32
        letters.append("bcdfghjklmnprstv"[state >> 28])
    return "".join(letters).capitalize()


SHAPES: dict[str, Callable[[int], list[list[Written]]]] = {
    "an author of its own for each work": lambda n: [
        *([_article(_word(i), i)] for i in range(n)),
        *([supra(_word(i), i + 1)] for i in range(n)),
    ],
    "one author for all works": lambda n: [
        *([_article("Smith", i)] for i in range(n)),
        *([supra("Smith", i + 1 if i % 2 else 9 * n)] for i in range(n)),
    ],
    "one work": lambda n: [
        *([_article("Smith", 1)] for _ in range(n)),
        *([supra("Smith", i + 1 if i % 2 else 9 * n)] for i in range(n)),
    ],
    "one chain of Id.": lambda n: [[_article("Smith", 1)], *([ident()] for _ in range(2 * n))],
    "Id. upon Id. in one note": lambda n: [[_article("Smith", 1), *(ident() for _ in range(2 * n))]],
    "one note with all works": lambda n: [
        [_article(_word(i), i) for i in range(n)],
        *([supra(_word(i), 1)] for i in range(n)),
    ],
    "one note with all works of one author": lambda n: [
        [_article("Smith", i) for i in range(n)],
        *([supra("Smith", 1)] for _ in range(n)),
    ],
    "cases of one volume": lambda n: [
        *([case(f"{_word(i)} v. Roe", "5", "U.S.", str(i))] for i in range(n)),
        *([short(_word(i), "5", "U.S.", str(i + 1))] for i in range(n)),
    ],
    "one case": lambda n: [
        *([case("Doe v. Roe", "5", "U.S.", "9")] for _ in range(n)),
        *([short("Doe", "5", "U.S.", "12")] for _ in range(n)),
    ],
    "misspelt names": lambda n: [
        *([_article(_word(i), i)] for i in range(n)),
        *([supra(_word(i)[:-1] + "x", 9 * n)] for i in range(n)),
    ],
    "Id. nested in one citation": lambda n: [
        [_article(_word(i), i) for i in range(n)],
        [cite(authors=["Ada Roe"], title="U", inner=[ident() for _ in range(n)], opening="citing")],
    ],
    "labels for one work": lambda n: [
        [_article("Smith", 1)],
        *([supra("Smith", 1, label=f"Smith, {_word(i)}")] for i in range(2 * n)),
    ],
    "stretches not understood": lambda n: [["?x? "] * n, *([supra("Jones", 1)] for _ in range(n))],
}


@pytest.mark.timed
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_document_and_no_faster(shape: str) -> None:
    """Eight times the document may take eight times as long, with room for noise; quadratic would be sixty-four."""
    with collector_paused():
        small, large = (document(*SHAPES[shape](n)) for n in (250, 2000))
        most = 22 * max(min(_seconds(small) for _ in range(3)), 0.002)
        # the shortest of three counts, so one that is short enough will do
        assert any(_seconds(large) < most for _ in range(3)), most


def _seconds(drawn: Document) -> float:
    """Give what one run takes in seconds of this process."""
    started = time.process_time()
    resolve(drawn, Config())
    return time.process_time() - started
