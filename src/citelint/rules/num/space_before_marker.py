"""NUM009: no blank stands before a mark."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule, safe
from citelint.model.diagnostic import Edit, Severity
from citelint.model.document import Document
from citelint.model.source import Marker
from citelint.model.span import Span

_BLANKS = " \t\u00a0\u202f"
_MANY = 5


@rule(
    "NUM009",
    Bad(
        """
        The rule is old. [^1] It failed, [^2] however.
                        ^^^^^           ^^^^^

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """,
        fixed="""
        The rule is old.[^1] It failed,[^2] however.

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """,
    ),
    Bad("""
        Twice [1] denied.
             ^^^^

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    Good("""
        The rule is old.[^1] Twice[^2] denied.

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        The rule is so old that nobody knows its source.
        [^1] It was never doubted.

        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    severity=Severity.SUGGESTION,
)
def space_before_marker(document: Document, context: Context) -> Reports:
    """A mark stands right behind its word or point, so that no line can begin with it.

    A mark at the beginning of a line passes. Where most marks of a piece have a blank before them that is how it was
    laid out, and is said once.
    """
    markers = document.source.markers
    found = [(marker, blanks) for marker in markers if (blanks := _blanks(marker, context)) is not None]
    is_layout = len(found) >= _MANY and 2 * len(found) > len(markers)
    for marker, blanks in found[:1] if is_layout else found:
        yield Report(
            Span(blanks.start, marker.span.end),
            f"a blank stands before {len(found)} of {len(markers)} marks"
            if is_layout
            else "a blank stands before this mark",
            hint="no blank before a mark",
            sure="the blank is in the file" if not is_layout else "most marks have a blank before them",
            note=marker.note,
            fix=safe(Edit(blanks, "")) if context.unbroken(blanks) and not is_layout else None,
        )


def _blanks(marker: Marker, context: Context) -> Span | None:
    """Give the blanks between a mark and what stands before it in its line, None where there are none."""
    text, first = context.source.text, marker.span.start
    while first > marker.paragraph.start and text[first - 1] in _BLANKS:
        first -= 1
    if first == marker.span.start or first == marker.paragraph.start or text[first - 1] == "\n":
        return None
    return Span(first, marker.span.start)
