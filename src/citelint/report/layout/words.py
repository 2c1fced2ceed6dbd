"""How findings are put into words: notes, numbers, rules of the book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citelint.model.diagnostic import Diagnostic
from citelint.model.run import FileResult
from citelint.report.layout.escape import plain_ascii, visible
from citelint.report.layout.look import Look


def shown(text: str, look: Look) -> str:
    """Give text of a manuscript, or a path, as it may be printed."""
    text = visible(text)
    return plain_ascii(text) if look.ascii else text


def quoted(text: str, look: Look) -> str:
    """Give text of a manuscript as it may be printed, in quotation marks where a blank or a point could be missed."""
    told = shown(text, look)
    return f'"{told}"' if told != told.strip() or not any(map(str.isalnum, told)) else told


def labels(finding: Diagnostic, result: FileResult) -> list[str]:
    """Give the labels of the notes that a finding is about: those of its members for a headline."""
    ordinals: Iterable[int | None] = finding.members or (finding.note,)
    return [label for ordinal in ordinals if (label := result.label(ordinal)) is not None]


def notes_named(names: Sequence[str]) -> str:
    """Give "note 5", "notes 1, 2, 3", each name once, or "" where there is none."""
    once = list(dict.fromkeys(names))
    if not once:
        return ""
    return f"note{'s' if len(once) > 1 else ''} {', '.join(once)}"


def notes_joined(names: Sequence[str]) -> str:
    """Give "note 5", or "notes 1-3, 5-7, 13" with runs of three or more drawn together."""
    runs: list[list[str]] = []
    for name in dict.fromkeys(names):
        if runs and name.isdecimal() and runs[-1][-1].isdecimal() and int(name) == int(runs[-1][-1]) + 1:
            runs[-1].append(name)
        else:
            runs.append([name])
    words = [w for run in runs for w in ([f"{run[0]}-{run[-1]}"] if len(run) > 2 else run)]
    return notes_named(words) if len(words) > 1 or not runs or len(runs[0]) == 1 else f"notes {words[0]}"


def counted(number: int, one: str, several: str = "") -> str:
    """Give "1 note", "21 notes"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def book_rule(finding: Diagnostic) -> str:
    """Give "Bluebook R. 4.2(a)", "Bluebook T6", or "" where the finding rests on no rule of the book."""
    number = finding.bluebook
    if not number:
        return ""
    return f"Bluebook {'R. ' if number[0].isdigit() else ''}{number}"


def sentence(text: str) -> str:
    """Give `text` with the full stop that ends it."""
    return text if text.endswith((".", "?", "!")) else text + "."


def capital(text: str) -> str:
    """Give `text` with a capital at its head."""
    return text[:1].upper() + text[1:]


def says(finding: Diagnostic) -> str:
    """Give the few words that stand beside the marks, with what should be there."""
    text = finding.hint or finding.message
    # a lone full stop after an arrow says nothing
    if finding.expected and finding.expected not in text and any(map(str.isalnum, finding.expected)):
        text = f"{text} -> {finding.expected}"
    return text
