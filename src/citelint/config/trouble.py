"""What is wrong with a configuration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: the file as it is shown, the line from 1 (0: the file as a whole), and a sentence."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class Misconfigured(Exception):
    """A configuration cannot be used. `faults` are what is wrong with it, one at least, in the order of its lines."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = tuple(sorted(faults))

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))
