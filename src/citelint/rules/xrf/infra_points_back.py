"""XRF009: infra refers forward."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.pointing import (
    called,
    directed,
    ends,
    evidence_for,
    has_placeholder,
    missing,
    number_span,
    pointer_span,
    right_number,
)
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Edit
from citelint.model.link import Pointing


@rule(
    "XRF009",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [3] See infra notes 1–2 and accompanying text.
                ^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [3] See supra notes 1–2 and accompanying text.
        """,
    ),
    Bad(
        """
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Brandt, *infra* note 1, at 51.
              ^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Brandt, *supra* note 1, at 51.
        """,
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See infra text accompanying note 3.
        [3] See supra note 1.
        """),
    Good("""
        [1] See infra notes 2–3 and accompanying text.
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    bluebook="3.5",
    indigo="2.1",
)
def infra_points_back(reference: CrossReference | Supra, context: Context) -> Reports:
    """Infra means "below": an earlier note is pointed at by supra, whether a work is named or not.

    A range with ends on both sides of its own note is neither above nor below, and only its author knows what is meant.
    """
    own = context.note_of(reference).number
    numbers = ends(reference)
    if reference.word is None or not reference.forward or own is None or not numbers or min(numbers) >= own:
        return
    if own in numbers or has_placeholder(reference) or missing(reference, context):
        return
    word = directed(reference, forward=False)
    printed = context.text(number_span(reference))
    whole = max(numbers) < own
    what = "note" if len(numbers) == 1 else "notes"
    expected: str | None = printed
    found = context.found(reference) if isinstance(reference, Supra) else None
    if found is not None and found.pointing is not Pointing.RIGHT:
        expected = right_number(reference, found.citation, context)
        word = directed(reference, forward=found.later)
    yield Report(
        pointer_span(reference),
        f"{what} {printed} {'comes' if len(numbers) == 1 else 'come'} before note {own}: supra, not infra"
        if whole
        else f"notes {printed} lie on both sides of note {own}: infra is only for what comes after",
        hint=f"points back from note {own}" if whole else f"reaches over note {own} itself",
        found=f"{reference.word.value} {what} {printed}",
        expected=f"{word} {what} {expected}" if whole and expected else None,
        expected_note=expected if whole else None,
        why="infra points forward and supra back",
        sure=f"it stands in note {own}" + (f"; {found.because}" if found is not None and found.certain else ""),
        related=(evidence_for(found.citation, called(reference)),)
        if found is not None and isinstance(reference, Supra)
        else (),
        fix=review(Edit(reference.word.span, word)) if whole and expected == printed else None,
    )
