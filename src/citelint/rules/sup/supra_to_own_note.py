"""SUP007: a supra or infra does not point to its own note."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule, safe
from citelint.lint.pointing import (
    called,
    ends,
    evidence_for,
    has_placeholder,
    is_only_one,
    missing,
    number_span,
    pointer,
    pointer_span,
    right_number,
    single,
)
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Edit, Fix, Related, Severity
from citelint.model.span import Span


@rule(
    "SUP007",
    Bad(
        """
        [1] Mara Ellison, Dockets, 1 Ct. Rev. 90 (2018); Terry v. Ohio, 392 U.S. 1 (1968); Ellison, supra note 1, at 92.
                                                                                           ^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets, 1 Ct. Rev. 90 (2018); Terry v. Ohio, 392 U.S. 1 (1968); Ellison, supra, at 92.
        """,
    ),
    Bad(
        """
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Brandt, supra note 3, at 51.
            ^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Brandt, supra note 1, at 51.
        """,
    ),
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See infra notes 2–3 and accompanying text.
                ^^^^^^^^^^^^^^^
        [3] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        [1] Mara Ellison, Dockets, 18 Ct. Rev. 901 (2018); Terry v. Ohio, 392 U.S. 1 (1968); Ellison, supra, at 920.
        """),
    Good("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] See infra note 3.
        [3] Brandt, supra note 1, at 51.
        """),
    bluebook="4.2(a)",
    indigo="6.2.3",
    severity=Severity.WARNING,
)  # fmt: skip
def supra_to_own_note(reference: Supra | CrossReference, context: Context) -> Reports:
    """A supra or infra points to another note than its own.

    Where the work is cited in full earlier in the same note, supra alone says so and the number is left out: a number
    there is a matter of taste, and found as a suggestion.
    """
    own = context.note_of(reference).number
    if reference.word is None or own is None or own not in ends(reference):
        return
    if has_placeholder(reference) or missing(reference, context):
        return
    found = context.found(reference) if isinstance(reference, Supra) else None
    word = reference.word.value
    expected = number = None
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    fix: Fix | None = None
    message = f"{word} points to note {own}, in which it stands itself"
    if isinstance(reference, Supra) and found is not None:
        name, full = called(reference), context.note_of(found.citation).name
        related = (evidence_for(found.citation, name),)
        if found.citation.note != reference.note:
            number = right_number(reference, found.citation, context)
            message += f": {name} is cited in full in note {full}"
            if number is not None:
                expected = pointer(word, number)
                if single(reference) is not None and is_only_one(found, reference, context):
                    fix = review(Edit(number_span(reference), number))
        elif not found.later and not reference.forward:
            # it leads the reader right all the same
            number, expected, severity = str(own), word, Severity.SUGGESTION
            message = f"{name} is cited in full earlier in this note: {word} alone, without a number"
            if single(reference) is not None:
                fix = safe(Edit(Span(reference.word.span.end, number_span(reference).end), ""))
    yield Report(
        pointer_span(reference),
        message,
        hint="its own note",
        found=f"{word} note {context.text(number_span(reference))}",
        expected=expected,
        expected_note=number,
        why="supra and infra point to other notes; what stands in the same note needs no number",
        sure=f"it stands in note {own}" + (f"; {found.because}" if found is not None and found.certain else ""),
        severity=severity,
        related=related,
        fix=fix,
    )
