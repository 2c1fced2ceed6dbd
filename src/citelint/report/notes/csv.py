"""What was understood, for a spreadsheet: a row for each citation and reference, one for a note that has none."""

from __future__ import annotations

from collections.abc import Iterator

from citelint.model.citation import Mention
from citelint.model.document import Document, Note
from citelint.model.run import FileResult, Run
from citelint.report.layout.fields import KnownNames, fields_of, kind_of
from citelint.report.layout.look import Look
from citelint.report.layout.spreadsheet import comma_separated

FIELDS = (
    *("authors", "institution", "parties", "title", "volume", "reporter", "page", "pincite", "court", "year", "url"),
    *("hereinafter", "note"),
)
"""The fields of the JSON, a column each; that of a supra's number is headed "note cited"."""

COLUMNS = (
    *("file", "apparatus", "section", "note", "cite", "role", "kind", "signal"),
    *(field if field != "note" else "note cited" for field in FIELDS),
    "text",
)


def report(run: Run, look: Look) -> str:
    """Give the table, in the order of the text. A file that could not be read is one row that says so."""
    return comma_separated([COLUMNS, *(row for result in run.files for row in _file(result))])


def _file(result: FileResult) -> Iterator[tuple[str, ...]]:
    document = result.document
    if document is None:
        if result.error is not None:
            empty = [""] * (len(COLUMNS) - 8)
            yield (result.path, "", "", "", "", "", "could not be read", "", *empty[:-1], result.error)
        return
    known = KnownNames.of(document)
    for note in document.notes:
        if result.reports(note):
            yield from _note(result, document, note, known)


def _note(result: FileResult, document: Document, note: Note, known: KnownNames) -> Iterator[tuple[str, ...]]:
    head = (result.path, note.apparatus, str(note.section), note.name)
    blank = [""] * len(FIELDS)
    found = [(mention.span, mention) for mention in note.mentions]
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, (span, mention) in enumerate(found, 1):
        signal = mention.signal.value if mention.signal else ""
        told = (str(number), mention.role.value, kind_of(mention), signal, *_fields(mention, known))
        rows.append((span.start, (*head, *told, span.of(document.text))))
    rows += [
        (span.start, (*head, "", "", "not understood", "", *blank, span.of(document.text))) for span in note.unparsed
    ]
    if not rows:
        rows.append((0, (*head, "", "", "text", "", *blank, note.span.of(document.text))))
    yield from (row for _, row in sorted(rows, key=lambda entry: entry[0]))


def _fields(mention: Mention, known: KnownNames) -> Iterator[str]:
    fields = fields_of(mention, known)
    for name in FIELDS:
        value = fields.get(name, "")
        yield value if isinstance(value, str) else "; ".join(value)
