"""From the text of a page to its `Source`."""

from __future__ import annotations

import re
from bisect import bisect_right

from citelint.config import Config
from citelint.model.source import Source
from citelint.model.trouble import Unreadable
from citelint.read.markup.beside import add_beside
from citelint.read.markup.compose import Composer
from citelint.read.markup.drafts import Call, Found
from citelint.read.markup.elsewhere import dangling_marks, why_elsewhere
from citelint.read.markup.labels import label_of
from citelint.read.markup.linked import find_linked
from citelint.read.markup.nesting import BLOCKS, read_page
from citelint.read.markup.pointers import Pointers
from citelint.read.markup.tree import Tree
from citelint.read.markup.typed import find_typed
from citelint.read.markup.vocabulary import Vocabulary

_XHTML = re.compile(
    r"\s*<\?xml\s|\s*(?:<!DOCTYPE[^>]{0,200}>\s*)?<html[^>]{0,400}/1999/xhtml[^>]*\sxml:lang", re.IGNORECASE
)
_TAG = re.compile(r"<(?:[a-zA-Z!?/])")
_LEVELS = {f"h{level}": level for level in range(1, 7)}

HTML = Vocabulary(
    blocks=BLOCKS,
    lines=frozenset(("br",)),
    apart=frozenset(("footer", "nav")),
    heading=lambda tree, index: _LEVELS.get(tree.element(index).name, 0),
)


def source_of(text: str, path: str, format_name: str, config: Config) -> Source:
    """Give the piece that a page is.

    Raises `Unreadable` for what is no markup, and for a page whose notes lie elsewhere.
    """
    if not _TAG.search(text):
        raise Unreadable("there is no tag in it: name it .txt if it is plain text")
    tree = read_page(text, path.lower().endswith(".xhtml") or _XHTML.match(text) is not None)
    pointers = Pointers(tree)
    found = find_linked(tree, pointers)
    add_beside(tree, found, config.first_note or 1)
    if found.notes:
        found.calls += [Call(index, label_of(tree.inside(index)) or "", None) for index in _lost(tree, pointers, found)]
        found.sort()
        composer = Composer(tree, HTML, found)
        return composer.source(path, format_name)
    composer = Composer(tree, HTML, Found())
    bare = composer.source(path, format_name)
    typed = find_typed(tree, composer, bare, config.first_note)
    if typed is not None:
        return typed
    why = why_elsewhere(tree, pointers)
    if why is not None:
        raise Unreadable(why)
    return bare


def _lost(tree: Tree, pointers: Pointers, found: Found) -> list[int]:
    """Give the marks whose note is not in the page, though others are."""
    known = {call.item for call in found.calls}
    starts = [note.first for note in found.notes]

    def is_inside(index: int) -> bool:
        at = bisect_right(starts, index) - 1
        return at >= 0 and index < found.notes[at].last

    return [index for index in dangling_marks(tree, pointers) if index not in known and not is_inside(index)]
