"""The fields of a citation or reference, by the names that the outputs use."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from citelint.model.citation import Citation, CrossReference, Field, Mention, NoteNumber, Short, Supra
from citelint.model.document import Document
from citelint.model.names import PARTICLES, surname

Fields = dict[str, str | list[str]]

_ET_AL = re.compile(r",?\s+et\.? al\.?,?$", re.I)
_NAME_WORD = re.compile(r"(?:[A-Z]\.)+|(?:[^\W\d_]['’])?[^\W\d_a-z][^\W\d_]*(?:['’\-‐‑–][^\W\d_]+)*\.?")
_DIGIT = re.compile(r"\d")
_DOCUMENT_WORDS = frozenset(
    {
        *("agreement", "amicus", "brief", "charter", "comment", "complaint", "declaration", "guidance", "guidelines"),
        *("hearing", "interview", "letter", "memorandum", "motion", "opinion", "order", "petition", "press", "remarks"),
        *("report", "restatement", "statement", "testimony", "transcript"),
    }
)
"""Words that begin the name of a document and not that of its author, whatever follows ("Brief for the Council")."""

_SECTION_SIGN = re.compile(r"^§+\s*")


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the full citations of a piece call their sources, folded: it decides whether "CITRON" is a person.

    `titles` are sorted.
    """

    surnames: frozenset[str]
    institutions: frozenset[str]
    titles: tuple[str, ...]

    @classmethod
    def of(cls, document: Document) -> KnownNames:
        """Collect the names from every full citation of `document`, nested ones too."""
        surnames: set[str] = set()
        institutions: set[str] = set()
        titles: list[str] = []
        for mention in document.mentions:
            if isinstance(mention, Citation):
                surnames.update(_fold(surname(author.value)) for author in mention.authors)
                institutions.update(_fold(name.value) for name in (mention.institution, *mention.aliases) if name)
                if mention.title:
                    titles.append(_fold(mention.title.value))
        return cls(frozenset(surnames), frozenset(institutions), tuple(sorted(titles)))

    def begins_title(self, words: str) -> bool:
        """Tell whether a cited title begins with `words`."""
        beginning = _fold(words)
        place = bisect_left(self.titles, beginning)
        return place < len(self.titles) and self.titles[place].startswith(beginning)


def fields_of(mention: Mention, known: KnownNames) -> Fields:
    """Give the parts of a mention that are printed, in a fixed order: a string each, a list where there can be many."""
    fields: Fields = {}
    if isinstance(mention, Citation):
        _put_list(fields, "authors", [surname(author.value) for author in mention.authors])
        _put_list(fields, "parties", [party.value for party in mention.parties])
        for name in ("institution", "title", "volume", "reporter"):
            _put(fields, name, getattr(mention, name))
        _put_page(fields, mention.page)
        _put(fields, "pincite", mention.pincite)
        for name in ("court", "year", "url"):
            _put(fields, name, getattr(mention, name))
        if mention.hereinafter:
            fields["hereinafter"] = mention.hereinafter[0].label.value
    elif isinstance(mention, Supra):
        fields.update(_named(mention.name.value, known))
        _put_list(fields, "note", _numbers(mention.numbers))
        _put(fields, "pincite", mention.pincite)
        if mention.hereinafter:
            fields["hereinafter"] = mention.hereinafter[0].label.value
    elif isinstance(mention, CrossReference):
        _put_list(fields, "note", _numbers(mention.numbers))
        _put(fields, "pincite", mention.part or mention.pincite)
    elif isinstance(mention, Short):
        _put_list(fields, "parties", [party.value for party in mention.parties])
        _put(fields, "volume", mention.volume)
        _put(fields, "reporter", mention.reporter)
        _put_page(fields, mention.page)
        _put(fields, "pincite", mention.pincite)
    else:
        _put(fields, "pincite", mention.pincite)
    return fields


def kind_of(mention: Mention) -> str:
    """Give the kind of a mention by the name that the outputs use."""
    if isinstance(mention, Citation):
        return mention.kind.value
    if isinstance(mention, Supra):
        return "supra"
    if isinstance(mention, CrossReference):
        return "cross-reference"
    return "short" if isinstance(mention, Short) else "id"


def _put(fields: Fields, name: str, field: Field | None) -> None:
    if field is not None and field.value:
        fields[name] = field.value


def _put_list(fields: Fields, name: str, values: list[str]) -> None:
    if values:
        fields[name] = values


def _put_page(fields: Fields, page: Field | None) -> None:
    if page is not None and (value := _SECTION_SIGN.sub("", page.value)):
        fields["page"] = value


def _numbers(numbers: tuple[NoteNumber, ...]) -> list[str]:
    return [number.value for number in numbers if number.value]


def _named(name: str, known: KnownNames) -> Fields:
    """Take the name before supra apart: persons and then a title, or an institution, or a title."""
    authors, rest = _persons(name, known)
    if not authors:
        return {"institution" if _is_institution(name, known) else "title": name}
    fields: Fields = {"authors": [surname(author) for author in authors]}
    title, _, collection = rest.partition(", in ")
    if title:
        fields["title"] = title
    if collection:
        fields["reporter"] = collection
    return fields


def _persons(name: str, known: KnownNames) -> tuple[list[str], str]:
    """Split off the persons that a name begins with; an empty list where it begins with something else."""
    whole = _ET_AL.sub("", name)
    pieces = whole.split(", ")
    last = next((i for i, piece in enumerate(pieces) if " & " in piece or " and " in piece), None)
    if last is not None:
        persons = [p for piece in pieces[: last + 1] for p in re.split(r" & | and ", piece)]
        sure = any(_fold(surname(person)) in known.surnames for person in persons)
        doubtful = " and " in pieces[last] and known.begins_title(whole)
        if all(_is_person(p, known) or (sure and _is_name_shaped(p)) for p in persons) and (sure or not doubtful):
            return persons, ", ".join(pieces[last + 1 :])
    first = _ET_AL.sub("", pieces[0])
    if _is_person(first, known):
        return [first], ", ".join(pieces[1:])
    return [], name


def _is_person(name: str, known: KnownNames) -> bool:
    """Tell whether a name reads as a person's: a surname, or given names and a surname."""
    folded = _fold(name)
    if folded in known.institutions or not _is_name_shaped(name):
        return False
    if _fold(surname(name)) in known.surnames:
        return True
    words = [word for word in name.split() if word.lower() not in PARTICLES]
    if len(words) == 1:
        return not _is_acronym(words[0]) and not name.endswith(".") and not known.begins_title(name)
    return any(re.fullmatch(r"[A-Z]\.", word) for word in words[:-1]) and not _is_institution(name, known)


def _is_name_shaped(name: str) -> bool:
    words = name.split()
    return 0 < len(words) <= 6 and all(_NAME_WORD.fullmatch(w) or w.lower() in PARTICLES for w in words)


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "").replace("-", "").replace("&", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def _is_institution(name: str, known: KnownNames) -> bool:
    if _fold(name) in known.institutions:
        return True
    if _DIGIT.search(name) or _fold(name.split(" ", 1)[0]) in _DOCUMENT_WORDS or known.begins_title(name):
        return False
    from citelint.tables.institutions import looks_institutional

    return (" " not in name and _is_acronym(name)) or looks_institutional(name)


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'").rstrip(".,")
