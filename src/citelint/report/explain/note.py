"""One note: its words, what its references mean, and every finding in full."""

from __future__ import annotations

from citelint.model.citation import Reference
from citelint.model.document import Note
from citelint.model.run import FileResult, Run
from citelint.report.full import findings
from citelint.report.layout.cells import cells, filled
from citelint.report.layout.chains import chain_lines
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.totals import closing
from citelint.report.layout.words import shown


def report(run: Run, look: Look) -> str:
    """Give the chosen notes of each file, with their findings as `check --expand` tells them, and the closing lines."""
    lines: list[str] = []
    paint = Paint(look.colour)
    for result in run.files:
        notes = [note for note in result.document.notes if result.reports(note)] if result.document else []
        told = findings(result, look, paint)
        if notes or told:
            lines += [paint.strong(shown(result.path, look)), ""]
        for note in notes:
            lines += [*_note(note, result, look), ""]
        lines += told
    return "".join(f"{line}\n" for line in (*lines, *closing(run, look)))


def _note(note: Note, result: FileResult, look: Look) -> list[str]:
    document = result.document
    assert document is not None
    head = f"  {shown(note.name, look)} | "
    indent = " " * (cells(head) - 2) + "| "
    lines = filled(shown(note.span.of(document.text), look).split(), look.width - 4, head, indent)
    references = [m for m in note.mentions if isinstance(m, Reference)]
    if result.links:
        lines += [line for r in references for line in chain_lines(r, document, result.links, look, "  * ", "      ")]
    return lines
