"""A picture of which note leans on which: the notes on a line, and an arc from each reference to its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citelint.model.document import Document
from citelint.model.link import Found, Links, Pointing
from citelint.report.layout.words import counted
from citelint.report.page.markup import element, escaped, inner_link, note_id

WIDTH = 960
_SIDE = 20
_HIGHEST = 220

_WRONG = frozenset({Pointing.ANOTHER_WORK, Pointing.NO_SUCH_NOTE, Pointing.OWN_NOTE, Pointing.PLACEHOLDER})


@dataclass(frozen=True, slots=True, order=True)
class Arc:
    """A note leans on the note of a full citation, both by ordinal; `wrong` where another number is typed there."""

    note: int
    on: int
    wrong: bool


def arcs(document: Document, links: Links) -> list[Arc]:
    """Give which notes lean on which others, each pair once, in order; it is wrong where one of its numbers is."""
    found: dict[tuple[int, int], bool] = {}
    for reference in document.references:
        link = links.by_reference.get(reference.index)
        if isinstance(link, Found) and link.citation.note != reference.note:
            pair = (reference.note, link.citation.note)
            found[pair] = found.get(pair, False) or link.pointing in _WRONG
    return sorted(Arc(note, on, wrong) for (note, on), wrong in found.items())


def picture_html(document: Document, links: Links, file: int, name: str) -> str:
    """Give the picture and the same as a list, or "" for a piece in which no note leans on another.

    `name` is what the file is called where several pictures are on one page.
    """
    drawn = arcs(document, links)
    if not drawn:
        return ""
    what = (
        f"{counted(len(document.notes), 'note')} on a line; {counted(len(drawn), 'arc')}, each from a note to the one "
        "that cites its source in full. In red: the number that is typed there names another note. "
        "The list below says the same in words."
    )
    titled, tells = f"f{file}-picture", f"f{file}-tells"
    svg = element(
        "svg",
        element("title", "Which note leans on which", id=titled),
        element("desc", escaped(what), id=tells),
        *_drawing(document, drawn),
        viewBox=f"0 0 {WIDTH} {_height(drawn, len(document.notes)) + 34:.0f}",
        role="img",
        aria_labelledby=f"{titled} {tells}",
    )
    return element(
        "section",
        element("h3", "Which note leans on which"),
        element("div", svg, class_="wide", tabindex="0", role="region", aria_label=f"Picture of {name}"),
        element("details", element("summary", "The same as a list"), element("ul", *_list(document, drawn, file))),
    )


def _x(note: int, count: int) -> float:
    return WIDTH / 2 if count == 1 else _SIDE + note * (WIDTH - 2 * _SIDE) / (count - 1)


def _rise(arc: Arc, count: int) -> float:
    half = abs(_x(arc.note, count) - _x(arc.on, count)) / 2
    return min(half, _HIGHEST * half / (half + _HIGHEST) * 1.6)


def _height(drawn: Iterable[Arc], count: int) -> float:
    return max(_rise(arc, count) for arc in drawn) + 12


def _drawing(document: Document, drawn: Sequence[Arc]) -> Iterable[str]:
    count = len(document.notes)
    base = _height(drawn, count)
    yield element("line", x1=f"{_SIDE}", x2=f"{WIDTH - _SIDE}", y1=f"{base:.1f}", y2=f"{base:.1f}", class_="axis")
    # what is wrong is drawn last, over the rest
    for arc in sorted(drawn, key=lambda one: one.wrong):
        start, end = _x(arc.note, count), _x(arc.on, count)
        across, rise = abs(start - end) / 2, _rise(arc, count)
        path = f"M{start:.1f} {base:.1f}A{across:.1f} {rise:.1f} 0 0 {int(start > end) ^ 1} {end:.1f} {base:.1f}"
        yield element("path", d=path, class_="arc wrong" if arc.wrong else "arc")
    sources = {arc.on for arc in drawn}
    step = max(1, -(-count // 40))
    for note in document.notes:
        x = _x(note.ordinal, count)
        kind = "full" if note.ordinal in sources else "dot"
        size = 3 if count <= 200 else 1.5
        yield element("circle", cx=f"{x:.1f}", cy=f"{base:.1f}", r=f"{size}", class_=kind)
        if note.ordinal % step == 0:
            label = escaped(note.name[:6])
            yield element("text", label, x=f"{x:.1f}", y=f"{base + 18:.1f}", text_anchor="middle")


def _list(document: Document, drawn: Sequence[Arc], file: int) -> Iterable[str]:
    by_note: dict[int, list[Arc]] = {}
    for arc in drawn:
        by_note.setdefault(arc.note, []).append(arc)

    def link(note: int) -> str:
        return inner_link(note_id(file, note), escaped(f"note {document.notes[note].name}"))

    for note, leans in by_note.items():
        on = (link(arc.on) + (" (another number is typed)" if arc.wrong else "") for arc in leans)
        yield element("li", link(note), " leans on ", ", ".join(on))
