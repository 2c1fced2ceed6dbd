"""Running rules over a document: each over the nodes that it takes, then the rules over what they found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from citelint.config import Config
from citelint.lint.context import NONE, Context
from citelint.lint.discovery import rules_in
from citelint.lint.headlines import with_their_members
from citelint.lint.house import house_rules
from citelint.lint.pattern import Pattern
from citelint.lint.replaced import without_replaced
from citelint.lint.report import Findings, Report
from citelint.lint.rule import Rule
from citelint.lint.selection import asked_for, select, severity_of
from citelint.lint.standing import Standing
from citelint.model.citation import Citation, CrossReference, Id, Mention, Short, Supra
from citelint.model.diagnostic import Diagnostic, Severity, Sure
from citelint.model.document import Document, Note
from citelint.model.link import Links
from citelint.model.span import Span
from citelint.model.stet import StetUse

_WRAP = Pattern(r"[ \t]*[\t\r\n]\s*| {2,}")
KINDS = (Document, Note, Citation, Id, Supra, CrossReference, Short)
"""The nodes that a rule can be handed."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found, how many findings stets held back, and how many were known from an earlier time."""

    found: tuple[Diagnostic, ...]
    stood: int
    known: int


def lint(
    document: Document,
    links: Links,
    config: Config,
    rules: Iterable[Rule] | None = None,
    house: Mapping[tuple[str, int], tuple[Span, ...]] = NONE,
) -> tuple[Diagnostic, ...]:
    """Check a document: give what the rules find and is not let stand, in order of note, place and code, nothing twice.

    Without `rules` those run that `config` selects; raises UnknownRule where it names one that does not exist. With
    `rules` just these run, whatever is selected. `house` are the places that house rules were found at, by their code
    and the ordinal of the note.
    """
    return lint_all(document, links, config, rules, house).found


def lint_all(
    document: Document,
    links: Links,
    config: Config,
    rules: Iterable[Rule] | None = None,
    house: Mapping[tuple[str, int], tuple[Span, ...]] = NONE,
) -> Linted:
    """Check a document as `lint` does, and count what was let stand too."""
    known = (*rules_in(), *house_rules(config)) if rules is None else tuple(rules)
    chosen = select(known, config) if rules is None else known
    codes = {rule.code for rule in chosen}
    asked = {rule.code for rule in known} if rules is not None else asked_for(known, config)
    gathered = {code for rule in chosen for code in rule.over} - codes
    gathered |= {rule.code for rule in known if not codes.isdisjoint(rule.instead_of)} - codes
    run = _Run(Context(document, links, config, house), {rule.code: rule for rule in known})
    # what stands is held back before causes are looked for: it is no part of them
    standing = Standing(run.context, known, codes)
    walked = without_replaced(run.walk([*chosen, *(rule for rule in known if rule.code in gathered)]), run.known)
    found = standing.keep(walked)
    over = [rule for rule in chosen if Findings in rule.takes]
    for rule in over:
        found = run.over(rule, found)
    seen = {(d.code, d.note, d.span) for d in found}
    # who stands alone is to be known before what stands is held back again, and who lost his members behind it
    found = with_their_members(standing.keep(with_their_members(found, codes, asked)), codes, asked)
    if standing.holds_back:
        # what a cause tells beside its members is held back with them, and is to be counted too
        standing.keep([d for rule in over for d in run.told_by(rule, walked) if (d.code, d.note, d.span) not in seen])
    for rule in known:
        if StetUse in rule.takes and (rule.code in codes or not rule.selectable):
            codes.add(rule.code)
            found += run.on_stets(rule, standing.uses())
    unique = {(d.code, d.note, d.span, d.message): d for d in found if d.code in codes}
    return Linted(tuple(sorted(unique.values(), key=_place)), standing.stood, standing.known)


class _Run:
    """One document and the rules that are known for it."""

    def __init__(self, context: Context, known: Mapping[str, Rule]) -> None:
        self.context = context
        self.known = known
        self.severities = {
            code: severity for code, rule in known.items() if (severity := severity_of(rule, context.config))
        }

    def walk(self, rules: Iterable[Rule]) -> list[Diagnostic]:
        """Hand every rule the nodes that it takes, in order of the text."""
        context, document = self.context, self.context.document
        whole = [node for note in document.notes for node in (note, *note.mentions)]
        of_kind: dict[type, list[Any]] = {kind: [] for kind in KINDS}
        for node in (document, *whole):
            of_kind[type(node)].append(node)
        nodes = {frozenset({kind}): taken for kind, taken in of_kind.items()}
        found: list[Diagnostic] = []
        for rule in rules:
            kinds = frozenset(kind for kind in KINDS if issubclass(kind, rule.takes))
            if kinds not in nodes:
                nodes[kinds] = [node for node in whole if type(node) in kinds]
            # most calls find nothing: this loop is what they cost, and rule by rule it costs half as much as
            # node by node
            check = rule.check
            for node in nodes[kinds]:
                for report in check(node, context):
                    found.append(self.diagnostic(rule, report, self._note_of(node)))  # noqa: PERF401
        return found

    def _note_of(self, node: Document | Note | Mention) -> Note | None:
        """Give the note that a node is or stands in, None for the whole document."""
        if isinstance(node, Mention):
            return self.context.note_of(node)
        return node if isinstance(node, Note) else None

    def over(self, rule: Rule, found: list[Diagnostic]) -> list[Diagnostic]:
        """Hand the findings so far to a rule; give them with its own, and with the groups that it made."""
        handed = Findings(sorted((d for d in found if not rule.over or d.code in rule.over), key=_place))
        groups: dict[int, str] = {}
        added: list[Diagnostic] = []
        for count, report in enumerate(rule.check(handed, self.context), 1):
            group = f"{rule.code}-{count}" if report.gathers else None
            members = [m for m in report.gathers if isinstance(m, Diagnostic)]
            groups.update((id(member), group) for member in members if group and id(member) not in groups)
            for further in report.gathers:
                owner = self.known.get(further.code or "") if isinstance(further, Report) else None
                if isinstance(further, Report) and owner is not None:
                    made = self.diagnostic(owner, further, None)
                    members.append(made)
                    added.append(replace(made, group=group))
            notes = tuple(sorted({member.note for member in members if member.note is not None}))
            places = {(one.note, one.span): one for one in reversed(report.related)}
            evidence = tuple(one for one in report.related if places[one.note, one.span] is one)
            headline = replace(self.diagnostic(rule, report, None), group=group, members=notes, related=evidence)
            added.append(headline)
        return [*(replace(d, group=groups[id(d)]) if id(d) in groups else d for d in found), *added]

    def told_by(self, rule: Rule, walked: list[Diagnostic]) -> list[Diagnostic]:
        """Give what a rule over findings tells of all that was found in the walk, in the names of those rules.

        Headlines are left out, and so is what the rule says in its own name.
        """
        before = {(d.code, d.note, d.span) for d in walked}
        told = self.over(rule, walked)
        return [d for d in told if d.code in rule.over and (d.code, d.note, d.span) not in before]

    def on_stets(self, rule: Rule, uses: Iterable[StetUse]) -> list[Diagnostic]:
        """Hand every stet to a rule that takes them."""
        notes = self.context.document.notes
        return [
            self.diagnostic(rule, report, None if use.stet.note is None else notes[use.stet.note])
            for use in uses
            for report in rule.check(use, self.context)
        ]

    def diagnostic(self, rule: Rule, report: Report, note: Note | None) -> Diagnostic:
        """Make the finding of what a rule reported while it was handed something of `note`."""
        if report.note is not None:
            note = self.context.document.notes[report.note]
        return Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=self.severity(rule, report),
            bluebook=rule.bluebook,
            note=None if note is None else note.ordinal,
            span=report.span,
            message=_unwrapped(report.message),
            hint=_unwrapped(report.hint),
            found=None if report.found is None else _unwrapped(report.found),
            expected=None if report.expected is None else _unwrapped(report.expected),
            expected_note=report.expected_note,
            why=report.why,
            sure=Sure("likely" if report.likely else "certain", _unwrapped(report.sure)),
            related=tuple([replace(one, message=_unwrapped(one.message)) for one in report.related]),
            fix=report.fix,
            apparatus=None if note is None else note.apparatus,
            section=None if note is None else note.section,
        )

    def severity(self, rule: Rule, report: Report) -> Severity:
        """Give the severity of a finding. What a report asks for itself can only be milder than what was set."""
        usual = self.severities.get(rule.code)
        if report.severity is not None:
            return report.severity if usual is None else max(usual, report.severity, key=lambda s: s.rank)
        own = usual or rule.severity
        return own.lower() if report.likely else own


def _unwrapped(told: str) -> str:
    """Give a sentence on one line: words that it quotes may run over two, and blanks of the wrap are none of theirs."""
    return _WRAP.compiled.sub(" ", told) if "\n" in told or "  " in told or "\t" in told else told


def _place(finding: Diagnostic) -> tuple[int, int, int, str]:
    return (-1 if finding.note is None else finding.note, *finding.span, finding.code)
