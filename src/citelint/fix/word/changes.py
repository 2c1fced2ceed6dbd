"""From a place in the text of a part to the pieces that hold it, and what is not for citelint to change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citelint.fix.word.typefaces import is_upright
from citelint.model.diagnostic import Edit
from citelint.model.mending import Splice
from citelint.model.span import Span
from citelint.model.word import Piece, WordPart

_GONE_THROUGH = frozenset({"smartTag", "customXml"})
"""Elements round a run in which changes do no harm."""

_NAMED = {
    "hyperlink": "it stands in a hyperlink",
    "sdtContent": "it stands in a content control",
    "fldSimple": "it stands in a field",
}


class Change(NamedTuple):
    """Words of one piece that go, and words that come behind them. Both are in the same piece; `span` may be empty."""

    piece: Piece
    span: Span
    new: str


def changes(part: WordPart, splice: Splice, text: str, field: int | None = None) -> tuple[Change, ...] | str:
    """Give what a splice changes, piece by piece, or why it cannot be made, in words for a person.

    `text` is the text of the part. `field` is the index of a field whose result may be changed, None for none. New
    words are set as those whose place they take; where these are set in several ways, only what differs is changed.
    """
    if any(not sign.isprintable() and sign not in "\u00a0\u00ad\u2002\u2003\u2009\u202f" for sign in splice.text):
        return "its new words have a line break or a sign that is not printed"
    pieces = part.pieces_of(splice.span)
    looks = {part.runs[piece.run].properties.of(part.data) for piece in pieces}
    if splice.span.start < splice.span.end and len(looks) > 1:
        least = Edit(splice.span, splice.text).least(splice.span.of(text))
        splice = Splice(splice.part, least.span, least.text)
        pieces = part.pieces_of(splice.span)
    if splice.span.start == splice.span.end:
        return _insertion(part, splice, pieces, field)
    if reason := untouchable(part, pieces, field):
        return reason
    found = []
    for place, piece in enumerate(pieces):
        span = Span(max(piece.start, splice.span.start), min(piece.end, splice.span.end))
        found.append(Change(piece, span, splice.text if not place else ""))
    return tuple(found)


def _insertion(part: WordPart, splice: Splice, pieces: Sequence[Piece], field: int | None) -> tuple[Change, ...] | str:
    reason = "no words stand there that it could be set like"
    # at an edge of italics it goes outside of them
    for piece in sorted(pieces, key=lambda piece: not is_upright(part.runs[piece.run].properties.of(part.data))):
        if trouble := untouchable(part, (piece,), field):
            reason = trouble
        else:
            return (Change(piece, splice.span, splice.text),)
    return reason


def untouchable(part: WordPart, pieces: Sequence[Piece], field: int | None = None) -> str:
    """Say why the words of these pieces are left alone, or "" where nothing stands against changing them."""
    if not pieces:
        return "its words do not stand in the file as they are printed"
    if len({part.runs[piece.run].paragraph for piece in pieces}) > 1:
        return "it runs over the end of a paragraph"
    return next((reason for piece in pieces if (reason := _untouchable(part, piece, field))), "")


def _untouchable(part: WordPart, piece: Piece, field: int | None) -> str:
    run = part.runs[piece.run]
    if run.field is not None and run.field != field:
        code = part.fields[run.field].code.split()
        name = " ".join(code[: 2 if code[:1] == ["ADDIN"] else 1])
        return f"it stands in a field ({name})" if name else "it stands in a field"
    if run.change is not None:
        return f"it stands in a tracked change of {part.changes[run.change].author or 'somebody'}"
    for name in run.within:
        if name in _NAMED and not (name == "fldSimple" and field is not None):
            return _NAMED[name]
        if name not in _GONE_THROUGH and name != "fldSimple":
            return "it stands in an element that citelint does not change"
    if piece.element != "t":
        return "it touches a tab, a break or a symbol"
    data, name_ = part.data, part.prefix.encode()
    head, inside = data[run.bytes.start : run.bytes.start + len(name_) + 3], run.bytes.of(data)
    if not head.startswith((b"<" + name_ + b"r>", b"<" + name_ + b"r ", b"<" + name_ + b"r\n", b"<" + name_ + b"r\t")):
        return "it stands in a formula, or in markup that citelint does not change"
    if not data.startswith(b"<" + name_ + b"t", piece.opening):
        return "it stands in a formula, or in markup that citelint does not change"
    if b"rPrChange" in run.properties.of(data):
        return "it stands in a tracked change of its looks"
    if b"txbxContent" in inside:
        return "a text box stands among its words"
    return ""
