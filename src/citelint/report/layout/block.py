"""The blocks that a report for the terminal is set of: headings, lines with marks beneath, reasons."""

from __future__ import annotations

from collections.abc import Sequence

from citelint.model.diagnostic import Diagnostic, Related
from citelint.model.run import FileResult
from citelint.model.span import Span
from citelint.report.layout.cells import cells, filled
from citelint.report.layout.excerpt import Excerpt, excerpt, focus_of, opening
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.words import book_rule, notes_joined, notes_named, quoted, shown

MARGIN = 4
"""Columns left free at the right."""

LABEL = 40
"""So many code points behind a label there are blanks alone, or the words of the note."""

BODY = "text"
"""What stands in the place of a note's label where a line of the body is shown."""


def heading(finding: Diagnostic, names: Sequence[str], look: Look, paint: Paint) -> list[str]:
    """Give severity, code and name at the left and the notes at the right; notes that do not fit stand below."""
    left = f"{finding.severity.value} {finding.code} {finding.name}"
    painted = f"{paint.severity(finding.severity.value, finding.severity)} {paint.strong(left.partition(' ')[2])}"
    edge = look.width - MARGIN
    for words in (notes_named(names), notes_joined(names)):
        right = shown(words, look)
        if not right:
            return [painted]
        gap = edge - cells(left) - cells(right)
        if gap >= 2:
            return [painted + " " * gap + right]
    return [painted, *filled(right.split(), edge, "  ", "  ")]


def marked_lines(
    findings: Sequence[Diagnostic],
    result: FileResult,
    gutter: int,
    said: str,
    look: Look,
    paint: Paint,
    places: Lines | None = None,
) -> list[str]:
    """Give the line of the note that findings are about, and marks beneath with what is `said` of them all.

    The findings are those of one note, in order: one mostly, which has no marks where "" is said. Of several each is
    marked, in one line where that shows them all. A finding about no note, or about the mark of one, is shown in its
    line of the text, with the number of the line where `places` are given; or it is said in a sentence where it is
    about the whole piece.
    """
    document = result.document
    rows: list[tuple[str, list[Excerpt]]] = []
    lines: list[str] = []
    for finding in findings:
        if document is None or (finding.note is None and not finding.span.of(document.text)):
            words = shown(said or finding.message, look).split()
            lines += filled(words, look.width - MARGIN, "  ", "  ")
            continue
        note = None if finding.note is None else document.notes[finding.note]
        if note is None or is_beside(finding, result):
            line = places.at(finding.span, None).line if places and result.is_lined else 0
            label, where = f"line {line}" if line else BODY, _line_of(document.text, finding.span)
        else:
            label, where = shown(note.name, look), note.span
        gutter = max(gutter, cells(label))
        room = look.width - gutter - 7
        piece = excerpt(document.text, where, focus_of(finding), room, look.ascii, finding.span)
        last = rows[-1][1][-1] if rows else None
        if last is not None and piece.line == last.line and piece.column >= last.column + last.width:
            rows[-1][1].append(piece)
        else:
            rows.append((label, [piece]))
    for index, (label, pieces) in enumerate(rows):
        lines.append(_guttered(label, gutter, paint) + pieces[0].line)
        if said or len(findings) > 1:
            painted = [paint.severity("^" * piece.width, findings[0].severity) for piece in pieces]
            lines += _beneath(pieces, painted, shown(said, look) if not index else "", gutter, look, paint)
    return lines


def is_beside(finding: Diagnostic, result: FileResult) -> bool:
    """Tell whether the words of a finding stand in the body: it is about no note, or about the mark of one.

    The label of a note stands right before its words.
    """
    document = result.document
    if finding.note is None or document is None:
        return True
    note, span = document.notes[finding.note].span, finding.span
    between = document.text[span.end : note.start][:LABEL] if span.end <= note.start else ""
    return span.start >= note.end > note.start or bool(between.strip())


def _line_of(text: str, span: Span) -> Span:
    """Give the line of `text` in which `span` begins."""
    end = text.find("\n", span.start)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _guttered(label: str, gutter: int, paint: Paint) -> str:
    return f"  {' ' * (gutter - cells(label))}{label} {paint.faint('|')} "


def _beneath(
    pieces: Sequence[Excerpt], marks: Sequence[str], said: str, gutter: int, look: Look, paint: Paint
) -> list[str]:
    """Give the marks of pieces of one line, and what is said beside them, or below where it does not fit beside."""
    empty = _guttered("", gutter, paint)
    line, width = empty, 0
    for piece, mark in zip(pieces, marks, strict=True):
        line += " " * (piece.column - width) + mark
        width = piece.column + piece.width
    if not said:
        return [line]
    if gutter + 5 + width + 1 + cells(said) <= look.width - MARGIN:
        return [f"{line} {said}"]
    room = look.width - MARGIN - gutter - 5
    return [line, *(empty + words for words in filled(said.split(), room))]


def reasons(finding: Diagnostic, look: Look, paint: Paint, with_rule: bool) -> list[str]:
    """Give why, and with `with_rule` the rule of the book, which is never broken over two lines."""
    rule = book_rule(finding) if with_rule else ""
    if finding.why:
        words = shown(finding.why, look).split() + ([f"({rule})"] if rule else [])
        return filled(words, look.width - MARGIN, "  why: ", " " * 7)
    return [f"  rule: {rule}"] if rule else []


def finding_in_full(
    finding: Diagnostic, result: FileResult, places: Lines | None, look: Look, paint: Paint
) -> list[str]:
    """Tell one finding with its place, its evidence, what should be there, how sure it is, and why.

    `places` are those of the result's document, made once for all findings.
    """
    lines = heading(finding, (), look, paint)
    document = result.document
    path = shown(result.path, look)
    if document is None or places is None or finding.note is None:
        is_placed = places is not None and result.is_lined and finding.span.start < finding.span.end
        line, column = places.at(finding.span, None) if places and is_placed else (0, 0)
        lines.append(f"  --> {path}:{line}:{column}" if is_placed else f"  --> {path}")
        lines += marked_lines([finding], result, 0, finding.hint or finding.message, look, paint, places)
    else:
        line, column = places.at(finding.span, finding.note)
        label = shown(document.notes[finding.note].name, look)
        place = f"{path}:{line}:{column}" if result.is_lined else path
        lines.append(f"  --> {place}, note {label}")
        names = [document.notes[related.note].name for related in finding.related]
        gutter = max(cells(shown(name, look)) for name in (label, *names))
        lines += marked_lines([finding], result, gutter, finding.hint or finding.message, look, paint, places)
        for related in finding.related:
            lines += _evidence(related, result, gutter, look, paint)
    if finding.found or finding.expected:
        told = (("found", finding.found), ("expected", finding.expected))
        parts = [f"{word}: {quoted(value, look)}" for word, value in told if value]
        together = "  " + "     ".join(parts)
        lines += [together] if cells(together) <= look.width else [f"  {part}" for part in parts]
    sure = ", ".join(filter(None, (finding.sure.level, shown(finding.sure.why, look))))
    lines += filled(sure.split(), look.width - MARGIN, "  sure: ", " " * 8)
    return lines + reasons(finding, look, paint, with_rule=True)


def _evidence(related: Related, result: FileResult, gutter: int, look: Look, paint: Paint) -> list[str]:
    document = result.document
    if document is None:
        return []
    note = document.notes[related.note]
    piece = opening(document.text, note.span, related.span, look.ascii)
    if not piece.marked and related.span.start > note.span.start and note.span.covers(related.span):
        piece = excerpt(document.text, note.span, related.span, look.width - gutter - 7, look.ascii)
    line = _guttered(shown(note.name, look), gutter, paint) + piece.line
    said = shown(related.message, look)
    if piece.marked:
        return [line, *_beneath([piece], [paint.evidence("-" * piece.width)], said, gutter, look, paint)]
    empty = _guttered("", gutter, paint)
    return [line, *(empty + words for words in filled(said.split(), look.width - MARGIN - gutter - 5))]
