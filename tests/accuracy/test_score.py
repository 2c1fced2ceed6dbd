"""What is claimed of real articles holds: proved errors found, right notes named, findings true, references resolved.

The articles are other people's and no part of the project: the test is skipped where they are not at hand. Findings
outside what was proved were judged by reading; `verdicts.json` beside this file has the verdicts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

VERDICTS = Path(__file__).with_name("verdicts.json")
MOST_WORDS = 8
"""Of a finding's text no more is quoted in a verdict."""

Score = dict[str, Any]


def share(part: int, whole: int) -> float:
    """Give the percentage, of nothing 100."""
    return 100 * part / whole if whole else 100.0


def true_share(*keys: str) -> Callable[[Score], float]:
    """Give what computes the share of true findings among those judged or proved."""

    def of(score: Score) -> float:
        states = [score["states"][key] for key in keys if key in score["states"]]
        sure = sum(state["gold"] + state["true"] for state in states)
        return share(sure, sure + sum(state["false"] for state in states))

    return of


BARS: dict[str, tuple[float, Callable[[Score], float]]] = {
    "proved errors found": (97, lambda s: share(s["found"], s["gold"])),
    "right note named": (97, lambda s: share(s["right_answer"], s["answerable"])),
    "findings true": (95, true_share("error", "warning")),
    "errors true": (97, true_share("error")),
    "warnings true": (85, true_share("warning")),
    "references resolved rightly": (
        98,
        lambda s: share(s["links_right"], s["links_right"] + s["links_wrong"] + s["links_lost"]),
    ),
    "notes split as a reader does": (95, lambda s: share(s["parse_split"], s["parse_notes"])),
    "hard notes split as a reader does": (85, lambda s: share(s["parse-hard_split"], s["parse-hard_notes"])),
    "kinds": (97, lambda s: share(s["parse_kind"], s["parse_kind_of"])),
    "fields": (93, lambda s: share(s["parse_field"], s["parse_field_of"])),
}
"""Each figure's least percentage, and how it is taken from the totals."""


@pytest.fixture(scope="module")
def score(shared: Path) -> Score:
    script = shared / "corpus" / "score.py"
    if not script.is_file():
        pytest.skip(f"there are no articles at {script.parent}")
    command = Path(sys.executable).with_name("citelint")
    done = subprocess.run(
        [sys.executable, str(script), "--json", "--citelint", str(command), "--verdicts", str(VERDICTS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    total: Score = json.loads(done.stdout)
    print()
    for name, (bar, figure) in BARS.items():
        print(f"{name:36} {figure(total):6.1f}%   at least {bar}%")
    return total


@pytest.mark.parametrize("name", BARS)
def test_a_figure_is_not_below_its_bar(name: str, score: Score) -> None:
    bar, figure = BARS[name]
    assert figure(score) >= bar


def test_no_article_is_misread(score: Score) -> None:
    assert score["misread"] == 0


def test_every_finding_about_references_was_judged(score: Score) -> None:
    unjudged = {key: score["states"][key]["unjudged"] for key in ("error", "warning") if key in score["states"]}
    assert not any(unjudged.values())


def test_verdicts_quote_a_few_words_alone() -> None:
    verdicts = json.loads(VERDICTS.read_text("utf-8"))
    told = [verdict for of_one in verdicts.values() for verdict in of_one]
    assert all(verdict["verdict"] in ("true", "false") and verdict["why"] for verdict in told)
    assert all(len(verdict["text"].split()) <= MOST_WORDS for verdict in told)
