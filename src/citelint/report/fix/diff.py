"""The changes as a unified diff, which `patch -p0` and `git apply -p0` take."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citelint.model.mending import Mending
from citelint.report.layout.escape import visible, without_controls
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_PAINTS = {"-": Paint.removed, "+": Paint.added}


def report(mendings: Sequence[Mending], look: Look, escaped: bool) -> str:
    """Give the diff of all files that change, and nothing else.

    With `escaped`, for a terminal, control characters of a manuscript are shown and not obeyed; a file that has some
    cannot be patched by what is shown then.
    """
    return "".join(_diff(mending, Paint(look.colour), escaped) for mending in mendings if mending.taken)


def _diff(mending: Mending, paint: Paint, escaped: bool) -> str:
    from difflib import unified_diff

    old, new = (result.source.parts[0].text if result.source else "" for result in (mending.before, mending.after))
    path = visible(mending.before.path)
    lines: list[str] = []
    for line in unified_diff(_LINES.findall(old), _LINES.findall(new), path, path):
        bare = line.removesuffix("\n")
        set_in = _PAINTS.get(line[0]) if len(lines) > 1 else None
        shown = without_controls(bare) if escaped else bare
        lines.append(set_in(paint, shown) if set_in else shown)
        if bare == line:
            lines.append("\\ No newline at end of file")
    return "".join(f"{line}\n" for line in lines)
