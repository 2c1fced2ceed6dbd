"""What each reference leads to, as a graph in Graphviz's DOT: ``citelint resolve --format dot essay.md | dot -Tsvg``.

Each file is one digraph. A box is a full citation, a round node a reference, and an arrow one step on the way. A step
that is not certain is dashed, a printed number that is wrong stands on its arrow, and a dotted line leads from a
reference that is lost to what was considered.
"""

from __future__ import annotations

from collections.abc import Iterator

from citelint.model.citation import Citation, Mention, Reference
from citelint.model.document import Document
from citelint.model.link import Found, Links, Why
from citelint.model.run import FileResult, Run
from citelint.report.layout.cells import clipped
from citelint.report.layout.chains import chain_of, words_of
from citelint.report.layout.considered import lost_because, rejected, typed
from citelint.report.layout.escape import visible
from citelint.report.layout.look import Look

_ROOM = 60
"""How many columns of a mention's words are shown."""


def report(run: Run, look: Look) -> str:
    """Give one digraph for each file that was read, in the order of the files."""
    return "".join("".join(f"{line}\n" for line in _graph(result)) for result in run.files if result.document)


def _graph(result: FileResult) -> Iterator[str]:
    document, links = result.document, result.links
    assert document is not None
    yield f"digraph {_quoted(result.path)} {{"
    yield f"  graph [label={_quoted(result.path)}, labelloc=t, rankdir=LR];"
    yield "  node [shape=box, fontsize=10];"
    yield "  edge [fontsize=10];"
    if links is not None:
        yield from _statements(result, document, links)
    yield "}"


def _statements(result: FileResult, document: Document, links: Links) -> Iterator[str]:
    drawn: dict[int, Mention] = {}
    edges: list[str] = []
    for reference in document.references:
        if result.reports(document.note_of(reference)):
            for one in (reference, *chain_of(reference, links, document)):
                if one.index in drawn:
                    break  # from here on the way is drawn already
                drawn[one.index] = one
                if isinstance(one, Reference):
                    edges += _leading_on(one, document, links, drawn)
    for mention in sorted(drawn.values(), key=lambda m: m.index):
        yield f"  {_node(mention, document, links)}"
    yield from (f"  {edge}" for edge in edges)


def _leading_on(reference: Reference, document: Document, links: Links, drawn: dict[int, Mention]) -> Iterator[str]:
    """Give the arrow of one step, and the dotted lines to what was considered; note the citations these lead to."""
    link = links.of(reference.index)
    if link.chain:
        said = typed(reference, link)
        style = [f"label={_quoted(f'typed: {said}')}, color=red, fontcolor=red"] if said else []
        style += [] if link.certain else ["style=dashed"]
        yield f"m{reference.index} -> m{link.chain[0]}{_attributes(style)};"
    if isinstance(link, Found) or link.why is Why.ANTECEDENT_LOST:
        return  # what an Id. repeats has the lines itself
    for candidate in link.candidates:
        drawn.setdefault(candidate.citation.index, candidate.citation)
        why = _quoted(rejected(reference, link, candidate))
        yield f"m{reference.index} -> m{candidate.citation.index} [style=dotted, arrowhead=none, label={why}];"


def _node(mention: Mention, document: Document, links: Links) -> str:
    words = clipped(visible(words_of(mention, document)), _ROOM)
    lines = [f"note {document.note_of(mention).name}", words]
    style = []
    if not isinstance(mention, Citation):
        link = links.of(mention.index)
        style.append("shape=ellipse")
        if not isinstance(link, Found):
            lines.append(lost_because(link))
            style.append("style=dashed" if link.why is Why.INTERNAL else "color=red")
    label = "\\n".join(_escaped(line) for line in lines)
    written = [f'label="{label}"', *style]
    return f"m{mention.index}{_attributes(written)};"


def _attributes(written: list[str]) -> str:
    return f" [{', '.join(written)}]" if written else ""


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """Give text as it stands inside a quoted label: backslash, quotation mark and HTML entity mean themselves."""
    return visible(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
