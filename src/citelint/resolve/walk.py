"""One pass over all mentions in the order of the text, making a link for each reference."""

from __future__ import annotations

from citelint.config import Config
from citelint.model.citation import Citation, CrossReference, Id, Mention, Short, Supra
from citelint.model.document import Document
from citelint.model.link import Found, Link, Links
from citelint.resolve.antecedent import antecedent
from citelint.resolve.crossrefs import point
from citelint.resolve.ledger import Ledger
from citelint.resolve.shorts import Shorts
from citelint.resolve.supra import follow


def walk(document: Document, config: Config) -> Links:
    """Link every reference of a document; an earlier one is linked before a later one looks back at it."""
    ledger = Ledger(document, config)
    shorts = Shorts(ledger)
    for mention in document.mentions:
        link = _link(mention, ledger, shorts)
        ledger.enter(mention, link)
        if isinstance(mention, Supra) and mention.within is None and isinstance(link, Found):
            for hereinafter in mention.hereinafter:
                ledger.matcher.add_label(ledger.works.of[link.citation.index], hereinafter.label.value)
    return Links(
        by_reference=ledger.links,
        works=tuple(tuple(members) for members in ledger.works.members),
        work_of=ledger.works.of,
        cites=ledger.cites(),
    )


def _link(mention: Mention, ledger: Ledger, shorts: Shorts) -> Link | None:
    if isinstance(mention, Citation):
        return None
    if isinstance(mention, Id):
        return antecedent(mention, ledger)
    if isinstance(mention, Supra):
        return follow(mention, ledger)
    if isinstance(mention, Short):
        return shorts.follow(mention)
    return point(mention, ledger.places) if isinstance(mention, CrossReference) else None
