"""Bytes to text, for the formats that are text."""

from __future__ import annotations

import codecs

from citelint.model.trouble import Unreadable

# a mark of UTF-32 begins like one of UTF-16: the longer are looked for first
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_NOT_TEXT = (
    (b"%PDF-", "this is a PDF, whose notes cannot be told from its text: give the file it was made from"),
    (b"{\\rtf", "this is a Rich Text file: open it in a word processor and save it as {best}"),
    (b"\x89PNG\r\n", "this is a picture: give the text"),
    (b"\xff\xd8\xff", "this is a picture: give the text"),
    (b"II*\0", "this is a picture: give the text"),
    (b"MM\0*", "this is a picture: give the text"),
    (b"GIF87a", "this is a picture: give the text"),
    (b"GIF89a", "this is a picture: give the text"),
    (b"\x1f\x8b", "this is a compressed file: unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "this is a compressed file: unpack it first"),
    (b"Rar!\x1a\x07", "this is a compressed file: unpack it first"),
)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_CONTROL = bytes((*range(9), *range(14, 27), *range(28, 32), 127))
"""Bytes that no text has in any encoding whose letters are bytes; an escape leads into another set of letters."""


def decode(data: bytes, encoding: str | None = None) -> str:
    """Give the text of a file whose format is text, line ends as they are, without a byte order mark.

    A byte order mark tells the encoding (UTF-8, UTF-16, UTF-32); without one `encoding` does, and without that the
    file is UTF-8. Nothing is guessed and nothing replaced: a wrong letter would be a wrong name. Raises `Unreadable`
    for bytes that the encoding has no letter for, an encoding that is not known, a file that is no text (its first
    bytes, or a NUL, tell), and one without anything but blanks.
    """
    if not data:
        raise Unreadable("the file is empty")
    _refuse_what_is_no_text(data)
    mark, used = letters_of(data, encoding)
    try:
        text = data[len(mark) :].decode(used) if mark else data.decode(used)
    except UnicodeDecodeError as error:
        raise Unreadable(_undecodable(data, error.start + len(mark), used, encoding)) from error
    except (UnicodeError, LookupError) as error:
        raise Unreadable(f"the file is not {used}: give another --encoding") from error
    nul = text.find("\0")
    if nul >= 0:
        raise Unreadable(_with_nul(data, nul, used))
    if not text or text.isspace():
        raise Unreadable("the file is empty")
    return text


def letters_of(data: bytes, encoding: str | None = None) -> tuple[bytes, str]:
    """Give the byte order mark that `data` begins with, or ``b""``, and the name of the encoding of what follows.

    Raises `Unreadable` for an `encoding` that is not known.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, name
    return b"", _named(encoding) if encoding else "utf-8"


def _named(encoding: str) -> str:
    """Give the codec's own name of an encoding. Raises `Unreadable` for one that is not known."""
    from citelint.config.encodings import UnknownEncoding, encoding_named

    try:
        return encoding_named(encoding)
    except UnknownEncoding as error:
        raise Unreadable(str(error)) from error


def _refuse_what_is_no_text(data: bytes) -> None:
    if data.startswith(_ZIP):
        if b"word/document" in data:
            raise Unreadable(f"this is a Word file, not text: {_renamed('.docx', 'name it')}")
        if b"opendocument.text" in data[:200]:
            raise Unreadable(f"this is an OpenDocument file, not text: {_renamed('.odt', 'name it')}")
        raise Unreadable("this is a zip archive: unpack it first")
    if data.startswith(_OLE):
        raise Unreadable(f"this is an old Word file, or a locked one: open it in Word and save it as {_best()}")
    for magic, what in _NOT_TEXT:
        # "GIF89a" alone could begin a sentence
        if data.startswith(magic) and (not magic.startswith(b"GIF") or b"\0" in data[:1024]):
            raise Unreadable(what.format(best=_best()))


def _best() -> str:
    """Give the suffix under which a word processor keeps most of what citelint reads."""
    from citelint.read.contract import readers

    return ".docx" if ".docx" in readers() else ".txt"


def _renamed(suffix: str, advice: str) -> str:
    from citelint.read.contract import readers

    return f"{advice} {suffix}" if suffix in readers() else f"save it as {_best()}"


def _undecodable(data: bytes, offset: int, used: str, encoding: str | None) -> str:
    if hint := _wide(data, used):
        return hint
    byte = data[offset] if offset < len(data) else data[-1]
    what = f"byte 0x{byte:02x} at offset {offset} is not {used.upper()}"
    if not _is_wide(used) and _is_no_text(data):
        return f"this is no text file: {what}, and there are bytes in it that no text has"
    if encoding is not None or used != "utf-8":
        return f"{what}: give another --encoding"
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return f"{what}: give --encoding"
    return f"{what}: give --encoding, perhaps cp1252"


def _with_nul(data: bytes, position: int, used: str) -> str:
    return _wide(data, used) or f"this is no text file: there is a NUL at position {position}"


def _wide(data: bytes, used: str) -> str:
    """Say which encoding of two or four bytes a letter data is in that was read as `used`, or give "" for none.

    Most letters of western texts are below 256: of their bytes all but one are NUL.
    """
    if _is_wide(used):
        return ""
    head = data[:4000]
    for name, width, at in (("utf-32-le", 4, 0), ("utf-32-be", 4, 3), ("utf-16-le", 2, 0), ("utf-16-be", 2, 1)):
        lanes = [head[lane::width] for lane in range(width)]
        letters = lanes.pop(at)
        if all(lane and lane.count(0) > 0.7 * len(lane) for lane in lanes) and letters.count(0) < 0.1 * len(letters):
            return f"this looks like {name[:6].upper()} without a byte order mark: give --encoding {name}"
    return ""


def _is_wide(used: str) -> bool:
    return used.startswith(("utf-16", "utf-32"))


def _is_no_text(data: bytes) -> bool:
    """Tell by its beginning whether a file is more than text: a NUL, or one byte in fifty that is no letter."""
    head = data[:8000]
    return b"\0" in head or 50 * (len(head) - len(head.translate(None, _CONTROL))) > len(head)
