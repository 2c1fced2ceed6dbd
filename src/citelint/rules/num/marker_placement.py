"""NUM008: a mark follows the points of its sentence, and precedes a dash or colon."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.model.diagnostic import Edit, Fix, Severity
from citelint.model.document import Document
from citelint.model.source import Marker
from citelint.model.span import Span

_POINTS = Pattern(r"(?:[,;?!”’]|\.(?![.\w]|\s\.)|[\"'](?![\w]))+")
_BEFORE = Pattern(r"(?:[—:]|--+)\Z")
_NEAR = 3


@rule(
    "NUM008",
    Bad(
        """
        The rule is old[^1]. It failed[^2], however. He said “no[^3].”
                       ^^^^^          ^^^^^                     ^^^^^^

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """,
        fixed="""
        The rule is old.[^1] It failed,[^2] however. He said “no.”[^3]

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """,
    ),
    Bad(
        """
        One thing—[1]the rule.
                 ^^^^

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """,
        fixed="""
        One thing[1]—the rule.

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """,
    ),
    Good("""
        The rule is old.[^1] It failed,[^2] however (in part[^3]), and one word[^4] was enough—so he said “no.”[^5]

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [^4]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [^5]: Mapp v. Ohio, 367 U.S. 643, 655 (1961).
        """),
    Good("""
        The court put it so:[1]

        It is not for us to say.

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    bluebook="1.1(a)",
    severity=Severity.WARNING,
)  # fmt: skip
def marker_placement(document: Document, context: Context) -> Reports:
    """A mark stands behind comma, semicolon, period and closing quotation mark, and before a dash or a colon.

    A mark at a single word inside its sentence passes, and so do one inside a parenthesis and one behind a colon that
    ends its paragraph. A blank before a mark is NUM009.
    """
    text = document.source.text
    markers = document.source.markers
    for place, marker in enumerate(markers):
        last = _last_of_row(markers, place, text)
        if last > place and place and markers[place - 1].span.end == marker.span.start:
            continue
        end = markers[last].span.end
        if place and markers[place - 1].span.end == marker.span.start:
            continue
        row = Span(marker.span.start, end)
        points = _POINTS.match(text, end, marker.paragraph.end)
        if points is not None and _is_closing(points.group(), text[points.end() : points.end() + 1]):
            yield _report(Span(row.start, points.end()), marker, "behind", _behind(row, points.end(), context))
            continue
        head = text[max(row.start - _NEAR, marker.paragraph.start) : row.start]
        before = _BEFORE.search(head)
        if before is not None and text[row.end : marker.paragraph.end].strip():
            start = row.start - len(before.group())
            yield _report(Span(start, row.end), marker, "before", _ahead(row, start, context))


def _last_of_row(markers: tuple[Marker, ...], place: int, text: str) -> int:
    """Give the place of the last of several marks in a row, with nothing or a comma between them."""
    while place + 1 < len(markers) and text[markers[place].span.end : markers[place + 1].span.start] in ("", ","):
        place += 1
    return place


def _is_closing(points: str, after: str) -> bool:
    """Tell whether points end something: an apostrophe before a letter does not."""
    return not (points in ("’", "'") and after.isalnum())


def _report(span: Span, marker: Marker, side: str, fix: Fix | None) -> Report:
    return Report(
        span,
        "a mark stands behind the point or quotation mark"
        if side == "behind"
        else "a mark stands before dash or colon",
        hint=f"the mark goes {side} it",
        sure="no letter stands between the mark and the sign",
        note=marker.note,
        fix=fix,
    )


def _behind(row: Span, end: int, context: Context) -> Fix | None:
    """Give the fix that moves marks behind the points that follow; None where markup stands between them.

    A mark without words of its own (in a Word file) cannot be moved as text.
    """
    words = context.text(row)
    if not words or not context.unbroken(Span(row.start, end)) or words.startswith("^["):
        return None
    return safe(Edit(row, ""), Edit(Span(end, end), words))


def _ahead(row: Span, start: int, context: Context) -> Fix | None:
    words = context.text(row)
    if not words or not context.unbroken(Span(start, row.end)) or words.startswith("^["):
        return None
    return safe(Edit(Span(start, start), words), Edit(row, ""))
