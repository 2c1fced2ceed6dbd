"""`config`, `init` and `completions`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import Cli

from citelint.cli.completions import SHELLS
from citelint.cli.main import COMMANDS
from citelint.config.keys import KEYS

NOTES = "[1] Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018).\n[2] Id.\n"


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def test_what_is_in_force_is_shown_with_where_it_came_from(cli: Cli) -> None:
    put("a/essay.txt", NOTES)
    put(
        "a/citelint.toml",
        "edition = 20\nignore = ['SUP']\n[[house]]\ncode = 'HOU001'\npattern = '\\bx'\nmessage = 'm'\n",
    )
    result = cli("config", "a/essay.txt", "--ignore", "NUM", "--format", "json", CITELINT_STYLE="practitioner")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["file"] == "a/citelint.toml"
    entries = {entry["key"]: (entry["value"], entry["origin"]) for entry in told["settings"]}
    assert list(entries) == [*(key.name for key in KEYS), "house"]
    assert entries["edition"] == (20, "a/citelint.toml:1")
    assert entries["style"] == ("practitioner", "CITELINT_STYLE")
    assert entries["ignore"] == (["SUP", "NUM"], "a/citelint.toml:2 and --ignore")
    assert entries["numbering"] == ("continuous", "default")
    assert entries["house"][1] == "a/citelint.toml:5"
    for path in ("a", "a/essay.txt"):
        shown = cli("config", path).stdout
        assert re.search(r"^edition +20 +a/citelint.toml:1$", shown, re.M)
        assert max(map(len, shown.splitlines())) <= 80
    assert "no file of configuration" in cli("config").stdout
    assert "no file of configuration" in cli("config", "a", "--isolated").stdout


def test_a_configuration_that_is_wrong_is_told_here_too(cli: Cli) -> None:
    put("citelint.toml", "ignore = ['SPU']\n")
    result = cli("config")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "did you mean SUP?" in result.stderr
    put("citelint.toml", "[[house]]\ncode = 'HOU001'\npattern = '('\nmessage = 'm'\n")
    result = cli("config")
    assert result.exit_code == 2
    assert "citelint.toml:3: house rule HOU001 has a pattern that is no regular expression" in result.stderr
    assert cli("config", "nowhere").exit_code == 2
    assert cli("config", "a", "b").exit_code == 2


def test_the_schema_is_printed(cli: Cli) -> None:
    assert set(json.loads(cli("config", "--schema").stdout)["properties"]) >= {"edition", "house", "rules"}


def test_init_writes_what_can_be_read_and_replaces_nothing(cli: Cli) -> None:
    put("essays/one.md", "A.[^1]\n\n[^1]: Id.\n")
    put("essays/two.txt", NOTES)
    put("essays/parts.txt", NOTES + NOTES)
    put("essays/drafts/three.txt", NOTES)
    result = cli("init", "essays")
    assert result.exit_code == 0, result.stderr
    text = Path("essays/citelint.toml").read_text("utf-8")
    assert "# Seen here: 1 .md, 3 .txt." in text
    assert tomllib.loads(text) == {"exclude": ["drafts/**"], "numbering": "per-section", "rules": {}}
    assert max(map(len, text.splitlines())) <= 80
    assert cli("config", "essays").exit_code == 0
    again = cli("init", "essays")
    assert (again.exit_code, again.stderr) == (2, "citelint: essays/citelint.toml exists: it is not replaced\n")
    assert Path("essays/citelint.toml").read_text("utf-8") == text


def test_every_line_of_it_can_be_switched_on(cli: Cli) -> None:
    text = cli("init", "--dry-run").stdout
    assert not Path("citelint.toml").exists()
    on = re.sub(r"^# (\[.*|[\w-]+ = .*|\"[\w/*-]+\" = .*)$", r"\1", text, flags=re.M)
    data = tomllib.loads(on)
    for key in KEYS:
        table, _, name = key.name.rpartition(".")
        assert name in (data[table] if table else data), key.name
    put("citelint.toml", on)
    assert cli("config").exit_code == 0, cli("config").stderr


def test_init_goes_round_nothing(cli: Cli) -> None:
    put("pyproject.toml", "[tool.citelint]\nedition = 20\n")
    result = cli("init")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pyproject.toml has the table" in result.stderr
    assert cli("init", "nowhere").exit_code == 2
    os.mkdir("shut")
    os.chmod("shut", 0o500)
    if os.geteuid():
        assert "permission denied" in cli("init", "shut").stderr


def test_there_is_a_script_for_each_shell(cli: Cli) -> None:
    for shell in SHELLS:
        result = cli("completions", shell)
        assert result.exit_code == 0
        assert f"_CITELINT_COMPLETE={shell}_complete" in result.stdout
    wrong = cli("completions", "fisch")
    assert wrong.exit_code == 2
    assert "did you mean fish?" in wrong.stderr


def completed(tmp_path: Path, *words: str) -> list[str]:
    """Give what real bash offers for the last of the words after `citelint`, by the script that is printed."""
    program = tmp_path / "bin" / "citelint"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from citelint.cli.main import run; run()" "$@"\n')
    program.chmod(0o755)
    line = " ".join(f"'{word}'" for word in words)
    script = (
        'eval "$(citelint completions bash)"\n'
        f"COMP_WORDS=(citelint {line}); COMP_CWORD={len(words)}; COMP_LINE=x\n"
        "compopt() { COMPREPLY+=(FILES); }\n"
        "_citelint_completion citelint\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = os.environ | {"PATH": f"{program.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "--norc", "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.split("\n")[:-1]


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_commands_options_words_and_rules(tmp_path: Path) -> None:
    assert completed(tmp_path, "no") == ["FILES", "notes"]
    assert set(COMMANDS) <= set(completed(tmp_path, ""))
    assert "FILES" in completed(tmp_path, "check", "es")
    assert completed(tmp_path, "check", "--iso") == ["--isolated"]
    assert completed(tmp_path, "check", "--style", "pr") == ["practitioner"]
    assert "SUP002" in completed(tmp_path, "check", "--select", "sup0")
    assert "SUP002" in completed(tmp_path, "explain", "SUP00")
