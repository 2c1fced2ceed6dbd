"""SUP005: supra refers back."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.pointing import directed, ends, has_placeholder, missing, number_span, pointer_span
from citelint.model.citation import CrossReference
from citelint.model.diagnostic import Edit


@rule(
    "SUP005",
    Bad(
        """
        [1] See supra note 3 and accompanying text.
                ^^^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """,
        fixed="""
        [1] See infra note 3 and accompanying text.
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """,
    ),
    Bad("""
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^2]: *See supra* notes 1–3.
                   ^^^^^^^^^^^^^^^^
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """),
    Good("""
        [1] See infra note 3 and accompanying text.
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] See supra text accompanying note 2.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [3] See supra notes 1–2.
        """),
    bluebook="3.5",
    indigo="6.2.3",
)
def supra_points_forward(reference: CrossReference, context: Context) -> Reports:
    """Supra means "above": a later note is pointed at by infra.

    Checked are cross-references that name no work; a supra with a name is held against the note that cites the work. A
    range with ends on both sides of its own note is neither above nor below, and only its author knows what is meant.
    """
    own = context.note_of(reference).number
    numbers = ends(reference)
    if reference.word is None or reference.forward or own is None or not numbers or max(numbers) <= own:
        return
    if own in numbers or has_placeholder(reference) or missing(reference, context):
        return
    word = directed(reference, forward=True)
    printed = context.text(number_span(reference))
    whole = min(numbers) > own
    what = "note" if len(numbers) == 1 else "notes"
    yield Report(
        pointer_span(reference),
        f"{what} {printed} {'comes' if len(numbers) == 1 else 'come'} after note {own}: infra, not supra"
        if whole
        else f"notes {printed} lie on both sides of note {own}: supra is only for what comes before",
        hint=f"points forward from note {own}" if whole else f"reaches over note {own} itself",
        found=f"{reference.word.value} {what} {printed}",
        expected=f"{word} {what} {printed}" if whole else None,
        expected_note=printed if whole else None,
        why="supra points back and infra forward",
        sure=f"it stands in note {own}",
        fix=review(Edit(reference.word.span, word)) if whole else None,
    )
