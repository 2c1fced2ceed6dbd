"""PUN002: no doubled or clashing punctuation."""

import re
from typing import NamedTuple

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, change, review, rule, safe
from citelint.model.diagnostic import Edit
from citelint.model.document import Note
from citelint.model.span import Span

_BLANK = r"[ \t\u00a0\u2009\u202f]"
_CLASH = rf"(?:(?<!{_BLANK}){_BLANK}+,|(?<![.,;])[.,;](?:[.,;]|{_BLANK}+,))(?:[.,;]|{_BLANK}+,)*"
_HARMLESS = (
    r"(?:https?://|ftp://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]}'’*_]"  # an address without what follows it
    rf"|,?(?:\.(?:{_BLANK}*\.){{2,}}|\.{_BLANK}+\.|…){_BLANK}*[,;]?"  # an ellipsis, also one that lacks a point
)
_SCAN = Pattern(rf"{_HARMLESS}|(?P<clash>{_CLASH})", re.IGNORECASE)
_PAIR = Pattern(rf",(?:[.,;]|(?<={_BLANK},))|;[.,;]|\.\.")
_SENTENCE_FOLLOWS = Pattern(r"[\"'”’)\]*_]*(?:\Z|\s+[\"'“‘(\[*_]*[A-Z])")


@rule(
    "PUN002",
    Bad(
        """
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Id..
              ^^
        """,
        fixed="""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Id.
        """,
    ),
    Bad(
        """
        [1] Terry v. Ohio, 392 U.S. 1,, 21 (1968); Katz v. United States , 389 U.S. 347 (1967).
                                     ^^                                 ^^
        """,
        fixed="""
        [1] Terry v. Ohio, 392 U.S. 1, 21 (1968); Katz v. United States, 389 U.S. 347 (1967).
        """,
    ),
    Bad(
        """
        [1] Mara Ellison, The Docket, Court Monthly,; Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127 (2018).
                                                   ^^
        """,
        fixed="""
        [1] Mara Ellison, The Docket, Court Monthly; Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127 (2018).
        """,
    ),
    Bad(
        """
        [^1]: Terry v. Ohio, 392 U.S. 1, 21 (1968),.
                                                  ^^
        """,
        fixed="""
        [^1]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """,
    ),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967); Acme, Inc., Report 5 (2011); Doe et al., Names 3 (1999).
        """),
    Good("""
        [1] The court wrote that it “refused . . . , and refused again . . . .” It went on ... and on....
        """),
    Good("""
        [1] Jane Roe, Whose Court?, 90 Yale L.J. 1 (1981); Jane Roe, Stop!, https://example.org/a..b,,c;d (v1..2).
        """),
)
def doubled_punctuation(note: Note, context: Context) -> Reports:
    """Two points do not stand side by side, and no comma follows a blank.

    Reported are ``..`` ``,,`` ``;;`` ``,.`` ``;.`` ``,;`` and a blank before a comma. Where ``,;`` stands, a page, a
    date or a URL was perhaps lost, so that its fix wants an eye. An ellipsis is no doubled period, what stands in a
    URL is no punctuation, and the point of an abbreviation stays before a comma or semicolon ("*Id.*;" "Inc.,").
    """
    text, (start, end) = context.source.text, note.span
    if _PAIR.search(text, start, end) is None:  # far faster than the scan, and mostly all there is to do
        return
    for match in _SCAN.finditer(text, start, end):
        if match["clash"] is not None and match.start() > start:
            fault = _fault(text, Span(*match.span()), end)
            if fault is not None:
                yield _report(fault, context)


class _Fault(NamedTuple):
    """Points that clash, what they should be (None where nobody can tell), and whether that is sure."""

    span: Span
    mended: str | None
    sure: bool


def _fault(text: str, span: Span, end: int) -> _Fault | None:
    """Judge points that stand together, perhaps with blanks before their commas; None where they are right."""
    words, before = text[span.start : span.end], text[span.start - 1]
    abbreviated = words[0] == "." and words[1] != "."
    if abbreviated:
        span, words = Span(span.start + 1, span.end), words[1:]
    points = "".join(words.split())
    if words in (",", ";") or (words[0].isspace() and before in "([{“‘"):
        return None
    if points == ".." and _in_name(before, text[span.end : span.end + 1]):
        return None
    mended, sure = _mended(points, sentence_ends=_SENTENCE_FOLLOWS.match(text, span.end, end) is not None)
    if abbreviated and mended is not None:
        mended = mended.lstrip(".")
    return _Fault(span, mended, sure and points == words.lstrip())


def _in_name(before: str, after: str) -> bool:
    """Tell whether two periods between these characters are part of a path or a number: "../notes", "v1..2"."""
    return before in "/\\" or after in ("/", "\\") or (before.isalnum() and after.isalnum())


def _mended(points: str, *, sentence_ends: bool) -> tuple[str | None, bool]:
    """Give the point or points meant by several, None where nobody can tell, and whether that is sure."""
    if len(set(points)) == 1:
        return points[0], True
    if set(points) == {",", ";"}:
        return ";", False
    if points.startswith("..") and points[2:] in (",", ";"):
        return "." + points[2:], True
    if points in (",.", ";."):
        return (".", True) if sentence_ends else (points[0], False)
    return None, False


def _report(fault: _Fault, context: Context) -> Report:
    span, mended, sure = fault
    found = context.text(span)
    points = "".join(found.split())
    name = {",": "comma", ";": "semicolon", ".": "period"}[points[0]]
    if points == ",":
        message, hint = "a blank stands before a comma", "blank before the comma"
    elif len(set(points)) == 1:
        message, hint = f"a doubled {name}", f"one {name} too many"
    elif set(points) == {",", ";"}:
        message, hint = f'"{points}" clashes', 'a page, date or URL lost before ";"?'
    else:
        message, hint = f'"{points}" clashes', "points that clash"
    fix = None
    if mended is not None:
        edit = Edit(span, mended) if context.unbroken(span) else change(span, found, mended)
        fix = safe(edit) if sure else review(edit)
    return Report(span, message, hint=hint, found=found, expected=mended or None, sure=f'"{found}" is printed', fix=fix)
