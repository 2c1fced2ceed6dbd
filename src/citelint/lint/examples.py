"""Examples of rules: small essays that are documentation and tests at once.

An example is written as a rule's author would type an essay: notes as ``[1] ...`` lines of plain text, or as
``[^1]: ...`` lines of Pandoc Markdown, with or without a body above them. A single line that is neither is the text of
one note, in Markdown, and several are a body without notes. A line of carets asserts that a finding stands right above.

Nothing is taken apart when a rule is imported: every check pays for that, and only tests and explanations need it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from citelint.config import Config
from citelint.lint.pattern import Pattern
from citelint.model.span import Span

_USUAL = Config()
_CARETS = Pattern(r"[ \t]*\^[\^ \t]*")
_MARKDOWN = Pattern(r"^\[\^[^\]\s]+\]:", re.MULTILINE)
_PLAIN = Pattern(r"^\[[^\]\s^]+\]", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Example:
    """One small essay. `written` is what its author typed; `config` are the settings it is checked with.

    `word` says that it stands for a Word file: of plain notes, in which ``{2=roe}`` is a field that shows 2 and means
    the note that begins ``[3=roe]``, whose mark has the bookmark "roe". Tests make the file of it.
    """

    written: str
    config: Config = field(default=_USUAL, kw_only=True)
    word: bool = field(default=False, kw_only=True)

    @property
    def text(self) -> str:
        """The essay: the common margin and the lines of carets are taken out."""
        return "\n".join(line for line in _lines(self.written) if not _CARETS.fullmatch(line))

    @property
    def file(self) -> tuple[str, str]:
        """A file's name, whose suffix tells the format, and what stands in the file."""
        return ("essay.docx", self.text) if self.word else as_file(self.text)

    @property
    def carets(self) -> tuple[Span, ...]:
        """The spans that the carets assert, in the text of `file`, in order."""
        spans: list[Span] = []
        above = start = len(self.file[1]) - len(self.text)
        for line in _lines(self.written):
            if _CARETS.fullmatch(line):
                spans.extend(Span(above + m.start(), above + m.end()) for m in re.finditer(r"\^+", line))
            else:
                above, start = start, start + len(line) + 1
        return tuple(spans)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Bad(Example):
    """An essay in which the rule finds something.

    `fixed` is the text after the fixes of the rule's findings: they are gone then, and none are new. `also` are the
    codes of other rules that it rightly breaks.
    """

    fixed: str | None = field(default=None, kw_only=True)
    also: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def fixed_text(self) -> str | None:
        """The text of the whole file after the fixes, or None where nothing is said of them."""
        if self.fixed is None:
            return None
        text = "\n".join(_lines(self.fixed))
        return text if self.word else as_file(text)[1]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Good(Example):
    """An essay in which the rule finds nothing."""


def as_file(text: str) -> tuple[str, str]:
    """Give the name and content of the file that an example stands for, where it stands for no Word file."""
    if _MARKDOWN.search(text):
        return "essay.md", text
    if _PLAIN.search(text):
        return "essay.txt", text
    return "essay.md", text if "\n" in text else f"[^1]: {text}"


def _lines(written: str) -> list[str]:
    """Give the lines without their common margin and without empty lines at head and foot."""
    from textwrap import dedent

    return dedent(written).strip("\n").rstrip(" ").split("\n") if "\n" in written else [written]
