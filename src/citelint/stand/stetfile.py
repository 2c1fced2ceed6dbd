"""`citelint-stet.toml`: what is let stand in the plain text and Word files of its folder."""

from __future__ import annotations

import json
from typing import Any

from citelint.model.fingerprint import Fingerprint
from citelint.model.stet import FiledStet
from citelint.stand import Damaged

NAME = "citelint-stet.toml"
KEYS = ("file", "rule", "reason", "key")
_HEAD = "# What is let stand in the files of this folder; citelint stet adds to it. Without a key: in the whole file.\n"


def parse(data: bytes) -> dict[str, tuple[FiledStet, ...]]:
    """Give the stets of each file that the text of a `citelint-stet.toml` names, in order.

    Raises `Damaged` for what is no TOML, an unknown or missing key, a value that is no text, or a key that is none.
    That a rule exists is found out when the file is checked.
    """
    import tomllib

    try:
        read = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Damaged(f"it is no TOML: {error}") from error
    entries = read.pop("stet", [])
    if read or not isinstance(entries, list):
        odd = next(iter(read), "stet")
        raise Damaged(f"{odd!r} has no place here: write an entry as [[stet]] with file, rule, reason and key")
    found: dict[str, list[FiledStet]] = {}
    for number, entry in enumerate(entries, 1):
        file, stet = _stet(entry, f"stet {number}")
        found.setdefault(file, []).append(stet)
    return {file: tuple(stets) for file, stets in found.items()}


def _stet(entry: Any, where: str) -> tuple[str, FiledStet]:
    if not isinstance(entry, dict):
        raise Damaged(f"{where} is no table: write it as [[stet]]")
    for name, value in entry.items():
        if name not in KEYS:
            from citelint.config.suggest import did_you_mean

            raise Damaged(f"{where}: unknown key {name!r}{did_you_mean(name, KEYS)}")
        if not isinstance(value, str):
            raise Damaged(f"{where}: {name} has to be a text in quotation marks")
    missing = [name for name in ("file", "rule") if not entry.get(name, "").strip()]
    if missing:
        raise Damaged(f"{where} has no {missing[0]}")
    key = entry.get("key", "")
    if key:
        try:
            Fingerprint.parse(key)
        except ValueError:
            raise Damaged(f"{where}: its key is none: have it written by citelint stet") from None
    file = entry["file"].removeprefix("./")
    return file, FiledStet(entry["rule"], entry.get("reason", ""), key, f"{NAME}, {where}")


def added(data: bytes | None, file: str, rule: str, reason: str, key: str) -> bytes:
    """Give the bytes of the file with one entry more. `data` are those it has, or None where there is no file yet."""
    values = {"file": file, "rule": rule, "reason": reason, "key": key}
    # a JSON string is a TOML string, but for the one control character that JSON lets pass
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in values.items() if value]
    entry = "".join(("[[stet]]\n", *lines)).replace("\x7f", "\\u007f").encode()
    if data is None:
        return _HEAD.encode() + b"\n" + entry
    gap = b"" if not data or data.endswith(b"\n\n") else b"\n" if data.endswith(b"\n") else b"\n\n"
    return data + gap + entry
