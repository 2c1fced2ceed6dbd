"""What is no Word file, or is damaged, locked or harmful, is refused: in one line, before it costs time or memory."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from wordfiles import STRICT, call, members, note, paragraph, text, word_file, zipped

from citelint.config import Config
from citelint.model.trouble import Unreadable
from citelint.read import read_source

GOOD = members(paragraph(text("A") + call(1)), note(1, text(" One.")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(data: bytes) -> str:
    """Give the line with which a file is refused. Raises AssertionError where it is read."""
    try:
        read_source(data, "essay.docx", Config())
    except Unreadable as trouble:
        line = str(trouble)
        assert "\n" not in line
        assert len(line) < 250
        return line
    raise AssertionError("the file was read")


def without(name: str) -> bytes:
    return zipped({key: data for key, data in GOOD.items() if key != name})


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    old = GOOD[name]
    return zipped(GOOD | {name: change(old if isinstance(old, bytes) else old.encode())})


def with_part(name: str, data: bytes) -> bytes:
    return zipped(GOOD | {name: data})


def doctype(inside: str) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(b"?>", f"?><!DOCTYPE w:x [{inside}]>".encode(), 1)


def doubled() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in GOOD.items():
            archive.writestr(name, data)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", b"<other/>")
    return file.getvalue()


def bad_checksum(name: str) -> bytes:
    made = zipped(GOOD, compression=zipfile.ZIP_STORED)
    part = GOOD[name]
    inside = part if isinstance(part, bytes) else part.encode()
    place = made.index(inside) + len(inside) // 2
    return made[:place] + bytes([made[place] ^ 1]) + made[place + 1 :]


def lying() -> bytes:
    """Give an archive whose directory says that a member of 3 MB has 100 bytes."""
    big = zipped(GOOD | {"word/document.xml": b"<a>" + b" " * 3_000_000 + b"</a>"})
    size = (3_000_007).to_bytes(4, "little")
    assert big.count(size) == 2
    return big.replace(size, (100).to_bytes(4, "little"))


def flagged() -> bytes:
    """Give an archive whose members say that they are encrypted."""
    made = bytearray(zipped(GOOD))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(sign)
        while at >= 0:
            made[at + offset] |= 1
            at = made.find(sign, at + 4)
    return bytes(made)


def nested(deep: int) -> str:
    return "<w:sdt>" * deep + "</w:sdt>" * deep


LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
WHOLE = zipped(GOOD)

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "blank": (lambda: b"\0" * 3000, "empty"),
    "password-protected": (lambda: OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500), "password"),
    "old Word": (lambda: OLE + bytes(3000), ".doc"),
    "RTF": (lambda: b"{\\rtf1\\ansi A note.}", "RTF"),
    "PDF": (lambda: b"%PDF-1.7\n", "PDF"),
    "a web page": (lambda: b"\xef\xbb\xbf<!DOCTYPE html><p>A", "web page"),
    "XML": (lambda: b"<?xml version='1.0'?><a/>", "XML"),
    "text": (lambda: b"[1] Roe v. Wade, 410 U.S. 113 (1973).\n", "a text"),
    "bytes": (lambda: bytes(range(256)) * 20, "not a Word file"),
    "an empty archive": (lambda: zipped({}), "archive"),
    "another archive": (lambda: zipped({"a.txt": "a"}), "archive"),
    "Excel": (lambda: zipped({**members(""), "xl/workbook.xml": "<x/>", "_rels/.rels": "<x/>"}), "Excel"),
    "OpenDocument": (lambda: zipped({"mimetype": "x", "content.xml": "<x/>"}), "OpenDocument"),
    "cut off early": (lambda: WHOLE[:300], "cut off"),
    "cut off late": (lambda: WHOLE[:-30], "cut off"),
    "half of it": (lambda: WHOLE[: len(WHOLE) // 2], "cut off"),
    "checksum of the body": (lambda: bad_checksum("word/document.xml"), "word/document.xml is damaged"),
    "checksum of the notes": (lambda: bad_checksum("word/footnotes.xml"), "word/footnotes.xml is damaged"),
    "checksum of another part": (lambda: bad_checksum("word/settings.xml"), "word/settings.xml is damaged"),
    "no relationships": (lambda: without("_rels/.rels"), "damaged"),
    "no body": (lambda: without("word/document.xml"), "word/document.xml is missing"),
    "no notes": (lambda: without("word/footnotes.xml"), "word/footnotes.xml is missing"),
    "no relationship to the notes": (lambda: without("word/_rels/document.xml.rels"), "footnotes are missing"),
    "no styles": (lambda: without("word/styles.xml"), "word/styles.xml is missing"),
    "the body is no document": (lambda: with_part("word/document.xml", b"<html/>"), "not what a Word file has"),
    "the notes are none": (lambda: with_part("word/footnotes.xml", b"<html/>"), "not what a Word file has"),
    "the body is empty": (lambda: with_part("word/document.xml", b""), "damaged"),
    "not well formed": (lambda: changed("word/footnotes.xml", lambda d: d.replace(b"</w:footnotes>", b"")), "damaged"),
    "two encodings": (
        lambda: changed("word/footnotes.xml", lambda d: d.replace(b"One", b"\xff\xfe")),
        "damaged",
    ),
    "half a UTF-16": (lambda: with_part("word/document.xml", "<a/>".encode("utf-16")[:-1]), "damaged"),
    "an unbound prefix": (lambda: changed("word/document.xml", lambda d: d.replace(b"<w:p>", b"<x:p>")), "damaged"),
    "an external entity": (
        lambda: changed("word/document.xml", doctype('<!ENTITY x SYSTEM "file:///x">')),
        "DTD",
    ),
    "an entity that grows": (lambda: changed("word/footnotes.xml", doctype(LAUGHS)), "DTD"),
    "a DTD in settings": (lambda: changed("word/settings.xml", doctype("")), "DTD"),
    "a DTD in a part that is not read": (lambda: with_part("word/theme.xml", b"<!DOCTYPE a><a/>"), "DTD"),
    "a DTD in UTF-16": (lambda: with_part("word/document.xml", "<!DOCTYPE a><a/>".encode("utf-16")), "DTD"),
    "nested too deep": (lambda: word_file(nested(300)), "deep"),
    "passed over, and too deep": (lambda: word_file(f"<w:sdtPr>{nested(300)}</w:sdtPr>"), "deep"),
    "styles nested too deep": (lambda: word_file("", styles=nested(300)), "deep"),
    "thirty thousand deep": (lambda: word_file(nested(30_000)), "deep"),
    "a bomb": (lambda: with_part("word/document.xml", b"<a>" + bytes(60_000_000)), "unpacks"),
    "a bomb beside": (lambda: with_part("word/media/a.png", bytes(60_000_000)), "unpacks"),
    "a directory that lies": (lying, "damaged"),
    "too many members": (lambda: zipped(GOOD | {f"a{n}": "" for n in range(10_001)}), "members"),
    "two members of one name": (doubled, "two members"),
    "two members but for case": (lambda: zipped(GOOD | {"WORD/document.xml": b"<a/>"}), "two members"),
    "a way out": (lambda: zipped(GOOD | {"../../etc/passwd": b""}), "leads out"),
    "a way out by a backslash": (lambda: zipped(GOOD | {"a\\..\\..\\b": b""}), "leads out"),
    "an absolute name": (lambda: zipped(GOOD | {"/etc/passwd": b""}), "leads out"),
    "a drive": (lambda: zipped(GOOD | {"C:evil.xml": b""}), "leads out"),
    "encrypted members": (flagged, "password"),
    "another compression": (lambda: zipped(GOOD, compression=zipfile.ZIP_BZIP2), "packed"),
    "an external body": (
        lambda: changed("_rels/.rels", lambda d: d.replace(b" Target=", b' TargetMode="External" Target=')),
        "damaged",
    ),
}


@pytest.mark.timed
@pytest.mark.parametrize(("made", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_in_one_line(made: Callable[[], bytes], said: str) -> None:
    data = made()
    begun = time.perf_counter()
    assert said in refusal(data)
    assert time.perf_counter() - begun < 1


def test_the_shared_files_are_refused(shared: Path) -> None:
    said = {
        "bad_crc": "damaged",
        "empty": "empty",
        "missing_footnotes_part": "missing",
        "password_protected_ole": "password-protected",
        "truncated_zip": "cut off",
        "xxe_external_entity": "DTD",
    }
    files = sorted((shared / "formats/hostile").iterdir())
    assert [path.stem for path in files] == sorted(said)
    for path in files:
        assert said[path.stem] in refusal(path.read_bytes())


def test_strange_but_sound_files_are_read() -> None:
    strange = GOOD | {"word/empty.xml": b"<a/>", "docProps/": b"", "customXml/item1.xml": "<a/>".encode("utf-16")}
    assert len(read_source(zipped(strange), "essay.docx", Config()).notes) == 1
    deep = "<w:sdt><w:sdtContent>" * 100 + paragraph(call(1)) + "</w:sdtContent></w:sdt>" * 100
    assert len(read_source(word_file(deep, note(1, text("A."))), "a.docx", Config()).notes) == 1
    assert read_source(word_file("", namespace=STRICT), "a.docx", Config()).notes == ()


@pytest.mark.timed
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux counts it")
@pytest.mark.parametrize("kind", ["a bomb", "an entity that grows", "thirty thousand deep", "password-protected"])
def test_a_refusal_takes_little_memory_and_exits_with_2(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "essay.docx"
    path.write_bytes(REFUSED[kind][0]())
    limit = 150 * 1024**2

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))

    kept = {
        key: value for key, value in os.environ.items() if not key.startswith("CITELINT_") or key == "CITELINT_CACHE"
    }
    done = subprocess.run(
        [sys.executable, "-c", "from citelint.cli.main import run; run()", "check", str(path)],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=kept,
        preexec_fn=bounded,
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert REFUSED[kind][1] in done.stderr
