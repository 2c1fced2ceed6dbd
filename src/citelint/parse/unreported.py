"""Cases without a reporter, and papers filed in a case: names, dockets, the title and page of the paper."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Field, Kind
from citelint.model.span import Span
from citelint.parse.fields import fields, of
from citelint.parse.lead import PROCEDURAL, case_name, segments, stripped

VERSUS = re.compile(r"\sv\.?\s|(?:^|,\s)(?:In re|Ex parte|In the [Mm]atter of)\s")
_RULING = re.compile(r"(?:Decision|Award|Judgment|Advisory Opinion|Final Award|Partial Award|Provisional Measures)\b")
DOCKET = re.compile(r"(?:[A-Z][\w.]*\s){0,3}(?:Nos?|Docket|Dkt)\b\.?\s?\d")
PAPER = re.compile(
    r"\b(?:Complaint|Brief|Motion|Petition|Transcript|Order|Decl(?:aration)?\.?|Memorandum (?:in|of)|Mem\. in|Opinion|"
    r"Answer|Reply|Compl\.|Pet\.|Tr\.|Br\.|Indictment|Affidavit|Response (?:to|in)|Opposition|Objection|Notice of|"
    r"Stipulation|Plea|Exhibit|Declaration|Subpoena|Amicus)\b"
)
PAPER_PAGE = re.compile(r",?\s(?:at|attach\.)\s(?=[*\d¶§nivx_A-Z]{0,2}\.?\s?\d|[ivx]+\b|attach|[A-Z]\b)|,?\s(?=[¶§])")
"""What stands between the title of a paper and the page in it."""
_CORPORATE = re.compile(r"(?:Inc|LLC|L\.L\.C|Corp|Co|Ltd|L\.P|LP|LLP|N\.A|S\.A|P\.C|et al|Jr|AG|GmbH|PLC)\b\.?")


def paper_title(text: str, paper: Span) -> tuple[Field | None, Field | None]:
    """Give the title of a paper and the page in it: "Brief for Petitioner at 12"."""
    cut = PAPER_PAGE.search(text, paper.start, paper.end)
    if cut is None:
        return of(text, paper), None
    page = of(text, Span(cut.end(), paper.end))
    return of(text, Span(paper.start, cut.start())), page


def unreported(found: dict[str, Any], text: str, lead: Span) -> None:
    """Fill in the fields of a case without a reporter, or of a paper filed in one, from the words before its date."""
    rest = segments(text, lead.start, lead.end)
    named = next((i for i, s in enumerate(rest) if VERSUS.search(s.of(text))), -1)
    if named < 0:
        # "Opposition to Motion, Boyle, No. 08-CR-3": the case by the name of one party
        named = next((i - 1 for i, s in enumerate(rest) if i > 1 and DOCKET.match(s.of(text))), 0)
    last = named
    while last + 1 < len(rest) and _CORPORATE.match(rest[last + 1].of(text)):
        last += 1
    name = Span(rest[named].start, rest[last].end)
    cut = PAPER_PAGE.search(text, name.start, name.end)
    if cut is not None:
        found["pincite"] = found.get("pincite") or of(text, Span(cut.end(), name.end))
        name = stripped(text, name.start, cut.start())
    begin, parties = case_name(text, rest[0].start if named else name.start, name.end)
    if PROCEDURAL.match(text, name.start):
        begin, parties = name.start, [name]
    found["parties"] = fields(text, parties)
    before = stripped(text, rest[0].start, begin) if named else Span(name.start, name.start)
    if before.end > before.start:
        paper: Span | None = before
    else:
        later = next((s for s in rest[last + 1 :] if PAPER.search(s.of(text))), None)
        paper = Span(later.start, rest[-1].end) if later is not None else None
    found["kind"] = Kind.COURT_DOCUMENT if paper is not None else Kind.CASE
    if paper is None and (ruling := next((s for s in rest[last + 1 :] if _RULING.match(s.of(text))), None)) is not None:
        found["title"] = of(text, Span(ruling.start, rest[-1].end))
    if paper is not None:
        title, page = paper_title(text, paper)
        found["title"] = title
        found["pincite"] = page or found.get("pincite")
