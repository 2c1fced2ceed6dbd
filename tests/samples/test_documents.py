"""What README and ARCHITECTURE show is what citelint does."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from checking import EXPECTED, PLAIN, ROOT, SAMPLES, citelint
from click.testing import CliRunner

from citelint import __version__
from citelint.cli.main import COMMANDS, commands
from citelint.cli.rulewords import verify_rules
from citelint.cli.targets import SUFFIXES
from citelint.config import Config
from citelint.config.keys import HOUSE_KEYS, KEYS
from citelint.config.layers import settings
from citelint.config.load import load
from citelint.lint import Rule, lint, rules_in
from citelint.model.run import FileResult, Run
from citelint.pipeline import follow
from citelint.read import suffixes
from citelint.report import FILES, formats, reporter
from citelint.report.layout.look import Look

README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")


@pytest.fixture
def shown_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rule]:
    """Give the rule that ARCHITECTURE shows, found in a package of its own as any rule is found."""
    (code,) = re.findall(r'```python\n("""PUN900.*?)```', ARCHITECTURE, re.S)
    family = tmp_path / "walked" / "pun"
    family.mkdir(parents=True)
    (tmp_path / "walked" / "__init__.py").touch()
    (family / "__init__.py").touch()
    (family / "note_with_exclamation_mark.py").write_text(code, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    (rule,) = rules_in("walked")
    yield rule
    for name in [name for name in sys.modules if name.split(".")[0] == "walked"]:
        del sys.modules[name]


def check(rule: Rule, name: str, text: str) -> FileResult:
    result = follow(text.encode(), name, Config())
    assert result.document is not None
    assert result.links is not None
    found = lint(result.document, result.links, Config(), (rule,))
    return FileResult(
        path=name, format=result.format, source=result.source, document=result.document, diagnostics=found
    )


def test_the_rule_of_the_walk_keeps_its_own_examples(shown_rule: Rule) -> None:
    for example in shown_rule.bad:
        result = check(shown_rule, *example.file)
        assert result.source is not None
        assert tuple(result.source.origin(d.span)[1] for d in result.diagnostics) == example.carets
    for good in shown_rule.good:
        assert check(shown_rule, *good.file).diagnostics == ()


def test_the_rule_of_the_walk_passes_every_test_of_a_rule(tmp_path: Path) -> None:
    """The file is put where the walk says, in a copy of the package, and the command of the walk is run."""
    (code,) = re.findall(r'```python\n("""PUN900.*?)```', ARCHITECTURE, re.S)
    (place,) = re.findall(r"Make one file, `(src/\S+\.py)`", ARCHITECTURE)
    (words,) = re.findall(r"`\.venv/bin/python -m (pytest tests/rules -k PUN900)`", ARCHITECTURE)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "grammars").symlink_to(ROOT / "grammars")
    (tmp_path / place).write_text(code, "utf-8")
    chosen = [*words.split()[:-1], f"PUN900 or {Path(place).stem}"]
    options = ["-o", f"pythonpath={tmp_path / 'src'}", "-p", "no:cacheprovider"]
    done = subprocess.run([sys.executable, "-m", *chosen, *options], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:]
    (passed,) = re.findall(r"(\d+) passed", done.stdout)
    assert int(passed) >= 9


def test_the_walk_shows_the_report_that_its_rule_gives(shown_rule: Rule) -> None:
    (console,) = re.findall(r"```console\n(\$ make test.*?)```", ARCHITECTURE, re.S)
    typed, _, printed = console.partition("$ .venv/bin/citelint shout.txt\n")
    (essay,) = re.findall(r"printf '(.*?)' > shout\.txt", typed)
    result = check(shown_rule, "shout.txt", essay.replace("\\n", "\n"))
    assert printed == reporter("full")(Run((result,), __version__), Look(width=80, fixable=True))


def test_the_report_in_the_readme_is_the_one_that_the_demo_prints() -> None:
    (shown,) = re.findall(r"```console\n\$ make demo\n(.*?)```", README, re.S)
    assert shown == (EXPECTED / "inserted-note.report.txt").read_text("utf-8")


def consoles(document: str) -> Iterator[tuple[str, str]]:
    """Give each command of citelint that a document shows with what it is to print, in order."""
    for block in re.findall(r"^```console\n(.*?)^```", document, re.S | re.M):
        for shown in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, printed = shown.partition("\n")
            if command.startswith("citelint "):
                yield command, printed


def test_what_the_readme_shows_for_each_reader_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line "[...]" stands for any lines, and "[...]" in a line for the rest of it."""
    shutil.copytree(SAMPLES, tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    shown = list(consoles(README))
    assert len(shown) >= 12
    for command, printed in shown:
        result = CliRunner().invoke(commands, shlex.split(command)[1:], env=PLAIN)
        wanted = re.escape(printed).replace(re.escape("[...]\n"), "(?:.*\n)*?").replace(re.escape("[...]"), ".*")
        assert re.fullmatch(wanted, result.output), f"{command}\nprints\n{result.output}"


def test_the_samples_are_counted() -> None:
    counts = [sum(".citelint." not in path.name for path in (SAMPLES / kind).iterdir()) for kind in ("clean", "broken")]
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    told = re.search(r"\(samples\): (\w+) that are clean, and (\w+) that are broken", README)
    assert told is not None
    assert [words.index(word) for word in told.groups()] == counts


def test_the_table_of_rules_in_the_readme_is_that_of_the_command() -> None:
    """Codes from 900 on are left to people who add rules of their own: those need not stand in the table."""
    rows = citelint("rules", "--format", "md").output.splitlines()
    ours = [row for row in rows if not re.match(r"\| [A-Z]+9\d\d \|", row)]
    assert "\n".join(["", *ours, ""]) in README


@pytest.mark.parametrize("document", DOCUMENTS)
def test_options_and_commands_that_are_named_exist(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    known = {option for name in COMMANDS for parameter in command(name).params for option in parameter.opts}
    ours = re.sub(r"`pandoc [^`]*`|^dask .*$", "", text, flags=re.M)
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", ours)) <= known | {"--version", "--format"}
    for line in re.findall(r"^    citelint (.*)$", text, re.M):
        word = line.split()[0]
        assert word in COMMANDS or word.startswith("-") or word.startswith("essay"), line


def test_the_configuration_in_the_readme_has_every_key_and_is_sound(tmp_path: Path) -> None:
    (example,) = re.findall(r"## Configuration\n.*?```toml\n(.*?)```", README, re.S)
    file = tmp_path / "citelint.toml"
    file.write_text(example, "utf-8")
    found = load(str(file))
    assert set(found.values) == {key.name for key in KEYS}
    assert set(tomllib.loads(example)["house"][0]) == {key.name for key in HOUSE_KEYS}
    verify_rules(found, settings(found))
    defaults = {key.name: tomllib.loads(f"x = {key.default}")["x"] for key in KEYS if key.default not in ("", "[]")}
    shown = {name: list(value) if isinstance(value, tuple) else value for name, value in found.values.items()}
    assert {name: shown[name] for name in defaults} == defaults


def test_formats_and_suffixes_that_the_readme_names_are_those_there_are() -> None:
    (printed,) = re.findall(r"### What is printed\n\n(.*?)\n### ", README, re.S)
    named = re.findall(r"^\| (`.*?) \|", printed, re.M)
    assert set(re.findall(r"`([a-z]+)`", " ".join(named))) == {*formats(), *formats(FILES)}
    told = {suffix[1:] for suffix in re.findall(r"`(\.[a-z]+)`", printed)}
    assert told == set(SUFFIXES) & {*formats(), *formats(FILES)}
    (read,) = re.findall(r"### What is read\n\n(.*?)\n\n", README, re.S)
    assert set(re.findall(r"`(\.[a-z]+)`", read)) == set(suffixes())


def test_the_packages_and_who_imports_whom_are_told() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")
    line = " ← ".join(layer.replace("citelint.", "") for layer in reversed(layers))
    assert f"    {line}\n" in ARCHITECTURE, f"the line under 'Imports look one way only' should be:\n    {line}"
    table = set(re.findall(r"^\| `(\w+)(?:/|\.py)` \|", ARCHITECTURE, re.M))
    packages = set(re.findall(r"\w+", line))
    assert table == packages, "the table of packages has a row for each of them"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert target.startswith("https://") or (ROOT / target).exists(), target


def command(name: str):  # type: ignore[no-untyped-def]  # click's own type, which only cli/ imports
    found = commands.get_command(None, name)  # type: ignore[arg-type]
    assert found is not None
    return found
