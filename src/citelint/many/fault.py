"""What is said of a file with which citelint itself fails."""

from __future__ import annotations

import os
import sys

from citelint import __version__


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
