"""What is said when citelint itself fails: where, and how to report it, and never a word of the manuscript."""

from __future__ import annotations

import os
import sys

from citelint import __version__
from citelint.cli import stream

BUG = 3


def fault_of(error: Exception) -> str:
    """Give one line that names the failure by its type and place. Its message may quote the manuscript: left out."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace(os.sep, "/")
        if "/citelint/" in file:
            place = f" at {file.rpartition('/citelint/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    if os.environ.get("CITELINT_DEBUG"):
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    return f"a bug in citelint {__version__} ({type(error).__name__}{place})"


def report_bug(error: Exception) -> int:
    """Tell of an error that nothing else took care of, and give the exit code."""
    stream.complain(fault_of(error))
    how_to_report()
    return BUG


def how_to_report() -> None:
    """Tell how to report a bug that was just named."""
    stream.complain("please report the line above to citelint's authors: it holds nothing of your text")
    stream.complain("with CITELINT_DEBUG=1 the traceback is shown, which may hold words of it")
