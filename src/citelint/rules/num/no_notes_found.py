"""NUM000: a file without notes was not checked."""

import re

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.model.document import Document
from citelint.model.span import Span

_LOOKED_FOR = {
    "text": 'notes typed as "[1] ..." or "1. ..." after the text',
    "markdown": 'notes defined as "[^1]: ..." or written inline as "^[...]"',
    "html": 'marks that link to notes, notes beside their marks, and notes typed as "[1] ..." after the text',
    "jats": "notes written as <fn>",
    "docx": "Word's footnotes and endnotes",
}
_LABEL = Pattern(r"^[ \t]*(\d{1,4})\.?[ \t]+\S", re.MULTILINE)
_COUNTED_ON = 3
_TYPED_NOTE = Pattern(r"^[ \t]*(?:\[\d{1,4}\]|\d{1,4}\.)[ \t]+\S", re.MULTILINE)


@rule(
    "NUM000",
    Bad("""
        An essay without a single note.

        It goes on for a while.
        """),
    Bad("""
        The rule is old (Ellison 2018, p. 901).

        It was never overruled.
        """),
    Good("""
        The rule is old.[1]

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        The rule is old.[^1]

        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    selectable=False,
)
def no_notes_found(document: Document, context: Context) -> Reports:
    """A file that was named to be checked and holds no notes was not checked, and must not pass.

    citelint reads footnotes and endnotes. Citations in the text itself, as in a brief, and notes that were typed into
    the body of a Word file instead of being inserted, are none that it can see. A file that was found by walking a
    folder may have no notes. This finding cannot be ignored; ``--allow-empty`` forgives it, and nothing else.
    """
    if document.notes:
        return
    source = document.source
    looked_for = _LOOKED_FOR.get(source.format, "footnotes and endnotes")
    message = f"no notes were found: citelint looked for {looked_for}"
    if source.format == "docx" and sum(1 for _ in _TYPED_NOTE.finditer(source.text)) > 1:
        message += "; notes seem to be typed into the body: insert them as footnotes"
    elif (excerpt := _begins_later(source.text)) is not None:
        number, line = excerpt
        where = f" at line {line}" if source.format == "text" else ""
        message += f'; a list{where} begins with {number}: if that is the first note, give "--first-note {number}"'
    yield Report(
        Span(0, 0),
        message,
        why="citelint reads the notes of a piece, not citations in its text",
        sure="the file was read to its end",
    )


def _begins_later(text: str) -> tuple[int, int] | None:
    """Give the number and the line of the first three labels ("57.", "58.", "59.") that count on from beyond 1."""
    before, count, start = 0, 0, 0
    for label in _LABEL.finditer(text):
        number = int(label[1])
        if not count or number != before + 1:
            count, start = 0, label.start(1)
        before, count = number, count + 1
        if count == _COUNTED_ON and number > count:
            return number - count + 1, text.count("\n", 0, start) + 1
    return None
