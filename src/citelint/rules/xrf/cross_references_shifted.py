"""XRF010: numbers that are all off by the same count have one cause."""

from collections.abc import Iterator

from citelint.lint import Bad, Context, Findings, Good, Report, Reports, review, rule
from citelint.lint.numbering import printed_number
from citelint.lint.pointing import (
    LAW,
    Pointer,
    ends,
    has_placeholder,
    is_only_one,
    number_bounds,
    number_span,
    pointer,
    pointer_span,
    right_number,
    same_series,
    single,
)
from citelint.lint.shifts import Held, Shift, cause, counted, shifts
from citelint.lint.wordfields import printed_by_field
from citelint.model.citation import Citation, CrossReference, NoteNumber, Supra
from citelint.model.diagnostic import Diagnostic, Edit, Severity
from citelint.model.document import Note
from citelint.model.link import Found, Pointing
from citelint.model.span import Span

_WRONG = ("SUP001", "SUP002")
_SOFT = "SUP003"
"""A number of a note that cites the work, but not in full: it proves no shift, and belongs to one that is proved."""


@rule(
    "XRF010",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Priya Natarajan, The Middle Managers of Law, 104 Va. L. Rev. 233, 240 (2018).
        [4] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [5] Ellison, supra note 1, at 920.
            ^^^^^^^^^^^^^^^^^^^^^
        [6] Natarajan, supra note 2, at 241.
        [7] Okafor & Lin, supra note 3, at 1150.
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Priya Natarajan, The Middle Managers of Law, 104 Va. L. Rev. 233, 240 (2018).
        [4] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [5] Ellison, supra note 2, at 920.
        [6] Natarajan, supra note 3, at 241.
        [7] Okafor & Lin, supra note 4, at 1150.
        """,
        also=("SUP002",),
    ),
    Bad(
        """
        [^1]: Mara Ellison, *Dockets in the Dark*, 118 Colum. L. Rev. 901, 915 (2018).
        [^2]: Priya Natarajan, *The Middle Managers of Law*, 104 Va. L. Rev. 233, 240 (2018).
        [^3]: Ellison, *supra* note 2, at 920.
              ^^^^^^^^^^^^^^^^^^^^^^^
        [^4]: Natarajan, *supra* note 3, at 241.
        """,
        also=("SUP002",),
    ),
    Bad(
        """
        [i] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [ii] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [iii] Priya Natarajan, The Middle Managers of Law, 104 Va. L. Rev. 233, 240 (2018).
        [iv] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [v] Ellison, supra note i, at 920.
            ^^^^^^^^^^^^^^^^^^^^^
        [vi] Natarajan, supra note ii, at 241; see supra notes ii–iii and accompanying text.
        [vii] Okafor & Lin, supra note iii, at 1150.
        """,
        fixed="""
        [i] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [ii] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [iii] Priya Natarajan, The Middle Managers of Law, 104 Va. L. Rev. 233, 240 (2018).
        [iv] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [v] Ellison, supra note ii, at 920.
        [vi] Natarajan, supra note iii, at 241; see supra notes iii–iv and accompanying text.
        [vii] Okafor & Lin, supra note iv, at 1150.
        """,
        also=("SUP002",),
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Priya Natarajan, The Middle Managers of Law, 104 Va. L. Rev. 233, 240 (2018).
        [4] Ellison, supra note 2, at 920.
        [5] Natarajan, supra note 3, at 241.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Ellison, supra note 1, at 920.
        """),
    bluebook="3.5, 4.2(a)",
    indigo="6.2.3, 31.2",
    over=(*_WRONG, _SOFT),
)
def cross_references_shifted(findings: Findings, context: Context) -> Reports:
    """Where wrong numbers are all off by the same count, a note was inserted or removed after they were typed.

    The cause is said once, above its members, which keep their own codes (SUP001, SUP002): at least three numbers that
    point to different notes, or all that are wrong where there are two. Two insertions give two headlines. The
    number of a note that has only a short form (SUP003) joins them where it is off by the same count. Where no named
    reference to the notes in question is right, the cross-references to them that name no work follow.
    """
    wrong = sum(finding.code in _WRONG for finding in findings)
    if not wrong:
        return  # where no number is wrong, none is shifted
    reported = {finding.span: finding for finding in findings}
    for head, held in _rows(reported, context):
        offsets = {shift.offset for shift in shifts([one for one in held if not one.soft], wrong)}
        for shift in shifts([one for one in held if not one.soft or one.offset in offsets], wrong):
            yield _headline(shift, head, reported, context)


def _rows(reported: dict[Span, Diagnostic], context: Context) -> Iterator[tuple[Note, list[Held]]]:
    """Give the numbers that were held against their works, for each row of notes, with a note of the row."""
    rows: dict[tuple[str, int], tuple[Note, list[Held]]] = {}
    for supra in context.document.references:
        if isinstance(supra, Supra) and (held := _held(supra, reported, context)) is not None:
            note = context.note_of(supra)
            rows.setdefault((note.apparatus, note.section), (note, []))[1].append(held)
    yield from rows.values()


def _held(supra: Supra, reported: dict[Span, Diagnostic], context: Context) -> Held | None:
    """Hold a typed number against its work; None where that is not sure enough to tell an offset."""
    if supra.index in context.facts(printed_by_field):
        return None
    found, typed = context.found(supra), single(supra)
    if found is None or typed is None:
        return None
    if pointer_span(supra) not in reported:
        return Held(typed, typed, supra.index) if _is_right(found, supra) else None
    right = right_number(supra, found.citation, context)
    if right is None or found.citation.note == supra.note or not is_only_one(found, supra, context):
        return None
    number = context.note_of(found.citation).number
    soft = reported[pointer_span(supra)].code == _SOFT
    return None if number is None or number == typed else Held(typed, number, supra.index, soft)


def _is_right(found: Found, supra: Supra) -> bool:
    there = found.pointed
    return there is not None and there.note != supra.note and found.pointing in (Pointing.RIGHT, Pointing.MENTION)


def _headline(shift: Shift, head: Note, reported: dict[Span, Diagnostic], context: Context) -> Report:
    supras = sorted((context.document.mentions[held.index] for held in shift.members), key=lambda m: m.index)
    members = [reported[pointer_span(supra)] for supra in supras if isinstance(supra, Supra)]
    edits = [
        Edit(number_span(supra), right)
        for supra in supras
        if isinstance(supra, Supra)
        and (found := context.found(supra)) is not None
        and (right := right_number(supra, found.citation, context)) is not None
    ]
    bare = [] if shift.agreeing else list(_following(shift, head, reported, context))
    edits += [edit for report in bare if report.fix is not None for edit in report.fix.edits]
    infra = any(isinstance(supra, Supra) and supra.forward for supra in supras)
    return Report(
        members[0].span,
        _message(shift, head, "supra and infra" if infra else "supra", context),
        hint=f"{counted(abs(shift.offset))} too {_too(shift)}",
        why='"supra note N" names the note with the full citation, and numbers move when a note is inserted or removed',
        sure=f"{len(members)} of {shift.checked} numbers in this stretch share one offset",
        likely=all(member.severity is not Severity.ERROR for member in members),
        related=tuple(related for member in members for related in member.related[-1:]),
        fix=review(*sorted(edits, key=lambda edit: edit.span)),
        gathers=(*members, *bare),
    )


def _message(shift: Shift, head: Note, words: str, context: Context) -> str:
    bounds = number_bounds(head, context)
    first = bounds[0] if bounds is not None else 1
    count = f"{len(shift.members)} of {shift.checked} {words} numbers"
    if shift.before is not None:
        count += f" that name notes {printed_number(shift.low, head)} to {printed_number(shift.high, head)}"
    verb = "is" if len(shift.members) == 1 else "are"
    told = f"{count} {verb} {counted(abs(shift.offset))} too {_too(shift)}: "
    if shift.before is None and first > 1 and shift.offset == first - 1:
        start = printed_number(first, head)
        return f"{told}the notes are numbered from {start}, and the references count from {printed_number(1, head)}"
    return f"{told}{cause(shift, first, head)} after they were typed"


def _following(shift: Shift, head: Note, reported: dict[Span, Diagnostic], context: Context) -> Iterator[Report]:
    """Give the cross-references into the range that name no work, moved by the same count."""
    for reference in context.document.references:
        if not isinstance(reference, CrossReference) or not _follows(reference, shift, head, context):
            continue
        span, printed = pointer_span(reference), context.text(number_span(reference))
        moved = _moved(reference, shift.offset, context)
        word = reference.word.value if reference.word is not None else "supra"
        several = len(ends(reference)) > 1
        before = reported.get(span)
        yield Report(
            span,
            before.message
            if before is not None
            else f"notes {printed} were probably notes {moved} when the notes were last in order: these numbers are "
            f"{counted(abs(shift.offset))} too {_too(shift)}"
            if several
            else f"note {printed} was probably note {moved} when the notes were last in order: these numbers are "
            f"{counted(abs(shift.offset))} too {_too(shift)}",
            hint=before.hint if before is not None else f"points to {'notes' if several else 'note'} {printed}",
            found=pointer(word, printed, several=several),
            expected=pointer(word, moved, several=several),
            expected_note=moved,
            why=before.why
            if before is not None
            else "the references to the same notes that name a work are all shifted",
            sure="every reference with a name to these notes is off by the same count",
            likely=before is None,
            fix=review(Edit(number_span(reference), moved)),
            note=reference.note,
            code=before.code if before is not None else "SUP002",
        )


def _follows(reference: CrossReference, shift: Shift, head: Note, context: Context) -> bool:
    """Tell whether a typed cross-reference points into the range, and would point the same way when moved."""
    if reference.index in context.facts(printed_by_field):
        return False
    own, numbers = context.note_of(reference), ends(reference)
    if reference.word is None or not numbers or has_placeholder(reference) or not same_series(own, head):
        return False
    if own.number is None or not all(shift.low <= number <= shift.high for number in numbers):
        return False
    moved = [number + shift.offset for number in numbers]
    if not all(context.notes_numbered(number, own) for number in moved):
        return False
    if reference.pincite is not None and not all(_has_pages(number, own, context) for number in moved):
        return False
    both = [*numbers, *moved]
    return min(both) > own.number if reference.forward else max(both) < own.number


def _has_pages(number: int, near: Note, context: Context) -> bool:
    """Tell whether a note cites something else than law, whose sections are no pages."""
    cites = context.links.cites
    works = [work for note in context.notes_numbered(number, near) for work in cites[note.ordinal]]
    first = (context.document.mentions[context.links.works[work][0]] for work in works)
    return any(not (isinstance(citation, Citation) and citation.kind in LAW) for citation in first)


def _moved(reference: Pointer, offset: int, context: Context) -> str:
    """Give the numbers of a reference moved by an offset, printed as they were."""
    span, near = number_span(reference), context.note_of(reference)
    printed, at = context.text(span), span.start
    for number in reversed(reference.numbers):
        start, end = number.span.start - at, number.span.end - at
        printed = printed[:start] + _moved_number(number, printed[start:end], offset, near) + printed[end:]
    return printed


def _moved_number(number: NoteNumber, printed: str, offset: int, near: Note) -> str:
    if number.first is None:
        return printed
    first = printed_number(number.first + offset, near)
    if number.last is None:
        return first
    if not first.isdecimal():
        joint = printed.lstrip("ivxlcIVXLC").rstrip("ivxlcIVXLC")
        return f"{first}{joint}{printed_number(number.last + offset, near)}"
    digits = printed[len(str(number.first)) :]
    joint = digits.rstrip("0123456789")
    last = str(number.last + offset)
    kept = len(digits) - len(joint)
    cut = kept < len(str(number.last)) and len(last) == len(first) and last[:-kept] == first[:-kept]
    return f"{first}{joint}{last[-kept:] if cut else last}"


def _too(shift: Shift) -> str:
    return "low" if shift.offset > 0 else "high"
