"""The engine: what it hands to rules, and what it makes of their reports."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pieces import NO_LINKS, piece

from citelint.config import Config
from citelint.lint import Context, Findings, Report, Reports, Rule, change, lint, review, rule
from citelint.model.citation import Id, Mention, Supra
from citelint.model.diagnostic import Diagnostic, Edit, Severity
from citelint.model.document import Document, Note
from citelint.model.span import Span

ESSAY = piece("Roe, A Title.", "Id.; Roe, supra note 1.", "Roe, supra note 2.")


def run(*rules: Rule, document: Document = ESSAY, config: Config | None = None) -> tuple[Diagnostic, ...]:
    return lint(document, NO_LINKS, config or Config(), rules)


@rule("TST001")
def id_seen(id: Id, context: Context) -> Reports:
    """Report every Id."""
    yield Report(id.span, "an id", hint="here")


@rule("TST002", severity=Severity.WARNING, bluebook="4.2")
def supra_seen(supra: Supra, context: Context) -> Reports:
    """Report every supra."""
    yield Report(supra.span, f"supra of {supra.name.value}", likely=supra.note == 2)


@rule("TST003")
def back_seen(reference: Id | Supra, context: Context) -> Reports:
    """Report both kinds."""
    yield Report(reference.span, type(reference).__name__)


@rule("TST004")
def mention_seen(mention: Mention, context: Context) -> Reports:
    """Report every mention."""
    yield Report(mention.span, type(mention).__name__)


@rule("TST005")
def note_seen(note: Note, context: Context) -> Reports:
    """Report every note."""
    yield Report(note.span, context.text(note.span))


@rule("TST006")
def document_seen(document: Document, context: Context) -> Reports:
    """Report the document, and its last note."""
    yield Report(Span(0, 0), "whole")
    yield Report(document.notes[-1].span, "last", note=document.notes[-1].ordinal)


@pytest.mark.parametrize(
    ("one", "messages"),
    [
        (id_seen, ["an id"]),
        (supra_seen, ["supra of Roe", "supra of Roe"]),
        (back_seen, ["Id", "Supra", "Supra"]),
        (mention_seen, ["Id", "Supra", "Supra"]),
        (note_seen, ["Roe, A Title.", "Id.; Roe, supra note 1.", "Roe, supra note 2."]),
        (document_seen, ["whole", "last"]),
    ],
)
def test_annotation_says_what_a_rule_is_handed(one: Rule, messages: list[str]) -> None:
    assert [d.message for d in run(one)] == messages


def test_findings_carry_the_rule_and_the_note() -> None:
    (finding,) = run(id_seen)
    assert (finding.code, finding.name, finding.severity, finding.note) == ("TST001", "id-seen", Severity.ERROR, 1)
    assert (finding.hint, finding.apparatus, finding.section) == ("here", "footnotes", 1)
    assert ESSAY.text[slice(*finding.span)] == "Id"
    assert [d.bluebook for d in run(supra_seen)] == ["4.2", "4.2"]


def test_a_finding_of_the_document_has_no_note_unless_it_says_so() -> None:
    assert [(d.message, d.note) for d in run(document_seen)] == [("whole", None), ("last", 2)]


def test_order_is_note_place_code() -> None:
    found = run(mention_seen, back_seen, note_seen, document_seen)
    assert found[0].note is None
    places = [(d.note, d.span.start, d.span.end, d.code) for d in found[1:]]
    assert places == sorted(places)  # type: ignore[type-var]


def test_what_is_likely_drops_a_step() -> None:
    sure, likely = run(supra_seen)
    assert (sure.severity, sure.sure.level) == (Severity.WARNING, "certain")
    assert (likely.severity, likely.sure.level) == (Severity.SUGGESTION, "likely")


@rule("TST007")
def mildly(id: Id, context: Context) -> Reports:
    """Report with a severity of its own."""
    yield Report(id.span, "as it is", likely=True, severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("set_to", "gives"),
    [(None, "warning"), ("error", "warning"), ("warning", "warning"), ("suggestion", "suggestion")],
)
def test_own_severity_of_a_report_is_only_ever_made_milder(set_to: str | None, gives: str) -> None:
    config = Config(severity={"TST007": Severity(set_to)} if set_to else {})
    assert [d.severity for d in run(mildly, config=config)] == [Severity(gives)]


@pytest.mark.parametrize("word", ["TST001", "tst001", "id-seen", "id_seen", "TST", "all"])
def test_severity_of_the_settings_overrides(word: str) -> None:
    (finding,) = run(id_seen, config=Config(severity={word: Severity.SUGGESTION}))
    assert finding.severity is Severity.SUGGESTION


def test_the_most_exact_severity_wins() -> None:
    config = Config(severity={"TST001": Severity.SUGGESTION, "all": Severity.ERROR, "TST": Severity.WARNING})
    assert [d.severity for d in run(id_seen, config=config)] == [Severity.SUGGESTION]


@rule("TST008")
def twice(note: Note, context: Context) -> Reports:
    """Report the same thing twice, and another at the same place."""
    for message in ("same", "same", "other"):
        yield Report(note.span, message)


def test_the_same_finding_is_given_once() -> None:
    assert [d.message for d in run(twice, document=piece("A note."))] == ["same", "other"]


@rule("TST010", over=("TST002",))
def shifted(findings: Findings, context: Context) -> Reports:
    """Gather the findings of TST002, and add one of TST001."""
    further = Report(Span(0, 1), "follows", code="TST001", note=0, severity=Severity.WARNING, expected_note="9")
    yield Report(Span(0, 0), f"{len(findings)} are wrong", gathers=(*findings, further))


def test_a_rule_over_findings_gathers_members_beneath_a_headline() -> None:
    found = run(id_seen, supra_seen, note_seen, shifted)
    (headline,) = [d for d in found if d.code == "TST010"]
    assert (headline.message, headline.members, headline.group) == ("2 are wrong", (0, 1, 2), "TST010-1")
    assert headline.note is None
    assert [d.code for d in found if d.group == headline.group and d is not headline] == ["TST001", "TST002", "TST002"]
    assert [(d.message, d.note, d.severity, d.expected_note) for d in found if d.message == "follows"] == [
        ("follows", 0, Severity.WARNING, "9")
    ]
    assert all(d.group is None for d in found if d.code == "TST005")


def test_what_a_rule_gathers_is_found_for_it_even_where_it_is_not_selected(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (id_seen, supra_seen, shifted)
    monkeypatch.setattr("citelint.lint.engine.rules_in", lambda: known)
    found = lint(ESSAY, NO_LINKS, Config(select=("TST010",)))
    assert [(d.code, d.members) for d in found] == [("TST010", (0, 1, 2))]
    assert [d.code for d in lint(ESSAY, NO_LINKS, Config(select=("TST001",)))] == ["TST001"]


@rule("TST011")
def nothing_gathered(findings: Findings, context: Context) -> Reports:
    """Report on everything found, without members."""
    yield Report(Span(0, 0), ",".join(d.code for d in findings))


def test_a_rule_over_findings_is_handed_all_of_them_in_order() -> None:
    (headline,) = [d for d in run(nothing_gathered, supra_seen, id_seen) if d.code == "TST011"]
    assert (headline.message, headline.group, headline.members) == ("TST001,TST002,TST002", None, ())


def test_facts_are_worked_out_once() -> None:
    asked = []

    def dear(context: Context) -> int:
        asked.append(context)
        return len(context.document.notes)

    @rule("TST020")
    def first(note: Note, context: Context) -> Reports:
        """Ask."""
        yield Report(note.span, str(context.facts(dear)))

    @rule("TST021")
    def second(note: Note, context: Context) -> Reports:
        """Ask again."""
        yield Report(note.span, str(context.facts(dear)))

    assert {d.message for d in run(first, second)} == {"3"}
    assert len(asked) == 1
    run(first)
    assert len(asked) == 2, "another run asks anew"


def test_fixes_come_through() -> None:
    edit = Edit(Span(1, 2), "x")

    @rule("TST030")
    def mends(id: Id, context: Context) -> Reports:
        """Offer a fix."""
        yield Report(id.span, "mend", fix=review(edit), found="a", expected="b", why="c", sure="d")

    (finding,) = run(mends)
    assert finding.fix == review(edit)
    assert (finding.found, finding.expected, finding.why, finding.sure.why) == ("a", "b", "c", "d")


@pytest.mark.parametrize("annotation", ["int", "'Note | str'", "None"])
def test_a_rule_that_takes_nothing_known_is_refused(annotation: str) -> None:
    scope: dict[str, object] = {"Note": Note, "__name__": __name__}
    exec(f"def wrong(thing: {annotation}, context) -> None: ...", scope)
    with pytest.raises(TypeError, match="wrong: no rule can be handed"):
        rule("TST099")(scope["wrong"])  # type: ignore[arg-type]


def test_a_rule_without_annotation_is_refused() -> None:
    def wrong(thing, context):  # type: ignore[no-untyped-def]
        """Take who knows what."""

    with pytest.raises(TypeError, match="thing"):
        rule("TST099")(wrong)


def test_the_walk_is_linear() -> None:
    handed = []

    @rule("TST040")
    def counts(mention: Mention, context: Context) -> Reports:
        """Count."""
        handed.append(mention)
        return ()

    run(counts, document=piece(*["Id."] * 500))
    assert len(handed) == 500


def test_rules_are_told_apart_by_identity() -> None:
    assert replace(id_seen) != id_seen
    assert len({id_seen, replace(id_seen)}) == 2


@pytest.mark.parametrize(
    ("old", "new", "span", "text"),
    [
        ("..", ".", Span(11, 12), ""),
        (",;", ";", Span(10, 11), ""),
        ("note 5", "note 6", Span(15, 16), "6"),
        ("note", "notes", Span(14, 14), "s"),
        ("same", "same", Span(14, 14), ""),
        ("one", "two", Span(10, 13), "two"),
    ],
)
def test_a_change_touches_only_what_differs(old: str, new: str, span: Span, text: str) -> None:
    assert change(Span(10, 10 + len(old)), old, new) == Edit(span, text)


@given(st.text("ab", max_size=6), st.text("ab", max_size=6))
def test_a_change_gives_the_new_words(old: str, new: str) -> None:
    edit = change(Span(0, len(old)), old, new)
    assert old[: edit.span.start] + edit.text + old[edit.span.end :] == new
