"""The archive of a Word file with some members changed: all others are copied as they are packed, to the byte.

Order, dates and attributes of members stay. A new member has no date but the first one that the format knows, so that
the same input gives the same bytes and nothing tells when somebody worked.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_FIRST_DAY = 0x21
"""1 January 1980, as archives write days."""
_DESCRIBED_BEHIND = 0x8
_IN_UTF8 = 0x800
_UNKNOWN = 0xFFFFFFFF
"""In a field of 32 bits: the number stands elsewhere (ZIP64)."""


class _Record(NamedTuple):
    """What the directory says of a member: the numbers of its record, its name, and what else stands behind it."""

    numbers: list[int | bytes]
    name: bytes
    rest: bytes


def members(archive: bytes) -> list[str]:
    """Give the names of the members, in the order of the directory."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.namelist()


def member(archive: bytes, name: str) -> bytes | None:
    """Give the bytes of a member by its name without regard to case, None where there is none."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for known in opened.namelist():
            if known.lower() == name.lower():
                return opened.read(known)
    return None


def xml_members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Give the names and bytes of the members that are XML, in the order of the directory."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for name in opened.namelist():
            if name.lower().endswith(".xml"):
                yield name, opened.read(name)


def rewritten(archive: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Give an archive whose members named in `changed` have these bytes; names that it has not are added at the end.

    Names are those of the archive as it spells them. `archive` is one that was read: its members are checked.
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        infos = opened.infolist()
        start = opened.start_dir
        comment = opened.comment
    records = _records(archive, start, len(infos))
    if any(_UNKNOWN in record.numbers for record in records):
        return _packed_anew(archive, changed)
    edges = sorted(info.header_offset for info in infos)
    ends = dict(zip(edges, [*edges[1:], start], strict=True))
    made, directory = bytearray(), bytearray()
    for info, record in zip(infos, records, strict=True):
        numbers = record.numbers
        numbers[16] = len(made)
        if info.filename in changed:
            made += _packed(numbers, record.name, changed[info.filename])
        else:
            made += archive[info.header_offset : ends[info.header_offset]]
        directory += _CENTRAL.pack(*numbers) + record.name + record.rest
    known = {info.filename for info in infos}
    added = [name for name in changed if name not in known]
    for name in added:
        flags = 0 if name.isascii() else _IN_UTF8
        new: list[int | bytes] = [b"PK\1\2", 20, 20, flags, zipfile.ZIP_DEFLATED, 0, _FIRST_DAY, *[0] * 10]
        new[16] = len(made)
        new[10] = len(name.encode())
        made += _packed(new, name.encode(), changed[name])
        directory += _CENTRAL.pack(*new) + name.encode()
    count = len(records) + len(added)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(made), len(comment))
    return bytes(made + directory + end + comment)


def _records(archive: bytes, start: int, count: int) -> list[_Record]:
    found = []
    at = start
    for _ in range(count):
        numbers = list(_CENTRAL.unpack_from(archive, at))
        name_length, rest_length = int(numbers[10]), int(numbers[11]) + int(numbers[12])
        name_at = at + _CENTRAL.size
        at = name_at + name_length + rest_length
        found.append(_Record(numbers, archive[name_at : name_at + name_length], archive[name_at + name_length : at]))
    return found


def _packed(numbers: list[int | bytes], name: bytes, data: bytes) -> bytes:
    """Give a local member, and put into the `numbers` of its record what is new."""
    packed = data
    if numbers[4] == zipfile.ZIP_DEFLATED:
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(data) + packer.flush()
    numbers[3] = int(numbers[3]) & ~_DESCRIBED_BEHIND
    numbers[7:10] = [zlib.crc32(data), len(packed), len(data)]
    head = _LOCAL.pack(b"PK\3\4", *(int(n) for n in (*numbers[2:10], len(name), 0)))
    return head + name + packed


def _packed_anew(archive: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Pack every member anew: what an archive with numbers of 64 bits holds stays, its packing does not."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as opened, zipfile.ZipFile(file, "w") as made:
        known = opened.infolist()
        for info in known:
            new = zipfile.ZipInfo(info.filename, info.date_time)
            new.compress_type = info.compress_type
            new.external_attr = info.external_attr
            made.writestr(new, changed.get(info.filename, opened.read(info)))
        for name in set(changed) - {info.filename for info in known}:
            new = zipfile.ZipInfo(name)
            new.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(new, changed[name])
    return file.getvalue()
