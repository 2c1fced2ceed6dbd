"""Where each character of a Word file stands in the bytes: a writer trusts these places."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from contract import faults
from wordfiles import bookmarked, call, field, note, noted, paragraph, text, word_file

from citelint.config import Config
from citelint.model.source import Source
from citelint.model.span import Span
from citelint.model.word import Piece, WordPart
from citelint.read import read_source

NOTES = note(1, text(" One.")) + note(2, text(" Two."))


def read(data: bytes) -> Source:
    source = read_source(data, "essay.docx", Config())
    assert not faults(source)
    return source


def shown_bytes(part: WordPart, piece: Piece, start: int, end: int) -> str:
    """Give the characters between two places of a piece, as they stand in the bytes."""
    raw = part.data[part.byte_at(piece, start) : part.byte_at(piece, end)].decode()
    raw = re.sub(r"<!--.*?-->|<\?.*?\?>", "", raw, flags=re.S)
    kept = "".join(
        inside if cdata else unescape(plain)
        for cdata, inside, plain in re.findall(r"(<!\[CDATA\[)(.*?)\]\]>|([^<]+)", raw, flags=re.S)
    )
    return kept.replace("\r\n", " ").translate(str.maketrans("\r\n\t", "   "))


def unlike(source: Source) -> list[tuple[Piece, str]]:
    """Give the pieces whose bytes are not their text, and what stands there."""
    assert source.word is not None
    texts = {part.name: part.text for part in source.parts}
    odd = []
    for part in source.word.parts:
        for piece in part.pieces:
            if piece.element in ("t", "delText"):
                middle = (piece.start + piece.end) // 2
                found = shown_bytes(part, piece, piece.start, middle) + shown_bytes(part, piece, middle, piece.end)
                if found != texts[part.name][piece.start : piece.end]:
                    odd.append((piece, found))
            run = part.runs[piece.run]
            element = part.element_of(piece)
            assert run.bytes.start < element.start < element.end < run.bytes.end
            assert element.of(part.data).decode().startswith(f"<{part.prefix}{piece.element}")
            assert run.properties.of(part.data).decode().startswith((f"<{part.prefix}rPr", ""))
    return odd


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16"])
def test_every_piece_is_found_in_the_bytes(encoding: str) -> None:
    rich = (
        '<w:r><w:rPr><w:i/></w:rPr><w:t a=">" xml:space="preserve">é &amp; 𝒜 &#x201C;<!-- > -->x'
        "<![CDATA[<&>]]>é</w:t></w:r>"
        "<w:r ><w:t>\n  cut  </w:t ><w:tab /><w:t/></w:r>" + text("a\r\nb") + "<w:r><w:sym w:char='00A7'/></w:r>"
    )
    body = paragraph(text("A & B", "<w:b/>") + call(1) + text("é"))
    source = read(word_file(body, note(1, rich, rich), encoding=encoding))
    assert source.notes[0].span.of(source.text).startswith("é & 𝒜 “x<&>écut\t")
    assert not unlike(source)


def test_pieces_are_found_by_a_span() -> None:
    source = read(noted(text("Roe, ") + text("supra", "<w:i/>") + text(" note 3.")))
    assert source.word is not None
    assert source.word.footnotes is not None
    start = source.text.index("supra")
    name, place = source.origin(Span(start - 2, start + 3))
    part = source.word.part(name)
    assert [part.runs[piece.run].properties.of(part.data) for piece in part.pieces_of(place)] == [
        b"",
        b"<w:rPr><w:i/></w:rPr>",
    ]
    assert len(part.pieces_of(Span(place.start, place.start))) == 1
    assert len(part.pieces_of(Span(place.start + 2, place.start + 2))) == 2


def test_marks_fields_and_changes_have_their_bytes() -> None:
    inserted = f"<w:ins w:id='5' w:author='Ed'>{call(1)}</w:ins>"
    body = paragraph(bookmarked(inserted, "a") + call(2).replace("<w:footnoteReference", "<w:footnoteReference "))
    source = read(
        word_file(body + paragraph(call(3, custom="*")), NOTES + note(3, field("NOTEREF a", "1") + text("x")))
    )
    assert source.word is not None
    part = source.word.body
    assert [mark.note for mark in part.marks] == [0, 1, 2]
    assert [mark.bookmarks for mark in part.marks] == [("a",), (), ()]
    assert [mark.within for mark in part.marks] == [("ins",), (), ()]
    for mark in part.marks:
        assert mark.element.of(part.data).startswith(b"<w:footnoteReference ")
        assert mark.run.of(part.data).startswith(b"<w:r>")
        assert mark.run.of(part.data).endswith(b"</w:r>")
        assert mark.end == mark.run.end
    (change,) = part.changes
    assert (change.kind, change.author) == ("ins", "Ed")
    assert change.bytes.of(part.data) == inserted.encode()
    assert source.word.footnotes is not None
    notes_part = source.word.footnotes
    (found,) = notes_part.fields
    assert found.begin.of(notes_part.data) == b'<w:fldChar w:fldCharType="begin"/>'
    assert found.bytes.of(notes_part.data).decode() == field("NOTEREF a", "1")
    assert [notes_part.runs[piece.run].field for piece in notes_part.pieces[-2:]] == [0, None]


def test_the_bytes_of_manuscripts_and_samples_are_found(shared: Path) -> None:
    tried = 0
    for path in sorted([*(shared / "formats/docx").glob("*.docx"), *(shared / "corpus/originals").glob("slr*.docx")]):
        for view in ("final", "original"):
            assert not unlike(read_source(path.read_bytes(), path.name, Config(view=view))), path.name
            tried += 1
    assert tried == 24
