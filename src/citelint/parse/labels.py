"""What is set in brackets for later: hereinafter labels and acronyms."""

from __future__ import annotations

import re

from citelint.model.citation import Field, Hereinafter, Parenthetical
from citelint.model.span import Span, span_of
from citelint.parse.drive import Part

_HEREINAFTER = re.compile(r"[\[(]\s*(hereinafter|hereafter|HEREINAFTER|Hereinafter)\b(.*?)[\])]?$", re.S)
_OPENING = re.compile(r"[\[(]\s*([^\s,;:()\[\]]+)")
_ALIAS = re.compile(
    r"\([“\"]?((?:(?:19|20)\d\d\s)?[A-Z][\w&.’'-]*(?:\s(?:(?:and|of|the|for|on|to)\s){0,2}[A-Z][\w&.’'-]*){0,7})[”\"]?\)"
)
_SPEAKER = re.compile(
    r"\((?:prepared\s|written\s|opening\s)?((?:statement|testimony|remarks)\sof\s"
    r"((?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w’'-]+))(?=[,)])"
)
_AROUND = " \t\r\n\u00a0,:“”\"‘’'"


def is_archive(part: Part) -> bool:
    """Tell whether a bracket holds a URL alone: "[https://perma.cc/4H83-GCEJ]", a copy and no source of its own."""
    return part[0] == "bracket" and bool(part[3]) and all(p[0] == "web" for p in part[3])


def labels(parts: list[Part], text: str) -> tuple[Hereinafter, ...]:
    """Give the hereinafter labels among the brackets of a mention."""
    if not parts:
        return ()
    found = []
    for part in parts:
        if part[2] - part[1] > 400:
            continue
        words = text[part[1] : part[2]]
        match = _HEREINAFTER.match(words)
        if match is None:
            continue
        raw = match[2]
        label = raw.strip(_AROUND)
        if raw.strip(" \t\r\n\u00a0,:")[:1] in "‘'“\"" and raw.rstrip().endswith(("’", "'")):
            label = label.strip()
        elif raw.rstrip(' \t\r\n\u00a0,:“”"').endswith(("’", "'")):
            label += raw.rstrip(' \t\r\n\u00a0,:“”"')[-1]
        begin = part[1] + match.start(2) + (raw.find(label) if label else 0)
        found.append(
            Hereinafter(
                Span(part[1], part[2]),
                Field(Span(part[1] + match.start(1), part[1] + match.end(1)), match[1]),
                Field(Span(begin, begin + len(label)), label),
                words[0],
                raw.strip() == label,
            )
        )
    return tuple(found)


def aliases(parts: list[Part], text: str) -> tuple[Field, ...]:
    """Give the names set in a parenthesis for later: "(NASEM)", "(“Tenant Report”)", "(statement of Ada Roe)"."""
    if not parts:
        return ()
    spoken = tuple(
        Field(Span(*match.span(group)), match[group])
        for part in parts
        if part[0] == "parenthesis" and (match := _SPEAKER.match(text, part[1], part[2]))
        for group in (1, 2)
    )
    return spoken + tuple(
        Field(Span(part[1] + match.start(1), part[1] + match.end(1)), match[1])
        for part in parts
        if part[0] == "parenthesis"
        and text[part[1] + 1 : part[2] - 1] not in ("First", "Second", "Third", "Fourth")
        and (match := _ALIAS.fullmatch(text[part[1] : part[2]]))
    )


def parentheticals(parts: list[Part], text: str) -> tuple[Parenthetical, ...]:
    """Give the parentheses among some parts, each with its first word."""
    if not parts:
        return ()
    return tuple(
        [
            Parenthetical(span_of(part[1:3]), match[1].lower() if (match := _OPENING.match(text, part[1])) else "")
            for part in parts
            if part[0] == "parenthesis"
        ]
    )
