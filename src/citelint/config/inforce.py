"""What is in force, key by key, with where each value came from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from citelint.config.keys import HOUSE_KEYS, KEYS
from citelint.config.layers import Settings


@dataclass(frozen=True, slots=True)
class InForce:
    """One key, its value as TOML has it (None: nothing is set), and who set it ("default" where nobody did)."""

    key: str
    value: Any
    origin: str


def in_force(settings: Settings) -> tuple[InForce, ...]:
    """Give every key with its value, in the order of the documentation, house rules last."""
    found = []
    for key in KEYS:
        holder = settings.config if hasattr(settings.config, key.field) else settings
        value = _plain(getattr(holder, key.field))
        if key.name == "fail-on":
            value = value or "never"
        if key.name == "include" and not value:
            value = None
        found.append(InForce(key.name, value, settings.origins.get(key.name, "default")))
    for house in settings.config.house:
        fields = {key.name: value for key in HOUSE_KEYS if (value := _plain(getattr(house, key.field)))}
        found.append(InForce("house", fields, house.where))
    return tuple(found)


def as_toml(value: Any) -> str:
    """Write a value as TOML has it, on one line."""
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_key(name)} = {as_toml(item)}" for name, item in value.items()) + " }"
            if value
            else "{}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    if isinstance(value, str) and "\\" in value and "'" not in value and value.isprintable():
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() and name.isascii() else as_toml(name)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value
