"""The line of every key, held against what tomllib reads."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.config.places import Path, lines_of

HARD = '''\
# a comment with = and [brackets]
edition = 21 # = 22
"quoted key" = 'a # no comment'
'single # key'.inner = """
[not.a.table]
x = 1
"""
select = [ # first
  "SUP", "a ] b",
  # between
  'it''s', """]""",
  [1, [2]],
]
[rules] # a table
a.b . c = 1
inline = { x = 1, y = { z = "}" }, "k\\u0041" = [ { q = 1 } ] }
[[house]]
code = "A"
[house.more]
x = 1
[[house]]
code = \'\'\'B\'\'\'
[[house.deep]]
y = 1
[[house.deep]]
y = 1979-05-27T07:32:00
[ "a" . b ]
z = -inf
'''.replace("'it''s'", '"its"')


def paths(data: object, above: Path = ()) -> list[Path]:
    """Give the ways to everything that tomllib read."""
    found: list[Path] = [above] if above else []
    entries: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        found += paths(value, (*above, key))
    return found


def test_every_key_of_a_hard_text_has_its_line() -> None:
    lines = lines_of(HARD)
    missing = [path for path in paths(tomllib.loads(HARD)) if path not in lines and path != ("a",)]
    assert not missing
    text = HARD.split("\n")
    assert text[lines["edition",] - 1].startswith("edition")
    assert text[lines["select", 1] - 1].strip().startswith('"SUP", "a ] b"')
    assert text[lines["house", 1, "code"] - 1] == "code = '''B'''"
    assert text[lines["house", 1, "deep", 1, "y"] - 1].startswith("y = 1979")
    assert text[lines["house", 0, "more", "x"] - 1] == "x = 1"
    assert text[lines["a", "b", "z"] - 1] == "z = -inf"
    assert text[lines["rules", "inline", "kA", 0, "q"] - 1].startswith("inline")


NAMES = st.text("ab-_", min_size=1, max_size=3) | st.text(max_size=4)
VALUES = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


def written(value: object, gap: str) -> str:
    """Write a value as TOML, with `gap` between the items of lists."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {written(v, '')}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + gap + ("," + gap).join(written(v, gap) for v in value) + gap + "]"
    return json.dumps(value).replace("\x7f", "\\u007f")


@given(
    st.lists(st.tuples(NAMES, VALUES), max_size=5, unique_by=lambda pair: pair[0]), st.sampled_from(["", "\n", "#]\n"])
)
def test_each_key_stands_where_it_was_written(pairs: list[tuple[str, object]], gap: str) -> None:
    text, expected = "", {}
    for name, value in pairs:
        expected[name] = text.count("\n") + 1
        text += f"{json.dumps(name)} = {written(value, gap)}\n\n"
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return  # lone surrogates
    lines = lines_of(text)
    assert {name: lines[name,] for name in data} == expected
    assert not [path for path in paths(data) if path not in lines]


@given(st.text("[]{}=\"'.,#ab1\n ", max_size=40))
def test_there_is_an_end_of_it_whatever_is_written(text: str) -> None:
    lines_of(text)


@pytest.mark.parametrize("sign", ["[", "{a=", '"""', "a.", "#\n", "a=[[", "\\"])
def test_time_is_linear(sign: str) -> None:
    text = "x = 1\n" + sign * 400
    try:
        lines_of(text)
    except RecursionError:
        assert sign in "a=[[{a="
