"""NUM004: a mark is used once."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import typed_number
from citelint.model.diagnostic import Severity
from citelint.model.document import Document


@rule(
    "NUM004",
    Bad("""
        The rule is old.[1] It is also new.[2] And it is old.[1]
                                                             ^^^

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    Bad("""
        See here[^katz] and there.[^katz]
                                  ^^^^^^^

        [^katz]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        The rule is old.[1] It is also new.[2]

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] *See supra* note 1.
        """),
    Good("""
        Short Forms[^*]

        The rule is old.[^1]

        [^*]: Professor of Law, Coastal University.
        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    severity=Severity.WARNING,
)
def marker_repeated(document: Document, context: Context) -> Reports:
    """A number calls its note once; what refers to the same note again is a note of its own, with a cross-reference.

    A second mark is mostly a slip for the next number. Where a note is meant twice, write a new note: "*See supra*
    note 1." Marks of author's notes (``*``) are not counted.
    """
    seen: set[int] = set()
    for marker in document.source.markers:
        named = marker.typed.strip("*†‡§¶‖#")
        if marker.note is None or not named:
            continue
        if marker.note in seen:
            number = typed_number(marker)
            name = marker.typed if number is None else str(number)
            yield Report(
                marker.span,
                f"the mark {name} stands in the text for a second time",
                hint="this mark was used before",
                found=context.text(marker.span),
                sure=f"the mark {name} stands further up already",
                note=marker.note,
            )
        seen.add(marker.note)
