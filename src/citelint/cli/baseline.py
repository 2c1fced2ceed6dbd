"""`citelint baseline`: take the findings of today for known, or forget those that are gone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from citelint.cli import stream
from citelint.cli.configured import configured
from citelint.cli.inputs import CannotRead
from citelint.cli.options import SETTINGS, choosing_options, reading_options, showing_options
from citelint.cli.rulewords import verify_rules
from citelint.cli.standing import Standing, baseline_in, path_in_baseline
from citelint.cli.work import do, exit_code, job_of
from citelint.config.load import shown_path
from citelint.report.layout.words import counted

if TYPE_CHECKING:
    from citelint.model.run import FileResult
    from citelint.stand.baselinefile import Entries, Entry

STETS = "STE"
"""The family of the rules about stets."""

DEFAULT = "citelint-baseline.json"


@click.command("baseline", context_settings=SETTINGS, short_help="Take the findings of today for known.")
@reading_options
@click.option("--baseline", metavar="FILE", default=DEFAULT, show_default=True, help="The baseline.")
@click.option("--renew", is_flag=True, help="Take in new findings too, where there is a baseline already.")
@choosing_options
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Write the findings of files down as known, for check --baseline, which reports what comes after them.

    Where there is a baseline already, findings that are gone are taken out of it, and new ones are not let in without
    --renew. What it knows of files that are not named stays. The file holds hashes and no word of the text. Nothing is
    written where an input could not be read.
    """
    from citelint.pipeline import check

    # what is known already is looked at below, and not held back
    settings = configured(ctx, options, verify_rules, baseline=None)
    target = _target(ctx, options)
    try:
        old = baseline_in(target) if os.path.lexists(target) else None
    except CannotRead as error:
        raise click.UsageError(str(error)) from error
    job = job_of(Standing(check), settings, {**options, "notes": None})
    run = do(job)
    if code := exit_code(run, job):
        stream.complain("no baseline was written: every input has to be read for that")
        ctx.exit(code)
    found = {path_in_baseline(target, result.path): _entries(result) for result in run.files}
    entries, told = _written(target, found) if old is None else _merged(target, old, found, options["renew"])
    _write(target, entries)
    if not options["quiet"]:
        stream.tell(f"{told}\n")


def _target(ctx: click.Context, options: dict[str, Any]) -> str:
    """Give the path of the baseline: the one that was named, else the one that is configured, else the usual one."""
    target: str = options["baseline"]
    if not options["paths"] or ctx.get_parameter_source("baseline") is not click.core.ParameterSource.DEFAULT:
        return target
    first: str = options["paths"][0]
    settings = configured(ctx, options)
    found = settings.within(first) if os.path.isdir(first) else settings.of(first)
    return shown_path(found.config.baseline) if found.config.baseline else target


def _entries(result: FileResult) -> tuple[Entry, ...]:
    from citelint.model.fingerprint import fingerprint
    from citelint.stand.baselinefile import Entry

    if result.document is None:
        return ()
    # what is wrong with a stet is known when it is mended
    findings = (one for one in result.diagnostics if not one.is_headline and not one.code.startswith(STETS))
    return tuple(Entry(finding.code, fingerprint(finding, result.document)) for finding in findings)


def _written(target: str, found: Entries) -> tuple[Entries, str]:
    count = sum(map(len, found.values()))
    files = sum(map(bool, found.values()))
    return found, f"{target}: {counted(count, 'finding')} of {counted(files, 'file')} taken for known."


def _merged(target: str, old: Entries, found: Entries, renew: bool) -> tuple[Entries, str]:
    """Give the baseline brought up to date: what is still found, as it stands today, and with `renew` what is new."""
    from citelint.model.baseline import Known

    folder = os.path.dirname(os.path.realpath(target))
    kept = {path: entries for path, entries in old.items() if os.path.lexists(os.path.join(folder, path))}
    gone = sum(len(entries) for path, entries in old.items() if path not in kept)
    new = stayed = 0
    for path, entries in found.items():
        known = Known(entry.print for entry in old.get(path, ()))
        again = known.take([entry.print for entry in entries])
        still = tuple(entry for entry, match in zip(entries, again, strict=True) if match is not None)
        stayed += len(still)
        gone += len(known.left) if path in kept else 0
        new += len(entries) - len(still)
        kept[path] = entries if renew else still
    told = f"{target}: {counted(stayed, 'finding')} still there, {gone:,} gone"
    if renew:
        return kept, f"{told}, {new:,} new."
    wait = "one is not in it" if new == 1 else f"{new:,} are not in it"
    return kept, f"{told}." + (f" New: {wait}, --renew takes {'it' if new == 1 else 'them'} in." if new else "")


def _write(target: str, entries: Entries) -> None:
    from citelint.fix.rewrite import CannotRewrite, write_beside
    from citelint.stand.baselinefile import dump

    real, data = os.path.realpath(target), dump(entries)
    try:
        like = os.stat(real) if os.path.lexists(real) else None
        write_beside(real, data, like)
    except CannotRewrite as error:
        raise click.UsageError(f"{target}: {error}") from error
