"""The file of configuration that `citelint init` writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import wrap

from citelint.config.inforce import as_toml
from citelint.config.keys import KEYS

_EXAMPLES = {
    "include": '["*.docx", "*.md"]',
    "first-note": "12",
    "last-note": "40",
    "encoding": '"utf-8"',
    "baseline": '"citelint-baseline.json"',
}
_TABLES = """
# The severity of rules: error, warning or suggestion.
# [severity]
# SHF002 = "suggestion"

# Rules to leave out in some files.
# [per-file-ignores]
# "book-reviews/*" = ["SHF"]

[rules]
"""
_HOUSE = """
# A rule of your own: what the pattern finds in a note is reported. The pattern
# is one of Python's re; put it between single quotation marks.
# [[house]]
# code = "HOU001"
# pattern = '\\bIbid\\b'
# message = "use Id."
# severity = "warning"
# rule = "Style Guide 3.2"
"""


def template(formats: Mapping[str, int], aside: Sequence[str], restarting: int) -> str:
    """Give the text of the file.

    `formats` are the suffixes of the files that are there, with their counts; `aside` the folders that look as if
    nobody wanted them checked; `restarting` counts the files whose notes begin at 1 again.
    """
    seen = ", ".join(f"{count} {suffix}" for suffix, count in formats.items()) or "no file that can be read"
    lines = [
        "# How citelint checks the essays in this folder and below.",
        f"# Seen here: {seen}.",
        "# A line without # is set; what is behind a # is the default, or an example.",
    ]
    told: dict[str, tuple[str, str]] = {}
    if aside:
        told["exclude"] = (as_toml([f"{name}/**" for name in aside]), "These folders look as if they were set aside.")
    if restarting:
        files = "1 file begins" if restarting == 1 else f"{restarting} files begin"
        told["numbering"] = ('"per-section"', f"The notes of {files} at 1 more than once.")
    inner: list[str] = []
    for key in KEYS:
        table, _, name = key.name.rpartition(".")
        if key.name in ("severity", "per-file-ignores"):
            continue
        value, reason = told.get(key.name, (None, ""))
        comment = [f"# {line}" for line in wrap(" ".join(filter(None, (key.doc, reason))), 76)]
        setting = f"{name} = {value}" if value else f"# {name} = {key.default or _EXAMPLES[key.name]}"
        (inner if table else lines).extend(["", *comment, setting])
    return "\n".join(lines) + "\n" + _TABLES + "\n".join(inner[1:]) + "\n" + _HOUSE
