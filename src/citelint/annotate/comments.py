"""A Word file with a comment for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citelint.annotate.anchors import Anchor, Anchors
from citelint.annotate.package import announced, new_part
from citelint.annotate.renewal import beside, taken_out
from citelint.annotate.wording import more, paragraphs
from citelint.model.comment import SIGN, own
from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult
from citelint.model.word import WordComment, WordFile
from citelint.wordfile import CITELINT, Author, ByteSplice, Ids, Names, escaped, rewritten, spliced, xml_members

MOST = 2000
"""The most comments of citelint in one file: the rest is counted in the first. Word opens no file with over 32,767."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A file with comments: its bytes, and how many comments were made, there already, taken out, and too many."""

    data: bytes
    made: int = 0
    there: int = 0
    renewed: int = 0
    over: int = 0


@dataclass(frozen=True, slots=True)
class _Comment:
    anchor: Anchor
    note: int | None
    lines: tuple[str, ...]


def annotate(
    result: FileResult, findings: Sequence[Diagnostic], author: Author = CITELINT, *, replace: bool = False
) -> Annotated:
    """Give the Word file of `result` with a comment for each of `findings`, those of the result or some of them.

    The members of a headline are told in its comment. A comment that is there already is not made again. With `replace`
    those of citelint are taken out first, but for such as were answered or marked as done. Raises ValueError for a
    result of no Word file.
    """
    if result.source is None or result.source.word is None:
        raise ValueError("only a Word file takes comments")
    word = result.source.word
    wanted = _wanted(result, findings)
    there = word.comments.comments if word.comments else ()
    mine = [comment for comment in there if not comment.answers and own(comment.paragraphs) is not None]
    stale = [c for c in mine if not c.resolved and not c.answered] if replace else []
    kept = [comment for comment in mine if comment not in stale]
    new, known = _new(wanted, kept)
    room = max(MOST - len(kept), 0)
    over = len(new) - room
    if over > 0:
        new = new[:room]
        if new:
            lines = new[0].lines
            new[0] = _Comment(new[0].anchor, new[0].note, (*lines[:-1], more(over, result.path), lines[-1]))
    data = _written(word, new, stale, author) if new or stale else word.archive
    return Annotated(data, len(new), known, len(stale), max(over, 0))


def _wanted(result: FileResult, findings: Sequence[Diagnostic]) -> list[_Comment]:
    """Give the comments of the findings in the order in which they stand in the body."""
    assert result.source is not None
    assert result.source.word is not None
    anchors = Anchors(result.source, result.source.word)
    headed = {finding.group for finding in findings if finding.is_headline}
    of_group: dict[str, list[Diagnostic]] = {}
    for finding in result.diagnostics:
        if finding.group in headed and not finding.is_headline and finding.group is not None:
            of_group.setdefault(finding.group, []).append(finding)
    comments = []
    for finding in findings:
        if finding.group in headed and not finding.is_headline:
            continue
        anchor = anchors.of(finding)
        if anchor is not None:
            members_ = of_group.get(finding.group or "", []) if finding.is_headline else []
            note = min(finding.members) if finding.members else finding.note
            comments.append(_Comment(anchor, note, paragraphs(finding, members_, result)))
    return sorted(comments, key=lambda comment: comment.anchor)


def _new(wanted: Sequence[_Comment], kept: Sequence[WordComment]) -> tuple[list[_Comment], int]:
    """Give the comments that are not there, and count those that are."""
    there: dict[object, int] = {}
    for comment in kept:
        there[comment.note, own(comment.paragraphs)] = there.get((comment.note, own(comment.paragraphs)), 0) + 1
    new: list[_Comment] = []
    for one in wanted:
        key = (one.note, own(one.lines))
        if there.get(key, 0):
            there[key] -= 1
        else:
            new.append(one)
    return new, len(wanted) - len(new)


def _written(word: WordFile, new: Sequence[_Comment], stale: Sequence[WordComment], author: Author) -> bytes:
    body = word.body
    names = Names(body.data, body.prefix, body.namespace)
    splices = taken_out(word, stale)
    gone = [ByteSplice(*comment.bytes, b"") for comment in stale]
    ids = Ids(_left(word, splices, gone))
    numbered = [(ids.next(), one) for one in new]
    for number, one in numbered:
        place = one.anchor.start
        splices.append(ByteSplice(place, place, names.empty("commentRangeStart", id=number)))
    for number, one in numbered:
        sign = names.start("r") + names.empty("commentReference", id=number) + names.end("r")
        behind = names.empty("commentRangeEnd", id=number) + sign
        splices.append(ByteSplice(one.anchor.end, one.anchor.end, behind))
    changed = beside(word, stale)
    changed[body.name] = spliced(body.data, splices)
    if word.comments is None:
        name = new_part(word)
        changed |= announced(word, name)
        names = Names(b"", "w:", body.namespace)
        data, end = _empty_part(names, body.namespace)
    else:
        name, data, end = word.comments.name, word.comments.data, word.comments.end
        names = Names(data, word.comments.prefix, word.comments.namespace)
    elements = b"".join(_element(names, number, one.lines, author) for number, one in numbered)
    if data[end - 2 : end] == b"/>":
        root = data[data.rindex(b"<", 0, end) + 1 : end - 2].split()[0]
        gone.append(ByteSplice(end - 2, end, b">" + elements + b"</" + root + b">"))
    else:
        gone.append(ByteSplice(end, end, elements))
    changed[name] = spliced(data, gone)
    return rewritten(word.archive, changed)


def _left(word: WordFile, body: Sequence[ByteSplice], comments: Sequence[ByteSplice]) -> Iterator[bytes]:
    """Give the parts whose elements have ids, without what is taken out."""
    yield spliced(word.body.data, body)
    if word.comments is not None:
        yield spliced(word.comments.data, comments)
    taken = {word.body.name, word.comments.name if word.comments else ""}
    for name, data in xml_members(word.archive):
        if name not in taken:
            yield data


def _empty_part(names: Names, namespace: str) -> tuple[bytes, int]:
    """Give a part without a comment, and the byte before the end of its root."""
    root = b'<w:comments xmlns:w="%s">' % escaped(namespace)
    head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + root
    return head + names.end("comments"), len(head)


def _element(names: Names, number: int, lines: Sequence[str], author: Author) -> bytes:
    told = [_paragraph(names, line, first=not place) for place, line in enumerate(lines)]
    head = names.start("comment", id=number, author=author.name, initials=author.initials, date=author.date)
    return head + b"".join(told) + names.end("comment")


def _paragraph(names: Names, line: str, first: bool) -> bytes:
    sign = names.start("r") + names.empty("annotationRef") + names.end("r") if first else b""
    looks = b""
    if line.startswith(SIGN):
        looks = names.start("rPr") + names.empty("color", val="666666") + names.end("rPr")
    run = names.start("r") + looks + names.text("t", escaped(line)) + names.end("r")
    return names.start("p") + sign + run + names.end("p")
