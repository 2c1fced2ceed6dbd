"""The lines on which the keys of a TOML file stand. tomllib, which reads the values, does not tell."""

from __future__ import annotations

import re
from bisect import bisect_right

Path = tuple[str | int, ...]
"""The keys on the way to a value; an integer is the place in a list, from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SAME_LINE = re.compile(r"[ \t]*+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^\s,\]}#][^,\]}#\n]*+")


def lines_of(text: str) -> dict[Path, int]:
    """Give the line, from 1, on which each key, each table and each item of a list of a TOML text stands.

    The text has to be one that tomllib reads. For another it is not said what comes out, but there is an end of it.
    """
    scan = _Scan(text)
    scan.document()
    return scan.lines


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._breaks = [m.start() for m in re.finditer("\n", text)]
        self._lists: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        while self._sees():
            if self.text.startswith("[", self.at):
                table = self._header()
            else:
                self._pair(table)

    def _sees(self) -> bool:
        """Skip blanks, ends of lines and comments; tell whether anything follows."""
        blank = _BLANK.match(self.text, self.at)
        self.at = blank.end() if blank else self.at
        return self.at < len(self.text)

    def _header(self) -> Path:
        is_list = self.text.startswith("[[", self.at)
        line = self._line()
        self.at += 2 if is_list else 1
        keys = self._key()
        self.at += 2 if is_list else 1
        path: Path = ()
        for index, key in enumerate(keys):
            path = (*path, key)
            if is_list and index == len(keys) - 1:
                self.lines.setdefault(path, line)
                self._lists[path] = self._lists.get(path, -1) + 1
            if path in self._lists:
                path = (*path, self._lists[path])
        self.lines[path] = line
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        start = self.at
        keys = self._key()
        path = table
        for key in keys:
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._sees()
        if self.text.startswith("=", self.at):
            self.at += 1
            self._value(path)
        self.at = max(self.at, start + 1)

    def _key(self) -> tuple[str, ...]:
        keys: list[str] = []
        while True:
            self._skip(_SAME_LINE)
            if string := _STRING.match(self.text, self.at):
                keys.append(_unquoted(string.group()))
                self.at = string.end()
            elif bare := _BARE_KEY.match(self.text, self.at):
                keys.append(bare.group())
                self.at = bare.end()
            else:
                return tuple(keys)
            self._skip(_SAME_LINE)
            if not self.text.startswith(".", self.at):
                return tuple(keys)
            self.at += 1

    def _value(self, path: Path) -> None:
        if not self._sees():
            return
        sign = self.text[self.at]
        if sign == "[":
            self._list(path)
        elif sign == "{":
            self._inline_table(path)
        else:
            self._skip(_STRING if sign in "\"'" else _SCALAR)

    def _list(self, path: Path) -> None:
        self.at += 1
        index = 0
        while self._sees() and not self.text.startswith("]", self.at):
            before = self.at
            self.lines[(*path, index)] = self._line()
            self._value((*path, index))
            index += 1
            if self._sees() and self.text.startswith(",", self.at):
                self.at += 1
            self.at = max(self.at, before + 1)
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while self._sees() and not self.text.startswith("}", self.at):
            self._pair(path)
            if self._sees() and self.text.startswith(",", self.at):
                self.at += 1
        self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self.text, self.at):
            self.at = match.end()

    def _line(self) -> int:
        return bisect_right(self._breaks, self.at - 1) + 1


def _unquoted(written: str) -> str:
    import tomllib

    try:
        return next(iter(tomllib.loads(f"{written} = 0")))
    except tomllib.TOMLDecodeError:
        return written
