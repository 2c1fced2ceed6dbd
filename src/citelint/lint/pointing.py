"""Where supra and infra point: questions about their numbers, and the evidence that rules show for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citelint.lint.numbering import notes_by_number
from citelint.lint.pattern import Pattern
from citelint.model.citation import Citation, CrossReference, Kind, Supra
from citelint.model.diagnostic import Related
from citelint.model.document import Note
from citelint.model.link import Candidate, Found, Lost, Pointing, Why
from citelint.model.span import Span

if TYPE_CHECKING:
    from citelint.lint.context import Context

Pointer = Supra | CrossReference

LAW = frozenset({Kind.STATUTE, Kind.REGULATION, Kind.CONSTITUTION, Kind.RULE})
"""Kinds that are cited by section and take no pages."""

_BY_NUMBER = Pattern(
    r"\b(?:Rules?|Codes?|Charter|Constitution|Regulations?|Standards?|Guidelines|Directive|Principles|By-?laws|Canons?|r\.)"
    r"(?!\w)"
)
"""Words in the titles of what is cited by the numbers of its rules."""
_NO_PAGE = Pattern(r"§|¶|para|art|amend|r\.|cls?\.|canon", 2)

_NUMBER_WRONG = frozenset(
    {Pointing.ANOTHER_WORK, Pointing.SHORT_FORM, Pointing.OWN_NOTE, Pointing.NO_NUMBER, Pointing.PLACEHOLDER}
)

_UNIFORM = ("restatement", "model penal code", "uniform ", "model rules", "model code")
_HEAD = max(map(len, _UNIFORM))


def ends(reference: Pointer) -> tuple[int, ...]:
    """Give the note numbers that a reference prints, of a range both ends; a placeholder gives none."""
    return tuple([end for n in reference.numbers for end in (n.first, n.last) if end is not None])


def single(reference: Pointer) -> int | None:
    """Give the number of a reference that prints exactly one, None for any other."""
    if len(reference.numbers) != 1 or reference.numbers[0].last is not None:
        return None
    return reference.numbers[0].first


def has_placeholder(reference: Pointer) -> bool:
    """Tell whether something else than a number stands where the number should."""
    return None in [number.first for number in reference.numbers]


def is_blank(reference: Pointer) -> bool:
    """Tell whether the word "note" is printed and nothing after it."""
    return reference.note_word is not None and not reference.numbers


def is_never_cited(lost: Lost) -> bool:
    """Tell whether the name of a supra fits no full citation of the piece, and no note hides one that it may mean."""
    unclear = lost.pointing is Pointing.UNCLEAR
    return lost.why is Why.NEVER_CITED_IN_FULL and not lost.candidates and not unclear


def missing(reference: Pointer, context: Context) -> tuple[int, ...]:
    """Give the numbers that no note has, each once; a number outside an excerpt is unknown and not missing."""
    note, numbers = context.note_of(reference), ends(reference)
    absent = [number for number in numbers if not context.notes_numbered(number, note)]
    if not absent or (note.apparatus, note.section) in context.source.numbers_unknown:
        return ()
    return tuple(dict.fromkeys(absent)) if all(map(context.in_excerpt, numbers)) else ()


def number_span(reference: Pointer) -> Span:
    """Give where the numbers of a reference stand; of one without numbers, where they should."""
    if reference.numbers:
        return Span(reference.numbers[0].span.start, reference.numbers[-1].span.end)
    word = reference.note_word or reference.word
    end = reference.span.end if word is None else word.span.end
    return Span(end, end)


def pointer_span(reference: Pointer) -> Span:
    """Give the words of a reference up to its last number: "Cohen, supra note 2", "supra text accompanying note 5"."""
    return Span(reference.span.start, max(number_span(reference).end, reference.span.start))


def directed(reference: Pointer, forward: bool) -> str:
    """Give the supra or infra that fits a direction, with the capitals of the word that is printed."""
    printed = reference.word.value if reference.word is not None else ""
    word = "infra" if forward else "supra"
    return word.upper() if printed.isupper() else word.capitalize() if printed[:1].isupper() else word


def pointer(word: str, number: str, *, several: bool = False) -> str:
    """Give a supra or infra with the number of a note, or `several`; in capitals where the word is in capitals."""
    note = "notes" if several else "note"
    return f"{word} {note.upper() if word.isupper() else note} {number}"


def same_series(one: Note, other: Note) -> bool:
    """Tell whether the numbers of two notes count in one row: the same apparatus and section."""
    return (one.apparatus, one.section) == (other.apparatus, other.section)


def right_number(reference: Pointer, citation: Citation, context: Context) -> str | None:
    """Give the number that a reference to a full citation should print; None where its note has none in that row."""
    note = context.note_of(citation)
    return note.name if note.number is not None and same_series(note, context.note_of(reference)) else None


def is_only_one(found: Found, reference: Pointer, context: Context) -> bool:
    """Tell whether exactly one full citation fits a reference: no other work does, and no other note has it in full."""
    return not found.rivals and not any(
        other.note != found.citation.note
        and (other.index < reference.index) is (found.citation.index < reference.index)
        for other in found.others
    )


def is_meant(found: Found, supra: Supra, context: Context) -> bool:
    """Tell whether the work is the one that is meant: the number says so, or nothing else can be meant by the name.

    A name is wrong beside a wrong number too. Were that said only when the number is right, mending the number would
    bring a new finding about.
    """
    if found.pointing in (Pointing.RIGHT, Pointing.SAME_NOTE):
        return True
    return found.pointing in _NUMBER_WRONG and is_only_one(found, supra, context)


def called(reference: Supra) -> str:
    """Give the name before supra as it is put into a sentence."""
    return reference.name.value.strip(" ,;")


def evidence_for(citation: Citation, name: str) -> Related:
    """Show where a work is cited in full, by the first of its words that a reader looks for."""
    fields = [f for f in (*citation.authors[:1], citation.institution, *citation.parties[:1], citation.title) if f]
    first = min((f.span for f in fields), default=citation.span)
    return Related(citation.note, first, f"{name} is cited in full here")


def evidence_against(reference: Supra, context: Context) -> tuple[Related, ...]:
    """Show the notes that a reference points to without finding its work there."""
    number = single(reference)
    if number is None:
        return ()
    own = context.note_of(reference)
    return tuple(
        Related(note.ordinal, note.span, f"note {note.name} does not cite {called(reference)}")
        for note in context.notes_numbered(number, own)
        if note.ordinal != own.ordinal
    )


def listed(candidates: tuple[Candidate, ...], context: Context) -> str:
    """Give the notes of several works that fit: "notes 3 and 17"."""
    names = [context.note_of(c.citation).name for c in candidates]
    names = list(dict.fromkeys(names))
    return f"note {names[0]}" if len(names) == 1 else f"notes {', '.join(names[:-1])} and {names[-1]}"


def takes_supra(citation: Citation) -> bool:
    """Tell whether a source is of a kind that supra is used for: no case, and no law but a hearing or a treaty.

    Bluebook R. 4.2: not for cases, statutes, constitutions, legislative materials other than hearings, restatements,
    model codes and regulations.
    """
    if citation.kind is Kind.CASE or citation.kind in LAW:
        return False
    words = " ".join([field.value for field in (citation.lead, citation.title) if field])
    if citation.kind is Kind.LEGISLATIVE:
        return "hearing" in words.lower()
    return not words[:_HEAD].lower().startswith(_UNIFORM)


def has_pages(citation: Citation, context: Context) -> bool:
    """Tell whether a source is one whose pages are cited, so that a bare number behind it can be nothing else.

    Rules of court, constitutions, treaties, restatements and model codes are cited by rule, article or section, and so
    are statutes and regulations but where a volume and a page say where they stand ("94 Stat. 5"). Web pages have none.
    """
    volume, page, pincite = citation.volume, citation.page, citation.pincite
    if citation.kind in LAW:
        if volume is None or page is None:
            return False
        return "§" not in context.text(Span(volume.span.start, max(page.span.end, volume.span.start)))
    if citation.kind in (Kind.WEB, Kind.TREATY) or (not takes_supra(citation) and citation.kind is not Kind.CASE):
        return False
    if pincite is not None and _NO_PAGE.match(pincite.value):
        return False
    named = citation.title if citation.title is not None else citation.lead
    return bool(citation.authors) or citation.kind is Kind.CASE or named is None or not _BY_NUMBER.search(named.value)


def goes_on(context: Context) -> bool:
    """Tell whether an infra points past the last note: then the piece probably goes on, and this is a part of it."""
    return context.facts(_goes_on)


def _goes_on(context: Context) -> bool:
    for reference in context.document.references:
        if isinstance(reference, Pointer) and reference.numbers and reference.forward:
            bounds = number_bounds(context.note_of(reference), context)
            if bounds is not None and any(end > bounds[1] for end in ends(reference)):
                return True
    return False


def number_bounds(note: Note, context: Context) -> tuple[int, int] | None:
    """Give the lowest and the highest printed number in the row of numbers that a note belongs to."""
    return context.facts(_bounds).get((note.apparatus, note.section))


def _bounds(context: Context) -> dict[tuple[str, int], tuple[int, int]]:
    bounds: dict[tuple[str, int], tuple[int, int]] = {}
    for apparatus, section, number in context.facts(notes_by_number):
        low, high = bounds.get((apparatus, section), (number, number))
        if not low < number <= high:
            bounds[apparatus, section] = (min(low, number), max(high, number))
    return bounds
