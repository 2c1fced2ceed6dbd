"""What "X, supra note N" means: the work that X names, and what stands at note N.

Bluebook R. 4.2(a): the number is that of the note in which the work is cited in full. The name is looked for in the
note that the number names first, then everywhere; a surer name elsewhere beats a work of that note that merely shares
words with the name (an article *about* Marshall is not an article by Marshall).
"""

from __future__ import annotations

from typing import NamedTuple

from citelint.model.citation import Citation, Kind, Role, Supra
from citelint.model.link import Candidate, Fit, Found, Link, Lost, Pointing, Why
from citelint.resolve.choice import choose, first_full
from citelint.resolve.fold import near, telling
from citelint.resolve.ledger import OTHERS, Ledger
from citelint.resolve.matcher import CAP, Match
from citelint.resolve.places import Target
from citelint.resolve.ranks import MISSPELT, PARTLY, SHARED, SURE, USUAL
from citelint.resolve.reasons import doubt, doubted, unusual, why_lost, why_sure

_NOWHERE = 99
_STRAY = 200
"""In how many words outside all mentions a misspelt name is looked for."""

_NOTES_READ = 20
"""Of how many notes of a range the text is read for the name."""


class _Standing(NamedTuple):
    """A work that the name fits and that a note cites: by the mention `at`, in full or not."""

    match: Match
    at: int
    pointing: Pointing


def follow(supra: Supra, ledger: Ledger) -> Link:
    """Find the work that a supra or infra means."""
    target = ledger.places.target(supra)
    matches = ledger.matcher.matches(supra.name.value, supra.index)
    host = ledger.works.of.get(supra.within) if supra.within is not None else None
    if host is not None:
        # "Roe, Fees, in Courts and Cost, supra note 4": the collection is meant, not the chapter that stands in it
        matches = tuple(match for match in matches if match.work != host)
    if target.trouble is Pointing.NO_NUMBER:
        here = [s for s in _standing(supra, (supra.note,), matches, ledger) if s.at < supra.index]
        if here and _holds(here, matches, ledger):
            return _found_there(supra, here, matches, ledger, Pointing.SAME_NOTE)
    there = _standing(supra, target.notes, matches, ledger)
    if target.trouble is Pointing.OWN_NOTE and not supra.forward:
        # what the note cites later on is not what stands above
        there = [s for s in there if ledger.document.mentions[s.at].note != supra.note or s.at < supra.index]
    if there and _holds(there, matches, ledger):
        return _found_there(supra, there, matches, ledger, target.trouble)
    return _elsewhere(supra, target, matches, ledger)


def _standing(supra: Supra, notes: tuple[int, ...], matches: tuple[Match, ...], ledger: Ledger) -> list[_Standing]:
    """Give the works that the name fits and that `notes` cite, best first: in full, else by a short form."""
    full = [s for note in notes for match in matches if (s := _full(note, match, ledger)) is not None]
    if not full or all(s.match.rank > SURE for s in full):
        for note in notes:
            weak = ledger.matcher.among(supra.name.value, ledger.in_note[note][:CAP])
            full += [s for match in weak if (s := _full(note, match, ledger)) is not None]
    short = [
        _Standing(match, at, Pointing.SHORT_FORM)
        for note in notes
        for match in matches
        if (at := ledger.cited.get((note, match.work))) is not None and (note, match.work) not in ledger.full
    ]
    if len(full) > 1:
        full.sort(key=lambda s: (s.match.rank, s.pointing is not Pointing.RIGHT, s.at))
    short = [s for s in short if s.at != supra.index]
    if full and (full[0].match.rank <= SURE or not short or short[0].match.rank > SURE):
        return full
    return sorted(short, key=lambda s: s.match.rank)


def _full(note: int, match: Match, ledger: Ledger) -> _Standing | None:
    at = ledger.full.get((note, match.work))
    if at is None:
        return None
    citation = ledger.works.citation(at)
    collection = match.fit is Fit.REPORTER and citation.kind is Kind.CHAPTER
    in_full = citation.role is Role.TOP and not collection
    return _Standing(match, at, Pointing.RIGHT if in_full else Pointing.MENTION)


def _holds(there: list[_Standing], matches: tuple[Match, ...], ledger: Ledger) -> bool:
    """Tell whether the note's own work is meant, and not one elsewhere that the name fits more surely.

    Of a work whose authors were not understood the name may be an author's: then the number decides.
    """
    best = there[0].match
    if best.rank <= SURE or (best.rank == SHARED and not ledger.matcher.names(best.work).authors):
        return True
    works = {s.match.work for s in there}
    elsewhere = min((m.rank for m in matches if m.work not in works), default=_NOWHERE)
    return best.rank <= elsewhere or elsewhere > SURE


def _found_there(
    supra: Supra, there: list[_Standing], matches: tuple[Match, ...], ledger: Ledger, trouble: Pointing | None
) -> Link:
    """Make the link to a work that the note pointed at cites."""
    best = there[0]
    tied = {s.match.work: s for s in reversed(there) if s.match.rank == best.match.rank}
    pointing = best.pointing if trouble in (None, Pointing.OUTSIDE_EXCERPT, Pointing.NO_SUCH_NOTE) else trouble
    if len(tied) > 1 and not _one_title(list(tied), ledger):
        candidates = _candidates([s.match for s in tied.values()], ledger)
        certain = supra.clear and all(candidate.citation.clear for candidate in candidates)
        reason = why_lost(supra, candidates, ledger.document)
        return Lost(supra.index, Why.SEVERAL_WORKS, candidates, pointing, certain=certain, because=reason)
    at = ledger.document.mentions[best.at]
    full = at if isinstance(at, Citation) else None
    citation = full if full is not None and best.at < supra.index else first_full(best.match.work, supra, ledger)
    chain = (citation.index,) if full is not None else ledger.chain_to(at)
    name = ledger.document.notes[citation.note].name
    doubts = doubt(
        (not supra.clear, "the reference was not wholly understood"),
        (not citation.clear, f"the citation in note {name} was not wholly understood"),
        (best.match.rank > USUAL, unusual(best.match.fit)),
        (ledger.places.opens_late and citation.index > supra.index, "the notes before the excerpt are not known"),
    )
    return _found(
        supra, best.match, citation, matches, ledger, pointing,
        pointed=full, chain=chain, deciding="the number says which", doubts=doubts,
    )  # fmt: skip


def _one_title(works: list[int], ledger: Ledger) -> bool:
    """Tell whether works of one note are one work after all: the same authors and title, cited twice."""
    names = [ledger.matcher.names(work) for work in works]
    return bool(names[0].title) and all(
        n.title[: n.main] == names[0].title[: names[0].main] and n.authors == names[0].authors and not n.labels
        for n in names
    )


def _elsewhere(supra: Supra, target: Target, matches: tuple[Match, ...], ledger: Ledger) -> Link:
    """Find a work that the notes pointed at do not cite."""
    pointing = target.trouble or Pointing.ANOTHER_WORK
    sure = [match for match in matches if match.rank <= SURE]
    if target.trouble is Pointing.OUTSIDE_EXCERPT:
        return Lost(supra.index, Why.OUTSIDE_EXCERPT, _candidates(sure, ledger), pointing, certain=False)
    dark, spoken = _name_there(supra, target, ledger)
    if dark and target.trouble is None:
        pointing = Pointing.UNCLEAR
    usable = sure or [m for m in matches if m.rank == SHARED] or [m for m in matches if m.rank == MISSPELT]
    if not usable:
        unclear = target.trouble is None and (spoken or _hides_source(target, ledger))
        return _never(supra, Pointing.UNCLEAR if unclear else pointing, matches, ledger)
    if pointing is Pointing.UNCLEAR and usable[0].fit is Fit.PARTY:
        # a case takes no supra: more likely the work stands in the note and was not understood
        return Lost(supra.index, Why.NOT_UNDERSTOOD, _candidates(usable, ledger), pointing, certain=False)
    choice = choose(supra, usable, ledger)
    if choice.match is None:
        candidates = _candidates(choice.tied, ledger)
        reason = why_lost(supra, candidates, ledger.document)
        understood = supra.clear and all(ledger.places.clear(note) for note in target.notes)
        certain = understood and not dark and not spoken and not ledger.places.opens_late
        return Lost(supra.index, Why.SEVERAL_WORKS, candidates, pointing, certain=certain, because=reason)
    match = choice.match
    citation = first_full(match.work, supra, ledger)
    notes = ledger.document.notes
    half_read = next((notes[note].name for note in target.notes if not ledger.places.clear(note)), None)
    first = ledger.works.first(match.work)
    doubts = doubt(
        (not supra.clear, "the reference was not wholly understood"),
        (not citation.clear, f"the citation in note {notes[citation.note].name} was not wholly understood"),
        (half_read is not None, f"note {half_read} was not wholly understood"),
        (spoken, "the name stands in the note that is typed as well"),
        (ledger.places.opens_late, "the notes before the excerpt are not known"),
        (match.rank > USUAL, unusual(match.fit)),
        (not choice.sure, "nothing but its place speaks for this one"),
        (
            first.role is not Role.TOP and first.index < supra.index,
            f"note {notes[first.note].name} cites it first, inside another citation",
        ),
    )
    return _found(
        supra, match, citation, matches, ledger, pointing,
        chain=(citation.index,), deciding="this one fits best", doubts=doubts,
    )  # fmt: skip


def _name_there(supra: Supra, target: Target, ledger: Ledger) -> tuple[bool, bool]:
    """Tell whether the name stands in the notes pointed at outside what was understood, and whether anywhere."""
    places = ledger.places
    notes = [note for note in target.notes if note != supra.note][:_NOTES_READ]
    dark = spoken = False
    for query in ledger.matcher.readings(supra.name.value):
        if not (words := telling(query.segments[0]) if query.segments else ()):
            continue
        for note in notes:
            dark = dark or places.dark(note).issuperset(words) or places.unexplained(note).issuperset(words)
            spoken = spoken or places.words(note).issuperset(words)
        if not dark:
            near_by = (word for note in notes for word in _stray(note, ledger))
            named = [word for word in query.telling if word.isalpha()]
            dark = any(word != other and near(word, other) for other in near_by for word in named)
    return dark, dark or spoken


def _stray(note: int, ledger: Ledger) -> frozenset[str]:
    """Give the words of a note that stand in no mention, where they are so few that a source may hide in them.

    A name has a capital: "more" is no Moore that was misspelt.
    """
    stray = ledger.places.unexplained(note)
    return stray & ledger.places.capitals(note) if len(stray) <= _STRAY else frozenset()


def _hides_source(target: Target, ledger: Ledger) -> bool:
    """Tell whether nothing was found in a note pointed at that has a year: most likely a source was missed there."""
    notes = ledger.document.notes
    return any(
        not notes[note].mentions and any(len(word) == 4 and word.isdigit() for word in ledger.places.words(note))
        for note in target.notes[:_NOTES_READ]
    )


def _never(supra: Supra, pointing: Pointing, matches: tuple[Match, ...], ledger: Ledger) -> Lost:
    """Say that the name fits no full citation."""
    candidates = _candidates([m for m in matches if m.rank == PARTLY], ledger)
    words = {word for query in ledger.matcher.readings(supra.name.value)[:1] for word in query.telling}
    doubtful = bool(words & ledger.places.dark_words) or ledger.places.opens_late or not supra.clear or not words
    spoken = _spoken(supra, ledger)
    certain = not candidates and not doubtful and not spoken and pointing is not Pointing.UNCLEAR
    because = "the name stands there in words that were not read as a citation" if spoken else ""
    return Lost(
        supra.index, Why.NEVER_CITED_IN_FULL, candidates, pointing, certain=certain, because=because, spoken=spoken
    )


def _spoken(supra: Supra, ledger: Ledger) -> tuple[int, ...]:
    """Give the notes before that have the whole name in words that were not read as a citation."""
    query = next(iter(ledger.matcher.readings(supra.name.value)), None)
    return ledger.places.spoken(query.telling, supra.note) if query is not None and query.telling else ()


def _candidates(matches: list[Match], ledger: Ledger) -> tuple[Candidate, ...]:
    return tuple([Candidate(ledger.works.first(match.work), match.fit) for match in matches[:OTHERS]])


def _found(
    supra: Supra,
    match: Match,
    citation: Citation,
    matches: tuple[Match, ...],
    ledger: Ledger,
    pointing: Pointing,
    *,
    chain: tuple[int, ...],
    pointed: Citation | None = None,
    deciding: str,
    doubts: str,
) -> Found:
    rivals = _candidates([m for m in matches if m.work != match.work and m.rank <= SURE], ledger)
    return Found(
        supra.index,
        citation,
        chain,
        ledger.others(match.work, citation.index),
        rivals,
        pointing,
        pointed,
        match.fit,
        later=citation.index > supra.index,
        certain=not doubts,
        because=doubted(why_sure(supra, match.fit, citation, rivals, deciding, ledger.document), doubts),
    )
