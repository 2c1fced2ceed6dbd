"""Every example of every rule: our own, and the catalogue's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from catalogue import ADDED, CORRECTED, catalogue, is_own
from trial import marked, try_rules

from citelint.lint import Rule
from citelint.lint.examples import as_file
from citelint.model.span import Span
from citelint.rules import all_rules

each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)


@each_rule
def test_bad_examples_break_their_rule_alone_and_where_the_carets_are(rule: Rule) -> None:
    for example in rule.bad:
        name, text = example.file
        trial = try_rules(name, text, example.config)
        assert rule.code in trial.codes, f"nothing found in\n{text}"
        assert set(trial.codes) == {rule.code, *example.also}, f"in\n{text}"
        if example.carets:
            shown = [_at_least_one(span) for span in trial.places(rule.code)]
            assert shown == list(example.carets), f"these are the carets of what was found:\n{marked(text, shown)}"


@each_rule
def test_good_examples_keep_their_rule(rule: Rule) -> None:
    for example in rule.good:
        name, text = example.file
        trial = try_rules(name, text, example.config)
        assert not trial.of(rule.code), f"in\n{text}"


@each_rule
def test_fixes_give_the_text_they_say_remove_their_finding_and_add_none(rule: Rule) -> None:
    for example in rule.bad:
        name, text = example.file
        before = try_rules(name, text, example.config)
        if example.fixed_text is None:
            continue
        mended = before.fixed(rule.code)
        assert mended == example.fixed_text
        after = try_rules(name, mended, example.config)
        assert rule.code not in after.codes, f"still there in\n{mended}"
        assert not Counter(after.codes) - Counter(before.codes), f"new in\n{mended}"


@each_rule
def test_a_rule_offers_a_fix_if_and_only_if_an_example_shows_it(rule: Rule) -> None:
    offered = [
        finding.fix is not None
        for example in rule.bad
        for finding in try_rules(*example.file, example.config).of(rule.code)
    ]
    assert any(offered) is rule.fixable


@each_rule
def test_every_finding_says_why_it_is_sure(rule: Rule) -> None:
    for example in rule.bad:
        for finding in try_rules(*example.file, example.config).found:
            sure = finding.sure
            assert sure.why, f"{finding.code} says nothing in\n{example.file[1]}"
            assert sure.why not in (finding.message, finding.why), "that says what is wrong, not why it is sure"
            assert "\n" not in sure.why
            assert sure.level == "likely" or ", but " not in sure.why, "a doubt is told of what is called certain"


@each_rule
def test_examples_of_the_catalogue(rule: Rule, shared: Path) -> None:
    entry = catalogue(shared).get(rule.code, {"bad": (), "good": ()} if rule.code in ADDED or is_own(rule.code) else {})
    faults = []
    for index, text in enumerate(entry["bad"]):
        trial = try_rules(*_file(rule, CORRECTED.get((rule.code, "bad", index), (text,))[0]))
        allowed = {rule.code, *(entry.get("also") or {}).get(str(index), ())}
        if rule.code not in trial.codes or not set(trial.codes) <= allowed:
            faults.append(f"bad {index} gives {trial.codes}:\n{text}")
    for index, text in enumerate(entry["good"]):
        trial = try_rules(*_file(rule, CORRECTED.get((rule.code, "good", index), (text,))[0]))
        if trial.of(rule.code):
            faults.append(f"good {index} gives {trial.codes}:\n{text}")
    assert not faults, "\n\n".join(faults)


def test_corrected_examples_are_those_of_rules_that_exist(shared: Path) -> None:
    for code, kind, index in CORRECTED:
        assert index < len(catalogue(shared)[code][kind])
        assert CORRECTED[code, kind, index][1], "a correction wants a reason"


def _file(rule: Rule, text: str) -> tuple[str, str]:
    """Give the file that an example of the catalogue stands for; those of rules about Word are Word files."""
    return ("essay.docx", text) if all(example.word for example in rule.bad) else as_file(text)


def _at_least_one(span: Span) -> Span:
    """Give the span that carets can show: an empty one is shown by one caret."""
    return span if span.start < span.end else Span(span.start, span.start + 1)


def test_carets_that_are_wrong_are_answered_by_the_right_ones() -> None:
    text = "[1] Roe,, A Title.. B..\n[2] Id.\n"
    assert marked(text, [Span(7, 9), Span(17, 19), Span(21, 23), Span(29, 30)]) == (
        "[1] Roe,, A Title.. B..\n       ^^        ^^  ^^\n[2] Id.\n     ^\n"
    )
