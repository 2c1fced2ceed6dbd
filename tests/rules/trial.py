"""Trying rules on essays: read, parse and resolve a text, lint it, make its fixes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from citelint.config import Config
from citelint.lint import Rule, lint
from citelint.model.diagnostic import Diagnostic
from citelint.model.source import Source
from citelint.model.span import Span
from citelint.pipeline import follow
from citelint.rules import all_rules


@dataclass(frozen=True, slots=True)
class Trial:
    """What was found in a text. Places are those in the text as it was given, not in `Source.text`."""

    source: Source
    found: tuple[Diagnostic, ...]

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.found]

    def of(self, code: str) -> list[Diagnostic]:
        return [finding for finding in self.found if finding.code == code]

    def places(self, code: str) -> list[Span]:
        return [self.source.origin(finding.span)[1] for finding in self.of(code)]

    def fixed(self, code: str) -> str:
        """Give the text after the fixes of one rule's findings."""
        edits = {edit for finding in self.of(code) if finding.fix for edit in finding.fix.edits}
        splices = sorted((self.source.origin(edit.span)[1], edit.text) for edit in edits)
        text, at = self.source.parts[0].text, 0
        pieces = []
        for span, new in splices:
            assert span.start >= at, "two fixes overlap"
            pieces += [text[at : span.start], new]
            at = span.end
        return "".join([*pieces, text[at:]])


def try_rules(name: str, text: str, config: Config | None = None, rules: Iterable[Rule] | None = None) -> Trial:
    """Check a text with every rule there is, also those that are off by default, or with `rules`."""
    config = config or Config()
    result = follow(text.encode(), name, config)
    assert result.error is None, result.error
    assert result.source is not None
    assert result.document is not None
    assert result.links is not None
    found = lint(result.document, result.links, config, all_rules() if rules is None else tuple(rules))
    return Trial(result.source, found)
