"""NUM010: a number typed at the head of a note is the note's own."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.model.diagnostic import Edit, Severity
from citelint.model.document import Note
from citelint.model.span import Span

_TYPED = Pattern(r"(?P<number>\d{1,4})\.\s+(?=[^\W\d_]|[“\"(\[§*])")
_FIRST_YEAR = 1500


@rule(
    "NUM010",
    Bad(
        """
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: 2. Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
              ^^
        """,
        fixed="""
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """,
    ),
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] 3. Id. at 445.
            ^^
        """),
    Good("""
        [1] 2 Ann Vale, Vale on Dockets § 8.01 (2019).
        [2] 2. Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] 1. The court asked who spoke. 2. It asked who listened.
        [3] 1984. A year that needs no note.
        """),
    severity=Severity.WARNING,
)
def typed_number_mismatch(note: Note, context: Context) -> Reports:
    """A number typed at the head of a note, beside the one that is printed, is that of the note.

    Where notes are numbered by the program, a typed number stays behind when they move. A number without a period is
    the volume of what is cited, and one that begins a list inside the note passes. The note's own number typed once
    more is left alone.
    """
    typed = _TYPED.match(context.source.text, note.span.start, note.span.end)
    if typed is None or note.number is None:
        return
    number = int(typed["number"])
    if number == note.number or number >= _FIRST_YEAR or f"{number + 1}." in context.text(note.span):
        return
    yield Report(
        Span(typed.start(), typed.end("number") + 1),
        f"{number} is typed at the head of note {note.name}",
        hint=f"this is note {note.name}",
        found=f"{number}.",
        expected=f"{note.number}.",
        why="a typed number stays behind when notes move",
        sure=f"{number} is typed, and {note.name} is printed",
        fix=safe(Edit(Span(typed.start(), typed.end()), "")),
    )
