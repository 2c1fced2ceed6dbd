"""SUP003: a supra names the note with the full citation, and not one with a short form."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.outside import can_have_page
from citelint.lint.pointing import (
    called,
    ends,
    evidence_for,
    is_only_one,
    number_span,
    pointer,
    pointer_span,
    right_number,
    single,
    takes_supra,
)
from citelint.model.citation import Supra
from citelint.model.diagnostic import Edit, Severity
from citelint.model.link import Fit, Pointing


@rule(
    "SUP003",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Ellison, supra note 3, at 922.
            ^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Ellison, supra note 1, at 922.
        """,
    ),
    Bad("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Id. at 50.
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [4] Brandt, supra note 2, at 60.
            ^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Ellison, supra note 1, at 922.
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        [4] See supra note 3 and accompanying text.
        """),
    bluebook="4.2(a)",
    indigo="6.2.3",
    severity=Severity.WARNING,
)
def supra_to_short_form(supra: Supra, context: Context) -> Reports:
    """A supra sends the reader to the full citation, and not to a note that only says supra or *id.* again.

    A cross-reference to what a note discusses ("*see supra* note 3 and accompanying text") may point to any note.
    """
    found = context.found(supra)
    own = context.note_of(supra).number
    numbers = ends(supra)
    if found is None or found.pointing is not Pointing.SHORT_FORM or found.later or supra.forward:
        return
    if own is not None and max(numbers) >= own:
        return
    # a label set by hereinafter is what the author calls the source, whatever its kind
    if found.fit is not Fit.LABEL and not takes_supra(found.citation):
        return
    name = called(supra)
    number = right_number(supra, found.citation, context)
    printed = context.text(number_span(supra))
    exact = (
        number is not None
        and single(supra) is not None
        and is_only_one(found, supra, context)
        and can_have_page(supra, found, context)
    )
    yield Report(
        pointer_span(supra),
        f"note {printed} cites {name} by a short form: the full citation is in note "
        f"{context.note_of(found.citation).name}",
        hint=f"note {printed} has only a short form",
        found=f"{supra.word.value} note {printed}",
        expected=pointer(supra.word.value, number) if number is not None else None,
        expected_note=number,
        why='"supra note N" names the note with the full citation',
        sure=found.because,
        likely=not found.certain,
        related=(evidence_for(found.citation, name),),
        fix=review(Edit(number_span(supra), number)) if exact and number is not None else None,
    )
