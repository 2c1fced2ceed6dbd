"""The findings for machines that read line by line: one JSON object a line, so that a stream can be cut and joined.

The first word of each is its "type". A "file" comes before its findings and tells what was read, or the error; a
"finding" is that of the JSON document, with the path of its file; "summary" is the last line, and its absence tells
that the output was cut off.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from citelint.model.run import Run
from citelint.report.json import counts, entry, summary
from citelint.report.layout.envelope import SCHEMA
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look


def report(run: Run, look: Look) -> str:
    """Give the lines: of each file, of its findings, and the summary."""
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[dict[str, object]]:
    for result in run.files:
        known = {"path": result.path, "format": result.format, "error": result.trouble}
        yield {"type": "file"} | known | counts(result)
        if result.document is not None:
            lines = Lines(result.document)
            for finding in result.diagnostics:
                yield {"type": "finding", "path": result.path} | entry(finding, result.document, lines)
    yield {"type": "summary", "schema": SCHEMA, "version": run.version} | summary(run)
