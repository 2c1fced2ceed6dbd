"""The titles of treaties, bills and opinions of an office: what is no part of them is told apart."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Field, Kind
from citelint.model.span import Span
from citelint.parse.draft import Draft
from citelint.parse.fields import of
from citelint.parse.rare import Rare

TREATY = Rare(
    ("Treaty", "Convention", "Covenant", "Protocol", "Agreement ", "Charter of", "Statute of", "T.S", "T.I.A", "S.T."),
    r"\b(?:Treaty|Convention|Covenant|(?:Additional|Optional|Montreal|Kyoto|Nagoya) Protocol|"
    r"Protocol (?:[IVX]+\b|No|to|on|for|of|Relating|Amending|Additional)|U\.N\.T\.S|T\.I\.A\.S|U\.S\.T\.|"
    r"Agreement (?:[Bb]etween|[Ff]or the|on|Establishing|Concerning|Relating|to)|Charter of|Statute of the Int)\b",
)
_CONCLUDED = re.compile(
    r"(?:,\s[A-Z][\w.’]*(?:\s[A-Z][\w.’]*)?[-–](?:[A-Z][\w.’]*\s?){1,3})?(?:,?\s((?:art|annex|pmbl|protocol)s?\.?\s[\w().]+))?"
    r",\s(?:(?:opened|adopted|signed|done|concluded)[a-z\s]{0,20}\s|as\samended\s)?"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},\s)?(\d{4})$"
)
_IN_SERIES = re.compile(
    r"(?:(?P<volume>\d{4})\s)?(?P<reporter>O\.J\.\s.*?\)|.*?)\s?(?P<page>Nos?\.\s?\d.*|(?<=\)\s)\d+)?", re.S
)
_PLACED = re.compile(r",?\s((?:art|annex|recital|pmbl|protocol)s?\.?\s[\w().]+)$")
_SESSION = re.compile(
    r"(?:\d{4}(?:[–-]\d+)?\s)?(?:\d+(?:st|nd|rd|th|d)\s)?(?:Gen\.\s)?(?:Leg|Assemb|Reg|Spec|Sess|Gen\.\sCt|Legis)\b"
)
BILL = Rare(
    ("H.", "S.", "A.B.", "L.D.", "Assemb.", "Bill"),
    r"(?<![\w.])(?:H\.R\.|S\.|H\.B\.|S\.B\.|A\.B\.|H\.F\.|S\.F\.|L\.D\.|Assemb\.\s(?:B\.|Bill)|[HS]\.\sB\.|(?:House|Senate)\sBill|"
    r"[HS]\.(?:J\.?|Con\.?)?\s?Res\.)\s?(?:No\.\s)?[A-Z]?\d",
)
_NUMBERED_BILL = re.compile(r",\s(?=" + BILL.pattern.pattern + ")")
_SLIP = re.compile(r",\s(\d+)\s((?:Op\.|Ops\.)\s[A-Z][\w.’]*(?:\s[A-Z][\w.’]*)?),\sslip\sop\.(?:\sat\s(.+))?$", re.S)


def concluded(found: dict[str, Any], text: str, lead: Field | None) -> None:
    """Take parties, article and date off the title of a treaty: "Treaty on Doors, Dale-Wren, art. 3, May 2, 1969"."""
    if lead is None or (match := _CONCLUDED.search(lead.value)) is None:
        return
    begin = lead.span.start
    found["title"] = of(text, Span(begin, begin + match.start()))
    if match[1] and found.get("pincite") is None:
        found["pincite"] = of(text, Span(begin + match.start(1), begin + match.end(1)))
    if found.get("year") is None:
        found["year"] = of(text, Span(begin + match.start(2), begin + match.end(2)))


def in_series(found: dict[str, Any], draft: Draft, text: str) -> None:
    """Fill in the fields of a treaty in a series without volumes, or of what the Official Journal prints.

    "E.T.S. No. 185" is number 185 of its series, "2012 O.J. (C 326) 391" page 391 of an issue of the year 2012.
    """
    assert draft.anchor is not None
    token = draft.anchor[3][0]
    match = _IN_SERIES.fullmatch(text, token[1], token[2])
    assert match is not None
    for name in ("volume", "reporter", "page"):
        found[name] = of(text, Span(*match.span(name))) if match[name] else None
    lead = found["lead"]
    found.update(kind=Kind.TREATY, title=lead)
    if token[0] == "OFFICIAL_JOURNAL" and (lead is None or TREATY.search(lead.value) is None):
        found["kind"] = Kind.OTHER
    concluded(found, text, lead)
    place = None if found["title"] is not lead or lead is None else _PLACED.search(lead.value)
    if lead is not None and place is not None:
        begin = lead.span.start
        found["title"] = of(text, Span(begin, begin + place.start()))
        found["pincite"] = found.get("pincite") or of(text, Span(begin + place.start(1), begin + place.end(1)))
    if found.get("year") is None and found["volume"] is not None:
        found["year"] = found["volume"]


def bill_title(text: str, lead: Field | None) -> Field | None:
    """Give the name of a bill without its number, or the number where it has no name."""
    if lead is None:
        return None
    if cut := _NUMBERED_BILL.search(lead.value):
        return of(text, Span(lead.span.start, lead.span.start + cut.start()))
    return lead


def without_sessions(text: str, rest: list[Span]) -> list[Span]:
    """Leave out the segments that name a session of a legislature: "67th Leg. Assemb.", "Reg. Sess."."""
    return [s for i, s in enumerate(rest) if not i or not _SESSION.match(s.of(text))]


def slip_opinion(found: dict[str, Any], text: str, lead: Span) -> bool:
    """Fill in the fields of an office's opinion without a page ("48 Op. O.L.C., slip op. at 1"), if it is one."""
    match = _SLIP.search(lead.of(text))
    if match is None:
        return False
    volume, reporter, page = (
        of(text, Span(lead.start + match.start(i), lead.start + match.end(i))) if match[i] else None for i in (1, 2, 3)
    )
    found.update(kind=Kind.OTHER, title=of(text, Span(lead.start, lead.start + match.start())))
    found.update(volume=volume, reporter=reporter, pincite=page or found.get("pincite"))
    return True
