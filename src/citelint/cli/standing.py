"""What is let stand, as the command line finds it: files beside the manuscript, a baseline, an earlier version."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from citelint.cli.inputs import STDIN, CannotRead, load

if TYPE_CHECKING:
    from citelint.cli.configured import Configured
    from citelint.cli.options import Command
    from citelint.config import Config
    from citelint.config.layers import Settings
    from citelint.config.load import Loaded
    from citelint.many.task import Stage
    from citelint.model.fingerprint import Fingerprint
    from citelint.model.stet import FiledStet
    from citelint.stand.baselinefile import Entries

T = TypeVar("T")
STETS = "citelint-stet.toml"
MOST = 64 * 1024 * 1024
"""The size above which no baseline and no file of stets is read."""


def standing_options(command: Command) -> Command:
    """Add what tells which findings are known already."""
    command = click.option(
        "--since", metavar="OLD", help="Report what is new since an earlier version of the same piece."
    )(command)
    return click.option("--baseline", metavar="FILE", help="Report what is not in this baseline.")(command)


@dataclass(slots=True)
class Standing:
    """A stage, and what is to stand in each file that is taken through it.

    `since` are the findings of an earlier version, for the one file that is checked; they stand in the place of a
    baseline. Files are read once each.
    """

    stage: Stage
    since: tuple[Fingerprint, ...] | None = None
    _stets: dict[str, dict[str, tuple[FiledStet, ...]]] = field(default_factory=dict)
    _baselines: dict[str, Entries] = field(default_factory=dict)

    def settled(self, name: str, config: Config) -> Config:
        """Give the settings of one file with what stands in it. Raises CannotRead where that cannot be read."""
        known = self.since or ()
        if config.baseline is not None and self.since is None:
            known = self._known(config.baseline, name)
        return replace(config, stets=self._stets_for(name), known=known)

    def _stets_for(self, name: str) -> tuple[FiledStet, ...]:
        folder, file = os.path.split(name)
        if folder not in self._stets:
            path = os.path.join(folder, STETS)
            self._stets[folder] = stets_in(path) if os.path.lexists(path) else {}
        return self._stets[folder].get(file, ())

    def _known(self, path: str, name: str) -> tuple[Fingerprint, ...]:
        if path not in self._baselines:
            self._baselines[path] = baseline_in(path)
        return tuple(entry.print for entry in self._baselines[path].get(path_in_baseline(path, name), ()))


def stets_in(path: str) -> dict[str, tuple[FiledStet, ...]]:
    """Give the stets of each file that the file at `path` names. Raises CannotRead."""
    from citelint.stand.stetfile import parse

    return _read(path, parse)


def baseline_in(path: str, shown: str | None = None) -> Entries:
    """Give the baseline at `path`, which an error calls `shown`. Raises CannotRead."""
    from citelint.stand.baselinefile import parse

    return _read(path, parse, shown)


def _read(path: str, parse: Callable[[bytes], T], shown: str | None = None) -> T:
    from citelint.stand import Damaged

    try:
        return parse(load(path, MOST))
    except (Damaged, CannotRead) as error:
        raise CannotRead(f"{shown or path}: {error}") from error


def path_in_baseline(baseline: str, name: str) -> str:
    """Give the path of a file from the folder of a baseline, links followed, with slashes."""
    folder = os.path.dirname(os.path.realpath(baseline))
    try:
        return os.path.relpath(os.path.realpath(name), folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return os.path.realpath(name).replace(os.sep, "/")


def verify_standing(loaded: Loaded | None, found: Settings) -> None:
    """Look at everything that is to name a rule, as `verify_rules` does, and at the baseline that is configured.

    Raises what `verify_rules` raises, and click.UsageError for a baseline that cannot be used: once, and not for each
    of the files that it speaks of.
    """
    from citelint.cli.rulewords import verify_rules

    verify_rules(loaded, found)
    if found.config.baseline is not None:
        from citelint.config.load import shown_path

        try:
            baseline_in(found.config.baseline, shown_path(found.config.baseline))
        except CannotRead as error:
            raise click.UsageError(f"{found.origins['baseline']}: {error}") from error


def standing(stage: Stage, settings: Configured, options: dict[str, Any]) -> Standing:
    """Make the stage of a command's options. Raises click.UsageError where an earlier state cannot be had."""
    old, baseline = options.get("since"), options.get("baseline")
    if old is not None and baseline is not None:
        raise click.UsageError("--since and --baseline both say what is known: choose one")
    try:
        if baseline is not None:
            baseline_in(baseline)
        return Standing(stage, None if old is None else _earlier(old, settings, options))
    except CannotRead as error:
        raise click.UsageError(str(error)) from error


def _earlier(old: str, settings: Configured, options: dict[str, Any]) -> tuple[Fingerprint, ...]:
    """Give the findings of the earlier version of a piece."""
    from citelint.model.fingerprint import fingerprint
    from citelint.pipeline import check, silent
    from citelint.read import MAX_BYTES

    if len(options["paths"]) != 1 or os.path.isdir(options["paths"][0]) or old == STDIN:
        raise click.UsageError("--since compares one piece with an earlier version of it: name one file and one file")
    try:
        data = load(old, MAX_BYTES)
    except CannotRead as error:
        raise CannotRead(f"{old}: {error}") from error
    config = replace(settings.config(options["paths"][0]), baseline=None)
    result = check(data, old, Standing(check).settled(old, config), silent)
    if result.error or result.document is None:
        raise CannotRead(f"{old}: {result.error}")
    return tuple(fingerprint(finding, result.document) for finding in result.diagnostics if not finding.is_headline)
