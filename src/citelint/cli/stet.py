"""`citelint stet`: write down that a finding is to stand."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from citelint.cli import stream
from citelint.cli.configured import configured
from citelint.cli.inputs import STDIN, CannotRead, load
from citelint.cli.options import SETTINGS, chosen_notes, look_of, reading_options, showing_options
from citelint.cli.standing import STETS, Standing, stets_in
from citelint.config import Config
from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult

if TYPE_CHECKING:
    from citelint.model.ranges import NoteChoice
    from citelint.report.layout.look import Look

COMMENTED = ("markdown", "html")
"""The formats in which a stet is a comment in the file."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A file that is to be written: what it held (None: it is new), what it will hold, and the lines that are added."""

    path: str
    old: bytes | None
    new: bytes
    lines: tuple[str, ...]


@click.command("stet", context_settings=SETTINGS, short_help="Write down that a finding is to stand.")
@reading_options
@click.option("--rule", required=True, metavar="RULE", help="The rule whose finding stands: a code, name or prefix.")
@click.option("--note", "note", type=chosen_notes, metavar="12", help="The note (default: the whole piece).")
@click.option("--reason", default="", metavar="WORDS", help="Why it stands.")
@click.option("--write", is_flag=True, help="Write it down.")
@click.option("--force", is_flag=True, help="Write also a file that has other names (hard links).")
@showing_options
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:
    """Show how to let a finding stand; with --write, write that down.

    In Markdown and HTML a comment goes before the note. For plain text and Word files an entry goes into
    citelint-stet.toml beside the file, which knows the finding again by its words when the notes have other numbers.
    """
    from citelint.lint import UnknownRule, house_rules
    from citelint.lint.selection import codes_meant
    from citelint.pipeline import check, silent
    from citelint.read import MAX_BYTES
    from citelint.rules import all_rules

    if len(options["paths"]) != 1 or options["paths"][0] == STDIN or os.path.isdir(options["paths"][0]):
        raise click.UsageError("name one file")
    path: str = options["paths"][0]
    reason = " ".join(options["reason"].split())
    if "-->" in reason:
        raise click.UsageError("the reason may not hold -->, which ends a comment")
    try:
        configuration = configured(ctx, options).config(path)
        codes = codes_meant((*all_rules(), *house_rules(configuration)), options["rule"])
        config = replace(configuration, extend_select=(options["rule"],), suggestions=True, baseline=None)
        data = load(path, MAX_BYTES)
        result = check(data, path, Standing(check).settled(path, config), silent)
    except UnknownRule as error:
        raise click.UsageError(str(error)) from error
    except CannotRead as error:
        raise click.UsageError(f"{path}: {error}") from error
    if result.error:
        raise click.UsageError(f"{path}: {result.error}")
    findings = _meant(result, codes, options)
    if result.format in COMMENTED:
        change = _commented(data, result, findings, options, reason, config)
    else:
        change = _filed(path, result, findings, options, reason)
    if options["write"]:
        _write(change, options["force"])
    if not options["quiet"]:
        stream.tell(_told(change, len(findings), look_of(options), options))


def _meant(result: FileResult, codes: frozenset[str], options: dict[str, Any]) -> list[Diagnostic]:
    """Give the findings that are to stand. Raises click.UsageError where there is none."""
    note: NoteChoice | None = options["note"]
    inside = note.of(result.document) if note is not None and result.document is not None else None
    if note is not None and result.document is not None and not inside:
        raise click.UsageError(note.absent(result.document))
    if note is not None and inside is not None and len(inside) > 1:
        raise click.UsageError(f"--note {note.words} means {len(inside)} notes: name one")
    here = [d for d in result.diagnostics if not d.is_headline and (inside is None or d.note in inside)]
    meant = [finding for finding in here if finding.code in codes]
    if meant:
        return meant
    where = f"note {note.words}" if note is not None else "the piece"
    others = ", ".join(dict.fromkeys(finding.code for finding in here)) or "none"
    stood = "; what is let stand already is not counted" if result.stood else ""
    raise click.UsageError(f"{where} has no finding of {options['rule']} (found there: {others}{stood})")


def _commented(
    data: bytes,
    result: FileResult,
    findings: list[Diagnostic],
    options: dict[str, Any],
    reason: str,
    config: Config,
) -> _Change:
    """Put a comment before the note, or at the head of the file; make sure that it is read as one."""
    from citelint.pipeline import check
    from citelint.read.encode import encoder

    assert result.source is not None
    text = result.source.parts[0].text
    note = findings[0].note if options["note"] is not None else None
    word = "stet" if note is not None else "stet-file"
    comment = f"<!-- citelint: {word} {' '.join(filter(None, (options['rule'], reason)))} -->"
    end = "\r\n" if "\r\n" in text else "\n"
    at, own_line = (_head_of(text), True) if note is None else _before(text, result.source.notes[note].origin.start)
    indent = text[text.rfind("\n", 0, at) + 1 : at] if own_line else ""
    gap = end + indent if note is not None else end + end
    new = text[:at] + comment + (gap if own_line else "") + text[at:]
    encode = encoder(result.source, data, config.encoding)
    try:
        mended = encode(new) if encode else b""
    except UnicodeEncodeError as error:
        raise click.UsageError("the file's encoding cannot hold the reason: say it in its letters") from error
    if not mended:
        raise click.UsageError(f"{result.path}: its encoding does not give its bytes back: save it as UTF-8 first")
    after = check(mended, result.path, replace(config, stets=()))
    printed = after.source is not None and _bare(after.source.text) == _bare(result.source.text)
    if after.error or not printed or after.stood < len(findings):
        raise click.UsageError(
            f"{result.path}: no place was found where a comment stays one; write it yourself: {comment}"
        )
    following = new[at + len(comment + gap) :].partition("\n")[0].rstrip("\r") if own_line else ""
    return _Change(result.path, data, mended, (comment, *([following] if following else [])))


def _before(text: str, at: int) -> tuple[int, bool]:
    """Give the place before a note, and whether a line of its own can be put there."""
    line = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    return at, not text[line:at].strip()


def _head_of(text: str) -> int:
    """Give the place where a file begins: behind the metadata between dashes, if there are some."""
    if text.startswith(("---\n", "---\r\n")):
        for line in ("\n---\n", "\n---\r\n", "\n...\n", "\n...\r\n"):
            end = text.find(line)
            if end >= 0:
                return end + len(line)
    return 0


def _bare(text: str) -> str:
    return "".join(text.split())


def _filed(path: str, result: FileResult, findings: list[Diagnostic], options: dict[str, Any], reason: str) -> _Change:
    """Add to the file beside the manuscript: an entry for each finding, or one for the whole piece."""
    from citelint.model.fingerprint import fingerprint
    from citelint.stand.stetfile import added

    assert result.document is not None
    folder, name = os.path.split(path)
    file = os.path.join(folder, STETS)
    old: bytes | None = None
    if os.path.lexists(file):
        try:
            stets_in(file)
            old = load(file, 1 << 30)
        except CannotRead as error:
            raise click.UsageError(str(error)) from error
    keys = [fingerprint(one, result.document).written for one in findings] if options["note"] is not None else [""]
    new = old
    for key in keys:
        new = added(new, name, options["rule"], reason, key)
    assert new is not None
    lines = new[len(old or b"") :].decode().strip().splitlines()
    return _Change(file, old, new, tuple(line for line in lines if line))


def _write(change: _Change, force: bool) -> None:
    from citelint.fix.rewrite import CannotRewrite, rewrite, write_beside

    try:
        if change.old is None:
            write_beside(change.path, change.new)
        else:
            rewrite(change.path, change.old, change.new, force)
    except CannotRewrite as error:
        raise click.UsageError(f"{change.path}: {error}") from error


def _told(change: _Change, count: int, look: Look, options: dict[str, Any]) -> str:
    from citelint.report.layout.cells import clipped
    from citelint.report.layout.paint import Paint
    from citelint.report.layout.words import counted, shown

    paint = Paint(look.colour)
    lines = [paint.strong(shown(change.path, look)), ""]
    is_comment = change.lines[0].startswith("<!--")
    for number, line in enumerate(change.lines):
        added = not is_comment or number == 0
        bare = shown(line, look) if added else clipped(shown(line, look), look.width - 6)
        lines.append(paint.added(f"  + {bare}") if added else f"    {bare}")
    where = f"in note {options['note'].words}" if options["note"] is not None else "in the whole piece"
    lines += ["", f"It lets {counted(count, 'finding')} stand {where}."]
    if options["write"]:
        lines.append("Written.")
    else:
        words = ["citelint", "stet", options["paths"][0], "--rule", options["rule"]]
        words += ["--note", options["note"].words] if options["note"] is not None else []
        words += ["--reason", options["reason"]] if options["reason"] else []
        lines += ["Nothing was written. To write it:", f"  {shlex.join([*words, '--write'])}"]
    return "".join(f"{line}\n" for line in lines)
