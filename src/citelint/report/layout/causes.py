"""Which findings have one cause, for formats that list findings and count them."""

from __future__ import annotations

from collections.abc import Iterator

from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult


def counted_findings(result: FileResult) -> Iterator[tuple[Diagnostic, str]]:
    """Give every finding but headlines, and its message: that of a member names the cause it follows from."""
    causes = {finding.group: finding for finding in result.diagnostics if finding.is_headline}
    for finding in result.diagnostics:
        if finding.is_headline:
            continue
        cause = causes.get(finding.group) if finding.group else None
        yield finding, f"{finding.message} ({cause.code}: {cause.message})" if cause else finding.message
