"""What was cited so far, note by note: the memory of the walk."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import NamedTuple

from citelint.config import Config
from citelint.model.citation import Citation, CrossReference, Mention, Role, Short, Supra
from citelint.model.document import Document
from citelint.model.link import Candidate, Fit, Found, Link
from citelint.resolve.fold import fold
from citelint.resolve.matcher import Matcher
from citelint.resolve.places import Places
from citelint.resolve.works import CODES, Works, code_of

CHAIN = 24
"""How many steps of a chain are kept: the nearest ones and the full citation."""

OTHERS = 12
"""How many further citations of a work, and how many rivals, a link carries."""

Key = int | tuple[object, ...]
"""A work by its number, or something that makes two lost references one authority."""


class Authority(NamedTuple):
    """An authority that a note cites: the mention that cites it, the work or why it is lost, and how it is counted.

    Two authorities of one note are one where `counted` is equal: sections of one code are.
    """

    mention: Mention
    key: Key
    counted: Key


class Summary(NamedTuple):
    """What *Id.* asks of a whole note: how many authorities it cites, and whether that is sure.

    `lost` tells that one of them is a lost reference, `one_clause` that the sections of one code that it cites stand in
    one citation sentence: then most editors count one authority.
    """

    authorities: int
    clear: bool
    lost: bool
    one_clause: bool


class Ledger:
    """The citations gone through, and where to look things up.

    `authorities` are those of each note at its top level, in order, each mention one entry; `last` the mention of each
    note at the top level that stands last so far, cross-references included. `doubtful` are the notes of which it is
    not sure how many authorities they cite.
    """

    def __init__(self, document: Document, config: Config) -> None:
        self.document = document
        self.works = Works(document)
        self.matcher = Matcher(self.works)
        self.places = Places(document, config)
        self.links: dict[int, Link] = {}
        self.authorities: list[list[Authority]] = [[] for _ in document.notes]
        self.nested: list[list[Authority]] = [[] for _ in document.notes]
        self.last: list[list[Mention]] = [[] for _ in document.notes]
        self.doubtful: set[int] = set()
        self._summaries: dict[int, Summary] = {}
        self.cited: dict[tuple[int, int], int] = {}
        self.full: dict[tuple[int, int], int] = {}
        self.in_note: list[list[int]] = [[] for _ in document.notes]
        self._add_full()

    def _add_full(self) -> None:
        """Remember which works a note cites in full: each by its first citation at the top level, else its first."""
        mentions, full = self.document.mentions, self.full
        for index, work in self.works.of.items():
            citation = mentions[index]
            key = (citation.note, work)
            known = full.get(key)
            if known is None:
                self.in_note[citation.note].append(work)
                full[key] = index
            elif citation.role is Role.TOP and mentions[known].role is not Role.TOP:
                full[key] = index

    def summary(self, note: int) -> Summary:
        """Sum up a note that was gone through."""
        known = self._summaries.get(note)
        if known is None:
            cited = self.authorities[note]
            known = self._summaries[note] = Summary(
                authorities=len({a.counted for a in cited}),
                clear=note not in self.doubtful
                and not self.document.notes[note].unparsed
                and all(a.mention.clear for a in cited),
                lost=any(not isinstance(a.key, int) for a in cited),
                one_clause=all(a.key == b.key or a.mention.string == b.mention.string for a, b in pairwise(cited)),
            )
        return known

    def enter(self, mention: Mention, link: Link | None) -> None:
        """Write down a mention that was gone through, with its link where it is a reference."""
        if link is not None:
            self.links[mention.index] = link
        note = mention.note
        counts = mention.within is None and mention.role is Role.TOP
        if counts:
            last = self.last[note]
            if last and self._continues(mention, last[-1]):
                # one source taken for two: it is one authority, and what it is is not sure
                self.doubtful.add(note)
                return
            last.append(mention)
        if isinstance(mention, CrossReference):
            return
        authority = self._authority(mention, link)
        if not counts:
            self.nested[note].append(authority)
            return
        self.authorities[note].append(authority)
        if isinstance(authority.key, int):
            self.cited.setdefault((note, authority.key), mention.index)

    def _continues(self, mention: Mention, before: Mention) -> bool:
        """Tell whether a citation follows another with no more than a comma between them and no signal."""
        if not isinstance(mention, Citation) or mention.signal is not None or not isinstance(before, Citation):
            return False
        between = self.document.text[before.span.end : mention.span.start]
        return not between.strip(" \t\r\n\u00a0,–—-")

    def _authority(self, mention: Mention, link: Link | None) -> Authority:
        if isinstance(mention, Citation):
            work = self.works.of[mention.index]
            return Authority(mention, work, self._count(mention, work))
        if isinstance(link, Found):
            work = self.works.of[link.citation.index]
            return Authority(mention, work, self._count(link.citation, work))
        key = self._lost_key(mention)
        return Authority(mention, key, key)

    def _count(self, citation: Citation, work: Key) -> Key:
        return ("code", *code_of(citation)) if citation.kind in CODES and citation.reporter else work

    def _lost_key(self, mention: Mention) -> Key:
        if isinstance(mention, Supra):
            return ("supra", fold(mention.name.value))
        if isinstance(mention, Short):
            return ("short", *(f and fold(f.value) for f in (mention.volume, mention.reporter, *mention.parties[:1])))
        return ("id", mention.index)

    def chain_to(self, mention: Mention) -> tuple[int, ...]:
        """Give the chain of a reference that means what `mention` means: that mention, and on to the full citation.

        Of a chain longer than `CHAIN` the middle is left out.
        """
        link = self.links.get(mention.index)
        chain = link.chain if link is not None else ()
        if len(chain) >= CHAIN:
            chain = (*chain[: CHAIN - 2], chain[-1])
        return (mention.index, *chain)

    def others(self, work: int, index: int) -> tuple[Citation, ...]:
        """Give the full citations of a work besides that with `index`, in order, the first of very many."""
        cited = self.works.citations[work]
        return tuple([other for other in cited[: OTHERS + 1] if other.index != index])[:OTHERS]

    def candidates(self, authorities: list[Authority]) -> tuple[Candidate, ...]:
        """Give the works of some authorities, each once, as candidates by their place."""
        firsts: dict[Key, Authority] = {}
        for authority in authorities:
            if isinstance(authority.key, int):
                firsts.setdefault(authority.key, authority)
        return tuple(Candidate(self.meant(a), Fit.PLACE) for a in islice(firsts.values(), OTHERS))

    def meant(self, authority: Authority) -> Citation:
        """Give the full citation that an authority with a work means."""
        link = self.links.get(authority.mention.index)
        if isinstance(link, Found):
            return link.citation
        return self.works.citation(authority.mention.index)

    def cites(self) -> tuple[tuple[int, ...], ...]:
        """Give for each note the works it cites at the top level, each once."""
        cited = ([a.key for a in authorities if isinstance(a.key, int)] for authorities in self.authorities)
        return tuple([tuple(dict.fromkeys(works) if len(works) > 1 else works) for works in cited])
