"""One note: its words, what its references mean, and every finding in full."""

from __future__ import annotations

from citelint.model.citation import Reference
from citelint.model.document import Note
from citelint.model.run import FileResult, Run
from citelint.report.full import report as full
from citelint.report.layout.cells import cells, filled
from citelint.report.layout.chains import chain_lines
from citelint.report.layout.look import Look
from citelint.report.layout.words import shown


def report(run: Run, look: Look) -> str:
    """Give the chosen notes, then their findings as `check --expand` tells them."""
    lines: list[str] = []
    for result in run.files:
        for note in result.document.notes if result.document else ():
            if result.reports(note):
                lines += [*_note(note, result, look), ""]
    return "".join(f"{line}\n" for line in lines) + full(run, look)


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
