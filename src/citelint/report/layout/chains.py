"""The way from a reference to its full citation, step by step, as a person would tell it."""

from __future__ import annotations

from citelint.model.citation import Citation, Mention, Reference
from citelint.model.document import Document
from citelint.model.link import Found, Links, Why
from citelint.report.layout.cells import clipped
from citelint.report.layout.considered import considered, lost_because, rejected, typed
from citelint.report.layout.look import Look
from citelint.report.layout.words import shown


def chain_of(reference: Reference, links: Links, document: Document) -> tuple[Mention, ...]:
    """Give the mentions that a reference leads through, the nearest first, to the full citation or to where it is lost.

    The chain of a link leaves the middle of a long way out; here each step is followed by the link of the step.
    """
    steps: list[Mention] = []
    here: Mention = reference
    while isinstance(here, Reference) and (chain := links.of(here.index).chain):
        # a link leads back, or forward to a full citation: no way comes by one place twice
        here = document.mentions[chain[0]]
        steps.append(here)
        if isinstance(here, Citation):
            break
    return tuple(steps)


def words_of(mention: Mention, document: Document) -> str:
    """Give the words of a mention; of a reference those before its parentheticals."""
    end = mention.span.end
    if not isinstance(mention, Citation):
        end = min((p.span.start for p in mention.parentheticals), default=end)
    words = document.text[mention.span.start : max(end, mention.span.start)]
    return words.rstrip() or mention.span.of(document.text)


def chain_lines(
    reference: Reference, document: Document, links: Links, look: Look, first: str, indent: str
) -> list[str]:
    """Tell one reference: its words, each step, how sure it is or why it is lost, and what else was considered.

    `first` stands before its words, `indent` before all lines that follow.
    """
    link = links.of(reference.index)
    arrow = "->" if look.ascii else "→"
    lines = [first + clipped(shown(words_of(reference, document), look), look.width - len(first))]

    def add(text: str, deeper: str = "") -> None:
        start = f"{indent}{deeper}"
        lines.append(start + clipped(text, look.width - len(start)))

    for step in chain_of(reference, links, document):
        add(f"{arrow} {_placed(step, document, look)}")
    if isinstance(link, Found):
        level = "certain" if link.certain else "likely"
        add(f"sure: {level}" + (f", {shown(link.because, look)}" if link.because else ""))
    elif link.why is Why.INTERNAL:
        add(lost_because(link))
    else:
        add(f"lost: {shown(lost_because(link), look)}")
    if said := typed(reference, link):
        add(f"typed: {shown(said, look)}")
    for candidate in considered(reference, link):
        add(f"considered: {_placed(candidate.citation, document, look)}")
        add(shown(rejected(reference, link, candidate), look), "  ")
    return lines


def _placed(mention: Mention, document: Document, look: Look) -> str:
    name = shown(document.note_of(mention).name, look)
    return f"note {name}, {shown(words_of(mention, document), look)}"
