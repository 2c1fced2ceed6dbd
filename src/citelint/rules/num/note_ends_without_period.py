"""NUM011: a note ends with a period."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, review, rule, safe
from citelint.model.diagnostic import Edit, Severity
from citelint.model.document import Note
from citelint.model.span import Span

_BLANKS = " \t\r\n\f\v\u00a0\u00ad\u2002\u2003\u2009\u200a\u200b\u202f\u2060\ufeff"
_QUOTES = "\"'”’»›"
_BRACKETS = ")]}"
_BEHIND = _BLANKS + _QUOTES + _BRACKETS + "*_"
"""What may stand behind the period."""
_ENDS = ".?!…。"
_UNFINISHED = frozenset(
    {
        *("a", "an", "and", "as", "at", "because", "between", "but", "by", "for", "from", "if", "in", "into", "is"),
        *("its", "of", "on", "or", "than", "that", "the", "their", "to", "was", "were", "which", "who", "with"),
    }
)
"""Words that end no sentence of a note."""
_BEFORE_MORE = "([{“‘«&§¶–—-/"
"""After these something is lost: a period would not mend it."""
_LISTED = Pattern(r"[ \t]*(?:[-*•|+]|\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)])[ \t]")


@rule(
    "NUM011",
    Bad(
        """
        [1] Katz v. United States, 389 U.S. 347, 351 (1967)
                                                          ^
        [2] Id. at 352.
        """,
        fixed="""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Id. at 352.
        """,
    ),
    Bad(
        """
        [1] Mara Ellison, The Docket, Court Monthly (Nov. 24, 2017),
                                                                   ^
        """,
        fixed="""
        [1] Mara Ellison, The Docket, Court Monthly (Nov. 24, 2017).
        """,
    ),
    Bad(
        """
        [1] The statute speaks of “any person in the employ of a carrier”
                                                                        ^
        """,
        fixed="""
        [1] The statute speaks of “any person in the employ of a carrier.”
        """,
    ),
    Bad(
        """
        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967); *see also* Mara Ellison, *Dockets*, 9 Ct. Rev. 1 (2018);
                                                                                                                      ^
        """,
        fixed="""
        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967); *see also* Mara Ellison, *Dockets*, 9 Ct. Rev. 1 (2018).
        """,
    ),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        [1] Who, then, “keeps the keeper of the keys?”
        """),
    Good("""
        [^1]: *Id.*
        """),
    Good("""
        [1] The order says (in words that are not repeated elsewhere in the record):
        """),
    bluebook="1.1(b)(i)",
    indigo="3.2",
    severity=Severity.WARNING,
)
def note_ends_without_period(note: Note, context: Context) -> Reports:
    """A note is made of citation sentences, and each of them ends with a period: also after a URL or a bracket.

    A question mark or an exclamation mark does as well, and closing quotation marks and brackets may follow. A note
    that stops after a comma has perhaps lost what was to follow, a page or a URL: the fix wants an eye. A note that
    ends in a colon, a list or a table passes, and so does an empty one (NUM007).
    """
    text = context.text(note.span)
    body = text.rstrip(_BLANKS)
    core = body.rstrip(_BEHIND)
    if not core or core[-1] in _ENDS or core[-1] == ":" or not any(map(str.isalnum, core)):
        return
    if "\n" in core and _ends_in_list(core, note, context):
        return
    tail = body[len(core) :]
    bracket = max(tail.rfind(mark) for mark in _BRACKETS)
    last, core_end = core[-1], note.span.start + len(core)
    if last in ",;" and bracket < 0:
        name = "comma" if last == "," else "semicolon"
        edit = Edit(Span(core_end - 1, core_end), ".")
        yield Report(
            edit.span,
            f"the note ends with a {name} and no period",
            hint=f"the note stops after a {name}",
            found=last,
            sure=f"its last sign is a {name}",
            expected="." if last == ";" else None,
            why="something may be missing here: a page, a URL? If not, end with a period."
            if last == ","
            else "a further source may be missing here. If not, end with a period.",
            fix=review(edit) if last == "," else safe(edit),
        )
        return
    place = core_end + bracket + 1
    word = core.split()[-1]
    cut = word in _UNFINISHED or (last in _BEFORE_MORE and "://" not in word and not word.startswith("www."))
    yield Report(
        Span(note.span.start + len(body) - 1, note.span.start + len(body)),
        "the note ends without a period",
        hint="the note breaks off" if cut else "no period",
        expected=None if cut else ".",
        sure=f"its last word is {word}",
        why="the note breaks off: what follows was lost." if cut else "",
        fix=None if cut else safe(Edit(Span(place, place), ".")),
    )


def _ends_in_list(core: str, note: Note, context: Context) -> bool:
    """Tell whether the last line of a note is an item of a list or a row of a table, in the file or in its text."""
    if _LISTED.match(core, core.rfind("\n") + 1):
        return True
    if context.source.format != "markdown":
        return False
    name, origin = context.source.origin(Span(note.span.start + len(core) - 1, note.span.start + len(core)))
    written = next(part.text for part in context.source.parts if part.name == name)
    return _LISTED.match(written, written.rfind("\n", 0, origin.start) + 1) is not None
