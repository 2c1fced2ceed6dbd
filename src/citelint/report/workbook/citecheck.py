"""The tab that a cite check is done in: a row for each source in each note, and columns for the editors."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from citelint.model.citation import Citation, Mention, Supra
from citelint.model.diagnostic import Diagnostic, Edit
from citelint.model.document import Document, Note
from citelint.model.fingerprint import fingerprint_of_place
from citelint.model.link import Found, Links
from citelint.model.run import FileResult, Run
from citelint.model.span import Span
from citelint.report.layout.fields import kind_of
from citelint.report.workbook.about import STAFF
from citelint.report.workbook.cells import cell_text
from citelint.report.workbook.sheet import Column
from citelint.report.workbook.sources import Described, described

TAB = "Cite check"

THEIRS = (
    Column("assigned to", 14, True, STAFF),
    Column(
        "located at", 16, True, ("library", "HeinOnline", "Westlaw", "Lexis", "web", "interlibrary loan", "not found")
    ),
    Column("pulled", 9, True, ("yes", "requested", "no")),
    Column("supports text", 11, True, ("yes", "in part", "no", "ask author")),
    Column("comments", 30, True),
)
"""What people fill in; --merge carries these over, and every column that they add to the right."""

KEY = Column("key (for --merge)", 12, hidden=True)

OURS = (
    Column("file", 14),
    Column("note", 6),
    Column("cite", 6),
    Column("signal", 9),
    Column("kind", 11),
    Column("author", 18),
    Column("title", 28),
    Column("source", 20),
    Column("date", 8),
    Column("URL", 22),
    Column("pincite", 9),
    Column("short form of note", 8),
    Column("full text", 44),
    Column("findings", 40),
    Column("suggested text", 36),
)

TEXT = "text"
"""The kind of a note that cites nothing: it has a row too, so that no note is passed over."""

NOT_UNDERSTOOD = "not understood"


def rows(run: Run) -> Iterator[tuple[str, ...]]:
    """Give the rows, in the order of the text: the columns of `OURS`, and the key."""
    for result in run.files:
        if result.document is not None:
            yield from _File(result, result.document).rows()
        if result.error is not None:
            said = f"could not be checked: {result.error}"
            empty = [""] * len(OURS)
            empty[0], empty[4], empty[13] = cell_text(result.path), "not checked", cell_text(said)
            yield (*empty, "")


class _File:
    def __init__(self, result: FileResult, document: Document) -> None:
        self._result, self._document = result, document
        self._links: Links | None = result.links
        self._findings: dict[int, list[Diagnostic]] = defaultdict(list)
        for finding in result.diagnostics:
            if finding.note is not None and not finding.is_headline:
                self._findings[finding.note].append(finding)

    def rows(self) -> Iterator[tuple[str, ...]]:
        for note in self._document.notes:
            if self._result.reports(note):
                yield from self._note(note)

    def _note(self, note: Note) -> Iterator[tuple[str, ...]]:
        stretches: list[tuple[Span, Mention | None]] = [(mention.span, mention) for mention in note.top]
        stretches += [(span, None) for span in note.unparsed if not any(m.span.overlaps(span) for m in note.top)]
        stretches.sort(key=lambda stretch: stretch[0])
        findings = _shared_out(self._findings[note.ordinal], [span for span, _ in stretches])
        if not stretches:
            yield self._row(note, "", TEXT, note.span, None, findings[0])
        for number, (span, mention) in enumerate(stretches):
            kind = kind_of(mention) if mention is not None else NOT_UNDERSTOOD
            yield self._row(note, str(number + 1), kind, span, mention, findings[number])

    def _row(
        self,
        note: Note,
        cite: str,
        kind: str,
        span: Span,
        mention: Mention | None,
        findings: Sequence[Diagnostic],
    ) -> tuple[str, ...]:
        text = self._document.text
        meant, full_in = self._meant(mention)
        edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
        suggested = _mended(text, span, edits)
        return (
            cell_text(self._result.path),
            cell_text(note.name),
            cite,
            cell_text(mention.signal.value) if mention is not None and mention.signal else "",
            kind,
            meant.author,
            meant.title,
            meant.source,
            meant.date,
            meant.url,
            cell_text(mention.pincite.value) if mention is not None and mention.pincite else "",
            full_in,
            cell_text(span.of(text)),
            "\n".join(cell_text(f"{one.severity.value} {one.code}: {one.message}") for one in findings),
            cell_text(suggested),
            fingerprint_of_place(self._document, note.ordinal, span).written,
        )

    def _meant(self, mention: Mention | None) -> tuple[Described, str]:
        """Give the source that a mention means, and the note of its full citation where the mention is a short form."""
        if isinstance(mention, Citation):
            return described(mention), ""
        link = self._links.by_reference.get(mention.index) if mention is not None and self._links else None
        if isinstance(link, Found):
            return described(link.citation), cell_text(self._document.note_of(link.citation).name)
        name = mention.name.value if isinstance(mention, Supra) else ""
        return Described(cell_text(name), "", "", "", ""), ""


def _shared_out(findings: Sequence[Diagnostic], spans: Sequence[Span]) -> list[list[Diagnostic]]:
    """Give each of the stretches, in order, the findings in it; one that stands between goes to the one before it."""
    shared: list[list[Diagnostic]] = [[] for _ in spans or (None,)]
    starts = [span.start for span in spans]
    for finding in findings:
        place = bisect_left(starts, finding.span.start + 1) - 1
        if (
            0 <= place < len(spans) - 1
            and finding.span.start >= spans[place].end
            and finding.span.overlaps(spans[place + 1])
        ):
            place += 1
        shared[max(place, 0)].append(finding)
    return shared


def _mended(text: str, span: Span, edits: Sequence[Edit]) -> str:
    """Give the words of a stretch with the edits made that lie in it and do not overlap, or "" where none does."""
    made, at, changed = "", span.start, False
    for edit in sorted(edits, key=lambda one: one.span):
        if at <= edit.span.start and edit.span.end <= span.end + 1:
            made += text[at : edit.span.start] + edit.text
            at, changed = edit.span.end, True
    return made + text[at : span.end] if changed else ""
