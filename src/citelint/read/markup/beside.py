"""Notes that stand beside or within their marks: side notes, pop-ups, and what LaTeXML writes."""

from __future__ import annotations

import re
from itertools import count

from citelint.read.markup.drafts import Call, Draft, Found
from citelint.read.markup.extents import next_element
from citelint.read.markup.labels import label_of
from citelint.read.markup.nesting import BLOCKS
from citelint.read.markup.tree import Element, Text, Tree

_NOTE = re.compile(r"(?:(?:foot|side|end)-?note|fn)(?:-?(?:text|content|body|popup))?|ltx_note|easy-footnote")
_HOLDS_MARK = frozenset(("a", "button", "label", "span", "sup"))
_PASSED_OVER = frozenset(("input",))


def add_beside(tree: Tree, found: Found, first_number: int) -> None:
    """Add to what was found the notes that follow their mark directly, or hold it.

    Where the marks show no number (the style sheet counts), the notes are counted from `first_number`.
    """
    taken = {note.first: note.last for note in found.notes}
    numbers = count(first_number)
    at = 0
    items = tree.items
    before: int | None = None
    while at < len(items):
        item = items[at]
        if isinstance(item, Text):
            if tree.says(item).strip():
                before = None
            at += 1
            continue
        if at in taken:
            at = taken[at]
            before = None
            continue
        if _is_note(item):
            mark = _mark_inside(tree, at)
            if before is not None and tree.element(before).parent == item.parent:
                mark = before
            if mark is not None:
                _add(tree, found, at, mark, numbers)
                at = item.after
                before = None
                continue
        if item.name in _PASSED_OVER:
            at += 1
        elif item.name in _HOLDS_MARK and _is_mark(tree, at, item):
            before, at = at, item.after
        else:
            if item.name in BLOCKS:
                before = None
            at += 1
    found.sort()


def _is_note(element: Element) -> bool:
    return bool(element.attributes) and any(_NOTE.fullmatch(name) for name in element.classes)


def _is_mark(tree: Tree, at: int, element: Element) -> bool:
    if element.name == "label":
        return any("sidenote" in name for name in element.classes)
    if element.name != "button" and element.name != "sup" and not any("note" in name for name in element.classes):
        return False
    return label_of(tree.inside(at)) is not None


def _mark_inside(tree: Tree, at: int) -> int | None:
    """Give the mark that a note holds at its head, where that is no part of a list of notes (LaTeXML)."""
    first = next_element(tree, at + 1)
    if first is None or first >= tree.element(at).after:
        return None
    element = tree.element(first)
    is_mark = any("mark" in name for name in element.classes)
    return first if is_mark and label_of(tree.inside(first)) is not None else None


def _add(tree: Tree, found: Found, at: int, mark: int, numbers: count[int]) -> None:
    label = label_of(tree.inside(mark))
    note = Draft(at, tree.element(at).after, label, None if label else str(next(numbers)))
    if at < mark < note.last:
        # the mark is within: what is behind it is the note
        note.first, note.last = _content(tree, mark, note.last)
        note.dropped |= {i for i, e in tree.elements(note.first, note.last) if "ltx_note_mark" in e.classes}
    found.notes.append(note)
    found.calls.append(Call(mark, label or "", note))


def _content(tree: Tree, mark: int, last: int) -> tuple[int, int]:
    following = next_element(tree, tree.element(mark).after)
    return (mark, last) if following is None or following >= last else (following, last)
