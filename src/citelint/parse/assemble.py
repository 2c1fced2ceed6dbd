"""The parts of a clause tied together: which words, locators and brackets make one citation.

The rule is that of a reader: a citation begins where its name begins, takes up everything that belongs to it behind its
locator (dates, parentheticals, URLs, history, what explains it), and ends where other words begin.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citelint.model.citation import Role
from citelint.model.span import Span
from citelint.parse.clause import LOCATORS, Clause
from citelint.parse.drive import Part
from citelint.parse.lead import authored_start, capital_tail, case_name, segments, stripped
from citelint.parse.shape import is_person, is_small_word, is_titled, small_share

_FOLLOWING = frozenset({"parenthesis", "bracket", "dated", "web"})
PAPERS = re.compile(
    r"\b(?:Complaint|Brief|Motion|Petition|Transcript|Declaration|Decl\.|Memorandum|Mem\.|Answer|Reply|Compl\.|Pet\.|Tr\.|"
    r"Br\.|Indictment|Affidavit|Oral Argument)(?=[\s,])"
)
"""Papers filed in a case, named before it."""
_ENDED = frozenset({"QUOTED_STOP", "ENDING"})


@dataclass(slots=True)
class Draft:
    """A mention being put together. `anchor` is the locator that makes it one, None for a source without a locator."""

    anchor: Part | None
    clause: Clause
    start: int
    end: int
    lead: Span
    parties: list[Span] = field(default_factory=list)
    date: Part | None = None
    extra_dates: list[Part] = field(default_factory=list)
    urls: list[Part] = field(default_factory=list)
    enclosed: list[Part] = field(default_factory=list)
    aside: list[tuple[Role, list[Part]]] = field(default_factory=list)
    embedded: bool = False
    copies: list[Part] = field(default_factory=list)
    role: Role = Role.TOP
    clear: bool = True


def assemble(clause: Clause, text: str) -> list[Draft]:
    """Give the mentions of one clause, in order, each with all that belongs to it."""
    drafts: list[Draft] = []
    parts = clause.parts
    current: Draft | None = None
    lead_from = parts[0][1] if parts else 0
    lead_index = 0
    comma_only = True
    index = 0
    while index < len(parts):
        part = parts[index]
        kind = part[0]
        if current is None:
            if kind in LOCATORS:
                current = begin(part, clause, text, lead_from, parts, lead_index, index)
                if current is not None:
                    drafts.append(current)
                    comma_only = True
            index += 1
            continue
        if kind == "COMMA" or (kind == "OTHER" and text[part[1] : part[2]] in ".:—–"):
            comma_only = True
        elif kind == "HISTORY" or (kind == "CONNECTIVE" and not is_place(text[part[1] : part[2]])):
            rest = parts[index + 1 :]
            if any(p[0] in LOCATORS for p in rest):
                role = Role.HISTORY if kind == "HISTORY" else Role.EXPLANATORY
                current.aside.append((role, rest))
                current.end = reach(rest, current.end)
                break
            index += 1
            continue
        elif kind == "CONNECTIVE":
            if not any(p[0] in ("web", "bracket") for p in parts[index + 1 : index + 4]):
                current, lead_from, lead_index = None, part[1], index
        elif kind in _FOLLOWING and takes(current, part):
            attach(current, part)
            comma_only = True
        elif kind == "case" and is_copy(current, part, parts[index - 1], text):
            current.copies.append(part)
            current.end = part[2]
        elif kind in LOCATORS:
            following = begin(part, clause, text, lead_from_after(current, parts, index), parts, index, index)
            if following is not None:
                drafts.append(following)
                current = following
        elif kind == "accompanied":
            current, lead_from, lead_index = None, part[1], index
            continue
        elif trailing_form(current, part, text):
            current.end = part[2]
        else:
            current, lead_from, lead_index = None, part[1], index
        index += 1
    del comma_only
    for draft in drafts:
        draft.embedded = draft.embedded or is_prose_after(draft, parts, text)
    if not drafts and (whole := unlocated(clause, text)) is not None:
        drafts.append(whole)
    return drafts


def is_copy(draft: Draft, part: Part, before: Part, text: str) -> bool:
    """Tell whether a case locator right behind another is the same case in a database ("(2016), 2016 WL 836758")."""
    reporter = text[part[3][1][1] : part[3][1][2]].split()[-1]
    return before[0] == "COMMA" and before[1] <= draft.end and reporter in ("WL", "LEXIS")


def is_place(words: str) -> bool:
    """Tell whether a connecting phrase leads to a copy of the same source and not to another one."""
    return words.split()[-1].lower() in ("at", "online", "through", "via", "visited", "accessed", "updated")


def takes(draft: Draft, part: Part) -> bool:
    """Tell whether a date, URL or bracket can still belong to the draft."""
    if part[0] == "web" and draft.anchor is not None and draft.anchor[0] in ("id", "plain_note"):
        return False
    return True


def attach(draft: Draft, part: Part) -> None:
    """Add a date, a URL or something in brackets to a draft, and let the draft reach to its end."""
    if part[0] == "dated":
        if draft.date is None:
            draft.date = part
        else:
            draft.extra_dates.append(part)
    elif part[0] == "web":
        draft.urls.append(part)
    else:
        draft.enclosed.append(part)
    draft.end = part[2]


def trailing_form(draft: Draft, part: Part, text: str) -> bool:
    """Tell whether words behind a locator still belong to it: "et seq.", "passim", "note" of a statute."""
    if part[0] not in ("TEXT", "ABBREVIATION", "ENDING", "plain_note"):
        return False
    words = text[part[1] : part[2]]
    return words in ("et seq.", "et seq", "passim", "note", "passim.", "slip op.", "noindent")


def lead_from_after(current: Draft, parts: list[Part], index: int) -> int:
    """Give where the words before a second locator begin: behind all that the first took up."""
    return next((p[1] for p in parts[: index + 1] if p[1] >= current.end and p[0] != "COMMA"), parts[index][1])


def reach(parts: list[Part], end: int) -> int:
    """Give where what stands aside ends: behind its last locator and what directly follows that."""
    last = end
    for index, part in enumerate(parts):
        if part[0] in LOCATORS or (part[0] in _FOLLOWING and index and parts[index - 1][2] <= last):
            last = part[2]
        elif part[0] in ("TEXT", "ABBREVIATION", "ENDING") and part[1] > last + 2 and last > end:
            remaining = any(p[0] in LOCATORS for p in parts[index:])
            if not remaining:
                break
    return last


def begin(
    part: Part, clause: Clause, text: str, lead_from: int, parts: list[Part], lead_index: int, index: int
) -> Draft | None:
    """Start a mention at a locator, or give None where the words before it show that it is none."""
    kind, first, last = part[0], part[1], part[2]
    lead = stripped(text, lead_from, first)
    draft = Draft(part, clause, first, last, lead)
    if kind in ("case", "case_short"):
        start, draft.parties = case_name(text, lead.start, lead.end)
        draft.start = min(start, first) if draft.parties else first
        paper = segments(text, lead.start, draft.start)
        if kind == "case" and paper and paper[-1].end + 3 > draft.start and PAPERS.search(paper[-1].of(text)):
            begun = capital_tail(text, paper[-1].start, paper[-1].end)
            draft.start = begun if begun < paper[-1].end else draft.start
    elif kind in ("id", "supra", "plain_note"):
        return refer(draft, part, text, parts, index)
    elif kind == "section_locator":
        return sectioned(draft, text)
    elif kind in ("statute", "constitution", "rule", "congress", "article"):
        start_or_none = authored_start(text, lead.start, lead.end)
        if start_or_none is None or (kind in ("statute", "constitution", "rule") and small_share(lead.of(text)) > 0.2):
            start_or_none = capital_tail(text, lead.start, lead.end, over_commas=kind == "article")
        draft.start = start_or_none if start_or_none < lead.end else first
        if kind in ("constitution", "rule"):
            draft.start = first
    else:
        return weakly(draft, part, text, parts, index)
    draft.embedded = draft.start > lead.start and lead.end > lead.start
    draft.lead = stripped(text, draft.start, first)
    return draft


def refer(draft: Draft, part: Part, text: str, parts: list[Part], index: int) -> Draft | None:
    """Start a reference: find the name before it, or the words that make it a cross-reference."""
    kind, lead = part[0], draft.lead
    before = parts[index - 1] if index else None
    if before is not None and before[0] == "accompanied":
        draft.start = before[1]
        draft.lead = Span(before[1], before[1])
        return draft
    if kind == "plain_note":
        words = text[part[1] : part[2]]
        bare = lead.start == lead.end
        if not ((bare and draft.clause.signal is not None) or words.endswith(("above", "below"))):
            return None
        draft.lead = Span(part[1], part[1])
        return draft
    if kind == "id":
        name = lead.of(text)
        if (
            name
            and len(name.split()) <= 6
            and text[lead.end : part[1]].lstrip('”’"').startswith(",")
            and is_titled(name)
        ):
            draft.start = lead.start
        else:
            draft.embedded = bool(name)
            draft.lead = Span(part[1], part[1])
        return draft
    start = name_start(text, lead)
    draft.embedded = start > lead.start
    draft.start = start if start < lead.end else part[1]
    draft.lead = stripped(text, draft.start, part[1])
    return draft


def name_start(text: str, lead: Span) -> int:
    """Give where the name before a supra begins; the end of the lead where no name stands there."""
    if lead.start == lead.end:
        return lead.end
    words = lead.of(text)
    parts = segments(text, lead.start, lead.end)
    head = parts[0].of(text) if parts else ""
    if is_titled(words) and not words.startswith(("The sources", "Sources")) and not small_tail(words):
        return lead.start
    if len(parts) > 1 and is_titled(head) and (is_person(head) or len(head.split()) <= 4) and len(words.split()) <= 30:
        return parts[0].start
    start = capital_tail(text, lead.start, lead.end)
    if start < lead.end:
        for part in parts:
            if part.start < start <= part.end or part.end <= start:
                continue
            break
        earlier = [p for p in parts if p.end <= start]
        if earlier and text[earlier[-1].end] == "," and is_titled(earlier[-1].of(text)) and len(earlier) > 1:
            start = capital_tail(text, earlier[-1].start, earlier[-1].end)
    return start


def small_tail(words: str) -> bool:
    """Tell whether the words end in prose ("sources cited"), so that they name nothing."""
    tail = words.split()[-1]
    return is_small_word(tail)


def sectioned(draft: Draft, text: str) -> Draft | None:
    """Start a citation at a section sign without a volume: a code by name, a treatise, a restatement, or a bare section."""
    from citelint.tables.codes import is_code

    lead = draft.lead
    if lead.start == lead.end:
        return draft
    start = capital_tail(text, lead.start, lead.end, over_commas=True)
    words = text[start : lead.end]
    if is_code(words) or "Restatement" in words or "RESTATEMENT" in words:
        draft.start = start
    else:
        head = authored_start(text, lead.start, lead.end)
        if head is None or small_share(text[head : lead.end]) > 0.3 or len(words.split()) < 2:
            return None
        draft.start = head
    draft.embedded = draft.start > lead.start
    draft.lead = stripped(text, draft.start, lead.end)
    return draft


def weakly(draft: Draft, part: Part, text: str, parts: list[Part], index: int) -> Draft | None:
    """Start a citation at a dated parenthesis or a URL, where the words before it have the shape of a source."""
    lead = draft.lead
    if part[0] == "dated":
        draft.date = part
    else:
        draft.urls.append(part)
    if lead.start == lead.end:
        return draft if part[0] == "web" else None
    start = authored_start(text, lead.start, lead.end)
    if start is None:
        if part[0] == "dated":
            return None
        tail = capital_tail(text, lead.start, lead.end, over_commas=True)
        start = tail if tail < lead.end else part[1]
    words = text[start : lead.end]
    if part[0] == "dated" and not has_source_shape(words, text[part[1] : part[2]], parts, index):
        return None
    draft.start = start
    draft.embedded = start > lead.start
    draft.lead = stripped(text, start, part[1])
    return draft


def has_source_shape(words: str, date: str, parts: list[Part], index: int) -> bool:
    """Tell whether words before a date name a source: commas between author, title and place, or a page at the end."""
    if small_share(words) > 0.5:
        return False
    followed = any(p[0] in ("web", "bracket") for p in parts[index + 1 : index + 4])
    if "," in words or followed:
        return True
    more = len(date) > 6
    page = words[-1:].isdigit()
    return (more or page) and small_share(words) <= 0.2 and len(words.split()) >= 2


def unlocated(clause: Clause, text: str) -> Draft | None:
    """Give a source without page, date or URL that stands as a whole member of a string: "Title, Publisher"."""
    if not (clause.semicolon_before or clause.semicolon_after) or not clause.parts or clause.relation:
        return None
    span = stripped(text, clause.parts[0][1], clause.parts[-1][2])
    words = span.of(text)
    if clause.stopped is not None and clause.stopped[0] in _ENDED:
        words = words.rstrip(".")
    if "," not in words or len(words.split()) < 4 or not words[:1].isupper():
        return None
    if small_share(words) > 0.12 or any(p[0] in ("HISTORY", "RELATION", "accompanied") for p in clause.parts):
        return None
    return Draft(None, clause, span.start, span.end, span)


def is_prose_after(draft: Draft, parts: list[Part], text: str) -> bool:
    """Tell whether words of prose follow the mention in its clause."""
    for part in parts:
        if (
            part[1] >= draft.end
            and part[0] in ("TEXT", "ABBREVIATION")
            and is_small_word(text[part[1] : part[2]].split()[0])
        ):
            return True
    return False
