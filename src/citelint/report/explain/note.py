"""One note: its words, what its references mean, and every finding in full."""

from __future__ import annotations

from citelint.model.citation import Reference
from citelint.model.document import Document, Note
from citelint.model.link import Found, Links
from citelint.model.run import FileResult, Run
from citelint.report.full import report as full
from citelint.report.layout.cells import cells, filled
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
        lines += [line for r in references for line in _meaning(r, document, result.links, look)]
    return lines


def _meaning(reference: Reference, document: Document, links: Links, look: Look) -> list[str]:
    link = links.of(reference.index)
    words = shown(reference.span.of(document.text), look)
    if isinstance(link, Found):
        where = shown(document.note_of(link.citation).name, look)
        means = f"means, in note {where}: {shown(link.citation.span.of(document.text), look)}"
    else:
        means = f"not resolved: {link.why.value.replace('-', ' ')}"
    return filled(f"{words} {means}".split(), look.width - 4, "  * ", "    ")
