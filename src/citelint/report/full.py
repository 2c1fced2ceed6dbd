"""The findings for a person, in a terminal: one heading for each cause, the words themselves, and why."""

from __future__ import annotations

from itertools import groupby

from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult, Run
from citelint.report.layout.block import finding_in_full, heading, is_beside, marked_lines, reasons
from citelint.report.layout.cells import cells, clipped, filled, padded
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.stories import Story, stories
from citelint.report.layout.totals import closing, named
from citelint.report.layout.words import book_rule, labels, says, sentence, shown


def report(run: Run, look: Look) -> str:
    """Give the full report; without findings, the closing lines alone."""
    lines: list[str] = []
    paint = Paint(look.colour)
    for result in run.files:
        if told := findings(result, look, paint):
            lines += [paint.strong(shown(result.path, look)), "", *told]
    lines += closing(run, look)
    return "".join(f"{line}\n" for line in lines)


def findings(result: FileResult, look: Look, paint: Paint) -> list[str]:
    """Give what there is to tell of one file, an empty line behind each story; nothing without findings.

    That a file could not be checked is its error, which is told in one line beside the report.
    """
    told = [] if result.is_unchecked else stories(result, look)
    is_placed = look.expand or any(is_beside(finding, result) for story in told for finding in story.findings)
    places = Lines(result.document) if told and result.document and is_placed else None
    return [line for story in told for line in (*_story(story, result, places, look, paint), "")]


def _story(story: Story, result: FileResult, places: Lines | None, look: Look, paint: Paint) -> list[str]:
    if story.headline is not None:
        return _cause(story.headline, story.findings, result, look, paint)
    if look.expand:
        return finding_in_full(story.findings[0], result, places, look, paint)
    return _alike(story.findings, result, places, look, paint)


def _cause(
    headline: Diagnostic, members: tuple[Diagnostic, ...], result: FileResult, look: Look, paint: Paint
) -> list[str]:
    """Tell a cause: what happened, and a table of what follows from it, unless that was not asked for."""
    lines = heading(headline, labels(headline, result), look, paint)
    lines += filled(sentence(shown(headline.message, look)).split(), look.width - 10, "  ", "  ")
    lines += ["", *_table(members, result, look, paint), ""] if members else [""]
    column = 38
    if look.fixable and any(told.fix for told in members or (headline,)):
        command = f"  help: citelint fix{look.narrowing} {named([result.path], look)}"
        lines += _two_columns(command, "preview the renumbering", column, look)
    rule = book_rule(headline)
    explain = f"citelint explain {headline.code}"
    return lines + (_two_columns(f"  rule: {rule}", explain, column, look) if rule else [f"  help: {explain}"])


def _two_columns(left: str, right: str, column: int, look: Look) -> list[str]:
    """Give what is on the left, "help: command", and on the right, in lines of their own where there is no room."""
    if cells(left) > look.width:
        head, _, command = left.partition(": ")
        return [f"{head}: {right}", f"    {command}"]
    if cells(left) > column - 2:
        return [left, " " * 8 + right]
    return [padded(left, column) + right]


def _table(members: tuple[Diagnostic, ...], result: FileResult, look: Look, paint: Paint) -> list[str]:
    """Give a line for each member: the note, what is typed, what it should be, where the work is cited in full."""
    rows = [_row(member, result, look) for member in members]
    last = max(cells(row[3]) for row in rows)
    third = max(9, *(cells(row[2]) for row in rows)) + 2
    first = max(4, *(cells(row[0]) for row in rows))
    room = look.width - 4 - first - 2 - third - max(16, last) - 2
    second = min(max(26, *(cells(row[1]) for row in rows)), max(room, 12)) + 2
    lines = [paint.faint(f"    {'note':>{first}}  {'typed':<{second}}{'should be':<{third}}cited in full in")]
    for label, typed, expected, full in rows:
        note = " " * (first - cells(label)) + label
        line = f"    {note}  {padded(clipped(typed, second - 2), second)}{padded(expected, third)}{full}"
        lines.append(line.rstrip())
    return lines


def _row(member: Diagnostic, result: FileResult, look: Look) -> tuple[str, str, str, str]:
    text = result.source.text if result.source else ""
    expected = f"{_notes(member.expected_note)} {member.expected_note}" if member.expected_note else ""
    evidence = [result.label(related.note) for related in member.related]
    full = member.expected_note if member.expected_note in evidence else (evidence or [None])[-1]
    return (
        shown(result.label(member.note) or "", look),
        shown(member.span.of(text), look),
        shown(expected, look),
        shown(f"note {full}" if full else "", look),
    )


def _notes(numbers: str) -> str:
    """Give the word before one number, or before a range or list of them."""
    return "notes" if any(sign in numbers for sign in "-‐‑–—− ,&") else "note"


def _alike(
    findings: tuple[Diagnostic, ...], result: FileResult, places: Lines | None, look: Look, paint: Paint
) -> list[str]:
    """Tell findings of one rule under one heading. What is said of all alike is said, and marked, at the first.

    Where a note has several, each is marked.
    """
    names = [name for finding in findings for name in labels(finding, result)]
    lines = heading(findings[0], names, look, paint)
    gutter = max((cells(shown(name, look)) for name in names), default=0)
    alone = len(findings) == 1
    said_before = ""
    for (_, said), together in groupby(findings, lambda finding: (finding.note, says(finding))):
        lines += marked_lines(tuple(together), result, gutter, said if said != said_before else "", look, paint, places)
        said_before = said
    fix = findings[0].fix if alone else None
    tag = f"[{fix.safety.value}]" if fix else ""
    why = reasons(findings[0], look, paint, with_rule=alone)
    if tag and why:
        return lines + why[:-1] + _tagged(why[-1], tag, look)
    return lines + why if not tag else lines[:-1] + _tagged(lines[-1], tag, look)


def _tagged(line: str, tag: str, look: Look) -> list[str]:
    edge = look.width - 4
    plain = cells(_uncoloured(line))
    if plain + 1 + len(tag) <= edge:
        return [line + " " * (edge - plain - len(tag)) + tag]
    return [line, tag.rjust(edge)]


def _uncoloured(line: str) -> str:
    import re

    return re.sub(r"\x1b\[[\d;]*m", "", line)
