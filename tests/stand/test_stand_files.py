"""The files of stets and baselines: what is written is read, and what is not understood is refused in one line."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citelint.model.fingerprint import Fingerprint
from citelint.stand import Damaged, baselinefile, stetfile
from citelint.stand.baselinefile import Entry

STEADY = settings(derandomize=True, deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
KEY = "0123456789abcdef-0123456789abcdef-0123456789abcdef"
HASHES = st.text("0123456789abcdef", min_size=16, max_size=16)
PRINTS = st.builds(Fingerprint, HASHES, HASHES, HASHES, HASHES | st.just(""))
LINES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip() == text)


@given(st.lists(st.tuples(LINES, LINES, LINES, st.sampled_from(["", KEY])), min_size=1, max_size=4))
@STEADY
def test_stets_that_are_written_are_read(entries: list[tuple[str, str, str, str]]) -> None:
    data = None
    for file, rule, reason, key in entries:
        data = stetfile.added(data, file, rule, reason, key)
    assert data is not None
    read = [(file, s.rule, s.reason, s.key) for file, stets in stetfile.parse(data).items() for s in stets]
    assert sorted(read) == sorted((file.removeprefix("./"), *rest) for file, *rest in entries)


def test_what_a_person_wrote_stays_as_it_is() -> None:
    old = b"# ours\r\n[[stet]]\r\nfile = 'a.txt'  # why\r\nrule = 'PUN'"
    new = stetfile.added(old, "b.txt", "SUP002", "", KEY)
    assert new.startswith(old + b"\n\n[[stet]]\n")
    assert list(stetfile.parse(new)) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[stet]\n", r"no TOML: .*line 1"),
        ("\xff", "no TOML"),
        ("stet = 3\n", "write an entry as"),
        ("stet = [3]\n", "stet 1 is no table"),
        ("[[stets]]\nfile='a'\n", "'stets' has no place here"),
        ("[[stet]]\nfile='a'\nrules='b'\n", "unknown key 'rules': did you mean rule?"),
        ("[[stet]]\nfile='a'\nrule=3\n", "rule has to be a text"),
        ("[[stet]]\nrule='PUN002'\n", "stet 1 has no file"),
        ("[[stet]]\nfile='a'\nrule='PUN002'\nkey='abc'\n", "its key is none"),
    ],
)
def test_a_damaged_file_of_stets_is_one_line(text: str, said: str) -> None:
    with pytest.raises(Damaged) as error:
        stetfile.parse(text.encode("latin-1"))
    assert re.search(said, str(error.value))
    assert "\n" not in str(error.value)


@given(
    st.dictionaries(st.text(min_size=1), st.lists(st.builds(Entry, st.just("PUN002"), PRINTS), max_size=4).map(tuple))
)
@STEADY
def test_a_baseline_that_is_written_is_read(entries: dict[str, tuple[Entry, ...]]) -> None:
    data = baselinefile.dump(entries)
    read = baselinefile.parse(data)
    assert {path: sorted(found) for path, found in entries.items() if found} == {p: sorted(f) for p, f in read.items()}
    assert baselinefile.dump(read) == data


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1"),
        ("[]", "no baseline"),
        ("{}", "no baseline"),
        ('{"citelint-baseline": 1}', "no baseline"),
        ('{"citelint-baseline": 2, "files": {}}', "later version"),
        ('{"citelint-baseline": "1", "files": {}}', "no baseline"),
        ('{"citelint-baseline": 1, "files": {"a": 3}}', "are no list"),
        ('{"citelint-baseline": 1, "files": {"a": [3]}}', "cannot be read"),
        ('{"citelint-baseline": 1, "files": {"a": ["PUN002 abc"]}}', "cannot be read"),
        ("[" * 100_000, "damaged"),
        ("\xff", "damaged"),
    ],
)
def test_a_damaged_baseline_is_one_line(text: str, said: str) -> None:
    with pytest.raises(Damaged) as error:
        baselinefile.parse(text.encode("latin-1"))
    assert said in str(error.value)
    assert "\n" not in str(error.value)
