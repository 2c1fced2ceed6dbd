"""From the text of a JATS file to its `Source`."""

from __future__ import annotations

import re
from itertools import count, islice

from citelint.config import Config
from citelint.model.source import Source
from citelint.read.markup.compose import Composer
from citelint.read.markup.drafts import Call, Draft, Found
from citelint.read.markup.labels import label_of, text_at
from citelint.read.markup.tree import Element, Text, Tree
from citelint.read.markup.vocabulary import Vocabulary
from citelint.read.markup.wellformed import read_xml

_ROOTS = frozenset(("article", "book", "book-part-wrapper", "pmc-articleset"))
_PUBLIC = re.compile(r"JATS|NLM//DTD|BITS|Journal (?:Archiving|Publishing)|Article Authoring", re.IGNORECASE)
_LISTS = frozenset(("author-notes", "fn-group", "notes", "table-wrap-foot"))
_PLAIN_TYPES = frozenset(("", "fn", "footnote", "other", "custom", "note", "endnote", "author", "present-address"))
_CROSS_REFERENCE = re.compile(r"\b(?:foot)?(?:notes?|nn?\.)\s*(?:\d+\s*(?:[-–,&]|and)\s*)*$", re.IGNORECASE)


def source_of(text: str, path: str, format_name: str, config: Config) -> Source:
    """Give the piece that a JATS article is. Raises `Foreign` for other XML, `Unreadable` for what is malformed."""
    tree = read_xml(text, _is_jats_root)
    if not _is_jats(tree):
        from citelint.model.trouble import Foreign

        raise Foreign(
            "this is no JATS article (there is no <front>, <body> or <back> in it): citelint reads no other XML"
        )
    return Composer(tree, JATS, _find(tree, config.first_note or 1)).source(path, format_name)


def _is_jats_root(name: str, public: str) -> bool:
    # DocBook has articles too
    return name in _ROOTS and "docbook" not in public.lower()


def _is_jats(tree: Tree) -> bool:
    root = tree.element(0)
    if root.name == "pmc-articleset" or "dtd-version" in root.attributes or "article-type" in root.attributes:
        return True
    parts = {element.name for _, element in tree.elements(1) if element.parent == 0}
    return not parts.isdisjoint(("front", "book-meta", "book-part", "book-body")) or {"body", "back"} <= parts


def _find(tree: Tree, first_number: int) -> Found:
    """Find the notes (``<fn>``) of an article and the marks (``<xref>``) that call them."""
    found = Found()
    by_id: dict[str, Draft] = {}
    ends = listed = -1
    standing: list[Draft] = []
    for index, element in tree.elements():
        if element.name in _LISTS:
            listed = max(listed, element.after)
        if element.name == "fn" and index >= ends and element.get("fn-type") in _PLAIN_TYPES:
            note = Draft(index, element.after)
            found.notes.append(note)
            if index >= listed:
                standing.append(note)
            by_id.setdefault(element.get("id"), note)
            ends = element.after
    by_id.pop("", None)
    at = 0
    for index, element in tree.elements():
        while at < len(found.notes) and found.notes[at].last <= index:
            at += 1
        inside = at < len(found.notes) and found.notes[at].first <= index
        if element.name != "xref" or inside or element.get("ref-type") in ("bibr", "fig", "table", "sec", "aff"):
            continue
        target = next((by_id[name] for name in element.get("rid").split() if name in by_id), None)
        label = label_of(tree.inside(index))
        is_lost = target is None and element.get("ref-type") in ("fn", "table-fn") and label is not None
        if (target is not None or is_lost) and not _is_cross_reference(tree, index):
            found.calls.append(Call(index, label or "", target))
            if target is not None and target.called is None:
                target.called = label
    _call_inline(tree, found, standing, first_number)
    called = {id(call.note) for call in found.calls}
    found.notes = [note for note in found.notes if _is_note(tree, note, called)]
    found.sort()
    return found


def _call_inline(tree: Tree, found: Found, standing: list[Draft], first_number: int) -> None:
    """Let notes `standing` in the text, and that nothing else calls, be called where they stand."""
    called = {id(call.note) for call in found.calls}
    numbers = count(first_number)
    for note in standing:
        if id(note) in called:
            continue
        label = _own_label(tree, note.first)
        note.called = label
        note.counted = str(next(numbers)) if label is None else None
        found.calls.append(Call(note.first, label or "", note))


def _own_label(tree: Tree, index: int) -> str | None:
    element = tree.element(index)
    for inner, child in tree.elements(index + 1, min(element.after, index + 6)):
        if child.name == "label":
            return label_of(tree.inside(inner))
    return label_of(element.get("symbol")) or None


def _is_note(tree: Tree, note: Draft, called: set[int]) -> bool:
    """Tell whether a footnote is one of the text, and not a statement of interests that nothing calls."""
    if id(note) in called:
        return True
    if not text_at(tree, note.first, note.last):
        return False
    return not tree.element(note.first).get("fn-type") or _own_label(tree, note.first) is not None


def _is_cross_reference(tree: Tree, index: int) -> bool:
    """Tell whether a link to a note is part of a sentence: "see note 3"."""
    before = tree.items[index - 1] if index else None
    if isinstance(before, Element) or before is None:
        return False
    said = tree.text[max(before.end - 40, before.start) : before.end] if isinstance(before, Text) else ""
    return _CROSS_REFERENCE.search(said) is not None


def _level(tree: Tree, index: int) -> int:
    element = tree.element(index)
    if element.name == "article-title":
        return 1
    if element.name != "title" or element.parent < 0:
        return 0
    return min(sum(outer.name in ("sec", "app", "abstract") for _, outer in islice(tree.above(index), 64)) + 1, 6)


JATS = Vocabulary(
    blocks=frozenset(
        "abstract ack app article-title attrib author-notes back body boxed-text caption contrib contrib-group corresp"
        " def def-item def-list disp-formula disp-quote fn fn-group front list list-item p preformat ref ref-list sec"
        " sig-block speech statement sub-article subtitle table table-wrap table-wrap-foot tbody td term th thead title"
        " tr trans-abstract verse-group verse-line".split()
    ),
    lines=frozenset(("break",)),
    apart=frozenset(
        "article-categories article-id conference counts custom-meta-group elocation-id fpage funding-group graphic"
        " history issue issue-id issue-title journal-meta kwd-group lpage media object-id page-range permissions"
        " processing-meta product pub-date pub-history related-article related-object self-uri supplementary-material"
        " volume volume-id".split()
    ),
    heading=_level,
)
