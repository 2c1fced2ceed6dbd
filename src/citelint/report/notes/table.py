"""What was understood of every note, for a person: kind, words and fields of each citation and reference."""

from __future__ import annotations

from citelint.model.citation import Mention
from citelint.model.document import Document, Note
from citelint.model.run import FileResult, Run
from citelint.model.span import Span
from citelint.report.layout.cells import cells, clipped, filled
from citelint.report.layout.fields import KnownNames, fields_of, kind_of
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.totals import checked
from citelint.report.layout.words import counted, shown

KIND = 17
"""Columns of the kind: "court-document" and "cross-reference", and two blanks."""


def report(run: Run, look: Look) -> str:
    """Give the table of `citelint notes`, a file after the other."""
    lines: list[str] = []
    paint = Paint(look.colour)
    for result in run.files:
        if result.document is not None and result.document.notes:
            lines += [*_file(result, result.document, look, paint), ""]
    if not look.quiet:
        lines.append(checked(run, "Read"))
        if unread := sum(len(n.unparsed) for f in run.files if f.document for n in f.document.notes):
            lines.append(f"{counted(unread, 'stretch', 'stretches')} of notes not understood.")
    return "".join(f"{line}\n" for line in lines)


def _file(result: FileResult, document: Document, look: Look, paint: Paint) -> list[str]:
    lines = [paint.strong(shown(result.path, look)), ""]
    notes = [note for note in document.notes if result.reports(note)]
    gutter = max((4, *(cells(shown(note.name, look)) for note in notes)))
    lines.append(paint.faint(f"{'note':>{gutter}}  {'kind':<{KIND}}words and fields"))
    known = KnownNames.of(document)
    for note in notes:
        lines += _note(note, document, known, gutter, look, paint)
    return lines


def _note(note: Note, document: Document, known: KnownNames, gutter: int, look: Look, paint: Paint) -> list[str]:
    label = shown(note.name, look)
    begins = [" " * (gutter - cells(label)) + label]
    empty = " " * gutter
    found: list[tuple[Span, Mention | None]] = [(m.span, m) for m in note.top]
    found += [(span, None) for span in note.unparsed]
    if not found:
        words = clipped(shown(note.span.of(document.text), look), look.width - gutter - 4 - KIND)
        return [f"{begins[0]}  {'text':<{KIND}}{words}".rstrip()]
    lines = []
    for span, mention in sorted(found, key=lambda entry: entry[0]):
        kind = kind_of(mention) if mention else "not understood"
        words = clipped(shown(span.of(document.text), look), look.width - gutter - 4 - KIND)
        lines.append(f"{begins.pop() if begins else empty}  {kind:<{KIND}}{words}".rstrip())
        if mention:
            lines += _fields(mention, known, empty + " " * (KIND + 2), look, paint)
    return lines


def _fields(mention: Mention, known: KnownNames, indent: str, look: Look, paint: Paint) -> list[str]:
    signal = {"signal": mention.signal.value} if mention.signal else {}
    values = signal | fields_of(mention, known)
    told = [
        f"{name}: {shown(value if isinstance(value, str) else ' & '.join(value), look)}"
        for name, value in values.items()
    ]
    lines = filled("; ".join(told).split(), look.width, indent, indent)
    return [paint.faint(clipped(line, look.width)) for line in lines]
