"""The files by which other tools start citelint."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest

from citelint.cli.main import commands
from citelint.read import suffixes

ROOT = Path(__file__).resolve().parents[2]


def hooks() -> dict[str, dict[str, str]]:
    """Give the hooks of the manifest by their ids."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    found = (dict(re.findall(r"^[- ] (\w+): (.*)$", block, re.M)) for block in re.split(r"^(?=- id)", text, flags=re.M))
    return {hook["id"]: hook for hook in found if hook}


@pytest.fixture(scope="module")
def hook() -> dict[str, str]:
    return hooks()["citelint"]


def test_the_hook_is_given_exactly_the_files_that_readers_know(hook: dict[str, str]) -> None:
    match = re.fullmatch(r"\(\?i\)\\\.\((.*)\)\$", hook["files"])
    assert match
    assert sorted(f".{suffix}" for suffix in match[1].split("|")) == sorted(suffixes())


def test_the_pattern_takes_what_readers_take(hook: dict[str, str]) -> None:
    for suffix in suffixes():
        assert re.search(hook["files"], f"papers/essay{suffix}")
        assert re.search(hook["files"], f"papers/ESSAY{suffix.upper()}")
        assert not re.search(hook["files"], f"papers/essay{suffix}.bak")


@pytest.mark.parametrize("name", hooks())
def test_the_hook_calls_options_that_there_are(name: str) -> None:
    hook = hooks()[name]
    program, name, *options = hook["entry"].split()
    assert (program, hook["language"], hook["require_serial"]) == ("citelint", "python", "true")
    command = commands.get_command(None, name)  # type: ignore[arg-type]
    assert command
    known = {option for parameter in command.params for option in parameter.opts}
    assert set(options) <= known
    assert "types" not in hook


def test_the_ci_script_is_sound_shell() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
    assert "set -euo pipefail" in script.read_text("utf-8")


@pytest.mark.parametrize("target", ["demo", "test", "check", "score", "bench"])
def test_make_knows_its_targets(target: str) -> None:
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_fixing_hook_takes_text_alone() -> None:
    assert re.search(hooks()["citelint-fix"]["files"], "papers/essay.md")
    assert not re.search(hooks()["citelint-fix"]["files"], "papers/essay.docx")


def step(text: str) -> str:
    """Give the script of the last step of the action."""
    return textwrap.dedent(text.rpartition("run: |\n")[2])


@pytest.fixture(scope="module")
def action() -> str:
    return (ROOT / "action.yml").read_text("utf-8")


def test_no_input_of_the_action_stands_in_a_script(action: str) -> None:
    scripts = re.findall(r"run: \|\n((?: {8}.*\n|\n)+)", action)
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_the_action_names_others_by_their_commit(action: str) -> None:
    used = [*re.findall(r"uses: (\S+)", action), *re.findall(r"uses: (actions/\S+)", workflow())]
    assert used
    assert all(re.fullmatch(r"[\w/-]+@([0-9a-f]{40}|REF)", name) for name in used)


def workflow() -> str:
    return (ROOT / "examples" / "github-workflow.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("essay", "more", "code"),
    [
        ("[1] Id. at 5.\n", {}, 1),
        ("[1] Id. at 5.\n", {"FAIL_ON": "never"}, 0),
        ("[1] Id. at 5.\n", {"IGNORE": "ID,NUM"}, 0),
        ("no note here\n", {"FAIL_ON": "never"}, 2),
        ("no note here\n", {"ALLOW_EMPTY": "true"}, 0),
    ],
)
def test_the_action_passes_and_fails_as_it_should(
    tmp_path: Path, action: str, essay: str, more: dict[str, str], code: int
) -> None:
    names = ("PATHS", "SELECT", "IGNORE", "FAIL_ON", "EXCLUDE", "ALLOW_EMPTY", "SARIF")
    assert set(re.findall(r"^ {8}([A-Z_]+): ", action.rpartition("env:")[2], re.M)) == set(names)
    # a name that a shell would take for commands, were it ever to read it
    paper = tmp_path / "a $(touch stolen) paper.txt"
    paper.write_text(essay, "utf-8")
    command = Path(sys.executable).with_name("citelint")
    (tmp_path / "citelint" / "bin").mkdir(parents=True)
    (tmp_path / "citelint" / "bin" / "citelint").symlink_to(command)
    summary = tmp_path / "summary.md"
    given = dict.fromkeys(names, "") | {"PATHS": f"{paper}\n", "FAIL_ON": "warning", "SARIF": "out.sarif"} | more
    environment = {**os.environ, **given, "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(summary)}
    done = subprocess.run(
        ["bash", "-c", step(action)], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert not (tmp_path / "stolen").exists()
    assert (tmp_path / "out.sarif").is_file()
    assert "citelint" in summary.read_text("utf-8")
    assert ("::error" in done.stdout) == (("Id." in essay and "IGNORE" not in more) or code == 2)


def test_a_library_that_is_imported_in_some_packages_alone_is_forbidden_to_all_others() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    package = ROOT / "src" / "citelint"
    found = {p.stem for p in package.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    parts = {f"citelint.{name}" for name in found if not name.startswith("__")}
    forbidding = [contract for contract in contracts if contract["type"] == "forbidden"]
    assert {library for contract in forbidding for library in contract["forbidden_modules"]} >= {
        "click",
        "lark",
        "rich",
    }
    for contract in forbidding:
        allowed = re.fullmatch(r"\w+ is imported in (.*) alone", contract["name"])
        assert allowed
        others = {f"citelint.{name}" for name in allowed[1].split(" and ")}
        assert set(contract["source_modules"]) == parts - others, contract["name"]
