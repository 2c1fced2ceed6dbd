"""What a short form may call a work: labels, authors, institution, title, acronyms, parties, reporter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from citelint.model.citation import Citation, Field, Kind
from citelint.model.names import surname
from citelint.resolve.fold import SMALL, Words, bare, fold, initials
from citelint.resolve.works import CODES, untold, words_of

GOVERNMENTS = frozenset(
    {
        *("united states", "us", "state", "people", "commonwealth", "government", "states", "usa", "crown"),
        *("regina", "rex", "r", "united states of america", "commr", "commissioner", "govt", "rep", "republic"),
    }
)
"""Parties that name no case, folded and joined by blanks."""

_OTHERS = re.compile(r"[Ee][Tt](?<!\w..)\.?\s+[Aa][Ll]\b")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_DOCKET = re.compile(r",\s+(?:No|Nos|Case|Civ)\b")

_EDITED = re.compile(r"\b(?:eds?|trans|rev|\d\w*\s+ed)\b")

_SUFFIX = re.compile(r"(?:[JS]r\.|I{2,3}\b)")
_FAR = 100
"""Within how many characters before its year the parenthesis of a date opens."""

_COMMA = 2
"""How far a title stands behind the last author: a comma and a blank."""

_NO_NAME = frozenset({"et", "al", "jr", "sr", "ii", "iii"})

_PROCEDURAL = frozenset({("in", "re"), ("ex", "parte"), ("matter", "of"), ("estate", "of")})

_SEVERAL_CITATIONS = 6
"""How many citations of one work are asked for its names: a work is hardly ever called by more."""


class Author(NamedTuple):
    """One author: the folded words of the name, and how many of them are the surname."""

    words: Words
    surname: int


class Names(NamedTuple):
    """The names of one work, folded.

    `main` counts the words of the title before its colon. `zone` are the words of the lead before the title: where
    authors stand that were not told apart. `lead` are all words before the locator, where they say more than authors,
    title and parties do; `publisher` those who published it.
    `others` tells that "et al." stands for further authors. `words` are the words of all of these, `acronyms` what
    institution and title make by their first letters.
    """

    kind: Kind
    labels: tuple[Words, ...]
    authors: tuple[Author, ...]
    institution: Words
    title: Words
    main: int
    aliases: tuple[Words, ...]
    parties: tuple[Words, ...]
    reporter: Words
    zone: Words
    lead: Words
    publisher: Words
    others: bool
    words: frozenset[str]
    acronyms: frozenset[str]


def index_words(citations: Sequence[Citation]) -> set[str]:
    """Give the words by which a work can be looked up: those of its names, roughly, without making them one by one."""
    words: set[str] = set()
    for number, citation in enumerate(citations):
        for hereinafter in citation.hereinafter:
            words.update(fold(hereinafter.label.value))
        if number >= _SEVERAL_CITATIONS:
            continue
        for field in (*citation.parties, *citation.aliases):
            words.update(fold(field.value))
        if citation.kind is not Kind.CASE or not citation.parties:
            words.update(words_of(citation.lead))
        if citation.kind in CODES or citation.kind is Kind.CHAPTER or citation.title is None:
            words.update(_reporter(citation))
        if not citation.authors and citation.kind is not Kind.CASE and citation.kind not in CODES:
            institution, (title, main) = _institution(citation.institution), _title(citation.title)
            words.update(_acronyms(institution, title, main, () if institution else words_of(citation.lead)))
    return words - SMALL


def first_words(citation: Citation) -> set[str]:
    """Give the words that a misspelt name is looked up by: surnames, and how other names begin."""
    words = {word for author in citation.authors for word in fold(author.value)[-2:]}
    for party in citation.parties:
        words.update(_party(party)[:2])
    for hereinafter in citation.hereinafter:
        words.update(fold(hereinafter.label.value))
    words.update(_institution(citation.institution)[:2])
    if not citation.authors:
        words.update(_title(citation.title)[0][:2])
    return words


def _acronyms(institution: Words, title: Words, main: int, lead: Words) -> frozenset[str]:
    return frozenset(map(initials, (institution, title, title[:main], lead))) - {""}


def parties_of(citations: Sequence[Citation]) -> tuple[Words, ...]:
    """Give the parties that the full citations of a case name, each once."""
    named = dict.fromkeys([_party(party) for cited in citations[:_SEVERAL_CITATIONS] for party in cited.parties])
    return tuple(filter(None, named))


def aliases_of(citations: Sequence[Citation]) -> tuple[Words, ...]:
    """Give what else the full citations of a work call it, each once."""
    called = dict.fromkeys([words_of(alias) for cited in citations[:_SEVERAL_CITATIONS] for alias in cited.aliases])
    return tuple(filter(None, called))


def names_of(citations: Sequence[Citation], text: str) -> Names:
    """Gather the names of a work from its full citations, in order of the text; `text` is what their spans count in."""
    told = citations[0] if len(citations) == 1 else max(citations[:_SEVERAL_CITATIONS], key=_telling)
    labels = dict.fromkeys([bare(fold(one.label.value)) for cited in citations for one in cited.hereinafter])
    parties, aliases = parties_of(citations), aliases_of(citations)
    title, main = _title(told.title)
    authors = tuple([_author(author) for author in told.authors])
    institution = _institution(told.institution)
    said = (told.authors and told.title) or len(told.parties) > 1
    lead = () if said else words_of(told.lead)
    reporter, zone, publisher = _reporter(told), _zone(told), _publisher(told, text)
    words = {*institution, *title, *reporter, *lead, *publisher, *zone}
    words.update(*labels, *aliases, *parties, *[author.words for author in authors])
    acronyms: frozenset[str] = frozenset()
    if not authors and told.kind is not Kind.CASE and told.kind not in CODES:
        acronyms = _acronyms(institution, title, main, () if institution else lead)
    return Names(
        told.kind,
        tuple(filter(None, labels)),
        authors,
        institution,
        title,
        main,
        aliases,
        parties,
        reporter,
        zone,
        lead,
        publisher,
        told.lead is not None and _OTHERS.search(told.lead.value) is not None,
        frozenset(words),
        acronyms,
    )


def _institution(field: Field | None) -> Words:
    """Give the words of an institution without an acronym in brackets."""
    if field is None:
        return ()
    name = field.value
    return bare(fold(_BRACKETED.sub("", name) if "(" in name or "[" in name else name))


def _party(field: Field) -> Words:
    """Give the words of a party without "In re" before it or a docket number behind it."""
    name = field.value
    words = fold(_DOCKET.split(name, maxsplit=1)[0] if "," in name else name)
    return bare(words[2:] if words[:2] in _PROCEDURAL and len(words) > 2 else words)


def _telling(citation: Citation) -> int:
    """Say how much a citation tells of who wrote what: nothing for "410 U.S. 113 (1973)"."""
    told = (bool(citation.authors or citation.parties), citation.title is not None, citation.institution is not None)
    return sum(told) * 2 + (citation.lead is not None)


def _author(field: Field) -> Author:
    words = fold(field.value)
    last = fold(surname(field.value))
    # what follows the surname (Jr., III) is no name: cut there
    for end in range(len(words), len(last) - 1, -1):
        if last and words[end - len(last) : end] == last:
            return Author(words[:end], len(last))
    return Author(words, min(len(words), 1))


def _title(field: Field | None) -> tuple[Words, int]:
    if field is None:
        return (), 0
    head, _, rest = untold(field.value).partition(":")
    main = bare(fold(head))
    return main + fold(rest), len(main)


def _reporter(citation: Citation) -> Words:
    """Give the words of the code with its volume and section, or of the journal, site or collection."""
    if citation.kind in CODES:
        return words_of(citation.volume) + words_of(citation.reporter) + words_of(citation.page)
    return bare(words_of(citation.reporter))


def _publisher(citation: Citation, text: str) -> Words:
    """Give the words of who published a work without an author, as the parenthesis of its date names it.

    No court, editor, edition, month or year.
    """
    year = citation.year
    if year is None or citation.kind is Kind.CASE or citation.kind in CODES or citation.authors:
        return ()
    opened = text.rfind("(", max(citation.span.start, year.span.start - _FAR), year.span.start)
    before = text[opened + 1 : year.span.start]
    return () if opened < 0 or ")" in before or _EDITED.search(before) else fold(before)


def _zone(citation: Citation) -> Words:
    """Give the words where authors stand that were not told apart: the lead before the title, or its head.

    Where a title holds its authors too ("Josephine (Jo) R. Potuto, The Rules", "Jr. & Ruth Lin, Fees") the head up to
    the first comma is taken; brackets, volume numbers and "et al." are left out.
    """
    lead, title = citation.lead, citation.title
    if lead is None or title is None or citation.kind is Kind.CASE:
        return ()
    if citation.authors and 0 <= title.span.start - citation.authors[-1].span.end <= _COMMA and title.value[:2] != "Jr":
        return ()
    length = title.span.start - lead.span.start
    if citation.authors:
        head = lead.value[:length] if 0 < length <= len(lead.value) else ""
        if _SUFFIX.match(title.value):
            head += title.value.partition(",")[0]
    elif length > 0:
        head = lead.value[:length]
    else:
        head = _BRACKETED.sub("", lead.value).partition(",")[0] if "," in lead.value else ""
    if not head:
        return ()
    known = {word for author in citation.authors for word in fold(author.value)}
    return tuple(word for word in fold(head) if word not in known and word not in _NO_NAME and not word.isdigit())
