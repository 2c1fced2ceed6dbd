"""The JSON Schema that ships, held against the code, and against what the code takes."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from test_config_load import WHOLE

from citelint.config.keys import HOUSE_KEYS, KEYS
from citelint.config.load import load
from citelint.config.schema import schema, schema_text
from citelint.config.trouble import Misconfigured


def test_the_schema_that_ships_is_the_one_of_the_code() -> None:
    shipped = files("citelint.config").joinpath("citelint.schema.json").read_text("utf-8")
    assert shipped == schema_text(), (
        "write it anew: citelint config --schema > src/citelint/config/citelint.schema.json"
    )


def test_the_schema_is_one_and_every_key_is_in_it() -> None:
    jsonschema.Draft7Validator.check_schema(schema())
    properties = schema()["properties"]
    for key in KEYS:
        table, _, name = key.name.rpartition(".")
        assert name in (properties[table]["properties"] if table else properties)
    assert set(properties["house"]["items"]["properties"]) == {key.name for key in HOUSE_KEYS}


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        "",
        "edition = 23",
        "edition = '21'",
        "edition = true",
        "style = 'x'",
        "select = 'SUP'",
        "select = [1]",
        "select = ['']",
        "first-note = 0",
        "last-note = 0",
        "first-note = 1.5",
        "cache = 1",
        "baseline = ''",
        "unknown = 1",
        "severity = 1",
        "[severity]\nSUP = 'grave'",
        "[per-file-ignores]\na = 'b'",
        "[rules]\nunknown = 1",
        "[rules]\nid-allowed = 1",
        "house = 1",
        "[[house]]\ncode = 'HOU001'",
        "[[house]]\ncode = 'h'\npattern = 'a'\nmessage = 'b'",
        "[[house]]\ncode = 'HOU001'\npattern = 'a'\nmessage = 'b'",
        "[[house]]\ncode = 'HOU001'\npattern = 'a'\nmessage = 'b'\nname = 'nohyphen'",
        "[[house]]\ncode = 'HOU001'\npattern = 'a'\nmessage = 'b'\nmore = 1",
    ],
)
def test_the_schema_takes_what_the_code_takes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "citelint.toml"
    path.write_text(text)
    try:
        load(str(path))
        taken = True
    except Misconfigured:
        taken = False
    assert jsonschema.Draft7Validator(schema()).is_valid(tomllib.loads(text)) is taken


def test_every_default_of_a_key_is_the_default_of_the_code(tmp_path: Path) -> None:
    from citelint.config.inforce import in_force
    from citelint.config.layers import settings

    told: dict[str, Any] = {e.key: e.value for e in in_force(settings(None))}
    for key in KEYS:
        default = tomllib.loads(f"x = {key.default}")["x"] if key.default else None
        assert told[key.name] == ({} if key.name in ("severity", "per-file-ignores") else default)
