"""The outer form that all JSON outputs share."""

from __future__ import annotations

import json
from collections.abc import Callable

from citelint.model.run import FileResult, Run

SCHEMA = 1


def envelope(run: Run, of_file: Callable[[FileResult], dict[str, object]], **more: object) -> str:
    """Give the JSON text of a run: the same bytes for the same run.

    `of_file` gives what the command tells of a file beside its path, format and error; `more` stands after the files.
    """
    files = [{"path": f.path, "format": f.format, "error": f.trouble} | of_file(f) for f in run.files]
    whole = {"schema": SCHEMA, "version": run.version, "files": files} | more
    return json.dumps(whole, ensure_ascii=False) + "\n"
