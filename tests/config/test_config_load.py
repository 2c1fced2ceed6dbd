"""A file of configuration: what is read of it, and what is said of one that is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.config.load import Loaded, load
from citelint.config.suggest import file_meant, nearest_of
from citelint.config.trouble import Misconfigured
from citelint.model.diagnostic import Severity

WHOLE = r"""
edition = 20
style = "practitioner"
select = ["default", "SUP"]
extend-select = ["XRF004"]
ignore = ["SHF"]
include = ["*.md"]
exclude = ["drafts/**"]
fail-on = "never"
first-note = 3
last-note = 9
numbering = "per-section"
markdown-dialect = "pandoc"
encoding = "latin-1"
cache = false
baseline = "old/baseline.json"
require-stet-reason = true
[severity]
DAT001 = "suggestion"
[per-file-ignores]
"book-reviews/*" = ["SHF"]
[rules]
case-short-form-window = 7
id-allowed = false
[[house]]
code = "HOU001"
pattern = '\bIbid\b'
message = "use Id."
[[house]]
code = "HOU002"
name = "no-cf"
pattern = 'Cf'
message = "say see"
severity = "error"
rule = "Style Guide 3"
hint = "cf"
"""


def loaded(folder: Path, text: str, name: str = "citelint.toml") -> Loaded:
    path = folder / name
    path.write_bytes(text.encode())
    return load(str(path))


def faults(folder: Path, text: str, name: str = "citelint.toml") -> list[str]:
    with pytest.raises(Misconfigured) as caught:
        loaded(folder, text, name)
    return [re.sub(r"^.*?citelint\.toml|^.*?pyproject\.toml", "F", str(fault)) for fault in caught.value.faults]


def test_every_key_is_read(tmp_path: Path) -> None:
    found = loaded(tmp_path, WHOLE)
    assert found.values["edition"] == 20
    assert found.values["rules.id-allowed"] is False
    assert found.values["per-file-ignores"] == {"book-reviews/*": ("SHF",)}
    assert found.lines["fail-on"] == 9
    first, second = found.house
    assert (first.code, first.severity, first.name) == ("HOU001", Severity.WARNING, "house-rule")
    assert (second.severity, second.rule, second.hint, second.name) == (Severity.ERROR, "Style Guide 3", "cf", "no-cf")
    assert first.line == WHOLE.split("\n").index(r"pattern = '\bIbid\b'") + 1
    assert [(w.word, w.line) for w in found.rule_words][-2:] == [("DAT001", 19), ("SHF", 21)]


def test_the_table_of_a_project_file_is_the_same(tmp_path: Path) -> None:
    text = WHOLE.replace("[[house", "[[tool.citelint.house")
    text = re.sub(r"^\[(\w)", r"[tool.citelint.\1", text, flags=re.M)
    project = loaded(tmp_path, f"[tool.other]\nedition = 'x'\n[tool.citelint]\n{text}", "pyproject.toml")
    own = loaded(tmp_path, WHOLE)
    assert project.values == own.values
    assert project.house == own.house
    assert project.lines["edition"] == own.lines["edition"] + 3


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("edition = = 20", r"F:1: no TOML: invalid value"),
        ("style = 'academic'\n[rules\n", r"F:2: no TOML: expected ']' at the end of a table declaration"),
        ("a = 1\na = 2", r"F:2: no TOML: cannot overwrite a value"),
        ("x = [", r"F:1: no TOML: .*"),
        ("editon = 20", r"F:1: editon: no such key: did you mean edition\?"),
        ("\n\nfail_on = 'never'", r"F:3: fail_on: no such key: did you mean fail-on\?"),
        ("zzzzz = 1", r"F:1: zzzzz: no such key"),
        ("id-allowed = false", r"F:1: id-allowed: no such key: did you mean rules.id-allowed\?"),
        ("[rules]\nedition = 20", r"F:2: rules.edition: no such key: did you mean edition\?"),
        ("[rules]\nid-alowed = true", r"F:2: rules.id-alowed: no such key: did you mean rules.id-allowed\?"),
        ("edition = 23", r"F:1: edition: expected one of 20, 21, 22, not 23"),
        ("edition = '21'", r'F:1: edition: expected one of 20, 21, 22, not "21".*'),
        ("edition = true", r"F:1: edition: expected one of 20, 21, 22, not true"),
        ("style = 'acedemic'", r'F:1: style: expected one of "academic", "practitioner", not "acedemic": did you .*'),
        ("select = 'SUP'", r'F:1: select: expected a list like \["default", "SUP"\], not "SUP"'),
        ("select = [\n 'SUP',\n 3,\n]", r"F:3: select: expected a list like .*, not 3 in it"),
        ("first-note = 0", r"F:1: first-note: expected a whole number from 1 on, not 0"),
        ("first-note = true", r"F:1: first-note: expected a whole number from 1 on, not true"),
        ("first-note = 9\nlast-note = 3", r"F:2: last-note: 3 stands before first-note, 9"),
        ("cache = 'yes'", r'F:1: cache: expected true or false, not "yes"'),
        ("baseline = ''", r'F:1: baseline: expected a text like "citelint-baseline.json", not ""'),
        ("encoding = 'utf-9'", r"F:1: encoding: 'utf-9' is no encoding of text: did you mean .*"),
        ("severity = 'error'", r'F:1: severity: expected a table, not "error"'),
        ("[severity]\nSUP = 'errr'", r'F:2: severity: SUP: expected one of .*, not "errr": did you mean error\?'),
        ("rules = 1", r"F:1: rules: expected a table"),
        ("[per-file-ignores]\n'a/*' = 'SUP'", r"F:2: per-file-ignores: a/\*: expected a list .*"),
        ("house = 1", r"F:1: house: expected tables, each under \[\[house\]\]"),
        ("[house]\ncode = 'HOU001'", r"F:1: house: expected tables, each under \[\[house\]\]"),
        ("[[house]]\ncode = 'HOU001'", r"F:1: house: pattern and message must be given"),
        ("[[house]]\ncode = 'one'\npattern = 'a'\nmessage = 'b'", r"F:2: house: code: expected a text like .*"),
        (
            "[[house]]\ncode = 'HOU001'\npatern = 'a'\npattern = 'a'\nmessage = 'b'",
            r"F:3: house: patern: no such key: did you mean pattern\?",
        ),
        (
            "[[house]]\ncode='HOU001'\npattern='a'\nmessage='b'\n" * 2,
            r"F:6: house: code: HOU001 is there twice \(F:3\)",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (fault,) = faults(tmp_path, text)
    assert re.fullmatch(said, fault.replace(f"({tmp_path}/citelint.toml", "(F")), fault
    assert "\n" not in fault


def test_everything_that_is_wrong_is_said_in_order(tmp_path: Path) -> None:
    told = faults(tmp_path, "edition = 23\nselct = []\n[rules]\nid-allowed = 1\n")
    assert [fault.partition(": ")[0] for fault in told] == ["F:1", "F:2", "F:4"]


def test_lines_of_a_project_file_are_those_of_the_file(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "[project]\nname = 'x'\n\n[tool.citelint]\neditin = 1\n", "pyproject.toml")
    assert fault == "F:5: editin: no such key: did you mean edition?"
    (fault,) = faults(tmp_path, "[tool]\ncitelint = 1\n", "pyproject.toml")
    assert fault == "F:2: tool.citelint: expected a table"


def test_windows_line_ends_and_a_mark_at_the_head_are_read(tmp_path: Path) -> None:
    assert loaded(tmp_path, "\ufeffedition = 20\r\nstyle = 'academic'\r\n").lines == {"edition": 1, "style": 2}


def test_what_is_no_text_or_not_there_is_said(tmp_path: Path) -> None:
    (tmp_path / "citelint.toml").write_bytes(b"# fine\nx = '\xff'\n")
    with pytest.raises(Misconfigured, match=":2: is not UTF-8"):
        load(str(tmp_path / "citelint.toml"))
    with pytest.raises(Misconfigured, match="no such file"):
        load(str(tmp_path / "none.toml"))
    with pytest.raises(Misconfigured, match="cannot be read: is a directory"):
        load(str(tmp_path))


WORDS = st.sampled_from(["edition", "house", "rules", "severity", "a", "per-file-ignores", "select", "code", "pattern"])
VALUES = st.sampled_from(["1", "'x'", "[]", "{}", "[1]", "[[]]", "{a=1}", "true", "[{code='A'}]", "['SUP']"])


@given(
    st.lists(st.one_of(st.tuples(WORDS, VALUES).map(" = ".join), WORDS.map("[{}]".format), WORDS.map("[[{}]]".format)))
)
def test_any_text_is_read_or_its_faults_are_told(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any" / "citelint.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(parts))
    told = ""
    try:
        load(str(path))
    except Misconfigured as error:
        told = str(error)
    assert all(re.search(r":\d+: \w", fault) for fault in told.splitlines())


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("PNU002", ("NUM002", "PUN002"), "PUN002"),
        ("missing", ("bin",), None),
        ("SUP02", ("SUP002", "SUP012"), "SUP002"),
        ("essai", ("Essay",), "Essay"),
    ],
)
def test_the_nearest_is_one_of_the_same_letters_or_the_first(
    typed: str, known: tuple[str, ...], meant: str | None
) -> None:
    assert nearest_of(typed, known) == meant


def test_suffixes_do_not_make_names_of_files_alike() -> None:
    assert file_meant("missing.md", ["bin.md", "essay.md"]) == ""
    assert file_meant("esay.md", ["bin.md", "essay.md"]) == ": did you mean essay.md?"
    assert file_meant("essay.md", ["essay.docx"]) == ": did you mean essay.docx?"
