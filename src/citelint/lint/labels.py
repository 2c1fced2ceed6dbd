"""The labels that a piece sets by hereinafter: where, for which work, in which words.

Bluebook R. 4.2(b). A label after a case is no label of these: supra is not used for cases (SUP009).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citelint.model.citation import Citation, Hereinafter, Kind, Mention, Supra
from citelint.resolve.fold import Words, bare, fold, telling

if TYPE_CHECKING:
    from citelint.lint.context import Context


@dataclass(frozen=True, slots=True)
class Label:
    """One label as set: the bracket, the mention that carries it, and its folded words without an article.

    `work` is the work's position in `Links.works`, None where the carrier is a reference that is lost. `citation` is
    the full citation that the carrier is or means.
    """

    hereinafter: Hereinafter
    carrier: Mention
    work: int | None
    citation: Citation | None
    words: Words


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
                found.append(Label(hereinafter, mention, work, citation, words))
    return tuple(found)


def labels_of(context: Context) -> dict[int, tuple[Label, ...]]:
    """Give the labels of each work that has any, in order of the text."""
    by_work: dict[int, list[Label]] = {}
    for label in context.facts(labels):
        if label.work is not None:
            by_work.setdefault(label.work, []).append(label)
    return {work: tuple(group) for work, group in by_work.items()}


def labels_carried(context: Context) -> dict[int, tuple[Label, ...]]:
    """Give the labels that each mention carries, by the mention's index."""
    carried: dict[int, list[Label]] = {}
    for label in context.facts(labels):
        carried.setdefault(label.carrier.index, []).append(label)
    return {index: tuple(group) for index, group in carried.items()}


def author_words(citation: Citation) -> frozenset[str]:
    """Give the folded words of the persons who wrote a work, with those that join them."""
    return frozenset(word for author in citation.authors for word in fold(author.value)) | {"et", "al", "and"}


def uses(label: Label, name: str) -> bool:
    """Tell whether the name before a supra can be taken for the label: its words, cut or with an author before them.

    The author alone is no use of a label that says more ("Brandt" for "Brandt, End").
    """
    own, words = set(telling(label.words)), set(telling(bare(fold(name))))
    if not own or not words:
        return True
    authors = author_words(label.citation) if label.citation is not None else frozenset()
    if own <= words or (own - authors and own - authors <= words):
        return True
    return words <= own and not (words <= authors and not own <= authors)


def _meant(supra: Supra, context: Context) -> Citation | None:
    found = context.found(supra)
    return None if found is None else found.citation
