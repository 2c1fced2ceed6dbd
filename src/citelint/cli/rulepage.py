"""The page of a rule: what it says, why, examples, the numbers of the books."""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Sequence

from citelint.lint import Rule
from citelint.report.layout.cells import filled
from citelint.report.layout.look import Look
from citelint.report.layout.paint import Paint
from citelint.report.layout.words import shown

_EMPHASIS = re.compile(r"(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])")


def page(rule: Rule, look: Look) -> str:
    """Give the page of a rule for a terminal."""
    paint = Paint(look.colour)
    lines = [f"{paint.strong(f'{rule.code} {rule.name}')}", ""]
    for paragraph in rule.doc.split("\n\n"):
        lines += [*filled(shown(plain_words(paragraph), look).split(), look.width - 4, "  ", "  "), ""]
    lines += [f"  {line}" for line in facts(rule)]
    for title, examples in (("Wrong", rule.bad), ("Right", rule.good)):
        for example in examples:
            lines += ["", f"  {title}:", *_example(example.written, look)]
            if fixed := getattr(example, "fixed", None):
                lines += ["", "  After the fix:", *_example(fixed, look)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def family_page(rules: Sequence[Rule], look: Look) -> str:
    """Give what rules of one family, or some of them, are about, and the list of them."""
    from citelint.cli.rules import listed

    family = rules[0].family
    about = sys.modules[rules[0].check.__module__.rpartition(".")[0]].__doc__ or ""
    if not about.startswith(f"{family}: "):
        about = f"{family}: rules of this house."
    said = plain_words(" ".join(about.split("\n\n")[0].split()))
    lines = [*filled(shown(said, look).split(), look.width - 4), "", *listed(rules, look)]
    return "".join(f"{line}\n" for line in (*lines, "", "citelint explain CODE tells more of one."))


def facts(rule: Rule) -> list[str]:
    """Give the lines on severity, fix and where the rule comes from."""
    found = [f"severity: {rule.severity.value}{'' if rule.default is True else default_of(rule)}"]
    if rule.fixable:
        found.append(f"fix:      {_fix(rule)}")
    if rule.bluebook:
        found.append(f"Bluebook: {numbered(rule.bluebook)}")
    if rule.indigo:
        found.append(f"Indigo:   {numbered(rule.indigo)}")
    if rule.editions != (20, 21, 22):
        found.append(f"editions: {', '.join(map(str, rule.editions))}")
    return found


def _fix(rule: Rule) -> str:
    """Give how the fixes look that the examples of a rule get. Those that are Word files are made by tests alone."""
    from citelint.lint import lint
    from citelint.model.diagnostic import Safety
    from citelint.pipeline import follow
    from citelint.rules import all_rules

    needed = [other for other in all_rules() if other.code in (rule.code, *rule.over)]
    found: set[Safety] = set()
    for example in rule.bad:
        if example.word:
            return "offered in Word files, where it is sure"
        name, text = example.file
        result = follow(text.encode(), name, example.config)
        if result.document is not None and result.links is not None:
            told = lint(result.document, result.links, example.config, needed)
            found.update(one.fix.safety for one in told if one.fix is not None and one.code == rule.code)
    safe, review = "safe: it changes no meaning", "for your eye (review)"
    words = {frozenset({Safety.SAFE}): safe, frozenset({Safety.REVIEW}): review}
    return words.get(frozenset(found), f"{safe}; or {review}")


def default_of(rule: Rule) -> str:
    """Give in words when a rule runs unasked."""
    if rule.default is True:
        return ", on"
    return f", on in {rule.default} style" if rule.default else ", off unless it is selected"


def numbered(number: str) -> str:
    """Give "R. 4.2(a)" for a rule number, "T6" for a table."""
    return f"R. {number}" if number[:1].isdigit() else number


def plain_words(text: str) -> str:
    """Take the asterisks of emphasis out of documentation of our own."""
    return _EMPHASIS.sub(r"\1", text)


def _example(written: str, look: Look) -> list[str]:
    """Give the lines of an example; one that is too long goes on below, its carets with it."""
    lines = textwrap.dedent(written).strip("\n").split("\n")
    room = look.width - 4 - 6
    set_lines = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if _is_carets(line):
            continue
        carets = below if _is_carets(below) else ""
        for start, end in _breaks(line, room):
            indent = "      " if start else "    "
            set_lines.append(indent + shown(line[start:end], look))
            if marks := carets[start:end].rstrip():
                set_lines.append(indent + marks)
    return set_lines


def _is_carets(line: str) -> bool:
    return bool(line.strip()) and not line.strip(" \t^")


def _breaks(line: str, room: int) -> list[tuple[int, int]]:
    """Give the stretches of a line that fit, broken after blanks."""
    stretches = []
    start = 0
    while len(line) - start > room:
        blank = line.rfind(" ", start + room // 2, start + room)
        end = blank + 1 if blank > 0 else start + room
        stretches.append((start, end))
        start = end
    return [*stretches, (start, len(line))]
