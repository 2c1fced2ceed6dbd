"""Which rules run."""

from __future__ import annotations

import pytest

from citelint.config import Config
from citelint.lint import Context, Report, Reports, Rule, UnknownRule, find_rule, rule, select, severity_of
from citelint.model.diagnostic import Severity
from citelint.model.document import Document
from citelint.rules import all_rules


def make(code: str, name: str, **settings: object) -> Rule:
    def check(document: Document, context: Context) -> Reports:
        yield Report(document.notes[0].span, name)

    check.__name__ = name
    return rule(code, **settings)(check)  # type: ignore[arg-type]


RULES = (
    make("SUP001", "supra_missing_target"),
    make("SUP002", "supra_wrong_note"),
    make("SUP014", "supra_pinpoint_form", default=False),
    make("SUP015", "supra_in_a_brief", default="practitioner"),
    make("ORD001", "order_of_authorities", editions=(20,)),
    make("NUM000", "no_notes_found", selectable=False),
)


def codes(**settings: object) -> list[str]:
    return [rule.code for rule in select(RULES, Config(**settings))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "SUP001 SUP002"),
        ({"style": "practitioner"}, "SUP001 SUP002 SUP015"),
        ({"edition": 20}, "SUP001 SUP002 ORD001"),
        ({"select": ("all",)}, "SUP001 SUP002 SUP014 SUP015"),
        ({"select": ("SUP014",)}, "SUP014"),
        ({"select": ("sup014",)}, "SUP014"),
        ({"select": ("supra-pinpoint-form",)}, "SUP014"),
        ({"select": ("SUP",)}, "SUP001 SUP002 SUP014 SUP015"),
        ({"select": ("SUP00",)}, "SUP001 SUP002"),
        ({"select": ()}, ""),
        ({"extend_select": ("SUP014",)}, "SUP001 SUP002 SUP014"),
        ({"select": ("SUP001",), "extend_select": ("SUP014",)}, "SUP001 SUP014"),
        ({"ignore": ("SUP002",)}, "SUP001"),
        ({"ignore": ("supra-wrong-note",)}, "SUP001"),
        ({"ignore": ("SUP",)}, ""),
        ({"ignore": ("all",)}, ""),
        ({"select": ("SUP",), "ignore": ("SUP01",)}, "SUP001 SUP002"),
        ({"ignore": ("SUP",), "extend_select": ("SUP002",)}, "SUP002"),
        ({"ignore": ("SUP002",), "extend_select": ("SUP002",)}, "SUP001"),
        ({"select": ("ORD001",)}, ""),
        ({"select": ("NUM000",)}, ""),
        ({"ignore": ("NUM000",)}, "SUP001 SUP002"),
    ],
)
def test_selection(settings: dict[str, object], expected: str) -> None:
    assert codes(**settings) == expected.split()


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("SUP022", "SUP002"),
        ("SPU", "SUP"),
        ("supra-wrong-notes", "supra-wrong-note"),
        ("defualt", "default"),
        ("quite something else", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("place", ["select", "extend_select", "ignore"])
def test_an_unknown_word_is_refused_with_the_nearest(word: str, suggestion: str | None, place: str) -> None:
    with pytest.raises(UnknownRule) as error:
        codes(**{place: (word,)})
    assert (error.value.name, error.value.suggestion) == (word, suggestion)
    assert repr(word) in str(error.value)
    assert suggestion is None or suggestion in str(error.value)


def test_an_unknown_severity_is_refused() -> None:
    with pytest.raises(UnknownRule, match=r"SUP0022.*SUP002\?"):
        codes(severity={"SUP0022": Severity.ERROR})


@pytest.mark.parametrize("name", ["SUP002", "sup002", "supra-wrong-note", "supra_wrong_note", "Supra-Wrong-Note"])
def test_a_rule_is_found_by_code_or_name(name: str) -> None:
    assert find_rule(RULES, name) is RULES[1]


@pytest.mark.parametrize(("name", "suggestion"), [("SUP02", "SUP002"), ("SUP", "SUP001"), ("default", "SUP001")])
def test_what_means_several_rules_is_no_rule(name: str, suggestion: str) -> None:
    with pytest.raises(UnknownRule) as error:
        find_rule(RULES, name)
    assert error.value.suggestion == suggestion


def test_severity_of() -> None:
    config = Config(severity={"SUP": Severity.WARNING, "SUP002": Severity.SUGGESTION})
    assert [severity_of(r, config) for r in RULES[:3]] == [Severity.WARNING, Severity.SUGGESTION, Severity.WARNING]
    assert severity_of(RULES[4], config) is None
    assert severity_of(RULES[0], Config()) is None


def test_our_own_rules_are_selected_by_default() -> None:
    assert {"PUN002", "NUM011"} <= {r.code for r in select(all_rules(), Config())}
    assert "NUM000" not in {r.code for r in select(all_rules(), Config(select=("all",)))}


@pytest.mark.parametrize(("typed", "meant"), [("SUP0O2", "SUP002"), ("ORDOO1", "ORD001"), ("SUPO01", "SUP001")])
def test_a_letter_typed_for_a_digit_is_seen_through(typed: str, meant: str) -> None:
    with pytest.raises(UnknownRule) as error:
        select(RULES, Config(select=(typed,)))
    assert error.value.suggestion == meant
