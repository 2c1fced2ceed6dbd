"""Chapters cited in full by way of their collection: "Jane Roe, Filing Fees, in Courts and Cost, supra note 4, at 12".

The supra means the collection; the chapter stands here for the first time, and later references name this note for it.
"""

from __future__ import annotations

import re

from citelint.model.citation import Citation, Field, Kind, Supra
from citelint.model.span import Span

_IN = re.compile(r",\s+in\s+(?=[^a-z\s])")
_AND = re.compile(r"\s+(?:&|and)\s+")
_ET_AL = re.compile(r",?\s+et\.?\s+al\.?$", re.I)


def chapter_of(supra: Supra) -> Citation | None:
    """Give the chapter that a supra to its collection cites in full, as a citation in its place; None where it is none.

    It has the supra's own index, note and span. Author and title must both be printed: "Roe, in Courts and Cost, supra
    note 4" is a short form.
    """
    name = supra.name
    found = next(iter(_IN.finditer(name.value)), None)
    if found is None:
        return None
    lead = name.value[: found.start()]
    end = _authors_end(lead)
    if end is None:
        return None
    start = end + len(lead[end:]) - len(lead[end:].lstrip(", "))
    title = lead[start:].rstrip(", ")
    if not title:
        return None
    return Citation(
        index=supra.index,
        note=supra.note,
        span=supra.span,
        signal=supra.signal,
        role=supra.role,
        within=supra.within,
        string=supra.string,
        embedded=supra.embedded,
        clear=supra.clear,
        pincite=supra.pincite,
        kind=Kind.CHAPTER,
        lead=_field(name, 0, len(lead)),
        authors=_authors(name, lead[:end]),
        title=_field(name, start, start + len(title)),
        reporter=_field(name, found.end(), len(name.value)),
        hereinafter=supra.hereinafter,
    )


def _authors_end(lead: str) -> int | None:
    """Give where the authors end: at the first comma after the "&" that joins the last of them, else at the first."""
    comma = lead.find(",")
    if comma < 0:
        return None
    joined = _AND.search(lead)
    if joined is not None and joined.start() > comma and _are_names(lead[: joined.start()]):
        comma = lead.find(",", joined.end())
    if lead[comma + 1 :].lstrip().lower().startswith(("et al", "jr", "sr", "ii")):
        comma = lead.find(",", comma + 1)
    return comma if comma > 0 else None


def _are_names(text: str) -> bool:
    """Tell whether all between commas reads as names of persons: two to four words each."""
    return all(2 <= len(part.split()) <= 4 for part in text.split(","))


def _authors(name: Field, written: str) -> tuple[Field, ...]:
    written = _ET_AL.sub("", written)
    fields = []
    start = 0
    for piece in re.split(r"(\s+(?:&|and)\s+|,\s+)", written):
        if piece.strip(", ") not in ("", "&", "and") and piece.strip().lower().rstrip(".") not in ("jr", "sr"):
            fields.append(_field(name, start, start + len(piece)))
        start += len(piece)
    return tuple(fields)


def _field(name: Field, start: int, end: int) -> Field:
    return Field(Span(name.span.start + start, name.span.start + end), name.value[start:end])
