"""What is said when citelint itself fails: where, and how to report it, and never a word of the manuscript."""

from __future__ import annotations

from citelint.cli import stream
from citelint.many.fault import fault_of

BUG = 3


def report_bug(error: Exception) -> int:
    """Tell of an error that nothing else took care of, and give the exit code."""
    stream.complain(fault_of(error))
    how_to_report()
    return BUG


def how_to_report() -> None:
    """Tell how to report a bug that was just named."""
    stream.complain("please report the line above to citelint's authors: it holds nothing of your text")
    stream.complain("with CITELINT_DEBUG=1 the traceback is shown, which may hold words of it")
