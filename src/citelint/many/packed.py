"""A result made small: codes, counts and positions, in a form that JSON can hold, and no word of the manuscript.

It is all that the reports of findings need once the file is at hand. The words that a finding quotes are places in the
text; the text of a file that is one text is put together of its stretches, without reading the file as its format asks.
"""

from __future__ import annotations

import re
from typing import Any

from citelint.config import Config
from citelint.many.words import CannotTell, Words, read
from citelint.model.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity, Sure
from citelint.model.document import Document, Note
from citelint.model.fingerprint import Fingerprint, fingerprint
from citelint.model.run import Counts, FileResult
from citelint.model.source import Apparatus, Part, Segment, Source
from citelint.model.span import Span

Packed = list[Any]

_APPARATUS: tuple[Apparatus, ...] = ("footnotes", "endnotes")
_SEVERITIES = tuple(Severity)
_SAFETIES = tuple(Safety)
_WORD = re.compile(r"[^\W\d_]{3}")


class Damaged(Exception):
    """What was to be unpacked was not packed from this file."""


def pack(result: FileResult, data: bytes) -> Packed | None:
    """Pack the result of checking a file with these bytes, or give None where it has to be handed on as it is.

    That is so for a file that could not be checked in full, for one without notes, and where a finding says a word of
    the manuscript in a form that no place in it gives.
    """
    source, document = result.source, result.document
    if source is None or document is None or result.trouble is not None or result.empty:
        return None
    head = [result.format, result.notes, result.citations, result.references, result.stood, result.known]
    if not result.diagnostics:
        return [*head, None]
    words = Words(source.text)
    try:
        notes = [
            [
                None if n.label is None else words.tell(n.label),
                *(n.number, n.span.start, n.span.end, _APPARATUS.index(n.apparatus), n.section),
            ]
            for n in document.notes
        ]
        findings = [_finding(finding, words, fingerprint(finding, document)) for finding in result.diagnostics]
    except CannotTell:
        return None
    return [*head, [_stretches(source, data), notes, findings]]


def unpack(packed: Packed, data: bytes, name: str, config: Config) -> FileResult:
    """Give the result that was packed from the file with these bytes. Raises Damaged."""
    try:
        return _unpack(packed, data, name, config)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise Damaged from error


def _unpack(packed: Packed, data: bytes, name: str, config: Config) -> FileResult:
    format_, notes, citations, references, stood, known, shown = packed
    counts = Counts(notes, citations, references)
    if shown is None:
        return FileResult(path=name, format=format_, counts=counts, stood=stood, known=known)
    stretches, noted, found = shown
    source = _source(stretches, data, name, format_) if stretches is not None else _read(data, name, config)
    text = source.text
    document = Document(
        source,
        tuple(
            Note(
                *(ordinal, None if label is None else read(label, text), number, Span(start, end)),
                *((), (), _APPARATUS[apparatus], section),
            )
            for ordinal, (label, number, start, end, apparatus, section) in enumerate(noted)
        ),
        (),
    )
    findings = [_finding_of(one, text) for one in found]
    prints = {finding: Fingerprint.parse(one[-1]) for finding, one in zip(findings, found, strict=True)}
    return FileResult(
        path=name,
        format=format_,
        source=source,
        document=document,
        counts=counts,
        diagnostics=tuple(findings),
        prints=prints,
        stood=stood,
        known=known,
    )


def _read(data: bytes, name: str, config: Config) -> Source:
    from citelint.model.trouble import Unreadable
    from citelint.pipeline import collector_paused
    from citelint.read import read_source

    try:
        with collector_paused():
            return read_source(data, name, config)
    except Unreadable as error:
        raise Damaged from error


def _stretches(source: Source, data: bytes) -> Packed | None:
    """Give how the text is put together of a file that is one text in UTF-8, or None where it has to be read anew."""
    if len(source.parts) != 1 or source.parts[0].name:
        return None
    try:
        if data.decode("utf-8-sig") != source.parts[0].text:
            return None
    except UnicodeDecodeError:
        return None
    copied: list[int] = []
    made: list[str] = []
    at = 0
    for segment in source.segments:
        made.append(source.text[at : segment.span.start])
        copied += (segment.span.start, segment.span.end, segment.origin.start)
        at = segment.span.end
    made.append(source.text[at:])
    if any(_WORD.search(piece) for piece in made):
        return None
    spelled = [n for s in source.spelled for n in (s.span.start, s.span.end, s.origin.start, s.origin.end)]
    return [copied, made, spelled]


def _source(stretches: Packed, data: bytes, name: str, format_: str) -> Source:
    copied, made, spelled = stretches
    part = data.decode("utf-8-sig")
    pieces: list[str] = []
    segments = []
    for before, start, end, origin in zip(made, copied[::3], copied[1::3], copied[2::3], strict=False):
        place = Span(origin, origin + end - start)
        segments.append(Segment(Span(start, end), "", place))
        pieces += (before, part[place.start : place.end])
    pieces.append(made[-1])
    four = zip(spelled[::4], spelled[1::4], spelled[2::4], spelled[3::4], strict=True)
    return Source(
        path=name,
        format=format_,
        text="".join(pieces),
        parts=(Part("", part),),
        segments=tuple(segments),
        notes=(),
        spelled=tuple(Segment(Span(a, b), "", Span(c, d)) for a, b, c, d in four),
    )


def _finding(one: Diagnostic, words: Words, known: Fingerprint) -> Packed:
    tell = words.tell
    optional = (None if text is None else tell(text) for text in (one.found, one.expected, one.expected_note))
    return [
        *(one.code, _SEVERITIES.index(one.severity), one.note, one.span.start, one.span.end),
        *(tell(one.name), tell(one.bluebook), tell(one.message), tell(one.hint), *optional, tell(one.why)),
        *(int(one.sure.level == "certain"), tell(one.sure.why)),
        [[r.note, r.span.start, r.span.end, tell(r.message)] for r in one.related],
        one.fix
        and [
            _SAFETIES.index(one.fix.safety),
            [[edit.span.start, edit.span.end, tell(edit.text)] for edit in one.fix.edits],
        ],
        *(None if one.group is None else tell(one.group), list(one.members)),
        *(None if one.apparatus is None else _APPARATUS.index(one.apparatus), one.section),
        known.written,
    ]


def _finding_of(packed: Packed, text: str) -> Diagnostic:
    code, severity, note, start, end, name, bluebook, message, hint, found, expected, expected_note, why = packed[:13]
    certain, reason, related, fix, group, members, apparatus, section, _ = packed[13:]
    return Diagnostic(
        code=code,
        name=read(name, text),
        severity=_SEVERITIES[severity],
        bluebook=read(bluebook, text),
        note=note,
        span=Span(start, end),
        message=read(message, text),
        hint=read(hint, text),
        found=None if found is None else read(found, text),
        expected=None if expected is None else read(expected, text),
        expected_note=None if expected_note is None else read(expected_note, text),
        why=read(why, text),
        sure=Sure("certain" if certain else "likely", read(reason, text)),
        related=tuple(Related(a, Span(b, c), read(told, text)) for a, b, c, told in related),
        fix=None
        if fix is None
        else Fix(_SAFETIES[fix[0]], tuple(Edit(Span(a, b), read(told, text)) for a, b, told in fix[1])),
        group=None if group is None else read(group, text),
        members=tuple(members),
        apparatus=None if apparatus is None else _APPARATUS[apparatus],
        section=section,
    )
