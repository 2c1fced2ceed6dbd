"""SUP001: the note that a supra or infra names exists."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import printed_number
from citelint.lint.pointing import (
    called,
    evidence_for,
    has_placeholder,
    is_only_one,
    missing,
    number_bounds,
    number_span,
    pointer,
    pointer_span,
    right_number,
)
from citelint.model.citation import CrossReference, Supra
from citelint.model.diagnostic import Related, Severity
from citelint.model.document import Note

_FAR = 20
"""How many notes behind the last one an infra points where this is only a part of the piece."""
_NOTES_THAT_GO_ON = 2
"""So many notes point that far where it is no slip of one number."""


@rule(
    "SUP001",
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 11, at 920.
            ^^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See infra notes 3–7 and accompanying text.
                ^^^^^^^^^^^^^^^
        [3] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra notes 1 through 12 and accompanying text.
                ^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966). *See infra* note 42.
                                                                 ^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] See infra note 3.
        [3] Ellison, supra note 1, at 920.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] See supra notes 1–2 and accompanying text.
        """),
    bluebook="3.5, 4.2(a)",
    indigo="6.2.3, 31.2",
)
def supra_missing_target(reference: Supra | CrossReference, context: Context) -> Reports:
    """The number after supra or infra is that of a note of the same piece, and so are both ends of a range.

    Author's notes (*, †) have no number. Where only an excerpt is checked, set `first-note` and `last-note`: the
    numbers outside are unknown then, and not wrong. Where two notes point by infra more than 20 notes past the last
    one, the text itself shows that it goes on: each infra past the end is then told milder. Where the name before supra
    means a work, its note is named.
    """
    if reference.word is None or has_placeholder(reference):
        return
    absent = missing(reference, context)
    if not absent:
        return
    own = context.note_of(reference)
    found = context.found(reference) if isinstance(reference, Supra) else None
    names = [printed_number(number, own) for number in absent]
    message = f"there is no note {names[0]}" if len(names) == 1 else f"there are no notes {_joined(names)}"
    expected: str | None = None
    related: tuple[Related, ...] = ()
    if isinstance(reference, Supra) and found is not None:
        name = called(reference)
        expected = right_number(reference, found.citation, context)
        message += f": {name} is cited in full in note {context.note_of(found.citation).name}"
        related = (evidence_for(found.citation, name),)
    elif numbered := _numbered(own, context):
        message += f": {numbered}"
    because = found.because if found is not None and found.certain else ""
    cut_off = bool(reference.forward) and context.facts(_goes_far_on)
    only_one = found is not None and is_only_one(found, reference, context)
    yield Report(
        pointer_span(reference),
        message,
        hint="no such note" if len(absent) == 1 else "no such notes",
        found=f"{reference.word.value} {_note(reference)} {context.text(number_span(reference))}",
        expected=pointer(reference.word.value, expected) if expected is not None and only_one else None,
        expected_note=expected,
        why="the number of a supra or infra is that of a note of the same piece.",
        sure="; ".join(filter(None, (_numbered(own, context), because))),
        # where numbers begin anew in each section the note of another one may be meant, and what lies past the last
        # note may stand in the rest of the piece
        severity=Severity.SUGGESTION if cut_off and _lies_far_off(absent, own, context) else None,
        likely=cut_off or any(_elsewhere(number, context) for number in absent),
        related=related,
    )


def _numbered(own: Note, context: Context) -> str:
    bounds = number_bounds(own, context)
    if bounds is None:
        return ""
    return f"the notes are numbered from {printed_number(bounds[0], own)} to {printed_number(bounds[1], own)}"


def _lies_far_off(absent: tuple[int, ...], own: Note, context: Context) -> bool:
    """Tell whether numbers lie so far behind the last note that they are hardly mistyped: the piece goes on there."""
    bounds = number_bounds(own, context)
    return bounds is not None and all(number > bounds[1] + _FAR for number in absent)


def _goes_far_on(context: Context) -> bool:
    """Tell whether the text shows that it is cut off: several notes point far past the last one."""
    pointing = {
        reference.note
        for reference in context.document.references
        if isinstance(reference, Supra | CrossReference)
        and reference.forward
        and (absent := missing(reference, context))
        and _lies_far_off(absent, context.note_of(reference), context)
    }
    return len(pointing) >= _NOTES_THAT_GO_ON


def _note(reference: Supra | CrossReference) -> str:
    return "note" if reference.note_word is None else reference.note_word.value


def _joined(numbers: list[str]) -> str:
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"


def _elsewhere(number: int, context: Context) -> bool:
    return any(number == note.number for note in context.document.notes)
