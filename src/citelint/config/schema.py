"""The JSON Schema of the configuration, made from the table of its keys."""

from __future__ import annotations

import json
from typing import Any

from citelint.config.keys import HOUSE_KEYS, HOUSE_NEEDS, KEYS, Key


def schema() -> dict[str, Any]:
    """Give the schema of `citelint.toml`, and of the table `tool.citelint` of a `pyproject.toml`."""
    properties: dict[str, Any] = {}
    for key in KEYS:
        table, _, name = key.name.rpartition(".")
        if table:
            inner = properties.setdefault(table, {"type": "object", "additionalProperties": False, "properties": {}})
            inner["properties"][name] = _described(key)
        else:
            properties[name] = _described(key)
    properties["house"] = {
        "description": "Rules of a journal's own: what a pattern finds in notes is reported.",
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": list(HOUSE_NEEDS),
            "properties": {key.name: _described(key) for key in HOUSE_KEYS},
        },
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Configuration of citelint",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def schema_text() -> str:
    """Give the schema as the text that ships."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _described(key: Key) -> dict[str, Any]:
    found = {"description": key.doc} | key.shape.schema
    if key.default:
        import tomllib

        found["default"] = tomllib.loads(f"value = {key.default}")["value"]
    return found
