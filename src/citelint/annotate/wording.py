"""What a comment says: the words of the note, what is wrong, what is right, why, and by which rule."""

from __future__ import annotations

from collections.abc import Sequence

from citelint.model.comment import SIGN, words_of
from citelint.model.diagnostic import Diagnostic
from citelint.model.document import Document
from citelint.model.run import FileResult


def paragraphs(finding: Diagnostic, members: Sequence[Diagnostic], result: FileResult) -> tuple[str, ...]:
    """Give the lines of a comment for a finding, or for a headline and its members, a line each."""
    document = result.document
    if document is None:
        return ()
    lines = [_sentence(finding.message)]
    if members:
        lines += [f"{_quotation(member, document)} ({member.code})" for member in members]
    else:
        lines.insert(0, _quotation(finding, document))
    if finding.why:
        lines.append(f"Why: {_sentence(finding.why)}")
    return (*map(_plain, lines), _last(finding))


def more(count: int, path: str) -> str:
    """Give the line that says how many findings have no comment."""
    have = "finding has" if count == 1 else "findings have"
    return _plain(f"{count:,} more {have} no comment here: citelint check {path} lists them.")


def _quotation(finding: Diagnostic, document: Document) -> str:
    words = words_of(finding, document)
    label = "text" if finding.note is None else f"n. {document.notes[finding.note].name}"
    line = f"{label}: “{words}”"
    expected = finding.expected
    # a lone full stop behind an arrow says nothing
    says = expected and expected != words and any(map(str.isalnum, expected))
    return f"{line} → {' '.join((expected or '').split())}" if says else line


def _last(finding: Diagnostic) -> str:
    rule = ""
    if finding.bluebook:
        rule = f" Bluebook {'R. ' if finding.bluebook[0].isdigit() else ''}{finding.bluebook}."
    return f"{SIGN} {finding.severity.value} {finding.code} {finding.name}, {finding.sure.level}.{rule}"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", '."', ".”")) else text + "."


def _plain(text: str) -> str:
    """Give text on one line, without what steers a terminal or the direction of writing."""
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in text)
