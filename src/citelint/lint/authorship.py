"""How a supra names the authors of a work, held against the authors of its full citation.

Bluebook R. 4.2(a), 15.1: surnames as in the full citation, "&" between two, "et al." after the first of more.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from citelint.lint.pattern import Pattern
from citelint.lint.shortform import has_others
from citelint.model.citation import Citation
from citelint.model.names import surname
from citelint.resolve.fold import Words, fold, near
from citelint.tables.institutions import looks_institutional

if TYPE_CHECKING:
    from citelint.lint.context import Context

_SPLIT = Pattern(r"\s*,?\s+(?:&|and)\s+")
_ET_AL = Pattern(r",?\s+et\.?\s+al\b\.?,?")
_MOST_WORDS = 3
"""A name of more words, initials and particles left out, is hardly a person's: a title was read as one."""
_TITLED = Pattern(r"(?:Prof|Professor|Judge|Justice|Dr|Mr|Ms|Mrs)\b\.?")


def authors_form(citation: Citation) -> str | None:
    """Give the authors as a short form names them, as printed; None where they were not surely read."""
    names = [surname(author.value) for author in citation.authors]
    if not names or any(not _is_person(author.value) for author in citation.authors):
        return None
    if len(names) > 2 or has_others(citation):
        return f"{names[0]} et al."
    return names[0] if len(names) == 1 else f"{names[0]} & {names[1]}"


def fault_of(written: str, citation: Citation, context: Context) -> str | None:
    """Say what is wrong with the authors in a short form, in a few words; None where nothing surely is.

    `written` are the authors alone, without a title behind them.
    """
    if not citation.authors:
        return None
    others = "al" in written and _ET_AL.search(written) is not None
    bare = _ET_AL.compiled.sub("", written) if others else written
    named = [fold(name) for name in (_SPLIT.compiled.split(bare) if "&" in bare or "and" in bare else (bare,))]
    surnames = [fold(surname(author.value)) for author in citation.authors]
    many = len(surnames) > 2 or has_others(citation)
    fault: str | None = None
    if named == [surnames[0]]:
        if others:
            fault = None if many else "et al. stands for two or more other authors"
        elif many or len(surnames) > 1:
            fault = "et al. is missing" if many else "an author is missing"
    elif not many and named == surnames and len(named) == 2:
        fault = "“&” stands between two names" if " and " in written else None
    elif named == [fold(author.value) for author in citation.authors] and not _is_shared(surnames, context):
        fault = "a short form has surnames alone"
    if fault is None or authors_form(citation) is None or _TITLED.match(written):
        return None
    return fault


def misspelt(written: str, citation: Citation) -> bool:
    """Tell whether one surname in a short form is that of the author but for a slip, and all others are right."""
    named = [fold(name) for name in _SPLIT.compiled.split(_ET_AL.compiled.sub("", written))]
    surnames = [fold(surname(author.value)) for author in citation.authors][: len(named)]
    if len(named) != len(surnames) or authors_form(citation) is None:
        return False
    odd = [(one, other) for one, other in zip(named, surnames, strict=True) if one != other]
    return len(odd) == 1 and len(odd[0][0]) == len(odd[0][1]) == 1 and near(odd[0][0][0], odd[0][1][0])


def _is_person(author: str) -> bool:
    words = author.split()
    whole = [word for word in words if len(word.rstrip(".")) > 2]
    return (
        len(words) > 1
        and len(whole) <= _MOST_WORDS
        and surname(author)[-1:].isalpha()
        and not looks_institutional(author)
    )


def _is_shared(surnames: list[Words], context: Context) -> bool:
    """Tell whether another author of the piece has one of the surnames: then the given name is needed."""
    known = context.facts(_persons)
    return any(len(known[name]) > 1 for name in surnames)


def _persons(context: Context) -> defaultdict[Words, set[str]]:
    """Give the first letters of the given names that go with each surname."""
    persons: defaultdict[Words, set[str]] = defaultdict(set)
    for mention in context.document.mentions:
        if isinstance(mention, Citation):
            for author in mention.authors:
                words = fold(author.value)
                if words:
                    persons[fold(surname(author.value))].add(words[0][:1])
    return persons
