"""From the text of a Markdown file to its blocks.

CommonMark's two rules for a line, simplified: it goes on in the block quotes, list items and notes that are open, then
opens new blocks. One pass; a line costs its length, and no more than `_DEPTH` containers are ever open.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from citelint.read.commonmark import shapes
from citelint.read.commonmark.blocks import Block, Blocks, Definition, Kind, Piece, target_label

_DEPTH = 64


class _Holds(Enum):
    QUOTE = "quote"
    BULLET = "bullet"
    NUMBERED = "numbered"
    NOTE = "note"


class _Container(NamedTuple):
    """An open container: a line goes on in it that is indented by `width` columns, or, in a quote, has its sign.

    `note` is the note that it is or stands in; `quoted` tells whether it is a block quote or stands in one.
    """

    holds: _Holds
    width: int
    note: Definition | None
    quoted: bool


def split_blocks(text: str) -> Blocks:
    """Split the text of a Markdown file into blocks."""
    return _Splitter(text).run()


class _Splitter:
    def __init__(self, text: str) -> None:
        self._text = text
        self._found = Blocks()
        self._stack: list[_Container] = []
        self._open: Block | None = None
        self._fence: tuple[str, int] | None = None
        self._next = 0
        # what is known to have no end further on, so that it is not looked for again
        self._endless: set[str] = set()

    def run(self) -> Blocks:
        text = self._text
        self._next = shapes.after_front_matter(text)
        while self._next < len(text):
            line = shapes.LINE.match(text, self._next)
            assert line is not None  # it matches anywhere
            self._next = line.end()
            self._take(line.start(), line.end(1), line.end(2))
        self._close()
        return self._found

    def _take(self, start: int, first: int, end: int) -> None:
        """Take one line: it starts at `start`, its first character that is no blank is at `first`."""
        begin = 0
        column = shapes.width(self._text, start, first, 0) if first > start else 0
        depth = 0
        for container in self._stack:
            if container.holds is _Holds.QUOTE:
                if first == end or column - begin > 3 or self._text[first] != ">":
                    break
                first, begin, column = self._behind(first + 1, column + 1, end)
            elif first < end:
                if column - begin < container.width:
                    break
                begin += container.width
            depth += 1
        if self._fence is not None:
            if depth == len(self._stack):
                self._fenced(self._fence, first, end)
                return
            self._fence = None
            self._close()
        if first == end:
            self._close()
            del self._stack[depth:]
        else:
            self._start(depth, first, end, begin, column)

    def _behind(self, position: int, column: int, end: int) -> tuple[int, int, int]:
        """Give the first character behind blanks, the column where text begins (behind one blank), and its own."""
        first = position
        while first < end and self._text[first] in " \t":
            first += 1
        after = shapes.width(self._text, position, first, column)
        return first, min(column + 1, after), after

    def _start(self, depth: int, first: int, end: int, begin: int, column: int) -> None:
        """Take the rest of a line behind the containers it goes on in: open blocks, or go on in a paragraph.

        Text begins at column `begin`; `first` is at `column`.
        """
        text = self._text
        lead: int | None = None
        while first < end:
            goes_on = self._open is not None and self._open.kind is Kind.PARAGRAPH
            if column - begin > 3 and not goes_on:
                self._verbatim(depth, first)
                return
            sign = text[first]
            if column - begin > 3 or sign.isalpha() or depth >= _DEPTH:
                break
            if sign == ">":
                self._open_container(depth, _Holds.QUOTE, 0)
                first, begin, column = self._behind(first + 1, column + 1, end)
                depth, lead = depth + 1, None
            elif sign == "[" and (note := shapes.NOTE.match(text, first)):
                definition = Definition(note[1], first, note.end())
                self._found.notes.append(definition)
                self._open_container(depth, _Holds.NOTE, 4, definition)
                begin = column = column + note.end() - first
                first, depth = note.end(), depth + 1
            elif (item := shapes.ITEM.match(text, first)) and self._may_list(item, depth, end, goes_on):
                if shapes.RULE.match(text, first):
                    self._shut(depth)
                    return
                lead = first if item[1] else None
                behind = column + item.end() - first
                first, after_one, after = self._behind(item.end(), behind, end)
                text_begin = after if behind < after <= behind + 4 and first < end else after_one
                holds = _Holds.NUMBERED if item[1] else _Holds.BULLET
                self._open_container(depth, holds, text_begin - begin)
                begin, column, depth = text_begin, after, depth + 1
            elif self._is_leaf(sign, depth, first, end, goes_on):
                return
            else:
                break
        else:
            if lead is None:
                return
        self._prose(depth, first if lead is None else lead)

    def _may_list(self, item: re.Match[str], depth: int, end: int, goes_on: bool) -> bool:
        """Tell whether a list item may begin here: a wrapped line of a paragraph that begins with "1973." is none."""
        if not goes_on:
            return True
        if depth == len(self._stack) and shapes.UNDERLINE.match(self._text, item.start()):
            return False
        sibling = depth < len(self._stack) and self._stack[depth].holds in (_Holds.BULLET, _Holds.NUMBERED)
        return sibling or (item[1] in (None, "1") and self._behind(item.end(), 0, end)[0] < end)

    def _is_leaf(self, sign: str, depth: int, first: int, end: int, goes_on: bool) -> bool:
        """Take a line that is a block of its own, or hides what it holds; tell whether it was one."""
        text = self._text
        within = goes_on and depth == len(self._stack)
        if sign == "#" and (signs := shapes.HEADING.match(text, first)):
            self._shut(depth)
            self._add(Block(Kind.HEADING, [shapes.heading_text(text, signs.end(), end)], len(signs[1])))
        elif sign in "`~" and (fence := shapes.FENCE.match(text, first)):
            self._shut(depth)
            self._fence = (sign, len(fence[1] or fence[2]))
            self._open = self._add(Block(Kind.VERBATIM, []))
        elif sign in "=-" and within and (rule := shapes.UNDERLINE.match(text, first)):
            self._underline(1 if rule[1][0] == "=" else 2)
        elif sign in "-*_" and shapes.RULE.match(text, first):
            self._shut(depth)
        elif sign in "|+:-=" and shapes.is_table_rule(text, first, end):
            if not within:
                self._shut(depth)
        elif sign == ":" and shapes.DIV.match(text, first):
            self._shut(depth)
        elif sign == "[" and not goes_on and (target := shapes.LINK_TARGET.match(text, first)):
            self._shut(depth)
            self._found.targets.add(target_label(target[1]))
        else:
            return sign == "<" and self._hides(depth, first)
        return True

    def _underline(self, level: int) -> None:
        """Make the open paragraph a heading."""
        block = self._open
        self._close()
        if block is not None and block.pieces and self._note() is None:
            block.kind, block.level = Kind.HEADING, level
            block.pieces[-1] = shapes.underlined_text(self._text, block.pieces[-1])

    def _hides(self, depth: int, first: int) -> bool:
        """Pass over comments and scripts that begin a line; tell whether there was one. What follows them is prose."""
        text = self._text
        position = first
        while (close := self._hidden_end(position)) is not None:
            position = close
            while text[position : position + 1] in (" ", "\t"):
                position += 1
        if position == first:
            return False
        line = shapes.LINE.match(text, position)
        assert line is not None  # it matches anywhere
        self._next = line.end()
        if position < line.end(2):
            self._prose(depth, position)
        elif self._open is None:
            self._shut(depth)
        return True

    def _hidden_end(self, position: int) -> int | None:
        """Give the position behind the comment or the like that begins here, None where none does or it never ends."""
        text = self._text
        if text.startswith("<!--", position):
            name, ending = "<!--", re.compile("-->")
        elif tag := shapes.RAW_TAG.match(text, position):
            name = tag[1].lower()
            ending = re.compile(f"</{name}>", re.IGNORECASE)
        else:
            return None
        found = None if name in self._endless else ending.search(text, position + len(name))
        if found is None:
            self._endless.add(name)
            return None
        return found.end()

    def _fenced(self, fence: tuple[str, int], first: int, end: int) -> None:
        sign, length = fence
        rest = self._text[first:end].rstrip(" \t")
        if len(rest) >= length and not rest.strip(sign):
            self._close()
            self._fence = None
        elif self._open is not None:
            self._open.extend(Piece(first, self._next))

    def _verbatim(self, depth: int, first: int) -> None:
        """Take a line of indented code."""
        if self._open is None or depth < len(self._stack):
            self._shut(depth)
            self._open = self._add(Block(Kind.VERBATIM, []))
        self._open.extend(Piece(first, self._next))

    def _prose(self, depth: int, start: int) -> None:
        """Take the rest of a line, from `start`, as text: of the paragraph that is open, or of a new one."""
        if self._open is None or self._open.kind is not Kind.PARAGRAPH:
            self._shut(depth)
            quoted = bool(self._stack) and self._stack[-1].quoted
            self._open = self._add(Block(Kind.PARAGRAPH, [], quoted=quoted))
        self._open.extend(Piece(start, self._next))

    def _shut(self, depth: int) -> None:
        """Close what is open and not one of the first `depth` containers."""
        self._close()
        del self._stack[depth:]

    def _open_container(self, depth: int, holds: _Holds, width: int, note: Definition | None = None) -> None:
        """Open a container in the first `depth` of those that are open."""
        self._shut(depth)
        quoted = holds is _Holds.QUOTE
        if self._stack:
            note, quoted = note or self._stack[-1].note, quoted or self._stack[-1].quoted
        self._stack.append(_Container(holds, width, note, quoted))

    def _close(self) -> None:
        if self._open is not None:
            self._open.trim(self._text)
            self._open = None

    def _note(self) -> Definition | None:
        """Give the note that text would now be part of."""
        return self._stack[-1].note if self._stack else None

    def _add(self, block: Block) -> Block:
        note = self._note()
        if note is not None:
            if block.kind is Kind.HEADING:
                block.kind = Kind.PARAGRAPH
            note.blocks.append(block)
        else:
            self._found.body.append(block)
        return block
