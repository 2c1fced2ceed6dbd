"""XRF013: a Word field means the note that cites the named work in full."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.pointing import called, evidence_for, right_number
from citelint.lint.wordfields import names_another_work, shown
from citelint.model.citation import Supra
from citelint.model.diagnostic import Related
from citelint.model.document import Document


@rule(
    "XRF013",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2=katz] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note {2=katz}, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        word=True,
    ),
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2=katz] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note {1=katz}, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
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
    Good(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2=katz] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra note {2=katz} and accompanying text; Ellison, supra note 1, at 920.
        """,
        word=True,
    ),
    bluebook="3.5",
    indigo="31.2",
    instead_of=("SUP001", "SUP002", "SUP005", "SUP007", "SUP008", "XRF006"),
)
def note_field_to_other_work(document: Document, context: Context) -> Reports:
    """A cross-reference field means the note in which the named work is cited in full.

    The field's bookmark stands at a note that does not cite the work, and exactly one other note cites it in full.
    Refreshing the field does not help, and where the number that is shown is right it would destroy it: insert the
    cross-reference anew, or type the number.

    In the examples, {2=katz} is a field that shows 2 and means the note whose mark has the bookmark "katz".
    """
    for one in context.facts(shown):
        found = names_another_work(one, context)
        if found is None or not isinstance(one.reference, Supra) or one.field.target is None:
            continue
        name = called(one.reference)
        number = right_number(one.reference, found.citation, context)
        place, meant = context.note_of(found.citation).name, context.note(one.field.target)
        right = one.printed == number
        message = f"this field means note {meant.name}, and {name} is cited in full in note {place}"
        if right:
            message += f": {one.printed} is right as it is printed, and refreshing the field would make it wrong"
        yield Report(
            one.span,
            message,
            hint=f"means note {meant.name}",
            found=context.text(one.span),
            expected=number,
            expected_note=number,
            why='"supra note N" names the note with the full citation',
            sure=found.because,
            likely=not found.certain,
            related=(
                Related(meant.ordinal, meant.span, f"the field means this note, which does not cite {name}"),
                evidence_for(found.citation, name),
            ),
            note=one.field.note,
        )
