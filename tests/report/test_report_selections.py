"""Whatever is ignored, selected or called milder: exit code, closing lines and findings agree in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from xml.etree import ElementTree

import pytest

from citelint.cli.check import findings_code
from citelint.config import Config
from citelint.model.diagnostic import Severity
from citelint.model.run import FileResult, Run
from citelint.pipeline import check, check_again
from citelint.report import formats, rendered
from citelint.report.layout.look import Look
from citelint.report.layout.totals import closing

BROKEN = sorted((Path(__file__).parents[2] / "samples" / "broken").iterdir())
PLAIN = {"Error.": "error", "Warning.": "warning", "Suggestion.": "suggestion"}
LEVELS = {"error": "error", "warning": "warning", "note": "suggestion", "notice": "suggestion"}
GITLAB = {"major": "error", "minor": "warning", "info": "suggestion"}
RDJSON = {"ERROR": "error", "WARNING": "warning", "INFO": "suggestion"}
LOOK = Look(fixable=True, suggestions=True, width=400)


def selections(result: FileResult) -> dict[str, Config]:
    """Give settings that ignore, select and make milder each rule and family that found something."""
    codes = {finding.code for finding in result.diagnostics}
    words = sorted(codes | {code.rstrip("0123456789") for code in codes})
    return (
        {f"ignore {word}": Config(ignore=(word,)) for word in words}
        | {f"ignore {word} here": Config(ignore_here=(word,)) for word in words}
        | {f"select {word}": Config(select=(word,)) for word in words}
        | {f"suggest {word}": Config(severity={word: Severity.SUGGESTION}) for word in words}
        | {f"warn {word}": Config(severity={word: Severity.WARNING}) for word in words}
        | {
            f"select {word} as suggestion": Config(select=(word,), severity={"all": Severity.SUGGESTION})
            for word in words
        }
    )


def told(name: str, run: Run) -> Counter[str]:
    """Count what a format tells, by severity: what machines count, or all lines for people but those of headlines."""
    text = rendered(name, run, LOOK).decode("utf-8-sig")
    match name:
        case "json":
            whole = json.loads(text)
            summary = {kind: whole["summary"][f"{kind}s"] for kind in ("error", "warning", "suggestion")}
            one = Counter(
                d["severity"] for f in whole["files"] for d in f["findings"] if not (d["notes"] and d["group"])
            )
            assert one == +Counter(summary)
            return one
        case "jsonl":
            lines = [json.loads(line) for line in text.splitlines()]
            return Counter(d["severity"] for d in lines if "code" in d and not (d["notes"] and d["group"]))
        case "csv":
            rows = list(csv.DictReader(io.StringIO(text)))
            return Counter(row["severity"] for row in rows if not (row["cause"] and is_headline(run, row["code"])))
        case "sarif":
            results = json.loads(text)["runs"][0]["results"]
            return Counter(LEVELS[one["level"]] for one in results if not one["properties"]["headline"])
        case "gitlab":
            return Counter(GITLAB[one["severity"]] for one in json.loads(text))
        case "rdjson":
            return Counter(RDJSON[one["severity"]] for one in json.loads(text)["diagnostics"])
        case "junit":
            cases = ElementTree.fromstring(text).iter("testcase")
            kinds = [case.find("failure") for case in cases]
            skipped = sum(1 for _ in ElementTree.fromstring(text).iter("skipped"))
            return +Counter([*(kind.get("type", "") for kind in kinds if kind is not None), *["suggestion"] * skipped])
        case "concise":
            found = re.findall(r"^\S+:\d+:\d+: (\w+) (\w+) ", text, re.MULTILINE)
            return Counter(kind for kind, code in found if not is_headline(run, code))
        case "plain":
            found = re.findall(r"^(Error|Warning|Suggestion)\. .* Rule (\w+), [\w-]+\.$", text, re.MULTILINE)
            return Counter(kind.lower() for kind, code in found if not is_headline(run, code))
    raise AssertionError(name)


def is_headline(run: Run, code: str) -> bool:
    return any(finding.is_headline for finding in run.files[0].diagnostics if finding.code == code)


def shown(said: list[str], kinds: Counter[str], headlines: set[str]) -> None:
    """Hold headings, of which one may stand for many findings, against the findings: the gravest is among them."""
    assert set(said) <= set(kinds) | headlines
    assert [k for k in Severity if k in said][:1] == [k for k in Severity if k in kinds][:1]


def agrees(run: Run, config: Config) -> None:
    """Hold all that is told of a run against its findings."""
    (result,) = run.files
    kinds = +Counter(finding.severity.value for finding in run.diagnostics)
    for name in set(formats()) - {"full", "github"}:
        assert told(name, run) == kinds, name
    headlines = {finding.severity.value for finding in result.diagnostics if finding.is_headline}
    full = rendered("full", run, LOOK).decode()
    shown(re.findall(r"^(error|warning|suggestion) [A-Z]+\d+ ", full, re.MULTILINE), kinds, headlines)
    github = rendered("github", run, LOOK).decode()
    shown([LEVELS[kind] for kind in re.findall("^::([a-z]+) ", github, re.MULTILINE)], kinds, headlines)
    wrong = kinds["error"] + kinds["warning"] > 0
    lines = "\n".join(closing(run, LOOK))
    assert ("No errors, no warnings" in lines) is not wrong
    for kind in ("error", "warning"):
        counted = re.search(rf"\b(\d+) {kind}s?[,;.]", lines)
        assert int(counted[1] if counted else 0) == kinds[kind]
    settings = SimpleNamespace(of=lambda path: SimpleNamespace(config=config))
    assert findings_code(run, cast("Any", settings)) == wrong
    assert rendered("html", run, LOOK)
    for headline in (finding for finding in result.diagnostics if finding.is_headline):
        members = [d for d in result.diagnostics if d.group == headline.group and not d.is_headline]
        assert members
        assert {d.note for d in members} == set(headline.members)
        assert headline.severity.rank >= min(d.severity.rank for d in members)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_all_formats_and_the_exit_code_agree_whatever_is_selected(path: Path) -> None:
    result = check(path.read_bytes(), path.name, Config())
    assert result.diagnostics
    agrees(Run((result,), "0"), Config())
    for said, config in selections(result).items():
        run = Run((check_again(result, config),), "0")
        try:
            agrees(run, config)
        except AssertionError as error:
            raise AssertionError(f"{said}: {error}") from error


@pytest.mark.parametrize(
    ("name", "cause", "member"),
    [("inserted-note.md", "XRF010", "SUP002"), ("stale-fields.docx", "XRF014", "XRF011")],
)
def test_a_cause_is_told_with_what_follows_from_it_or_where_it_was_selected_alone(
    name: str, cause: str, member: str
) -> None:
    path = next(path for path in BROKEN if path.name == name)
    result = check(path.read_bytes(), name, Config())
    (headline,) = (d for d in result.diagnostics if d.is_headline)
    assert headline.code == cause
    assert len({(one.note, one.span) for one in headline.related}) == len(headline.related)

    def codes(**settings: Any) -> Counter[str]:
        return Counter(d.code for d in check_again(result, Config(**settings)).diagnostics)

    assert not codes(ignore=(member,))
    assert not codes(ignore_here=(member,))
    assert not codes(ignore=(member,), extend_select=(cause,)), "what was ignored is told under no other name"
    assert codes(ignore=(cause,)) == codes(select=(member,)) == {member: codes()[member]}
    assert codes(select=(cause,)) == {cause: 1}
    (alone,) = check_again(result, Config(select=(cause,))).diagnostics
    assert alone == replace(headline, group=None)
    told = rendered("full", Run((replace(result, diagnostics=(alone,)),), "0"), Look(fixable=True)).decode()
    assert "typed" not in told.partition("help:")[0].splitlines()[-1]
    assert "help: citelint fix" in told
    assert "\n1 error.\n" in told
