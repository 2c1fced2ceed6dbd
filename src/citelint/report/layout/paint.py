"""Colour in a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.diagnostic import Severity

_SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.SUGGESTION: "1;36"}


@dataclass(frozen=True, slots=True)
class Paint:
    """Sets words in colour, or leaves them as they are where `on` is false. Widths are measured before painting."""

    on: bool

    def severity(self, text: str, severity: Severity) -> str:
        """Give `text` in the colour of a severity."""
        return self._set(text, _SEVERITY[severity])

    def strong(self, text: str) -> str:
        """Give `text` in bold."""
        return self._set(text, "1")

    def faint(self, text: str) -> str:
        """Give `text` so that it steps back."""
        return self._set(text, "2")

    def evidence(self, text: str) -> str:
        """Give `text` in the colour of what is shown as evidence."""
        return self._set(text, "34")

    def removed(self, text: str, itself: bool = False) -> str:
        """Give `text` of a line that goes, or with `itself` the words that go."""
        return self._set(text, "7;31" if itself else "31")

    def added(self, text: str, itself: bool = False) -> str:
        """Give `text` of a line that comes, or with `itself` the words that come."""
        return self._set(text, "7;32" if itself else "32")

    def _set(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text
