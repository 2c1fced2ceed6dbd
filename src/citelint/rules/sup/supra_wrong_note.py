"""SUP002: a supra names the note in which its work is cited in full."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.outside import can_have_page
from citelint.lint.pointing import (
    called,
    ends,
    evidence_against,
    evidence_for,
    has_placeholder,
    is_only_one,
    listed,
    missing,
    number_span,
    pointer,
    pointer_span,
    right_number,
    single,
)
from citelint.model.citation import Supra
from citelint.model.diagnostic import Edit, Fix
from citelint.model.link import Found, Lost, Pointing, Why

_WHY = '"supra note N" names the note with the full citation'


@rule(
    "SUP002",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [4] Ellison, supra note 3, at 920.
            ^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [4] Ellison, supra note 2, at 920.
        """,
    ),
    Bad(
        """
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Brandt, *supra* note 4, at 51.
              ^^^^^^^^^^^^^^^^^^^^^^
        [^4]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """,
        fixed="""
        [^1]: Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Brandt, *supra* note 1, at 51.
        [^4]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """,
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Ellison, supra note 2, at 920.
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Mara Ellison, After the Docket, 68 Duke L.J. 401, 410 (2018).
        [3] Ellison, supra note 1, at 920; Ellison, supra note 2, at 411.
        """),
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Mara Ellison, After the Docket, 68 Duke L.J. 401, 410 (2018).
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [4] Ellison, supra note 3, at 20.
            ^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Ellison, supra note 1, at 920; Tomas Okafor, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
            ^^^^^^^^^^^^^^^^^^^^^
        [3] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        """),
    bluebook="4.2(a)",
    indigo="31.2, 6.2.3",
)
def supra_wrong_note(supra: Supra, context: Context) -> Reports:
    """The number after supra is that of the note in which the named work is cited in full.

    The work is found by the name before supra: surnames, institution, title or its leading words, or the label set by
    hereinafter. A note that cites it in full once more is right as well, also where it does so in a parenthesis. Where
    the note or the name was not wholly understood, or several works fit, the finding is a warning or there is none.
    Where the work cannot have the page, the number is not all that is wrong, and there is no fix.
    """
    link = context.link(supra)
    if isinstance(link, Lost):
        if link.why is Why.SEVERAL_WORKS and link.pointing is Pointing.ANOTHER_WORK and _points_back(supra, context):
            yield _whichever(supra, link, context)
        return
    found = link
    if found.later and found.pointing is Pointing.ANOTHER_WORK and _points_back(supra, context):
        yield _only_later(supra, found, context)
    if not _is_wrong(supra, found, context):
        return
    name = called(supra)
    word = supra.word.value
    printed = context.text(number_span(supra))
    number = right_number(supra, found.citation, context)
    here = found.citation.note == supra.note
    place = "earlier in this note" if here else f"in note {context.note_of(found.citation).name}"
    fix: Fix | None = None
    if (
        number is not None
        and not here
        and single(supra) is not None
        and is_only_one(found, supra, context)
        and can_have_page(supra, found, context)
    ):
        fix = review(Edit(number_span(supra), number))
    yield Report(
        pointer_span(supra),
        f"{name} is cited in full {place}, not in {_plural(supra, printed)}",
        hint=f"points to {_plural(supra, printed)}",
        found=f"{word} {_plural(supra, printed)}",
        expected=word if here else pointer(word, number) if number is not None else None,
        expected_note=number,
        why=_WHY,
        sure=found.because,
        likely=not found.certain or here,
        related=(*evidence_against(supra, context), evidence_for(found.citation, name)),
        fix=fix,
    )


def _is_wrong(supra: Supra, found: Found, context: Context) -> bool:
    """Tell whether the notes pointed at do not cite the work, or stand behind a supra to a work cited before it."""
    numbers, own = ends(supra), context.note_of(supra).number
    if not numbers or has_placeholder(supra) or own in numbers or missing(supra, context):
        return False
    backward = own is None or max(numbers) < own
    if supra.forward:
        return not backward and found.later and found.pointing is Pointing.ANOTHER_WORK
    if found.later:
        return False
    if right_number(supra, found.citation, context) == context.text(number_span(supra)):
        return False  # the number is right, and the notes are not in order
    return found.pointing is Pointing.ANOTHER_WORK or (
        not backward and found.pointing in (Pointing.RIGHT, Pointing.SHORT_FORM, Pointing.MENTION)
    )


def _points_back(supra: Supra, context: Context) -> bool:
    """Tell whether a supra prints numbers of notes that stand before its own."""
    numbers, own = ends(supra), context.note_of(supra).number
    if not numbers or has_placeholder(supra) or supra.forward or missing(supra, context):
        return False
    return own is None or max(numbers) < own


def _whichever(supra: Supra, lost: Lost, context: Context) -> Report:
    """Say that the note cites none of the works that the name fits, whichever of them is meant."""
    name, printed = called(supra), _plural(supra, context.text(number_span(supra)))
    return Report(
        pointer_span(supra),
        f"{printed} cites no work by {name}: works that fit are in {listed(lost.candidates, context)}",
        hint=f"points to {printed}",
        found=f"{supra.word.value} {printed}",
        why=_WHY,
        sure=lost.because,
        likely=not lost.certain,
        related=(
            *evidence_against(supra, context),
            *(evidence_for(candidate.citation, name) for candidate in lost.candidates),
        ),
    )


def _only_later(supra: Supra, found: Found, context: Context) -> Report:
    """Say that the note does not cite the work, and that no note before the reference does."""
    name, printed = called(supra), _plural(supra, context.text(number_span(supra)))
    here = found.citation.note == supra.note
    place = "later in this note" if here else f"in note {context.note_of(found.citation).name}"
    return Report(
        pointer_span(supra),
        f"{printed} does not cite {name}, which is cited in full only {place}",
        hint=f"points to {printed}",
        found=f"{supra.word.value} {printed}",
        why=_WHY,
        sure=found.because,
        likely=not found.certain,
        related=(*evidence_against(supra, context), evidence_for(found.citation, name)),
    )


def _plural(supra: Supra, printed: str) -> str:
    return f"note {printed}" if single(supra) is not None else f"notes {printed}"
