"""Characters of symbol fonts, as Unicode has them.

Word writes a character of the font Symbol as F0xx in the private use area; what is meant is the Symbol encoding
(Adobe's, published by the Unicode consortium as ``symbol.txt``). Other symbol fonts have no such table here.
"""

from __future__ import annotations

_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_\uf8e5αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\uf8e6\uf8e7↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑\uf8eb\uf8ec\uf8ed\uf8ee\uf8ef\uf8f0\uf8f1\uf8f2\uf8f3\uf8f4\uf8ff〉∫⌠\uf8f5⌡\uf8f6\uf8f7\uf8f8\uf8f9\uf8fa"
    "\uf8fb\uf8fc\uf8fd\uf8fe"
)
_REPLACEMENT = "\ufffd"


def symbol(font: str, char: str) -> str:
    """Give the one character that a ``w:sym`` shows; `char` is its hexadecimal code."""
    try:
        code = int(char, 16)
    except ValueError:
        return _REPLACEMENT
    if not 32 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return _REPLACEMENT
    low = code & 0xFF
    if code >> 8 in (0x00, 0xF0) and font.casefold() == "symbol":
        if 0x20 <= low <= 0x7E:
            return _LOW[low - 0x20]
        if 0xA0 <= low <= 0xFE:
            return _HIGH[low - 0xA0]
    return chr(code)
