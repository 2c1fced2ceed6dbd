"""XRF011: the number that a Word field shows is that of the note it means."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule, safe
from citelint.lint.pointing import called, evidence_for
from citelint.lint.wordfields import Shown, names_another_work, shown
from citelint.model.citation import Supra
from citelint.model.diagnostic import Edit, Fix, Related
from citelint.model.document import Document


@rule(
    "XRF011",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Katz v. United States, 389 U.S. 347, 351 (1967).
        [4] Ellison, supra note {1=ellison}, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Katz v. United States, 389 U.S. 347, 351 (1967).
        [4] Ellison, supra note {2=ellison}, at 920.
        """,
        word=True,
    ),
    Bad(
        """
        The rule is older than that.[1] It stands (see note {1=katz}) to this day.[2]
                                                            ^^^^^^^^

        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2=katz] Katz v. United States, 389 U.S. 347, 351 (1967).
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
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2=katz] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra notes 1–{2=katz} and accompanying text.
        """,
        word=True,
    ),
    bluebook="3.5",
    indigo="31.2",
    instead_of=("SUP001", "SUP002", "SUP005", "SUP007", "SUP008", "XRF006", "XRF009"),
)
def note_field_stale(document: Document, context: Context) -> Reports:
    """The number that a Word cross-reference field shows is the number of the note it means.

    Word numbers notes anew at once, and fields only when it is told to. So a field goes on showing the number that its
    note had, when notes were inserted before it: click into a note, press Ctrl+A and then F9. (Ctrl+A in the text
    reaches no notes.) In the examples, {1=ellison} is a field that shows 1 and means the note whose mark has the
    bookmark "ellison".

    Where the field is sound, refreshing it is safe: one bookmark of that name stands round one mark, no other field
    stands in the field, and the note meant cites the work that is named. A field that shows nothing yet is not stale,
    and one whose note cites another work than is named is XRF013.
    """
    for one in context.facts(shown):
        if one.stale and not one.field.encloses and names_another_work(one, context) is None:
            yield _report(one, context)


def _report(one: Shown, context: Context) -> Report:
    field, reference = one.field, one.reference
    label, expected = field.expected or "", one.expected or ""
    evidence: tuple[Related, ...] = ()
    cites = True
    if field.target is not None:
        target = context.note(field.target)
        evidence = (Related(field.target, target.span, f"the field means this note, which is now note {label}"),)
    if isinstance(reference, Supra):
        found = context.found(reference)
        cites = found is not None and field.target in {c.note for c in (found.citation, *found.others)}
        if found is not None and cites and field.target == found.citation.note:
            evidence = (evidence_for(found.citation, called(reference)),)
    edit = Edit(field.span, expected)
    fix: Fix | None = safe(edit) if field.sound and cites else review(edit) if field.sound else None
    return Report(
        one.span,
        f"this field means note {label} and still shows {one.printed}: it was not refreshed after notes were moved",
        hint=f"means note {label}",
        found=context.text(one.span),
        expected=expected,
        expected_note=expected,
        why="Word numbers notes anew at once, and fields only when they are refreshed: click into a note, press Ctrl+A "
        "and F9",
        sure=f"the field's bookmark, {field.bookmark}, stands at the mark of note {label}",
        likely=not field.sound,
        related=evidence,
        fix=fix,
        note=field.note,
    )
