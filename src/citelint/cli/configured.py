"""The settings of every file of a run: from the command line, the environment, and the configuration beside it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from citelint.cli.inputs import STDIN
from citelint.cli.options import words_of
from citelint.config import Config
from citelint.config.find import nearest
from citelint.config.layers import Given, Settings, settings
from citelint.model.diagnostic import Severity

if TYPE_CHECKING:
    from citelint.config.load import Loaded
    from citelint.config.trouble import Fault

_OPTIONS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "edition": ("edition", int),
    "style": ("style", str),
    "select": ("select", words_of),
    "extend-select": ("extend_select", words_of),
    "ignore": ("ignore", words_of),
    "exclude": ("exclude", lambda values: tuple(glob for value in values for glob in value.split(",") if glob)),
    "fail-on": ("fail_on", str),
    "first-note": ("first_note", int),
    "last-note": ("last_note", int),
    "numbering": ("numbering", str),
    "markdown-dialect": ("markdown_dialect", str),
    "view": ("view", str),
    "baseline": ("baseline", str),
    "encoding": ("encoding", str),
}
"""The keys that the command line can give: the parameter, and what makes the key's value of it."""

Verify = Callable[["Loaded | None", Settings], None]
"""Looks at what is in force before anything is read. Raises `click.ClickException` for what cannot be used."""


class WrongConfiguration(click.ClickException):
    """A file of configuration cannot be used: a line for each thing that is wrong with it."""

    exit_code = 2

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.lines = tuple(map(str, faults))
        super().__init__("\n".join(self.lines))


class Configured:
    """What is in force for each folder. Each file of configuration is read once.

    `layers` are what the environment and the command line gave, `fixed` fields of `Config` that the command sets.
    `file` is the configuration for all files, where the user named one; `isolated` says that none is to be taken.
    """

    def __init__(
        self,
        layers: tuple[Mapping[str, Given], ...] = (),
        file: str | None = None,
        isolated: bool = False,
        verify: Verify | None = None,
        **fixed: Any,
    ) -> None:
        self._layers = layers
        self._file = None if file is None else os.path.abspath(file)
        self._isolated = isolated
        self._verify = verify
        self._fixed = fixed
        self._by_folder: dict[str, Settings] = {}
        self._by_file: dict[str | None, Settings] = {}

    def of(self, path: str) -> Settings:
        """Give what is in force for the file at a path; for standard input, what is for the working folder.

        Raises WrongConfiguration where the file of configuration cannot be used, and UsageError for an option.
        """
        return self.within("" if path == STDIN else os.path.dirname(path))

    def within(self, folder: str) -> Settings:
        """Give what is in force for the files that stand in a folder. Raises what `of` raises."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._read(self._nearest(os.path.abspath(folder)))
        return self._by_folder[folder]

    def config(self, path: str) -> Config:
        """Give the settings for the stages of one file. Raises what `of` raises."""
        return self.of(path).for_file(path)

    @property
    def used(self) -> tuple[Settings, ...]:
        """Everything that was in force for some file so far."""
        return tuple(self._by_file.values())

    @property
    def shown(self) -> dict[str, Any]:
        """Give what a look needs to know of the settings that were used so far: which suggestions are shown."""
        configs = [used.config for used in self.used]
        return {
            "suggestions": any(c.suggestions or c.fail_on is Severity.SUGGESTION for c in configs),
            "selected": tuple(word for c in configs for word in (*c.select, *c.extend_select)),
        }

    def _nearest(self, folder: str) -> str | None:
        if self._isolated:
            return None
        return self._file or nearest(folder)

    def _read(self, file: str | None) -> Settings:
        if file not in self._by_file:
            loaded = None if file is None else loaded_from(file)
            found = settings(loaded, *self._layers, **self._fixed)
            _check_excerpt(found)
            if self._verify:
                self._verify(loaded, found)
            self._by_file[file] = found
        return self._by_file[file]


def configured(
    ctx: click.Context, options: Mapping[str, Any], verify: Verify | None = None, **fixed: Any
) -> Configured:
    """Give the settings of a command's files from its options. `fixed` are fields of `Config` that the command sets."""
    if options["config"] and options["isolated"]:
        raise click.UsageError("--config names a configuration, and --isolated takes none: leave one of them out")
    environment: dict[str, Given] = {}
    typed: dict[str, Given] = {}
    for key, (parameter, convert) in _OPTIONS.items():
        source = ctx.get_parameter_source(parameter)
        value = options.get(parameter)
        if value is None or source is None:
            continue
        if source is click.core.ParameterSource.COMMANDLINE:
            typed[key] = Given(convert(value), f"--{key}")
        elif source is click.core.ParameterSource.ENVIRONMENT:
            environment[key] = Given(convert(value), f"CITELINT_{parameter.upper()}")
    _check_encoding({**environment, **typed}.get("encoding"))
    return Configured((environment, typed), options["config"], options["isolated"], verify, **fixed)


def loaded_from(file: str) -> Loaded:
    """Read a file of configuration. Raises WrongConfiguration with all that is wrong with it."""
    from citelint.config.load import load
    from citelint.config.trouble import Misconfigured

    try:
        return load(file)
    except Misconfigured as error:
        raise WrongConfiguration(error.faults) from error


def _check_excerpt(found: Settings) -> None:
    first, last = found.config.first_note, found.config.last_note
    if first is not None and last is not None and last < first:
        ends = (f"{found.origins[key]}: {key} {number}" for key, number in (("last-note", last), ("first-note", first)))
        raise click.UsageError(" stands before ".join(ends))


def _check_encoding(given: Given | None) -> None:
    if given is None:
        return
    from citelint.config.shapes import Encoding, Wrong

    try:
        Encoding().take(given.value)
    except Wrong as wrong:
        raise click.UsageError(str(wrong)) from wrong
