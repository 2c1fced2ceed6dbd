"""What is said of bytes that are not the text that they were taken for."""

from __future__ import annotations

import random
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.model.trouble import Unreadable
from citelint.read.decode import decode

QUOTED = "“Quoted” text § é.[1]\n\n[1] Jane Roe, “Short Forms,” 90 Yale L.J. 1–3 (1981).\n"


def refusal(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(Unreadable) as caught:
        decode(data, encoding)
    return str(caught.value)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("given_as", [None, "cp1252", "utf-8", "latin-1"])
def test_wide_letters_without_a_mark_are_named(name: str, given_as: str | None) -> None:
    assert refusal(QUOTED.encode(name), given_as) == (
        f"this looks like {name[:6].upper()} without a byte order mark: give --encoding {name}"
    )
    assert decode(QUOTED.encode(name), name) == QUOTED


@pytest.mark.parametrize("encoding", [None, "cp1252"])
def test_what_is_no_text_is_called_that(encoding: str | None) -> None:
    told = refusal(random.Random(7).randbytes(4000), encoding)
    assert re.fullmatch(
        r"this is no text file: byte 0x\w\w at offset \d+ is not (UTF-8|CP1252), "
        r"and there are bytes in it that no text has",
        told,
    )


def test_text_in_another_encoding_is_not() -> None:
    assert refusal(QUOTED.encode("cp1252")).endswith("is not UTF-8: give --encoding, perhaps cp1252")
    for encoding in ("cp437", "mac-roman", "koi8-r", "shift-jis", "gb18030", "big5"):
        words = "é, ü and more" if encoding in ("cp437", "mac-roman") else "文 и" if encoding == "gb18030" else "日本"
        words = "Цитата" if encoding == "koi8-r" else words
        assert "no text" not in refusal(f"A text.\n\n[1] {words}.\n".encode(encoding))


@given(st.binary(max_size=300), st.sampled_from([None, "cp1252", "utf-16-le", "utf-32", "ascii"]))
def test_any_bytes_are_text_or_refused(data: bytes, encoding: str | None) -> None:
    with suppress(Unreadable):
        assert decode(data, encoding).strip()
