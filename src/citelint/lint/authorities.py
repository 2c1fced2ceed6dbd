"""What a note cites, and which of it is surely a source of its own.

The resolver counts every mention. A rule that speaks of *several* authorities must be surer: a URL behind a blank, a
copy in another reporter, a place named behind a comma are no sources of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from citelint.lint.pattern import Pattern
from citelint.model.citation import Citation, CrossReference, Id, Kind, Mention, Role, Short, Supra
from citelint.model.document import Note
from citelint.model.span import Span
from citelint.resolve.works import CODES, code_of

if TYPE_CHECKING:
    from citelint.lint.context import Context

_FEWEST_WORDS = 4
_SENTENCE_END = Pattern(r"[.?!][”’\"')\]*_]*\s")


def authorities(note: Note) -> tuple[Mention, ...]:
    """Give what a note cites at its top level: citations and references, internal cross-references left out."""
    return tuple(
        [m for m in note.mentions if m.role is Role.TOP and m.within is None and not isinstance(m, CrossReference)]
    )


def separate(mentions: Iterable[Mention], context: Context) -> tuple[Mention, ...]:
    """Give those of some mentions of one note that surely cite sources of their own, one for each source.

    Two are separate where a semicolon, the end of a sentence or a signal stands between them, each has a name, and the
    resolver takes them for different works. Sections of one code are one source. What stands inside a sentence of
    prose is not counted, nor is an *Id.* of which the source is not certain.
    """
    found: dict[object, Mention] = {}
    for group in _groups(mentions, context):
        sound = next((mention for mention in group if _has_name(mention, context)), None)
        if sound is not None:
            found.setdefault(_source(sound, context), sound)
    return tuple(found.values())


def _groups(mentions: Iterable[Mention], context: Context) -> Iterator[list[Mention]]:
    """Put mentions together between which nothing surely ends one source and begins another."""
    group: list[Mention] = []
    for mention in mentions:
        if group and _parted(group[-1], mention, context):
            yield group
            group = []
        group.append(mention)
    if group:
        yield group


def _parted(first: Mention, second: Mention, context: Context) -> bool:
    if _is_nameless_case(second) and _is_case(first):
        return False
    between = context.text(Span(first.span.end, max(second.span.start, first.span.end)))
    return second.signal is not None or ";" in between or _SENTENCE_END.search(between) is not None


def _is_case(mention: Mention) -> bool:
    return isinstance(mention, Citation | Short) and mention.kind is Kind.CASE


def _is_nameless_case(mention: Mention) -> bool:
    """Tell whether a case is cited without its name: it may be a copy of the case before in another reporter."""
    return isinstance(mention, Citation | Short) and mention.kind is Kind.CASE and not mention.parties


def _has_name(mention: Mention, context: Context) -> bool:
    """Tell whether a mention stands by itself and says whose or what work it is."""
    if mention.embedded or not mention.clear:
        return False
    if isinstance(mention, Short):
        return mention.kind is Kind.CASE and bool(mention.parties)
    if isinstance(mention, Supra):
        return mention.name.value[:1].isupper() or mention.name.value[:1] in '“"‘'
    if isinstance(mention, Id):
        found = context.found(mention)
        return found is not None and found.certain
    if not isinstance(mention, Citation):
        return True
    if mention.kind in CODES:
        return mention.reporter is not None and mention.page is not None
    if _is_nameless_case(mention) and mention.volume and mention.reporter and mention.page:
        # the name of the case stands in the text that the note belongs to
        return _opens(mention, context)
    head = mention.lead or mention.title
    if head is None or not (head.value[:1].isupper() or head.value[:1] in '“"‘'):
        return False
    located = (mention.year, mention.url, mention.page, mention.pincite, mention.volume)
    # without a locator the parser takes only a whole member of a string for a source
    return any(field is not None for field in located) or len(head.value.split()) >= _FEWEST_WORDS


def _opens(mention: Mention, context: Context) -> bool:
    """Tell whether nothing but its signal stands before a mention in its note."""
    start = mention.span.start if mention.signal is None else mention.signal.span.start
    return not context.text(Span(context.note_of(mention).span.start, max(start, 0))).strip()


def _source(mention: Mention, context: Context) -> object:
    """Give what makes two mentions one source: the work or the code that they mean, else the words."""
    found = None if isinstance(mention, Citation) else context.found(mention)
    citation = mention if isinstance(mention, Citation) else None if found is None else found.citation
    if citation is None:
        return context.text(mention.name.span) if isinstance(mention, Supra) else mention.index
    if citation.kind in CODES and citation.reporter is not None:
        return code_of(citation)
    return context.links.work_of[citation.index]
