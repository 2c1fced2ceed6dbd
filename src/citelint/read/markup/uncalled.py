"""Notes that no mark calls: they stand among those that are called, and are made like them."""

from __future__ import annotations

from citelint.read.markup.drafts import Draft, Found
from citelint.read.markup.labels import AUTHOR_SIGNS, text_at
from citelint.read.markup.tree import Element, Tree


def add_uncalled(tree: Tree, found: Found) -> None:
    """Add the notes that stand among those found and are made like them, but that nothing calls."""
    by_list: dict[tuple[int, str, str], list[Draft]] = {}
    for note in found.notes:
        element = tree.element(note.first)
        around = tree.element(element.parent).get("class") if element.parent >= 0 else ""
        if element.name == "li" or (
            element.get("class") and (element.name not in ("p", "span", "a") or "fn" in around or "note" in around)
        ):
            by_list.setdefault((element.parent, element.name, element.get("class")), []).append(note)
    for (parent, name, classes), notes in by_list.items():
        if parent < 0:
            continue
        starts = {note.first: note for note in notes}
        counter = _start_of(tree.element(parent))
        at = parent + 1
        while at < tree.element(parent).after:
            item = tree.items[at]
            if not isinstance(item, Element):
                at += 1
                continue
            if item.name == name and item.get("class") == classes:
                if name == "li" and item.get("value").strip().isdecimal():
                    counter = int(item.get("value").strip()[:6])
                counted = str(counter) if name == "li" and tree.element(parent).name == "ol" else None
                counter += 1
                if at in starts:
                    starts[at].counted = counted
                elif text_at(tree, at, item.after):
                    found.notes.append(Draft(at, item.after, None, counted))
            at = item.after
    found.sort()


def _start_of(element: Element) -> int:
    start = element.get("start").strip()
    return int(start[:6]) if start.isdecimal() else 1


def add_authors(tree: Tree, found: Found) -> None:
    """Add the author's notes that stand as paragraphs right before the first note and begin with a sign."""
    if not found.notes:
        return
    first = found.notes[0]
    parent, name = tree.element(first.first).parent, tree.element(first.first).name
    if parent < 0 or name not in ("div", "p"):
        return
    authors: list[Draft] = []
    at = parent + 1
    while at < first.first:
        item = tree.items[at]
        if not isinstance(item, Element):
            at += 1
            continue
        if item.name == name and tree.opening(at, item.after, 1) in tuple(AUTHOR_SIGNS):
            authors.append(Draft(at, item.after))
        elif text_at(tree, at, item.after) or item.name == "hr":
            authors.clear()
        at = item.after
    called = {call.item for call in found.calls}
    found.notes[:0] = [note for note in authors if not any(note.first <= item < note.last for item in called)]
