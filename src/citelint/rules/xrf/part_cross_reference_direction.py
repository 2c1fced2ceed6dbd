"""XRF008: a supra Part stands before the reference, an infra Part behind it."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.lint.again import marks_of_notes
from citelint.lint.outline import Outline, Path, named_parts, outline
from citelint.lint.pointing import directed
from citelint.model.citation import CrossReference, Role
from citelint.model.diagnostic import Edit
from citelint.model.span import Span

_PLURAL = Pattern(r"(?:parts|sections)\b", 2)


@rule(
    "XRF008",
    Bad(
        """
        # I. Origins

        Text.[^1]

        # II. Decline

        [^1]: *See supra* Part II.
                   ^^^^^^^^^^^^^^
        """,
        fixed="""
        # I. Origins

        Text.[^1]

        # II. Decline

        [^1]: *See infra* Part II.
        """,
    ),
    Bad("""
        I. Origins

        II. Decline

        Text.[1]

        III. Fall

        More.[2]

        [1] See infra Part I.
                ^^^^^^^^^^^^
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        # I. Origins

        Text.[^1]

        # II. Decline

        [^1]: *See infra* Part II; *infra* Part I.
        """),
    Good("""
        # I. Origins

        # II. Decline

        Text.[^1]

        # III. Fall

        [^1]: *See supra* Parts I and III.
        """),
    Good("""
        # I. Origins

        # II. Decline

        Text.[^1]

        # III. Fall

        [^1]: *See infra* Parts I; III.
        """),
    bluebook="3.5",
    indigo="2.1",
)
def part_cross_reference_direction(reference: CrossReference, context: Context) -> Reports:
    """A Part that begins behind the reference is *infra*, one that ended before it *supra*.

    The place of a note is that of its mark in the text. A Part in which the reference itself stands is neither, and
    passes. A Part that is not there is XRF007.
    """
    mark = context.facts(marks_of_notes).get(reference.note)
    if reference.part is None or reference.word is None or reference.role is Role.QUOTED or mark is None:
        return
    named = named_parts(reference, context)
    parts = context.facts(outline)
    sides = {_is_behind(path, mark, parts) for path, _ in named}
    if len(sides) != 1 or sides == {None} or not reference.clear:
        return
    if len(named) == 1 and _PLURAL.match(reference.part.value):
        # "Parts I; III": the others stand behind, and may follow
        return
    behind = sides == {True}
    if behind is reference.forward:
        return
    right = directed(reference, forward=behind)
    span = Span(min(reference.word.span.start, reference.part.span.start), named[-1][1].end)
    span = Span(span.start, max(span.end, reference.word.span.end))
    yield Report(
        span,
        f"{reference.part.value} {'follows' if behind else 'stands before this'}: {right}, not {reference.word.value}",
        hint=f"{right}, not {reference.word.value}",
        found=context.text(span),
        expected=f"{right} {reference.part.value}",
        why="supra points back and infra forward",
        sure=f"the mark of the note stands {'before' if behind else 'behind'} that Part",
        fix=safe(Edit(reference.word.span, right)),
    )


def _is_behind(path: Path, mark: Span, parts: Outline) -> bool | None:
    """Tell whether a Part begins behind a mark; None where the mark stands in it, or it is not sure which is meant."""
    section = parts.sections.get(path)
    if section is None or section.doubled or parts.has(path) is not True:
        return None
    if section.span.start > mark.start:
        return True
    return False if section.end <= mark.start else None
