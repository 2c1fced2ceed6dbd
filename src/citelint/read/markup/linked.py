"""Notes that their marks link to.

The rule is one: a link with a short label in the body leads to a note, and the note has a link that leads back. It
reads what Word, Google Docs, LibreOffice, WordPress, Substack, pandoc, Python-Markdown, GitHub, docutils and most
journals write. A link that is not answered is a mark where it looks like one, and what it leads to like a note.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from citelint.read.markup.drafts import Call, Draft, Found
from citelint.read.markup.extents import Extents, go_on
from citelint.read.markup.labels import AUTHOR_SIGNS, label_of, leads_with_label, text_at
from citelint.read.markup.nesting import BLOCKS
from citelint.read.markup.pointers import Pointer, Pointers, is_raised
from citelint.read.markup.tree import Element, Tree
from citelint.read.markup.uncalled import add_authors, add_uncalled

_BACK = frozenset(("doc-backlink", "backlink"))


def find_linked(tree: Tree, pointers: Pointers) -> Found:
    """Find the notes of a page that links lead to, and the marks that call them."""
    labels = {pointer.source: label_of(tree.inside(pointer.source)) for pointer in pointers.all}
    down = [pointer for pointer in pointers.all if labels[pointer.source] and _leads_down(tree, pointer)]
    extents = Extents(tree, pointers, (p.target for p in down), (p.source for p in down))
    marks_of: dict[int, list[int]] = {}
    for pointer in down:
        marks_of.setdefault(pointer.target, []).append(pointer.source)
    notes: dict[int, Draft] = {}
    marks: dict[int, list[int]] = {}
    for target, sources in marks_of.items():
        extent = extents.of(target)
        if extent is None:
            continue
        first, last = extent
        sources = [source for source in sources if not first <= source < last]
        answered = _answered(tree, pointers, sources, pointers.within(first, last))
        looking = [source for source in sources if is_raised(tree, source) or "[" in (tree.inside(source) or "")]
        chosen = (
            sorted({*answered, *looking}) if answered or _is_note(tree, first, last, target, labels, looking) else []
        )
        if chosen:
            notes[target] = Draft(first, last, labels[chosen[0]])
            marks[target] = chosen
    kept = _apart(notes)
    found = Found(list(kept.values()))
    inside = [False] * (len(tree.items) + 1)
    for note in found.notes:
        inside[note.first : note.last] = [True] * (note.last - note.first)
    for target, note in kept.items():
        # a mark inside of a note is one only where it is the only one: others are cross-references
        outside = [source for source in marks[target] if not inside[source]] or marks[target]
        note.called = labels[outside[0]]
        found.calls += [Call(source, labels[source] or "", note) for source in outside]
    found.sort()
    _join_blocks(tree, found.notes)
    add_uncalled(tree, found)
    add_authors(tree, found)
    marks_at: dict[int, set[int]] = {}
    for call in found.calls:
        marks_at.setdefault(id(call.note), set()).add(call.item)
    for note in found.notes:
        note.dropped |= links_back(tree, pointers, note, marks_at.get(id(note), set()))
    return found


def _leads_down(tree: Tree, pointer: Pointer) -> bool:
    return pointer.target > pointer.source and pointer.target >= tree.element(pointer.source).after


def _answered(tree: Tree, pointers: Pointers, sources: list[int], backs: Iterable[Pointer]) -> list[int]:
    """Give the marks that a note's links lead back to: best to the mark itself or what is around it or in it."""
    places = {back.target for back in backs}
    if not places or not sources:
        return []
    exact = [source for source in sources if not places.isdisjoint(_places_at(tree, source))]
    if exact:
        return exact
    blocks = {pointers.block_of(place): place for place in places}
    near = [(source, blocks.get(pointers.block_of(source))) for source in sources]
    return [source for source, place in near if place is not None and place <= source][:1]


def _places_at(tree: Tree, mark: int) -> set[int]:
    """Give the elements that stand at a mark: itself, what is in it or around it, an empty anchor right before it."""
    places = set(range(mark, min(tree.element(mark).after, mark + 8)))
    for steps, (index, element) in enumerate(tree.above(mark)):
        if element.name in BLOCKS or steps > 4:
            break
        places.add(index)
    for index in range(mark - 1, max(mark - 5, -1), -1):
        if not isinstance(tree.items[index], Element):
            break
        places.add(index)
    return places


def _is_note(tree: Tree, first: int, last: int, target: int, labels: dict[int, str | None], looking: list[int]) -> bool:
    """Tell whether what is called without an answer is a note by its look: it has the label, or is called a note."""
    if not looking or not text_at(tree, first, last):
        return False
    element = tree.element(target)
    words = f"{element.get('role')} {element.get('epub:type')} {element.get('class')} {element.get('id')}".lower()
    if element.get("role") == "tooltip" or "note" in words or "fn" in words:
        return True
    parent = tree.element(first).parent
    if tree.element(first).name == "li" and parent >= 0 and tree.element(parent).name == "ol":
        return True
    return leads_with_label(tree, first, last) == labels[looking[0]] or (
        label_of(tree.opening(first, last).partition(" ")[0]) == labels[looking[0]]
    )


def _apart(notes: dict[int, Draft]) -> dict[int, Draft]:
    """Leave out notes that stand in others or are the same."""
    kept: dict[int, Draft] = {}
    end = -1
    for target, note in sorted(notes.items(), key=lambda pair: (pair[1].first, -pair[1].last)):
        if note.first >= end:
            kept[target] = note
            end = note.last
    return kept


def _join_blocks(tree: Tree, notes: list[Draft]) -> None:
    """Let notes that are paragraphs among paragraphs run on to the next."""
    for note, following in pairwise(notes):
        element = tree.element(note.first)
        if element.name in ("p", "div") and element.parent == tree.element(following.first).parent:
            note.last = go_on(tree, note.first, note.last, following.first)


def links_back(tree: Tree, pointers: Pointers, note: Draft, marks: set[int]) -> set[int]:
    """Give the links in a note that lead back to its mark, and so are no part of its words.

    One at its head that shows its number is its label, and stays.
    """
    places = {place for mark in marks for place in _places_at(tree, mark)}
    up = [pointer for pointer in pointers.within(note.first, note.last) if pointer.target < note.first]
    back = {pointer.source for pointer in up if pointer.target in places}
    if not back:
        blocks = {pointers.block_of(mark) for mark in marks}
        back = {pointer.source for pointer in up if pointers.block_of(pointer.target) in blocks}
    for index, element in tree.elements(note.first, note.last):
        if element.attributes and (
            element.get("role") in _BACK
            or "data-footnote-backref" in element.attributes
            or (
                element.name in ("a", "span")
                and any("backref" in name or "backlink" in name for name in element.classes)
            )
        ):
            back.add(index)
    dropped: set[int] = set()
    for index in back:
        words = tree.inside(index, 40)
        label = label_of(words)
        number = label is not None and (label == note.called or label.isdecimal() or label in AUTHOR_SIGNS)
        if words is not None and not (number and not text_at(tree, note.first, index, brackets=False)):
            dropped.add(index)
    return dropped
