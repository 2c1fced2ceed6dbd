"""How a person wants a report to look."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.diagnostic import Diagnostic, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a report for people depends on beside the results. Formats for machines look at none of it but `summed`.

    `width` is the longest line in columns. `expand` tells every finding in full. `suggestions` shows all suggestions;
    `selected` are the words of the selection: a suggestion whose code, prefix or name is among them is shown.
    `fixable` says that there is a command which makes the fixes; `paths` are the paths as they were typed, and
    `narrowing` those options, each with a blank before it, that the next command needs too. `known_as` says where the
    findings are that were known from an earlier time. `quiet` leaves out all but the findings.
    `summed` says that what a service shows too few of stands in full in a summary beside it.
    """

    width: int = 80
    ascii: bool = False
    colour: bool = False
    expand: bool = False
    quiet: bool = False
    suggestions: bool = False
    selected: tuple[str, ...] = ()
    fixable: bool = False
    paths: tuple[str, ...] = ()
    narrowing: str = ""
    known_as: str = "in the baseline"
    summed: bool = False

    def shows(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a person gets to see the finding: a suggestion only where it was asked for."""
        if diagnostic.severity is not Severity.SUGGESTION or self.suggestions:
            return True
        words = {word.lower().replace("_", "-") for word in self.selected} - {"default", "all"}
        return any(diagnostic.code.lower().startswith(word) or diagnostic.name == word for word in words)
