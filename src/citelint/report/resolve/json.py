"""Every reference and the source it means, for machines."""

from __future__ import annotations

from citelint.model.citation import Reference
from citelint.model.document import Document
from citelint.model.link import Found, Links
from citelint.model.run import FileResult, Run
from citelint.report.layout.chains import chain_of
from citelint.report.layout.considered import considered, lost_because, rejected
from citelint.report.layout.envelope import envelope
from citelint.report.layout.fields import kind_of
from citelint.report.layout.look import Look
from citelint.report.layout.places import place_of, reference_of


def report(run: Run, look: Look) -> str:
    """Give the JSON of `citelint resolve`."""
    return envelope(run, lambda result: {"references": _references(result)})


def _references(result: FileResult) -> list[dict[str, object]]:
    document, links = result.document, result.links
    if document is None or links is None:
        return []
    return [_reference(r, document, links) for r in document.references if result.reports(document.note_of(r))]


def _reference(reference: Reference, document: Document, links: Links) -> dict[str, object]:
    link = links.of(reference.index)
    found = isinstance(link, Found)
    because = link.because if isinstance(link, Found) else lost_because(link)
    # a way of hundreds of steps, told for each of its references, would fill the output
    way, kept = chain_of(reference, links, document), set(link.chain)
    return {
        "kind": kind_of(reference),
        **reference_of(document, reference),
        "status": "found" if found else "lost",
        "why": None if isinstance(link, Found) else link.why.value,
        "target": place_of(document, link.citation) if isinstance(link, Found) else None,
        "chain": [place_of(document, step) for step in way if step.index in kept],
        "left_out": len(way) - len(kept),
        "pointing": link.pointing.value if link.pointing is not None else None,
        "sure": {"level": "certain" if link.certain else "likely", "why": because},
        "candidates": [
            place_of(document, c.citation) | {"fit": c.fit.value, "rejected": rejected(reference, link, c)}
            for c in considered(reference, link)
        ],
    }
