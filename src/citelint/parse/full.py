"""A full citation's fields, read from its locator and the words before it."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Citation, Field, Hereinafter, Kind
from citelint.model.span import Span
from citelint.parse.assemble import Draft
from citelint.parse.drive import Part
from citelint.parse.lead import authorship, case_name, stripped

_YEAR = re.compile(r"(?<!\d)(?:1[3-9]|20)\d\d(?!\d)(?!.*(?<!\d)(?:1[3-9]|20)\d\d(?!\d))", re.S)
_DAY = re.compile(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s(?:\d{1,2},?\s)?\d{4}")
_TRAILING_PAGE = re.compile(
    r"(?:,\s*|\s+)((?:\*?\d[\d,]*|[ivxlc]+)(?:[-–]\d+|[-–][ivxlc]+)?(?:\s?n\.\s?\d+)?(?:,\s\d+(?:[-–]\d+)?)*)$"
)
_LEADING_VOLUME = re.compile(r"(\d{1,3})\s+(?=[A-Z])")
_VERSUS = re.compile(r"\sv\.?\s|^(?:In re|Ex parte)\s")
_COURT_PAPER = re.compile(
    r"\b(?:Complaint|Brief|Motion|Petition|Transcript|Order|Decl(?:aration)?\.?|Memorandum in|Mem\. in|Opinion|Answer|Reply|"
    r"Compl\.|Pet\.|Tr\.|Br\.|Indictment|Affidavit)\b"
)
_HEARING = re.compile(
    r"\bHearings?\b|\bH\.R\.\s|\bS\.\s\d|\bH\.R\.\sRep|\bS\.\sRep|\bAssemb\.\sB|\bS\.B\.|\bH\.B\.|\bA\.B\.|\bReg\. Sess\."
)
_TREATY = re.compile(r"\b(?:Treaty|Convention|Covenant|Protocol|U\.N\.T\.S|T\.I\.A\.S|U\.S\.T\.|Agreement Between)\b")
_ORDER = re.compile(r"\bExec(?:utive|\.)\sOrder\b|\bExec\. Order\b|\bProclamation\sNo")


def full_citation(
    draft: Draft,
    text: str,
    pin: Field | None,
    labels: tuple[Hereinafter, ...],
    aliases: tuple[Field, ...],
    common: dict[str, Any],
) -> Citation:
    """Make the citation that a draft with a locator, or a whole member without one, stands for."""
    lead_end = next((h.span.start for h in labels if draft.lead.start < h.span.start < draft.lead.end), draft.lead.end)
    lead = stripped(text, draft.lead.start, draft.lead.end)
    found: dict[str, Any] = dict(common, hereinafter=labels, aliases=aliases, pincite=pin)
    found["lead"] = of(text, lead)
    if draft.date is not None:
        dated(found, draft.date, text)
    if draft.urls:
        found["url"] = of(text, Span(draft.urls[0][1], draft.urls[0][2]))
    elif (archive := archived(draft, text)) is not None:
        found["url"] = archive
    kind = draft.anchor[0] if draft.anchor else ""
    if kind == "case":
        case(found, draft, text)
    elif kind in ("statute", "section_locator", "constitution", "rule", "congress"):
        primary(found, draft, text, kind)
    elif kind == "article":
        article(found, draft, text, Span(lead.start, min(lead.end, lead_end)))
    else:
        other(found, draft, text, Span(lead.start, min(lead.end, lead_end)))
    return Citation(**found)


def of(text: str, span: Span) -> Field | None:
    """Give the field of a span, None for an empty one."""
    span = stripped(text, span.start, span.end)
    return Field(span, span.of(text)) if span.end > span.start else None


def dated(found: dict[str, Any], part: Part, text: str) -> None:
    """Read year and court from a dated parenthesis."""
    inside = Span(part[1] + 1, part[2] - 1)
    match = _YEAR.search(text, inside.start, inside.end)
    if match is None:
        found["court"] = of(text, inside)
        return
    found["year"] = Field(Span(*match.span()), match[0])
    words = text[inside.start : match.start()]
    day = _DAY.search(text, inside.start, inside.end)
    stop = day.start() if day else match.start()
    court = of(text, Span(inside.start, stop))
    if court is not None and words[:1].isupper() | words[:1].isdigit():
        found["court"] = court


def archived(draft: Draft, text: str) -> Field | None:
    """Give the URL inside a bracket where none stands outside of one."""
    for part in draft.enclosed:
        for inner in part[3]:
            if inner[0] == "web":
                return Field(Span(inner[1], inner[2]), text[inner[1] : inner[2]])
    return None


def case(found: dict[str, Any], draft: Draft, text: str) -> None:
    """Fill in the fields of a reported case."""
    assert draft.anchor is not None
    found["kind"] = Kind.CASE
    found["parties"] = tuple(f for s in draft.parties if (f := of(text, s)) is not None)
    parallel = []
    for part in draft.anchor[3]:
        place = Field(Span(part[1], part[2]), text[part[1] : part[2]])
        if part[0] == "VOLUME":
            found["volume"] = place
        elif part[0] == "REPORTER":
            found["reporter"] = place
        elif part[0] == "page":
            found["page"] = place
        elif part[0] == "parallel":
            parallel.append(Field(Span(part[3][1][1], part[2]), text[part[3][1][1] : part[2]]))
    found["parallel"] = tuple(parallel)


def primary(found: dict[str, Any], draft: Draft, text: str, kind: str) -> None:
    """Fill in the fields of a statute, regulation, constitution, rule or congressional paper."""
    assert draft.anchor is not None
    children = {p[0]: p for p in reversed(draft.anchor[3])}
    lead = found["lead"]
    if kind in ("constitution", "rule"):
        name = children.get("CONSTITUTION") or children["RULE_OF_COURT"]
        found["kind"] = Kind.CONSTITUTION if kind == "constitution" else Kind.RULE
        words = text[name[1] : name[2]]
        if kind == "rule" and (match := re.search(r"\s(\d.*)$", words, re.S)):
            found["reporter"] = Field(Span(name[1], name[1] + match.start()), words[: match.start()])
            page = match[1].split(" ", 1)[0]
            begin = name[1] + match.start(1)
            found["page"] = Field(Span(begin, begin + len(page)), page)
            if " " in match[1]:
                found["pincite"] = of(text, Span(begin + len(page), name[2]))
        else:
            found["reporter"] = Field(Span(name[1], name[2]), words)
        first = next((p for p in draft.anchor[3] if p[0] == "PROVISION"), None)
        if first is not None:
            found["pincite"] = of(text, Span(first[1], draft.anchor[2]))
        found["lead"] = None
        return
    if kind == "congress":
        found["kind"] = Kind.LEGISLATIVE
        token = children["CONGRESS"]
        words = text[token[1] : token[2]]
        volume = words.split(" ", 1)[0]
        found["volume"] = Field(Span(token[1], token[1] + len(volume)), volume)
        found["reporter"] = Field(Span(token[1] + len(volume) + 1, token[2]), words[len(volume) + 1 :])
        found["title"] = lead
        if "page" in children:
            found["pincite"] = of(text, Span(children["page"][1], draft.anchor[2]))
        return
    first_section = next((p for p in draft.anchor[3] if p[0] == "section"), None)
    if first_section is not None:
        number = first_section[3][1]
        found["page"] = Field(Span(number[1], draft.anchor[2]), text[number[1] : draft.anchor[2]])
        found["pincite"] = None
    if kind == "section_locator":
        code_by_name(found, draft, text)
        return
    from citelint.tables.codes import code_kind
    from citelint.tables.treaties import is_treaty_source

    found["volume"] = of(text, Span(*children["VOLUME"][1:3]))
    found["reporter"] = of(text, Span(*children["CODE"][1:3]))
    if "page" in children and first_section is None:
        found["page"] = of(text, Span(*children["page"][1:3]))
    elif (place := next((p for p in draft.anchor[3] if p[0] == "PROVISION"), None)) is not None:
        found["page"] = of(text, Span(place[1], draft.anchor[2]))
        found["pincite"] = None
    found["title"] = lead
    code = code_kind(found["reporter"].value)
    treaty = is_treaty_source(found["reporter"].value) or (lead is not None and bool(_TREATY.search(lead.value)))
    found["kind"] = (
        Kind.TREATY
        if treaty
        else {"regulation": Kind.REGULATION, "legislative": Kind.LEGISLATIVE}.get(str(code), Kind.STATUTE)
    )


def code_by_name(found: dict[str, Any], draft: Draft, text: str) -> None:
    """Fill in what a section sign without a volume belongs to: a code, a restatement or a treatise."""
    from citelint.tables.codes import is_code

    lead = found["lead"]
    words = lead.value if lead is not None else ""
    if "estatement" in words or "RESTATEMENT" in words:
        found.update(kind=Kind.OTHER, title=lead)
    elif is_code(words):
        found.update(kind=Kind.STATUTE, reporter=lead)
    elif draft.date is not None and "," in words:
        writing = authorship(text, lead.span.start, lead.span.end)
        section = found.pop("page", None)
        found.update(
            kind=Kind.BOOK,
            authors=fields(text, writing.authors),
            institution=of(text, writing.institution) if writing.institution else None,
            title=of(text, Span(writing.rest[0].start, writing.rest[-1].end)) if writing.rest else None,
            pincite=of(text, Span(draft.anchor[3][0][1], draft.anchor[2])) if draft.anchor else section,
        )
    else:
        found.update(kind=Kind.STATUTE, title=lead)


def fields(text: str, spans: list[Span]) -> tuple[Field, ...]:
    """Give the fields of several spans."""
    return tuple(Field(s, s.of(text)) for s in spans)


def article(found: dict[str, Any], draft: Draft, text: str, lead: Span) -> None:
    """Fill in the fields of what a volume and a periodical, or a volume and a book's title, locate."""
    assert draft.anchor is not None
    children = {p[0]: p for p in reversed(draft.anchor[3])}
    for part in draft.anchor[3]:
        if part[0] == "DATED" and draft.date is None:
            dated(found, part, text)
    found["kind"] = Kind.ARTICLE
    found["volume"] = of(text, Span(*children["VOLUME"][1:3]))
    name = Span(*children["PERIODICAL"][1:3])
    if "page" in children:
        found["page"] = of(text, Span(*children["page"][1:3]))
    collected = re.search(r",\s+in\s*$|^in\s*$", text[lead.start : children["VOLUME"][1]])
    if collected:
        found["kind"] = Kind.CHAPTER
        lead = stripped(text, lead.start, lead.start + collected.start())
    if lead.start == lead.end and "," in name.of(text):
        writing = authorship(text, name.start, name.end)
        found.update(kind=Kind.BOOK, authors=fields(text, writing.authors), pincite=found.pop("page", None))
        if writing.rest:
            found["title"] = of(text, Span(writing.rest[0].start, writing.rest[-1].end))
        found["lead"] = of(text, name)
        return
    found["reporter"] = of(text, name)
    if "U.N.T.S" in name.of(text) or "T.I.A.S" in name.of(text) or "U.S.T" == name.of(text).rstrip("."):
        found["kind"] = Kind.TREATY
        found["title"] = of(text, lead)
        return
    written(found, text, lead)


def written(found: dict[str, Any], text: str, lead: Span) -> None:
    """Read authors and title from the words before a locator."""
    writing = authorship(text, lead.start, lead.end)
    found["authors"] = fields(text, writing.authors)
    if writing.institution is not None:
        found["institution"] = of(text, writing.institution)
    rest = list(writing.rest)
    while len(rest) > 1 and rest[0].of(text) in (
        "Note",
        "Comment",
        "Book Review",
        "Essay",
        "Case Comment",
        "Recent Case",
        "Editorial",
        "Opinion",
        "Op-Ed",
        "Review",
        "Commentary",
    ):
        rest.pop(0)
    if rest:
        found["title"] = of(text, Span(rest[0].start, rest[-1].end))


def other(found: dict[str, Any], draft: Draft, text: str, lead: Span) -> None:
    """Fill in the fields of books, chapters, news, pages and reports: all that a date, a URL or nothing locates."""
    from citelint.tables.institutions import looks_institutional
    from citelint.tables.outlets import is_outlet

    words = lead.of(text)
    if match := re.search(r",\s+in\s+(?=[A-Z“\d])", words):
        chapter(found, text, lead, match)
        return
    writing = authorship(text, lead.start, lead.end)
    found["authors"] = fields(text, writing.authors)
    if writing.institution is not None:
        found["institution"] = of(text, writing.institution)
    rest = list(writing.rest)
    if rest and _VERSUS.search(rest[0].of(text)) and not writing.authors and not writing.institution:
        unreported(found, draft, text, rest)
        return
    bare_date = draft.date is not None and text[draft.date[1] + 1 : draft.date[2] - 1].isdigit()
    if rest and (page := _TRAILING_PAGE.search(text[rest[0].start : lead.end])) and draft.date is not None:
        begin = rest[0].start + page.start(1)
        found["pincite"] = Field(Span(begin, rest[0].start + page.end(1)), page[1])
        cut = rest[0].start + page.start()
        rest = [stripped(text, s.start, min(s.end, cut)) for s in rest if s.start < cut]
    place = rest[-1] if len(rest) > 1 else None
    if place is not None and not (is_outlet(place.of(text)) or found.get("url") or not bare_date or draft.date is None):
        place = place if looks_institutional(place.of(text)) and len(place.of(text).split()) < 8 else None
    if place is not None:
        rest = rest[:-1]
    if rest:
        found["title"] = of(text, Span(rest[0].start, rest[-1].end))
    news = place is not None and (
        is_outlet(place.of(text)) or (not bare_date and draft.date is not None and bool(writing.authors))
    )
    if _HEARING.search(words):
        found["kind"] = Kind.LEGISLATIVE
    elif _ORDER.search(words):
        found["kind"] = Kind.REGULATION
    elif _TREATY.search(words) and not writing.authors:
        found["kind"] = Kind.TREATY
    elif draft.anchor is None:
        found["kind"] = Kind.OTHER
    elif news:
        found["kind"] = Kind.NEWS
    elif found.get("institution") or (found["authors"] and bare_date and found.get("url")):
        found["kind"] = Kind.REPORT
    elif found.get("url"):
        found["kind"] = Kind.WEB
    else:
        found["kind"] = Kind.BOOK if bare_date or found["authors"] else Kind.OTHER
    if place is not None:
        found["reporter" if news else "institution"] = (
            found.get("institution") if (not news and found.get("institution")) else of(text, place)
        )


def chapter(found: dict[str, Any], text: str, lead: Span, match: re.Match[str]) -> None:
    """Fill in the fields of a piece in a collection: "Author, Title, in Collection 93"."""
    found["kind"] = Kind.CHAPTER
    written(found, text, stripped(text, lead.start, lead.start + match.start()))
    book = stripped(text, lead.start + match.end(), lead.end)
    if page := re.search(r"\s(\*?\d+)((?:,\s[\d–-]+)*)$", book.of(text)):
        begin = book.start + page.start(1)
        found["page"] = Field(Span(begin, begin + len(page[1])), page[1])
        if page[2]:
            found["pincite"] = of(text, Span(begin + len(page[1]), book.end))
        book = stripped(text, book.start, book.start + page.start())
    found["reporter"] = of(text, book)


def unreported(found: dict[str, Any], draft: Draft, text: str, rest: list[Span]) -> None:
    """Fill in the fields of a case without a reporter, or of a paper filed in one."""
    _, parties = case_name(text, rest[0].start, rest[0].end)
    found["parties"] = fields(text, parties)
    paper = next((s for s in rest[1:] if _COURT_PAPER.search(s.of(text))), None)
    found["kind"] = Kind.COURT_DOCUMENT if paper is not None else Kind.CASE
    if paper is not None:
        found["title"] = of(text, paper)
