"""The archive that a Word file is: which files are refused unopened, and the bytes of its parts.

Everything is bounded from the archive's own directory before a byte is unpacked, and again while it is unpacked, since
the directory may lie. Nothing is ever written to a disk.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from citelint.model.trouble import Unreadable
from citelint.read.wordml.foreign import what_it_is
from citelint.read.wordml.markup import REPAIR, has_document_type

PART = 64 * 1024**2
"""The most bytes of one part."""
TOTAL = 256 * 1024**2
"""The most bytes of all members together."""
RATIO = 200
"""How many times smaller a member may be packed, where it is over `FREE` bytes: text packs about 20 times."""
FREE = 1024**2
MEMBERS = 10_000

_LOCKED = 0x1
_XML = (".xml", ".rels")


class Archive:
    """The members of a Word file, by name without regard to case, as ECMA-376 part 2 has it."""

    def __init__(self, data: bytes) -> None:
        """Open an archive. Raises `Unreadable` for what is none, or none of a kind that a Word file is."""
        if not data.startswith(b"PK\x03\x04"):
            raise Unreadable(what_it_is(data))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError):
            raise Unreadable(
                f"damaged or cut off (the archive has no directory): get a whole copy, or {REPAIR}"
            ) from None
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._check()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the order of the directory."""
        return tuple(info.filename for info in self._members.values())

    def name_of(self, name: str) -> str:
        """Give the name of a member as the archive spells it. Raises KeyError where there is none."""
        return self._members[name.lower()].filename

    def _check(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MEMBERS:
            raise Unreadable(f"its archive has {len(infos):,} members, which no Word file has: {REPAIR}")
        total = 0
        for info in infos:
            name = info.filename
            if name.lower() in self._members:
                raise Unreadable(f"its archive has two members of one name ({shown(name)}): {REPAIR}")
            if _leads_out(name):
                raise Unreadable(f"a member of its archive leads out of it ({shown(name)}): it may be made to do harm")
            if info.flag_bits & _LOCKED:
                raise Unreadable("password-protected: open it in Word, take the password off and save it")
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise Unreadable(f"a member of its archive ({shown(name)}) is packed as no Word file is: {REPAIR}")
            total += info.file_size
            if info.file_size > FREE and info.file_size > RATIO * max(info.compress_size, 1):
                raise _bomb(name)
            if name.lower().endswith(_XML) and info.file_size > PART:
                raise Unreadable(f"{shown(name)} is larger than {PART // 1024**2} MB, which citelint does not read")
            self._members[name.lower()] = info
        if total > TOTAL:
            raise Unreadable(f"unpacked it is larger than {TOTAL // 1024**2} MB: take pictures out and try again")

    def check_markup(self) -> None:
        """Unpack every XML member once. Raises `Unreadable` for a damaged one, and for one with a document type."""
        for info in self._members.values():
            if info.filename.lower().endswith(_XML):
                data = self.read(info.filename)
                if b"<!DOCTYPE" in data or b"<\0!\0D\0O\0C\0" in data or b"\0<\0!\0D\0O\0C" in data:
                    raise has_document_type(shown(info.filename))

    def read(self, name: str) -> bytes:
        """Give the bytes of a member. Raises KeyError where there is none, `Unreadable` where it is damaged."""
        info = self._members[name.lower()]
        try:
            with self._zip.open(info) as member:
                data = member.read(PART + 1)
                if len(data) > info.file_size or len(data) > PART:
                    raise _bomb(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
            raise Unreadable(
                f"{shown(name)} is damaged (it cannot be unpacked): get a whole copy, or {REPAIR}"
            ) from None
        if len(data) != info.file_size:
            raise Unreadable(f"{shown(name)} is cut off: get a whole copy, or {REPAIR}")
        return data


def shown(name: str) -> str:
    """Give the name of a member so that it can stand in one line."""
    return name[:60].encode("unicode_escape").decode() if not name.isprintable() or len(name) > 60 else name


def _leads_out(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return ".." in steps or name.startswith(("/", "\\")) or name[1:2] == ":"


def _bomb(name: str) -> Unreadable:
    return Unreadable(
        f"{shown(name)} unpacks to far more than a Word file holds: it may be made to do harm, so it is not unpacked"
    )
