"""NUM001: every mark in the body has a note."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import typed_number
from citelint.model.document import Document


@rule(
    "NUM001",
    Bad("""
        The rule is old.[1] It is also new.[2] It may yet be sound.[3]
                                                                   ^^^

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    Bad("""
        One court agreed.[^katz] Another did not.[^tery]
                                                 ^^^^^^^

        [^katz]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        The rule is old.[1] It is also new.[2]

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    Good("""
        One court agreed.[^katz] Another did not.[^terry]

        [^katz]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^terry]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    bluebook="1.1(a)",
)
def marker_without_note(document: Document, context: Context) -> Reports:
    """Every mark in the text calls a note, so the note has to be there.

    Either the note was lost, or the mark is mistyped. In an excerpt the notes outside it are unknown, and their marks
    pass.
    """
    for marker in document.source.markers:
        number = typed_number(marker)
        if marker.note is None and (number is None or context.in_excerpt(number)):
            yield Report(
                marker.span,
                f"the mark {marker.typed} has no note",
                hint="no such note",
                found=context.text(marker.span),
                sure=f"no note of the piece is labelled {marker.typed}",
            )
