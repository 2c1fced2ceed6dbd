"""The parts of a clause tied together: which words, locators and brackets make one citation.

The rule is that of a reader: a citation begins where its name begins, takes up everything that belongs to it behind its
locator (dates, parentheticals, URLs, history, what explains it), and ends where other words begin.
"""

from __future__ import annotations

import re

from citelint.model.citation import Role
from citelint.parse.begin import LONGEST_LEAD, begin
from citelint.parse.clause import LOCATORS, WORDS, Clause
from citelint.parse.draft import Draft
from citelint.parse.drive import Part
from citelint.parse.labels import is_archive
from citelint.parse.lead import CASE_COMMENTS, authored_start, is_author, stripped
from citelint.parse.shape import is_small_word, small_share
from citelint.parse.unreported import VERSUS

_FOLLOWING = frozenset({"parenthesis", "bracket", "dated", "posted", "web"})
_ENDED = frozenset({"QUOTED_STOP", "ENDING"})
_LEADING_TO_A_COPY = frozenset({"at", "online", "through", "via", "visited", "accessed", "updated"})
_KEPT = re.compile(r"\((?:on file with|forthcoming|unpublished|manuscript|draft|in progress|under review)\b")
"""How a parenthesis opens that says where a piece is that was not printed."""
_TRAILING = frozenset({"ECF No.", "et seq.", "et seq", "passim", "passim.", "note", "slip op."})


def assemble(clause: Clause, text: str) -> list[Draft]:
    """Give the mentions of one clause, in order, each with all that belongs to it."""
    if not (clause.located or clause.held or clause.semicolon_before or clause.semicolon_after):
        return []
    drafts: list[Draft] = []
    parts = clause.parts
    current: Draft | None = None
    lead_index = 0
    for index, part in enumerate(parts):
        kind = part[0]
        if current is None and kind in WORDS:
            continue
        if kind == "bracket" and is_label(part, text) and (current is None or part[1] > current.end + 2):
            after = parts[index + 1 : index + 3]
            if current is not None or not after or after[-1][0] not in LOCATORS:
                current = labelled(drafts, clause, text, lead_index, index)
                continue
        if current is None:
            if kind == "dated" and is_year_of_next(parts[index + 1 : index + 2], text[parts[lead_index][1] : part[1]]):
                continue  # "Reed v. Lane (1845) 153 Eng. Rep. 351": the year stands before the reporter
            if kind in LOCATORS or (kind == "bracket" and is_archive(part)):
                current = begin(part, clause, text, lead_index, index)
                if current is not None:
                    drafts.append(current)
                elif kind != "section_locator":
                    lead_index = index + 1
            elif kind in ("CONNECTIVE", "HISTORY") and index == lead_index:
                lead_index = index + 1
            continue
        if is_point(part, text):
            continue
        if kind == "HISTORY" or (kind == "CONNECTIVE" and not leads_to_a_copy(text[part[1] : part[2]])):
            rest = parts[index + 1 :]
            if any(p[0] in LOCATORS for p in rest):
                current.aside.append((Role.HISTORY if kind == "HISTORY" else Role.EXPLANATORY, rest))
                current.end = reach(rest, current.end, text)
                current.last = len(parts)
                break
        elif kind == "CONNECTIVE":
            if not any(p[0] in ("web", "bracket") for p in parts[index + 1 : index + 4]):
                current, lead_index = None, index
        elif kind in _FOLLOWING and not (kind == "web" and current.anchor and current.anchor[0] == "id"):
            attach(current, part, index)
        elif kind == "case" and is_copy(current, part, parts[index - 1], text):
            current.end, current.last = part[2], index + 1
        elif kind == "treaty" and parts[index - 1][0] == "COMMA" and parts[index - 1][1] <= current.end:
            current.end, current.last = part[2], index + 1  # "1155 U.N.T.S. 331, T.I.A.S. No. 18": one treaty
        elif kind == "article" and (comment := comment_on(current, part, parts[index - 1], text)) is not None:
            drafts[-1] = current = comment
            current.last = index + 1
        elif kind in LOCATORS:
            following = begin(part, clause, text, index, index)
            if following is not None:
                drafts.append(following)
                current = following
        elif (
            text[part[1] : part[2]] in ("ECF", "Dkt.", "Doc.")
            and "UMERAL" in (parts[index + 2 : index + 3] or [("",)])[0][0]
        ):
            current.end, current.last = parts[index + 2][2], index + 3
        elif index < current.last:
            continue
        elif text[part[1] : part[2]] in _TRAILING:
            current.end, current.last = part[2], index + 1
        else:
            current, lead_index = None, index
    for position, draft in enumerate(drafts):
        draft.leads = position == 0
        behind = parts[draft.last] if draft.last < len(parts) else None
        if behind is not None and behind[0] == "COMMA" and draft.last + 1 < len(parts):
            behind = parts[draft.last + 1]
        if behind is not None and behind[0] in ("TEXT", "ABBREVIATION"):
            draft.embedded = draft.embedded or is_small_word(text[behind[1] : behind[2]].split(None, 1)[0])
    if not drafts and (whole := unlocated(clause, text)) is not None:
        drafts.append(whole)
    return drafts


def is_point(part: Part, text: str) -> bool:
    """Tell whether a part is a comma, or a point that ends no sentence: what follows may belong to a citation."""
    return part[0] == "COMMA" or (part[0] in ("OTHER", "TEXT") and text[part[1] : part[2]] in ".:—–")


def is_year_of_next(following: list[Part], words: str) -> bool:
    """Tell whether a dated parenthesis is the year of the reporter behind it, given the words before it."""
    kind = following[0][0] if following else ""
    return kind == "case" or (kind == "article" and VERSUS.search(words) is not None)


def is_label(part: Part, text: str) -> bool:
    """Tell whether a bracket sets a hereinafter label."""
    return text[part[1] + 1 : part[1] + 12].lstrip().lower().startswith(("hereinaft", "hereafter"))


def labelled(drafts: list[Draft], clause: Clause, text: str, lead_index: int, index: int) -> Draft | None:
    """Give the mention that a label behind other words belongs to: the last one, or all that stands before it."""
    part = clause.parts[index]
    if drafts:
        drafts[-1].end, drafts[-1].last = part[2], index + 1
        return drafts[-1]
    if index == lead_index:
        return None
    lead = stripped(text, clause.parts[lead_index][1], part[1])
    start = authored_start(text, max(lead.start, lead.end - LONGEST_LEAD), lead.end)
    if start is None:
        return None
    lead = stripped(text, start, lead.end)
    drafts.append(Draft(None, clause, start, part[2], lead, lead_index, index + 1, enclosed=[part]))
    return drafts[-1]


def is_copy(draft: Draft, part: Part, before: Part, text: str) -> bool:
    """Tell whether a case locator right behind another is the same case in a database ("(2016), 2016 WL 836758")."""
    reporter = text[part[3][1][1] : part[3][1][2]].split()[-1]
    return before[0] == "COMMA" and before[1] <= draft.end and reporter in ("WL", "LEXIS")


def comment_on(draft: Draft, part: Part, before: Part, text: str) -> Draft | None:
    """Give the comment in a periodical that a case is the title of ("Recent Case, Ames v. Boyle, 84 F.4th 378 ...")."""
    if draft.anchor is None or draft.anchor[0] != "case" or before[0] != "COMMA":
        return None
    opening = stripped(text, draft.clause.parts[draft.first][1], draft.start)
    words = opening.of(text)
    name = next((name for name in CASE_COMMENTS if words.endswith(name)), None)
    if name is None:
        return None
    start = opening.end - len(name)
    lead = stripped(text, start, before[1])
    return Draft(part, draft.clause, start, part[2], lead, draft.first, draft.last, leads=draft.leads)


def leads_to_a_copy(words: str) -> bool:
    """Tell whether a connecting phrase leads to a copy of the same source ("available at") and not to another one."""
    return words.split()[-1].lower() in _LEADING_TO_A_COPY


def attach(draft: Draft, part: Part, index: int) -> None:
    """Add a date, a URL or something in brackets to a draft, and let the draft reach to its end."""
    if part[0] in ("dated", "posted"):
        draft.date = draft.date or part
    elif part[0] == "web":
        draft.urls.append(part)
    else:
        draft.enclosed.append(part)
    draft.end, draft.last = part[2], index + 1


def reach(parts: list[Part], end: int, text: str) -> int:
    """Give where what stands aside ends: behind its last locator and what directly follows that, but for a point."""
    last = near = end
    final = max((i for i, p in enumerate(parts) if p[0] in LOCATORS), default=-1)
    for index, part in enumerate(parts):
        if part[0] in LOCATORS or (part[0] in _FOLLOWING and index and parts[index - 1][2] <= near):
            last = near = part[2]
        elif is_point(part, text):
            near = part[2]
        elif index > final and part[0] in ("TEXT", "ABBREVIATION", "ENDING") and part[1] > last + 2:
            break
    return last


def unlocated(clause: Clause, text: str) -> Draft | None:
    """Give a source without page, date or URL that stands as a whole member of a string: "Title, Publisher".

    An author's piece that is on file or not yet printed is one wherever it stands.
    """
    if not clause.parts or clause.relation:
        return None
    kinds = [part[0] for part in clause.parts]
    enclosed = next((i for i, kind in enumerate(kinds) if kind in _FOLLOWING), len(kinds))
    behind = clause.parts[enclosed:]
    member = clause.semicolon_before or clause.semicolon_after
    kept = bool(behind) and _KEPT.match(text, behind[0][1]) is not None
    if not enclosed or not (member or kept):
        return None
    if "HISTORY" in kinds or "accompanied" in kinds or any(kind not in _FOLLOWING for kind in kinds[enclosed:]):
        return None
    span = stripped(text, clause.parts[0][1], clause.parts[enclosed - 1][2])
    words = span.of(text)
    if clause.stopped is not None and clause.stopped[0] in _ENDED and not behind:
        words = words.rstrip(".")
    lettered = sum(word[:1].isalpha() for word in words.split())
    if len(words) > 600 or "," not in words or lettered < 4 or not words[:1].isupper():
        return None
    authored = is_author(words.split(",", 1)[0])
    if small_share(words) > (0.3 if authored else 0.12) or not (member or authored):
        return None
    end = behind[-1][2] if behind else span.end
    return Draft(None, clause, span.start, end, span, 0, len(clause.parts), leads=True, enclosed=list(behind))
