"""What *Id.* means: the authority cited just before it, or the sole authority of the note just before.

Bluebook R. 4.1: *id.* repeats the immediately preceding authority, in the same note or in the preceding note when that
note cites only one. Authorities in parentheses, case history and explanatory phrases are not counted.
"""

from __future__ import annotations

from bisect import bisect_left

from citelint.model.citation import Citation, CrossReference, Id, Mention, Role
from citelint.model.link import Found, Link, Lost, Why
from citelint.resolve.gaps import has_locator, is_prose, missed
from citelint.resolve.ledger import Authority, Ledger
from citelint.resolve.pages import page_of
from citelint.resolve.reasons import doubt, doubted

_RELATING = frozenset({"quoting", "citing", "discussing", "paraphrasing", "relying", "accord", "cited", "quoted"})
"""Words that open a parenthesis about a source of the citation that it follows."""

_NESTED = "it is cited inside another citation"


def antecedent(id: Id, ledger: Ledger) -> Link:
    """Find what an *Id.* means."""
    if id.name is not None and (named := _named(id, ledger)) is not None:
        return named
    if id.within is not None and (host := _host(id, ledger)) is not None:
        return host
    before = ledger.last[id.note]
    if id.within is not None:
        before = _before(before, id.within)
    if before:
        return _in_note(id, before, ledger)
    nested = ledger.nested[id.note]
    if id.within is None and nested:
        # the note has only cited inside parentheses or quotations so far: that is what a reader would take
        return _follow(id, nested[-1], ledger, "the last that its note cites", _NESTED)
    return _in_note_before(id, ledger)


def _named(id: Id, ledger: Ledger) -> Link | None:
    """Find "Syed, id. at 35" by its name among the works of the same note and the one before; None if it names none."""
    assert id.name is not None
    previous = ledger.places.before(id.note)
    near = [*(ledger.authorities[previous] if previous is not None else ()), *ledger.authorities[id.note]]
    works = dict.fromkeys(a.key for a in near if isinstance(a.key, int))
    matches = ledger.matcher.among(id.name.value, works)
    if not matches:
        return None
    best = {match.work for match in matches if match.rank == matches[0].rank}
    authority = next(a for a in reversed(near) if a.key in best)
    note = ledger.document.notes[authority.mention.note].name
    return _follow(id, authority, ledger, f"note {note} cites a work of that name", "Id. takes no name")


def _host(id: Id, ledger: Ledger) -> Link | None:
    """Find what a nested *id.* means inside the citation that it stands in; None where it looks before that."""
    assert id.within is not None
    host = ledger.document.mentions[id.within]
    sibling = next(iter(reversed(ledger.nested[id.note])), None)
    if sibling is not None and sibling.mention.within == id.within:
        return _follow(id, sibling, ledger, "cited just before in the same parenthesis", _NESTED)
    around = next((p for p in host.parentheticals if p.span.covers(id.span)), None)
    if around is not None and around.opening in _RELATING and not isinstance(host, Id):
        return None
    if isinstance(host, CrossReference):
        return None
    authority = next((a for a in reversed(ledger.authorities[id.note]) if a.mention.index == host.index), None)
    return None if authority is None else _follow(id, authority, ledger, "the citation that it stands in", _NESTED)


def _before(mentions: list[Mention], within: int) -> list[Mention]:
    """Give the mentions that stand before the one that a nested *id.* stands in."""
    end = len(mentions)
    while end and mentions[end - 1].index >= within:
        end -= 1
    return mentions[:end]


def _in_note(id: Id, before: list[Mention], ledger: Ledger) -> Link:
    """Find the authority just before in the same note."""
    last = before[-1]
    dark = _dark_between(last, id, ledger)
    if isinstance(last, CrossReference):
        return _after_cross_reference(id, last, ledger.authorities[id.note][-1:], ledger, dark=dark)
    authority = next(a for a in reversed(ledger.authorities[id.note]) if a.mention.index == last.index)
    if dark:
        because = "a stretch just before it was not understood"
        return Lost(id.index, Why.NOT_UNDERSTOOD, ledger.candidates([authority]), None, (last.index,), False, because)
    doubts = doubt(
        (not last.clear, "that citation was not wholly understood"),
        (not id.clear, "the reference was not wholly understood"),
        (id.within is not None, _NESTED),
    )
    return _follow(id, authority, ledger, "cited just before in the same note", doubts)


def _after_cross_reference(
    id: Id, last: CrossReference, authorities: list[Authority], ledger: Ledger, *, dark: bool
) -> Link:
    """Say that the antecedent is a cross-reference, unless it gives a page and so means the source of a note."""
    target = ledger.places.target(last).notes
    if last.pincite is not None and page_of(last.pincite.value) is not None and len(target) == 1:
        meant = ledger.authorities[target[0]]
        if meant and ledger.summary(target[0]).authorities == 1:
            note = ledger.document.notes[target[0]].name
            return _follow(
                id, meant[-1], ledger, f"the one authority of note {note}", "a cross-reference stands between"
            )
    candidates = ledger.candidates(authorities)
    why = Why.NOT_UNDERSTOOD if dark else Why.INTERNAL_REFERENCE
    certain = not candidates and not dark and not last.embedded and last.pincite is None
    return Lost(id.index, why, candidates, chain=(last.index,), certain=certain)


def _dark_between(last: Mention, id: Id, ledger: Ledger) -> bool:
    """Tell whether something between a mention and an *Id.* was not understood."""
    unparsed = ledger.document.notes[id.note].unparsed
    place = bisect_left(unparsed, id.span.start, key=lambda span: span.start)
    if place > 0 and unparsed[place - 1].start >= last.span.end:
        return True
    return missed(ledger.document.text[last.span.end : _start(id)])


def _start(mention: Mention) -> int:
    """Give where the clause of a mention begins: at its signal, if it has one."""
    return mention.span.start if mention.signal is None else min(mention.signal.span.start, mention.span.start)


def _in_note_before(id: Id, ledger: Ledger) -> Link:
    """Find the sole authority of the note just before."""
    previous = ledger.places.before(id.note)
    notes = ledger.document.notes
    if previous is None:
        if ledger.places.opens_late:
            return Lost(id.index, Why.OUTSIDE_EXCERPT, certain=False)
        return Lost(id.index, Why.NOTHING_BEFORE, certain=notes[id.note].number is not None)
    if notes[previous].section != notes[id.note].section:
        return Lost(id.index, Why.NOTHING_BEFORE, certain=False, because="its section begins here")
    authorities = ledger.authorities[previous]
    told = ledger.summary(previous)
    if has_locator(ledger.document.text[notes[id.note].span.start : _start(id)]):
        because = "the note seems to cite something before it"
        return Lost(id.index, Why.NOT_UNDERSTOOD, ledger.candidates(authorities[:1]), certain=False, because=because)
    if not authorities:
        return _no_authority(id, previous, told.clear, ledger)
    if told.authorities > 1:
        certain = told.clear and not told.lost
        because = f"{told.authorities} authorities in the note before"
        return Lost(id.index, Why.SEVERAL_AUTHORITIES, ledger.candidates(authorities), certain=certain, because=because)
    name = notes[previous].name
    doubts = doubt(
        (not told.clear, f"note {name} was not wholly understood"),
        (not id.clear, "the reference was not wholly understood"),
        (not told.one_clause, f"note {name} cites several sections of the code"),
        (id.within is not None, _NESTED),
    )
    return _follow(id, authorities[-1], ledger, f"the one authority of note {name}", doubts)


def _no_authority(id: Id, previous: int, clear: bool, ledger: Ledger) -> Link:
    """Say why a note without an authority at its top level gives none."""
    nested = ledger.nested[previous]
    if nested and len({a.counted for a in nested}) == 1:
        name = ledger.document.notes[previous].name
        return _follow(id, nested[-1], ledger, f"the one source in note {name}", _NESTED)
    last = next(reversed(ledger.last[previous]), None)
    if isinstance(last, CrossReference):
        return _after_cross_reference(id, last, nested, ledger, dark=not clear)
    text = ledger.document.notes[previous].span.of(ledger.document.text)
    if not clear or nested or has_locator(text) or not is_prose(text):
        return Lost(id.index, Why.NOT_UNDERSTOOD, ledger.candidates(nested), certain=False)
    return Lost(id.index, Why.NO_AUTHORITY_IN_NOTE)


def _follow(id: Id, authority: Authority, ledger: Ledger, because: str, doubts: str) -> Link:
    """Mean what the authority means, for the reason `because`; `doubts` says why that is not certain, or nothing."""
    mention = authority.mention
    link = ledger.links.get(mention.index)
    chain = ledger.chain_to(mention)
    if isinstance(mention, Citation):
        others = ledger.others(ledger.works.of[mention.index], mention.index)
        doubts = doubts or doubt((mention.role is not Role.TOP, _NESTED))
        return Found(id.index, mention, chain[:1], others, certain=not doubts, because=doubted(because, doubts))
    if isinstance(link, Found):
        doubts = doubts or doubt((not link.certain, "what it repeats is not certain itself"))
        return Found(
            id.index, link.citation, chain, link.others, link.rivals,
            certain=not doubts, because=doubted(because, doubts),
        )  # fmt: skip
    assert isinstance(link, Lost)
    return Lost(id.index, Why.ANTECEDENT_LOST, link.candidates, chain=chain, certain=not doubts and link.certain)
