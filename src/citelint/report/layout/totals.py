"""The closing lines: what was counted, what was found, what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from citelint.model.diagnostic import Diagnostic, Safety, Severity
from citelint.model.run import Run
from citelint.report.layout.cells import cells
from citelint.report.layout.look import Look
from citelint.report.layout.words import counted, shown

SAME = "(the same paths)"
"""In place of more paths than fit: no shell takes it for one."""

LONGEST = 200
"""So many columns of paths are repeated at most, however wide the look is."""

UNBROKEN = 100_000
"""The width of a look whose lines are not to be broken: a report takes each as a sentence, or by its words."""


def closing(run: Run, look: Look) -> list[str]:
    """Give the closing lines, none where the user wants quiet."""
    if look.quiet:
        return []
    unread = sum(f.is_unchecked for f in run.files)
    if is_nothing_read(run):
        return [checked(run)]
    lines = [checked(run), _found(run, look), *_standing(run, look), *_fixes(run, look), *_suggestions(run, look)]
    if partly := sum(f.trouble is not None and not f.is_unchecked for f in run.files):
        lines.append(f"{counted(partly, 'file was', 'files were')} not checked in full.")
    return [*lines, f"{counted(unread, 'file')} could not be checked."] if unread else lines


def is_nothing_read(run: Run) -> bool:
    """Tell whether there were files and nothing could be checked: then no word may sound like a pass."""
    return bool(run.files) and all(f.is_unchecked for f in run.files)


def checked(run: Run, verb: str = "Checked") -> str:
    """Give "Checked 1 file: 21 notes, 8 citations, 15 references."."""
    if is_nothing_read(run):
        return f"Nothing was {verb.lower()} in {counted(len(run.files), 'file')}."
    read = [f for f in run.files if not f.is_unchecked]
    counts = (
        counted(sum(f.notes for f in read), "note"),
        counted(sum(f.citations for f in read), "citation"),
        counted(sum(f.references for f in read), "reference"),
    )
    line = f"{verb} {counted(len(read), 'file')}: {', '.join(counts)}"
    if empty := sum(f.empty for f in read):
        line += f"; {counted(empty, 'file has', 'files have')} no notes"
    if run.reported is not None:
        several = any(sign in run.reported for sign in ",-–")
        line += f"; reported on note{'s' if several else ''} {run.reported}"
    return line + "."


def _found(run: Run, look: Look) -> str:
    errors, warnings = (_of(run, severity) for severity in (Severity.ERROR, Severity.WARNING))
    parts = [counted(len(found), kind) for found, kind in ((errors, "error"), (warnings, "warning")) if found]
    if not parts:
        return f"No errors, no warnings{' in what was checked' if any(f.trouble for f in run.files) else ''}."
    line = ", ".join(parts)
    causes = [(f, d.group) for f in run.files for d in f.diagnostics if d.is_headline and look.shows(d)]
    told = {(id(f), group) for f, group in causes}
    follow = {id(d) for f in run.files for d in f.diagnostics if not d.is_headline and (id(f), d.group) in told}
    explained = [
        f"{count} of the {kind}"
        for found, kind in ((errors, "errors"), (warnings, "warnings"))
        if (count := sum(id(d) in follow for d in found))
    ]
    if causes and explained:
        cause = "one cause explains" if len(causes) == 1 else f"{len(causes)} causes explain"
        line += f"; {cause} {' and '.join(explained)}"
    return line + "."


def _of(run: Run, severity: Severity) -> list[Diagnostic]:
    return [d for d in run.diagnostics if d.severity is severity]


def _standing(run: Run, look: Look) -> list[str]:
    """Tell what was held back: it is no part of what was found, and nobody should forget it."""
    known, stood = sum(f.known for f in run.files), sum(f.stood for f in run.files)
    lines = [f"{counted(known, 'finding')} {shown(look.known_as, look)}."] if known else []
    return [*lines, f"{counted(stood, 'finding')} let stand."] if stood else lines


def _fixes(run: Run, look: Look) -> list[str]:
    if not look.fixable:
        return []
    fixes = [d.fix.safety for d in run.diagnostics if d.fix is not None and look.shows(d)]
    safe = sum(safety is Safety.SAFE for safety in fixes)
    eye = len(fixes) - safe
    parts = []
    if safe:
        parts.append(f"{counted(safe, 'fix is', 'fixes are')} safe")
    if eye:
        fix = "" if safe else " fix" if eye == 1 else " fixes"
        parts.append(f"{eye:,}{fix} {'wants' if eye == 1 else 'want'} your eye")
    return with_command(", ".join(parts), fix_command(run, look), look) if parts else []


def fix_command(run: Run, look: Look) -> str:
    """Give the command that previews the fixes."""
    found = [f.path for f in run.files if not f.is_unchecked and f.diagnostics]
    return f"citelint fix{look.narrowing} {named(found, look)}"


def named(paths: Sequence[str], look: Look) -> str:
    """Give how files are named in the next command: one by its path, several as typed if that is short, or `SAME`."""
    if len(paths) == 1 and "-" not in look.paths:
        return shlex.quote(shown(paths[0], look))
    typed = shown(shlex.join(look.paths), look)
    return typed if 0 < cells(typed) <= min(look.width * 2 // 3, LONGEST) else SAME


def with_command(what: str, command: str, look: Look) -> list[str]:
    """Give "what: command", in two lines where it is too long for one: a command is never broken."""
    whole = f"{what}: {command}"
    return [whole] if cells(whole) <= look.width else [f"{what}:", f"  {command}"]


def _suggestions(run: Run, look: Look) -> list[str]:
    hidden = sum(not look.shows(d) for d in run.diagnostics)
    if not hidden:
        return []
    return [f"{counted(hidden, 'suggestion')}: --suggestions shows {'it' if hidden == 1 else 'them'}"]
