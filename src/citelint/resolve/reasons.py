"""Why a link is sure or not, in a few plain words."""

from __future__ import annotations

from citelint.model.citation import Citation, Kind, Short, Supra
from citelint.model.document import Document
from citelint.model.link import Candidate, Fit

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_LISTED = 4


def why_sure(
    supra: Supra, fit: Fit, citation: Citation, rivals: tuple[Candidate, ...], deciding: str, document: Document
) -> str:
    """Say how the name of a supra fits the work found, and what else it fits: "one earlier work by Cohen".

    `deciding` says what told the work from the others: "the number says which".
    """
    name = supra.name.value.strip(" ,")
    side = "later" if citation.index > supra.index else "earlier"
    note = document.notes[citation.note].name
    if fit is Fit.LABEL:
        return f"hereinafter label set in note {note}"
    if fit is Fit.FUZZY:
        return f"the name is spelt otherwise in note {note}"
    if fit is Fit.LOOSE:
        return f"the work in note {note} shares words with the name"
    if rivals:
        places = {citation.note, *(rival.citation.note for rival in rivals)}
        return f"{_count(len(rivals) + 1)} works fit {name}: {_notes(places, document)}; {deciding}"
    how = "by" if fit in (Fit.AUTHOR, Fit.INSTITUTION) and "," not in name else "called"
    return f"one {side} work {how} {name}"


def unusual(fit: Fit) -> str:
    """Say what is doubtful of a name that is no usual one for its work."""
    if fit is Fit.FUZZY:
        return "it may be another name"
    return "no name of it fits" if fit is Fit.LOOSE else "the name is an unusual one for it"


def why_short(short: Short, fit: Fit, citation: Citation, rivals: tuple[Candidate, ...], document: Document) -> str:
    """Say what tells the source of a short form: "one earlier case called Miranda in 384 U.S."."""
    what = short.kind.value if short.kind is not Kind.OTHER else "work"
    name = " v. ".join(party.value for party in short.parties) if fit is Fit.PARTY else ""
    place = " ".join(field.value for field in (short.volume, short.reporter) if field is not None)
    told = f" called {name}" * bool(name) + f" in {place}" * bool(place)
    if rivals:
        places = {citation.note, *(rival.citation.note for rival in rivals)}
        return f"{_count(len(rivals) + 1)} {what}s{told}: {_notes(places, document)}; the nearest is meant"
    side = "later" if citation.index > short.index else "earlier"
    return f"one {side} {what}{told}, in note {document.notes[citation.note].name}"


def doubt(*doubts: tuple[bool, str]) -> str:
    """Give the words of the first doubt that holds, "" where none does."""
    for holds, words in doubts:
        if holds:
            return words
    return ""


def doubted(because: str, words: str) -> str:
    """Add a doubt to a reason: "one earlier work by Cohen, but note 2 was not wholly understood"."""
    return f"{because}, but {words}" if words else because


def why_lost(supra: Supra, candidates: tuple[Candidate, ...], document: Document) -> str:
    """Say which works a name fits that means none of them for sure: "two works fit Cohen: notes 3 and 17"."""
    name = supra.name.value.strip(" ,")
    return f"{_count(len(candidates))} works fit {name}: {_notes({c.citation.note for c in candidates}, document)}"


def _count(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _notes(places: set[int], document: Document) -> str:
    names = [document.notes[place].name for place in sorted(places)]
    if len(names) == 1:
        return f"note {names[0]}"
    if len(names) > _LISTED:
        return f"notes {', '.join(names[:_LISTED])} and others"
    return f"notes {', '.join(names[:-1])} and {names[-1]}"
