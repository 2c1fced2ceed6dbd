"""The words before a locator: where in them the citation begins, and who and what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from citelint.model.span import Span, span_of
from citelint.parse.shape import (
    CONNECTORS,
    is_institution,
    is_person,
    is_small_word,
    is_titled,
    is_weakly_institutional,
    small_share,
)
from citelint.tables.abbreviations import is_abbreviation

_COMMAS = re.compile(r"“[^“”]*+”|\"[^\"]*+\"|\([^()]*+\)|\[[^\[\]]*+\]|,’(?=\s)|,(?!\d{3}(?!\d))")
_WORD = re.compile(r"\S+")
_VERSUS = re.compile(r"(?<=[\s,.])(?:(?:v\.|vs\.|v|V\.)(?=\s)|v\.(?=[A-Z][a-z]))")
PROCEDURAL = re.compile(
    r"(?<![\w])(?:In\s+re|IN\s+RE|in\s+re|Ex\s+parte|ex\s+parte|(?:In\s+the\s+)?Matter\s+of|Estate\s+of|Application\s+of)\s+(?=\S)"
)
_DOCKET = re.compile(
    r",\s(?:(?:[A-Z][\w.]*\s){0,3}(?:Nos?|Cases?|Docket|Dkt|Serial|ECF)\b\.?(?:\s?[\w(]|$)|(?:Civ|Civil|Crim|Adv|Index|App)\.?\s(?:A\.\s)?No|\(Judgment\))"
)
"""Where the name of a case ends because its docket follows."""
_CORPORATE = re.compile(
    r"(?:Inc|Co|Corp|Ltd|LLC|L\.L\.C|L\.P|LP|LLP|L\.L\.P|P\.C|PC|N\.A|S\.A|A\.G|AG|PLC|GmbH|GMBH|Jr|Sr|II|III|IV|et|"
    r"L\.C|P\.A|S\.p\.A|N\.V|B\.V|Pty|Pte|SE|M\.D|Ph\.D|FSB|U\.S\.A|Bros|Assocs?|INC|CORP|D\.C|Md|Cal|Tex|Mass|Fla)\b"
)
_DOCUMENT = re.compile(
    r"(?<=[.:”] )(?:Letter|Memorandum|E-?mail|(?:Telephone )?Interview|Press Release|Testimony|Statement|"
    r"Remarks)\s(?:from|of|by|with|to)\b"
)
"""What opens a document that stands behind other words, whatever comes before."""
_OPENERS = re.compile(
    r"(?:(?:In|Under|But|As|See|Since|And|Thus|While|After|Before|Because|Although|For|With|Like|Unlike|Also|Both|From|"
    r"Following|Citing|Quoting|By|Even|When|Where|Yet|Indeed|Similarly|Compare|Accord|Then|Later|Recently|Finally|To|At)\s+)"
    r"(?!re\s|the\s+Matter)"
)
CASE_COMMENTS = ("Recent Case", "Recent Cases", "Case Comment", "Comment", "Leading Case", "Recent Adjudication")
"""What stands before a case that is the title of a piece in a periodical."""

DESIGNATIONS = frozenset(
    {"Note", "Comment", "Book Review", "Essay", "Case Comment", "Recent Case", "Editorial", "Opinion", "Op-Ed"}
)
"""What may stand between the author and the title of a piece in a periodical, or alone before an unsigned one."""
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Esq|M\.D|Ph\.D)\.?$")
_ET_AL = re.compile(r",?\s*\b(?:et|ET)\.?\s+(?:al|AL)\.?$")
_ROLE = re.compile(r"\s*\(?\b(?:eds?|trans|ed\.\s?&\s?trans)\.\)?,?$")
_HANDLE = re.compile(r"\s\(@\w+\)$")
_BESIDE_NAMES = re.compile(r"&|and|@|al\b|AL\b|ed|trans")
"""What one of the patterns for "et al.", "eds.", "(@handle)" and "&" needs: most names have nothing of it."""
_JOINED = re.compile(r"(?:&|and)\s+")
_JOIN = re.compile(r"\s+(?:&|and)\s+")


@lru_cache(maxsize=8)
def segments(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Give the stretches between commas, those in quotations and brackets left alone, without blanks around them.

    The last few are kept: the words before one locator are taken apart once to find where they begin, once for who
    wrote what.
    """
    found = []
    begin = start
    for match in _COMMAS.finditer(text, start, end):
        mark = match[0]
        if mark[0] == "," or (mark.endswith(",”") and text[match.end() : match.end() + 1] == " "):
            # A comma inside a closing quotation mark stays with the title: "‘Old Doors,’ N.Y. Times".
            found.append(stripped(text, begin, match.start() if mark == "," else match.end()))
            begin = match.end()
    found.append(stripped(text, begin, end))
    return tuple([s for s in found if s.end > s.start])


def stripped(text: str, start: int, end: int, marks: str = " \t\r\n\u00a0,;:") -> Span:
    """Give the span without the blanks and commas at its ends."""
    if start < end:
        while text[start] in marks:
            start += 1
            if start == end:
                return Span(start, end)
        while text[end - 1] in marks:
            end -= 1
    return span_of((start, end))


def capital_tail(text: str, start: int, end: int, *, over_commas: bool = False) -> int:
    """Give where the run of capitalised words that ends at `end` begins; `end` where there is none."""
    begin = end
    before = text[max(start, end - 400) : end]
    while pieces := before.rsplit(None, 1):
        # from the end, because most runs are short
        word = pieces[-1]
        before = before.rstrip()[: -len(word)]
        if begin < end:
            if word[-1] in ";:" or (word[-1] in ".?!" and len(word) > 4 and word[:1].islower()):
                break
            if word[-1] == "," and not over_commas and not _CORPORATE.match(text, begin):
                break
        bare = word.strip("“”\"‘’'(),;:[]—–-")
        if (
            is_small_word(bare)
            or (bare.islower() and bare[-1] == "." and bare not in CONNECTORS and not is_abbreviation(bare))
            or (begin == end and bare in CONNECTORS and bare not in ("al.", "al"))
        ):
            break
        if (
            not bare
            or bare[0].isupper()
            or bare[0].isdigit()
            or bare in CONNECTORS
            or "&" in word
            or bare != bare.lower()
        ):
            begin = max(start, end - 400) + len(before)
            continue
        break
    while begin < end:
        match_ = _WORD.match(text, begin, end)
        if match_ is None or not (match_[0][0].islower() and match_[0].strip(",.") in CONNECTORS):
            break
        begin = match_.end()
        while begin < end and text[begin].isspace():
            begin += 1
    return begin


def case_name(text: str, start: int, end: int) -> tuple[int, list[Span]]:
    """Give where the name of a case that ends at `end` begins, and its parties; (end, []) where none is named."""
    end = stripped(text, start, end).end
    start = max(start, end - 600)
    versus = None
    place = text.find("v", start, end) if "V." not in text[start:end] else start
    for versus in _VERSUS.finditer(text, max(start, place - 1) if place >= 0 else end, end):  # noqa: B007 - the last one counts
        pass
    if versus is not None and small_share(text[versus.end() : end]) <= 0.25:
        begin = capital_tail(text, start, versus.start())
        while opener := _OPENERS.match(text, begin, versus.start()):
            begin = opener.end()
        if begin < versus.start():
            docket = _DOCKET.search(text, versus.end(), end)
            stop = docket.start() if docket else end
            return begin, [stripped(text, begin, versus.start()), stripped(text, versus.end(), stop)]
    procedural = None
    for procedural in PROCEDURAL.finditer(text, start, end):  # noqa: B007
        pass
    if procedural is not None:
        docket = _DOCKET.search(text, procedural.end(), end)
        return procedural.start(), [stripped(text, procedural.start(), docket.start() if docket else end)]
    begin = capital_tail(text, start, end)
    while opener := _OPENERS.match(text, begin, end):
        begin = opener.end()
    span = stripped(text, begin, end)
    return (begin, [span]) if span.end > span.start else (end, [])


@lru_cache(maxsize=1024)
def is_author(words: str) -> bool:
    """Tell whether a stretch between commas names one or several persons."""
    if _BESIDE_NAMES.search(words) is None:
        return is_person(words)
    words = _HANDLE.sub("", _ROLE.sub("", _ET_AL.sub("", words)))
    if is_person(words):
        return True
    pieces = _JOIN.split(words)
    return len(pieces) > 1 and all(map(is_person, pieces))


def authored_start(text: str, start: int, end: int) -> int | None:
    """Give where a citation that names author and title begins in ``text[start:end]``; None for plain prose."""
    parts = segments(text, start, end)
    if not parts:
        return None
    if is_author(parts[0].of(text)):
        return parts[0].start
    if opening := _DOCUMENT.search(text, parts[0].start, parts[0].end):
        return opening.start()
    words = text[start:end]
    head = parts[0].of(text).rsplit(None, 1)
    if len(head) == 2 and head[1] in DESIGNATIONS and len(parts) > 1:
        return parts[0].end - len(head[1])
    if is_titled(words) and not _OPENERS.match(text, parts[0].start):
        return parts[0].start
    for index, part in enumerate(parts):
        begin = capital_tail(text, part.start, part.end)
        candidate = text[begin : part.end]
        if begin > start and index + 1 < len(parts) and (is_author(candidate) or candidate in DESIGNATIONS):
            return begin
    if is_titled(parts[0].of(text)):
        return parts[0].start
    if small_share(words) > 0.45 and len(words.split()) > 8:
        return None
    return parts[0].start


@dataclass(slots=True)
class Authorship:
    """Who wrote what: the spans of authors, of institutional authors, and where the title begins and ends."""

    authors: list[Span]
    institution: Span | None
    rest: list[Span]


def authorship(text: str, start: int, end: int) -> Authorship:
    """Take apart "Author & Author, Title, Place" into authors and the segments after them."""

    parts = segments(text, start, end)
    if not parts:
        return Authorship([], None, [])
    head = parts[0]
    words = head.of(text)
    if is_author(words):
        taken = 1
        authors = persons(text, head)
        closed = bool(_ET_AL.search(words)) or bool(_JOIN.search(words))
        if taken < len(parts) and parts[taken].of(text).lower().rstrip(".") == "et al":
            closed = True
            taken += 1
        while taken < len(parts) and _SUFFIX.match(parts[taken].of(text)):
            authors[-1] = Span(authors[-1].start, parts[taken].end)
            taken += 1
        if not closed:
            reach = next(
                (
                    j
                    for j in range(taken, min(taken + 8, len(parts) - 1))
                    if is_author(parts[j].of(text))
                    and (_JOIN.search(parts[j].of(text)) or _ET_AL.search(parts[j].of(text)))
                ),
                None,
            )
            if reach is None:
                # "Moss, Stone, & Adler": a comma before the last of a list
                reach = next(
                    (j for j in range(taken, min(taken + 8, len(parts))) if is_last_of_list(parts[j].of(text))), None
                )
            if reach is not None and all(is_person(p.of(text)) for p in parts[taken:reach]):
                for p in parts[taken : reach + 1]:
                    authors.extend(persons(text, p))
                taken = reach + 1
        institution = None
        name = parts[taken].of(text) if taken + 1 < len(parts) else ""
        if name and len(name.split()) <= 8 and is_institution(name) and not is_weakly_institutional(name):
            institution = parts[taken]
            taken += 1
        return Authorship(authors, institution, list(parts[taken:]))
    if len(parts) > 1 and words.startswith("@") and " " not in words:
        return Authorship([head], None, list(parts[1:]))
    if len(parts) > 1 and len(words.split()) <= 12 and is_institution(words) and is_titled(words):
        return Authorship([], head, list(parts[1:]))
    return Authorship([], None, list(parts))


def is_last_of_list(words: str) -> bool:
    """Tell whether a stretch is "and" with the name of a person."""
    name = words.removeprefix("& ").removeprefix("and ")
    return name != words and is_person(_ROLE.sub("", name))


def persons(text: str, span: Span) -> list[Span]:
    """Give the span of each person's name in a stretch such as "A & B", "A et al.", "A, ed."."""
    if _BESIDE_NAMES.search(text, span.start, span.end) is None:
        return [span] if span.end > span.start else []
    end = span.end
    for ending in (_HANDLE, _ROLE, _ET_AL):
        if match := ending.search(text[span.start : end]):
            end = span.start + match.start()
    found = []
    begin = span.start + (len(joint[0]) if (joint := _JOINED.match(text, span.start, end)) else 0)
    for match_ in _JOIN.finditer(text, span.start, end):
        found.append(stripped(text, begin, match_.start()))
        begin = match_.end()
    found.append(stripped(text, begin, end))
    return [s for s in found if s.end > s.start]
