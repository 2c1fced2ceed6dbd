"""Where a mention begins: at a locator, the words before it are searched for the name that belongs to it."""

from __future__ import annotations

import re

from citelint.model.span import Span
from citelint.parse.clause import Clause
from citelint.parse.draft import Draft
from citelint.parse.drive import Part
from citelint.parse.instruments import TREATY
from citelint.parse.lead import authored_start, capital_tail, case_name, is_author, segments, stripped
from citelint.parse.shape import is_person, is_small_word, is_titled, small_share
from citelint.parse.unreported import VERSUS

LONGEST_LEAD = 1500
"""No name before a locator is longer (code points): what stands farther off is prose."""
_PAPERS = re.compile(
    r"\b(?:Complaint|Brief|Motion|Petition|Transcript|Declaration|Decl\.|Memorandum|Mem\.|Answer|Reply|Response|Opposition|"
    r"Compl\.|Pet\.|Tr\.|Br\.|Indictment|Affidavit|Oral Argument|Amicus|Amici|Subpoena|Exhibit)(?=[\s,])"
)
_DOCUMENT = re.compile(
    r"(?:(?:Telephone |Personal )?Interview (?:by|with|of)|E-?mail (?:from|to)|Letter from|"
    r"Memorandum (?:from|to)|Press Release)\b"
)
_ACT = re.compile(r"(?:An )?Act of (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)")
_PREPOSITIONS = frozenset(
    {"Under", "In", "But", "As", "See", "Since", "And", "While", "Although", "Both", "From", "By"}
)
_POINTING = frozenset(
    "above accompanying also and cited cf citing describe described discuss discussed discussing discussion e.g "
    "example explained generally in mentioned note noted notes quoted see source sources stated text".split()
)
"""Words before a supra that point to a place and name no work: "sources cited supra note 5"."""


def begin(part: Part, clause: Clause, text: str, lead_index: int, index: int) -> Draft | None:
    """Start a mention at the locator `part`, or give None where the words before it show that it is none.

    `lead_index` and `index` are the places among the clause's parts of the first that may belong to its name, and of
    the locator.
    """
    kind, first, last = part[0], part[1], part[2]
    parts = clause.parts
    lead_from = parts[lead_index][1]
    if first - lead_from > LONGEST_LEAD:
        lead_from = first - LONGEST_LEAD
        while lead_index < index and parts[lead_index][1] < lead_from:
            lead_index += 1
        lead_from = parts[lead_index][1]
    behind = index > lead_index and parts[index - 1][0] == "dated"
    year = parts[index - 1] if kind in ("case", "article") and behind else None
    lead = stripped(text, lead_from, year[1] if year else first)
    draft = Draft(part, clause, first, last, lead, lead_index, index + 1)
    if year is not None:
        draft.start, draft.date = year[1], year
    if kind in ("case", "case_short"):
        named(draft, text, kind)
    elif kind in ("id", "supra", "note_supra", "plain_note"):
        return refer(draft, part, text, index)
    elif kind == "section_locator":
        return sectioned(draft, text)
    elif kind in ("constitution", "charter", "rule"):
        draft.start = first
    elif kind in ("statute", "congress", "article", "treaty"):
        titled(draft, text, kind)
        if kind == "treaty" and draft.start == first:
            return None  # a number of a series alone is the tail of what was not understood
    else:
        return weakly(draft, part, text, index)
    draft.embedded = draft.start > lead.start and lead.end > lead.start
    draft.lead = stripped(text, draft.start, lead.end if year and draft.start < lead.end else first)
    return draft


def named(draft: Draft, text: str, kind: str) -> None:
    """Find the name of the case before a reporter, and a paper filed in it before that."""
    lead = draft.lead
    start, draft.parties = case_name(text, lead.start, lead.end)
    if not draft.parties:
        return
    draft.start = start
    papers = segments(text, lead.start, start)
    if kind == "case" and papers and papers[-1].end + 3 > start and _PAPERS.search(papers[-1].of(text)):
        begun = (
            papers[-1].start if is_titled(papers[-1].of(text)) else capital_tail(text, papers[-1].start, papers[-1].end)
        )
        if begun < papers[-1].end:
            draft.start = begun
            draft.paper = stripped(text, begun, papers[-1].end)


def titled(draft: Draft, text: str, kind: str) -> None:
    """Find author and title before a volume, or the act before a code."""
    lead = draft.lead
    start = authored_start(text, lead.start, lead.end)
    if kind in ("statute", "treaty") and TREATY.search(lead.of(text)) and small_share(lead.of(text)) < 0.4:
        draft.start = capital_after(text, start if start is not None else lead.start, lead.end)
        return
    if start is None or (kind in ("statute", "treaty") and small_share(lead.of(text)) > 0.2):
        start = capital_tail(text, lead.start, lead.end, over_commas=kind == "article")
    if start < lead.end and (kind != "statute" or text[start : lead.end] not in _PREPOSITIONS):
        draft.start = start


def capital_after(text: str, start: int, end: int) -> int:
    """Give the start without an "and" before the last of a list."""
    return start + 4 if text.startswith("and ", start) and start + 4 < end else start


def refer(draft: Draft, part: Part, text: str, index: int) -> Draft | None:
    """Start a reference: find the name before it, or the words that make it a cross-reference."""
    kind, lead, parts = part[0], draft.lead, draft.clause.parts
    before = parts[index - 1] if index else None
    if before is not None and before[0] == "accompanied":
        draft.start = before[1]
        draft.lead = Span(before[1], before[1])
        return draft
    if kind == "note_supra":
        draft.embedded = lead.end > lead.start
        draft.lead = Span(part[1], part[1])
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
        comma = text[lead.end : part[1]].lstrip('”’"').startswith(",")
        if name and len(name.split()) <= 6 and comma and is_titled(name):
            draft.start = lead.start
        else:
            draft.embedded = bool(name)
            draft.lead = Span(part[1], part[1])
        return draft
    start = name_start(text, lead, text[lead.end : part[1]].lstrip('”’"').startswith(","))
    draft.embedded = start > lead.start
    draft.start = start if start < lead.end else part[1]
    draft.lead = stripped(text, draft.start, part[1])
    return draft


def name_start(text: str, lead: Span, comma: bool) -> int:
    """Give where the name before a supra begins; the end of the lead where no name stands there.

    `comma` says that a comma parts the lead from the supra: then even small words may be a name ("hooks, supra").
    """
    if lead.start == lead.end:
        return lead.end
    words = lead.of(text)
    last = words.split()[-1]
    pointing = last.strip('”’",') in _POINTING or words.startswith(("The sources", "Sources", "As ", "For "))
    if (
        not pointing
        and (not is_small_word(last) or comma)
        and (is_titled(words) or (comma and len(words.split()) <= 3 and not is_prose_and_name(words)))
    ):
        return lead.start
    parts = segments(text, lead.start, lead.end)
    head = parts[0].of(text) if parts else ""
    if len(parts) > 1 and is_titled(head) and (is_person(head) or len(head.split()) <= 4) and len(words.split()) <= 30:
        return parts[0].start
    start = capital_tail(text, lead.start, lead.end)
    if start < lead.end:
        earlier = [p for p in parts if p.end <= start]
        if len(earlier) > 1 and text[earlier[-1].end] == "," and is_titled(earlier[-1].of(text)):
            start = capital_tail(text, earlier[-1].start, earlier[-1].end)
    return start


def is_prose_and_name(words: str) -> bool:
    """Tell whether a name follows words of a sentence ("so did Roe"); names that are small throughout are names."""
    pieces = words.split()
    return pieces[-1][:1].isupper() and is_small_word(pieces[0])


def sectioned(draft: Draft, text: str) -> Draft | None:
    """Start a citation at a section sign without a volume: a code by name, a treatise, a restatement, or a bare one."""
    from citelint.tables.codes import is_code

    lead = draft.lead
    if lead.start == lead.end:
        return draft
    if enacted := _ACT.search(text, lead.start, lead.end):
        draft.start = enacted.start()
        draft.embedded = draft.start > lead.start
        draft.lead = stripped(text, draft.start, lead.end)
        return draft
    start = capital_tail(text, lead.start, lead.end, over_commas=True)
    words = text[start : lead.end]
    if is_code(words) or "estatement" in words or "RESTATEMENT" in words:
        draft.start = start
    else:
        head = authored_start(text, lead.start, lead.end)
        if head is None or small_share(text[head : lead.end]) > 0.3 or len(words.split()) < 2:
            return None
        draft.start = head
    draft.embedded = draft.start > lead.start
    draft.lead = stripped(text, draft.start, lead.end)
    return draft


def weakly(draft: Draft, part: Part, text: str, index: int) -> Draft | None:
    """Start a citation at a dated parenthesis or a URL, where the words before it have the shape of a source."""
    lead = draft.lead
    if part[0] in ("dated", "issue", "posted"):
        draft.date = part
    elif part[0] == "bracket":
        draft.enclosed.append(part)
    else:
        draft.urls.append(part)
    if lead.start == lead.end:
        return draft if part[0] == "web" else None
    draft.issue = part[0] in ("issue", "posted")
    if part[0] == "posted" and not is_dated_piece(text, lead):
        return None
    start = authored_start(text, lead.start, lead.end)
    if start is None:
        if part[0] in ("dated", "issue"):
            return None
        tail = capital_tail(text, lead.start, lead.end, over_commas=True)
        start = tail if tail < lead.end else part[1]
    words = text[start : lead.end]
    if part[0] == "dated" and not has_source_shape(
        words, text[part[1] : part[2]], draft.clause.parts[index + 1 : index + 4]
    ):
        return None
    draft.start = start
    draft.embedded = start > lead.start
    draft.lead = stripped(text, start, part[1])
    return draft


def is_dated_piece(text: str, lead: Span) -> bool:
    """Tell whether words before a date without a parenthesis name a piece: by an author, an outlet or its kind."""
    from citelint.tables.outlets import is_outlet

    parts = segments(text, lead.start, lead.end)
    if len(parts) > 1 and (is_outlet(parts[-1].of(text)) or is_author(parts[0].of(text))):
        return True
    return bool(_DOCUMENT.match(text, lead.start)) or (len(parts) > 1 and bool(VERSUS.search(lead.of(text))))


def has_source_shape(words: str, date: str, following: list[Part]) -> bool:
    """Tell whether words before a date name a source: commas between author, title and place, or a page at the end."""
    if is_author(words.split(",", 1)[0]) and "," in words:
        return True
    if small_share(words) > 0.5:
        return False
    if "," in words or any(p[0] in ("web", "bracket") for p in following):
        return True
    if VERSUS.search(words) and small_share(words) <= 0.1:
        return True
    return (len(date) > 6 or words[-1:].isdigit()) and small_share(words) <= 0.2 and len(words.split()) >= 2
