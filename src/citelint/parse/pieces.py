"""The fields of books, news, pages, reports, bills and unreported cases: what a date, a URL or nothing locates."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Field, Kind
from citelint.model.span import Span
from citelint.parse.draft import Draft
from citelint.parse.fields import fields, of
from citelint.parse.lead import authorship, case_name, stripped
from citelint.parse.secondary import chapter
from citelint.parse.shape import is_institution

_TRAILING_PAGE = re.compile(
    r"(?:,\s*|\s+)(?:at\s)?((?:paras?\.\s|¶¶?\s?|pp?\.\s)?(?:\*?\d[\d,]*|[ivxlc]+)(?:[-–]\d+|[-–][ivxlc]+)?(?:\s?n\.\s?\d+)?"
    r"(?:,\s\d+(?:[-–]\d+)?)*)$"
)
_VERSUS = re.compile(r"\sv\.?\s|^(?:In re|Ex parte)\s")
_COURT_PAPER = re.compile(
    r"\b(?:Complaint|Brief|Motion|Petition|Transcript|Order|Decl(?:aration)?\.?|Memorandum in|Mem\. in|Opinion|Answer|"
    r"Reply|Compl\.|Pet\.|Tr\.|Br\.|Indictment|Affidavit)\b"
)
_HEARING = re.compile(
    r"\bHearings?\b|\bH\.R\.\s|\bS\.\s\d|\bH\.R\.\sRep|\bS\.\sRep|\bAssemb\.\sB|\bS\.B\.|\bH\.B\.|\bA\.B\.|"
    r"\bReg\. Sess\."
)
_TREATY = re.compile(r"\b(?:Treaty|Convention|Covenant|Protocol|U\.N\.T\.S|T\.I\.A\.S|U\.S\.T\.|Agreement Between)\b")
_ORDER = re.compile(r"\bExec(?:utive|\.)\sOrder\b|\bExec\. Order\b|\bProclamation\sNo")
_BILL = re.compile(r"(?:H\.R\.|S\.|H\.B\.|S\.B\.|A\.B\.|Assemb\.\sB\.|H\.\sB\.|H\.(?:J|Con)?\.?\s?Res\.)\s?\d")
COLLECTED = re.compile(r",\s+in\s+(?=[A-Z“\d])")
"""What parts a piece from the collection it stands in."""
_OFFICE = re.compile(
    r"(?:Acting |Deputy |Assistant |Vice |Associate |Former |Exec(?:utive|\.) )*"
    r"(?:Director|Dir\.|Chair(?:man|woman|person)?|Professor|Comm[’']r|Commissioner|Secretary|Sec[’']y|President|Chief|"
    r"Governor|Comptroller|Att[’']y|Attorney|Senator|Representative|Judge|Justice|Counsel|Administrator|Minister|Dean)\b"
)


def piece(found: dict[str, Any], draft: Draft, text: str, lead: Span) -> None:
    """Fill in the fields of all that no volume and no code locates."""
    words = lead.of(text)
    if match := COLLECTED.search(words):
        chapter(found, text, lead, match)
        return
    writing = authorship(text, lead.start, lead.end)
    found["authors"] = fields(text, writing.authors)
    rest = ([writing.institution] if writing.institution is not None else []) + list(writing.rest)
    if rest and _VERSUS.search(rest[0].of(text)) and not writing.authors:
        unreported(found, text, rest)
        return
    if len(rest) > 1 and _COURT_PAPER.match(rest[0].of(text)) and any(_VERSUS.search(s.of(text)) for s in rest[1:]):
        named = next(i for i, s in enumerate(rest) if i and _VERSUS.search(s.of(text)))
        unreported(found, text, rest[named:])
        cut = re.search(r"\s(?:at|¶|§)\s", rest[0].of(text))
        title = Span(rest[0].start, rest[0].start + cut.start()) if cut else rest[0]
        found.update(kind=Kind.COURT_DOCUMENT, title=of(text, title))
        return
    bare_year = draft.date is not None and not draft.issue and text[draft.date[1] + 1 : draft.date[2] - 1].isdigit()
    if draft.date is not None and rest:
        rest = paged(found, text, rest, lead.end)
    placed = bool(found.get("url")) or (draft.date is not None and not bare_year) or draft.anchor is None
    place = arranged(found, text, rest, bool(writing.authors), placed)
    found["kind"] = kind_of(found, draft, text, words, place, bare_year)
    if place is not None:
        if found["kind"] is Kind.NEWS:
            found["reporter"] = of(text, place)
        else:
            found.setdefault("institution", of(text, place))


def paged(found: dict[str, Any], text: str, rest: list[Span], end: int) -> list[Span]:
    """Take the page off the end of a title ("An Economic History 68-86")."""
    page = _TRAILING_PAGE.search(text[rest[0].start : end])
    if page is None:
        return rest
    begin = rest[0].start + page.start(1)
    found["pincite"] = Field(Span(begin, rest[0].start + page.end(1)), page[1])
    cut = rest[0].start + page.start()
    return [stripped(text, s.start, min(s.end, cut)) for s in rest if s.start < cut]


def arranged(found: dict[str, Any], text: str, rest: list[Span], authored: bool, placed: bool) -> Span | None:
    """Tell institution, title and place of publication apart; give the place, or None where there is none.

    A piece with a URL or a full date names its place last ("Title, Site (Nov. 24, 2017)"); a book has none.
    """
    from citelint.tables.outlets import is_outlet

    while authored and len(rest) > 1 and _OFFICE.match(rest[0].of(text)):
        rest = rest[1:]
        while len(rest) > 2 and is_institution(rest[0].of(text)):
            rest = rest[1:]
    head = rest[0].of(text) if rest else ""
    short = len(head.split()) <= (6 if authored else 12)
    wanted = 3 if placed else 2
    if (
        not authored
        and len(rest) == 2
        and ((head.isupper() and len(head) <= 6) or not is_institution(rest[1].of(text)))
    ):
        wanted = 2
    if len(rest) >= wanted and short and is_institution(head):
        bracket = text.find(" (", rest[0].start, rest[0].end)
        found["institution"] = of(text, Span(rest[0].start, bracket) if bracket > 0 else rest[0])
        rest = rest[1:]
    place = None
    if len(rest) > 1 and (placed or is_outlet(rest[-1].of(text))):
        place = rest[-1]
        rest = rest[:-1]
    if rest:
        last = rest[:1] if _BILL.match(rest[0].of(text)) else rest
        found["title"] = of(text, Span(rest[0].start, last[-1].end))
    return place


def kind_of(found: dict[str, Any], draft: Draft, text: str, words: str, place: Span | None, bare_year: bool) -> Kind:
    """Tell what a source without a volume is."""
    from citelint.tables.outlets import is_outlet

    if _HEARING.search(words):
        return Kind.LEGISLATIVE
    if _ORDER.search(words):
        return Kind.REGULATION
    if not found["authors"] and not found.get("institution") and _TREATY.search(words):
        return Kind.TREATY
    if draft.anchor is None:
        return Kind.OTHER
    if place is not None:
        name = place.of(text)
        dated = draft.date is not None and not bare_year
        if is_outlet(name) or (dated and found["authors"] and not is_institution(name)):
            return Kind.NEWS
    if bare_year and (found.get("institution") or (found["authors"] and found.get("url"))):
        return Kind.REPORT
    if found.get("url"):
        return Kind.WEB
    return Kind.BOOK if bare_year or found["authors"] else Kind.OTHER


def unreported(found: dict[str, Any], text: str, rest: list[Span]) -> None:
    """Fill in the fields of a case without a reporter, or of a paper filed in one."""
    _, parties = case_name(text, rest[0].start, rest[0].end)
    found["parties"] = fields(text, parties)
    paper = next((s for s in rest[1:] if _COURT_PAPER.search(s.of(text))), None)
    found["kind"] = Kind.COURT_DOCUMENT if paper is not None else Kind.CASE
    if paper is not None:
        found["title"] = of(text, paper)
