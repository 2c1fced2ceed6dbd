"""The settings of a file in force: what nobody set, the file of configuration, the environment, the command line.

The later takes the place of the earlier. For rules there is a refinement, because people add to a selection more
often than they make a new one: `select` begins anew and sets aside what earlier layers said, while `extend-select` and
`ignore` are added to it, and take out what an earlier layer said to the contrary.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from citelint.config.settings import Config
from citelint.model.diagnostic import Severity

if TYPE_CHECKING:
    from citelint.config.load import Loaded

_SELECTION = ("select", "extend-select", "ignore")
_KEPT = {f.name for f in fields(Config)}


@dataclass(frozen=True, slots=True)
class Given:
    """A value that the environment or the command line gave, and its name there: "CITELINT_STYLE", "--style"."""

    value: Any
    name: str


@dataclass(frozen=True, slots=True)
class Settings:
    """What is in force for the files of a folder.

    `config` is what stages ask for. `include` (empty: all that can be read), `exclude` and the keys of
    `per_file_ignores` are patterns, seen from `folder`. `file` is the file of configuration as
    it is shown, or None. `origins` tells for each key that somebody set where; the others have their defaults.
    """

    config: Config = field(default_factory=Config)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cache: bool = True
    folder: str | None = None
    file: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)

    def for_file(self, path: str) -> Config:
        """Give the settings for one file: rules that are left out in files like it are off."""
        if not self.per_file_ignores:
            return self.config
        from citelint.config.patterns import fits

        off = [
            w for pattern, words in self.per_file_ignores.items() if fits(path, (pattern,), self.folder) for w in words
        ]
        return replace(self.config, ignore_here=tuple(off)) if off else self.config


def settings(loaded: Loaded | None, *layers: Mapping[str, Given], **fixed: Any) -> Settings:
    """Put together what is in force.

    `loaded` is the file of configuration, if there is one; `layers` are the environment and then the command line, by
    the names of keys; `fixed` are fields of `Config` that a command sets itself.
    """
    file: dict[str, Given] = {}
    if loaded is not None:
        file = {name: Given(value, f"{loaded.shown}:{loaded.lines[name]}") for name, value in loaded.values.items()}
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for layer in (file, *layers):
        for name, given in layer.items():
            if name not in _SELECTION:
                values[name] = given.value
                origins[name] = given.name
    _select((file, *layers), values, origins)
    kept: dict[str, Any] = {}
    others: dict[str, Any] = {}
    for name, value in values.items():
        kept_as = name.rpartition(".")[2].replace("-", "_")
        (kept if kept_as in _KEPT else others)[kept_as] = value
    if "fail_on" in kept:
        kept["fail_on"] = None if kept["fail_on"] == "never" else Severity(kept["fail_on"])
    if "severity" in kept:
        kept["severity"] = {word: Severity(name) for word, name in kept["severity"].items()}
    if loaded is not None:
        kept["house"] = loaded.house
        if "house" in loaded.lines:
            origins["house"] = f"{loaded.shown}:{loaded.lines['house']}"
        if "baseline" in file and origins["baseline"] == file["baseline"].name:
            kept["baseline"] = os.path.join(loaded.folder, kept["baseline"])
    return Settings(
        config=Config(**(kept | fixed)),
        folder=loaded.folder if loaded else None,
        file=loaded.shown if loaded else None,
        origins=origins,
        **others,
    )


def _select(layers: Iterable[Mapping[str, Given]], values: dict[str, Any], origins: dict[str, str]) -> None:
    """Put the layers of the selection together."""
    words: dict[str, tuple[str, ...]] = {}
    told: dict[str, list[str]] = {}
    for layer in layers:
        if "select" in layer:
            words, told = {"select": layer["select"].value}, {"select": [layer["select"].name]}
        added = {name: layer[name] for name in ("extend-select", "ignore") if name in layer}
        for name, given in added.items():
            for other in ("select", "extend-select") if name == "ignore" else ("ignore",):
                if other in words and other not in layer:
                    words[other] = tuple(w for w in words[other] if not any(_covers(g, w) for g in given.value))
        for name, given in added.items():
            words[name] = (*words.get(name, ()), *given.value)
            told.setdefault(name, []).append(given.name)
    values.update(words)
    origins.update({name: " and ".join(where) for name, where in told.items()})


def _covers(word: str, other: str) -> bool:
    """Tell whether a word of a selection means all that another means: itself, or the beginning of its code."""
    word, other = word.strip().casefold(), other.strip().casefold()
    return word == other or (word.isalnum() and word not in ("all", "default") and other.startswith(word))
