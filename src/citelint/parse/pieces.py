"""The fields of books, news, pages, reports, bills and unreported cases: what a date, a URL or nothing locates."""

from __future__ import annotations

import re
from typing import Any

from citelint.model.citation import Field, Kind
from citelint.model.span import Span
from citelint.parse.draft import Draft
from citelint.parse.fields import fields, of
from citelint.parse.instruments import BILL, TREATY, concluded, slip_opinion, without_sessions
from citelint.parse.lead import authorship, segments, stripped
from citelint.parse.rare import Rare
from citelint.parse.secondary import chapter, is_periodical
from citelint.parse.shape import is_institution, is_weakly_institutional
from citelint.parse.unreported import DOCKET, PAPER, VERSUS, unreported

_DATE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?,?\s|"
    r"Spring|Summer|Fall|Autumn|Winter|\d/\d|last |visited"
)
_YEAR_OF = re.compile(r"\b(?:of|OF|in|IN|since|SINCE|for|FOR|from|FROM|until)\s(?:19|20)\d\d,?\s*$")
_DAY = re.compile(r"\s\d{1,2}(?:[-–]\d+)?,")
"""What a date has that a bare year, an edition and a publisher have not."""
_TRAILING_PAGE = re.compile(
    r"(?:,\s*|\s+)(?:at\s)?((?:paras?\.\s|¶¶?\s?|pp?\.\s)?(?:\*?\d[\d,]*|[ivxlc]+)(?:[-–]\d+|[-–][ivxlc]+)?(?:\s?n\.\s?\d+)?"
    r"(?:,\s\d+(?:[-–]\d+)?)*)$"
)
_ENDS_OF_PAGES = frozenset("0123456789,ivxlc")
_HEARING = Rare(
    ("Hearing", "H.R.", "S.", "Reg."),
    r"\bHearings?\s(?:[Bb]efore|[Oo]n)\b|:\sHearings?\b|(?<![\w.])(?:H\.R\.\s|S\.\s\d|S\.\sRep\.)|\bReg\. Sess\.",
)
_ORDER = re.compile(r"\bExec(?:utive|\.)\sOrder\b|\bExec\. Order\b|\bProclamation\sNo")
COLLECTED = re.compile(r",”?\s+in\s+(?=[A-Z“\d])")
"""What parts a piece from the collection it stands in."""
_COMPANY = re.compile(r"(?:Inc|LLC|L\.L\.C|Corp|Co|Ltd|L\.P|LP|LLP|N\.A|P\.C)\.?,?\s(?:v\.?|et al\.? v\.?)\s")
_REPORT_NUMBER = re.compile(r"(?:R|RL|RS|IF|IN|LSB|GAO-|GGD-)\d[\w-]*")
_OF_SEVERAL = re.compile(
    r"(?:Acad(?:s\.|emies)|Dep[’']t|Department|Ministry|Sub[Cc]omm\.|Comm\.|Committee|Bureau|Off\.|Office|Ctr\.)\s(?:of|on|for|On)\s"
)
_PAIRED = re.compile(r"[\w’']+\.?(?:\s[\w’']+\.?)?\s(?:&|and)\s[\w’']*\.(?:\s[\w’']+\.?)?")
_POSTED = frozenset({"twitter", "x", "instagram", "facebook", "tiktok", "bluesky", "mastodon", "reddit"})
"""Where a post stands that has no title, only its author."""
_NEWS_NAME = re.compile(
    r"\b(?:Mag|Magazine|Times|Post|News|Daily|Trib|Tribune|Gazette|Herald|Chron|Chronicle|Examiner|Dispatch|Radio)\.?$",
    re.I,
)
_RELEASES = frozenset({"Press Release", "News Release", "Media Release", "Fact Sheet", "Blog Post"})
_HELD = re.compile(
    r"(?:[\w.&’]+\s){1,4}(?:Director|Chair(?:man|woman|person)?|Commissioner|Secretary|Administrator|Counsel|President)"
)
_NAMED = re.compile(r"[^(]*?[^\W\d_]")
_ARTICLE = re.compile(r"(?:[Aa]rt|[Aa]nnex|ch)s?\.?\s(?:[\dIVX])")
_LETTER = re.compile(r"(?:Letter|Memorandum|E-?mail|Telegram)\s(?:from|on|to|re)\b")
_FILED_IN = re.compile(r"(?:[A-Z]+\s)?Docket\sNos?\b|No\.\s|\d[\d-]+$|Attach\.\s|at\s\d")
_RESOLVED = re.compile(r"(?:G\.A\.|S\.C\.|E\.S\.C\.|H\.R\.C\.|Human Rights Council|Hum\. Rts\. Council)\s(?:Res|Dec)\.")
_NUMBERED_DOCUMENT = re.compile(r"\bN[Oo]\.\s?\d")
_CODE_SECTION = re.compile(r"\s(?=\d[\w.:-]*(?:\(\w+\))*$)")
_OFFICE = re.compile(
    r"(?:Acting |Deputy |Assistant |Vice |Associate |Former |Exec(?:utive|\.) )*"
    r"(?:Director|Dir\.|Chair(?:man|woman|person)?|Professor|Comm[’']r|Commissioner|Secretary|Sec[’']y|President|Chief|"
    r"Governor|Comptroller|Att[’']y|Attorney|Senator|Representative|Judge|Justice|Counsel|Administrator|Minister|Dean)\b"
)


def piece(found: dict[str, Any], draft: Draft, text: str, lead: Span) -> None:
    """Fill in the fields of all that no volume and no code locates."""
    words = lead.of(text)
    if (match := COLLECTED.search(words)) and "Interview" not in words[:20]:
        chapter(found, text, lead, match)
        return
    writing = authorship(text, lead.start, lead.end)
    found["authors"] = fields(text, writing.authors)
    rest = ([writing.institution] if writing.institution is not None else []) + list(writing.rest)
    if is_unreported(text, lead, rest, bool(writing.authors)):
        found["authors"] = ()
        unreported(found, text, lead)
        return
    if slip_opinion(found, text, lead) or code_without_sign(found, text, lead):
        return
    if TREATY.search(words) and not writing.authors:
        concluded(found, text, found["lead"])
        if found.get("title") is None and len(rest) > 1 and _ARTICLE.match(rest[-1].of(text)):
            found.update(
                title=of(text, Span(rest[0].start, rest[-2].end)), pincite=of(text, Span(rest[-1].start, lead.end))
            )
        if found.get("title") is not None:
            found["kind"] = Kind.TREATY
            return
    if _LETTER.match(words):
        kept = [s for i, s in enumerate(rest) if not i or not _FILED_IN.match(s.of(text))]
        rest = paged(found, text, [Span(rest[0].start, kept[-1].end)], kept[-1].end) if rest else rest
        found["authors"] = ()
    rest = joined(text, without_sessions(text, numbered(found, text, rest)))
    bare_year = draft.date is not None and not draft.issue and not _DATE.search(text, draft.date[1], draft.date[2])
    if draft.date is not None and rest:
        rest = paged(found, text, rest, lead.end)
    placed = bool(found.get("url")) or (draft.date is not None and not bare_year) or draft.anchor is None
    place = arranged(found, text, rest, bool(writing.authors), placed, found.get("pincite") if bare_year else None)
    found["kind"] = kind_of(found, draft, text, words, place, bare_year)
    if place is not None and found["authors"] and found.get("title") is None and words.startswith("@"):
        found["institution"] = of(text, place)
    elif place is not None:
        if found["kind"] in (Kind.NEWS, Kind.ARTICLE):
            found["reporter"] = of(text, place)
        else:
            found.setdefault("institution", of(text, place))


def is_unreported(text: str, lead: Span, rest: list[Span], authored: bool) -> bool:
    """Tell whether the words before a date or URL name a case, and no article about one."""
    head = rest[0].of(text) if rest else ""
    docketed = any(DOCKET.match(s.of(text)) and len(rest[i + 1].of(text).split()) <= 4 for i, s in enumerate(rest[2:]))
    if not VERSUS.search(lead.of(text)):
        return docketed and not authored and bool(PAPER.search(head))
    numbered_case = any(DOCKET.match(s.of(text)) for s in rest[1:])
    if not authored and (VERSUS.search(head) or PAPER.search(head) or numbered_case):
        return True
    # "Dale Indus., Inc. v. Wren": the first party looks like an author because of its comma.
    parts = segments(text, lead.start, lead.end)
    return len(parts) > 1 and bool(_COMPANY.match(parts[1].of(text)))


def code_without_sign(found: dict[str, Any], text: str, lead: Span) -> bool:
    """Fill in the fields of a code's section whose sign was left out ("Cal. Civ. Code 1798.81"), if it is one."""
    from citelint.tables.codes import is_code

    cut = _CODE_SECTION.search(lead.of(text))
    if cut is None or not is_code(lead.of(text)[: cut.start()]):
        return False
    found.update(kind=Kind.STATUTE, reporter=of(text, Span(lead.start, lead.start + cut.start())))
    found["page"] = of(text, Span(lead.start + cut.end(), lead.end))
    return True


def numbered(found: dict[str, Any], text: str, rest: list[Span]) -> list[Span]:
    """Take the number of a report out of the segments ("Cong. Rsch. Serv., R44124, Title")."""
    for index, segment in enumerate(rest[:-1]):
        if _REPORT_NUMBER.fullmatch(segment.of(text)):
            found["volume"] = of(text, segment)
            return rest[:index] + rest[index + 1 :]
    return rest


def joined(text: str, rest: list[Span]) -> list[Span]:
    """Join the pieces of an institution whose name has commas: "Dep’t of Env’t, Great Lakes, & Energy"."""
    index = 0
    while len(rest) > 2 and index < len(rest):
        if _OF_SEVERAL.search(rest[index].of(text)):
            for last in range(index + 1, min(index + 4, len(rest))):
                words = rest[last].of(text)
                if len(words.split()) > 5:
                    break
                if words.startswith(("& ", "and ")) or (last == index + 1 and _PAIRED.fullmatch(words)):
                    rest = [*rest[:index], Span(rest[index].start, rest[last].end), *rest[last + 1 :]]
                    break
        index += 1
    return rest


def paged(found: dict[str, Any], text: str, rest: list[Span], end: int) -> list[Span]:
    """Take the page off the end of a title ("An Economic History 68-86")."""
    if text[end - 1] not in _ENDS_OF_PAGES:
        return rest
    page = _TRAILING_PAGE.search(text[rest[0].start : end])
    if page is None:
        return rest
    if _YEAR_OF.search(text, rest[0].start, end):
        return rest
    begin = rest[0].start + page.start(1)
    found["pincite"] = Field(Span(begin, rest[0].start + page.end(1)), page[1])
    cut = rest[0].start + page.start()
    return [stripped(text, s.start, min(s.end, cut)) for s in rest if s.start < cut]


def arranged(
    found: dict[str, Any], text: str, rest: list[Span], authored: bool, placed: bool, page: Field | None
) -> Span | None:
    """Tell institution, title and place of publication apart; give the place, or None where there is none.

    A piece with a URL or a full date names its place last ("Title, Site (Nov. 24, 2017)"); a book has none. `page` is
    what stood behind the title.
    """
    from citelint.tables.outlets import is_outlet

    head = rest[0].of(text) if rest else ""
    if not authored and len(rest) > 2 and head in _RELEASES and (len(rest) == 3 or is_institution(rest[1].of(text))):
        found.update(institution=of(text, rest[1]), title=of(text, Span(rest[2].start, rest[-1].end)))
        return None
    while authored and len(rest) > 1 and (_OFFICE.match(rest[0].of(text)) or _HELD.fullmatch(rest[0].of(text))):
        rest = rest[1:]
        while len(rest) > 2 and is_institution(rest[0].of(text)):
            rest = rest[1:]
    head = rest[0].of(text) if rest else ""
    short = len(head.split()) <= (6 if authored else 12)
    wanted = 3 if placed else 2
    if not authored and len(rest) == 2:
        # A place is short, a title with a page is last.
        tail = rest[1].of(text)
        numbered_tail = len(tail.split()) < 2 or tail.endswith("No.") or bool(DOCKET.match(tail))
        if (page is not None and not numbered_tail and not _NUMBERED_DOCUMENT.search(head)) or (
            len(head.split()) <= 3 and len(tail.split()) >= 6 and not is_outlet(tail) and not is_house(tail)
        ):
            found.update(institution=unbracketed(text, rest[0]), title=of(text, rest[1]))
            return None
    if (
        not authored
        and len(rest) == 2
        and ((head.isupper() and len(head) <= 6) or not is_institution(rest[1].of(text)))
    ):
        wanted = 2
    if len(rest) >= wanted and short and is_institution(head) and not (authored and is_weakly_institutional(head)):
        found["institution"] = unbracketed(text, rest[0])
        rest = rest[1:]
    place = None
    last_name = rest[-1].of(text) if rest else ""
    if last_name.startswith(("and ", "or ", "& ")) or not _NAMED.match(last_name) or _RESOLVED.match(head):
        placed, last_name = False, ""
    if authored and len(rest) == 2 and found.get("institution") is None and is_house_before(head, last_name):
        found.update(institution=of(text, rest[0]), title=of(text, rest[1]))
        return None
    if (len(rest) > 1 and (placed or is_outlet(last_name) or (authored and is_periodical(last_name)))) or (
        authored and rest and head.lower() in _POSTED
    ):
        place = rest[-1]
        rest = rest[:-1]
    if rest:
        last = rest[:1] if BILL.pattern.match(text, rest[0].start, rest[0].end) else rest
        if (bill := next((i for i, s in enumerate(rest) if i and BILL.pattern.match(s.of(text))), 0)) > 0:
            last = rest[:bill]
        found["title"] = of(text, Span(rest[0].start, last[-1].end))
    return place


def is_house(name: str) -> bool:
    """Tell whether a name is that of an institution, and by a cut word that no title has."""
    return bool(re.search(r"\w[.’]", name)) and is_institution(name) and not is_weakly_institutional(name)


def is_house_before(head: str, tail: str) -> bool:
    """Tell whether the first of two segments is the author's house, and the second the title, however it is dated."""
    return "." in head and len(head.split()) <= min(5, len(tail.split())) and is_house(head) and not is_house(tail)


def unbracketed(text: str, name: Span) -> Field | None:
    """Give the name of an institution without the acronym that follows it in brackets."""
    bracket = text.find(" (", name.start, name.end)
    return of(text, Span(name.start, bracket) if bracket > 0 else name)


def kind_of(found: dict[str, Any], draft: Draft, text: str, words: str, place: Span | None, bare_year: bool) -> Kind:
    """Tell what a source without a volume is."""
    from citelint.tables.outlets import is_outlet

    if _HEARING.search(words) or BILL.search(words):
        return Kind.LEGISLATIVE
    if _ORDER.search(words):
        return Kind.REGULATION
    if not found["authors"] and not found.get("institution") and TREATY.search(words):
        return Kind.TREATY
    if draft.anchor is None:
        return Kind.OTHER
    if place is not None:
        name = place.of(text)
        dated = draft.date is not None and not bare_year
        if is_outlet(name):
            return Kind.NEWS
        of_a_day = draft.date is not None and bool(_DAY.search(text, *draft.date[3][0][1:3]))
        if not of_a_day and (is_periodical(name) or (draft.issue and found["authors"] and not _NEWS_NAME.search(name))):
            return Kind.ARTICLE
        if dated and found["authors"] and (_NEWS_NAME.search(name) or is_periodical(name) or not is_institution(name)):
            return Kind.NEWS
    if bare_year and (found.get("institution") or (found["authors"] and found.get("url"))):
        return Kind.REPORT
    if found.get("url"):
        return Kind.WEB
    return Kind.BOOK if bare_year or found["authors"] else Kind.OTHER
