"""Why a reference is lost, what its printed number points at, and why a source that was considered is not it."""

from __future__ import annotations

from citelint.model.citation import Id, Reference, Short, Supra
from citelint.model.link import Candidate, Fit, Found, Link, Lost, Pointing, Why

_LOST = {
    Why.NOTHING_BEFORE: "nothing is cited before it",
    Why.SEVERAL_AUTHORITIES: "the note before cites several authorities",
    Why.NO_AUTHORITY_IN_NOTE: "the note before cites nothing",
    Why.INTERNAL_REFERENCE: "a cross-reference stands before it, and names no work",
    Why.ANTECEDENT_LOST: "what it repeats is lost itself",
    Why.NOT_UNDERSTOOD: "something before it was not understood",
    Why.OUTSIDE_EXCERPT: "its source stands outside the excerpt",
    Why.NEVER_CITED_IN_FULL: "no full citation of the piece fits it",
    Why.SEVERAL_WORKS: "several works fit, and nothing decides between them",
    Why.INTERNAL: "a place in this piece",
    Why.CASE_DIFFERS: "its name fits one case, its volume and reporter another or none",
}
_FITS = {
    Fit.LABEL: "its hereinafter label fits",
    Fit.AUTHOR: "its author is called so",
    Fit.INSTITUTION: "its institution is called so",
    Fit.TITLE: "its title fits",
    Fit.ALIAS: "its acronym fits",
    Fit.PARTY: "a party is called so",
    Fit.REPORTER: "volume and reporter fit",
    Fit.LOOSE: "it shares words with the name",
    Fit.FUZZY: "its name is spelt otherwise",
    Fit.PLACE: "it stands where Id. looks",
}
_REJECTED = {
    Why.SEVERAL_AUTHORITIES: "it is one of several, and Id. needs one alone",
    Why.INTERNAL_REFERENCE: "the cross-reference stands nearer",
    Why.ANTECEDENT_LOST: "considered for what is repeated",
    Why.NOT_UNDERSTOOD: "it may be meant, but what was not understood stands nearer",
    Why.OUTSIDE_EXCERPT: "the note that is typed stands outside the excerpt",
}


def lost_because(link: Lost) -> str:
    """Say why a reference is lost, in a clause without a full stop."""
    general = _LOST[link.why]
    if not link.because:
        return general
    return link.because if link.why in (Why.SEVERAL_WORKS, Why.SEVERAL_AUTHORITIES) else f"{general}: {link.because}"


def typed(reference: Reference, link: Link) -> str:
    """Say what stands at the number that a supra or infra prints: "note 2, which does not cite it".

    It is "" where that note cites the work in full, or where no work is known that it could cite.
    """
    if not isinstance(reference, Supra) or link.pointing is None:
        return ""
    if isinstance(link, Lost) and not link.candidates:
        return ""
    number = ", ".join(number.value for number in reference.numbers if number.value)
    one = len(reference.numbers) == 1 and reference.numbers[0].last is None
    note = f"note{'' if one else 's'} {number}"
    it = "it" if isinstance(link, Found) else "none of these"
    said = {
        Pointing.NO_NUMBER: "no number",
        Pointing.PLACEHOLDER: "a number that was never filled in",
        Pointing.NO_SUCH_NOTE: f"{note}, and there is no such note",
        Pointing.OUTSIDE_EXCERPT: f"{note}, outside the excerpt",
        Pointing.OWN_NOTE: f"{note}, in which it stands itself",
        Pointing.SHORT_FORM: f"{note}, which cites it by a short form",
        Pointing.MENTION: f"{note}, which cites it inside another citation",
        Pointing.ANOTHER_WORK: f"{note}, which does not cite {it}" if it == "it" else f"{note}, which cites {it}",
        Pointing.UNCLEAR: f"{note}, which was not wholly understood",
    }
    return said.get(link.pointing, "")


def considered(reference: Reference, link: Link) -> tuple[Candidate, ...]:
    """Give the sources that a reference was held against and does not mean; an *Id.* that was found has none."""
    if isinstance(link, Lost):
        return link.candidates
    return () if isinstance(reference, Id) else link.rivals


def rejected(reference: Reference, link: Link, candidate: Candidate) -> str:
    """Say by what a source that was considered fits, and why the reference does not mean it for sure."""
    if isinstance(link, Found):
        decided = link.pointing in (Pointing.RIGHT, Pointing.SHORT_FORM, Pointing.MENTION, Pointing.SAME_NOTE)
        why = "the note that is typed cites the other" if decided else "the other fits better or stands nearer"
        return f"{_FITS[candidate.fit]}, but {why}"
    if isinstance(reference, Short):
        return _not_this_case(reference, link, candidate)
    if link.why in _REJECTED:
        return _REJECTED[link.why]
    if link.why is Why.NEVER_CITED_IN_FULL:
        return "it shares some words with the name, and no more"
    return f"{_FITS[candidate.fit]}, and so with others"


def _not_this_case(short: Short, link: Lost, candidate: Candidate) -> str:
    case = candidate.citation
    if short.volume is None or case.volume is None or case.volume.value != short.volume.value:
        return "called so, but of another volume or reporter"
    if link.why is Why.CASE_DIFFERS:
        return "volume and reporter fit, but it is called otherwise"
    return "of that volume, but the page cannot stand in it"
