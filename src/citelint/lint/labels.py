"""The labels that a piece sets by hereinafter: where, for which work, in which words.

Bluebook R. 4.2(b). A label after a case is no label of these: supra is not used for cases (SUP009).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citelint.lint.pattern import Pattern
from citelint.model.citation import Citation, Hereinafter, Kind, Mention, Supra
from citelint.model.span import Span
from citelint.resolve.fold import Words, bare, fold, telling

if TYPE_CHECKING:
    from citelint.lint.context import Context


@dataclass(frozen=True, slots=True)
class Label:
    """One label as set: the bracket, the mention that carries it, and its folded words without an article.

    `work` is the work's position in `Links.works`, None where the carrier is a reference that is lost. `citation` is
    the full citation that the carrier is or means. `whole` tells that the label is surely one for that work, and not
    for a part of it (a statement in a hearing) or for the collection that it stands in.
    """

    hereinafter: Hereinafter
    carrier: Mention
    work: int | None
    citation: Citation | None
    words: Words
    whole: bool


_PART = Pattern(r"\b(?:statement|testimony|comments?|remarks|letter|declaration|affidavit|prepared)\b", re.IGNORECASE)
_COLLECTION = Pattern(r"(?:^|[,”]\s+)in\s")
_REACH = 200


def labels(context: Context) -> tuple[Label, ...]:
    """Give the labels of the piece in order of the text, those of cases left out."""
    found = []
    for mention in context.document.mentions:
        if not isinstance(mention, Citation | Supra) or not mention.hereinafter:
            continue
        citation = mention if isinstance(mention, Citation) else _meant(mention, context)
        if citation is not None and citation.kind is Kind.CASE:
            continue
        work = None if citation is None else context.links.work_of.get(citation.index)
        for hereinafter in mention.hereinafter:
            words = bare(fold(hereinafter.label.value))
            if words:
                whole = citation is not None and _is_whole(hereinafter, words, mention, citation, context)
                found.append(Label(hereinafter, mention, work, citation, words, whole))
    return tuple(found)


def _is_whole(label: Hereinafter, words: Words, carrier: Mention, citation: Citation, context: Context) -> bool:
    """Tell whether a label is one for the whole of the work that its carrier cites."""
    if isinstance(carrier, Supra):
        start = max(context.note_of(carrier).span.start, carrier.span.start - _REACH)
        return _COLLECTION.search(context.text(Span(start, carrier.word.span.start))) is None
    if any(_PART.search(context.text(p.span)) for p in carrier.parentheticals if p.span.end <= label.span.start):
        return False
    collection = set(fold(citation.reporter.value)) if citation.kind is Kind.CHAPTER and citation.reporter else set()
    return not set(telling(words)) <= collection


def labels_of(context: Context) -> dict[int, tuple[Label, ...]]:
    """Give the labels of each work that has any for the whole of it, in order of the text."""
    by_work: dict[int, list[Label]] = {}
    for label in context.facts(labels):
        if label.work is not None and label.whole:
            by_work.setdefault(label.work, []).append(label)
    return {work: tuple(group) for work, group in by_work.items()}


def author_words(citation: Citation) -> frozenset[str]:
    """Give the folded words of the persons who wrote a work, with those that join them."""
    return frozenset(word for author in citation.authors for word in fold(author.value)) | {"et", "al", "and"}


def uses(label: Label, name: str) -> bool:
    """Tell whether the name before a supra can be taken for the label: its words, cut or with an author before them.

    The author alone is no use of a label that says more ("Brandt" for "Brandt, End"), nor is more of the title
    ("Brandt, Trial's End").
    """
    own, words = set(telling(label.words)), set(telling(bare(fold(name))))
    if not own or not words or label.citation is None:
        return True
    authors = author_words(label.citation)
    if own <= words or (own - authors and own - authors <= words):
        title = label.citation.title
        added = words - own - authors
        return not added or title is None or not added <= set(fold(title.value))
    return words <= own and not (words <= authors and not own <= authors)


def _meant(supra: Supra, context: Context) -> Citation | None:
    found = context.found(supra)
    return None if found is None else found.citation
