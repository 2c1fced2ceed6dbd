"""A full citation's fields, read from its locator and the words before it."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Citation, Field, Hereinafter, Kind
from citelint.model.span import Span
from citelint.parse.draft import Draft
from citelint.parse.fields import archived, as_printed, dated, fields, of
from citelint.parse.instruments import TREATY, bill_title, concluded, in_series
from citelint.parse.lead import authorship, case_name, segments, stripped
from citelint.parse.pieces import piece
from citelint.parse.secondary import article
from citelint.parse.unreported import paper_title

_NUMBERED = re.compile(r",\s(?:Pub\.\sL|ch\.|tit\.|§|div\.|Title\s)")
_ENACTED = re.compile(r"^Act of [A-Z][a-z]+\.?\s\d{1,2},\s(\d{4})")
_OPINION = re.compile(r"Op\.\s(?:O\.L\.C|Att[’']y)")
_DIVISION = re.compile(r"\s(?:No|[Cc]h|[Tt]it|[Pp]t)\.$")
_ARBITRAL = re.compile(r",\s[\w.]*\s?(?:Case|Communication|Arb\.|App(?:lication)?\.?)\sNos?\b")
_LEADING_VOLUME = re.compile(r"\d{1,2}\s(?=[A-Z])")
_BESIDE = re.compile(r"\s\((?:[Ii]n re|[Ee]x parte|[Ii]n the [Mm]atter of)\s[^()]*\)$")
_DRAFTERS = ("Am. L. Inst", "Am L. Inst", "A.L.I", "Unif. L. Comm", "Am. Bar Ass", "Nat’l Conf. of Comm")


def full_citation(
    draft: Draft,
    text: str,
    pin: Field | None,
    labels: tuple[Hereinafter, ...],
    aliases: tuple[Field, ...],
    common: dict[str, Any],
) -> Citation:
    """Make the citation that a draft with a locator, or a whole member without one, stands for."""
    lead = stripped(text, draft.lead.start, draft.lead.end)
    lead_end = draft.lead.end
    if labels:
        lead_end = next((h.span.start for h in labels if draft.lead.start < h.span.start < lead_end), lead_end)
    found: dict[str, Any] = dict(common, hereinafter=labels, aliases=aliases, pincite=pin)
    found["lead"] = Field(lead, lead.of(text)) if lead.end > lead.start else None
    if draft.date is not None:
        dated(found, draft.date, text)
    if draft.urls:
        found["url"] = of(text, Span(draft.urls[0][1], draft.urls[0][2]))
    elif (archive := archived(draft, text)) is not None:
        found["url"] = archive
    kind = draft.anchor[0] if draft.anchor else ""
    if kind == "case":
        case(found, draft, text)
    elif kind == "charter":
        charter(found, draft, text)
    elif kind == "treaty":
        in_series(found, draft, text)
    elif kind in ("statute", "section_locator", "constitution", "rule", "congress"):
        primary(found, draft, text, kind)
    elif kind == "article":
        article(found, draft, text, Span(lead.start, min(lead.end, lead_end)))
    else:
        piece(found, draft, text, Span(lead.start, min(lead.end, lead_end)))
    if found["kind"] not in (Kind.CASE, Kind.COURT_DOCUMENT):
        court = found.pop("court", None)
        if court is not None and court.value.startswith(_DRAFTERS):
            found.setdefault("institution", court)
    return Citation(**found)


def case(found: dict[str, Any], draft: Draft, text: str) -> None:
    """Fill in the fields of a reported case."""
    assert draft.anchor is not None
    found["kind"] = Kind.CASE
    parties = draft.parties
    if len(parties) > 1 and (beside := _BESIDE.search(parties[1].of(text))):
        # "Ames v. Boyle (In re Boyle)": the proceeding in which the parties stood
        found["title"] = of(text, Span(parties[1].start + beside.start() + 2, parties[1].end - 1))
        parties = [parties[0], Span(parties[1].start, parties[1].start + beside.start())]
    found["parties"] = tuple(f for s in parties if (f := of(text, s)) is not None)
    parallel = []
    for part in draft.anchor[3]:
        if part[0] == "VOLUME":
            found["volume"] = as_printed(text, part)
        elif part[0] == "REPORTER":
            found["reporter"] = as_printed(text, part)
        elif part[0] == "page":
            found["page"] = as_printed(text, part)
        elif part[0] == "section" and found.get("page") is None:
            found["page"] = of(text, Span(part[3][1][1], part[2]))
        elif part[0] == "parallel":
            parallel.append(Field(Span(part[3][1][1], part[2]), text[part[3][1][1] : part[2]]))
    found["parallel"] = tuple(parallel)
    if draft.paper is not None:
        title, page = paper_title(text, draft.paper)
        found.update(kind=Kind.COURT_DOCUMENT, title=title, pincite=page or found["pincite"])
    if _OPINION.match(found["reporter"].value):
        found.update(kind=Kind.OTHER, title=found["lead"], parties=())


def charter(found: dict[str, Any], draft: Draft, text: str) -> None:
    """Fill in the fields of an enactment known by its letters, and its article ("GDPR art. 17(1)")."""
    assert draft.anchor is not None
    name = draft.anchor[3][0]
    place = next(p for p in draft.anchor[3] if p[0] == "PROVISION")
    found.update(kind=Kind.STATUTE, title=of(text, Span(name[1], name[2])), lead=None)
    found["pincite"] = of(text, Span(place[1], draft.anchor[2]))


def primary(found: dict[str, Any], draft: Draft, text: str, kind: str) -> None:
    """Fill in the fields of a statute, regulation, constitution, rule or congressional paper."""
    from citelint.tables.codes import code_kind

    assert draft.anchor is not None
    children = {p[0]: p for p in reversed(draft.anchor[3])}
    lead = found["lead"]
    if kind in ("constitution", "rule"):
        name = children.get("CONSTITUTION") or children["RULE_OF_COURT"]
        words = text[name[1] : name[2]]
        found["kind"] = Kind.CONSTITUTION if kind == "constitution" else Kind.RULE
        if kind == "rule" and (match := re.search(r"\s(\d.*)$", words, re.S)):
            found["reporter"] = Field(Span(name[1], name[1] + match.start()), words[: match.start()])
            page = match[1].split(" ", 1)[0]
            begin = name[1] + match.start(1)
            found["page"] = Field(Span(begin, begin + len(page)), page)
            if " " in match[1]:
                found["pincite"] = of(text, Span(begin + len(page), name[2]))
        else:
            found["reporter"] = Field(Span(name[1], name[2]), words)
        if words[-7:].lower() == "charter":
            found.update(kind=Kind.TREATY, title=found["reporter"], reporter=None)
        first = children.get("PROVISION")
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
        found["title"] = bill_title(text, lead)
        if len(draft.anchor[3]) > 1:
            found["pincite"] = of(text, Span(draft.anchor[3][1][1], draft.anchor[2]))
        return
    first_section = children.get("section")
    if first_section is not None:
        number = first_section[3][1]
        noted = next(
            (p for p in draft.anchor[3] if p[0] == "COMMENT" or (p[0] == "pincite" and p[3][0][0] == "COMMENT")), None
        )
        found["page"] = of(text, Span(number[1], noted[1] if noted else draft.anchor[2]))
        found["pincite"] = of(text, Span(noted[1], draft.anchor[2])) if noted else None
    session = children.get("code_parallel")
    if kind == "section_locator" and session is not None:
        inner = {p[0]: p for p in session[3]}
        name = next(p for p in session[3] if p[0] in ("CODE", "REPORTER", "PERIODICAL"))
        words = text[name[1] : name[2]]
        session_kind = Kind.REGULATION if code_kind(words) == "regulation" else Kind.STATUTE
        found.update(kind=session_kind, title=act(text, lead), volume=as_printed(text, inner["VOLUME"]))
        found.update(reporter=of(text, Span(*name[1:3])), page=as_printed(text, inner["page"]))
        behind = [p for p in draft.anchor[3] if p[0] in ("pincite", "at_pincite") and p[1] > session[1]]
        found["pincite"] = of(text, Span(behind[0][1], behind[-1][2])) if behind else None
        return
    if kind == "section_locator":
        code_by_name(found, draft, text)
        return
    from citelint.tables.treaties import is_treaty_source

    found["volume"] = as_printed(text, children["VOLUME"])
    found["reporter"] = of(text, Span(*children["CODE"][1:3]))
    if "page" in children and first_section is None:
        found["page"] = as_printed(text, children["page"])
    elif (place := children.get("PROVISION")) is not None:
        found["page"] = of(text, Span(place[1], draft.anchor[2]))
        found["pincite"] = None
    division = _DIVISION.search(found["reporter"].value)
    if division is not None and found.get("page") is not None:
        name, page = found["reporter"].span, found["page"].span
        found["reporter"] = of(text, Span(name.start, name.start + division.start()))
        found["page"] = of(text, Span(name.start + division.start() + 1, page.end))
    found["title"] = act(text, lead)
    if found.get("year") is None and lead is not None and (year := _ENACTED.search(lead.value)):
        begin = lead.span.start + year.start(1)
        found["year"] = Field(Span(begin, begin + 4), year[1])
    code = code_kind(found["reporter"].value)
    treaty = is_treaty_source(found["reporter"].value) or (lead is not None and bool(TREATY.search(lead.value)))
    if treaty:
        concluded(found, text, lead)
    found["kind"] = (
        Kind.TREATY
        if treaty
        else {"regulation": Kind.REGULATION, "legislative": Kind.LEGISLATIVE}.get(str(code), Kind.STATUTE)
    )


def act(text: str, lead: Field | None) -> Field | None:
    """Give the name of an act, its number and chapter left out."""
    if lead is None:
        return None
    cut = _NUMBERED.search(lead.value)
    return of(text, Span(lead.span.start, lead.span.start + cut.start())) if cut else lead


def code_by_name(found: dict[str, Any], draft: Draft, text: str) -> None:
    """Fill in what a section sign without a volume belongs to: a code, a restatement or a treatise."""
    from citelint.tables.codes import is_code

    lead = found["lead"]
    words = lead.value if lead is not None else ""
    if lead is not None and _ARBITRAL.search(words):
        parts = segments(text, lead.span.start, lead.span.end)
        found.update(kind=Kind.CASE, parties=fields(text, case_name(text, parts[0].start, parts[0].end)[1]))
        if len(parts) > 2:
            found["title"] = of(text, Span(parts[2].start, parts[-1].end))
        found["pincite"] = of(text, Span(draft.anchor[1], draft.anchor[2])) if draft.anchor else None
        found.pop("page", None)
    elif "estatement" in words or "RESTATEMENT" in words:
        found.update(kind=Kind.OTHER, title=lead, institution=found.pop("court", None))
    elif is_code(words):
        found.update(kind=Kind.STATUTE, reporter=lead)
    elif draft.date is not None and "," in words:
        begin = lead.span.start
        if volume := _LEADING_VOLUME.match(words):
            found["volume"] = of(text, Span(begin, begin + volume.end()))
            begin += volume.end()
        writing = authorship(text, begin, lead.span.end)
        section = found.pop("page", None)
        found.update(
            kind=Kind.BOOK,
            authors=fields(text, writing.authors),
            institution=of(text, writing.institution) if writing.institution else None,
            title=of(text, Span(writing.rest[0].start, writing.rest[-1].end)) if writing.rest else None,
            pincite=of(text, Span(draft.anchor[3][0][1], draft.anchor[2])) if draft.anchor else section,
        )
    else:
        found.update(kind=Kind.STATUTE, title=act(text, lead))
        if lead is not None and (enacted := _ENACTED.search(words)):
            begin = lead.span.start + enacted.start(1)
            found["year"] = Field(Span(begin, begin + 4), enacted[1])
