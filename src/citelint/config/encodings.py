"""The names of the encodings that a text file can be in."""

from __future__ import annotations

import codecs

_NO_FILE_IS_IN = frozenset(
    ("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape")
)
"""Python calls these text encodings, but no file is written in them."""

_NO_TEXT_IS_IN = frozenset(
    ("base64_codec", "bz2_codec", "hex_codec", "quopri_codec", "rot_13", "uu_codec", "zlib_codec", "mbcs", "oem")
)
"""Python keeps these with the encodings, but they make bytes of bytes, or are those of one machine."""


_USUAL = ("utf-8", "utf8", "utf-16", "cp1252", "windows-1252", "latin-1")


class UnknownEncoding(Exception):
    """A name is that of no encoding of text files. Its text says so, with the one that was probably meant."""


def encoding_named(name: str) -> str:
    """Give the codec's own name of an encoding. Raises UnknownEncoding for one that no text file is in."""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        found = None
    if found is None or not found._is_text_encoding or found.name in _NO_FILE_IS_IN:
        raise UnknownEncoding(f"{name!r} is no encoding of text{_nearest(name)}")
    return found.name


def _nearest(name: str) -> str:
    from encodings.aliases import aliases

    from citelint.config.suggest import did_you_mean

    no_text = _NO_FILE_IS_IN | _NO_TEXT_IS_IN
    known = {word for pair in aliases.items() if pair[1] not in no_text for word in pair}
    # a short alias as "l1" or "utf" is near to much, and what is near in letters alone has often another number
    spelled = sorted(word.replace("_", "-") for word in known if len(word) > 3)
    return did_you_mean(name.replace("_", "-"), (*_USUAL, *spelled), 0.7) or ": try utf-8 or cp1252"
