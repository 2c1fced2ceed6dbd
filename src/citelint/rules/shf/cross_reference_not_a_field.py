"""SHF012: in Word, the number of a note is a field."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.pointing import Pointer, ends, number_span, pointer_span
from citelint.lint.wordfields import printed_by_field
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Severity


@rule(
    "SHF012",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note 1, at 920.
                                ^
        """,
        word=True,
    ),
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra notes 1–2 and accompanying text.
                            ^^^
        """,
        word=True,
    ),
    Good(
        """
        [1=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note {1=ellison}, at 920.
        """,
        word=True,
    ),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note 1, at 920; see infra Part II.
        """),
    severity=Severity.SUGGESTION,
    default=False,
)
def cross_reference_not_a_field(reference: Supra | CrossReference, context: Context) -> Reports:
    """In a Word file the number of a note is a cross-reference field and not typed: a typed one goes stale unseen.

    Off unless it is selected, since most journals work with typed numbers. Other formats have no such fields, and
    pass. In the examples, {1=ellison} is a field that shows 1 and means the note whose mark has the bookmark "ellison".
    """
    if context.source.word is None or not ends(reference) or reference.index in context.facts(printed_by_field):
        return
    yield _report(reference, context)


def _report(reference: Pointer, context: Context) -> Report:
    span = number_span(reference)
    return Report(
        span,
        f"{context.text(span)} is typed: as a cross-reference field it would move with its note",
        hint="typed, no field",
        found=context.text(pointer_span(reference)),
        why="typed numbers stay as they are when notes are inserted or removed",
        sure="no field of the file covers it",
        severity=Severity.SUGGESTION,
    )
