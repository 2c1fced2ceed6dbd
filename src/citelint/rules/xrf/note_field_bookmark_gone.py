"""XRF012: the bookmark of a Word field exists, at the mark of a note."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.pointing import called, evidence_for, right_number
from citelint.lint.wordfields import Shown, shown
from citelint.model.citation import Supra
from citelint.model.diagnostic import Related
from citelint.model.document import Document
from citelint.model.link import Pointing
from citelint.model.source import FieldTrouble

_WHAT = {
    FieldTrouble.NO_NAME: "names no bookmark",
    FieldTrouble.NO_BOOKMARK: "means a bookmark that is gone",
    FieldTrouble.NO_MARK: "means a bookmark that stands at no note: the mark was deleted",
    FieldTrouble.NO_NOTE: "means a mark whose note is gone",
}


@rule(
    "XRF012",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note {2=ellison}, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        word=True,
    ),
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See supra note {Error! Bookmark not defined.=miranda} and accompanying text.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        word=True,
    ),
    Good(
        """
        [1=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note {1=ELLISON}, at 920.
        """,
        word=True,
    ),
    Good(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Ellison, supra note 1, at 920.
        """,
        word=True,
    ),
    bluebook="3.5",
    indigo="31.2",
    instead_of=("SUP001", "SUP002", "SUP007", "SUP008", "XRF006"),
)
def note_field_bookmark_gone(document: Document, context: Context) -> Reports:
    """The bookmark that a Word cross-reference field names exists, and stands at the mark of a note.

    It goes when the mark is deleted and the note is cited elsewhere. The field shows its old number until it is
    refreshed, and then Word prints "Error! Bookmark not defined." Insert the cross-reference anew, or type the number.
    Where the number that is shown is right for the work that is named, the finding is a warning.

    In the examples, {2=ellison} is a field that shows 2 and means the note whose mark has the bookmark "ellison".
    """
    for one in context.facts(shown):
        if one.field.trouble is not None:
            yield _report(one, one.field.trouble, context)


def _report(one: Shown, trouble: FieldTrouble, context: Context) -> Report:
    field, reference = one.field, one.reference
    name = f" ({field.bookmark})" if field.bookmark else ""
    message = f"this field {_WHAT[trouble]}{name}"
    is_error = not one.printed[:1].isalnum() or not one.printed.isalnum()
    message += ", so Word prints an error" if is_error else ": when it is refreshed, Word prints an error"
    found = context.found(reference) if isinstance(reference, Supra) else None
    number: str | None = None
    related: tuple[Related, ...] = ()
    right = False
    if found is not None and isinstance(reference, Supra):
        number = right_number(reference, found.citation, context)
        right = found.pointing in (Pointing.RIGHT, Pointing.MENTION)
        related = (evidence_for(found.citation, called(reference)),)
        if not right and number is not None:
            message += f"; {called(reference)} is cited in full in note {number}"
    return Report(
        one.span,
        message,
        hint="its bookmark is gone",
        found=context.text(one.span),
        expected=None if right else number,
        expected_note=None if right else number,
        why='a field whose bookmark is gone becomes "Error! Bookmark not defined."',
        sure=f"the number {one.printed} is right as it is printed"
        if right
        else "the bookmark is looked for in the file, and is not there",
        likely=right,
        related=related,
        note=field.note,
    )
