"""What every rule file must be: policed here, so that no list of rules has to be kept."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from catalogue import ADDED, DIFFERENCES, MILDER, catalogue, in_briefs, is_own, numbers
from trial import try_rules

import citelint.rules
from citelint.cli.rulepage import facts
from citelint.lint import Rule
from citelint.rules import all_rules

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
each_planned = pytest.mark.parametrize(
    "rule", [r for r in all_rules() if r.code not in ADDED and not is_own(r.code)], ids=lambda rule: rule.code
)
FOLDER = Path(citelint.rules.__file__).parent


def files() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*/*.py") if path.name != "__init__.py")


def test_every_file_is_a_rule_and_every_rule_a_file() -> None:
    assert len(all_rules()) == len(files())
    assert not [path for path in FOLDER.glob("*.py") if path.name != "__init__.py"], "a rule stands in a family"
    assert not list(FOLDER.glob("*/*/*.py"))


@pytest.mark.parametrize("path", files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_holds_one_rule_of_its_family_and_is_named_for_it(path: Path) -> None:
    module = import_module(f"citelint.rules.{path.parent.name}.{path.stem}")
    (rule,) = [value for value in vars(module).values() if isinstance(value, Rule)]
    assert rule.check.__module__ == module.__name__, "a rule imports no other rule"
    assert rule.family.lower() == path.parent.name
    assert rule.name.replace("-", "_") == path.stem
    assert (module.__doc__ or "").startswith(f"{rule.code}: ")
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("family", [m.name for m in iter_modules(citelint.rules.__path__) if m.ispkg])
def test_a_family_says_what_it_is(family: str) -> None:
    doc = import_module(f"citelint.rules.{family}").__doc__ or ""
    assert doc.startswith(f"{family.upper()}: ")
    assert doc.strip().endswith(".")


def test_codes_and_names_are_used_once() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)


@each_rule
def test_a_rule_is_documented(rule: Rule) -> None:
    first = rule.doc.split("\n\n")[0]
    assert first.endswith("."), "the first paragraph is a sentence"
    assert rule.doc.endswith(".")
    assert max(map(len, rule.doc.splitlines())) <= 120


@each_rule
def test_a_rule_has_two_examples_of_each_kind_and_shows_where(rule: Rule) -> None:
    assert len(rule.bad) >= 2
    assert len(rule.good) >= 2
    assert rule.code == "NUM000" or any(example.carets for example in rule.bad)
    assert len({example.text for example in rule.examples}) == len(rule.examples)


@each_rule
def test_what_a_rule_gathers_exists_or_is_planned(rule: Rule, shared: Path) -> None:
    assert set(rule.over) <= set(catalogue(shared))


@each_planned
def test_metadata_are_those_of_the_catalogue(rule: Rule, shared: Path) -> None:
    entry = catalogue(shared)[rule.code]
    offered = {
        finding.fix.safety.value
        for example in rule.bad
        for finding in try_rules(*example.file, example.config).of(rule.code)
        if finding.fix is not None
    }
    fixes_as_planned = not offered if entry["autofix"] == "none" else entry["autofix"] in offered
    is_default = rule.default is True or rule.default == "academic"
    facts = {
        "name": (rule.name, entry["name"]),
        "severity": (rule.severity.value, entry["severity"]),
        "practitioner": (rule.runs_unasked("practitioner"), in_briefs(entry)),
        "default": ("on" if is_default else "off", entry["default"]),
        "bluebook": (rule.bluebook, numbers(entry["bluebook_rule"])),
        "indigo": (rule.indigo, numbers(entry["indigo_rule"])),
        "editions": (",".join(map(str, rule.editions)), entry["editions"]),
        "autofix": (fixes_as_planned, True),
    }
    differing = {field for field, (ours, planned) in facts.items() if ours != planned}
    intended = {field for code, field in DIFFERENCES if code == rule.code}
    assert differing == intended, {field: facts[field] for field in differing ^ intended}


def test_every_difference_has_a_reason(shared: Path) -> None:
    assert all(DIFFERENCES.values())
    assert all(ADDED.values())
    assert MILDER.keys() <= catalogue(shared).keys()
    assert all(MILDER.values())
    assert not ADDED.keys() & catalogue(shared).keys()


def test_importing_rules_takes_no_example_apart() -> None:
    script = (
        "import citelint.rules as r, sys; r.all_rules(); print('textwrap' in sys.modules, 'difflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


@each_rule
def test_a_page_says_whether_fixes_are_safe(rule: Rule) -> None:
    told = [line for line in facts(rule) if line.startswith("fix:")]
    findings = [d for e in rule.bad if not e.word for d in try_rules(*e.file, e.config).of(rule.code)]
    safeties = {finding.fix.safety.value for finding in findings if finding.fix is not None}
    assert bool(told) is rule.fixable
    for line in told:
        assert (line == "fix:      offered in Word files, where it is sure") is any(e.word for e in rule.bad)
        assert ("safe" in line and "review" not in line) is (safeties == {"safe"})
        assert ("review" in line) is ("review" in safeties)
