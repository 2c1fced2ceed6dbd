"""From a file of configuration to its values, each with its line; or to all that is wrong with it."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from citelint.config.find import PROJECT
from citelint.config.keys import HOUSE_KEYS, HOUSE_NEEDS, KEYS, Key
from citelint.config.places import Path, lines_of
from citelint.config.settings import House
from citelint.config.shapes import Table, Texts, Wrong
from citelint.config.suggest import did_you_mean
from citelint.config.trouble import Fault, Misconfigured
from citelint.model.diagnostic import Severity

_PLACE = re.compile(r"(?P<what>.*?) \(at (?:line (?P<line>\d+), column \d+|end of document)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RuleWord:
    """A word of the configuration that is to name a rule, the key that it belongs to, and its line."""

    word: str
    key: str
    line: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that was read. `values` are by the names of keys, those alone that are set; `lines` their lines."""

    path: str
    shown: str
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    house: tuple[House, ...] = ()
    rule_words: tuple[RuleWord, ...] = ()

    @property
    def folder(self) -> str:
        """The folder that the patterns of the file are seen from."""
        return os.path.dirname(self.path)


def load(path: str) -> Loaded:
    """Read a file of configuration; for a `pyproject.toml`, its table. Raises Misconfigured with all its faults."""
    shown = shown_path(path)
    try:
        with open(path, "rb") as file:
            text = file.read().decode("utf-8-sig")
    except FileNotFoundError:
        raise Misconfigured(Fault(shown, 0, "no such file")) from None
    except OSError as error:
        raise Misconfigured(Fault(shown, 0, f"cannot be read: {(error.strerror or 'no file').lower()}")) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Misconfigured(Fault(shown, line, "is not UTF-8, which TOML has to be")) from error
    try:
        data = tomllib.loads(text)
        lines = lines_of(text.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Misconfigured(_syntax(shown, text, error)) from error
    above: Path = ()
    if os.path.basename(path) == PROJECT:
        above = ("tool", "citelint")
        table = data.get("tool", {}).get("citelint", {})
        if not isinstance(table, dict):
            raise Misconfigured(Fault(shown, lines.get(above, 0), "tool.citelint: expected a table"))
        data = table
    return _Reading(path, shown, above, lines).result(data)


def shown_path(path: str) -> str:
    """Give a path as a person would write it: from the working folder where it lies in it."""
    try:
        seen = os.path.relpath(path)
    except (OSError, ValueError):
        return path
    return path if seen.startswith(os.pardir) else seen


def _syntax(shown: str, text: str, error: Exception) -> Fault:
    place = _PLACE.fullmatch(str(error))
    if place is None:
        return Fault(shown, 0, f"no TOML: {str(error) or 'nested too deeply'}")
    what = place["what"][:1].lower() + place["what"][1:]
    # tomllib gives no line for the end of the text, and a last line without a line feed ends there
    return Fault(shown, int(place["line"] or text.rstrip().count("\n") + 1), f"no TOML: {what}")


class _Reading:
    def __init__(self, path: str, shown: str, above: Path, lines: Mapping[Path, int]) -> None:
        self.path = path
        self.shown = shown
        self.above = above
        self.lines = lines
        self.faults: list[Fault] = []

    def line(self, *path: str | int) -> int:
        """Give the line of a value, or of the nearest thing around it."""
        whole = (*self.above, *path)
        while whole and whole not in self.lines:
            whole = whole[:-1]
        return self.lines.get(whole, 0)

    def fault(self, message: str, *path: str | int) -> None:
        self.faults.append(Fault(self.shown, self.line(*path), message))

    def result(self, data: dict[str, Any]) -> Loaded:
        by_name = {key.name: key for key in KEYS}
        tables = {name.partition(".")[0] for name in by_name if "." in name}
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        words: list[RuleWord] = []
        for name, path, value in self._written(data, tables):
            key = by_name.get(name)
            if key is None:
                near = [*by_name, "house"] if len(path) == 1 else [k for k in by_name if k.startswith(f"{path[0]}.")]
                hint = did_you_mean(name, near) or _elsewhere(name, by_name)
                self.fault(f"{name}: no such key{hint}", *path)
                continue
            try:
                values[name] = key.shape.take(value)
            except Wrong as wrong:
                self.fault(f"{name}: {wrong}", *path, *wrong.at)
                continue
            lines[name] = self.line(*path)
            words += self._words(key, path, values[name])
        first, last = values.get("first-note"), values.get("last-note")
        if first is not None and last is not None and last < first:
            self.fault(f"last-note: {last} stands before first-note, {first}", "last-note")
        house = self._house(data.get("house", []))
        if self.faults:
            raise Misconfigured(*self.faults)
        if "house" in data:
            lines["house"] = self.line("house")
        return Loaded(self.path, self.shown, values, lines, house, tuple(words))

    def _written(self, data: dict[str, Any], tables: set[str]) -> Iterator[tuple[str, tuple[str, ...], object]]:
        """Give what is set: the name of the key, the way to it, and the value."""
        for name, value in data.items():
            if name == "house":
                continue
            if name in tables:
                if isinstance(value, dict):
                    yield from ((f"{name}.{inner}", (name, inner), item) for inner, item in value.items())
                else:
                    self.fault(f"{name}: expected a table", name)
            else:
                yield name, (name,), value

    def _words(self, key: Key, path: tuple[str, ...], value: Any) -> Iterator[RuleWord]:
        shape = key.shape
        if isinstance(shape, Texts) and shape.rules:
            yield from (RuleWord(word, key.name, self.line(*path, index)) for index, word in enumerate(value))
        elif isinstance(shape, Table) and shape.rules:
            yield from (RuleWord(word, key.name, self.line(*path, word)) for word in value)
        elif isinstance(shape, Table) and isinstance(shape.of, Texts):
            for name, words in value.items():
                for index, word in enumerate(words):
                    yield RuleWord(word, f"{key.name}: {name}", self.line(*path, name, index))

    def _house(self, tables: object) -> tuple[House, ...]:
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            self.fault("house: expected tables, each under [[house]]", "house")
            return ()
        by_name = {key.name: key for key in HOUSE_KEYS}
        found: dict[str, House] = {}
        for index, table in enumerate(tables):
            sound = True
            taken: dict[str, Any] = {}
            for name, value in table.items():
                key = by_name.get(name)
                try:
                    if key is None:
                        raise Wrong(f"no such key{did_you_mean(name, by_name)}")
                    taken[name] = key.shape.take(value)
                except Wrong as wrong:
                    self.fault(f"house: {name}: {wrong}", "house", index, name)
                    sound = False
            if missing := [name for name in HOUSE_NEEDS if name not in table]:
                self.fault(f"house: {' and '.join(missing)} must be given", "house", index)
            elif sound and (code := taken["code"]) in found:
                self.fault(f"house: code: {code} is there twice ({found[code].where})", "house", index, "code")
            elif sound:
                if "severity" in taken:
                    taken["severity"] = Severity(taken["severity"])
                found[code] = House(**taken, file=self.shown, line=self.line("house", index, "pattern"))
        return tuple(found.values())


def _elsewhere(name: str, known: Mapping[str, Key]) -> str:
    """Give ": did you mean" for a key that stands outside of its table, or in one where it does not belong."""
    bare = name.rpartition(".")[2]
    return next((f": did you mean {key}?" for key in known if key.rpartition(".")[2] == bare), "")
