"""Text of a manuscript made safe to show: it is data, whatever it holds."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Control characters, characters without a width, those that change direction, and halves of pairs."""

_WRAPPED = re.compile("\r\n[ \t]*|[\n\r\u2028\u2029][ \t]+")
"""A line end with the blanks behind it: where a note is wrapped, its next line is indented."""

SOFT_HYPHEN = "\xad"
"""It is left out: it only shows where a word is broken, and manuscripts copied from print are full of it."""

_ASCII = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\xa0": " ",
        "§": "S.",
        "¶": "P.",
    }
)


def visible(text: str) -> str:
    """Give `text` with line breaks (and the indent behind them) and tabs as blanks, all else unsafe as "\\x1b"."""
    return _UNSAFE.sub(_shown, _WRAPPED.sub(" ", text))


def without_controls(text: str) -> str:
    """Give `text` with every unsafe character but line breaks and tabs as an escape."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] in "\t\n\r" else _shown(match), text)


def one_cell(text: str) -> str:
    """Give `text` with each unsafe character as one that takes a column ("␛", "�"), and line breaks as blanks.

    Blanks behind a line break, which indent the next line, are left out.
    """
    return _UNSAFE.sub(_pictured, _WRAPPED.sub(" ", text))


def plain_ascii(text: str) -> str:
    """Give `text` in ASCII: the usual marks by their nearest, all else as an escape."""
    return text.translate(_ASCII).encode("ascii", "backslashreplace").decode("ascii")


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    if char == SOFT_HYPHEN:
        return ""
    if char in "\t\n\v\f\r\x85\u2028\u2029":
        return " "
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _pictured(match: re.Match[str]) -> str:
    char = match[0]
    if char == SOFT_HYPHEN:
        return ""
    if char in "\t\n\v\f\r\x85\u2028\u2029":
        return " "
    code = ord(char)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"
