"""Archives with some members changed: all others are copied as they are packed."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from citelint.wordfile import ByteSplice, Ids, rewritten, spliced


class Streamed(io.RawIOBase):
    """A file that cannot be gone back in: an archive written to it has the sizes of members behind them."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def packed(members: dict[str, bytes], streamed: bool = False) -> bytes:
    file = Streamed() if streamed else io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:  # type: ignore[call-overload]
        for number, (name, data) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, (2019, 3, 2, 11, 30, 4))
            info.compress_type = zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
        archive.comment = b"a comment"
    return bytes(file.data) if isinstance(file, Streamed) else file.getvalue()


def read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


NAMES = st.sampled_from(["a.xml", "word/b.xml", "ü.xml", "d"])


@given(
    st.dictionaries(NAMES, st.binary(max_size=80), min_size=1),
    st.dictionaries(st.one_of(NAMES, st.just("new.xml")), st.binary(max_size=80)),
    st.booleans(),
)
def test_members_are_changed_or_added_and_all_others_stay(
    members: dict[str, bytes], changed: dict[str, bytes], streamed: bool
) -> None:
    before = packed(members, streamed)
    after = rewritten(before, changed)
    assert read(after) == members | changed
    assert list(read(after))[: len(members)] == list(members)
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.comment == old.comment
        for info in old.infolist():
            mine = new.getinfo(info.filename)
            assert (mine.date_time, mine.compress_type, mine.external_attr) == (
                info.date_time,
                info.compress_type,
                info.external_attr,
            )


def test_an_archive_without_changes_is_the_same_to_the_byte() -> None:
    for streamed in (False, True):
        data = packed({"a.xml": b"a" * 100, "b.xml": b"b" * 100}, streamed)
        assert rewritten(data, {}) == data


def test_splices_go_where_they_belong() -> None:
    assert spliced(b"abcd", [ByteSplice(3, 3, b"y"), ByteSplice(0, 1, b"x"), ByteSplice(3, 3, b"z")]) == b"xbcyzd"


def test_ids_are_free() -> None:
    ids = Ids([b'<w:a w:id="3"/>', b'<w:b w:id="2147483647"/><x id="4"/>'])
    assert [ids.next(), ids.next()] == [5, 6]
