"""HER003: once a label is set, short forms use it."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.labels import Label, labels_of, uses
from citelint.model.citation import Supra
from citelint.model.diagnostic import Edit, Fix, Related, Severity
from citelint.model.link import Fit, Found
from citelint.model.source import Typeface
from citelint.model.span import Span


@rule(
    "HER003",
    Bad(
        """
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) [hereinafter Pew Report].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Report, supra note 1, at 9.
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Pew Rsch. Ctr., supra note 1, at 10.
            ^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) [hereinafter Pew Report].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Pew Report, supra note 1, at 9.
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Pew Report, supra note 1, at 10.
        """,
    ),
    Bad(
        """
        [1] Helen Brandt, Trial's End 9 (2019) [hereinafter Brandt, End].
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See Brandt, supra note 1, at 14.
                ^^^^^^
        """,
        fixed="""
        [1] Helen Brandt, Trial's End 9 (2019) [hereinafter Brandt, End].
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See Brandt, End, supra note 1, at 14.
        """,
    ),
    Good("""
        [1] Pew Rsch. Ctr., Trust and Distrust in America 8 (2019) [hereinafter Pew Report].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] PEW REPORT, supra note 1, at 9.
        """),
    Good("""
        [1] Helen Brandt, Trial's End 9 (2019) [hereinafter Brandt, End].
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] End, supra note 1, at 12.
        """),
    bluebook="4.2(b), 16.9(b)",
    indigo="15.2.4",
    severity=Severity.WARNING,
)
def hereinafter_ignored(supra: Supra, context: Context) -> Reports:
    """Where a label was set for a work, every later short form of the work is that label.

    A label may be used with or without its author, in other typefaces, or cut short. Nothing is said where it is not
    certain which work is meant; where the author alone fits several works of the note, SUP011 speaks.
    """
    found = context.found(supra)
    if found is None or not found.certain or not supra.clear or found.fit in (Fit.LABEL, Fit.PLACE, Fit.FUZZY):
        return
    label = _label(found, supra, context)
    if label is None or found.citation.note != label.carrier.note or _has_rival(found, context):
        return
    if uses(label, supra.name.value):
        return
    words = label.hereinafter.label.value
    number = context.note_of(label.carrier).name
    yield Report(
        supra.name.span,
        f'note {number} sets "{words}" for this work',
        hint=f'"{words}" since note {number}',
        found=supra.name.value,
        expected=words,
        why="once a label is set, later short forms use it.",
        sure=found.because,
        related=(Related(label.carrier.note, label.hereinafter.span, "the label is set here"),),
        fix=_replaced(supra.name.span, label, context),
    )


def _label(found: Found, supra: Supra, context: Context) -> Label | None:
    """Give the one label that was set for the work before the supra; None where there is none, or several."""
    work = context.links.work_of[found.citation.index]
    before = [one for one in context.facts(labels_of).get(work, ()) if one.hereinafter.span.end <= supra.span.start]
    return before[0] if len(before) == 1 else None


def _has_rival(found: Found, context: Context) -> bool:
    """Tell whether the name fits another work as well that stands in the same note."""
    return any(rival.citation.note == found.citation.note for rival in found.rivals)


def _replaced(span: Span, label: Label, context: Context) -> Fix | None:
    """Give the fix that writes the label for the name, None where either changes its typeface on the way."""
    if any(context.touched_by(face, place) for face in Typeface for place in (span, label.hereinafter.label.span)):
        return None
    return review(Edit(span, label.hereinafter.label.value))
