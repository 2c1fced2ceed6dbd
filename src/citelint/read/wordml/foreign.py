"""What a file is that is called .docx and is none, by its first bytes."""

from __future__ import annotations

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE = "open it in Word and save it as .docx"
_TEXT = bytes(range(32, 127)) + b"\t\r\n\f\xef\xbb\xbf"


def what_it_is(data: bytes) -> str:
    """Say in one line what a file is that is no archive, and what to do."""
    if not data.strip(b"\0 \t\r\n"):
        return "empty: there is nothing to read"
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return "password-protected: open it in Word, take the password off and save it"
        return f"an old Word file (.doc) under a new name: {_SAVE}"
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = head.lower()
    if head.startswith(b"{\\rtf"):
        return f"an RTF file, not a .docx: {_SAVE}"
    if head.startswith(b"%PDF"):
        return "a PDF, not a .docx: get the Word file that it was made of"
    if lower.startswith((b"<!doctype html", b"<html")):
        return f"a web page, not a .docx: {_SAVE}, or name it .html"
    if head.startswith(b"<?xml"):
        return f"an XML file, not a .docx: {_SAVE}"
    if head.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        return "an empty or divided archive, not a .docx: get a whole copy"
    if len(data) < 1 << 16 and not data[:1024].strip(_TEXT):
        return f"a text, not a .docx: {_SAVE}, or name it .txt"
    return f"not a Word file (it is no archive): {_SAVE}"
