"""Every reference and the source it means, for a person: a line each, or the whole way where notes were chosen."""

from __future__ import annotations

from citelint.model.citation import Reference
from citelint.model.document import Document
from citelint.model.link import Found, Link, Links, Pointing, Why
from citelint.model.run import FileResult, Run
from citelint.report.layout.cells import cells, clipped, padded
from citelint.report.layout.chains import chain_lines
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.totals import checked, is_nothing_read
from citelint.report.layout.words import counted, shown

WRONG = frozenset({Pointing.ANOTHER_WORK, Pointing.NO_SUCH_NOTE, Pointing.OWN_NOTE, Pointing.PLACEHOLDER})
"""What a typed number points to when it is not the work that is meant."""


def report(run: Run, look: Look) -> str:
    """Give the table of `citelint resolve`, a file after the other."""
    lines: list[str] = []
    paint = Paint(look.colour)
    for result in run.files:
        if result.document is not None and result.links is not None and result.document.references:
            tell = _file if run.reported is None else _chosen
            lines += [*tell(result, result.document, result.links, look, paint), ""]
    if not look.quiet:
        lines += _closing(run)
    return "".join(f"{line}\n" for line in lines)


def _file(result: FileResult, document: Document, links: Links, look: Look, paint: Paint) -> list[str]:
    references = [r for r in document.references if result.reports(document.note_of(r))]
    gutter = max((4, *(cells(shown(document.note_of(r).name, look)) for r in references)))
    numbers = max((9, *(cells(_number(links.of(r.index), document, look)) for r in references))) + 2
    words = (look.width - gutter - 4 - numbers) // 2
    head = f"{'note':>{gutter}}  {'reference':<{words}}  {'stands in':<{numbers}}means"
    lines = [paint.strong(shown(result.path, look)), "", paint.faint(head)]
    columns = (gutter, words, numbers)
    return lines + [_row(reference, links.of(reference.index), document, columns, look) for reference in references]


def _chosen(result: FileResult, document: Document, links: Links, look: Look, paint: Paint) -> list[str]:
    """Tell the way of each reference of the notes that were chosen."""
    lines = [paint.strong(shown(result.path, look))]
    for note in document.notes:
        references = [m for m in note.mentions if isinstance(m, Reference)]
        if not result.reports(note):
            continue
        lines += ["", paint.strong(f"note {shown(note.name, look)}")]
        for reference in references:
            lines += chain_lines(reference, document, links, look, "  ", "    ")
        if not references:
            lines.append("  refers to nothing")
    return lines


def _row(reference: Reference, link: Link, document: Document, columns: tuple[int, int, int], look: Look) -> str:
    gutter, words, numbers = columns
    label = shown(document.note_of(reference).name, look)
    text = clipped(shown(reference.span.of(document.text), look), words)
    room = look.width - gutter - 4 - words - numbers
    if isinstance(link, Found):
        means = clipped(shown(link.citation.span.of(document.text), look), room)
    else:
        means = clipped(_why(link.why), room)
    number = padded(_number(link, document, look), numbers)
    return f"{' ' * (gutter - cells(label))}{label}  {padded(text, words)}  {number}{means}".rstrip()


def _number(link: Link, document: Document, look: Look) -> str:
    if not isinstance(link, Found):
        return "" if link.why is Why.INTERNAL else "lost"
    wrong = " (!)" if link.pointing in WRONG else ""
    return f"note {shown(document.note_of(link.citation).name, look)}{wrong}"


def _why(why: Why) -> str:
    return "a place in this piece" if why is Why.INTERNAL else why.value.replace("-", " ")


def _closing(run: Run) -> list[str]:
    if is_nothing_read(run):
        return [checked(run, "Read")]
    links = [link for f in run.files if f.links for link in f.links.by_reference.values()]
    found = sum(isinstance(link, Found) for link in links)
    internal = sum(not isinstance(link, Found) and link.why is Why.INTERNAL for link in links)
    lost = len(links) - found - internal
    lines = [
        checked(run, "Read"),
        f"{found:,} resolved, {lost:,} lost, {counted(internal, 'place')} in the piece itself.",
    ]
    if any(link.pointing in WRONG for link in links if isinstance(link, Found)):
        lines.append("(!) the note that is typed does not cite it: citelint check says more.")
    return lines
