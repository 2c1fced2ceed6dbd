"""Trying rules on essays: read, parse and resolve a text, lint it, make its fixes.

An essay called .docx is written in the notation of `wordfiles`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wordfiles import Notation

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
    notation: Notation | None = None

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.found]

    def of(self, code: str) -> list[Diagnostic]:
        return [finding for finding in self.found if finding.code == code]

    def places(self, code: str) -> list[Span]:
        return [self._place(finding.span) for finding in self.of(code)]

    def _place(self, span: Span) -> Span:
        return self.source.origin(span)[1] if self.notation is None else self.notation.place(self.source, span)

    def fixed(self, code: str) -> str:
        """Give the text after the fixes of one rule's findings."""
        edits = {edit for finding in self.of(code) if finding.fix for edit in finding.fix.edits}
        splices = sorted((self._place(edit.span), edit.text) for edit in edits)
        text, at = self.source.parts[0].text if self.notation is None else self.notation.written, 0
        pieces = []
        for span, new in splices:
            assert span.start >= at, "two fixes overlap"
            if text[span.start : span.start + 1] == "{" and self.notation:
                # the field stays, and shows another number
                new = text[span.start : span.end].replace(text[span.start + 1 : text.index("=", span.start)], new, 1)
            pieces += [text[at : span.start], new]
            at = span.end
        return "".join([*pieces, text[at:]])


def try_rules(name: str, text: str, config: Config | None = None, rules: Iterable[Rule] | None = None) -> Trial:
    """Check a text with every rule there is, also those that are off by default, or with `rules`."""
    config = config or Config()
    notation = Notation(text) if name.endswith(".docx") else None
    result = follow(text.encode() if notation is None else notation.file, name, config)
    assert result.error is None, result.error
    assert result.source is not None
    assert result.document is not None
    assert result.links is not None
    found = lint(result.document, result.links, config, all_rules() if rules is None else tuple(rules))
    return Trial(result.source, found, notation)


def marked(text: str, places: Iterable[Span]) -> str:
    """Give a text with a line of carets beneath each line in which a place begins, as the examples of rules have it."""
    spans = list(places)
    lines = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        lines.append(line)
        row = ""
        for span in spans:
            if start <= span.start <= end:
                row = row.ljust(span.start - start) + "^" * (min(span.end, max(end, span.start + 1)) - span.start)
        lines += [row] if row else []
        start = end + 1
    return "\n".join(lines)
