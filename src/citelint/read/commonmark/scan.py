"""From the characters of a paragraph to tokens: one pass from left to right, nothing is looked at twice.

What binds tightest comes first: code, comments, tags, links to what is named in angle brackets and marks hide what is
in them; brackets then find their partners; emphasis comes last, in `emphasis`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from citelint.model.source import Typeface
from citelint.read.commonmark.blocks import target_label
from citelint.read.commonmark.emphasis import flanks
from citelint.read.commonmark.tags import TAG, are_attributes, breaks_line, span_typeface, tag_typeface
from citelint.read.commonmark.tokens import InlineNote, Pair, Role, Run, Scanned, Token, Tokens

# every branch begins with one certain character, so that the search runs over all others at once
_SIGNS = (
    r"\\[!-/:-@\[-`{-~]|``*|\[\^[^\]\[\s^]{1,999}\]|\^\[|!\[(?!\^)|\[|\]|<[!/A-Za-z]|\*\**|__*"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_SIGN = re.compile(_SIGNS)
_SIGN_OR_ADDRESS = re.compile(_SIGNS + r"|https?://[^\s<>\[\]`\\*^|\"“”]*|www\.[^\s<>\[\]`\\*^|\"“”]*")
_BEHIND_ADDRESS = "_~.,:;!?'"
_BACKTICKS = re.compile("``*")
_IN_ANGLES = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>")
_LINK = re.compile(
    r"\(\s*+(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+))"
    r"(?:\s++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*+\)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,999})\]")
_BRACES = re.compile(r"\{([^{}\n]{0,500})\}")
_LONGEST_LABEL = 999


class Scanner:
    """Cuts up the paragraphs of one file, one after the other."""

    def __init__(self, targets: set[str]) -> None:
        """Take the labels of the file's link targets."""
        self._targets = targets
        self._take: dict[str, Callable[[re.Match[str]], int]] = {
            "\\": self._escape,
            "`": self._code,
            "[": self._opening,
            "^": self._opening,
            "!": self._opening,
            "]": self._closing,
            "<": self._angle,
            "*": self._run,
            "_": self._run,
            "&": self._entity,
            "h": self._address,
            "w": self._address,
        }

    def scan(self, characters: str, in_note: bool) -> Scanned:
        """Cut up a paragraph. A note or mark in a note (`in_note`) is text."""
        sign = _SIGN_OR_ADDRESS if "://" in characters or "www." in characters else _SIGN
        found = sign.search(characters)
        self._tokens: list[Token] = []
        self._pairs: list[Pair] = []
        if found is None:
            return Scanned(Tokens(0, len(characters)), {})
        self._text = characters
        self._in_note = in_note
        self._brackets: list[Token] = []
        self._note_ends: dict[Token, Token] = {}
        self._tags: dict[str, list[tuple[Token, Typeface | None]]] = {}
        self._backticks: dict[int, list[int]] | None = None
        self._comments_end = True
        take = self._take
        while found is not None:
            found = sign.search(characters, take[characters[found.start()]](found))
        if self._note_ends:
            return self._with_notes_apart()
        return Scanned(Tokens(0, len(characters), self._tokens, self._pairs), {})

    def _add(self, role: Role, start: int, end: int, value: str = "") -> Token:
        token = Token(role, start, end, value)
        self._tokens.append(token)
        return token

    def _escape(self, found: re.Match[str]) -> int:
        self._add(Role.DROP, found.start(), found.start() + 1)
        return found.end()

    def _entity(self, found: re.Match[str]) -> int:
        from html import unescape

        character = unescape(found.group())
        if character != found.group():
            self._add(Role.MADE, *found.span(), character)
        return found.end()

    def _address(self, found: re.Match[str]) -> int:
        return found.start() + max(len(found.group().rstrip(_BEHIND_ADDRESS)), 1)

    def _run(self, found: re.Match[str]) -> int:
        start, end = found.span()
        text = self._text
        self._tokens.append(Run(start, end, *flanks(text[start - 1 : start], text[end : end + 1], text[start] == "_")))
        return end

    def _code(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if self._backticks is None:
            self._backticks = {}
            for run in _BACKTICKS.finditer(self._text):
                self._backticks.setdefault(run.end() - run.start(), []).append(run.start())
        closing = self._backticks.get(end - start, [])
        index = bisect_right(closing, end - 1)
        if index == len(closing):
            return end
        close = closing[index]
        code = self._text[end:close]
        bare = 1 if len(code) > 2 and code[0] == " " == code[-1] and not code.isspace() else 0
        self._add(Role.DROP, start, end + bare)
        self._add(Role.DROP, close - bare, close + end - start)
        return close + end - start

    def _angle(self, found: re.Match[str]) -> int:
        text, start = self._text, found.start()
        if text.startswith("<!--", start):
            close = text.find("-->", start + 4) if self._comments_end else -1
            self._comments_end = close >= 0
            if close >= 0:
                self._add(Role.DROP, start, close + 3)
                return close + 3
        elif address := _IN_ANGLES.match(text, start):
            self._add(Role.DROP, start, start + 1)
            self._add(Role.DROP, address.end() - 1, address.end())
            return address.end()
        elif tag := TAG.match(text, start):
            self._tag(tag)
            return tag.end()
        return start + 1

    def _tag(self, tag: re.Match[str]) -> None:
        name = tag[2].lower()
        if breaks_line(name):
            self._add(Role.MADE, *tag.span(), "\n")
            return
        token = self._add(Role.DROP, *tag.span())
        same = self._tags.setdefault(name, [])
        if not tag[1]:
            same.append((token, tag_typeface(name, tag[3] or "")))
        elif same:
            opening, typeface = same.pop()
            if typeface is not None:
                self._pairs.append(Pair(opening, token, typeface))

    def _opening(self, found: re.Match[str]) -> int:
        start, end = found.span()
        sign = found.group()
        if len(sign) > 2:
            if not self._in_note:
                self._add(Role.MARK, start, end, sign[2:-1])
        elif sign == "^[" and self._in_note:
            self._brackets.append(self._add(Role.TEXT, start + 1, end))
        else:
            self._brackets.append(self._add(Role.TEXT, start, end))
        return end

    def _closing(self, found: re.Match[str]) -> int:
        start, end = found.span()
        if not self._brackets:
            return end
        opening = self._brackets.pop()
        if self._text[opening.start] == "^":
            opening.role = Role.NOTE
            self._note_ends[opening] = self._add(Role.TEXT, start, end)
            return end
        text = self._text
        sign = text[end : end + 1]
        if sign == "(" and (link := _LINK.match(text, end)):
            opening.role = Role.DROP
            if start == opening.end and text[opening.start] == "[":
                # of a link without words the address is printed
                where = link.span(1) if link[1] is not None else link.span(2)
                self._add(Role.DROP, start, where[0])
                start = where[1]
            end = link.end()
            self._add(Role.DROP, start, end)
        elif sign == "{" and (braces := _BRACES.match(text, end)) and are_attributes(braces[1]):
            opening.role = Role.DROP
            end = braces.end()
            closing = self._add(Role.DROP, start, end)
            typeface = span_typeface(braces[1])
            if typeface is not None:
                self._pairs.append(Pair(opening, closing, typeface))
        elif self._targets and (target_end := self._reference_end(opening.end, start, end)):
            opening.role = Role.DROP
            end = target_end
            self._add(Role.DROP, start, end)
        return end

    def _reference_end(self, inside: int, start: int, end: int) -> int | None:
        """Give the position behind "[text][label]", "[text][]" or "[label]", None where no target has the label."""
        reference = _REFERENCE.match(self._text, end)
        if reference is not None and reference[1]:
            return reference.end() if target_label(reference[1]) in self._targets else None
        if start - inside > _LONGEST_LABEL or target_label(self._text[inside:start]) not in self._targets:
            return None
        return reference.end() if reference is not None else end

    def _with_notes_apart(self) -> Scanned:
        """Put the tokens of inline notes apart. A note or mark in a note is text."""
        scanned = Scanned(Tokens(0, len(self._text)), {})
        current: InlineNote | None = None
        homes: dict[Token, InlineNote | None] = {}
        for token in self._tokens:
            if current is not None and token is current.closing:
                current = None
                continue
            if token.role is Role.NOTE and current is None:
                closing = self._note_ends[token]
                scanned.outside.tokens.append(token)
                current = scanned.notes[token] = InlineNote(token, closing, Tokens(token.end, closing.start))
                continue
            if current is not None and token.role in (Role.NOTE, Role.MARK):
                token.role = Role.TEXT
            (scanned.outside if current is None else current.inside).tokens.append(token)
            if self._pairs:
                homes[token] = current
        for pair in self._pairs:
            home = homes[pair.opening]
            if home is homes[pair.closing]:
                (scanned.outside if home is None else home.inside).pairs.append(pair)
        return scanned
